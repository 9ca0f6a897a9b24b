// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, Round } from "../Round.sol";

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
    /// @notice Units must be 1 … 2^32 − 1 and the price 1 … 2^96 − 1.
    error StorageMarket_BadAmounts(uint256 units, uint256 price);
    /// @notice An allocation lasts 1 … 4,096 rounds and at least the offer's `minRounds`, counted from the next round.
    error StorageMarket_BadDuration(Round startRound, Round endRound, uint64 minRounds);
    /// @notice The offer is for somebody else.
    error StorageMarket_NotForCaller(address client);
    error StorageMarket_OfferExpired(uint64 validUntil);
    error StorageMarket_OfferCancelled(uint256 nonce, uint256 minNonce);
    /// @notice Fewer units are left in the offer than asked for.
    error StorageMarket_OfferExhausted(uint256 asked, uint256 left);
    /// @notice The node key did not sign this offer for this market on this chain.
    error StorageMarket_BadSignature(address provider);
    /// @notice What is locked for one provider would pass 2^127 − 1.
    error StorageMarket_EscrowTooLarge(address provider);
    /// @notice A nonce can only grow.
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
    error StorageMarket_StillBonded(Round until, Round current);
    /// @notice A list starts at an allocation that is not in it.
    error StorageMarket_NotInList(AllocationId id);
    /// @notice The range of rounds is empty or wider than 65,536.
    error StorageMarket_BadRange(Round from, Round to);
}
