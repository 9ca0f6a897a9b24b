// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { SignatureChecker } from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import { MarketState } from "./MarketState.sol";
import { Round } from "./Round.sol";

/// @title Offers: who may take how much of them
/// @dev Invariant: units of all allocations made from an offer = used(offer) ≤ offer.maxUnits. The domain binds an offer to this
/// chain and this market; its hash binds every field, so a used-up offer cannot come back changed.
abstract contract OfferBook is MarketState, EIP712("Cairn", "1") {
    bytes32 internal constant OFFER_TYPEHASH = keccak256(
        "Offer(address provider,address client,uint64 maxUnits,uint128 pricePerUnitRound,uint64 minRounds,uint64 validUntil,uint256 nonce)"
    );

    mapping(bytes32 offerHash => uint256) public usedUnits;

    function offerHash(Offer calldata offer) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(OFFER_TYPEHASH, offer)));
    }

    /// @dev Takes `units` for the caller from an offer, or reverts.
    function _takeOffer(Offer calldata offer, bytes calldata signature, uint32 units, Round start, Round end)
        internal
        returns (bytes32 hash)
    {
        Provider storage provider_ = _providers[offer.provider];
        Stage stage = provider_.stage;
        if (stage == Stage.None) revert StorageMarket_NoProvider(offer.provider);
        if (stage != Stage.Active) revert StorageMarket_WrongStage(offer.provider, stage);
        if (offer.client != address(0) && offer.client != msg.sender) revert StorageMarket_NotForCaller(offer.client);
        if (offer.validUntil < block.timestamp) revert StorageMarket_OfferExpired(offer.validUntil);
        if (offer.nonce < provider_.minOfferNonce) {
            revert StorageMarket_OfferCancelled(offer.nonce, provider_.minOfferNonce);
        }
        if (units == 0 || offer.pricePerUnitRound == 0 || offer.pricePerUnitRound > type(uint96).max) {
            revert StorageMarket_BadAmounts(units, offer.pricePerUnitRound);
        }
        if (end <= start || end.since(start) > MAX_ROUNDS || end.since(start) < offer.minRounds) {
            revert StorageMarket_BadDuration(start, end, offer.minRounds);
        }

        hash = offerHash(offer);
        uint256 used = usedUnits[hash];
        // A maximum below what is used cannot be: the maximum is part of the hash.
        if (units > offer.maxUnits - used) revert StorageMarket_OfferExhausted(units, offer.maxUnits - used);
        usedUnits[hash] = used + units;
        if (!SignatureChecker.isValidSignatureNowCalldata(provider_.nodeKey, hash, signature)) {
            revert StorageMarket_BadSignature(offer.provider);
        }
    }
}
