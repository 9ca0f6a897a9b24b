// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, DisputeId, Round } from "../Round.sol";
import { IMarketRecords } from "./IMarketRecords.sol";
import { ITokenVault } from "./ITokenVault.sol";

/// @title All there is to read
interface IMarketViews is IMarketRecords {
    function vault() external view returns (ITokenVault);
    function genesisBlock() external view returns (uint256);
    function parameters() external view returns (Parameters memory);
    function clock() external view returns (Clock memory);

    /// @notice The challenge seed of a provider in a round: docs/spec/data.md "Challenge". Reverts when the beacon has none.
    function challengeSeed(address provider, Round round) external view returns (bytes32);

    /// @notice EIP-712 digest of an offer: what the node key signs.
    function offerHash(Offer calldata offer) external view returns (bytes32);

    /// @notice Units already taken from offers of a nonce.
    function usedUnits(address provider, uint256 nonce) external view returns (uint256);

    /// @notice The provider for which `account` may prove: itself, or the one it is the node key of; zero if none.
    function providerOf(address account) external view returns (address);

    function providerCount() external view returns (uint256);
    function provider(address owner) external view returns (ProviderRecord memory);

    /// @notice Up to `count` providers in order of registration, from index `from`; those that left are among them.
    function providers(uint256 from, uint256 count) external view returns (ProviderRecord[] memory);

    function allocationCount() external view returns (uint256);
    function allocation(AllocationId id) external view returns (AllocationRecord memory);

    /// @notice Whether states of an allocation that `key` has signed bind its provider: the node key of now, or one that the provider
    /// has replaced since it took the allocation on.
    function isStateKey(AllocationId id, address key) external view returns (bool);

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

    /// @notice Whether nobody can miss a round, because its seed was not known by its middle, or the beacon was set in it or later.
    /// For rounds that are over.
    function isVoid(Round round) external view returns (bool);

    function accountOf(AllocationId id) external view returns (AccountRecord memory);

    function disputeCount() external view returns (uint256);
    function dispute(DisputeId id) external view returns (DisputeRecord memory);

    /// @notice Up to `count` disputes from id `from` on; those that are over are empty.
    function disputes(uint256 from, uint256 count) external view returns (DisputeRecord[] memory);
}
