// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { Compensation } from "./Compensation.sol";
import { MarketClients } from "./MarketClients.sol";
import { MarketProviders } from "./MarketProviders.sol";
import { MarketState } from "./MarketState.sol";
import { Round } from "./Round.sol";
import { Schedule } from "./Schedule.sol";

/// @title Capacity bought, proved round by round, paid for and settled
/// @dev Invariants. For every provider p, with marked(p) the rounds it has proved:
///
///     locked(escrow p)       = Σ over unsettled a of p: deposit(a) − rate(a) × |marked(p) ∩ [start(a), end(a))|
///     paid to p              = Σ over r ∈ marked(p): liveRate(p, r) = Σ over a of p: rate(a) × |marked(p) ∩ [start(a), end(a))|
///     locked(compensation p) ≥ Σ over unsettled a of p: claim(a)
///     slashed from p         = bounties + compensation
///     leaves(p)              ≤ 4,096 × units live in the round after the commitment
///
/// No call loops over clients, over all allocations of anybody, or over more than 64 rounds. Nobody can stop another party's
/// `settle` or `withdraw`; the market has no owner and no pause.
contract StorageMarket is MarketProviders, MarketClients {
    using Compensation for Compensation.Sum[];
    using Schedule for Schedule.Book;

    /// @dev Missed rounds in a row without a penalty.
    uint8 private constant FREE_MISSES = 2;
    /// @dev The caller of `penalize` gets one part in five.
    uint256 private constant BOUNTY_PARTS = 5;

    constructor(IERC20 token, Parameters memory parameters_) MarketState(token, parameters_) { }

    function penalize(address owner) external nonReentrant {
        Provider storage provider_ = _running(owner);
        Round current = _now();
        Schedule.Walk memory way = _fullWalk(owner, provider_, current);
        uint8 due = way.misses > FREE_MISSES ? way.misses - FREE_MISSES : 0;
        // Without a live allocation there is nobody to compensate, and slashed money would have nowhere to go.
        if (due <= provider_.stepsTaken || way.rate == 0) revert StorageMarket_NothingToPenalize(owner, way.misses);
        uint8 steps = due - provider_.stepsTaken;
        provider_.stepsTaken = due;
        _saveWalk(provider_, way);
        _slash(owner, provider_, current, steps, way.rate);
        if (way.misses == Schedule.MAX_MISSES) {
            provider_.stage = Stage.Ejected;
            provider_.stageRound = current;
            provider_.book.close(current);
            emit Ejected(owner, current);
        }
    }

    function catchUp(address owner, uint32 maxRounds) external returns (uint32 behind) {
        Provider storage provider_ = _providers[owner];
        if (provider_.stage == Stage.None) revert StorageMarket_NoProvider(owner);
        Round current = _now();
        Schedule.Walk memory way = _walk(provider_, current, Math.min(maxRounds, MAX_WALK));
        _saveWalk(provider_, way);
        emit CaughtUp(owner, way.reached, way.misses);
        return provider_.book.behind(current);
    }

    /// @dev Takes steps of the stake, each a part of what is left, rounded up so that a stake cannot stay for ever at a rest.
    function _slash(address owner, Provider storage provider_, Round current, uint8 steps, uint256 liveRate) private {
        bytes32 lock = _lock(STAKE, owner);
        uint256 stake = vault.locked(lock);
        uint256 left = stake;
        for (uint256 i; i < steps; ++i) {
            left -= Math.ceilDiv(left * _slashBasisPoints, 10_000);
        }
        uint256 slashed = stake - left;
        uint256 bounty = slashed / BOUNTY_PARTS;
        uint256 compensation = slashed - bounty;
        emit Penalized(owner, current, steps, msg.sender, bounty, compensation);
        if (bounty > 0) vault.release(lock, msg.sender, bounty);
        if (compensation > 0) {
            vault.move(lock, _lock(COMPENSATION, owner), compensation);
            provider_.penalties.share(current, compensation, liveRate);
        }
    }
}
