// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { BitMaps } from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import { Round } from "./Round.sol";

/// @title The rounds a provider has proved, one bit each
library ProvedRounds {
    using BitMaps for BitMaps.BitMap;

    function has(BitMaps.BitMap storage map, Round round) internal view returns (bool) {
        return map.get(round.number());
    }

    function mark(BitMaps.BitMap storage map, Round round) internal {
        map.set(round.number());
    }

    /// @notice How many rounds of `[from, to)` are marked. Reads a word per 256 rounds.
    function count(BitMaps.BitMap storage map, Round from, Round to) internal view returns (uint256 marked) {
        if (to <= from) return 0;
        uint256 last = (to.number() - 1) >> 8;
        for (uint256 index = from.number() >> 8; index <= last; ++index) {
            marked += _ones(word(map, index, from, to));
        }
    }

    /// @notice Word `index` of the map, rounds outside `[from, to)` cleared.
    function word(BitMaps.BitMap storage map, uint256 index, Round from, Round to)
        internal
        view
        returns (uint256 bits)
    {
        bits = map._data[index];
        uint256 first = index << 8;
        if (from.number() > first) bits &= type(uint256).max << (from.number() - first);
        if (to.number() < first + 256) bits &= (uint256(1) << (to.number() - first)) - 1;
    }

    /// @dev Bits set in a word: pairs, nibbles, bytes, then all the bytes summed into the highest one. The sum can be 256, one
    /// too many for a byte, so the halves are summed apart.
    function _ones(uint256 x) private pure returns (uint256) {
        unchecked {
            x -= (x >> 1) & 0x5555555555555555555555555555555555555555555555555555555555555555;
            x = (x & 0x3333333333333333333333333333333333333333333333333333333333333333)
                + ((x >> 2) & 0x3333333333333333333333333333333333333333333333333333333333333333);
            x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f;
            x = (x & 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff)
                + ((x >> 8) & 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff);
            return (x * 0x0001000100010001000100010001000100010001000100010001000100010001) >> 240;
        }
    }
}
