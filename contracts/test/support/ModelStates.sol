// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IMarketRecords } from "../../src/interfaces/IMarketRecords.sol";
import { MarketModel } from "./MarketModel.sol";
import { Trees } from "./Trees.sol";

/// @title What the providers of the model store, and the states that are signed about it
abstract contract ModelStates is MarketModel {
    /// @dev One or two small fragments, made from allocation and seq; each fourth state is empty.
    function fragments(uint256 a, uint256 seq) internal pure returns (bytes[] memory found) {
        if (seq % 4 == 3) return found;
        uint256 seed = uint256(keccak256(abi.encode(a, seq)));
        found = new bytes[](1 + seed % 2);
        for (uint256 i; i < found.length; ++i) {
            found[i] = Trees.noise(seed + i, 1 + (seed >> 16) % 700);
        }
    }

    function treeOf(Tree memory tree) internal pure returns (Trees.Allocation[] memory allocations) {
        allocations = new Trees.Allocation[](tree.ids.length);
        for (uint256 i; i < allocations.length; ++i) {
            allocations[i] = Trees.Allocation(uint64(tree.ids[i]), tree.seqs[i], fragments(tree.ids[i], tree.seqs[i]));
        }
    }

    /// @dev State number `seq`, counted around; empty if nothing was signed yet.
    function stateOf(uint256 a, uint256 seq) internal view returns (IMarketRecords.AllocationState memory state) {
        uint256 signedStates = models[a].states.length;
        if (signedStates == 0) return state;
        state.allocation = uint64(a);
        state.seq = uint64(1 + seq % signedStates);
        state.fromRound = models[a].states[state.seq - 1];
        bytes[] memory data = fragments(a, state.seq);
        if (data.length == 0) return state;
        Trees.Node memory sub = Trees.sumRoot(Trees.fragmentItems(data), 0, data.length);
        (state.subRoot, state.leaves) = (sub.hash, uint64(sub.leaves));
    }

    /// @dev The present node key is always good, and an earlier one for what was opened before it was replaced.
    function signerOf(uint256 a, uint256 luck) internal view returns (uint256) {
        Model storage m = models[a];
        uint256[] storage keys = nodeKeys[m.provider];
        uint256 key = keys[luck % keys.length];
        return retiredIn[m.provider][key] + 1 >= m.steps[0].from ? key : nodeKeyOf(m.provider);
    }
}
