// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

/// @title Verifies that a provider holds the leaves at the challenged positions
/// @notice docs/spec/data.md, "Sum trees" to "Sample and proof", byte for byte. Its twin is `proofs/` in TypeScript; both read
/// test/vectors/proofs.json.
/// @dev One sample, as it lies in the proof and as it is folded:
///
///     aggregateDepth | leftLeaves sibling … | allocation seq | subDepth | leftLeaves sibling … | fragmentBytes | path | leaf
///     root ── down: total and position shrink ──> allocation's leaves ── down ──> fragment's leaves, index of the leaf
///     root <── up: sum nodes ── allocationLeaf <── up: sum nodes ── fragmentRoot <── path ── H(leaf)
///
/// What the prover states is only how many leaves lie to the left at each fork. Directions, the other count, the length of the
/// path and the place of every byte follow, so no two different proofs of one position pass, and no root passes as a leaf.
/// Kinds of node differ in the length of their preimage: 256, 64, 40, 80, 56 bytes.
///
/// The loops are assembly: with `sha256(abi.encodePacked(…))` and calldata slices a level cost 1,470 gas and `prove` with five
/// samples 451,000 at 1,000,000 fragments; so it costs 540 a level and 298,000, where EIP-7623 asks 289,000 for the bytes
/// alone (test/Gas.t.sol). The bounds of all that they read are checked before them.
library ProofLib {
    /// @dev Bytes under one Merkle leaf.
    uint256 internal constant LEAF_BYTES = 256;
    /// @dev Deepest sum tree: 2^40 items.
    uint256 internal constant MAX_DEPTH = 40;
    /// @dev leftLeaves u48 ‖ sibling.
    uint256 private constant STEP_BYTES = 38;
    /// @dev The precompile of SHA-256. It fails only without gas, and then nothing may go on.
    uint256 private constant SHA256 = 2;

    /// @notice The proof ends inside a sample.
    error ProofLib_Truncated(uint256 length);
    /// @notice There are bytes after the last sample.
    error ProofLib_TrailingBytes(uint256 expected, uint256 length);
    /// @notice A sum tree of more than 40 levels.
    error ProofLib_TooDeep(uint256 depth);
    /// @notice A fork says that nothing, or everything, lies to the left.
    error ProofLib_BadCount(uint256 leftLeaves, uint256 total);
    /// @notice The fragment's bytes do not make as many leaves as its place in the tree has.
    error ProofLib_WrongFragment(uint256 fragmentBytes, uint256 leaves);
    /// @notice A sample folds to another root.
    error ProofLib_WrongRoot(uint256 sample);

    /// @dev Where a walk from the root down stands: next byte of the proof, and position among `total` leaves.
    struct Walk {
        uint256 offset;
        uint256 position;
        uint256 total;
    }

    /// @dev The steps of one sum tree, from the root down. A fork is `u64(leftLeaves) ‖ u64(rightLeaves)` plus, if the way
    /// goes right, 32 × 2^128: the place of the node in the preimage.
    struct Steps {
        uint256 offset;
        uint256 depth;
        uint256[MAX_DEPTH] forks;
    }

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

    /// @notice Reverts unless `proof` is exactly the samples of positions 0 … count − 1 under `root` with `leaves` leaves,
    /// which are below 2^48.
    function verify(bytes calldata proof, bytes32 root, uint256 leaves, bytes32 seed, uint256 count) internal view {
        uint256 offset;
        if (leaves != 0) {
            Walk memory walk;
            Steps memory aggregate;
            Steps memory sub;
            for (uint256 i; i < count; ++i) {
                (walk.position, walk.total) = (position(seed, i, leaves), leaves);
                if (_sampleRoot(proof, walk, aggregate, sub) != root) revert ProofLib_WrongRoot(i);
            }
            offset = walk.offset;
        }
        if (offset != proof.length) revert ProofLib_TrailingBytes(offset, proof.length);
    }

    function _sampleRoot(bytes calldata proof, Walk memory walk, Steps memory aggregate, Steps memory sub)
        private
        view
        returns (bytes32 node)
    {
        _descend(proof, walk, aggregate);
        uint256 allocationLeaves = walk.total;
        uint256 allocationOffset = walk.offset;
        _advance(proof, walk, 16);
        _descend(proof, walk, sub);

        node = _fragmentRoot(proof, walk);
        node = _ascend(proof, sub, node);
        // allocation and seq are hashed as they lie there.
        bytes16 name = bytes16(_word(proof, allocationOffset));
        node = sha256(abi.encodePacked(name, node, uint64(allocationLeaves)));
        node = _ascend(proof, aggregate, node);
    }

    /// @dev Reads the steps of one sum tree and follows the position down.
    function _descend(bytes calldata proof, Walk memory walk, Steps memory steps) private pure {
        uint256 offset = walk.offset;
        _advance(proof, walk, 1);
        uint256 depth = uint8(bytes1(_word(proof, offset)));
        if (depth > MAX_DEPTH) revert ProofLib_TooDeep(depth);
        steps.depth = depth;
        steps.offset = ++offset;
        _advance(proof, walk, depth * STEP_BYTES);

        (uint256 place, uint256 total, uint256 left) = (walk.position, walk.total, 1);
        uint256[MAX_DEPTH] memory forks = steps.forks;
        bool fair = true;
        assembly ("memory-safe") {
            let step := add(proof.offset, offset)
            for { let end := add(forks, shl(5, depth)) } lt(forks, end) { forks := add(forks, 0x20) } {
                left := shr(208, calldataload(step))
                // 1 ≤ left < total in one comparison: zero wraps around to the largest number.
                if iszero(lt(sub(left, 1), sub(total, 1))) {
                    fair := 0
                    break
                }
                let right := sub(total, left)
                let goesRight := iszero(lt(place, left))
                mstore(forks, or(or(shl(64, left), right), shl(133, goesRight)))
                total := left
                if goesRight {
                    total := right
                    place := sub(place, left)
                }
                step := add(step, STEP_BYTES)
            }
        }
        if (!fair) revert ProofLib_BadCount(left, total);
        walk.position = place;
        walk.total = total;
    }

    /// @dev Folds `node` up to the root of the steps' tree.
    function _ascend(bytes calldata proof, Steps memory steps, bytes32 node) private view returns (bytes32) {
        uint256[MAX_DEPTH] memory forks = steps.forks;
        (uint256 offset, uint256 depth) = (steps.offset, steps.depth);
        assembly ("memory-safe") {
            let free := mload(0x40)
            // The last sibling: the last 32 bytes of the last step.
            let sibling := sub(add(add(proof.offset, offset), mul(depth, STEP_BYTES)), 0x20)
            for { let slot := add(forks, shl(5, depth)) } gt(slot, forks) { } {
                slot := sub(slot, 0x20)
                let fork := mload(slot)
                // left ‖ right ‖ u64(leftLeaves) ‖ u64(rightLeaves): 80 bytes. The counts end at 80; what they leave before
                // 64 is overwritten by the hashes.
                mstore(add(free, 0x30), fork)
                let swap := shr(128, fork)
                mstore(add(free, swap), node)
                mstore(add(free, xor(swap, 0x20)), calldataload(sibling))
                if iszero(staticcall(gas(), SHA256, free, 80, free, 0x20)) { revert(0, 0) }
                node := mload(free)
                sibling := sub(sibling, STEP_BYTES)
            }
        }
        return node;
    }

    /// @dev Reads fragment length, path and leaf, and folds them. The length of the path follows from index and width: an odd
    /// last node has no sibling.
    function _fragmentRoot(bytes calldata proof, Walk memory walk) private view returns (bytes32 node) {
        uint256 offset = walk.offset;
        _advance(proof, walk, 4);
        uint256 fragmentBytes = uint32(bytes4(_word(proof, offset)));
        uint256 width = (fragmentBytes + LEAF_BYTES - 1) / LEAF_BYTES;
        // The total is at least 1, so a fragment of no bytes fails here.
        if (width != walk.total) revert ProofLib_WrongFragment(fragmentBytes, walk.total);

        uint256 index = walk.position;
        _advance(proof, walk, 32 * _pathLength(index, width) + LEAF_BYTES);
        node = _foldPath(proof, offset + 4, index, width, sha256(proof[walk.offset - LEAF_BYTES:walk.offset]));
        node = sha256(abi.encodePacked(node, uint64(fragmentBytes)));
    }

    /// @dev Siblings on the way from leaf `index` of `width` up.
    function _pathLength(uint256 index, uint256 width) private pure returns (uint256 length) {
        assembly ("memory-safe") {
            for { } gt(width, 1) { width := shr(1, add(width, 1)) } {
                length := add(length, lt(xor(index, 1), width))
                index := shr(1, index)
            }
        }
    }

    /// @dev Passes over `length` bytes, which must be there.
    function _advance(bytes calldata proof, Walk memory walk, uint256 length) private pure {
        walk.offset += length;
        if (walk.offset > proof.length) revert ProofLib_Truncated(proof.length);
    }

    function _word(bytes calldata proof, uint256 offset) private pure returns (bytes32 word) {
        assembly ("memory-safe") {
            word := calldataload(add(proof.offset, offset))
        }
    }

    /// @dev Folds a leaf's hash up to the Merkle root. The bytes of the path are there: `_pathLength` counts in the same way.
    function _foldPath(bytes calldata proof, uint256 offset, uint256 index, uint256 width, bytes32 node)
        private
        view
        returns (bytes32)
    {
        assembly ("memory-safe") {
            for { let sibling := add(proof.offset, offset) } gt(width, 1) { width := shr(1, add(width, 1)) } {
                if lt(xor(index, 1), width) {
                    let swap := shl(5, and(index, 1))
                    mstore(swap, node)
                    mstore(xor(swap, 0x20), calldataload(sibling))
                    if iszero(staticcall(gas(), SHA256, 0x00, 64, 0x00, 0x20)) { revert(0, 0) }
                    node := mload(0x00)
                    sibling := add(sibling, 0x20)
                }
                index := shr(1, index)
            }
        }
        return node;
    }
}
