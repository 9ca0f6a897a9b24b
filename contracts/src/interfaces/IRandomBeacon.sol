// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

/// @title Public randomness for the challenges of a round
/// @notice The seed of a block must be unknown to everybody until that block is made, and from then on the same for everybody.
/// Nobody may be able to choose it, or to choose among several.
interface IRandomBeacon {
    /// @notice The seed is not known yet, will never be known, or the chain has forgotten it.
    error RandomBeacon_NotAvailable(uint256 seedBlock);

    /// @notice The 32-byte seed that belongs to `seedBlock`. Reverts with `RandomBeacon_NotAvailable` while it has none.
    /// @param seedBlock A block number, fixed by the round and never chosen by the caller.
    function seed(uint256 seedBlock) external view returns (bytes32);

    /// @notice Whether the seed of `seedBlock` was known at the end of block `byBlock`: whether the last call of that block would
    /// have got it from `seed`. The market counts no miss in a round whose seed was not known by its middle.
    /// @dev True is final for any `byBlock`, and false is for one before the present block: a round that was judged once is
    /// judged the same for ever.
    /// @param seedBlock As above.
    /// @param byBlock A block before the present one.
    function wasKnown(uint256 seedBlock, uint256 byBlock) external view returns (bool);
}
