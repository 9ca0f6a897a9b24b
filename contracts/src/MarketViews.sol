// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { BitMaps } from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { IMarketViews } from "./interfaces/IMarketViews.sol";
import { ITokenVault } from "./interfaces/ITokenVault.sol";
import { MarketState } from "./MarketState.sol";
import { OfferBook } from "./OfferBook.sol";
import { ProvedRounds } from "./ProvedRounds.sol";
import { AllocationId, DisputeId, Round } from "./Round.sol";
import { Schedule } from "./Schedule.sol";
import { Settlement } from "./Settlement.sol";

/// @title Everything there is to read, so that no client needs an index of events
/// @dev As `MarketExtension`, it only ever runs on the storage of a market.
contract MarketViews is IMarketViews, OfferBook, Settlement {
    using ProvedRounds for BitMaps.BitMap;
    using Schedule for Schedule.Book;

    /// @dev Widest range of `provedRounds`: 256 words.
    uint32 private constant MAX_RANGE = 65_536;

    constructor() MarketState(address(0)) { }

    function vault() external view returns (ITokenVault) {
        return _settings.vault;
    }

    function genesisBlock() external view returns (uint256) {
        return _settings.genesisBlock;
    }

    function parameters() external view returns (Parameters memory) {
        Settings storage s = _settings;
        return Parameters({
            beacon: s.beacon,
            roundBlocks: s.roundBlocks,
            challenges: s.challenges,
            minStake: s.minStake,
            unitStake: s.unitStake,
            slashBasisPoints: s.slashBasisPoints,
            unbondingRounds: s.unbondingRounds,
            noticeRounds: s.noticeRounds,
            answerRounds: s.answerRounds,
            disputeSlashBasisPoints: s.disputeSlashBasisPoints,
            disputeBond: s.disputeBond
        });
    }

    function clock() external view returns (Clock memory) {
        Round round = _now();
        uint256 seedBlock = _seedBlock(round);
        bool known;
        // What a beacon throws when it has no seed is its own affair.
        try _settings.beacon.seed(seedBlock) returns (bytes32) {
            known = true;
        } catch { }
        return Clock({
            round: round,
            blockNumber: uint48(block.number),
            seedBlock: uint48(seedBlock),
            nextRoundBlock: uint48(seedBlock + _settings.roundBlocks),
            timestamp: uint48(block.timestamp),
            seedKnown: known
        });
    }

    function challengeSeed(address owner, Round round) external view returns (bytes32) {
        return _challengeSeed(owner, round);
    }

    function offerHash(Offer calldata offer) external view returns (bytes32) {
        return _offerHash(offer);
    }

    function usedUnits(address owner, uint256 nonce) external view returns (uint256) {
        return _taken(owner, uint48(nonce));
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

    function isStateKey(AllocationId id, address key) external view returns (bool) {
        Allocation storage allocation_ = _existing(id);
        address owner = _owners[allocation_.providerIndex];
        return key == _providers[owner].nodeKey || _wasKeyFor(allocation_, owner, key);
    }

    function allocationsOfClient(address client, AllocationId beforeId, uint256 max)
        external
        view
        returns (AllocationRecord[] memory)
    {
        AllocationId first;
        if (beforeId.isNone()) {
            first = _newestIn(_newestOfClient[client]);
        } else {
            if (_clientOf(beforeId, _existing(beforeId)) != client) revert StorageMarket_NotInList(beforeId);
            first = _olderOfClient(beforeId);
        }
        return _list(first, max, _olderOfClient);
    }

    function allocationsOfProvider(address owner, AllocationId beforeId, uint256 max)
        external
        view
        returns (AllocationRecord[] memory)
    {
        AllocationId first = _providers[owner].newest;
        if (!beforeId.isNone()) {
            if (_owners[_existing(beforeId).providerIndex] != owner) revert StorageMarket_NotInList(beforeId);
            first = _olderOfProvider(beforeId);
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

    function isVoid(Round round) external view returns (bool) {
        return _isVoid(round);
    }

    function accountOf(AllocationId id) external view returns (AccountRecord memory record) {
        Allocation storage allocation_ = _existing(id);
        Account memory sums = _account(id, allocation_, _providers[_owners[allocation_.providerIndex]]);
        (record.deposit, record.charged) = (sums.deposit, sums.charge);
        if (!allocation_.settled) record.compensation = sums.claim;
    }

    function disputeCount() external view returns (uint256) {
        return _disputeCount;
    }

    function dispute(DisputeId id) external view returns (DisputeRecord memory) {
        return _disputeRecord(id, _disputes[id]);
    }

    function disputes(uint256 from, uint256 count) external view returns (DisputeRecord[] memory records) {
        uint256 end = uint256(_disputeCount) + 1;
        from = Math.min(Math.max(from, 1), end);
        records = new DisputeRecord[](Math.min(count, end - from));
        for (uint256 i; i < records.length; ++i) {
            DisputeId id = DisputeId.wrap(uint48(from + i));
            records[i] = _disputeRecord(id, _disputes[id]);
        }
    }

    function _record(address owner) private view returns (ProviderRecord memory record) {
        Provider storage provider_ = _providers[owner];
        if (provider_.stage == Stage.None) return record;
        Round round = _now();
        Schedule.Walk memory way = _walk(provider_, round, MAX_WALK);
        record.owner = owner;
        record.nodeKey = provider_.nodeKey;
        record.payout = provider_.payout;
        record.peerId = provider_.peerId;
        record.root = provider_.root;
        record.leaves = provider_.leaves;
        record.committedRound = provider_.lastProved;
        record.lastProvedRound = provider_.lastProved;
        record.liveRate = way.rate;
        record.liveUnits = way.units;
        record.nextUnits = provider_.book.nextUnits(way);
        record.stake = _locked(STAKE, owner);
        record.misses = way.misses;
        record.stepsTaken = provider_.stepsTaken;
        record.stage = provider_.stage;
        record.stageRound = provider_.stageRound;
        record.unsettled = provider_.unsettled;
        record.openDisputes = provider_.openDisputes;
        record.finedUntil = provider_.finedUntil;
        record.behind = provider_.book.behind(round);
        record.minOfferNonce = provider_.minOfferNonce;
        record.earned = provider_.earned;
        record.escrow = _locked(ESCROW, owner) - provider_.earned;
        record.compensation = _locked(COMPENSATION, owner);
    }

    function _locked(uint256 kind, address owner) private view returns (uint256) {
        return _settings.vault.locked(_lock(kind, owner));
    }

    function _allocationRecord(AllocationId id) private view returns (AllocationRecord memory record) {
        Allocation storage allocation_ = _existing(id);
        address owner = _owners[allocation_.providerIndex];
        record.id = id;
        record.client = _clientOf(id, allocation_);
        record.provider = owner;
        record.units = allocation_.units;
        record.price = allocation_.price;
        record.startRound = allocation_.start;
        record.endRound = _end(allocation_);
        record.deposit = _account(id, allocation_, _providers[owner]).deposit;
        record.settled = allocation_.settled;
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

    /// @dev The last allocation of an order.
    function _newestIn(AllocationId first) private view returns (AllocationId) {
        return first.isNone() ? first : AllocationId.wrap(AllocationId.unwrap(first) + _orders[first].last);
    }

    function _olderOfClient(AllocationId id) private view returns (AllocationId) {
        uint8 place = _allocations[id].place;
        if (place > 0) return AllocationId.wrap(AllocationId.unwrap(id) - 1);
        return _newestIn(_orders[id].olderOfClient);
    }

    function _olderOfProvider(AllocationId id) private view returns (AllocationId) {
        return _allocations[id].olderOfProvider;
    }
}
