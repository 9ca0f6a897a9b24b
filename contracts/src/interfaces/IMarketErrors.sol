// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, DisputeId, Round } from "../Round.sol";

/// @title Why the market refuses, and the stages that some refusals name
/// @notice Facts are parameters; what to do about it is said here.
interface IMarketErrors {
    /// @notice A provider's life. `Left` after an `exit` that paid out.
    enum Stage {
        None,
        Active,
        Exiting,
        Ejected,
        Left
    }

    /// @notice A setting is out of its range.
    error StorageMarket_BadParameter(string name);
    /// @notice No provider belongs to this address, neither as owner nor as node key.
    error StorageMarket_NoProvider(address account);
    /// @notice An owner registers once; after an exit or an ejection take another address.
    error StorageMarket_AlreadyRegistered(address provider);
    /// @notice The node key is zero or serves another provider.
    error StorageMarket_BadNodeKey(address nodeKey);
    /// @notice A peer id has 1 … 64 bytes.
    error StorageMarket_BadPeerId(uint256 length);
    /// @notice The stake is below the least one: add to it.
    error StorageMarket_StakeTooSmall(uint256 stake, uint256 minStake);
    /// @notice Zero where an amount is needed.
    error StorageMarket_ZeroAmount();
    /// @notice The provider is exiting, was ejected or has left, and so cannot do this.
    error StorageMarket_WrongStage(address provider, Stage stage);
    /// @notice Too many rounds to walk in this call: call `catchUp(provider, 64)` until `behind` is at most 64.
    error StorageMarket_CatchUpNeeded(address provider, uint32 behind);

    /// @notice One signature per offer, 1 … 256 of them.
    error StorageMarket_BadBatch(uint256 offers, uint256 signatures);
    /// @notice Units must be 1 … 2^32 − 1 and the price 1 … 2^72 − 1.
    error StorageMarket_BadAmounts(uint256 units, uint256 price);
    /// @notice At least the offer's `minRounds` and one round are bought, ending at most 4,096 rounds after the next one; an
    /// allocation is at most 65,535 rounds long.
    error StorageMarket_BadDuration(Round startRound, Round endRound, uint64 minRounds);
    /// @notice The offer is for somebody else.
    error StorageMarket_NotForCaller(address client);
    error StorageMarket_OfferExpired(uint64 validUntil);
    /// @notice The nonce is below the lowest valid one, or binds the offer to the extension of another allocation.
    error StorageMarket_OfferCancelled(uint256 nonce, uint256 minNonce);
    /// @notice Fewer units are left in the offer than asked for.
    error StorageMarket_OfferExhausted(uint256 asked, uint256 left);
    /// @notice The node key did not sign this offer for this market on this chain.
    error StorageMarket_BadSignature(address provider);
    /// @notice The offer is of another provider than the allocation's, or at another price.
    error StorageMarket_OtherTerms(address provider, uint256 price, address wanted, uint256 wantedPrice);
    /// @notice An allocation cannot grow again: open another one.
    error StorageMarket_TooManyGrowths(uint256 most);
    /// @notice The provider's consent to close was good until then: ask for another.
    error StorageMarket_ConsentExpired(uint64 validUntil);
    /// @notice It ends before the notice would be over.
    error StorageMarket_EndsAnyway(Round endRound, Round noticeRound);
    /// @notice The allocation is over, or its last round has begun.
    error StorageMarket_Ended(Round endRound, Round round);
    /// @notice A nonce can only grow, below 2^48.
    error StorageMarket_NonceTooLow(uint256 minNonce, uint256 current);

    /// @notice Only the current round can be proved.
    error StorageMarket_WrongRound(Round asked, Round current);
    error StorageMarket_AlreadyProved(Round round);
    /// @notice More leaves than the units live in the next round hold, or a root without leaves, or leaves without a root.
    error StorageMarket_BadCommitment(bytes32 nextRoot, uint256 nextLeaves, uint256 maxLeaves);

    error StorageMarket_NoAllocation(AllocationId id);
    error StorageMarket_AlreadySettled(AllocationId id);
    /// @notice The allocation still runs.
    error StorageMarket_NotEnded(Round endRound, Round current);
    /// @notice There are no misses that were not penalized yet, or no client is harmed now.
    error StorageMarket_NothingToPenalize(address provider, uint8 misses);
    /// @notice Allocations are not settled yet: `settle` them first; anyone may.
    error StorageMarket_AllocationsLeft(uint32 unsettled);
    /// @notice Disputes are open: `answer` them, or wait until they are decided.
    error StorageMarket_DisputesLeft(uint32 openDisputes);
    error StorageMarket_StillBonded(Round until, Round current);
    /// @notice A list starts at an allocation that is not in it.
    error StorageMarket_NotInList(AllocationId id);
    /// @notice The range of rounds is empty or wider than 65,536.
    error StorageMarket_BadRange(Round from, Round to);

    /// @notice There is no such dispute, or it is over.
    error StorageMarket_NoDispute(DisputeId id);
    /// @notice No root that was committed has to contain this state yet.
    error StorageMarket_NotDueYet(uint64 fromRound, Round provedRound);
    /// @notice Another root has been committed since.
    error StorageMarket_OtherRoot(bytes32 root, bytes32 committed);
    /// @notice There are not so many leaves.
    error StorageMarket_NoSuchLeaf(uint256 position, uint256 leaves);
    /// @notice The state is of another allocation, or not later than the disputed one; or the dispute is about no state.
    error StorageMarket_NotLater(uint64 allocation, uint64 seq);
    error StorageMarket_NotSignedByClient(address client);
    /// @notice The time to answer is over.
    error StorageMarket_TooLate(Round deadline, Round current);
    /// @notice The provider can still answer.
    error StorageMarket_AnswerPending(Round deadline, Round current);
}
