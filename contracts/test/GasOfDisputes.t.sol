// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { DisputeId } from "../src/Round.sol";
import { GasPrint } from "./support/GasPrint.sol";
import { UniformTree } from "./support/UniformTree.sol";
import { vm } from "./support/Vm.sol";

/// @dev Disputes, opened, answered and decided.
contract GasOfDisputesTest is GasPrint {
    function test_gas_of_disputes_under_one_allocation() public {
        committed(1, 1_000_000);
        inclusions();
        leaves();
        decisions();
    }

    function test_gas_of_disputes_under_10000_allocations() public {
        committed(10_000, 100);
        inclusions();
        leaves();
    }

    UniformTree private tree;
    /// @dev Its number of leaves.
    uint256 private size;
    /// @dev An allocation in the middle of the tree, and what is known of it.
    uint64 private middle;
    uint256 private each;
    string private facts;

    function committed(uint256 allocations, uint256 each_) private {
        each = each_;
        tree = new UniformTree(allocations, each);
        size = allocations * each * UNIT_LEAVES;
        middle = uint64((allocations + 1) / 2);
        facts = factsOf(allocations, each);
        marketOf(CHALLENGES, allocations, each);
        goTo(2);
        bytes32 root = tree.root();
        vm.prank(nodeKey);
        market.prove(r(2), root, uint48(size), "");
    }

    /// @dev State 9 is the one in the tree.
    function stateOf(uint64 seq) private view returns (IMarketRecords.AllocationState memory) {
        bytes32 subRoot = seq == 9 ? tree.subRoot() : bytes32(uint256(seq));
        return IMarketRecords.AllocationState({
            allocation: middle, seq: seq, subRoot: subRoot, leaves: uint64(each * UNIT_LEAVES), fromRound: 2
        });
    }

    function challenge(bytes memory call_) private returns (DisputeId) {
        vm.prank(client);
        (bool ok,) = address(market).call(call_);
        vm.assertTrue(ok, "challenged");
        return DisputeId.wrap(uint48(++disputes));
    }

    uint256 private disputes;

    function inclusions() private {
        IMarketRecords.AllocationState memory state = stateOf(9);
        bytes memory call_ = abi.encodeCall(market.challengeInclusion, (state, signedState(state, NODE_KEY)));
        bytes memory inclusion = tree.inclusion(middle - 1);
        DisputeId d = challenge(call_);
        if (middle == 1) print("challengeInclusion, first", 242_500);
        market.answer(d, inclusion);
        if (middle == 1) print("answer, inclusion, first", 84_000);
        d = challenge(call_);
        if (middle == 1) print("challengeInclusion", 242_500);
        market.answer(d, inclusion);
        print(string.concat("answer, inclusion", facts), 83_000);

        IMarketRecords.AllocationState memory earlier = stateOf(8);
        d = challenge(abi.encodeCall(market.challengeInclusion, (earlier, signedState(earlier, NODE_KEY))));
        market.answerWithState(d, state, signedState(state, CLIENT_KEY), inclusion);
        print(string.concat("answerWithState, inclusion", facts), 93_500);
        if (middle > 1) return;
        d = challenge(abi.encodeCall(market.challengeStateLeaf, (earlier, signedState(earlier, NODE_KEY), 0)));
        market.answerWithState(d, state, signedState(state, CLIENT_KEY), "");
        print("answerWithState, leaf of a state", 74_000);
    }

    function leaves() private {
        IMarketRecords.AllocationState memory state = stateOf(9);
        uint48 position = uint48(state.leaves / 3);
        DisputeId d =
            challenge(abi.encodeCall(market.challengeStateLeaf, (state, signedState(state, NODE_KEY), position)));
        if (middle == 1) print("challengeStateLeaf", 215_000);
        market.answer(d, tree.proofInAllocation(position));
        print(string.concat("answer, leaf of a state", facts), 98_000);

        position = uint48(size / 3);
        d = challenge(abi.encodeCall(market.challengeLeaf, (owner, record().root, position)));
        if (middle == 1) print("challengeLeaf", 204_500);
        market.answer(d, tree.proofAt(position));
        print(string.concat("answer, leaf of a root", facts), 100_500);
    }

    function decisions() private {
        IMarketRecords.AllocationState memory state = stateOf(9);
        bytes memory ofState = abi.encodeCall(market.challengeStateLeaf, (state, signedState(state, NODE_KEY), 0));
        DisputeId d = challenge(ofState);
        DisputeId e = challenge(abi.encodeCall(market.challengeLeaf, (owner, record().root, 0)));
        goTo(3);
        DisputeId f = challenge(abi.encodeCall(market.challengeLeaf, (owner, record().root, 0)));
        goTo(2 + ANSWER + 1);
        market.decide(e);
        print("decide, root", 230_000);
        market.decide(d);
        print("decide, state, fined before", 96_500);
        goTo(3 + ANSWER + 1);
        market.decide(f);
        print("decide, root, fined before", 65_500);
    }
}
