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
///     change at r  = changes[r] + (soon, if it is of round r)
///     round(soon)  ≤ reached + 1
library Schedule {
    using SafeCast for int256;
    using SafeCast for uint256;

    /// @dev rate × 2^64 + units, both signed. Packed by hand, as `Soon`: a struct is read and written field by field, and opening
    /// is mostly storage (3,000 gas of 120,000).
    type Change is uint256;

    /// @dev rate × 2^128 + units × 2^64 + round: the changes of the round after the one reached, in a slot of their own that is
    /// never zero. Every opening changes that round, and a slot that is used again costs 17,000 gas less than a fresh one.
    type Soon is uint256;

    /// @dev rate, units, reached and horizon share one slot. `reached` is the round that rate and units belong to, `horizon`
    /// the last end of all allocations, or later.
    struct Book {
        uint128 rate;
        uint64 units;
        Round reached;
        Round horizon;
        Soon soon;
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

    /// @notice Adds to what is live from `start` to `end`, both after the round the book has reached.
    function add(Book storage book, uint256 rate, uint256 units, Round start, Round end) internal {
        _change(book, start, rate.toInt256(), units.toInt256());
        _change(book, end, -rate.toInt256(), -units.toInt256());
        book.horizon = latest(book.horizon, end);
    }

    /// @notice Moves the end of what is live from `oldEnd` to `newEnd`, both after the round the book has reached.
    function moveEnd(Book storage book, uint256 rate, uint256 units, Round oldEnd, Round newEnd) internal {
        _change(book, oldEnd, rate.toInt256(), units.toInt256());
        _change(book, newEnd, -rate.toInt256(), -units.toInt256());
        book.horizon = latest(book.horizon, newEnd);
    }

    /// @notice Forgets everything from `round` on: the provider was ejected.
    function close(Book storage book, Round round) internal {
        book.rate = 0;
        book.units = 0;
        book.horizon = round;
    }

    /// @notice Everything has ended by `round`: closings can leave a later horizon.
    function shorten(Book storage book, Round round) internal {
        book.horizon = earliest(book.horizon, round);
    }

    /// @notice Walks towards `target`, at most `limit` rounds, without writing.
    /// @param lastProved A round that was proved is no miss. Only the first round of a walk can have been proved, because
    /// `prove` always walks to its own round; and round 0 has nothing live, so 0 for "never" is no mistake.
    /// @param isVoid Whether nobody could prove a round, because its seed did not come in time: then it is no miss.
    function walk(
        Book storage book,
        Round target,
        uint256 limit,
        Round lastProved,
        uint8 misses,
        function(Round) view returns (bool) isVoid
    ) internal view returns (Walk memory way) {
        way = Walk(book.rate, book.units, book.reached, misses);
        Round horizon = book.horizon;
        for (; way.reached < target && way.reached < horizon && limit > 0; --limit) {
            bool owed = way.units > 0 && !(way.reached == lastProved) && way.misses < MAX_MISSES;
            if (owed && !isVoid(way.reached)) ++way.misses;
            way.reached = way.reached.plus(1);
            (int256 rate, int256 units) = _at(book, way.reached);
            way.rate = (int256(uint256(way.rate)) + rate).toUint256().toUint128();
            way.units = (int256(uint256(way.units)) + units).toUint256().toUint64();
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
        (, int256 units) = _at(book, way.reached.plus(1));
        return (int256(uint256(way.units)) + units).toUint256().toUint64();
    }

    function _at(Book storage book, Round round) private view returns (int256 rate, int256 units) {
        (rate, units) = _unpack(Change.unwrap(book.changes[round]));
        uint256 soon = Soon.unwrap(book.soon);
        if (uint32(soon) != round.number()) return (rate, units);
        (int256 soonRate, int256 soonUnits) = _unpack(soon >> 64);
        // The shift has filled the rate's upper half with zeros.
        return (rate + int128(soonRate), units + soonUnits);
    }

    function _change(Book storage book, Round round, int256 rate, int256 units) private {
        if (!(round == book.reached.plus(1))) {
            (int256 oldRate, int256 oldUnits) = _unpack(Change.unwrap(book.changes[round]));
            book.changes[round] = Change.wrap(_pack(oldRate + rate, oldUnits + units));
            return;
        }
        uint256 soon = Soon.unwrap(book.soon);
        // What is there of an earlier round was walked over already.
        if (uint32(soon) == round.number()) {
            (int256 oldRate, int256 oldUnits) = _unpack(soon >> 64);
            (rate, units) = (rate + int128(oldRate), units + oldUnits);
        }
        book.soon = Soon.wrap(_pack(rate, units) << 64 | round.number());
    }

    function _unpack(uint256 word) private pure returns (int256 rate, int256 units) {
        return (int256(word) >> 64, int64(uint64(word)));
    }

    function _pack(int256 rate, int256 units) private pure returns (uint256) {
        return uint256(int256(rate.toInt128())) << 64 | uint64(units.toInt64());
    }
}
