// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, Round } from "../Round.sol";
import { IMarketErrors } from "./IMarketErrors.sol";
import { IRandomBeacon } from "./IRandomBeacon.sol";
import { ITokenVault } from "./ITokenVault.sol";

/// @title Where clients buy capacity from providers, and providers prove each round that they hold what was put there
/// @notice See docs/spec/chain.md. A provider is named by the address of its owner; a unit of capacity is 1 MiB, 4,096 leaves.
/// Amounts are token base units; prices are per unit and round.
interface IStorageMarket is IMarketErrors {
    // ------------------------------------------------------------------ settings

    /// @param beacon Where the seeds come from.
    /// @param roundBlocks Blocks of a round, 2 … 4,096.
    /// @param challenges Samples in a proof, 1 … 32.
    /// @param minStake Stake below which a provider cannot register or take on allocations; at least 1.
    /// @param slashBasisPoints Part of the stake that one step of a penalty takes, in 1/10,000; 1 … 10,000.
    /// @param unbondingRounds Rounds the stake stays after the last allocation's end; at most 1,000,000.
    struct Parameters {
        IRandomBeacon beacon;
        uint32 roundBlocks;
        uint32 challenges;
        uint256 minStake;
        uint32 slashBasisPoints;
        uint32 unbondingRounds;
    }

    /// @param round The current round.
    /// @param blockNumber The block this was read at.
    /// @param seedBlock First block of the round; its hash is the seed, so `prove` works from the block after it.
    /// @param nextRoundBlock First block of the next round.
    /// @param timestamp Of the block, unix seconds.
    struct Clock {
        Round round;
        uint48 blockNumber;
        uint48 seedBlock;
        uint48 nextRoundBlock;
        uint48 timestamp;
    }

    // ------------------------------------------------------------------ records

    /// @notice What a provider offers, signed by its node key (EIP-712).
    /// @param client Who may take it; zero means anyone.
    /// @param maxUnits Units in all the allocations made from this offer.
    /// @param pricePerUnitRound At least 1, below 2^96.
    /// @param minRounds Shortest allocation.
    /// @param validUntil Unix seconds, inclusive.
    /// @param nonce Free to choose; offers below the provider's `minOfferNonce` are cancelled.
    struct Offer {
        address provider;
        address client;
        uint64 maxUnits;
        uint128 pricePerUnitRound;
        uint64 minRounds;
        uint64 validUntil;
        uint256 nonce;
    }

    /// @notice An EIP-2612 permit of the caller for the vault.
    struct Permit {
        uint256 value;
        uint256 deadline;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @notice A provider as it stands in the current round (`owner` is zero if there is none). Skipped rounds are included up
    /// to 64; with `behind` above that, misses and what is live are those of an earlier round.
    /// @param leaves Leaves under `root`.
    /// @param committedRound Round in which root and leaves were committed (today that of the last proof).
    /// @param lastProvedRound Round of the last proof; `provedRounds` tells whether round 0 was proved.
    /// @param liveRate What `prove` pays in this round.
    /// @param liveUnits Units live in this round.
    /// @param nextUnits Units live in the next one: bounds the leaves that can be committed now.
    /// @param misses Consecutive rounds missed, at most 7.
    /// @param stepsTaken Steps of stake already slashed for these misses.
    /// @param stageRound Round in which the present stage began.
    /// @param unsettled Allocations not settled yet.
    /// @param behind Rounds that no call has walked yet; above 64, `prove` needs `catchUp` first.
    /// @param escrow Locked for the allocations not settled yet.
    /// @param compensation Slashed stake that waits for the clients' `settle`.
    struct ProviderRecord {
        address owner;
        address nodeKey;
        bytes peerId;
        bytes32 root;
        uint48 leaves;
        Round committedRound;
        Round lastProvedRound;
        uint128 liveRate;
        uint64 liveUnits;
        uint64 nextUnits;
        uint256 stake;
        uint8 misses;
        uint8 stepsTaken;
        Stage stage;
        Round stageRound;
        uint32 unsettled;
        uint32 behind;
        uint256 minOfferNonce;
        uint256 escrow;
        uint256 compensation;
    }

    /// @param price Per unit and round.
    /// @param endRound Exclusive.
    /// @param deposit `units × price × (endRound − startRound)`.
    struct AllocationRecord {
        AllocationId id;
        address client;
        address provider;
        uint32 units;
        uint96 price;
        Round startRound;
        Round endRound;
        uint256 deposit;
        bool settled;
    }

    // ------------------------------------------------------------------ events

    event ProviderRegistered(address indexed provider, address indexed nodeKey, bytes peerId, uint256 stake);
    event NodeUpdated(address indexed provider, address indexed nodeKey, bytes peerId);
    event StakeAdded(address indexed provider, uint256 amount);
    event OffersCancelled(address indexed provider, uint256 minNonce);
    event AllocationOpened(
        AllocationId indexed id,
        address indexed client,
        address indexed provider,
        bytes32 offerHash,
        uint32 units,
        uint96 price,
        Round startRound,
        Round endRound
    );
    event Proved(address indexed provider, Round indexed round, bytes32 nextRoot, uint48 nextLeaves, uint128 earned);
    event CaughtUp(address indexed provider, Round round, uint8 misses);
    event AllocationSettled(
        AllocationId indexed id, address indexed client, uint256 earned, uint256 refund, uint256 compensation
    );
    event Penalized(
        address indexed provider, Round indexed round, uint8 steps, address caller, uint256 bounty, uint256 compensation
    );
    event Ejected(address indexed provider, Round indexed round);
    event ExitAnnounced(address indexed provider, Round indexed round);
    event Exited(address indexed provider, uint256 stake);

    // ------------------------------------------------------------------ providers

    /// @notice Makes the caller a provider. The caller has approved the vault for `stake`.
    /// @param nodeKey Signs offers and states and may call `prove`; may be the owner itself.
    /// @param peerId libp2p peer id, 1 … 64 bytes, not interpreted.
    function register(address nodeKey, bytes calldata peerId, uint256 stake) external;

    /// @notice Adds to the caller's stake from its wallet.
    function addStake(uint256 amount) external;

    /// @notice Changes node key and peer id of the caller. Offers signed by the old key are void.
    function updateNode(address nodeKey, bytes calldata peerId) external;

    /// @notice Voids every offer of the caller (owner or node key) whose nonce is below `minNonce`.
    function cancelOffers(uint256 minNonce) external;

    /// @notice Proves the current round and commits the next root, as owner or node key.
    /// @param round Must be the current one, so that a late transaction fails instead of proving something else.
    /// @param nextRoot Aggregate root from now on, zero if it has no leaves.
    /// @param nextLeaves Leaves under it; at most the units live in the next round × 4,096.
    /// @param proof docs/spec/data.md "Sample and proof", against the root committed before; empty if that has no leaves.
    function prove(Round round, bytes32 nextRoot, uint48 nextLeaves, bytes calldata proof) external;

    /// @notice Announces the caller's exit, or, once no allocation is left and the unbonding is over, ends it.
    /// @return released The stake that went to the caller's balance; zero when the exit was only announced.
    function exit() external returns (uint256 released);

    // ------------------------------------------------------------------ clients

    /// @notice Buys `units` from each offer, from the next round to `endRound` (exclusive), prepaid from the caller's wallet.
    /// @return ids One allocation for each offer, in their order.
    function openAllocations(Offer[] calldata offers, bytes[] calldata signatures, uint32 units, Round endRound)
        external
        returns (AllocationId[] memory ids);

    /// @notice The same, with an EIP-2612 permit for the vault. A permit that fails (or was used by a front-runner) does no
    /// harm as long as the allowance suffices.
    function openAllocationsWithPermit(
        Offer[] calldata offers,
        bytes[] calldata signatures,
        uint32 units,
        Round endRound,
        Permit calldata permit
    ) external returns (AllocationId[] memory ids);

    // ------------------------------------------------------------------ anyone

    /// @notice Ends an allocation whose rounds are over, or whose provider was ejected: what was not earned, and its share of
    /// slashed stake, go to the client's balance.
    function settle(AllocationId id) external;

    /// @notice Slashes a step of stake for each round missed from the third on that was not penalized yet; ejects at seven.
    /// A fifth goes to the caller's balance, the rest to the clients whose allocations are live, by their rates.
    function penalize(address provider) external;

    /// @notice Walks up to `min(maxRounds, 64)` of the rounds a provider skipped.
    /// @return behind Rounds still to walk.
    function catchUp(address provider, uint32 maxRounds) external returns (uint32 behind);

    // ------------------------------------------------------------------ views

    function vault() external view returns (ITokenVault);
    function genesisBlock() external view returns (uint256);
    function parameters() external view returns (Parameters memory);
    function clock() external view returns (Clock memory);

    /// @notice The challenge seed of a provider in a round: docs/spec/data.md "Challenge". Reverts when the beacon has none.
    function challengeSeed(address provider, Round round) external view returns (bytes32);

    /// @notice EIP-712 digest of an offer: what the node key signs, and the key of `usedUnits`.
    function offerHash(Offer calldata offer) external view returns (bytes32);

    /// @notice Units already taken from an offer.
    function usedUnits(bytes32 offerHash_) external view returns (uint256);

    /// @notice The provider for which `account` may prove: itself, or the one it is the node key of; zero if none.
    function providerOf(address account) external view returns (address);

    function providerCount() external view returns (uint256);
    function provider(address owner) external view returns (ProviderRecord memory);

    /// @notice Up to `count` providers in order of registration, from index `from`; those that left are among them.
    function providers(uint256 from, uint256 count) external view returns (ProviderRecord[] memory);

    function allocationCount() external view returns (uint256);
    function allocation(AllocationId id) external view returns (AllocationRecord memory);

    /// @notice Newest first, at most `max`; older than `beforeId` unless that is zero.
    function allocationsOfClient(address client, AllocationId beforeId, uint256 max)
        external
        view
        returns (AllocationRecord[] memory);

    /// @notice Newest first, at most `max`; older than `beforeId` unless that is zero.
    function allocationsOfProvider(address owner, AllocationId beforeId, uint256 max)
        external
        view
        returns (AllocationRecord[] memory);

    /// @notice Bitmap of the rounds `[from, to)`: round r is bit `r & 255` of word `(r >> 8) − (from >> 8)`, lowest bit first.
    /// Bits outside the range are zero.
    function provedRounds(address owner, Round from, Round to) external view returns (uint256[] memory words);

    /// @notice What `settle` would pay now as compensation for slashed stake, the refund not included.
    function compensationOf(AllocationId id) external view returns (uint256);
}
