// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, DisputeId } from "../src/Round.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { Trees } from "./support/Trees.sol";
import { VerdictTest } from "./support/VerdictTest.sol";
import { vm } from "./support/Vm.sol";

/// @dev What else can happen while a dispute is open, and what a provider cannot do about it.
contract OpenDisputesTest is VerdictTest {
    function proveOn() private {
        prove(committed, committed);
    }

    // ------------------------------------------------------------------ what happens meanwhile

    function test_settling_during_a_dispute_takes_nothing_from_the_client() public {
        goTo(40);
        DisputeId dispute = askStateLeaf(state, 0);
        goTo(42);
        settle(a);
        vm.assertEq(vault.balanceOf(client), 40 * 10 * uint256(PRICE), "refund");
        goTo(44);
        market.decide(dispute);
        vm.assertEq(vault.balanceOf(client), 40 * 10 * uint256(PRICE) + SHARED, "compensation");
    }

    function test_closing_during_a_dispute_refunds_once() public {
        DisputeId dispute = askInclusion(state);
        goTo(2);
        bytes memory consent = signedClose(a, type(uint64).max, NODE_KEY);
        vm.prank(client);
        market.close(a, type(uint64).max, consent);
        goTo(5);
        market.decide(dispute);
        vm.assertEq(market.allocation(a).endRound.number(), 3, "end");
        vm.assertEq(vault.balanceOf(client), SHARED + 39 * 10 * uint256(PRICE), "client");
        settle(a);
        vm.assertEq(vault.balanceOf(client), SHARED + 40 * 10 * uint256(PRICE), "settled");
        vm.assertEq(record().escrow, 0, "escrow");
    }

    function test_notice_during_a_dispute_is_cut_short_by_the_verdict() public {
        DisputeId dispute = askInclusion(state);
        goTo(4);
        vm.prank(client);
        market.giveNotice(a);
        vm.assertEq(market.allocation(a).endRound.number(), 10, "notice");
        goTo(5);
        market.decide(dispute);
        vm.assertEq(market.allocation(a).endRound.number(), 6, "verdict");
        goTo(6);
        settle(a);
        vm.assertEq(vault.balanceOf(client), SHARED + 40 * 10 * uint256(PRICE), "client");
        vm.assertEq(record().escrow, 0, "escrow");
        goTo(50);
        vm.assertEq(record().liveRate, 0, "the book is level");
        vm.assertEq(record().liveUnits, 0, "the book is level");
    }

    /// @dev Nor does it have to walk there, however far behind the provider is.
    function test_a_verdict_in_the_last_round_changes_no_end() public {
        AllocationId b = open(client, 10, 100); // rounds 2 to 101
        uint256 before = vault.balanceOf(client);
        goTo(101 - ANSWER - 1);
        DisputeId dispute = askStateLeaf(stateOf(stored(b, 1), 2), 0);
        passDeadline();
        market.decide(dispute);
        vm.assertEq(market.allocation(b).endRound.number(), 102, "end");
        vm.assertEq(vault.balanceOf(client) - before, SHARED, "no refund before settling");
    }

    function test_a_verdict_leaves_the_allocation_of_an_ejected_provider_to_its_settlement() public {
        goTo(9);
        DisputeId dispute = askInclusion(state);
        goTo(10);
        vm.prank(other);
        market.penalize(owner);
        goTo(13);
        market.decide(dispute);
        vm.assertEq(market.allocation(a).endRound.number(), 42, "end");
        uint256 before = vault.balanceOf(client);
        uint256 claim = market.accountOf(a).compensation;
        settle(a);
        vm.assertEq(vault.balanceOf(client) - before, 40 * 10 * uint256(PRICE) + claim, "all of it");
        vm.assertEq(record().escrow, 0, "escrow");
        vm.assertEq(record().liveUnits, 0, "nothing is live");
    }

    function test_an_ejected_provider_still_pays_for_its_open_disputes() public {
        goTo(9);
        DisputeId inclusion = askInclusion(state);
        DisputeId leaf = askLeaf(0);
        goTo(10);
        vm.prank(other);
        market.penalize(owner);
        vm.assertTrue(record().stage == IMarketErrors.Stage.Ejected, "stage");
        uint256 left = stake();
        settle(a);
        uint256 before = vault.balanceOf(client);
        goTo(13);
        market.decide(inclusion);
        uint256 slashed = (left * 2000 + 9999) / 10_000;
        vm.assertEq(stake(), left - slashed, "stake");
        vm.assertEq(vault.balanceOf(client) - before, slashed - slashed / 5 - slashed / 2, "client");
        refuses(
            owner,
            address(market),
            abi.encodeCall(market.exit, ()),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_DisputesLeft.selector, 1)
        );
        market.decide(leaf);
        goTo(10 + UNBONDING);
        vm.prank(owner);
        market.exit();
        emptiesTheVault();
    }

    function test_an_ejected_provider_can_still_answer() public {
        goTo(9);
        DisputeId dispute = askInclusion(state);
        goTo(10);
        market.penalize(owner);
        uint256 left = stake();
        market.answer(dispute, Trees.inclusion(committed, 0));
        vm.assertEq(stake(), left, "stake");
        vm.assertEq(vault.balanceOf(owner), BOND, "bond");
    }

    function test_nobody_leaves_while_a_dispute_is_open() public {
        vm.prank(owner);
        market.exit();
        goTo(41);
        DisputeId dispute = askLeaf(0);
        goTo(42);
        settle(a);
        goTo(42 + UNBONDING);
        bytes memory left = abi.encodeWithSelector(IMarketErrors.StorageMarket_DisputesLeft.selector, 1);
        refuses(owner, address(market), abi.encodeCall(market.exit, ()), left);
        market.decide(dispute);
        vm.prank(owner);
        vm.assertEq(market.exit(), STAKE - BOUNTY - BURNED, "released");
        emptiesTheVault();
    }

    function test_with_an_empty_root_and_no_allocation_nobody_can_keep_a_provider_from_leaving() public {
        vm.prank(owner);
        market.exit();
        goTo(41);
        prove(committed, nothing());
        goTo(42);
        settle(a);
        (bool ok,) = address(market).call(abi.encodeCall(market.challengeLeaf, (owner, record().root, 0)));
        vm.assertFalse(ok, "a leaf of nothing");
        bytes memory settled_ = abi.encodeWithSelector(IMarketErrors.StorageMarket_AlreadySettled.selector, a);
        bytes memory signature_ = signedState(state, NODE_KEY);
        refuses(other, address(market), abi.encodeCall(market.challengeInclusion, (state, signature_)), settled_);
        refuses(other, address(market), abi.encodeCall(market.challengeStateLeaf, (state, signature_, 0)), settled_);
    }

    function test_changing_the_node_key_during_a_dispute_changes_nothing() public {
        DisputeId dispute = askInclusion(state);
        DisputeId second = askInclusion(state);
        vm.prank(owner);
        market.updateNode(vm.addr(99), hex"01");
        market.answer(dispute, Trees.inclusion(committed, 0));
        passDeadline();
        market.decide(second);
        vm.assertEq(stake(), STAKE - SLASHED, "stake");
    }

    function test_a_verdict_waits_for_rounds_that_nobody_walked_but_anyone_can_walk_them() public {
        AllocationId b = open(client, 10, 300);
        DisputeId[2] memory open_ = [askStateLeaf(stateOf(stored(b, 1), 2), 0), askLeaf(0)];
        goTo(90);
        bytes memory behind = abi.encodeWithSelector(IMarketErrors.StorageMarket_CatchUpNeeded.selector, owner, 89);
        for (uint256 i; i < 2; ++i) {
            refuses(other, address(market), abi.encodeCall(market.decide, (open_[i])), behind);
        }
        market.catchUp(owner, 64);
        market.decide(open_[0]);
        market.decide(open_[1]);
        vm.assertEq(market.allocation(b).endRound.number(), 91, "closed");
        vm.assertEq(stake(), STAKE - SLASHED, "one part");
    }

    // ------------------------------------------------------------------ a provider against itself

    /// @dev Its own client and its own challenger: half of each part is gone for good, and it gets one part a time.
    function test_a_dispute_with_oneself_burns_half_of_what_it_moves() public {
        DisputeId[4] memory own;
        for (uint48 i; i < 4; ++i) {
            own[i] = askStateLeaf(state, i);
        }
        passDeadline();
        for (uint256 i; i < 4; ++i) {
            market.decide(own[i]);
        }
        uint256 refund = 36 * 10 * uint256(PRICE);
        uint256 back = vault.balanceOf(client) + vault.balanceOf(other) - refund - 4 * BOND;
        vm.assertEq(back, SLASHED / 2, "comes back");
        vm.assertEq(vault.balanceOf(NOBODY), SLASHED / 2, "is gone");
        vm.assertEq(stake(), STAKE - SLASHED, "no more than one part");
    }

    /// @dev What it signs for a client's allocation needs no client. It is the cheapest way out of all contracts at once.
    function test_a_provider_can_give_up_all_its_allocations_for_one_part_of_its_stake() public {
        for (uint256 i; i < 9; ++i) {
            open(client, 10, 40);
        }
        for (uint256 i = 1; i <= 10; ++i) {
            askStateLeaf(IMarketRecords.AllocationState(uint64(i), 99, keccak256("not there"), 1, 0), 0);
        }
        passDeadline();
        for (uint256 i = 1; i <= 10; ++i) {
            market.decide(DisputeId.wrap(uint48(i)));
        }
        goTo(6);
        vm.assertEq(record().liveUnits, 0, "nothing is live");
        vm.assertEq(stake(), STAKE - SLASHED, "one part");
        vm.assertEq(vault.balanceOf(client), SHARED + 10 * 36 * 10 * uint256(PRICE), "refunds");
    }

    /// @dev Deciding its own dispute late does not cover what is opened after that one's deadline.
    function test_a_dispute_kept_in_reserve_covers_nothing_later() public {
        DisputeId own = askLeaf(0);
        goTo(1 + ANSWER + 1);
        DisputeId honest = askInclusion(state);
        goTo(1 + ANSWER + 1 + ANSWER + 1);
        market.decide(own);
        uint256 before = stake();
        market.decide(honest);
        vm.assertEq(stake(), before - before / 5, "costs its own part");
    }

    function test_a_client_cannot_take_more_than_one_part_for_one_outage() public {
        for (uint256 i; i < 20; ++i) {
            bytes memory signature_ = signedState(state, NODE_KEY);
            vm.prank(client);
            market.challengeStateLeaf(state, signature_, uint48(i % 6));
        }
        passDeadline();
        for (uint256 i = 1; i <= 20; ++i) {
            market.decide(DisputeId.wrap(uint48(i)));
        }
        vm.assertEq(stake(), STAKE - SLASHED, "stake");
        uint256 refund = 36 * 10 * uint256(PRICE);
        vm.assertEq(vault.balanceOf(client), 20 * BOND + BOUNTY + SHARED + refund, "client");
    }

    function test_proving_goes_on_during_and_after_a_dispute() public {
        DisputeId dispute = askLeaf(0);
        for (uint256 i = 2; i <= 5; ++i) {
            goTo(i);
            proveOn();
        }
        market.decide(dispute);
        goTo(6);
        proveOn();
        vm.assertEq(record().earned, 5 * 10 * uint256(PRICE), "paid for what was proved");
    }
}
