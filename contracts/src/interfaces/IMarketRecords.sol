// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, DisputeId, Round } from "../Round.sol";
import { IMarketErrors } from "./IMarketErrors.sol";
import { IRandomBeacon } from "./IRandomBeacon.sol";

/// @title What the market is told and tells: settings, records, events
interface IMarketRecords is IMarketErrors {
    // ------------------------------------------------------------------ settings

    /// @param beacon Where the seeds come from.
    /// @param roundBlocks Blocks of a round, 2 … 4,096. Fixed for ever.
    /// @param challenges Samples in a proof, 1 … 32. Fixed for ever.
    /// @param minStake Stake below which a provider cannot register or take on allocations; 1 … 2^96 − 1.
    /// @param unitStake Stake that each unit live from the next round on needs, when another one is taken on; below 2^64.
    /// @param slashBasisPoints Part of the stake that one step of a penalty takes, in 1/10,000; 1 … 10,000.
    /// @param unbondingRounds Rounds the stake stays after the last allocation's end; at most 65,536.
    /// @param noticeRounds Rounds from a client's notice to the end; at most 4,096.
    /// @param answerRounds Rounds a provider has to answer a dispute, after the one in which it was opened; 2 … 8, because
    /// providers keep what they have committed for eight rounds.
    /// @param disputeSlashBasisPoints Part of the stake that an unanswered dispute takes, in 1/10,000; 1 … 10,000.
    /// @param disputeBond What opening a dispute locks; 1 … 2^96 − 1.
    struct Parameters {
        IRandomBeacon beacon;
        uint32 roundBlocks;
        uint32 challenges;
        uint256 minStake;
        uint256 unitStake;
        uint32 slashBasisPoints;
        uint32 unbondingRounds;
        uint32 noticeRounds;
        uint32 answerRounds;
        uint32 disputeSlashBasisPoints;
        uint256 disputeBond;
    }

    /// @param round The current round.
    /// @param blockNumber The block this was read at.
    /// @param seedBlock First block of the round, which its seed belongs to.
    /// @param nextRoundBlock First block of the next round.
    /// @param timestamp Of the block, unix seconds.
    /// @param seedKnown Whether the beacon gives the seed now: then `prove` works.
    struct Clock {
        Round round;
        uint48 blockNumber;
        uint48 seedBlock;
        uint48 nextRoundBlock;
        uint48 timestamp;
        bool seedKnown;
    }

    // ------------------------------------------------------------------ records

    /// @notice What a provider offers, signed by its node key (EIP-712).
    /// @param client Who may take it; zero means anyone.
    /// @param maxUnits Units in all the allocations made from offers of this nonce.
    /// @param pricePerUnitRound At least 1, below 2^72.
    /// @param minRounds Fewest rounds to buy at once.
    /// @param validUntil Unix seconds, inclusive.
    /// @param nonce In its lowest 48 bits. Offers of one nonce share the count of units taken; those below the provider's
    /// `minOfferNonce` are cancelled. Counting up saves gas: eight nonces share a slot. Above the 48 bits stands 0, or the number
    /// of an allocation: then the offer is bound, and `extend` of that allocation is all that takes it.
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

    /// @notice What a client and a provider have agreed is stored under an allocation, each signing it (EIP-712).
    /// @param seq Counts the states of an allocation.
    /// @param subRoot Root of the allocation's sum tree.
    /// @param leaves Leaves under it.
    /// @param fromRound First round in which it is challenged: roots committed from `fromRound − 1` on have to contain it, or a
    /// later state.
    struct AllocationState {
        uint64 allocation;
        uint64 seq;
        bytes32 subRoot;
        uint64 leaves;
        uint64 fromRound;
    }

    /// @notice A provider as it stands in the current round (`owner` is zero if there is none). Skipped rounds are included up
    /// to 64; with `behind` above that, misses and what is live are those of an earlier round.
    /// @param payout Where earnings go; the owner unless set.
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
    /// @param openDisputes Disputes neither answered nor decided.
    /// @param finedUntil Disputes with a deadline up to this round cost no stake any more.
    /// @param behind Rounds that no call has walked yet; above 64, `prove` needs `catchUp` first.
    /// @param escrow Locked for the allocations not settled yet, what is earned not included.
    /// @param earned Earned and not collected yet.
    /// @param compensation Slashed stake that waits for the clients' `settle`.
    struct ProviderRecord {
        address owner;
        address nodeKey;
        address payout;
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
        uint32 openDisputes;
        Round finedUntil;
        uint32 behind;
        uint256 minOfferNonce;
        uint256 escrow;
        uint256 earned;
        uint256 compensation;
    }

    /// @param units In its last rounds; fewer before each growth.
    /// @param price Per unit and round.
    /// @param endRound Exclusive.
    /// @param deposit The price of all its rounds: `Σ units × price × rounds`.
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

    /// @notice What an allocation has cost until now, and what `settle` would give back.
    /// @param deposit The price of all its rounds: `Σ units × price × rounds`.
    /// @param charged The price of those that its provider has proved.
    /// @param compensation Its claim to slashed stake; zero once it is settled.
    struct AccountRecord {
        uint256 deposit;
        uint256 charged;
        uint256 compensation;
    }

    /// @notice What a dispute asks for.
    ///  Inclusion: that a signed state, or a later one, is under the committed root.
    ///  StateLeaf: the leaf at a position of a signed state.
    ///  RootLeaf: the leaf at a position of the committed root.
    enum DisputeKind {
        Inclusion,
        StateLeaf,
        RootLeaf
    }

    /// @notice An open dispute; `provider` is zero if it is answered, decided, or never was.
    /// @param deadline Last round in which an answer counts.
    /// @param bond What the challenger has locked.
    /// @param root Inclusion and RootLeaf: the root that was committed at the opening. StateLeaf: zero.
    /// @param leaves Leaves under it.
    /// @param position StateLeaf and RootLeaf: the leaf asked for.
    /// @param allocation Inclusion and StateLeaf: the state, signed by the provider. RootLeaf: zeros, as in what follows.
    struct DisputeRecord {
        DisputeId id;
        DisputeKind kind;
        address provider;
        address challenger;
        Round deadline;
        uint256 bond;
        bytes32 root;
        uint48 leaves;
        uint48 position;
        AllocationId allocation;
        uint64 seq;
        bytes32 subRoot;
        uint48 subLeaves;
    }

    // ------------------------------------------------------------------ events
    // Together with those of the vault they are enough to rebuild all that is stored.

    event ParametersSet(Parameters parameters);
    event ProviderRegistered(address indexed provider, address indexed nodeKey, bytes peerId, uint256 stake);
    event NodeUpdated(address indexed provider, address indexed nodeKey, bytes peerId);
    event PayoutSet(address indexed provider, address indexed payout);
    event StakeAdded(address indexed provider, uint256 amount);
    event OffersCancelled(address indexed provider, uint256 minNonce);
    event AllocationOpened(
        AllocationId indexed id,
        address indexed client,
        address indexed provider,
        uint256 nonce,
        uint32 units,
        uint96 price,
        Round startRound,
        Round endRound
    );
    event AllocationExtended(AllocationId indexed id, uint256 nonce, Round endRound);
    event AllocationGrown(AllocationId indexed id, uint256 nonce, uint32 units, Round fromRound);
    /// @notice An allocation ends earlier than it was bought for; `refund` is the price of the rounds it loses.
    event AllocationClosed(AllocationId indexed id, Round endRound, uint256 refund);
    event Proved(address indexed provider, Round indexed round, bytes32 nextRoot, uint48 nextLeaves, uint128 earned);
    event Collected(address indexed provider, address indexed payout, uint256 amount);
    event CaughtUp(address indexed provider, Round round, uint8 misses);
    event AllocationSettled(
        AllocationId indexed id, address indexed client, uint256 earned, uint256 refund, uint256 compensation
    );
    event Penalized(
        address indexed provider,
        Round indexed round,
        uint8 steps,
        address caller,
        uint256 bounty,
        uint256 compensation,
        uint256 burned
    );
    event Ejected(address indexed provider, Round indexed round);
    event ExitAnnounced(address indexed provider, Round indexed round);
    event Exited(address indexed provider, uint256 stake);
    event DisputeOpened(
        DisputeId indexed id, address indexed provider, address indexed challenger, DisputeRecord dispute
    );
    event DisputeAnswered(DisputeId indexed id, address indexed provider, uint256 bond);
    event DisputeLost(
        DisputeId indexed id,
        address indexed provider,
        uint256 bond,
        uint256 bounty,
        uint256 compensation,
        uint256 burned
    );
}
