// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { BitMaps } from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { Compensation } from "./Compensation.sol";
import { IRandomBeacon } from "./interfaces/IRandomBeacon.sol";
import { IStorageMarket } from "./interfaces/IStorageMarket.sol";
import { ITokenVault } from "./interfaces/ITokenVault.sol";
import { AllocationId, Round } from "./Round.sol";
import { Schedule } from "./Schedule.sol";
import { TokenVault } from "./TokenVault.sol";

/// @title What the market remembers, what it was set up with, and its clock
/// @dev Room for disputes (a later version): they need a map from allocation to an open challenge, a lock of kind 4 for bonds,
/// the root committed before the last one (a slot at the end of `Provider`) and a `disputed` bit at the end of `Allocation`.
/// Nothing below has to move for that. The contracts are not upgradeable: a new market gets a new vault.
abstract contract MarketState is IStorageMarket {
    using Schedule for Schedule.Book;
    using SafeCast for uint256;

    /// @dev Leaves of 256 bytes in a unit of 1 MiB.
    uint256 internal constant UNIT_LEAVES = 4096;
    /// @dev Longest allocation, rounds: bounds what `settle` has to count to 17 words.
    uint32 internal constant MAX_ROUNDS = 4096;
    /// @dev Rounds walked in one call: 64 cold reads, about 150,000 gas.
    uint32 internal constant MAX_WALK = 64;
    /// @dev The history contract of EIP-2935 holds 8,191 hashes: a round of at most 4,096 blocks can always see its seed.
    uint256 internal constant MAX_ROUND_BLOCKS = 4096;
    /// @dev Challenges of a proof: 32 samples are already beyond 1.5 million gas.
    uint256 internal constant MAX_CHALLENGES = 32;

    /// @dev Far from the last round of 32 bits, so that no exit can overflow.
    uint32 internal constant MAX_UNBONDING_ROUNDS = 1_000_000;
    /// @dev Bound on what is under one lock: every sum of rates then fits its 127 bits, because the live rate of a round is never
    /// more than what is in escrow for that round.
    uint256 internal constant MAX_LOCKED = uint256(uint128(type(int128).max));

    /// @dev Kinds of lock in the vault: the kind above the 160 bits of the provider's address.
    uint256 internal constant ESCROW = 1;
    uint256 internal constant STAKE = 2;
    uint256 internal constant COMPENSATION = 3;

    /// @dev Slots: node key … stepsTaken | root | leaves … newest | the book's | its changes | nonce | peer id | maps.
    struct Provider {
        address nodeKey;
        uint32 index;
        Stage stage;
        Round stageRound;
        uint8 misses;
        uint8 stepsTaken;
        bytes32 root;
        uint48 leaves;
        Round lastProved;
        uint32 unsettled;
        AllocationId newest;
        Schedule.Book book;
        uint256 minOfferNonce;
        bytes peerId;
        BitMaps.BitMap proved;
        Compensation.Sum[] penalties;
    }

    /// @dev Two slots. The provider by its index and the price in 96 bits are what makes it two: an opening costs 22,000 gas
    /// less than with three.
    struct Allocation {
        address client;
        Round start;
        uint16 rounds;
        AllocationId olderOfClient;
        uint32 providerIndex;
        uint96 price;
        uint32 units;
        AllocationId olderOfProvider;
        bool settled;
    }

    ITokenVault public immutable vault;
    uint256 public immutable genesisBlock;
    IRandomBeacon internal immutable _beacon;
    uint256 internal immutable _roundBlocks;
    uint256 internal immutable _challenges;
    uint256 internal immutable _minStake;
    uint256 internal immutable _slashBasisPoints;
    uint32 internal immutable _unbondingRounds;

    mapping(address owner => Provider) internal _providers;
    mapping(address nodeKey => address owner) internal _ownerOfNodeKey;
    address[] internal _owners;
    mapping(AllocationId id => Allocation) internal _allocations;
    mapping(address client => AllocationId newest) internal _newestOfClient;
    uint48 internal _allocationCount;

    constructor(IERC20 token, Parameters memory p) {
        if (address(token).code.length == 0) revert StorageMarket_BadParameter("token");
        if (address(p.beacon).code.length == 0) revert StorageMarket_BadParameter("beacon");
        if (p.roundBlocks < 2 || p.roundBlocks > MAX_ROUND_BLOCKS) revert StorageMarket_BadParameter("roundBlocks");
        if (p.challenges == 0 || p.challenges > MAX_CHALLENGES) revert StorageMarket_BadParameter("challenges");
        if (p.minStake == 0) revert StorageMarket_BadParameter("minStake");
        if (p.slashBasisPoints == 0 || p.slashBasisPoints > 10_000) {
            revert StorageMarket_BadParameter("slashBasisPoints");
        }
        if (p.unbondingRounds > MAX_UNBONDING_ROUNDS) revert StorageMarket_BadParameter("unbondingRounds");
        vault = new TokenVault(token);
        genesisBlock = block.number;
        _beacon = p.beacon;
        _roundBlocks = p.roundBlocks;
        _challenges = p.challenges;
        _minStake = p.minStake;
        _slashBasisPoints = p.slashBasisPoints;
        _unbondingRounds = p.unbondingRounds;
    }

    function _now() internal view returns (Round) {
        return Round.wrap(((block.number - genesisBlock) / _roundBlocks).toUint32());
    }

    function _seedBlock(Round round) internal view returns (uint256) {
        return genesisBlock + round.number() * _roundBlocks;
    }

    function _lock(uint256 kind, address owner) internal pure returns (bytes32) {
        return bytes32(kind << 160 | uint160(owner));
    }

    /// @dev The provider an account proves for, zero if none. The node key comes first, because it is the usual caller and a
    /// look-up costs 2,100 gas; an owner's address can be no other provider's node key.
    function _operated(address account) internal view returns (address) {
        address owner = _ownerOfNodeKey[account];
        return owner == address(0) && _providers[account].stage != Stage.None ? account : owner;
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
        return provider_.book.walk(round, limit, provider_.lastProved, provider_.misses);
    }

    function _end(Allocation storage allocation_) internal view returns (Round) {
        return allocation_.start.plus(allocation_.rounds);
    }

    function _rate(Allocation storage allocation_) internal view returns (uint256) {
        return uint256(allocation_.units) * allocation_.price;
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
}
