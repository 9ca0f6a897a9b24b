// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { BitMaps } from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import { ProvedRounds } from "../src/ProvedRounds.sol";
import { Round } from "../src/Round.sol";
import { vm } from "./support/Vm.sol";

contract ProvedRoundsTest {
    using ProvedRounds for BitMaps.BitMap;

    BitMaps.BitMap private full;
    BitMaps.BitMap private some;

    /// @dev Rounds 0 … 1023 marked.
    function setUp() public {
        for (uint256 i; i < 4; ++i) {
            full._data[i] = type(uint256).max;
        }
    }

    function r(uint256 number) private pure returns (Round) {
        return Round.wrap(uint32(number));
    }

    function test_every_edge_of_a_range_counts() public view {
        uint256[9] memory edges = [uint256(0), 1, 254, 255, 256, 257, 511, 512, 513];
        for (uint256 i; i < edges.length; ++i) {
            for (uint256 j; j < edges.length; ++j) {
                uint256 expected = edges[j] > edges[i] ? edges[j] - edges[i] : 0;
                vm.assertEq(full.count(r(edges[i]), r(edges[j])), expected, "count");
            }
        }
    }

    function testFuzz_counting_is_counting_bit_by_bit(uint256[3] memory words, uint16 a, uint16 b) public {
        (uint256 from, uint256 to) = (a % 768, b % 769);
        for (uint256 i; i < 3; ++i) {
            some._data[i] = words[i];
        }
        uint256 expected;
        for (uint256 round = from; round < to; ++round) {
            if (some.has(r(round))) ++expected;
        }
        vm.assertEq(some.count(r(from), r(to)), expected, "count");
    }

    function testFuzz_a_marked_round_is_there_and_no_other(uint32 round, uint32 other) public {
        vm.assume(round != other);
        some.mark(r(round));
        vm.assertTrue(some.has(r(round)), "marked");
        vm.assertFalse(some.has(r(other)), "not marked");
    }
}
