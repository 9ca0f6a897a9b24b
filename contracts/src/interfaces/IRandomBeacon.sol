// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

/// @title Public randomness for the challenges of a round
/// @notice The seed of a block must be unknown to everybody before that block and the same for everybody, for ever, after it.
interface IRandomBeacon {
    /// @notice The seed is not known yet, or the chain has forgotten it.
    error RandomBeacon_NotAvailable(uint256 seedBlock);

    /// @notice The 32-byte seed that belongs to `seedBlock`.
    /// @param seedBlock A block number, fixed by the round and never chosen by the caller.
    function seed(uint256 seedBlock) external view returns (bytes32);
}
