// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Blockhash } from "@openzeppelin/contracts/utils/Blockhash.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { IRandomBeacon } from "./interfaces/IRandomBeacon.sol";

/// @title The hash of the seed block as its seed
/// @notice Reads the last 8,191 hashes from the history contract of EIP-2935, once `finalityBlocks` blocks lie on top of the
/// seed block: a proof that was accepted is not lost to a reorganisation shorter than that, which would change its seed.
/// @dev The builder of a seed block can throw away a block whose hash it dislikes, at the price of that block, and so can a
/// reorganisation: a weak lever on five positions, and none on the next round's. DrandBeacon gives no such lever.
contract BlockhashBeacon is IRandomBeacon {
    /// @dev Seeds are then still in the history for 4,096 blocks from when they are known on: for the longest round.
    uint256 private constant MAX_FINALITY_BLOCKS = 4095;

    /// @notice Blocks between a seed block and the first one that gets its seed. 0 on development networks; well below half of a
    /// round, or every round is void.
    uint256 public immutable finalityBlocks;

    /// @notice More than 4,095 blocks.
    error BlockhashBeacon_TooManyBlocks(uint256 finalityBlocks);

    constructor(uint256 finalityBlocks_) {
        if (finalityBlocks_ > MAX_FINALITY_BLOCKS) revert BlockhashBeacon_TooManyBlocks(finalityBlocks_);
        finalityBlocks = finalityBlocks_;
    }

    function seed(uint256 seedBlock) external view returns (bytes32) {
        if (!wasKnown(seedBlock, block.number)) revert RandomBeacon_NotAvailable(seedBlock);
        // Zero for what the history has forgotten.
        bytes32 hash = Blockhash.blockHash(seedBlock);
        if (hash == 0) revert RandomBeacon_NotAvailable(seedBlock);
        return hash;
    }

    /// @dev Arithmetic alone: a block always has a hash, and forgetting it does not undo that it was known.
    function wasKnown(uint256 seedBlock, uint256 byBlock) public view returns (bool) {
        return Math.saturatingSub(byBlock, seedBlock) > finalityBlocks;
    }
}
