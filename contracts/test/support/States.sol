// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, DisputeId } from "../../src/Round.sol";
import { IMarketRecords } from "../../src/interfaces/IMarketRecords.sol";
import { MarketTest } from "./MarketTest.sol";
import { Trees } from "./Trees.sol";
import { vm } from "./Vm.sol";

/// @title States of allocations with real data under them, and disputes about them
abstract contract States is MarketTest {
    /// @dev Three fragments of 3, 2 and 1 leaves, other ones for each seq.
    function stored(AllocationId id_, uint64 seq) internal pure returns (Trees.Allocation memory allocation_) {
        uint256 seed = uint256(keccak256(abi.encode(id_, seq)));
        allocation_ = Trees.Allocation(AllocationId.unwrap(id_), seq, new bytes[](3));
        allocation_.fragments[0] = Trees.noise(seed, 700);
        allocation_.fragments[1] = Trees.noise(seed + 1, 300);
        allocation_.fragments[2] = Trees.noise(seed + 2, 30);
    }

    function alone(Trees.Allocation memory allocation_) internal pure returns (Trees.Allocation[] memory allocations) {
        allocations = new Trees.Allocation[](1);
        allocations[0] = allocation_;
    }

    function both(Trees.Allocation memory first, Trees.Allocation memory second)
        internal
        pure
        returns (Trees.Allocation[] memory allocations)
    {
        allocations = new Trees.Allocation[](2);
        (allocations[0], allocations[1]) = (first, second);
    }

    function stateOf(Trees.Allocation memory allocation_, uint256 fromRound)
        internal
        pure
        returns (IMarketRecords.AllocationState memory)
    {
        Trees.Node[] memory items = Trees.fragmentItems(allocation_.fragments);
        Trees.Node memory sub = Trees.sumRoot(items, 0, items.length);
        return IMarketRecords.AllocationState(
            allocation_.id, allocation_.seq, sub.hash, uint64(sub.leaves), uint64(fromRound)
        );
    }

    /// @dev Everything removed.
    function emptied(AllocationId id_, uint64 seq) internal pure returns (IMarketRecords.AllocationState memory) {
        return IMarketRecords.AllocationState(AllocationId.unwrap(id_), seq, 0, 0, 0);
    }

    // ------------------------------------------------------------------ disputes, by a stranger

    function askInclusion(IMarketRecords.AllocationState memory state) internal returns (DisputeId) {
        bytes memory signature_ = signedState(state, NODE_KEY);
        vm.prank(other);
        return market.challengeInclusion(state, signature_);
    }

    function askStateLeaf(IMarketRecords.AllocationState memory state, uint48 position) internal returns (DisputeId) {
        bytes memory signature_ = signedState(state, NODE_KEY);
        vm.prank(other);
        return market.challengeStateLeaf(state, signature_, position);
    }

    function askLeaf(uint48 position) internal returns (DisputeId) {
        bytes32 root = record().root;
        vm.prank(other);
        return market.challengeLeaf(owner, root, position);
    }

    function answerWith(DisputeId dispute, IMarketRecords.AllocationState memory later, bytes memory proof) internal {
        market.answerWithState(dispute, later, signedState(later, CLIENT_KEY), proof);
    }

    /// @dev To the first round in which nobody can answer any more.
    function passDeadline() internal {
        goTo(round() + ANSWER + 1);
    }

    function lockOf(uint256 kind, address provider_) internal view returns (uint256) {
        return vault.locked(bytes32(kind << 160 | uint160(provider_)));
    }
}
