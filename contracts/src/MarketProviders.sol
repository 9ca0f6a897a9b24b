// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { IMarketExtension } from "./interfaces/IMarketExtension.sol";
import { MarketState } from "./MarketState.sol";
import { Round, latest } from "./Round.sol";

/// @title A provider's life: registering, changing keys, leaving
abstract contract MarketProviders is IMarketExtension, MarketState, ReentrancyGuardTransient {
    using SafeCast for uint256;

    uint256 private constant MAX_PEER_ID_BYTES = 64;

    function register(address nodeKey, bytes calldata peerId, uint256 stake) external nonReentrant whenNotPaused {
        Provider storage provider_ = _providers[msg.sender];
        if (provider_.stage != Stage.None) revert StorageMarket_AlreadyRegistered(msg.sender);
        uint256 minStake = _settings.minStake;
        if (stake < minStake) revert StorageMarket_StakeTooSmall(stake, minStake);
        provider_.stage = Stage.Active;
        provider_.stageRound = _now();
        provider_.index = _owners.length.toUint32();
        provider_.payout = msg.sender;
        _owners.push(msg.sender);
        // Whoever has named this address as its node key loses it: an address belongs to itself first.
        delete _ownerOfNodeKey[msg.sender];
        _setNode(provider_, nodeKey, peerId);
        emit ProviderRegistered(msg.sender, nodeKey, peerId, stake);
        _deposit(STAKE, msg.sender, msg.sender, stake);
    }

    function addStake(uint256 amount) external nonReentrant whenNotPaused {
        Stage stage = _providers[msg.sender].stage;
        if (stage == Stage.None) revert StorageMarket_NoProvider(msg.sender);
        if (stage != Stage.Active) revert StorageMarket_WrongStage(msg.sender, stage);
        if (amount == 0) revert StorageMarket_ZeroAmount();
        emit StakeAdded(msg.sender, amount);
        _deposit(STAKE, msg.sender, msg.sender, amount);
    }

    function updateNode(address nodeKey, bytes calldata peerId) external {
        Provider storage provider_ = _running(msg.sender);
        address old = provider_.nodeKey;
        delete _ownerOfNodeKey[old];
        if (old != nodeKey) _retiredKeys[msg.sender][old] = _now().plus(1);
        _setNode(provider_, nodeKey, peerId);
        emit NodeUpdated(msg.sender, nodeKey, peerId);
    }

    function setPayout(address payout) external {
        Provider storage provider_ = _running(msg.sender);
        provider_.payout = payout == address(0) ? msg.sender : payout;
        emit PayoutSet(msg.sender, provider_.payout);
    }

    function cancelOffers(uint256 minNonce) external {
        address owner = _operator();
        Provider storage provider_ = _providers[owner];
        uint256 old = provider_.minOfferNonce;
        if (minNonce <= old || minNonce > type(uint48).max) revert StorageMarket_NonceTooLow(minNonce, old);
        provider_.minOfferNonce = uint48(minNonce);
        emit OffersCancelled(owner, minNonce);
    }

    function exit() external nonReentrant returns (uint256 released) {
        Provider storage provider_ = _providers[msg.sender];
        Round current = _now();
        Stage stage = provider_.stage;
        if (stage == Stage.None) revert StorageMarket_NoProvider(msg.sender);
        if (stage == Stage.Left) revert StorageMarket_WrongStage(msg.sender, stage);
        if (stage == Stage.Active) {
            provider_.stage = Stage.Exiting;
            provider_.stageRound = current;
            emit ExitAnnounced(msg.sender, current);
            return 0;
        }
        if (provider_.unsettled > 0) revert StorageMarket_AllocationsLeft(provider_.unsettled);
        if (provider_.openDisputes > 0) revert StorageMarket_DisputesLeft(provider_.openDisputes);
        Round until = latest(provider_.stageRound, provider_.book.horizon).plus(_settings.unbondingRounds);
        if (current < until) revert StorageMarket_StillBonded(until, current);
        provider_.stage = Stage.Left;
        provider_.stageRound = current;
        delete _ownerOfNodeKey[provider_.nodeKey];
        _collect(msg.sender, provider_);
        // With every claim paid, what is left under the compensation is what rounding down has left over.
        released = _releaseAll(STAKE, msg.sender) + _releaseAll(COMPENSATION, msg.sender);
        emit Exited(msg.sender, released);
    }

    function _setNode(Provider storage provider_, address nodeKey, bytes calldata peerId) private {
        // One provider per node key, because `prove` finds the provider by its caller. One that another provider has retired is
        // free: were it not, anybody could take addresses away from their owners by naming and replacing them.
        bool taken = _ownerOfNodeKey[nodeKey] != address(0) || _providers[nodeKey].stage != Stage.None;
        if (nodeKey == address(0) || (taken && nodeKey != msg.sender)) revert StorageMarket_BadNodeKey(nodeKey);
        if (peerId.length == 0 || peerId.length > MAX_PEER_ID_BYTES) revert StorageMarket_BadPeerId(peerId.length);
        _ownerOfNodeKey[nodeKey] = msg.sender;
        provider_.nodeKey = nodeKey;
        provider_.peerId = peerId;
    }

    function _releaseAll(uint256 kind, address owner) private returns (uint256 amount) {
        bytes32 lock = _lock(kind, owner);
        amount = _settings.vault.locked(lock);
        if (amount > 0) _settings.vault.release(lock, owner, amount);
    }
}
