// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { ProofLib } from "../src/ProofLib.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { IRandomBeacon } from "../src/interfaces/IRandomBeacon.sol";
import { IStorageMarket } from "../src/interfaces/IStorageMarket.sol";
import { MarketTest } from "./support/MarketTest.sol";
import { Trees } from "./support/Trees.sol";
import { vm } from "./support/Vm.sol";

/// @dev Proving and catching up.
contract ProvingTest is MarketTest {
    function proveCall(uint256 round_, bytes32 root, uint256 leaves, bytes memory proof)
        private
        view
        returns (bytes memory)
    {
        return abi.encodeCall(market.prove, (r(round_), root, uint48(leaves), proof));
    }

    function test_a_round_is_proved_against_the_root_committed_before() public {
        open(client, 10, 10);
        Trees.Allocation[] memory first = Trees.random(1);
        Trees.Allocation[] memory second = Trees.random(2);
        goTo(2);
        prove(nothing(), first);
        vm.assertEq(record().root, Trees.root(first).hash, "root");
        goTo(3);
        prove(first, second);
        goTo(5);
        prove(second, second);
        goTo(6);
        prove(second, nothing());
        vm.assertEq(record().leaves, 0, "leaves");
        goTo(7);
        proveNothing();
        vm.assertEq(record().earned, 5 * 10 * uint256(PRICE), "earned");
        vm.assertEq(record().lastProvedRound.number(), 7, "last round");
    }

    function test_owner_and_node_key_prove_and_nobody_else() public {
        vm.prank(owner);
        market.prove(r(1), 0, 0, "");
        goTo(2);
        proveNothing();
        goTo(3);
        bytes memory refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoProvider.selector, other);
        refuses(other, address(market), proveCall(3, 0, 0, ""), refusal);
    }

    function test_only_the_current_round_is_proved_and_once() public {
        goTo(5);
        bytes4 wrong = IMarketErrors.StorageMarket_WrongRound.selector;
        refuses(nodeKey, address(market), proveCall(4, 0, 0, ""), abi.encodeWithSelector(wrong, 4, 5));
        refuses(nodeKey, address(market), proveCall(6, 0, 0, ""), abi.encodeWithSelector(wrong, 6, 5));
        proveNothing();
        bytes memory twice = abi.encodeWithSelector(IMarketErrors.StorageMarket_AlreadyProved.selector, 5);
        refuses(nodeKey, address(market), proveCall(5, 0, 0, ""), twice);
    }

    function test_there_is_no_seed_in_the_first_block_of_a_round() public {
        uint256 seedBlock = genesis + 4 * ROUND_BLOCKS;
        vm.roll(seedBlock);
        bytes memory refusal = abi.encodeWithSelector(IRandomBeacon.RandomBeacon_NotAvailable.selector, seedBlock);
        refuses(nodeKey, address(market), proveCall(4, 0, 0, ""), refusal);
        goTo(4);
        proveNothing();
    }

    function test_the_last_block_of_a_round_is_in_time() public {
        goTo(4);
        vm.roll(genesis + 5 * ROUND_BLOCKS - 1);
        proveNothing();
    }

    function test_a_wrong_proof_changes_nothing() public {
        open(client, 10, 10);
        Trees.Allocation[] memory stored = Trees.random(1);
        goTo(2);
        prove(nothing(), stored);
        goTo(3);
        bytes memory proof = proofOf(stored);
        proof[proof.length - 1] ^= 0x01;
        bytes32 root = record().root;
        refuses(
            nodeKey,
            address(market),
            proveCall(3, root, record().leaves, proof),
            abi.encodeWithSelector(ProofLib.ProofLib_WrongRoot.selector)
        );
        refuses(
            nodeKey,
            address(market),
            proveCall(3, root, record().leaves, ""),
            abi.encodeWithSelector(ProofLib.ProofLib_Truncated.selector, 0)
        );
        prove(stored, stored);
    }

    function test_leaves_are_bounded_by_the_units_of_the_next_round() public {
        open(client, 2, 2);
        bytes32 root = keccak256("root");
        bytes4 selector = IMarketErrors.StorageMarket_BadCommitment.selector;
        goTo(2);
        bytes memory refusal = abi.encodeWithSelector(selector, root, 2 * 4096 + 1, 2 * 4096);
        refuses(nodeKey, address(market), proveCall(2, root, 2 * 4096 + 1, ""), refusal);
        vm.prank(nodeKey);
        market.prove(r(2), root, 2 * 4096, "");
        // In an allocation's last round nothing is live in the next one.
        registerProvider(other, vm.addr(77), MIN_STAKE);
        IMarketRecords.Offer memory offer = anOffer();
        offer.provider = other;
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        signatures[0] = signed(offer, 77);
        vm.prank(client);
        market.openAllocations(offers, signatures, 2, r(4));
        goTo(3);
        refuses(other, address(market), proveCall(3, root, 1, ""), abi.encodeWithSelector(selector, root, 1, 0));
    }

    function test_a_root_goes_with_leaves() public {
        open(client, 2, 9);
        goTo(2);
        bytes4 selector = IMarketErrors.StorageMarket_BadCommitment.selector;
        refuses(
            nodeKey,
            address(market),
            proveCall(2, bytes32("root"), 0, ""),
            abi.encodeWithSelector(selector, bytes32("root"), 0, 8192)
        );
        refuses(nodeKey, address(market), proveCall(2, 0, 5, ""), abi.encodeWithSelector(selector, 0, 5, 8192));
    }

    function test_an_ejected_provider_proves_no_more() public {
        open(client, 2, 50);
        goTo(9);
        market.penalize(owner);
        bytes memory refusal = abi.encodeWithSelector(
            IMarketErrors.StorageMarket_WrongStage.selector, owner, IMarketErrors.Stage.Ejected
        );
        refuses(nodeKey, address(market), proveCall(9, 0, 0, ""), refusal);
        goTo(10);
        refuses(nodeKey, address(market), proveCall(10, 0, 0, ""), refusal);
    }

    // ------------------------------------------------------------------ replay

    /// @dev The same bytes do not prove another round, another provider, another market or another chain.
    function test_regression_replay_of_a_proof_to_another_round_provider_market_or_chain() public {
        Trees.Allocation[] memory stored = Trees.random(40);
        Trees.Node memory node = Trees.root(stored);
        open(client, 100, 100);
        goTo(2);
        prove(nothing(), stored);
        goTo(3);
        bytes memory proof = proofOf(stored);
        bytes memory call_ = proveCall(3, node.hash, node.leaves, proof);

        uint256 chain = vm.getChainId();
        vm.chainId(chain + 1);
        refusesProof(nodeKey, market, call_);
        vm.chainId(chain);

        // A second provider, and a second market, with the same tree and in the same round.
        registerProvider(other, vm.addr(77), MIN_STAKE);
        IStorageMarket second = deployMarket(settings());
        bytes32 here = market.challengeSeed(owner, r(3));
        vm.assertTrue(here != market.challengeSeed(other, r(3)), "provider in the seed");
        vm.assertTrue(
            here != ProofLib.challengeSeed(address(second), owner, 3, keccak256(abi.encode("block", 3))),
            "market in the seed"
        );
        vm.assertTrue(
            here == ProofLib.challengeSeed(address(market), owner, 3, keccak256(abi.encode("block", 3))), "the seed"
        );

        vm.prank(nodeKey);
        (bool ok,) = address(market).call(call_);
        vm.assertTrue(ok, "the right place and time");
        goTo(4);
        refusesProof(nodeKey, market, proveCall(4, node.hash, node.leaves, proof));
    }

    function refusesProof(address account, IStorageMarket at_, bytes memory call_) private {
        vm.prank(account);
        (bool ok, bytes memory error_) = address(at_).call(call_);
        vm.assertFalse(ok, "the call went through");
        bool ours = bytes4(error_) == ProofLib.ProofLib_WrongRoot.selector
            || bytes4(error_) == ProofLib.ProofLib_WrongFragment.selector
            || bytes4(error_) == ProofLib.ProofLib_BadCount.selector
            || bytes4(error_) == ProofLib.ProofLib_Truncated.selector
            || bytes4(error_) == ProofLib.ProofLib_TrailingBytes.selector;
        vm.assertTrue(ours, "an error of the proof");
    }

    // ------------------------------------------------------------------ catching up

    function test_after_64_skipped_rounds_somebody_has_to_catch_up() public {
        open(client, 1, 4096);
        goTo(66);
        vm.assertEq(record().behind, 65, "behind");
        bytes memory refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_CatchUpNeeded.selector, owner, 65);
        refuses(nodeKey, address(market), proveCall(66, 0, 0, ""), refusal);
        refuses(other, address(market), abi.encodeCall(market.penalize, (owner)), refusal);
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
        bytes memory opening = abi.encodeCall(market.openAllocations, (offers, signatures, uint32(1), r(70)));
        refuses(client, address(market), opening, refusal);
        vm.prank(other);
        vm.assertEq(market.catchUp(owner, 1), 64, "left");
        proveNothing();
        vm.assertEq(record().earned, PRICE, "earned");
    }

    function test_catching_up_takes_at_most_64_rounds_a_call() public {
        open(client, 1, 4096);
        goTo(201);
        vm.assertEq(market.catchUp(owner, type(uint32).max), 136, "left");
        vm.assertEq(market.catchUp(owner, 64), 72, "left");
        vm.assertEq(market.catchUp(owner, 64), 8, "left");
        vm.assertEq(market.catchUp(owner, 0), 8, "none asked");
        vm.assertEq(market.catchUp(owner, 64), 0, "none left");
        vm.assertEq(market.catchUp(owner, 64), 0, "again");
        bytes memory refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoProvider.selector, other);
        refuses(other, address(market), abi.encodeCall(market.catchUp, (other, 1)), refusal);
    }

    /// @dev Walking an empty calendar round by round would make a provider unusable after a quiet year.
    function test_regression_a_provider_without_allocations_needs_no_catching_up() public {
        goTo(1_000_000);
        vm.assertEq(record().behind, 0, "behind");
        open(client, 1, 3);
        goTo(1_000_001);
        proveNothing();
        goTo(2_000_000);
        // One round of the allocation is not walked yet, and nothing after its end has to be.
        vm.assertLe(record().behind, 3, "behind");
        proveNothing();
        vm.assertEq(record().misses, 0, "misses");
    }
}
