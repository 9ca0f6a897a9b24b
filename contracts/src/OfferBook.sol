// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import { SignatureChecker } from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import { MarketState } from "./MarketState.sol";
import { AllocationId, Round } from "./Round.sol";

/// @title Offers: who may take how much of them
/// @dev Invariant: for a provider and a nonce, units of all that was bought from offers of that nonce = units taken ≤ maxUnits of
/// each such offer at the time it was taken. The domain binds an offer to this chain and this market.
/// A bound offer has the number of an allocation above the 48 bits of its nonce, and extends that one only: a provider that has
/// sold all its room can sign it, because nobody can buy more room with it.
abstract contract OfferBook is MarketState {
    bytes32 internal constant OFFER_TYPEHASH = keccak256(
        "Offer(address provider,address client,uint64 maxUnits,uint128 pricePerUnitRound,uint64 minRounds,uint64 validUntil,uint256 nonce)"
    );
    /// @dev Counts of 32 bits, eight to a word.
    uint256 private constant COUNT_BITS = 32;
    uint256 private constant COUNTS = 8;
    /// @dev Of a nonce; what stands above them binds the offer.
    uint256 private constant NONCE_BITS = 48;
    AllocationId internal constant NO_ALLOCATION = AllocationId.wrap(0);

    function _offerHash(Offer calldata offer) internal view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(OFFER_TYPEHASH, offer)));
    }

    /// @dev What binds an offer is no part of what it counts under: so it shares a slot with those made about the same time.
    function _taken(address owner, uint48 nonce) internal view returns (uint256) {
        return uint32(_unitsTaken[owner][nonce / COUNTS] >> (nonce % COUNTS * COUNT_BITS));
    }

    /// @dev Takes `units` from an offer for the rounds `[start, end)`, seen from round `current`, or reverts. `extended` is the
    /// allocation for which an offer bound to it counts, too; 0 for none.
    function _takeOffer(
        Provider storage provider_,
        Offer calldata offer,
        bytes calldata signature,
        uint32 units,
        AllocationId extended,
        Round current,
        Round start,
        Round end
    ) internal {
        Stage stage = provider_.stage;
        if (stage == Stage.None) revert StorageMarket_NoProvider(offer.provider);
        if (stage != Stage.Active) revert StorageMarket_WrongStage(offer.provider, stage);
        if (offer.client != address(0) && offer.client != msg.sender) revert StorageMarket_NotForCaller(offer.client);
        if (offer.validUntil < block.timestamp) revert StorageMarket_OfferExpired(offer.validUntil);
        uint256 bound = offer.nonce >> NONCE_BITS;
        bool isOther = bound != 0 && bound != AllocationId.unwrap(extended);
        if (uint48(offer.nonce) < provider_.minOfferNonce || isOther) {
            revert StorageMarket_OfferCancelled(offer.nonce, provider_.minOfferNonce);
        }
        if (units == 0 || offer.pricePerUnitRound == 0 || offer.pricePerUnitRound > type(uint72).max) {
            revert StorageMarket_BadAmounts(units, offer.pricePerUnitRound);
        }
        if (end <= start || end.since(start) < offer.minRounds || current.plus(MAX_ROUNDS + 1) < end) {
            revert StorageMarket_BadDuration(start, end, offer.minRounds);
        }
        _takeUnits(offer, units);
        _requireSigned(offer.provider, provider_, _offerHash(offer), signature);
    }

    /// @dev A key first, a contract second: asking whether an address has code costs 2,600 gas. A provider's key is never zero.
    function _requireSigned(address owner, Provider storage provider_, bytes32 hash, bytes calldata signature)
        internal
        view
    {
        address nodeKey = provider_.nodeKey;
        (address signer,,) = ECDSA.tryRecoverCalldata(hash, signature);
        if (signer == nodeKey) return;
        if (!SignatureChecker.isValidERC1271SignatureNowCalldata(nodeKey, hash, signature)) {
            revert StorageMarket_BadSignature(owner);
        }
    }

    function _takeUnits(Offer calldata offer, uint32 units) private {
        uint48 nonce = uint48(offer.nonce);
        uint256 taken = _taken(offer.provider, nonce);
        uint256 most = offer.maxUnits < type(uint32).max ? offer.maxUnits : type(uint32).max;
        // An offer of this nonce may have been for more.
        uint256 left = most < taken ? 0 : most - taken;
        if (units > left) revert StorageMarket_OfferExhausted(units, left);
        _unitsTaken[offer.provider][nonce / COUNTS] += uint256(units) << (nonce % COUNTS * COUNT_BITS);
    }
}
