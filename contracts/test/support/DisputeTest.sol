// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, DisputeId } from "../../src/Round.sol";
import { IMarketRecords } from "../../src/interfaces/IMarketRecords.sol";
import { States } from "./States.sol";
import { Trees } from "./Trees.sol";
import { vm } from "./Vm.sol";

/// @title Two allocations with data under the committed root, and refusals about them
/// @dev `a` runs in rounds 2 … 101; its first state is under the root of round 1, behind another client's.
abstract contract DisputeTest is States {
    uint256 internal constant THIEF_KEY = 0xBAD;

    AllocationId internal a;
    AllocationId internal b;
    IMarketRecords.AllocationState internal state;
    Trees.Allocation[] internal committed;

    function setUp() public virtual override {
        super.setUp();
        b = open(other, 10, 100);
        a = open(client, 10, 100);
        state = stateOf(stored(a, 1), 2);
        committed.push(stored(b, 1));
        committed.push(stored(a, 1));
        prove(nothing(), committed);
    }

    function refusesInclusion(IMarketRecords.AllocationState memory s, uint256 key, bytes memory error_) internal {
        bytes memory call_ = abi.encodeCall(market.challengeInclusion, (s, signedState(s, key)));
        refuses(other, address(market), call_, error_);
    }

    function refusesStateLeaf(IMarketRecords.AllocationState memory s, uint256 key, bytes memory error_) internal {
        bytes memory call_ = abi.encodeCall(market.challengeStateLeaf, (s, signedState(s, key), 0));
        refuses(other, address(market), call_, error_);
    }

    function refusesAnswer(DisputeId dispute, bytes memory proof, bytes memory error_) internal {
        refuses(other, address(market), abi.encodeCall(market.answer, (dispute, proof)), error_);
    }

    function refusesLater(
        DisputeId dispute,
        IMarketRecords.AllocationState memory later,
        uint256 key,
        bytes memory error_
    ) internal {
        bytes memory call_ = abi.encodeCall(market.answerWithState, (dispute, later, signedState(later, key), ""));
        refuses(other, address(market), call_, error_);
    }

    /// @dev Any reason will do: which one it is, the tests of the library tell.
    function refusesProof(DisputeId dispute, bytes memory proof) internal {
        (bool ok,) = address(market).call(abi.encodeCall(market.answer, (dispute, proof)));
        vm.assertFalse(ok, "a wrong proof went through");
    }
}
