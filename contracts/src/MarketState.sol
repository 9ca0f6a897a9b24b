// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AccessManaged } from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import { BitMaps } from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { Pausable } from "@openzeppelin/contracts/utils/Pausable.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { Compensation } from "./Compensation.sol";
import { IMarketRecords } from "./interfaces/IMarketRecords.sol";
import { IRandomBeacon } from "./interfaces/IRandomBeacon.sol";
import { ITokenVault } from "./interfaces/ITokenVault.sol";
import { AllocationId, DisputeId, Round } from "./Round.sol";
import { ProofLib } from "./ProofLib.sol";
import { Schedule } from "./Schedule.sol";

/// @title What the market remembers, its settings, and its clock
/// @dev All state there is, so that `StorageMarket` and `MarketExtension`, which runs on the former's storage, cannot differ in
/// where anything lies. Nothing here is immutable for the same reason: the extension does not know the market it works for.
/// The contracts are not upgradeable: a new market gets a new vault.
abstract contract MarketState is IMarketRecords, EIP712, AccessManaged, Pausable {
    using Schedule for Schedule.Book;
    using SafeCast for uint256;

    /// @dev Leaves of 256 bytes in a unit of 1 MiB.
    uint256 internal constant UNIT_LEAVES = 4096;
    /// @dev Rounds that can be bought ahead.
    uint32 internal constant MAX_ROUNDS = 4096;
    /// @dev Longest allocation, extensions included: bounds what `settle` has to count to 257 words.
    uint32 internal constant MAX_TERM = type(uint16).max;
    /// @dev Times an allocation can grow: bounds the ranges that `settle` has to count.
    uint8 internal constant MAX_GROWTHS = 16;
    /// @dev Rounds walked in one call: 128 cold reads, about 300,000 gas.
    uint32 internal constant MAX_WALK = 64;
    /// @dev The history contract of EIP-2935 holds 8,191 hashes: a round of at most 4,096 blocks can always see its seed.
    uint256 private constant MAX_ROUND_BLOCKS = 4096;
    /// @dev Challenges of a proof: 32 samples are already beyond a million gas.
    uint256 private constant MAX_CHALLENGES = 32;
    /// @dev Far from the last round of 32 bits, so that no exit can overflow.
    uint256 private constant MAX_UNBONDING_ROUNDS = 65_536;
    /// @dev A provider is sure to keep a root's snapshot for eight rounds after another replaced it.
    uint256 private constant MAX_ANSWER_ROUNDS = 8;
    /// @dev One round can be as short as two blocks.
    uint256 private constant MIN_ANSWER_ROUNDS = 2;
    uint256 internal constant BASIS_POINTS = 10_000;
    /// @dev Bound on what is under one lock, so that rates and earnings fit their bits: the vault holds it.
    uint256 private constant MAX_AMOUNT = type(uint96).max;
    /// @dev Whose balance nobody can withdraw: the vault sends it to this address, which has no key that is known.
    address internal constant BURNED = address(0xdEaD);

    /// @dev Kinds of lock in the vault: the kind above the 160 bits of the provider's address.
    uint256 internal constant ESCROW = 1;
    uint256 internal constant STAKE = 2;
    uint256 internal constant COMPENSATION = 3;
    uint256 internal constant BOND = 4;

    /// @dev Three slots; `prove` reads the first one only.
    struct Settings {
        IRandomBeacon beacon;
        uint48 genesisBlock;
        uint16 roundBlocks;
        uint8 challenges;
        ITokenVault vault;
        uint32 unbondingRounds;
        uint16 noticeRounds;
        uint8 answerRounds;
        uint16 slashBasisPoints;
        uint16 disputeSlashBasisPoints;
        uint96 minStake;
        uint64 unitStake;
        uint96 disputeBond;
    }

    /// @dev The counts of 24 bits are beyond what a chain can take in within the time to answer. Slots:
    /// node key … stepsTaken | payout … openDisputes | root | leaves … finedUntil | the book's two | its changes |
    /// peer id | maps. The second one is never zero, so that the first opening costs no more than the next ones.
    struct Provider {
        address nodeKey;
        uint32 index;
        Stage stage;
        Round stageRound;
        uint8 misses;
        uint8 stepsTaken;
        address payout;
        AllocationId newest;
        uint24 unsettled;
        uint24 openDisputes;
        bytes32 root;
        uint48 leaves;
        Round lastProved;
        uint96 earned;
        uint48 minOfferNonce;
        Round finedUntil;
        Schedule.Book book;
        bytes peerId;
        BitMaps.BitMap proved;
        Compensation.Sum[] penalties;
    }

    /// @dev What one call of `openAllocations` buys: what its allocations share, under the id of the first. One slot.
    struct Order {
        address client;
        AllocationId olderOfClient;
        uint8 last;
    }

    /// @dev One slot. The provider by its index, the client by the order, whose first allocation is `place` ids before.
    struct Allocation {
        uint8 place;
        uint8 growths;
        bool settled;
        uint32 providerIndex;
        uint72 price;
        uint32 units;
        Round start;
        uint16 rounds;
        AllocationId olderOfProvider;
    }

    /// @dev Before `from` an allocation had `units` only.
    struct Growth {
        Round from;
        uint32 units;
    }

    /// @dev Slots: challenger … allocation | provider, bond | root | subRoot | counts.
    struct Dispute {
        address challenger;
        Round deadline;
        DisputeKind kind;
        AllocationId allocation;
        address provider;
        uint96 bond;
        bytes32 root;
        bytes32 subRoot;
        uint48 leaves;
        uint48 subLeaves;
        uint48 position;
        uint64 seq;
    }

    Settings internal _settings;
    mapping(address owner => Provider) internal _providers;
    mapping(address nodeKey => address owner) internal _ownerOfNodeKey;
    /// @dev Of a node key that its owner has replaced: the last start of an allocation that it still speaks for, never zero. By
    /// owner, or another provider could make the old signatures void by retiring the same key.
    mapping(address owner => mapping(address nodeKey => Round lastStart)) internal _retiredKeys;
    address[] internal _owners;
    mapping(address provider => mapping(uint256 word => uint256)) internal _unitsTaken;
    mapping(AllocationId id => Allocation) internal _allocations;
    mapping(AllocationId first => Order) internal _orders;
    mapping(AllocationId id => Growth[]) internal _growths;
    mapping(address client => AllocationId newest) internal _newestOfClient;
    mapping(DisputeId id => Dispute) internal _disputes;
    uint48 internal _allocationCount;
    uint48 internal _disputeCount;
    /// @dev The round in which the beacon was set.
    Round internal _beaconRound;

    constructor(address authority) EIP712("Cairn", "1") AccessManaged(authority) { }

    // ------------------------------------------------------------------ settings

    function _set(Parameters memory p) internal {
        if (address(p.beacon).code.length == 0) revert StorageMarket_BadParameter("beacon");
        _require(p.roundBlocks >= 2 && p.roundBlocks <= MAX_ROUND_BLOCKS, "roundBlocks");
        _require(p.challenges > 0 && p.challenges <= MAX_CHALLENGES, "challenges");
        _require(p.minStake > 0 && p.minStake <= MAX_AMOUNT, "minStake");
        _require(p.unitStake <= type(uint64).max, "unitStake");
        _require(p.slashBasisPoints > 0 && p.slashBasisPoints <= BASIS_POINTS, "slashBasisPoints");
        _require(p.unbondingRounds <= MAX_UNBONDING_ROUNDS, "unbondingRounds");
        _require(p.noticeRounds <= MAX_ROUNDS, "noticeRounds");
        _require(p.answerRounds >= MIN_ANSWER_ROUNDS && p.answerRounds <= MAX_ANSWER_ROUNDS, "answerRounds");
        _require(p.disputeSlashBasisPoints > 0 && p.disputeSlashBasisPoints <= BASIS_POINTS, "disputeSlashBasisPoints");
        _require(p.disputeBond > 0 && p.disputeBond <= MAX_AMOUNT, "disputeBond");
        Settings storage s = _settings;
        s.roundBlocks = uint16(p.roundBlocks);
        if (address(s.beacon) != address(p.beacon)) (s.beacon, _beaconRound) = (p.beacon, _now());
        s.challenges = uint8(p.challenges);
        s.minStake = uint96(p.minStake);
        s.unitStake = uint64(p.unitStake);
        s.slashBasisPoints = uint16(p.slashBasisPoints);
        s.unbondingRounds = p.unbondingRounds;
        s.noticeRounds = uint16(p.noticeRounds);
        s.answerRounds = uint8(p.answerRounds);
        s.disputeSlashBasisPoints = uint16(p.disputeSlashBasisPoints);
        s.disputeBond = uint96(p.disputeBond);
        emit ParametersSet(p);
    }

    function _require(bool holds, string memory name) internal pure {
        if (!holds) revert StorageMarket_BadParameter(name);
    }

    // ------------------------------------------------------------------ clock

    function _now() internal view returns (Round) {
        return Round.wrap(((block.number - _settings.genesisBlock) / _settings.roundBlocks).toUint32());
    }

    function _seedBlock(Round round) internal view returns (uint256) {
        return uint256(_settings.genesisBlock) + uint256(round.number()) * _settings.roundBlocks;
    }

    function _challengeSeed(address owner, Round round) internal view returns (bytes32) {
        bytes32 seed = _settings.beacon.seed(_seedBlock(round));
        return ProofLib.challengeSeed(address(this), owner, round.number(), seed);
    }

    /// @dev A round whose seed was not known by its middle leaves too little time, and nobody has missed it. What the present beacon
    /// knows of the rounds before it was set says nothing about what could be proved then: those are void, too.
    function _isVoid(Round round) internal view returns (bool) {
        if (round <= _beaconRound) return true;
        uint256 seedBlock = _seedBlock(round);
        return !_settings.beacon.wasKnown(seedBlock, seedBlock + _settings.roundBlocks / 2);
    }

    // ------------------------------------------------------------------ providers

    function _lock(uint256 kind, address owner) internal pure returns (bytes32) {
        return bytes32(kind << 160 | uint160(owner));
    }

    /// @dev The provider an account proves for, zero if none. The node key comes first, because it is the usual caller and a
    /// look-up costs 2,100 gas; an owner's address can be no other provider's node key.
    function _operated(address account) internal view returns (address) {
        address owner = _ownerOfNodeKey[account];
        return owner == address(0) && _providers[account].stage != Stage.None ? account : owner;
    }

    function _operator() internal view returns (address owner) {
        owner = _operated(msg.sender);
        if (owner == address(0)) revert StorageMarket_NoProvider(msg.sender);
    }

    /// @dev A provider that still proves: neither ejected nor gone.
    function _running(address owner) internal view returns (Provider storage provider_) {
        provider_ = _providers[owner];
        Stage stage = provider_.stage;
        if (stage == Stage.None) revert StorageMarket_NoProvider(owner);
        if (stage != Stage.Active && stage != Stage.Exiting) revert StorageMarket_WrongStage(owner, stage);
    }

    function _walk(Provider storage provider_, Round round, uint256 limit)
        internal
        view
        returns (Schedule.Walk memory)
    {
        return provider_.book.walk(round, limit, provider_.lastProved, provider_.misses, _isVoid);
    }

    function _fullWalk(address owner, Provider storage provider_, Round current)
        internal
        view
        returns (Schedule.Walk memory way)
    {
        way = _walk(provider_, current, MAX_WALK);
        if (way.reached < current) revert StorageMarket_CatchUpNeeded(owner, provider_.book.behind(current));
    }

    function _saveWalk(Provider storage provider_, Schedule.Walk memory way) internal {
        provider_.book.save(way);
        provider_.misses = way.misses;
    }

    function _walkTo(address owner, Provider storage provider_) internal {
        _saveWalk(provider_, _fullWalk(owner, provider_, _now()));
    }

    /// @dev After an opening or a growth: the stake covers the units live from the next round on. Without this a provider could buy
    /// itself any capacity for next to nothing, and have the samples fall on data of its own making.
    function _requireStake(address owner, Provider storage provider_) internal view {
        uint256 stake = _settings.vault.locked(_lock(STAKE, owner));
        Schedule.Walk memory way = _walk(provider_, _now(), 0);
        uint256 needed = uint256(provider_.book.nextUnits(way)) * _settings.unitStake;
        if (needed < _settings.minStake) needed = _settings.minStake;
        if (stake < needed) revert StorageMarket_StakeTooSmall(stake, needed);
    }

    /// @dev Moves what is earned to the payout address.
    function _collect(address owner, Provider storage provider_) internal returns (uint256 amount) {
        amount = provider_.earned;
        if (amount == 0) return 0;
        provider_.earned = 0;
        address payout = provider_.payout;
        emit Collected(owner, payout, amount);
        _settings.vault.release(_lock(ESCROW, owner), payout, amount);
    }

    /// @dev Takes `amount` from the wallet of `from` and puts it under one lock.
    function _deposit(uint256 kind, address owner, address from, uint256 amount) internal {
        bytes32[] memory locks = new bytes32[](1);
        uint256[] memory amounts = new uint256[](1);
        locks[0] = _lock(kind, owner);
        amounts[0] = amount;
        _settings.vault.deposit(from, locks, amounts);
    }

    // ------------------------------------------------------------------ allocations

    function _existing(AllocationId id) internal view returns (Allocation storage allocation_) {
        allocation_ = _allocations[id];
        if (allocation_.price == 0) revert StorageMarket_NoAllocation(id);
    }

    function _orderOf(AllocationId id, uint8 place) internal view returns (Order storage) {
        return _orders[AllocationId.wrap(AllocationId.unwrap(id) - place)];
    }

    function _clientOf(AllocationId id, Allocation storage allocation_) internal view returns (address) {
        return _orderOf(id, allocation_.place).client;
    }

    /// @dev Whether the owner has replaced this key since it took on the allocation; never of zero.
    function _wasKeyFor(Allocation storage allocation_, address owner, address key) internal view returns (bool) {
        return allocation_.start <= _retiredKeys[owner][key];
    }

    function _end(Allocation storage allocation_) internal view returns (Round) {
        return allocation_.start.plus(allocation_.rounds);
    }

    // ------------------------------------------------------------------ disputes

    function _disputeRecord(DisputeId id, Dispute memory d) internal pure returns (DisputeRecord memory) {
        return DisputeRecord({
            id: id,
            kind: d.kind,
            provider: d.provider,
            challenger: d.challenger,
            deadline: d.deadline,
            bond: d.bond,
            root: d.root,
            leaves: d.leaves,
            position: d.position,
            allocation: d.allocation,
            seq: d.seq,
            subRoot: d.subRoot,
            subLeaves: d.subLeaves
        });
    }
}
