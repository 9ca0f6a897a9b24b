// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { ProofWalk } from "./ProofWalk.sol";

/// @title Verifies that a provider holds the leaves at the challenged positions
/// @notice docs/spec/data.md, "Sum trees" to "Inclusion", byte for byte. Its twin is `proofs/` in TypeScript; both read
/// test/vectors/proofs.json and single-proofs.json.
/// @dev A proof is the smallest tree that holds all challenged leaves, from the root down and from left to right:
///
///     sum node     leftLeaves, and the sibling if all positions lie on one side; else both children follow, left first
///     allocation   0 ‖ allocation ‖ seq, and the root of its sum tree follows
///     fragment     0 ‖ fragmentBytes, and for each position in it the leaf and its path
///
/// What the prover states is only how many leaves lie to the left at each fork, in as few bytes as the node's own number of
/// leaves can need. Directions, the other count, the length of the path and the place of every byte follow, so no two
/// different proofs of one challenge pass, and no root passes as a leaf. Kinds of node differ in the length of their
/// preimage: 256, 64, 40, 80, 56 bytes.
library ProofLib {
    using ProofWalk for ProofWalk.Walk;

    /// @dev Bytes under one Merkle leaf.
    uint256 internal constant LEAF_BYTES = 256;
    /// @dev Most leaves under one root: a left count takes six bytes at most.
    uint256 internal constant MAX_LEAVES = 0xffffffffffff;
    /// @notice The proof ends before its last leaf.
    error ProofLib_Truncated(uint256 length);
    /// @notice There are bytes after the last leaf.
    error ProofLib_TrailingBytes(uint256 expected, uint256 length);
    /// @notice A sum tree of more than 40 levels.
    error ProofLib_TooDeep();
    /// @notice A fork says that everything lies to the left.
    error ProofLib_BadCount(uint256 leftLeaves, uint256 total);
    /// @notice The fragment's bytes do not make as many leaves as its place in the tree has.
    error ProofLib_WrongFragment(uint256 fragmentBytes, uint256 leaves);
    /// @notice The proof folds to another root.
    error ProofLib_WrongRoot();
    /// @notice There is no such position, or there are more leaves than a tree can have.
    error ProofLib_BadPosition(uint256 position, uint256 leaves);
    /// @notice The allocation does not begin at this position, or has another number of leaves there.
    error ProofLib_WrongPlace(uint256 position, uint256 leaves);

    /// @notice The seed of the challenges: 160 bytes hashed.
    function challengeSeed(address market, address provider, uint256 round, bytes32 beaconSeed)
        internal
        view
        returns (bytes32)
    {
        return sha256(abi.encode(block.chainid, market, provider, round, beaconSeed));
    }

    /// @notice Position of challenge `index` among `leaves`.
    function position(bytes32 seed, uint256 index, uint256 leaves) internal pure returns (uint256) {
        return uint256(sha256(abi.encodePacked(seed, uint32(index)))) % leaves;
    }

    /// @notice Reverts unless `proof` is exactly that of positions 0 … count − 1 under `root` with `leaves` leaves. Of no
    /// leaves, or of no positions, that is the empty one. The time to sort grows with the square of `count`.
    function verify(bytes calldata proof, bytes32 root, uint256 leaves, bytes32 seed, uint256 count) internal view {
        if (leaves == 0 || count == 0) {
            if (proof.length != 0) revert ProofLib_TrailingBytes(0, proof.length);
            return;
        }
        (uint256 lowest, uint256 highest) = ProofWalk.positions(seed, count, leaves);
        _check(_begin(proof, leaves, lowest, highest), root);
    }

    /// @notice Reverts unless `proof` is exactly that of the leaf at this one position under a provider's root.
    function verifyPosition(bytes calldata proof, bytes32 root, uint256 leaves, uint256 position_) internal view {
        _check(_beginAt(proof, leaves, position_), root);
    }

    /// @notice Reverts unless `proof` is exactly that of the leaf at this one position under an allocation's sub root.
    function verifyPositionInAllocation(bytes calldata proof, bytes32 subRoot, uint256 leaves, uint256 position_)
        internal
        view
    {
        ProofWalk.Walk memory walk = _beginAt(proof, leaves, position_);
        walk.inAllocation = 1;
        _check(walk, subRoot);
    }

    /// @notice Reverts unless `proof` is exactly that of an allocation's state having a place under a provider's root.
    function verifyInclusion(
        bytes calldata proof,
        bytes32 root,
        uint256 leaves,
        uint64 allocation,
        uint64 seq,
        bytes32 subRoot,
        uint256 subLeaves
    ) internal view {
        uint256 width;
        for (uint256 rest = leaves == 0 ? 0 : leaves - 1; rest != 0; rest >>= 8) {
            ++width;
        }
        if (width > proof.length) revert ProofLib_Truncated(proof.length);
        uint256 position_ = uint256(bytes32(proof[:width])) >> (256 - 8 * width);
        ProofWalk.Walk memory walk = _beginAt(proof, leaves, position_);
        walk.next += width;
        _descend(walk);
        // The first leaf alone stands for the allocation: any other position in it would be a second proof of the same.
        if (walk.first != position_ || walk.total != subLeaves) revert ProofLib_WrongPlace(position_, walk.total);
        walk.ascend(sha256(abi.encodePacked(allocation, seq, subRoot, uint64(subLeaves))));
        _finish(walk, root);
    }

    // ------------------------------------------------------------------ the walk

    function _begin(bytes calldata proof, uint256 leaves, uint256 lowest, uint256 highest)
        private
        pure
        returns (ProofWalk.Walk memory)
    {
        if (leaves > MAX_LEAVES) revert ProofLib_BadPosition(0, leaves);
        return ProofWalk.begin(proof, leaves, lowest, highest);
    }

    function _beginAt(bytes calldata proof, uint256 leaves, uint256 position_)
        private
        pure
        returns (ProofWalk.Walk memory)
    {
        if (position_ >= leaves) revert ProofLib_BadPosition(position_, leaves);
        uint256 place = ProofWalk.allocate(32);
        assembly ("memory-safe") {
            mstore(place, position_)
        }
        return _begin(proof, leaves, place, place);
    }

    /// @dev Folds the whole proof, and compares.
    function _check(ProofWalk.Walk memory walk, bytes32 root) private view {
        do {
            _descend(walk);
            if (walk.inAllocation == 0) {
                walk.enter();
                _descend(walk);
            }
        } while (!walk.ascend(_fragmentRoot(walk)));
        _finish(walk, root);
    }

    function _finish(ProofWalk.Walk memory walk, bytes32 root) private pure {
        if (walk.next != walk.end) revert ProofLib_TrailingBytes(walk.next - walk.start, walk.end - walk.start);
        if (walk.root() != root) revert ProofLib_WrongRoot();
    }

    function _descend(ProofWalk.Walk memory walk) private pure {
        uint256 left = walk.descend();
        _mustBeThere(walk);
        if (left == 0) return;
        if (left >= walk.total) revert ProofLib_BadCount(left, walk.total);
        revert ProofLib_TooDeep();
    }

    /// @dev At a fragment: reads its length, and a leaf with its path for each position. All must fold to one root.
    function _fragmentRoot(ProofWalk.Walk memory walk) private view returns (bytes32) {
        uint256 fragmentBytes = walk.fragmentBytes();
        _mustBeThere(walk);
        // `total` is at least 1, so a fragment of no bytes fails here.
        if ((fragmentBytes + LEAF_BYTES - 1) / LEAF_BYTES != walk.total) {
            revert ProofLib_WrongFragment(fragmentBytes, walk.total);
        }
        (uint256 lowest, bytes32 merkleRoot) = (walk.lowest, 0);
        for (uint256 place = lowest; place <= walk.highest; place += 32) {
            bytes32 shown = walk.leafRoot(place);
            _mustBeThere(walk);
            if (place != lowest && shown != merkleRoot) revert ProofLib_WrongRoot();
            merkleRoot = shown;
        }
        return ProofWalk.fragmentRoot(merkleRoot, fragmentBytes);
    }

    /// @dev All that was read.
    function _mustBeThere(ProofWalk.Walk memory walk) private pure {
        if (walk.next > walk.end) revert ProofLib_Truncated(walk.end - walk.start);
    }
}
