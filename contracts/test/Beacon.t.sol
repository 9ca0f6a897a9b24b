// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Blockhash } from "@openzeppelin/contracts/utils/Blockhash.sol";
import { BlockhashBeacon } from "../src/BlockhashBeacon.sol";
import { IRandomBeacon } from "../src/interfaces/IRandomBeacon.sol";
import { vm } from "./support/Vm.sol";

contract BeaconTest {
    /// @dev The history contract as EIP-2935 gives it.
    bytes private constant HISTORY_CODE =
        hex"3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257611fff81430311604257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500";
    uint256 private constant HISTORY_BLOCKS = 8191;
    uint256 private constant NOW = 100_000;
    uint256 private constant FINALITY = 32;

    BlockhashBeacon private immutable beacon = new BlockhashBeacon(0);
    BlockhashBeacon private immutable patient = new BlockhashBeacon(FINALITY);

    function setUp() public {
        vm.roll(NOW);
        vm.etch(Blockhash.HISTORY_STORAGE_ADDRESS, HISTORY_CODE);
    }

    function refuses(IRandomBeacon asked, uint256 number) private {
        vm.expectRevert(abi.encodeWithSelector(IRandomBeacon.RandomBeacon_NotAvailable.selector, number));
        asked.seed(number);
    }

    function remember(uint256 number, bytes32 hash) private {
        vm.store(Blockhash.HISTORY_STORAGE_ADDRESS, bytes32(number % HISTORY_BLOCKS), hash);
    }

    function test_a_young_block_has_its_hash_as_seed() public {
        vm.setBlockhash(NOW - 1, bytes32("young"));
        vm.assertEq(beacon.seed(NOW - 1), bytes32("young"), "seed");
    }

    function test_an_old_block_is_looked_up_in_the_history() public {
        remember(99_000, bytes32("old"));
        vm.assertEq(beacon.seed(99_000), bytes32("old"), "seed");
        remember(NOW - HISTORY_BLOCKS, bytes32("oldest"));
        vm.assertEq(beacon.seed(NOW - HISTORY_BLOCKS), bytes32("oldest"), "the oldest");
    }

    function test_this_block_the_future_and_the_forgotten_have_none() public {
        refuses(beacon, NOW);
        refuses(beacon, NOW + 1);
        refuses(beacon, type(uint256).max);
        remember(NOW - HISTORY_BLOCKS - 1, bytes32("forgotten"));
        refuses(beacon, NOW - HISTORY_BLOCKS - 1);
        refuses(beacon, 0);
    }

    function test_a_chain_without_the_history_gives_none_for_old_blocks() public {
        vm.etch(Blockhash.HISTORY_STORAGE_ADDRESS, "");
        refuses(beacon, 99_000);
    }

    function test_a_seed_waits_until_its_block_is_deep_enough() public {
        uint256 seedBlock = NOW - FINALITY - 1;
        vm.setBlockhash(seedBlock, bytes32("deep"));
        vm.setBlockhash(seedBlock + 1, bytes32("young"));
        vm.assertEq(patient.seed(seedBlock), bytes32("deep"), "32 blocks lie between");
        refuses(patient, seedBlock + 1);
        refuses(patient, NOW);
        refuses(patient, type(uint256).max);
    }

    function test_a_chain_younger_than_the_finality_has_no_seeds() public {
        vm.roll(FINALITY);
        refuses(patient, 0);
        vm.roll(FINALITY + 1);
        vm.setBlockhash(0, bytes32("genesis"));
        vm.assertEq(patient.seed(0), bytes32("genesis"), "seed");
    }

    function test_a_seed_was_known_from_the_first_block_that_gets_it() public view {
        uint256 seedBlock = 1000;
        vm.assertFalse(beacon.wasKnown(seedBlock, seedBlock), "in its own block");
        vm.assertTrue(beacon.wasKnown(seedBlock, seedBlock + 1), "in the next one");
        vm.assertFalse(patient.wasKnown(seedBlock, seedBlock + FINALITY), "one block before");
        vm.assertTrue(patient.wasKnown(seedBlock, seedBlock + FINALITY + 1), "in the first block");
        vm.assertTrue(patient.wasKnown(seedBlock, NOW - 1), "forgotten is not unknown");
        vm.assertFalse(patient.wasKnown(0, 0), "block 0");
        vm.assertFalse(patient.wasKnown(0, FINALITY), "a young chain");
        vm.assertTrue(patient.wasKnown(0, FINALITY + 1), "a chain old enough");
        vm.assertFalse(patient.wasKnown(type(uint256).max, type(uint256).max), "no overflow");
        vm.assertTrue(patient.wasKnown(0, type(uint256).max), "nor on the other side");
    }

    /// @dev What the market relies on: known by a block means that a call in that block would have got the seed.
    function testFuzz_known_means_given(uint256 seedBlock, uint256 byBlock) public {
        byBlock = NOW + byBlock % 1000;
        seedBlock = NOW - 100 + seedBlock % 1200;
        vm.roll(byBlock);
        bool known = patient.wasKnown(seedBlock, byBlock);
        if (seedBlock < byBlock) vm.setBlockhash(seedBlock, bytes32("hash"));
        if (known && byBlock - seedBlock <= 256) vm.assertEq(patient.seed(seedBlock), bytes32("hash"), "seed");
        if (!known) refuses(patient, seedBlock);
        vm.roll(byBlock + 1 + seedBlock % 7);
        vm.assertTrue(patient.wasKnown(seedBlock, byBlock) == known, "for ever");
    }

    function test_the_finality_has_a_bound() public {
        vm.assertEq(new BlockhashBeacon(4095).finalityBlocks(), 4095, "the largest");
        vm.expectRevert(abi.encodeWithSelector(BlockhashBeacon.BlockhashBeacon_TooManyBlocks.selector, 4096));
        new BlockhashBeacon(4096);
    }
}
