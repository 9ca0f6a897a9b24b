// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { IMarketCore } from "./interfaces/IMarketCore.sol";
import { OfferBook } from "./OfferBook.sol";
import { AllocationId, Round } from "./Round.sol";
import { Schedule } from "./Schedule.sol";
import { Settlement } from "./Settlement.sol";

/// @title Changes to an allocation that runs: longer, larger, shorter
/// @dev What is over is never touched: a change counts from the next round on at the earliest. So a charge, once made, stands.
abstract contract MarketTerms is IMarketCore, OfferBook, Settlement, ReentrancyGuardTransient {
    using Schedule for Schedule.Book;

    bytes32 private constant CLOSE_TYPEHASH = keccak256("Close(uint64 allocation,uint64 validUntil)");

    function extend(AllocationId id, Offer calldata offer, bytes calldata signature, Round endRound)
        external
        nonReentrant
        whenNotPaused
    {
        (Allocation storage allocation_, address owner, Provider storage provider_) = _ofCaller(id);
        Round oldEnd = _end(allocation_);
        uint32 units = allocation_.units;
        _requireSameTerms(allocation_, owner, offer);
        // It counts against the offer as if the units were bought again: so a provider bounds what it is bound to, and until when.
        _takeOffer(provider_, offer, signature, units, id, _now(), oldEnd, endRound);
        uint256 rounds = endRound.since(allocation_.start);
        if (rounds > MAX_TERM) revert StorageMarket_BadDuration(allocation_.start, endRound, offer.minRounds);
        _walkTo(owner, provider_);
        uint256 rate = uint256(units) * allocation_.price;
        allocation_.rounds = uint16(rounds);
        provider_.book.moveEnd(rate, units, oldEnd, endRound);
        emit AllocationExtended(id, offer.nonce, endRound);
        _deposit(ESCROW, owner, msg.sender, rate * endRound.since(oldEnd));
    }

    function grow(AllocationId id, Offer calldata offer, bytes calldata signature, uint32 units)
        external
        nonReentrant
        whenNotPaused
    {
        (Allocation storage allocation_, address owner, Provider storage provider_) = _ofCaller(id);
        Round from = _now().plus(1);
        Round end = _end(allocation_);
        _requireSameTerms(allocation_, owner, offer);
        _takeOffer(provider_, offer, signature, units, NO_ALLOCATION, _now(), from, end);
        if (allocation_.growths == MAX_GROWTHS) revert StorageMarket_TooManyGrowths(MAX_GROWTHS);
        _walkTo(owner, provider_);
        _growths[id].push(Growth(from, allocation_.units));
        ++allocation_.growths;
        allocation_.units += units;
        uint256 rate = uint256(units) * allocation_.price;
        provider_.book.add(rate, units, from, end);
        _requireStake(owner, provider_);
        emit AllocationGrown(id, offer.nonce, units, from);
        _deposit(ESCROW, owner, msg.sender, rate * end.since(from));
    }

    function close(AllocationId id, uint64 validUntil, bytes calldata signature) external nonReentrant {
        (Allocation storage allocation_, address owner, Provider storage provider_) = _ofCaller(id);
        if (validUntil < block.timestamp) revert StorageMarket_ConsentExpired(validUntil);
        bytes32 hash = _hashTypedDataV4(keccak256(abi.encode(CLOSE_TYPEHASH, id, validUntil)));
        _requireSigned(owner, provider_, hash, signature);
        _walkTo(owner, provider_);
        _endAt(id, allocation_, owner, provider_, _now().plus(1));
    }

    function giveNotice(AllocationId id) external nonReentrant {
        (Allocation storage allocation_, address owner, Provider storage provider_) = _ofCaller(id);
        Round end = _now().plus(1 + _settings.noticeRounds);
        if (_end(allocation_) <= end) revert StorageMarket_EndsAnyway(_end(allocation_), end);
        _walkTo(owner, provider_);
        _endAt(id, allocation_, owner, provider_, end);
    }

    /// @dev An allocation of the caller that still runs, at a provider that still proves.
    function _ofCaller(AllocationId id)
        private
        view
        returns (Allocation storage allocation_, address owner, Provider storage provider_)
    {
        allocation_ = _existing(id);
        address client = _clientOf(id, allocation_);
        if (client != msg.sender) revert StorageMarket_NotForCaller(client);
        owner = _owners[allocation_.providerIndex];
        provider_ = _running(owner);
        Round end = _end(allocation_);
        // With the last round begun there is nothing left to change.
        if (end <= _now().plus(1)) revert StorageMarket_Ended(end, _now());
    }

    function _requireSameTerms(Allocation storage allocation_, address owner, Offer calldata offer) private view {
        if (offer.provider != owner || offer.pricePerUnitRound != allocation_.price) {
            revert StorageMarket_OtherTerms(offer.provider, offer.pricePerUnitRound, owner, allocation_.price);
        }
    }
}
