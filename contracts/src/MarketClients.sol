// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IERC20Permit } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { BitMaps } from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import { MarketViews } from "./MarketViews.sol";
import { OfferBook } from "./OfferBook.sol";
import { ProvedRounds } from "./ProvedRounds.sol";
import { AllocationId, Round } from "./Round.sol";
import { Schedule } from "./Schedule.sol";

/// @title Buying capacity, and getting back what was not earned
abstract contract MarketClients is OfferBook, MarketViews, ReentrancyGuardTransient {
    using ProvedRounds for BitMaps.BitMap;
    using Schedule for Schedule.Book;

    /// @dev Offers in one call: as many as a segment can have shards.
    uint256 private constant MAX_BATCH = 256;

    function openAllocations(Offer[] calldata offers, bytes[] calldata signatures, uint32 units, Round endRound)
        external
        nonReentrant
        returns (AllocationId[] memory ids)
    {
        return _openAll(offers, signatures, units, endRound);
    }

    function openAllocationsWithPermit(
        Offer[] calldata offers,
        bytes[] calldata signatures,
        uint32 units,
        Round endRound,
        Permit calldata permit
    ) external nonReentrant returns (AllocationId[] memory ids) {
        // Anyone may have sent the permit before us: what counts is the allowance, and the transfer checks that.
        try IERC20Permit(address(vault.token()))
            .permit(msg.sender, address(vault), permit.value, permit.deadline, permit.v, permit.r, permit.s) { }
            catch { }
        return _openAll(offers, signatures, units, endRound);
    }

    function settle(AllocationId id) external nonReentrant {
        Allocation storage allocation_ = _existing(id);
        address owner = _owners[allocation_.providerIndex];
        Provider storage provider_ = _providers[owner];
        Round end = _end(allocation_);
        if (allocation_.settled) revert StorageMarket_AlreadySettled(id);
        if (provider_.stage != Stage.Ejected && _now() < end) revert StorageMarket_NotEnded(end, _now());
        allocation_.settled = true;
        --provider_.unsettled;

        // An ejected provider can mark nothing more, so the whole range counts right for it, too.
        uint256 rate = _rate(allocation_);
        uint256 earned = rate * provider_.proved.count(allocation_.start, end);
        uint256 refund = rate * allocation_.rounds - earned;
        uint256 compensation = _claim(allocation_, provider_);
        address client = allocation_.client;
        emit AllocationSettled(id, client, earned, refund, compensation);
        if (refund > 0) vault.release(_lock(ESCROW, owner), client, refund);
        if (compensation > 0) vault.release(_lock(COMPENSATION, owner), client, compensation);
    }

    function _openAll(Offer[] calldata offers, bytes[] calldata signatures, uint32 units, Round end)
        private
        returns (AllocationId[] memory ids)
    {
        uint256 count = offers.length;
        if (count == 0 || count > MAX_BATCH || signatures.length != count) {
            revert StorageMarket_BadBatch(count, signatures.length);
        }
        Round current = _now();
        ids = new AllocationId[](count);
        bytes32[] memory locks = new bytes32[](count);
        uint256[] memory deposits = new uint256[](count);
        for (uint256 i; i < count; ++i) {
            (ids[i], deposits[i]) = _open(offers[i], signatures[i], units, current, end);
            locks[i] = _lock(ESCROW, offers[i].provider);
        }
        vault.deposit(msg.sender, locks, deposits);
        for (uint256 i; i < count; ++i) {
            if (vault.locked(locks[i]) > MAX_LOCKED) revert StorageMarket_EscrowTooLarge(offers[i].provider);
        }
    }

    function _open(Offer calldata offer, bytes calldata signature, uint32 units, Round current, Round end)
        private
        returns (AllocationId id, uint256 deposit)
    {
        bytes32 hash = _takeOffer(offer, signature, units, current.plus(1), end);
        Provider storage provider_ = _providers[offer.provider];
        _requireStake(offer.provider);
        _saveWalk(provider_, _fullWalk(offer.provider, provider_, current));

        id = AllocationId.wrap(++_allocationCount);
        Allocation memory allocation_ = Allocation({
            client: msg.sender,
            start: current.plus(1),
            rounds: uint16(end.since(current) - 1),
            olderOfClient: _newestOfClient[msg.sender],
            providerIndex: provider_.index,
            price: uint96(offer.pricePerUnitRound),
            units: units,
            olderOfProvider: provider_.newest,
            settled: false
        });
        _allocations[id] = allocation_;
        _newestOfClient[msg.sender] = id;
        provider_.newest = id;
        ++provider_.unsettled;
        uint256 rate = uint256(units) * allocation_.price;
        deposit = rate * allocation_.rounds;
        if (deposit > MAX_LOCKED) revert StorageMarket_EscrowTooLarge(offer.provider);
        provider_.book.add(rate, units, allocation_.start, end);
        _emitOpened(id, offer.provider, hash, allocation_);
    }

    function _emitOpened(AllocationId id, address owner, bytes32 hash, Allocation memory a) private {
        emit AllocationOpened(id, a.client, owner, hash, a.units, a.price, a.start, a.start.plus(a.rounds));
    }

    function _requireStake(address owner) private view {
        uint256 stake = vault.locked(_lock(STAKE, owner));
        if (stake < _minStake) revert StorageMarket_StakeTooSmall(stake, _minStake);
    }
}
