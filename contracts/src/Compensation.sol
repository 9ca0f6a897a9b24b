// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { Round } from "./Round.sol";

/// @title Slashed stake, shared by rate among the allocations live at the time, without a loop over them
/// @dev `perRate(r)` is the sum, over the penalties up to round r, of amount × 2^64 / live rate. An allocation that was live
/// in [start, end) has a claim to
///
///     rate × (perRate(end − 1) − perRate(start − 1)) / 2^64
///
/// and since the live rate is the sum of the rates of exactly those allocations, Σ claims ≤ Σ amounts. Rounding leaves less
/// than one base unit per allocation and penalty, which goes back to the provider when it leaves.
///
/// OpenZeppelin's Checkpoints do the same, but their assembly is not marked as memory-safe, and then the optimizer by IR,
/// which the market needs to stay below EIP-170, gives up on the whole contract.
library Compensation {
    using SafeCast for uint256;

    uint256 private constant SCALE_BITS = 64;

    /// @dev The sum after the penalties of a round. 208 bits hold 2^48 penalties of 2^96 each.
    struct Sum {
        Round round;
        uint208 perRate;
    }

    /// @notice Shares `amount` (below 2^96) among what is live in `round`; `liveRate` > 0. Rounds come in order.
    function share(Sum[] storage sums, Round round, uint256 amount, uint256 liveRate) internal {
        uint256 length = sums.length;
        Sum memory last = length == 0 ? Sum(Round.wrap(0), 0) : sums[length - 1];
        Sum memory next = Sum(round, (last.perRate + (amount << SCALE_BITS) / liveRate).toUint208());
        if (length > 0 && last.round == round) sums[length - 1] = next;
        else sums.push(next);
    }

    /// @notice Claim of an allocation of `rate` live in `[start, end)`.
    function claim(Sum[] storage sums, uint256 rate, Round start, Round end) internal view returns (uint256) {
        return (rate * (_before(sums, end) - _before(sums, start))) >> SCALE_BITS;
    }

    /// @dev The sum of all penalties before `round`, by binary search.
    function _before(Sum[] storage sums, Round round) private view returns (uint256) {
        uint256 low;
        uint256 high = sums.length;
        while (low < high) {
            uint256 middle = (low + high) >> 1;
            if (sums[middle].round < round) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? 0 : sums[low - 1].perRate;
    }
}
