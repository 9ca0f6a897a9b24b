// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, DisputeId } from "../src/Round.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { DisputeTest } from "./support/DisputeTest.sol";
import { Trees } from "./support/Trees.sol";
import { vm } from "./support/Vm.sol";

/// @dev Opening disputes: what is remembered, and what cannot be asked.
contract DisputesTest is DisputeTest {
    // ------------------------------------------------------------------ what is remembered

    function test_a_dispute_about_inclusion_keeps_state_root_deadline_and_bond() public {
        uint256 before = token.balanceOf(other);
        DisputeId dispute = askInclusion(state);
        IMarketRecords.DisputeRecord memory d = market.dispute(dispute);
        Trees.Node memory root = Trees.root(committed);
        vm.assertTrue(d.kind == IMarketRecords.DisputeKind.Inclusion, "kind");
        vm.assertEq(d.provider, owner, "provider");
        vm.assertEq(d.challenger, other, "challenger");
        vm.assertEq(d.deadline.number(), 1 + ANSWER, "deadline");
        vm.assertEq(d.bond, BOND, "bond");
        vm.assertEq(d.root, root.hash, "root");
        vm.assertEq(d.leaves, root.leaves, "leaves");
        vm.assertEq(AllocationId.unwrap(d.allocation), AllocationId.unwrap(a), "allocation");
        vm.assertEq(d.seq, 1, "seq");
        vm.assertEq(d.subRoot, state.subRoot, "subRoot");
        vm.assertEq(d.subLeaves, 6, "subLeaves");
        vm.assertEq(before - token.balanceOf(other), BOND, "paid");
        vm.assertEq(lockOf(4, owner), BOND, "locked");
        vm.assertEq(record().openDisputes, 1, "open");
        vm.assertEq(market.disputeCount(), 1, "count");
    }

    function test_a_dispute_about_a_leaf_keeps_its_position() public {
        IMarketRecords.DisputeRecord memory d = market.dispute(askStateLeaf(state, 5));
        vm.assertTrue(d.kind == IMarketRecords.DisputeKind.StateLeaf, "kind");
        vm.assertEq(d.position, 5, "position");
        vm.assertEq(d.root, 0, "no root");
        vm.assertEq(d.subRoot, state.subRoot, "subRoot");
        d = market.dispute(askLeaf(11));
        vm.assertTrue(d.kind == IMarketRecords.DisputeKind.RootLeaf, "kind");
        vm.assertEq(d.position, 11, "position");
        vm.assertEq(d.leaves, 12, "leaves");
        vm.assertEq(AllocationId.unwrap(d.allocation), 0, "no allocation");
    }

    /// @dev Whoever reads events alone knows what is asked for.
    function test_the_event_of_an_opening_has_all_that_is_remembered() public {
        Trees.Node memory root = Trees.root(committed);
        IMarketRecords.DisputeRecord memory d = IMarketRecords.DisputeRecord({
            id: DisputeId.wrap(1),
            kind: IMarketRecords.DisputeKind.Inclusion,
            provider: owner,
            challenger: other,
            deadline: r(1 + ANSWER),
            bond: BOND,
            root: root.hash,
            leaves: uint48(root.leaves),
            position: 0,
            allocation: a,
            seq: 1,
            subRoot: state.subRoot,
            subLeaves: uint48(state.leaves)
        });
        bytes memory signature_ = signedState(state, NODE_KEY);
        vm.expectEmit();
        emit IMarketRecords.DisputeOpened(DisputeId.wrap(1), owner, other, d);
        vm.prank(other);
        market.challengeInclusion(state, signature_);
        vm.assertEq(abi.encode(market.dispute(DisputeId.wrap(1))), abi.encode(d), "the record");
        vm.assertEq(abi.encode(market.disputes(0, 9)[0]), abi.encode(d), "in the list");
    }

    // ------------------------------------------------------------------ when it is due

    function test_a_state_is_due_from_the_root_committed_one_round_before() public {
        refusesInclusion(
            stateOf(stored(a, 1), 3),
            NODE_KEY,
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NotDueYet.selector, 3, 2)
        );
        askInclusion(stateOf(stored(a, 1), 2));
        askInclusion(stateOf(stored(a, 1), 1));
        goTo(2);
        // Time alone changes nothing: what counts is the root.
        refusesInclusion(
            stateOf(stored(a, 1), 3),
            NODE_KEY,
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NotDueYet.selector, 3, 2)
        );
        prove(committed, nothing());
        askInclusion(stateOf(stored(a, 1), 3));
    }

    function test_a_state_is_not_due_before_its_allocation_begins() public {
        goTo(4);
        AllocationId late = open(client, 1, 5);
        IMarketRecords.AllocationState memory s = stateOf(stored(late, 1), 0);
        // The root is of round 1, so for round 2; the allocation begins in round 5.
        refusesInclusion(s, NODE_KEY, abi.encodeWithSelector(IMarketErrors.StorageMarket_NotDueYet.selector, 0, 2));
        prove(committed, committed);
        askInclusion(s);
    }

    function test_a_state_is_not_due_under_the_root_for_the_round_after_its_end() public {
        AllocationId brief = open(client, 1, 1); // round 2 only
        IMarketRecords.AllocationState memory s = stateOf(stored(brief, 1), 2);
        askInclusion(s);
        goTo(2);
        prove(committed, committed);
        refusesInclusion(s, NODE_KEY, abi.encodeWithSelector(IMarketErrors.StorageMarket_Ended.selector, 3, 3));
    }

    function test_nothing_is_due_from_a_provider_that_never_proved() public {
        registerProvider(other, vm.addr(77), MIN_STAKE);
        IMarketRecords.Offer memory offer = anOffer();
        offer.provider = other;
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        signatures[0] = signed(offer, 77);
        vm.prank(client);
        AllocationId c = market.openAllocations(offers, signatures, 1, r(9))[0];
        goTo(8);
        IMarketRecords.AllocationState memory s = stateOf(stored(c, 1), 0);
        refusesInclusion(s, 77, abi.encodeWithSelector(IMarketErrors.StorageMarket_NotDueYet.selector, 0, 1));
    }

    /// @dev It is paid in full for the empty root, so this must be asked for.
    function test_a_provider_that_committed_an_empty_root_owes_the_inclusion_too() public {
        goTo(2);
        prove(committed, nothing());
        DisputeId dispute = askInclusion(state);
        refusesProof(dispute, "");
        refusesProof(dispute, hex"00");
        refusesProof(dispute, Trees.inclusion(committed, 1));
        passDeadline();
        market.decide(dispute);
        vm.assertEq(market.allocation(a).endRound.number(), 7, "closed");
    }

    /// @dev The state of an allocation from the first round on, in the round of the market's creation.
    function test_in_the_first_round_of_all_nothing_is_due_before_a_proof() public {
        vm.roll(5000);
        market = deployMarket(settings());
        (vault, genesis) = (market.vault(), 5000);
        address[3] memory all = [owner, client, other];
        for (uint256 i; i < 3; ++i) {
            vm.prank(all[i]);
            token.approve(address(vault), type(uint256).max);
        }
        registerProvider(owner, nodeKey, MIN_STAKE);
        goTo(0);
        AllocationId first = open(client, 1, 9);
        IMarketRecords.AllocationState memory s = stateOf(stored(first, 1), 1);
        refusesInclusion(s, NODE_KEY, abi.encodeWithSelector(IMarketErrors.StorageMarket_NotDueYet.selector, 1, 1));
        prove(nothing(), alone(stored(first, 1)));
        askInclusion(s);
    }

    // ------------------------------------------------------------------ what cannot be asked

    function test_an_allocation_that_is_over_settled_or_unknown_is_not_asked_about() public {
        goTo(102);
        bytes memory ended = abi.encodeWithSelector(IMarketErrors.StorageMarket_Ended.selector, 102, 102);
        refusesStateLeaf(state, NODE_KEY, ended);
        settle(a);
        bytes memory settled_ = abi.encodeWithSelector(IMarketErrors.StorageMarket_AlreadySettled.selector, a);
        refusesStateLeaf(state, NODE_KEY, settled_);
        refusesInclusion(state, NODE_KEY, settled_);
        IMarketRecords.AllocationState memory s = state;
        s.allocation = 99;
        bytes memory none = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoAllocation.selector, 99);
        refusesStateLeaf(s, NODE_KEY, none);
        refusesInclusion(s, NODE_KEY, none);
        // Of the 64 bits in a state 48 can be an allocation: no wrapping around to one that is there.
        s.allocation = AllocationId.unwrap(b) + (uint64(1) << 48);
        bytes memory call_ = abi.encodeCall(market.challengeStateLeaf, (s, signedState(s, NODE_KEY), 0));
        (bool ok,) = address(market).call(call_);
        vm.assertFalse(ok, "an allocation beyond 48 bits");
    }

    function test_in_the_last_round_a_leaf_of_a_state_can_still_be_asked_for() public {
        goTo(101);
        askStateLeaf(state, 0);
    }

    function test_only_leaves_that_are_there_are_asked_for() public {
        bytes memory call_ = abi.encodeCall(market.challengeStateLeaf, (state, signedState(state, NODE_KEY), 6));
        refuses(
            other, address(market), call_, abi.encodeWithSelector(IMarketErrors.StorageMarket_NoSuchLeaf.selector, 6, 6)
        );
        call_ = abi.encodeCall(market.challengeLeaf, (owner, record().root, 12));
        refuses(
            other,
            address(market),
            call_,
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NoSuchLeaf.selector, 12, 12)
        );
        IMarketRecords.AllocationState memory empty = emptied(a, 2);
        bytes memory none = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoSuchLeaf.selector, 0, 0);
        refusesStateLeaf(empty, NODE_KEY, none);
        refusesInclusion(empty, NODE_KEY, none);
        IMarketRecords.AllocationState memory s = state;
        s.leaves = uint64(1) << 48;
        bytes memory many = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoSuchLeaf.selector, 0, s.leaves);
        refusesStateLeaf(s, NODE_KEY, many);
        refusesInclusion(s, NODE_KEY, many);
        s.leaves = type(uint48).max;
        askStateLeaf(s, type(uint48).max - 1);
        goTo(2);
        prove(committed, nothing());
        call_ = abi.encodeCall(market.challengeLeaf, (owner, record().root, 0));
        refuses(
            other, address(market), call_, abi.encodeWithSelector(IMarketErrors.StorageMarket_NoSuchLeaf.selector, 0, 0)
        );
    }

    /// @dev Else a provider that sees the question coming could commit another root first, in which the position is another leaf.
    function test_a_leaf_is_asked_for_under_the_root_that_the_challenger_has_seen() public {
        bytes32 seen = record().root;
        goTo(2);
        prove(committed, alone(stored(b, 1)));
        bytes memory call_ = abi.encodeCall(market.challengeLeaf, (owner, seen, 0));
        refuses(
            other,
            address(market),
            call_,
            abi.encodeWithSelector(IMarketErrors.StorageMarket_OtherRoot.selector, seen, record().root)
        );
        askLeaf(0);
        vm.assertEq(lockOf(4, owner), BOND, "one bond");
    }

    function test_who_is_no_provider_or_was_ejected_is_not_asked() public {
        bytes memory call_ = abi.encodeCall(market.challengeLeaf, (client, 0, 0));
        refuses(
            other,
            address(market),
            call_,
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NoProvider.selector, client)
        );
        goTo(20);
        market.penalize(owner);
        bytes memory ejected = abi.encodeWithSelector(
            IMarketErrors.StorageMarket_WrongStage.selector, owner, IMarketErrors.Stage.Ejected
        );
        refuses(other, address(market), abi.encodeCall(market.challengeLeaf, (owner, record().root, 0)), ejected);
        refusesStateLeaf(state, NODE_KEY, ejected);
        refusesInclusion(state, NODE_KEY, ejected);
    }

    function test_without_the_bond_nothing_is_opened() public {
        vm.prank(other);
        token.approve(address(vault), BOND - 1);
        (bool ok,) = address(market).call(abi.encodeCall(market.challengeLeaf, (owner, record().root, 0)));
        vm.assertFalse(ok, "a stranger without tokens");
        bytes memory call_ = abi.encodeCall(market.challengeLeaf, (owner, record().root, 0));
        vm.prank(other);
        (ok,) = address(market).call(call_);
        vm.assertFalse(ok, "too small an allowance");
        vm.assertEq(market.disputeCount(), 0, "count");
        vm.assertEq(record().openDisputes, 0, "open");
    }
}
