// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { BitMaps } from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import { Compensation } from "./Compensation.sol";
import { MarketState } from "./MarketState.sol";
import { ProvedRounds } from "./ProvedRounds.sol";
import { AllocationId, Round } from "./Round.sol";
import { Schedule } from "./Schedule.sol";

/// @title What an allocation has cost, from its terms and the provider's bitmap alone; and its end before its time
/// @dev The rounds of an allocation fall into at most 17 ranges, in each of which it has the same units:
///
///     start ── units of growth 0 ── from 0 ── units of growth 1 ── from 1 ── … ── units ── end
///
///     deposit = Σ units × price × rounds         charge = Σ units × price × rounds marked         claim = Σ claims of the ranges
abstract contract Settlement is MarketState {
    using Compensation for Compensation.Sum[];
    using ProvedRounds for BitMaps.BitMap;
    using Schedule for Schedule.Book;

    struct Account {
        uint256 deposit;
        uint256 charge;
        uint256 claim;
    }

    function _account(AllocationId id, Allocation storage allocation_, Provider storage provider_)
        internal
        view
        returns (Account memory sums)
    {
        Round from = allocation_.start;
        uint256 growths = allocation_.growths;
        for (uint256 i; i < growths; ++i) {
            Growth memory growth = _growths[id][i];
            _addRange(sums, allocation_, provider_, growth.units, from, growth.from);
            from = growth.from;
        }
        _addRange(sums, allocation_, provider_, allocation_.units, from, _end(allocation_));
    }

    /// @dev Ends a running allocation at `end`, which is after the current round and before the old end, and gives back the
    /// price of the rounds that it loses. The book has been walked to the current round.
    function _endAt(
        AllocationId id,
        Allocation storage allocation_,
        address owner,
        Provider storage provider_,
        Round end
    ) internal {
        Round oldEnd = _end(allocation_);
        uint256 units = allocation_.units;
        uint256 rate = units * allocation_.price;
        uint256 refund = rate * oldEnd.since(end);
        allocation_.rounds = uint16(end.since(allocation_.start));
        emit AllocationClosed(id, end, refund);
        provider_.book.moveEnd(rate, units, oldEnd, end);
        _settings.vault.release(_lock(ESCROW, owner), _clientOf(id, allocation_), refund);
    }

    function _addRange(
        Account memory sums,
        Allocation storage allocation_,
        Provider storage provider_,
        uint256 units,
        Round from,
        Round to
    ) private view {
        // Nothing if it was closed before it began: both are the same round then.
        uint256 rate = units * allocation_.price;
        sums.deposit += rate * to.since(from);
        sums.charge += rate * provider_.proved.count(from, to);
        sums.claim += provider_.penalties.claim(rate, from, to);
    }
}
