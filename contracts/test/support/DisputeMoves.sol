// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, DisputeId } from "../../src/Round.sol";
import { IMarketErrors } from "../../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../../src/interfaces/IMarketRecords.sol";
import { ModelStates } from "./ModelStates.sol";
import { Trees } from "./Trees.sol";
import { vm } from "./Vm.sol";

/// @title Signing states, asking for what is under them, answering and deciding
abstract contract DisputeMoves is ModelStates {
    /// @dev Client and provider sign another state. It is due in the first round whose root is not committed yet.
    function signState(uint256 which) external move {
        (uint256 a, bool found) = anAllocation(which);
        if (!found || refusalToRun(models[a].provider).length > 0) return;
        models[a].states.push(firstDue(models[a].provider));
    }

    function challengeInclusionOne(uint256 which, uint256 seq) external move {
        (uint256 a, bool found) = anAllocation(which);
        if (!found) return;
        Model storage m = models[a];
        IMarketRecords.AllocationState memory state = stateOf(a, seq);
        if (state.leaves == 0 || m.settled || refusalToRun(m.provider).length > 0) return;
        bytes memory call_ =
            abi.encodeCall(market.challengeInclusion, (state, signedState(state, signerOf(a, state.seq))));
        bytes memory refusal;
        uint256 proved = lastProof[m.provider] + 1;
        if (proved == 1 || proved < state.fromRound || proved < m.steps[0].from) {
            refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_NotDueYet.selector, state.fromRound, proved);
        } else if (m.end <= proved) {
            refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_Ended.selector, m.end, proved);
        }
        challenge(m.client, call_, refusal);
    }

    function challengeStateLeafOne(uint256 which, uint256 seq, uint256 position) external move {
        (uint256 a, bool found) = anAllocation(which);
        if (!found) return;
        Model storage m = models[a];
        IMarketRecords.AllocationState memory state = stateOf(a, seq);
        if (state.leaves == 0 || m.settled || refusalToRun(m.provider).length > 0) return;
        uint48 asked = uint48(position % (state.leaves + 1));
        bytes memory signature_ = signedState(state, signerOf(a, state.seq));
        bytes memory refusal;
        if (m.end <= current) {
            refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_Ended.selector, m.end, current);
        } else if (asked == state.leaves) {
            refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoSuchLeaf.selector, asked, state.leaves);
        }
        challenge(m.client, abi.encodeCall(market.challengeStateLeaf, (state, signature_, asked)), refusal);
    }

    function challengeLeafOne(uint256 whose, uint256 position) external move {
        address account = anOwner(whose);
        IMarketRecords.ProviderRecord memory p = market.provider(account);
        uint256 leaves = p.leaves;
        uint48 asked = uint48(position % (leaves + 1));
        bytes memory refusal = refusalToRun(account);
        if (refusal.length == 0 && asked == leaves) {
            refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoSuchLeaf.selector, asked, leaves);
        }
        challenge(
            KEEPER, abi.encodeCall(market.challengeLeaf, (account, market.provider(account).root, asked)), refusal
        );
    }

    function challenge(address challenger, bytes memory call_, bytes memory refusal) internal {
        if (refusal.length > 0) return refuses(challenger, address(market), call_, refusal);
        uint256 before = token.balanceOf(challenger);
        callsAs(challenger, call_);
        vm.assertEq(before - token.balanceOf(challenger), rules.disputeBond, "bond");
        uint256 number = market.disputeCount();
        disputeIds.push(number);
        vm.assertEq(market.dispute(DisputeId.wrap(uint48(number))).challenger, challenger, "challenger");
    }

    /// @dev Answers, if whoever committed that root was honest about it.
    function answerOne(uint256 which) external move {
        if (disputeIds.length == 0) return;
        answerDispute(which % disputeIds.length);
    }

    function decideOne(uint256 which) external move {
        uint256 count = disputeIds.length;
        if (count == 0) return;
        // Mostly one whose time is over.
        uint256 index = which % count;
        for (uint256 i; i < count && which % 4 > 0; ++i) {
            if (market.dispute(DisputeId.wrap(uint48(disputeIds[i]))).deadline.number() < current) index = i;
        }
        decide(index);
    }

    // ------------------------------------------------------------------ inside

    function answerDispute(uint256 index) internal {
        DisputeId number = DisputeId.wrap(uint48(disputeIds[index]));
        IMarketRecords.DisputeRecord memory d = market.dispute(number);
        bytes memory call_ = answerTo(number, d);
        if (call_.length == 0) return;
        if (d.deadline.number() < current) {
            bytes memory late =
                abi.encodeWithSelector(IMarketErrors.StorageMarket_TooLate.selector, d.deadline, current);
            refuses(KEEPER, address(market), call_, late);
            return;
        }
        uint256 before = vault.balanceOf(payoutOf[d.provider]);
        callsAs(KEEPER, call_);
        vm.assertEq(vault.balanceOf(payoutOf[d.provider]) - before, d.bond, "the bond is the provider's");
        forget(index);
    }

    function answerTo(DisputeId number, IMarketRecords.DisputeRecord memory d) internal view returns (bytes memory) {
        uint256 a = AllocationId.unwrap(d.allocation);
        if (d.kind == IMarketRecords.DisputeKind.RootLeaf) {
            return abi.encodeCall(market.answer, (number, Trees.proofAt(treeOf(trees[d.root]), Trees.only(d.position))));
        }
        if (d.kind == IMarketRecords.DisputeKind.StateLeaf) {
            // With a later state, if there is one, or with the leaf.
            if (d.position % 2 == 0 && models[a].states.length > d.seq) return withState(number, a, d.seq + 1, "");
            Trees.Allocation memory own = Trees.Allocation(uint64(a), d.seq, fragments(a, d.seq));
            return abi.encodeCall(market.answer, (number, Trees.proofInAllocation(own, Trees.only(d.position))));
        }
        Tree memory tree = trees[d.root];
        for (uint256 i; i < tree.ids.length; ++i) {
            if (tree.ids[i] != a) continue;
            bytes memory proof = Trees.inclusion(treeOf(tree), i);
            return tree.seqs[i] == d.seq
                ? abi.encodeCall(market.answer, (number, proof))
                : tree.seqs[i] > d.seq ? withState(number, a, tree.seqs[i], proof) : bytes("");
        }
        // It is not in the tree: then it should have been emptied.
        for (uint256 seq = d.seq + 1; seq <= models[a].states.length; ++seq) {
            if (stateOf(a, seq - 1).leaves == 0) return withState(number, a, seq, "");
        }
        vm.assertTrue(d.provider == owners[2], "whoever is honest has an answer");
        return "";
    }

    function withState(DisputeId number, uint256 a, uint256 seq, bytes memory proof)
        internal
        view
        returns (bytes memory)
    {
        IMarketRecords.AllocationState memory later = stateOf(a, seq - 1);
        uint256 key = CLIENT_KEYS;
        while (vm.addr(key) != models[a].client) ++key;
        return abi.encodeCall(market.answerWithState, (number, later, signedState(later, key), proof));
    }

    function decide(uint256 index) internal {
        DisputeId number = DisputeId.wrap(uint48(disputeIds[index]));
        IMarketRecords.DisputeRecord memory d = market.dispute(number);
        bytes memory call_ = abi.encodeCall(market.decide, (number));
        if (current <= d.deadline.number()) {
            bytes memory pending =
                abi.encodeWithSelector(IMarketErrors.StorageMarket_AnswerPending.selector, d.deadline, current);
            refuses(KEEPER, address(market), call_, pending);
            return;
        }
        follow(d.provider);
        uint256 due = vault.balanceOf(d.challenger) + d.bond + fine(d) + closing(d);
        callsAs(KEEPER, call_);
        vm.assertEq(vault.balanceOf(d.challenger), due, "bond, bounty, and what a client gets");
        forget(index);
    }

    /// @dev Takes the fine out of the model's stake, and returns what the challenger gets of it. Here whoever disputes a state is
    /// its client.
    function fine(IMarketRecords.DisputeRecord memory d) internal returns (uint256 toChallenger) {
        if (d.deadline.number() <= finedUntil[d.provider]) return 0;
        finedUntil[d.provider] = d.deadline.number() + rules.answerRounds;
        uint256 slashed = (stakeOf[d.provider] * rules.disputeSlashBasisPoints + 9999) / 10_000;
        uint256 shared = slashed - slashed / 5 - slashed / 2;
        toChallenger = slashed / 5;
        stakeOf[d.provider] -= slashed;
        (uint256 rate,) = liveAt(d.provider, current);
        if (d.kind != IMarketRecords.DisputeKind.RootLeaf) toChallenger += shared;
        // A position of the root harms whoever is live: without one, their part stays.
        else if (rate == 0) stakeOf[d.provider] += shared;
    }

    /// @dev Ends a disputed allocation in the model, and returns what its client gets back.
    function closing(IMarketRecords.DisputeRecord memory d) internal returns (uint256 refund) {
        if (d.kind == IMarketRecords.DisputeKind.RootLeaf || refusalToRun(d.provider).length > 0) return 0;
        Model storage m = models[AllocationId.unwrap(d.allocation)];
        if (m.settled || m.end <= current + 1) return 0;
        refund = unitsAt(m, m.end - 1) * m.price * (m.end - current - 1);
        m.end = current + 1;
    }

    function forget(uint256 index) internal {
        disputeIds[index] = disputeIds[disputeIds.length - 1];
        disputeIds.pop();
    }
}
