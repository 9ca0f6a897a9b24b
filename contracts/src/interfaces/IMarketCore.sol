// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, Round } from "../Round.sol";
import { IMarketRecords } from "./IMarketRecords.sol";

/// @title What is called often: buying and changing capacity, proving, settling, penalizing
interface IMarketCore is IMarketRecords {
    /// @notice Buys `units` from each offer, from the next round to `endRound` (exclusive), prepaid from the caller's wallet.
    /// @return ids One allocation for each offer, in their order; they follow each other.
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

    /// @notice Moves the end of the caller's allocation to `endRound`, prepaid, at its price: the offer has to have the same.
    /// The end is at most 4,096 rounds ahead, the whole at most 65,535 rounds long.
    function extend(AllocationId id, Offer calldata offer, bytes calldata signature, Round endRound) external;

    /// @notice Adds `units` to the caller's allocation from the next round to its end, prepaid, at its price: the offer has to
    /// have the same. At most 16 times.
    function grow(AllocationId id, Offer calldata offer, bytes calldata signature, uint32 units) external;

    /// @notice Ends the caller's allocation with the current round, by consent.
    /// @param validUntil Unix seconds, inclusive.
    /// @param signature The node key's over `Close(uint64 allocation,uint64 validUntil)`.
    function close(AllocationId id, uint64 validUntil, bytes calldata signature) external;

    /// @notice Ends the caller's allocation `noticeRounds` after the current round.
    function giveNotice(AllocationId id) external;

    /// @notice Proves the current round and commits the next root, as owner or node key.
    /// @param round Must be the current one, so that a late transaction fails instead of proving something else.
    /// @param nextRoot Aggregate root from now on, zero if it has no leaves.
    /// @param nextLeaves Leaves under it; at most the units live in the next round × 4,096.
    /// @param proof docs/spec/data.md "Sample and proof", against the root committed before; empty if that has no leaves.
    function prove(Round round, bytes32 nextRoot, uint48 nextLeaves, bytes calldata proof) external;

    /// @notice Moves what a provider has earned to the balance of its payout address. Anyone may.
    function collect(address provider) external returns (uint256 amount);

    /// @notice Ends allocations whose rounds are over, or whose provider was ejected: what was not earned, and their share of
    /// slashed stake, go to their clients' balances. Those that are settled already are passed over.
    /// @param ids 1 … 256 of them.
    function settle(AllocationId[] calldata ids) external;

    /// @notice Slashes a step of stake for each round missed from the third on that was not penalized yet; ejects at seven.
    /// A fifth goes to the caller's balance, half is burned, the rest is for the clients whose allocations are live, by their rates.
    function penalize(address provider) external;

    /// @notice Walks up to `min(maxRounds, 64)` of the rounds a provider skipped.
    /// @return behind Rounds still to walk.
    function catchUp(address provider, uint32 maxRounds) external returns (uint32 behind);

    /// @notice The contract with the rest of the code, which runs on this one's storage.
    function extension() external view returns (address);
}
