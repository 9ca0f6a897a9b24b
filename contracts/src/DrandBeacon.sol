// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Bls12381 } from "./Bls12381.sol";
import { IDrandBeacon } from "./interfaces/IDrandBeacon.sol";

/// @title Seeds from a drand network of the scheme bls-unchained-g1-rfc9380
/// @notice docs/decisions/0015-beacons.md. One verification per seed block serves all providers, and any number of markets.
/// @dev Invariants, for each seed block s:
///
///     drandRound(s) ≠ 0  ⇒  s was made, and drandRound(s) never changes
///     knownBlock(s) ≠ 0  ⇔  seed(s) is known, and neither ever changes
///     seed(s) = sha256(compressed signature of drandRound(s) under the public key)
///
/// The key lies in the code: eight words, of which a verification reads all.
contract DrandBeacon is IDrandBeacon {
    /// @dev A slot: what `progress` tells. The seed has another.
    struct Progress {
        uint64 drandRound;
        uint64 knownBlock;
    }

    /// @dev More could not be waited for within half of a round of any chain.
    uint256 private constant MAX_DELAY_SECONDS = 1 days;

    uint64 private immutable _genesisTime;
    uint32 private immutable _period;
    uint32 private immutable _delay;
    uint256 private immutable _x0High;
    uint256 private immutable _x0Low;
    uint256 private immutable _x1High;
    uint256 private immutable _x1Low;
    uint256 private immutable _y0High;
    uint256 private immutable _y0Low;
    uint256 private immutable _y1High;
    uint256 private immutable _y1Low;

    mapping(uint256 seedBlock => Progress) private _progress;
    mapping(uint256 seedBlock => bytes32) private _seeds;

    constructor(Parameters memory p) {
        if (!Bls12381.isPublicKey(p.publicKey)) revert DrandBeacon_BadParameter("publicKey");
        if (p.period == 0) revert DrandBeacon_BadParameter("period");
        if (p.delay > MAX_DELAY_SECONDS) revert DrandBeacon_BadParameter("delay");
        (_genesisTime, _period, _delay) = (p.genesisTime, p.period, p.delay);
        (_x0High, _x0Low) = (p.publicKey.x0High, p.publicKey.x0Low);
        (_x1High, _x1Low) = (p.publicKey.x1High, p.publicKey.x1Low);
        (_y0High, _y0Low) = (p.publicKey.y0High, p.publicKey.y0Low);
        (_y1High, _y1Low) = (p.publicKey.y1High, p.publicKey.y1Low);
    }

    function anchor(uint256 seedBlock) external returns (uint64 drandRound) {
        if (seedBlock > block.number) revert DrandBeacon_TooEarly(seedBlock, block.number);
        Progress storage record = _progress[seedBlock];
        if (record.drandRound != 0) revert DrandBeacon_AlreadyAnchored(seedBlock, record.drandRound);
        drandRound = _roundAfter(block.timestamp + _delay);
        record.drandRound = drandRound;
        emit SeedAnchored(seedBlock, drandRound);
    }

    function post(uint256 seedBlock, Bls12381.G1 calldata signature) external {
        Progress memory record = _progress[seedBlock];
        if (record.drandRound == 0) revert DrandBeacon_NotAnchored(seedBlock);
        if (record.knownBlock != 0) revert DrandBeacon_AlreadyPosted(seedBlock);
        // Unchained: drand signs the bare number of the round.
        bytes32 message = sha256(abi.encodePacked(record.drandRound));
        if (!Bls12381.verify(signature, message, _publicKey())) revert DrandBeacon_WrongSignature(record.drandRound);

        bytes32 seed_ = sha256(Bls12381.compress(signature));
        _seeds[seedBlock] = seed_;
        _progress[seedBlock].knownBlock = uint64(block.number);
        emit SeedPosted(seedBlock, seed_);
    }

    function seed(uint256 seedBlock) external view returns (bytes32 seed_) {
        seed_ = _seeds[seedBlock];
        if (seed_ == 0) revert RandomBeacon_NotAvailable(seedBlock);
    }

    function wasKnown(uint256 seedBlock, uint256 byBlock) external view returns (bool) {
        uint256 knownBlock = _progress[seedBlock].knownBlock;
        return knownBlock != 0 && knownBlock <= byBlock;
    }

    function progress(uint256 seedBlock) external view returns (uint64 drandRound, uint64 knownBlock) {
        Progress memory record = _progress[seedBlock];
        return (record.drandRound, record.knownBlock);
    }

    function parameters() external view returns (Parameters memory) {
        return Parameters({ publicKey: _publicKey(), genesisTime: _genesisTime, period: _period, delay: _delay });
    }

    /// @dev The first of drand's rounds due strictly after `time`. Round n is due at genesisTime + (n − 1) × period.
    function _roundAfter(uint256 time) private view returns (uint64) {
        if (time < _genesisTime) return 1;
        return uint64((time - _genesisTime) / _period + 2);
    }

    function _publicKey() private view returns (Bls12381.G2 memory) {
        return Bls12381.G2({
            x0High: _x0High,
            x0Low: _x0Low,
            x1High: _x1High,
            x1Low: _x1Low,
            y0High: _y0High,
            y0Low: _y0Low,
            y1High: _y1High,
            y1Low: _y1Low
        });
    }
}
