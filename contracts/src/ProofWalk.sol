// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

/// @title A walk of a proof, from the root down and from left to right, that folds on the way up
/// @notice The arithmetic of ProofLib, which knows the rules. Nothing here refuses: counts are given back as they are read,
/// and what lies behind the end of the proof is read like what is in it, at most 40 levels at a time.
/// @dev On the way down each node leaves a frame in memory, which is the preimage of its hash but for the hash of the child
/// that the walk goes on to; on the way up that is filled in. Nothing recurses: there are at most 40 frames for each of the
/// two sum trees, one for the allocation, and a lowest that takes the root.
///
///     left or sibling 32 | right or sibling 32 | u64(leftLeaves) ‖ u64(rightLeaves) | 128 bits: how to go on
///
/// The loops are assembly: with `sha256(abi.encodePacked(…))` and calldata slices a level of a sum tree cost 1,470 gas, and
/// so it costs 560, a level of a path 350. With that the bytes are dearer than to verify them, under EIP-7623, from five
/// challenges and a million fragments on (docs/decisions/0014-shared-paths.md).
library ProofWalk {
    /// @dev The precompile of SHA-256. It fails only without gas, and then nothing may go on.
    uint256 private constant SHA256 = 2;
    /// @dev Three words; the last 16 bytes are not hashed.
    uint256 private constant FRAME_BYTES = 96;
    /// @dev The 40 frames of one sum tree: its deepest has 2^40 items.
    uint256 private constant TREE_BYTES = 3840;
    /// @dev The same with the lowest frame, which only takes the root.
    uint256 private constant AGGREGATE_BYTES = 3936;
    /// @dev Frames of both trees, the lowest, the allocation's, and above them room to hash a leaf.
    uint256 private constant STACK_BYTES = 8128;
    /// @dev A number of leaves in a frame.
    uint256 private constant COUNT = 0xffffffffffff;
    // How a frame goes on, in its last 16 bytes:
    //
    //     highest u24 | split u24 | middle u48 | flags u8 | where in memory the child's hash goes u24
    //
    // The first three are of a fork whose right child is still to be walked: where its positions lie, and its first leaf.
    // No place in memory takes more than 24 bits: 16 MiB of it would cost 500 million gas.
    uint256 private constant PLACE = 0xffffff;
    uint256 private constant FORKED = 0x01000000;
    uint256 private constant ALLOCATION = 0x02000000;
    uint256 private constant TOP = 0x04000000;
    uint256 private constant OTHERWISE = 0x07000000;

    /// @dev Where a walk stands: at the next byte of the proof, and at the node of leaves `first` … `first + total − 1`.
    /// The positions in that node are words in memory, ascending, from `lowest` to `highest`. Places in calldata: `next`,
    /// `start`, `end`. Places in memory: `lowest`, `highest`, `frame` (the next one), `limit` (where the tree is too deep),
    /// `stack`.
    struct Walk {
        uint256 next;
        uint256 first;
        uint256 total;
        uint256 lowest;
        uint256 highest;
        uint256 frame;
        uint256 limit;
        uint256 stack;
        uint256 inAllocation;
        uint256 start;
        uint256 end;
    }

    /// @dev At the root of `leaves` leaves, with the positions in memory from `lowest` to `highest`.
    function begin(bytes calldata proof, uint256 leaves, uint256 lowest, uint256 highest)
        internal
        pure
        returns (Walk memory walk)
    {
        uint256 stack = allocate(STACK_BYTES);
        uint256 start;
        assembly ("memory-safe") {
            start := proof.offset
            mstore(add(stack, 0x40), or(TOP, stack))
        }
        (walk.next, walk.start, walk.end) = (start, start, start + proof.length);
        (walk.total, walk.lowest, walk.highest) = (leaves, lowest, highest);
        (walk.stack, walk.frame, walk.limit) = (stack, stack + FRAME_BYTES, stack + AGGREGATE_BYTES);
    }

    /// @dev Goes down one sum tree to an item, to the left first. Zero, or the count that could not be followed: it is not
    /// below `total`, or the tree goes on below 40 levels.
    function descend(Walk memory walk) internal pure returns (uint256 left) {
        if (walk.lowest != walk.highest) left = _together(walk);
        if (walk.lowest == walk.highest) left = _alone(walk);
    }

    /// @dev With several positions, as far as they go together or to an item.
    function _together(Walk memory walk) private pure returns (uint256 left) {
        (uint256 next, uint256 total) = (walk.next, walk.total);
        assembly ("memory-safe") {
            let first := mload(add(walk, 0x20))
            let lowest := mload(add(walk, 0x60))
            let highest := mload(add(walk, 0x80))
            let frame := mload(add(walk, 0xa0))
            // Bits of a count, and the least `total − 1` that needs so many.
            let bits := 48
            let least := shl(40, 1)
            for { } xor(lowest, highest) { left := 0 } {
                for { } lt(sub(total, 1), least) { least := shr(8, least) } {
                    bits := sub(bits, 8)
                }
                left := shr(sub(256, bits), calldataload(next))
                next := add(next, shr(3, bits))
                // 1 ≤ left < total in one comparison: zero wraps around to the largest number.
                if or(iszero(lt(sub(left, 1), sub(total, 1))), eq(frame, mload(add(walk, 0xc0)))) { break }
                let middle := add(first, left)
                let how := or(shl(192, left), shl(128, sub(total, left)))
                switch add(lt(mload(lowest), middle), lt(mload(highest), middle))
                case 0 {
                    mstore(frame, calldataload(next))
                    next := add(next, 0x20)
                    how := or(how, add(frame, 0x20))
                    first := middle
                    total := sub(total, left)
                }
                case 1 {
                    let split := add(lowest, 0x20)
                    for { } lt(mload(split), middle) { } {
                        split := add(split, 0x20)
                    }
                    how := or(or(how, FORKED), or(frame, or(shl(32, middle), or(shl(80, split), shl(104, highest)))))
                    highest := sub(split, 0x20)
                    total := left
                }
                default {
                    mstore(add(frame, 0x20), calldataload(next))
                    next := add(next, 0x20)
                    how := or(how, frame)
                    total := left
                }
                mstore(add(frame, 0x40), how)
                frame := add(frame, FRAME_BYTES)
            }
            mstore(add(walk, 0x20), first)
            mstore(add(walk, 0x80), highest)
            mstore(add(walk, 0xa0), frame)
        }
        walk.next = next;
        walk.total = total;
    }

    /// @dev With one position, to an item.
    function _alone(Walk memory walk) private pure returns (uint256 left) {
        (uint256 next, uint256 total) = (walk.next, walk.total);
        assembly ("memory-safe") {
            let frame := mload(add(walk, 0xa0))
            let place := mload(mload(add(walk, 0x60)))
            // Within the node.
            let index := sub(place, mload(add(walk, 0x20)))
            let bits := 48
            let least := shl(40, 1)
            for { } 1 { frame := add(frame, FRAME_BYTES) } {
                for { } lt(sub(total, 1), least) { least := shr(8, least) } {
                    bits := sub(bits, 8)
                }
                left := shr(sub(256, bits), calldataload(next))
                next := add(next, shr(3, bits))
                if or(iszero(lt(sub(left, 1), sub(total, 1))), eq(frame, mload(add(walk, 0xc0)))) { break }
                switch lt(index, left)
                case 0 {
                    let right := sub(total, left)
                    mstore(frame, calldataload(next))
                    mstore(add(frame, 0x40), or(or(shl(192, left), shl(128, right)), add(frame, 0x20)))
                    index := sub(index, left)
                    total := right
                }
                default {
                    mstore(add(frame, 0x20), calldataload(next))
                    mstore(add(frame, 0x40), or(or(shl(192, left), shl(128, sub(total, left))), frame))
                    total := left
                }
                next := add(next, 0x20)
            }
            mstore(add(walk, 0x20), sub(place, index))
            mstore(add(walk, 0xa0), frame)
        }
        walk.next = next;
        walk.total = total;
    }

    /// @dev At an allocation: reads its name, and leaves a frame with it and the number of leaves. Its 56 bytes begin at the
    /// frame's byte 16.
    function enter(Walk memory walk) internal pure {
        (uint256 next, uint256 frame, uint256 total) = (walk.next, walk.frame, walk.total);
        assembly ("memory-safe") {
            mstore(frame, shr(128, calldataload(next)))
            mstore(add(frame, 0x40), or(shl(192, total), or(ALLOCATION, add(frame, 0x20))))
            frame := add(frame, FRAME_BYTES)
            mstore(add(walk, 0xa0), frame)
            mstore(add(walk, 0xc0), add(frame, TREE_BYTES))
            mstore(add(walk, 0x100), 1)
        }
        walk.next = next + 16;
    }

    /// @dev Goes up from a node whose hash is known, until a right child is still to be walked: the walk then stands there.
    /// At the top it returns true, and the root is in the lowest frame.
    function ascend(Walk memory walk, bytes32 node) internal view returns (bool isTop) {
        assembly ("memory-safe") {
            let frame := mload(add(walk, 0xa0))
            let how := mload(sub(frame, 0x20))
            mstore(and(how, PLACE), node)
            let done := 1
            for { } 1 { } {
                frame := sub(frame, FRAME_BYTES)
                if and(how, OTHERWISE) {
                    isTop := and(how, TOP)
                    if isTop { break }
                    if and(how, FORKED) {
                        // From now on the frame waits for its right child.
                        mstore(add(frame, 0x40), or(shl(128, shr(128, how)), add(frame, 0x20)))
                        mstore(add(walk, 0x20), and(shr(32, how), COUNT))
                        mstore(add(walk, 0x40), and(shr(128, how), COUNT))
                        mstore(add(walk, 0x60), and(shr(80, how), PLACE))
                        mstore(add(walk, 0x80), and(shr(104, how), PLACE))
                        mstore(add(walk, 0xa0), add(frame, FRAME_BYTES))
                        break
                    }
                    how := mload(sub(frame, 0x20))
                    done := and(done, staticcall(gas(), SHA256, add(frame, 0x10), 56, and(how, PLACE), 0x20))
                    mstore(add(walk, 0xc0), add(mload(add(walk, 0xe0)), AGGREGATE_BYTES))
                    mstore(add(walk, 0x100), 0)
                    continue
                }
                how := mload(sub(frame, 0x20))
                done := and(done, staticcall(gas(), SHA256, frame, 80, and(how, PLACE), 0x20))
            }
            if iszero(done) { revert(0, 0) }
        }
    }

    /// @dev What the top of the walk was folded to.
    function root(Walk memory walk) internal pure returns (bytes32 node) {
        uint256 stack = walk.stack;
        assembly ("memory-safe") {
            node := mload(stack)
        }
    }

    /// @dev At a fragment: reads its length.
    function fragmentBytes(Walk memory walk) internal pure returns (uint256 length) {
        uint256 next = walk.next;
        assembly ("memory-safe") {
            length := shr(224, calldataload(next))
        }
        walk.next = next + 4;
    }

    /// @dev Reads the leaf and the path of the position at `place`, and folds them to the Merkle root of a fragment of
    /// `total` leaves. The length of the path follows from index and width: an odd last node has no sibling.
    function leafRoot(Walk memory walk, uint256 place) internal view returns (bytes32 node) {
        (uint256 next, uint256 room, uint256 first, uint256 last) = (walk.next, walk.frame, walk.first, walk.total - 1);
        assembly ("memory-safe") {
            let index := sub(mload(place), first)
            calldatacopy(room, next, 256)
            next := add(next, 256)
            // The node lies where its parent's preimage needs it: at 0, or at 32 if it is the right one.
            let slot := shl(5, and(index, 1))
            let done := staticcall(gas(), SHA256, room, 256, slot, 0x20)
            for { } last { last := shr(1, last) } {
                let above := shl(4, and(index, 2))
                index := shr(1, index)
                // An odd last node has no sibling and moves up.
                if iszero(or(slot, lt(shl(1, index), last))) {
                    mstore(above, mload(slot))
                    slot := above
                    continue
                }
                mstore(xor(slot, 0x20), calldataload(next))
                next := add(next, 0x20)
                done := and(done, staticcall(gas(), SHA256, 0x00, 64, above, 0x20))
                slot := above
            }
            node := mload(slot)
            if iszero(done) { revert(0, 0) }
        }
        walk.next = next;
    }

    /// @dev Binds the length, 40 bytes hashed.
    function fragmentRoot(bytes32 merkleRoot, uint256 length) internal view returns (bytes32 node) {
        assembly ("memory-safe") {
            mstore(0x00, merkleRoot)
            mstore(0x20, shl(192, length))
            if iszero(staticcall(gas(), SHA256, 0x00, 40, 0x00, 0x20)) { revert(0, 0) }
            node := mload(0x00)
        }
    }

    /// @dev The challenged positions in ascending order, each once: words in memory from `lowest` to `highest`.
    function positions(bytes32 seed, uint256 count, uint256 leaves)
        internal
        view
        returns (uint256 lowest, uint256 highest)
    {
        lowest = allocate(32 * count);
        assembly ("memory-safe") {
            let end := lowest
            let done := 1
            mstore(0x00, seed)
            for { let i := 0 } lt(i, count) { i := add(i, 1) } {
                mstore(0x20, shl(224, i))
                done := and(done, staticcall(gas(), SHA256, 0x00, 36, 0x20, 0x20))
                let place := mod(mload(0x20), leaves)
                let slot := lowest
                for { } and(lt(slot, end), lt(mload(slot), place)) { } {
                    slot := add(slot, 0x20)
                }
                if or(eq(slot, end), iszero(eq(mload(slot), place))) {
                    for { let to := end } gt(to, slot) { to := sub(to, 0x20) } {
                        mstore(to, mload(sub(to, 0x20)))
                    }
                    mstore(slot, place)
                    end := add(end, 0x20)
                }
            }
            if iszero(done) { revert(0, 0) }
            highest := sub(end, 0x20)
        }
    }

    function allocate(uint256 length) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := mload(0x40)
            mstore(0x40, add(place, length))
        }
    }
}
