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

    BlockhashBeacon private immutable beacon = new BlockhashBeacon();

    function setUp() public {
        vm.roll(100_000);
        vm.etch(Blockhash.HISTORY_STORAGE_ADDRESS, HISTORY_CODE);
    }

    function refuses(uint256 number) private {
        vm.expectRevert(abi.encodeWithSelector(IRandomBeacon.RandomBeacon_NotAvailable.selector, number));
        beacon.seed(number);
    }

    function remember(uint256 number, bytes32 hash) private {
        vm.store(Blockhash.HISTORY_STORAGE_ADDRESS, bytes32(number % HISTORY_BLOCKS), hash);
    }

    function test_a_young_block_has_its_hash_as_seed() public {
        vm.setBlockhash(99_999, bytes32("young"));
        vm.assertEq(beacon.seed(99_999), bytes32("young"), "seed");
    }

    function test_an_old_block_is_looked_up_in_the_history() public {
        remember(99_000, bytes32("old"));
        vm.assertEq(beacon.seed(99_000), bytes32("old"), "seed");
        remember(100_000 - HISTORY_BLOCKS, bytes32("oldest"));
        vm.assertEq(beacon.seed(100_000 - HISTORY_BLOCKS), bytes32("oldest"), "the oldest");
    }

    function test_this_block_the_future_and_the_forgotten_have_none() public {
        refuses(100_000);
        refuses(100_001);
        refuses(type(uint256).max);
        remember(100_000 - HISTORY_BLOCKS - 1, bytes32("forgotten"));
        refuses(100_000 - HISTORY_BLOCKS - 1);
        refuses(0);
    }

    function test_a_chain_without_the_history_gives_none_for_old_blocks() public {
        vm.etch(Blockhash.HISTORY_STORAGE_ADDRESS, "");
        refuses(99_000);
    }
}
