// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { BitMaps } from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { SignatureChecker } from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import { IMarketExtension } from "./interfaces/IMarketExtension.sol";
import { ProofLib } from "./ProofLib.sol";
import { ProvedRounds } from "./ProvedRounds.sol";
import { AllocationId, DisputeId, Round } from "./Round.sol";
import { Schedule } from "./Schedule.sol";
import { Settlement } from "./Settlement.sol";
import { Slashing } from "./Slashing.sol";

/// @title Showing what the rounds' samples do not: that a signed state is left out, or that a certain leaf is gone
/// @dev All that a dispute is about is fixed when it is opened, above all the root: so an answer cannot be made impossible by a
/// later `prove`, and neither can a provider wait until the allocation has left the root.
///
///     opened ── answered: bond → provider
///           └── deadline over ── decided: bond → challenger, part of the stake → challenger and clients, allocation closed
///
/// Any number can be open: a bound would let a provider fill it with disputes of its own. Each costs its bond, which pays for
/// the answer.
abstract contract MarketDisputes is IMarketExtension, Settlement, Slashing, ReentrancyGuardTransient {
    using ProvedRounds for BitMaps.BitMap;
    using Schedule for Schedule.Book;
    using SafeCast for uint256;

    bytes32 private constant STATE_TYPEHASH =
        keccak256("AllocationState(uint64 allocation,uint64 seq,bytes32 subRoot,uint64 leaves,uint64 fromRound)");

    function challengeInclusion(AllocationState calldata state, bytes calldata signature)
        external
        nonReentrant
        returns (DisputeId)
    {
        (AllocationId id, address owner, Provider storage provider_) = _signedByProvider(state, signature);
        Allocation storage allocation_ = _allocations[id];
        // Committed in `fromRound − 1` or later, for a round in which the allocation is live. Before the first proof nothing is.
        Round proved = provider_.lastProved.plus(1);
        bool never = !provider_.proved.has(provider_.lastProved);
        if (never || proved.number() < state.fromRound || proved < allocation_.start) {
            revert StorageMarket_NotDueYet(state.fromRound, proved);
        }
        if (_end(allocation_) <= proved) revert StorageMarket_Ended(_end(allocation_), proved);
        Dispute memory dispute_ = _newDispute(DisputeKind.Inclusion, owner);
        _setState(dispute_, id, state);
        (dispute_.root, dispute_.leaves) = (provider_.root, provider_.leaves);
        return _openDispute(provider_, dispute_);
    }

    function challengeStateLeaf(AllocationState calldata state, bytes calldata signature, uint48 position)
        external
        nonReentrant
        returns (DisputeId)
    {
        (AllocationId id, address owner, Provider storage provider_) = _signedByProvider(state, signature);
        if (_end(_allocations[id]) <= _now()) revert StorageMarket_Ended(_end(_allocations[id]), _now());
        Dispute memory dispute_ = _newDispute(DisputeKind.StateLeaf, owner);
        _setState(dispute_, id, state);
        _setPosition(dispute_, position, dispute_.subLeaves);
        return _openDispute(provider_, dispute_);
    }

    function challengeLeaf(address owner, bytes32 root, uint48 position) external nonReentrant returns (DisputeId) {
        Provider storage provider_ = _running(owner);
        if (provider_.root != root) revert StorageMarket_OtherRoot(root, provider_.root);
        Dispute memory dispute_ = _newDispute(DisputeKind.RootLeaf, owner);
        (dispute_.root, dispute_.leaves) = (provider_.root, provider_.leaves);
        _setPosition(dispute_, position, dispute_.leaves);
        return _openDispute(provider_, dispute_);
    }

    function answer(DisputeId id, bytes calldata proof) external nonReentrant {
        Dispute memory d = _inTime(id);
        if (d.kind == DisputeKind.Inclusion) {
            uint64 allocation_ = AllocationId.unwrap(d.allocation);
            ProofLib.verifyInclusion(proof, d.root, d.leaves, allocation_, d.seq, d.subRoot, d.subLeaves);
        } else if (d.kind == DisputeKind.StateLeaf) {
            ProofLib.verifyPositionInAllocation(proof, d.subRoot, d.subLeaves, d.position);
        } else {
            ProofLib.verifyPosition(proof, d.root, d.leaves, d.position);
        }
        _dismiss(id, d);
    }

    function answerWithState(
        DisputeId id,
        AllocationState calldata later,
        bytes calldata clientSignature,
        bytes calldata proof
    ) external nonReentrant {
        Dispute memory d = _inTime(id);
        uint64 allocation_ = AllocationId.unwrap(d.allocation);
        bool other = d.kind == DisputeKind.RootLeaf || later.allocation != allocation_ || later.seq <= d.seq;
        if (other) revert StorageMarket_NotLater(later.allocation, later.seq);
        address client = _clientOf(d.allocation, _allocations[d.allocation]);
        if (!_hasSigned(client, _stateHash(later), clientSignature)) revert StorageMarket_NotSignedByClient(client);
        // Nothing is stored any more where the later state is empty: then there is nothing to show.
        if (d.kind == DisputeKind.Inclusion && later.leaves > 0) {
            ProofLib.verifyInclusion(proof, d.root, d.leaves, allocation_, later.seq, later.subRoot, later.leaves);
        } else if (proof.length > 0) {
            revert ProofLib.ProofLib_TrailingBytes(0, proof.length);
        }
        _dismiss(id, d);
    }

    function decide(DisputeId id) external nonReentrant {
        Dispute memory d = _open(id);
        Round current = _now();
        if (current <= d.deadline) revert StorageMarket_AnswerPending(d.deadline, current);
        Provider storage provider_ = _providers[d.provider];
        _remove(id, provider_);
        Slash memory slash = _fine(d, provider_, current);
        emit DisputeLost(id, d.provider, d.bond, slash.bounty, slash.compensation, slash.burned);
        _settings.vault.release(_lock(BOND, d.provider), d.challenger, d.bond);
    }

    // ------------------------------------------------------------------ opening

    function _newDispute(DisputeKind kind, address owner) private view returns (Dispute memory dispute_) {
        dispute_.kind = kind;
        dispute_.provider = owner;
        dispute_.challenger = msg.sender;
        dispute_.deadline = _now().plus(_settings.answerRounds);
        dispute_.bond = _settings.disputeBond;
    }

    function _setState(Dispute memory dispute_, AllocationId id, AllocationState calldata state) private pure {
        dispute_.allocation = id;
        (dispute_.seq, dispute_.subRoot, dispute_.subLeaves) = (state.seq, state.subRoot, uint48(state.leaves));
    }

    function _setPosition(Dispute memory dispute_, uint48 position, uint256 leaves) private pure {
        if (position >= leaves) revert StorageMarket_NoSuchLeaf(position, leaves);
        dispute_.position = position;
    }

    function _openDispute(Provider storage provider_, Dispute memory dispute_) private returns (DisputeId id) {
        id = DisputeId.wrap(++_disputeCount);
        _disputes[id] = dispute_;
        ++provider_.openDisputes;
        emit DisputeOpened(id, dispute_.provider, msg.sender, _disputeRecord(id, dispute_));
        _deposit(BOND, dispute_.provider, msg.sender, dispute_.bond);
    }

    /// @dev The allocation of a state that its provider has signed, while provider and allocation are there.
    function _signedByProvider(AllocationState calldata state, bytes calldata signature)
        private
        view
        returns (AllocationId id, address owner, Provider storage provider_)
    {
        id = AllocationId.wrap(uint256(state.allocation).toUint48());
        Allocation storage allocation_ = _existing(id);
        if (allocation_.settled) revert StorageMarket_AlreadySettled(id);
        if (state.leaves == 0 || state.leaves > type(uint48).max) revert StorageMarket_NoSuchLeaf(0, state.leaves);
        owner = _owners[allocation_.providerIndex];
        provider_ = _running(owner);
        (address signer,,) = ECDSA.tryRecoverCalldata(_stateHash(state), signature);
        // Zero for a signature that is none: neither a node key nor ever one.
        if (signer == provider_.nodeKey) return (id, owner, provider_);
        // A key that was stolen and replaced can speak only for what there was before.
        if (!_wasKeyFor(allocation_, owner, signer)) revert StorageMarket_BadSignature(owner);
        // And only to who has its word from then: a thief could sign any state still, and nobody could answer it.
        address client = _clientOf(id, allocation_);
        if (msg.sender != client) revert StorageMarket_NotForCaller(client);
    }

    /// @dev What an account's key has signed stays signed, even if the account delegates (EIP-7702) to code that denies it: else a
    /// client could take back the removal that the provider relies on. Of a contract nothing better than its present word is there.
    function _hasSigned(address account, bytes32 hash, bytes calldata signature) private view returns (bool) {
        (address signer,,) = ECDSA.tryRecoverCalldata(hash, signature);
        return signer == account || SignatureChecker.isValidERC1271SignatureNowCalldata(account, hash, signature);
    }

    function _stateHash(AllocationState calldata state) private view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(STATE_TYPEHASH, state)));
    }

    // ------------------------------------------------------------------ ending

    function _open(DisputeId id) private view returns (Dispute memory dispute_) {
        dispute_ = _disputes[id];
        if (dispute_.challenger == address(0)) revert StorageMarket_NoDispute(id);
    }

    function _inTime(DisputeId id) private view returns (Dispute memory dispute_) {
        dispute_ = _open(id);
        if (dispute_.deadline < _now()) revert StorageMarket_TooLate(dispute_.deadline, _now());
    }

    function _remove(DisputeId id, Provider storage provider_) private {
        delete _disputes[id];
        --provider_.openDisputes;
    }

    function _dismiss(DisputeId id, Dispute memory d) private {
        Provider storage provider_ = _providers[d.provider];
        _remove(id, provider_);
        emit DisputeAnswered(id, d.provider, d.bond);
        _settings.vault.release(_lock(BOND, d.provider), provider_.payout, d.bond);
    }

    /// @dev Takes the part of the stake, unless another dispute of the same time has, and closes the allocation in question.
    function _fine(Dispute memory d, Provider storage provider_, Round current) private returns (Slash memory slash) {
        bool closes = d.kind != DisputeKind.RootLeaf;
        // An outage makes every dispute of its time unanswerable: together they cost one part.
        if (d.deadline > provider_.finedUntil) {
            provider_.finedUntil = d.deadline.plus(_settings.answerRounds);
            uint256 stake = _settings.vault.locked(_lock(STAKE, d.provider));
            slash = _shares(Math.ceilDiv(stake * _settings.disputeSlashBasisPoints, BASIS_POINTS));
            if (!closes) slash.compensation = _compensateAll(d.provider, provider_, current, slash.compensation);
            else _toClient(d, slash.compensation);
            _paySlash(d.provider, d.challenger, slash);
        }
        if (closes) _closeDisputed(d, provider_, current);
    }

    function _toClient(Dispute memory d, uint256 amount) private {
        address client = _clientOf(d.allocation, _allocations[d.allocation]);
        _settings.vault.release(_lock(STAKE, d.provider), client, amount);
    }

    function _compensateAll(address owner, Provider storage provider_, Round current, uint256 amount)
        private
        returns (uint256)
    {
        // Of an ejected provider nothing is live; there is nobody to share by rate.
        _walkTo(owner, provider_);
        return _compensate(owner, provider_, current, amount, provider_.book.rate);
    }

    function _closeDisputed(Dispute memory d, Provider storage provider_, Round current) private {
        Stage stage = provider_.stage;
        Allocation storage allocation_ = _allocations[d.allocation];
        // What is settled has ended, or its provider was ejected.
        bool over = _end(allocation_) <= current.plus(1);
        if (over || (stage != Stage.Active && stage != Stage.Exiting)) return;
        _walkTo(d.provider, provider_);
        _endAt(d.allocation, allocation_, d.provider, provider_, current.plus(1));
    }
}
