// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IERC20Permit } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { IMarketCore } from "./interfaces/IMarketCore.sol";
import { ITokenVault } from "./interfaces/ITokenVault.sol";
import { OfferBook } from "./OfferBook.sol";
import { Settlement } from "./Settlement.sol";
import { AllocationId, Round } from "./Round.sol";
import { Schedule } from "./Schedule.sol";

/// @title Buying capacity, and getting back what was not earned
abstract contract MarketOpening is IMarketCore, OfferBook, Settlement, ReentrancyGuardTransient {
    using Schedule for Schedule.Book;

    /// @dev Offers, or allocations, in one call: as many as a segment can have shards.
    uint256 private constant MAX_BATCH = 256;

    function openAllocations(Offer[] calldata offers, bytes[] calldata signatures, uint32 units, Round endRound)
        external
        nonReentrant
        whenNotPaused
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
    ) external nonReentrant whenNotPaused returns (AllocationId[] memory ids) {
        ITokenVault vault = _settings.vault;
        // Anyone may have sent the permit before us: what counts is the allowance, and the transfer checks that.
        try IERC20Permit(address(vault.token()))
            .permit(msg.sender, address(vault), permit.value, permit.deadline, permit.v, permit.r, permit.s) { }
            catch { }
        return _openAll(offers, signatures, units, endRound);
    }

    function settle(AllocationId[] calldata ids) external nonReentrant {
        if (ids.length == 0 || ids.length > MAX_BATCH) revert StorageMarket_BadBatch(ids.length, ids.length);
        for (uint256 i; i < ids.length; ++i) {
            _settle(ids[i]);
        }
    }

    function _settle(AllocationId id) private {
        Allocation storage allocation_ = _existing(id);
        if (allocation_.settled) return;
        address owner = _owners[allocation_.providerIndex];
        Provider storage provider_ = _providers[owner];
        Round end = _end(allocation_);
        if (provider_.stage != Stage.Ejected && _now() < end) revert StorageMarket_NotEnded(end, _now());
        allocation_.settled = true;
        // Nothing is left that could end later than now: whoever wants to leave waits from here.
        if (--provider_.unsettled == 0) provider_.book.shorten(_now());

        // An ejected provider can mark nothing more, so the whole range counts right for it, too.
        Account memory sums = _account(id, allocation_, provider_);
        address client = _clientOf(id, allocation_);
        uint256 refund = sums.deposit - sums.charge;
        emit AllocationSettled(id, client, sums.charge, refund, sums.claim);
        if (refund > 0) _settings.vault.release(_lock(ESCROW, owner), client, refund);
        if (sums.claim > 0) _settings.vault.release(_lock(COMPENSATION, owner), client, sums.claim);
    }

    function _openAll(Offer[] calldata offers, bytes[] calldata signatures, uint32 units, Round end)
        private
        returns (AllocationId[] memory ids)
    {
        uint256 count = offers.length;
        if (count == 0 || count > MAX_BATCH || signatures.length != count) {
            revert StorageMarket_BadBatch(count, signatures.length);
        }
        AllocationId first = AllocationId.wrap(_allocationCount + 1);
        _orders[first] = Order(msg.sender, _newestOfClient[msg.sender], uint8(count - 1));
        _newestOfClient[msg.sender] = first;
        _allocationCount += uint48(count);
        ids = new AllocationId[](count);
        bytes32[] memory locks = new bytes32[](count);
        uint256[] memory deposits = new uint256[](count);
        for (uint256 i; i < count; ++i) {
            ids[i] = AllocationId.wrap(AllocationId.unwrap(first) + uint48(i));
            deposits[i] = _open(ids[i], uint8(i), offers[i], signatures[i], units, end);
            locks[i] = _lock(ESCROW, offers[i].provider);
        }
        _settings.vault.deposit(msg.sender, locks, deposits);
    }

    function _open(
        AllocationId id,
        uint8 place,
        Offer calldata offer,
        bytes calldata signature,
        uint32 units,
        Round end
    ) private returns (uint256 deposit) {
        Round current = _now();
        Round start = current.plus(1);
        Provider storage provider_ = _providers[offer.provider];
        _takeOffer(provider_, offer, signature, units, NO_ALLOCATION, current, start, end);
        _saveWalk(provider_, _fullWalk(offer.provider, provider_, current));
        uint72 price = uint72(offer.pricePerUnitRound);
        _allocations[id] = Allocation({
            place: place,
            growths: 0,
            settled: false,
            providerIndex: provider_.index,
            price: price,
            units: units,
            start: start,
            rounds: uint16(end.since(start)),
            olderOfProvider: provider_.newest
        });
        provider_.newest = id;
        ++provider_.unsettled;
        uint256 rate = uint256(units) * price;
        // At most 2^116; the vault bounds the sum.
        deposit = rate * end.since(start);
        provider_.book.add(rate, units, start, end);
        _requireStake(offer.provider, provider_);
        emit AllocationOpened(id, msg.sender, offer.provider, offer.nonce, units, price, start, end);
    }
}
