// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Bls12381 } from "../Bls12381.sol";
import { IRandomBeacon } from "./IRandomBeacon.sol";

/// @title Seeds from drand, a public network that signs a number every few seconds
/// @notice No member of that network, nor its users, can choose or foresee a signature, unless a majority of its members
/// conspires. A seed takes two calls, open to everybody: `anchor` in the seed block or later fixes which of drand's rounds will
/// be the seed, while nobody knows it; `post` brings the signature when drand has published it, and it is verified.
/// @dev docs/decisions/0015-beacons.md says what an attacker gains: at most that a round is void.
interface IDrandBeacon is IRandomBeacon {
    /// @param publicKey The network's public key.
    /// @param genesisTime Unix seconds of drand's round 1.
    /// @param period Seconds between two of drand's rounds.
    /// @param delay Seconds that must pass between the time of an anchoring block and the signature: longer than anybody can
    /// hold back a block, have it dated back, or have it replaced.
    struct Parameters {
        Bls12381.G2 publicKey;
        uint64 genesisTime;
        uint32 period;
        uint32 delay;
    }

    /// @notice The seed of `seedBlock` will be drand's round `drandRound`.
    event SeedAnchored(uint256 indexed seedBlock, uint64 drandRound);
    /// @notice The seed of `seedBlock` is known.
    event SeedPosted(uint256 indexed seedBlock, bytes32 seed);

    /// @notice The public key is infinity, the period is 0, or the delay is longer than a day.
    error DrandBeacon_BadParameter(string name);
    /// @notice A block that is not there yet is not anchored: its seed could be known before it.
    error DrandBeacon_TooEarly(uint256 seedBlock, uint256 blockNumber);
    /// @notice Which round it will be is fixed.
    error DrandBeacon_AlreadyAnchored(uint256 seedBlock, uint64 drandRound);
    /// @notice `anchor` comes first.
    error DrandBeacon_NotAnchored(uint256 seedBlock);
    /// @notice The seed is known.
    error DrandBeacon_AlreadyPosted(uint256 seedBlock);
    /// @notice A point, but not drand's signature of this round.
    error DrandBeacon_WrongSignature(uint64 drandRound);

    /// @notice Fixes the seed of `seedBlock`, which must not lie ahead: the first of drand's rounds that is due strictly after
    /// this block's time plus the delay.
    /// @return drandRound Whose signature to post.
    function anchor(uint256 seedBlock) external returns (uint64 drandRound);

    /// @notice Makes the seed of an anchored block known: the SHA-256 of drand's compressed signature, which drand publishes as
    /// `randomness`. Reverts with `Bls12381_Refused` where `signature` is no point of G1.
    /// @param signature The signature as a point: 48 bytes decompressed.
    function post(uint256 seedBlock, Bls12381.G1 calldata signature) external;

    /// @notice How far the seed of `seedBlock` is.
    /// @return drandRound Which of drand's rounds it is; 0 before `anchor`.
    /// @return knownBlock The block of `post`; 0 before it.
    function progress(uint256 seedBlock) external view returns (uint64 drandRound, uint64 knownBlock);

    /// @notice What was given to the constructor.
    function parameters() external view returns (Parameters memory);
}
