// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Blockhash } from "@openzeppelin/contracts/utils/Blockhash.sol";
import { IRandomBeacon } from "./interfaces/IRandomBeacon.sol";

/// @title The hash of the seed block as its seed
/// @notice Reads the last 8,191 hashes from the history contract of EIP-2935. The builder of a seed block can throw away a
/// block whose hash it dislikes, at the price of that block: a weak lever on five positions, and none on the next round's.
contract BlockhashBeacon is IRandomBeacon {
    function seed(uint256 seedBlock) external view returns (bytes32) {
        // The library gives zero for what it does not know: for the present block, the future, and what is forgotten.
        bytes32 hash = Blockhash.blockHash(seedBlock);
        if (hash == 0) revert RandomBeacon_NotAvailable(seedBlock);
        return hash;
    }
}
