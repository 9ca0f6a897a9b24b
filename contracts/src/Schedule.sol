// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { Round, earliest, latest } from "./Round.sol";

/// @title What is live at a provider, round by round
/// @notice An allocation adds its rate and units at its start and takes them away at its end; walking the rounds in order sums
/// them. So opening costs the same with one client as with a thousand, and nothing has to happen when an allocation ends.
/// @dev Invariants, after a walk to round r:
///
///     rate(r)  = Σ units × price over allocations with start ≤ r < end
///     units(r) = Σ units         over the same
///     r ≥ horizon  ⇒  rate = units = 0         so that a walk may jump from there to any round
library Schedule {
    using SafeCast for int256;
    using SafeCast for uint256;

    struct Change {
        int128 rate;
        int64 units;
    }

    /// @dev rate, units, reached and horizon share one slot. `reached` is the round that rate and units belong to, `horizon`
    /// the last end of all allocations.
    struct Book {
        uint128 rate;
        uint64 units;
        Round reached;
        Round horizon;
        mapping(Round round => Change) changes;
    }

    /// @dev A walk in memory: the book's first slot, and consecutive misses counted on the way.
    struct Walk {
        uint128 rate;
        uint64 units;
        Round reached;
        uint8 misses;
    }

    /// @dev Misses beyond this change nothing: seven eject.
    uint8 internal constant MAX_MISSES = 7;

    /// @notice Puts an allocation into the book. `start` lies after the round the book has reached.
    function add(Book storage book, uint256 rate, uint256 units, Round start, Round end) internal {
        _change(book, start, rate.toInt256(), units.toInt256());
        _change(book, end, -rate.toInt256(), -units.toInt256());
        book.horizon = latest(book.horizon, end);
    }

    /// @notice Forgets everything from `round` on: the provider was ejected.
    function close(Book storage book, Round round) internal {
        book.rate = 0;
        book.units = 0;
        book.horizon = round;
    }

    /// @notice Walks towards `target`, at most `limit` rounds, without writing.
    /// @param lastProved A round that was proved is no miss. Only the first round of a walk can have been proved, because
    /// `prove` always walks to its own round; and round 0 has nothing live, so 0 for "never" is no mistake.
    function walk(Book storage book, Round target, uint256 limit, Round lastProved, uint8 misses)
        internal
        view
        returns (Walk memory way)
    {
        way = Walk(book.rate, book.units, book.reached, misses);
        Round horizon = book.horizon;
        for (; way.reached < target && way.reached < horizon && limit > 0; --limit) {
            if (way.units > 0 && !(way.reached == lastProved) && way.misses < MAX_MISSES) ++way.misses;
            way.reached = way.reached.plus(1);
            Change memory change = book.changes[way.reached];
            way.rate = (int256(uint256(way.rate)) + change.rate).toUint256().toUint128();
            way.units = (int256(uint256(way.units)) + change.units).toUint256().toUint64();
        }
        if (horizon <= way.reached) way.reached = latest(way.reached, target);
    }

    /// @notice Writes what `walk` found.
    function save(Book storage book, Walk memory way) internal {
        book.rate = way.rate;
        book.units = way.units;
        book.reached = way.reached;
    }

    /// @notice Rounds that a walk to `target` has to go through one by one.
    function behind(Book storage book, Round target) internal view returns (uint32) {
        Round stop = earliest(target, book.horizon);
        return book.reached < stop ? stop.since(book.reached) : 0;
    }

    /// @notice Units live in the round after `way`'s.
    function nextUnits(Book storage book, Walk memory way) internal view returns (uint64) {
        if (book.horizon <= way.reached) return 0;
        return (int256(uint256(way.units)) + book.changes[way.reached.plus(1)].units).toUint256().toUint64();
    }

    function _change(Book storage book, Round round, int256 rate, int256 units) private {
        Change memory change = book.changes[round];
        book.changes[round] = Change((change.rate + rate).toInt128(), (change.units + units).toInt64());
    }
}
