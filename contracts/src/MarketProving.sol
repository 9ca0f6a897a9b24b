// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { BitMaps } from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { IMarketCore } from "./interfaces/IMarketCore.sol";
import { ProofLib } from "./ProofLib.sol";
import { ProvedRounds } from "./ProvedRounds.sol";
import { Round } from "./Round.sol";
import { Schedule } from "./Schedule.sol";
import { Slashing } from "./Slashing.sol";

/// @title Proofs and what they earn, misses and what they cost
abstract contract MarketProving is IMarketCore, Slashing, ReentrancyGuardTransient {
    using ProvedRounds for BitMaps.BitMap;
    using Schedule for Schedule.Book;

    /// @dev Missed rounds in a row without a penalty.
    uint8 private constant FREE_MISSES = 2;

    /// @dev No call to the vault: what is earned stays in the escrow until it is collected, which saves 16,000 gas a round.
    function prove(Round round, bytes32 nextRoot, uint48 nextLeaves, bytes calldata proof) external {
        address owner = _operator();
        Provider storage provider_ = _running(owner);
        Round current = _now();
        if (!(round == current)) revert StorageMarket_WrongRound(round, current);
        if (provider_.proved.has(round)) revert StorageMarket_AlreadyProved(round);
        Schedule.Walk memory way = _fullWalk(owner, provider_, round);
        ProofLib.verify(proof, provider_.root, provider_.leaves, _challengeSeed(owner, round), _settings.challenges);

        uint256 maxLeaves = provider_.book.nextUnits(way) * UNIT_LEAVES;
        if (nextLeaves > maxLeaves || (nextLeaves == 0) != (nextRoot == 0)) {
            revert StorageMarket_BadCommitment(nextRoot, nextLeaves, maxLeaves);
        }
        provider_.book.save(way);
        provider_.proved.mark(round);
        if (provider_.misses > 0) (provider_.misses, provider_.stepsTaken) = (0, 0);
        provider_.root = nextRoot;
        provider_.leaves = nextLeaves;
        provider_.lastProved = round;
        // Below what is in escrow, so below 2^96.
        provider_.earned += uint96(way.rate);
        emit Proved(owner, round, nextRoot, nextLeaves, way.rate);
    }

    function collect(address owner) external nonReentrant returns (uint256) {
        return _collect(owner, _providers[owner]);
    }

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
        uint256 stake = _settings.vault.locked(_lock(STAKE, owner));
        uint256 left = stake;
        for (uint256 i; i < steps; ++i) {
            left -= Math.ceilDiv(left * _settings.slashBasisPoints, BASIS_POINTS);
        }
        Slash memory slash = _shares(stake - left);
        emit Penalized(owner, current, steps, msg.sender, slash.bounty, slash.compensation, slash.burned);
        _compensate(owner, provider_, current, slash.compensation, liveRate);
        _paySlash(owner, msg.sender, slash);
    }
}
