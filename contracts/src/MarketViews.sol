// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { BitMaps } from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import { Compensation } from "./Compensation.sol";
import { MarketState } from "./MarketState.sol";
import { ProofLib } from "./ProofLib.sol";
import { ProvedRounds } from "./ProvedRounds.sol";
import { AllocationId, Round } from "./Round.sol";
import { Schedule } from "./Schedule.sol";

/// @title Everything there is to read, so that no client needs an index of events
abstract contract MarketViews is MarketState {
    using Compensation for Compensation.Sum[];
    using ProvedRounds for BitMaps.BitMap;
    using Schedule for Schedule.Book;

    /// @dev Widest range of `provedRounds`: 256 words.
    uint32 private constant MAX_RANGE = 65_536;

    function parameters() external view returns (Parameters memory) {
        return Parameters({
            beacon: _beacon,
            roundBlocks: uint32(_roundBlocks),
            challenges: uint32(_challenges),
            minStake: _minStake,
            slashBasisPoints: uint32(_slashBasisPoints),
            unbondingRounds: _unbondingRounds
        });
    }

    function clock() external view returns (Clock memory) {
        Round round = _now();
        uint256 seedBlock = _seedBlock(round);
        return Clock({
            round: round,
            blockNumber: uint48(block.number),
            seedBlock: uint48(seedBlock),
            nextRoundBlock: uint48(seedBlock + _roundBlocks),
            timestamp: uint48(block.timestamp)
        });
    }

    function challengeSeed(address owner, Round round) external view returns (bytes32) {
        return _challengeSeed(owner, round);
    }

    function providerOf(address account) external view returns (address) {
        return _operated(account);
    }

    function providerCount() external view returns (uint256) {
        return _owners.length;
    }

    function provider(address owner) external view returns (ProviderRecord memory) {
        return _record(owner);
    }

    function providers(uint256 from, uint256 count) external view returns (ProviderRecord[] memory records) {
        uint256 known = _owners.length;
        from = Math.min(from, known);
        records = new ProviderRecord[](Math.min(count, known - from));
        for (uint256 i; i < records.length; ++i) {
            records[i] = _record(_owners[from + i]);
        }
    }

    function allocationCount() external view returns (uint256) {
        return _allocationCount;
    }

    function allocation(AllocationId id) external view returns (AllocationRecord memory) {
        return _allocationRecord(id);
    }

    function allocationsOfClient(address client, AllocationId beforeId, uint256 max)
        external
        view
        returns (AllocationRecord[] memory records)
    {
        AllocationId first = _newestOfClient[client];
        if (!beforeId.isNone()) {
            if (_allocations[beforeId].client != client) revert StorageMarket_NotInList(beforeId);
            first = _allocations[beforeId].olderOfClient;
        }
        return _list(first, max, _olderOfClient);
    }

    function allocationsOfProvider(address owner, AllocationId beforeId, uint256 max)
        external
        view
        returns (AllocationRecord[] memory records)
    {
        AllocationId first = _providers[owner].newest;
        if (!beforeId.isNone()) {
            if (_allocationRecord(beforeId).provider != owner) revert StorageMarket_NotInList(beforeId);
            first = _allocations[beforeId].olderOfProvider;
        }
        return _list(first, max, _olderOfProvider);
    }

    function provedRounds(address owner, Round from, Round to) external view returns (uint256[] memory words) {
        if (to <= from || to.since(from) > MAX_RANGE) revert StorageMarket_BadRange(from, to);
        uint256 first = from.number() >> 8;
        words = new uint256[](((to.number() - 1) >> 8) - first + 1);
        for (uint256 i; i < words.length; ++i) {
            words[i] = _providers[owner].proved.word(first + i, from, to);
        }
    }

    function compensationOf(AllocationId id) external view returns (uint256) {
        Allocation storage allocation_ = _existing(id);
        return allocation_.settled ? 0 : _claim(allocation_, _providers[_owners[allocation_.providerIndex]]);
    }

    function _challengeSeed(address owner, Round round) internal view returns (bytes32) {
        return ProofLib.challengeSeed(address(this), owner, round.number(), _beacon.seed(_seedBlock(round)));
    }

    function _existing(AllocationId id) internal view returns (Allocation storage allocation_) {
        allocation_ = _allocations[id];
        if (allocation_.client == address(0)) revert StorageMarket_NoAllocation(id);
    }

    function _claim(Allocation storage allocation_, Provider storage provider_) internal view returns (uint256) {
        return provider_.penalties.claim(_rate(allocation_), allocation_.start, _end(allocation_));
    }

    function _record(address owner) private view returns (ProviderRecord memory record) {
        Provider storage provider_ = _providers[owner];
        if (provider_.stage == Stage.None) return record;
        Round round = _now();
        Schedule.Walk memory way = _walk(provider_, round, MAX_WALK);
        record.owner = owner;
        record.nodeKey = provider_.nodeKey;
        record.peerId = provider_.peerId;
        record.root = provider_.root;
        record.leaves = provider_.leaves;
        record.committedRound = provider_.lastProved;
        record.lastProvedRound = provider_.lastProved;
        record.liveRate = way.rate;
        record.liveUnits = way.units;
        record.nextUnits = provider_.book.nextUnits(way);
        record.stake = vault.locked(_lock(STAKE, owner));
        record.misses = way.misses;
        record.stepsTaken = provider_.stepsTaken;
        record.stage = provider_.stage;
        record.stageRound = provider_.stageRound;
        record.unsettled = provider_.unsettled;
        record.behind = provider_.book.behind(round);
        record.minOfferNonce = provider_.minOfferNonce;
        record.escrow = vault.locked(_lock(ESCROW, owner));
        record.compensation = vault.locked(_lock(COMPENSATION, owner));
    }

    function _allocationRecord(AllocationId id) private view returns (AllocationRecord memory) {
        Allocation storage allocation_ = _existing(id);
        return AllocationRecord({
            id: id,
            client: allocation_.client,
            provider: _owners[allocation_.providerIndex],
            units: allocation_.units,
            price: allocation_.price,
            startRound: allocation_.start,
            endRound: _end(allocation_),
            deposit: _rate(allocation_) * allocation_.rounds,
            settled: allocation_.settled
        });
    }

    /// @dev Walks a list twice, to know its length before it is written.
    function _list(AllocationId first, uint256 max, function(AllocationId) view returns (AllocationId) older)
        private
        view
        returns (AllocationRecord[] memory records)
    {
        uint256 length;
        for (AllocationId id = first; !id.isNone() && length < max; id = older(id)) {
            ++length;
        }
        records = new AllocationRecord[](length);
        AllocationId next = first;
        for (uint256 i; i < length; ++i) {
            records[i] = _allocationRecord(next);
            next = older(next);
        }
    }

    function _olderOfClient(AllocationId id) private view returns (AllocationId) {
        return _allocations[id].olderOfClient;
    }

    function _olderOfProvider(AllocationId id) private view returns (AllocationId) {
        return _allocations[id].olderOfProvider;
    }
}
