// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { BitMaps } from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import { MarketViews } from "./MarketViews.sol";
import { ProofLib } from "./ProofLib.sol";
import { ProvedRounds } from "./ProvedRounds.sol";
import { Round, latest } from "./Round.sol";
import { Schedule } from "./Schedule.sol";

/// @title A provider's life: registering, proving, leaving
abstract contract MarketProviders is MarketViews, ReentrancyGuardTransient {
    using ProvedRounds for BitMaps.BitMap;
    using SafeCast for uint256;
    using Schedule for Schedule.Book;

    uint256 private constant MAX_PEER_ID_BYTES = 64;

    function register(address nodeKey, bytes calldata peerId, uint256 stake) external nonReentrant {
        Provider storage provider_ = _providers[msg.sender];
        if (provider_.stage != Stage.None) revert StorageMarket_AlreadyRegistered(msg.sender);
        if (stake < _minStake) revert StorageMarket_StakeTooSmall(stake, _minStake);
        provider_.stage = Stage.Active;
        provider_.stageRound = _now();
        provider_.index = _owners.length.toUint32();
        _owners.push(msg.sender);
        // Whoever has named this address as its node key loses it: an address belongs to itself first.
        delete _ownerOfNodeKey[msg.sender];
        _setNode(provider_, nodeKey, peerId);
        emit ProviderRegistered(msg.sender, nodeKey, peerId, stake);
        _deposit(STAKE, msg.sender, stake);
    }

    function addStake(uint256 amount) external nonReentrant {
        Stage stage = _providers[msg.sender].stage;
        if (stage == Stage.None) revert StorageMarket_NoProvider(msg.sender);
        if (stage != Stage.Active) revert StorageMarket_WrongStage(msg.sender, stage);
        if (amount == 0) revert StorageMarket_ZeroAmount();
        emit StakeAdded(msg.sender, amount);
        _deposit(STAKE, msg.sender, amount);
    }

    function updateNode(address nodeKey, bytes calldata peerId) external {
        Provider storage provider_ = _running(msg.sender);
        delete _ownerOfNodeKey[provider_.nodeKey];
        _setNode(provider_, nodeKey, peerId);
        emit NodeUpdated(msg.sender, nodeKey, peerId);
    }

    function cancelOffers(uint256 minNonce) external {
        address owner = _operator();
        Provider storage provider_ = _providers[owner];
        if (minNonce <= provider_.minOfferNonce) revert StorageMarket_NonceTooLow(minNonce, provider_.minOfferNonce);
        provider_.minOfferNonce = minNonce;
        emit OffersCancelled(owner, minNonce);
    }

    function prove(Round round, bytes32 nextRoot, uint48 nextLeaves, bytes calldata proof) external nonReentrant {
        address owner = _operator();
        Provider storage provider_ = _running(owner);
        Round current = _now();
        if (!(round == current)) revert StorageMarket_WrongRound(round, current);
        if (provider_.proved.has(round)) revert StorageMarket_AlreadyProved(round);
        Schedule.Walk memory way = _fullWalk(owner, provider_, round);
        _verify(owner, provider_, round, proof);

        uint256 maxLeaves = provider_.book.nextUnits(way) * UNIT_LEAVES;
        if (nextLeaves > maxLeaves || (nextLeaves == 0) != (nextRoot == 0)) {
            revert StorageMarket_BadCommitment(nextRoot, nextLeaves, maxLeaves);
        }
        provider_.book.save(way);
        provider_.proved.mark(round);
        if (provider_.misses > 0) (provider_.misses, provider_.stepsTaken) = (0, 0);
        provider_.lastProved = round;
        provider_.root = nextRoot;
        provider_.leaves = nextLeaves;
        emit Proved(owner, round, nextRoot, nextLeaves, way.rate);
        if (way.rate > 0) vault.release(_lock(ESCROW, owner), owner, way.rate);
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
        Round until = latest(provider_.stageRound, provider_.book.horizon).plus(_unbondingRounds);
        if (current < until) revert StorageMarket_StillBonded(until, current);
        provider_.stage = Stage.Left;
        provider_.stageRound = current;
        delete _ownerOfNodeKey[provider_.nodeKey];
        // With every claim paid, what is left under the compensation is what rounding down has left over.
        released = _releaseAll(STAKE, msg.sender) + _releaseAll(COMPENSATION, msg.sender);
        emit Exited(msg.sender, released);
    }

    function _operator() private view returns (address owner) {
        owner = _operated(msg.sender);
        if (owner == address(0)) revert StorageMarket_NoProvider(msg.sender);
    }

    function _setNode(Provider storage provider_, address nodeKey, bytes calldata peerId) private {
        // One provider per node key, because `prove` finds the provider by its caller.
        bool taken = _ownerOfNodeKey[nodeKey] != address(0) || _providers[nodeKey].stage != Stage.None;
        if (nodeKey == address(0) || (taken && nodeKey != msg.sender)) revert StorageMarket_BadNodeKey(nodeKey);
        if (peerId.length == 0 || peerId.length > MAX_PEER_ID_BYTES) revert StorageMarket_BadPeerId(peerId.length);
        _ownerOfNodeKey[nodeKey] = msg.sender;
        provider_.nodeKey = nodeKey;
        provider_.peerId = peerId;
    }

    function _verify(address owner, Provider storage provider_, Round round, bytes calldata proof) private view {
        bytes32 seed = _challengeSeed(owner, round);
        ProofLib.verify(proof, provider_.root, provider_.leaves, seed, _challenges);
    }

    function _deposit(uint256 kind, address from, uint256 amount) private {
        bytes32[] memory locks = new bytes32[](1);
        uint256[] memory amounts = new uint256[](1);
        locks[0] = _lock(kind, from);
        amounts[0] = amount;
        vault.deposit(from, locks, amounts);
        if (vault.locked(locks[0]) > MAX_LOCKED) revert StorageMarket_EscrowTooLarge(from);
    }

    function _releaseAll(uint256 kind, address owner) private returns (uint256 amount) {
        bytes32 lock = _lock(kind, owner);
        amount = vault.locked(lock);
        if (amount > 0) vault.release(lock, owner, amount);
    }
}
