// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Trees } from "./Trees.sol";

/// @title A provider with very many fragments of 1 MiB that are all alike
/// @dev A subtree over n equal items depends on n only, so a tree of a million of them is made of a few dozen hashes. Its
/// proofs have the bytes of any other's.
contract UniformTree {
    uint256 private constant WIDTH = 4096;

    uint256 private immutable allocations;
    uint256 private immutable each;
    bytes private leaf;
    Trees.Node[] private items;
    mapping(uint256 width => bytes32) private merkle;
    mapping(uint256 width => bytes32) private sub;
    mapping(bytes32 range => bytes32) private aggregate;

    constructor(uint256 allocations_, uint256 each_) {
        (allocations, each) = (allocations_, each_);
        leaf = Trees.noise(11, 256);
        fillMerkle(WIDTH);
        sub[1] = sha256(abi.encodePacked(merkle[WIDTH], uint64(WIDTH * 256)));
        fillSub(each);
        for (uint256 i; i < allocations; ++i) {
            bytes memory top = abi.encodePacked(uint64(i + 1), uint64(9), sub[each], uint64(each * WIDTH));
            items.push(Trees.Node(sha256(top), each * WIDTH));
        }
        fillAggregate(0, allocations);
    }

    function root() external view returns (bytes32) {
        return aggregate[key(0, allocations)];
    }

    function proof(bytes32 seed, uint256 count) external view returns (bytes memory) {
        return aggregateProof(0, allocations, Trees.challenged(seed, count, allocations * each * WIDTH));
    }

    /// @notice Of the leaf at one position.
    function proofAt(uint256 position) external view returns (bytes memory) {
        return aggregateProof(0, allocations, Trees.only(position));
    }

    // ------------------------------------------------------------------ one allocation

    function subRoot() external view returns (bytes32) {
        return sub[each];
    }

    /// @notice Of the leaf at one position of an allocation, from its sub root on.
    function proofInAllocation(uint256 position) external view returns (bytes memory) {
        return subProof(each, Trees.only(position));
    }

    /// @notice That allocation number `item` is in the tree.
    function inclusion(uint256 item) external view returns (bytes memory bytes_) {
        bytes_ = Trees.pack(item * each * WIDTH, allocations * each * WIDTH);
        (uint256 from, uint256 to) = (0, allocations);
        while (to - from > 1) {
            uint256 middle = from + Trees.split(to - from);
            Trees.Node memory left = Trees.Node(aggregate[key(from, middle)], (middle - from) * each * WIDTH);
            Trees.Node memory right = Trees.Node(aggregate[key(middle, to)], (to - middle) * each * WIDTH);
            bytes_ = bytes.concat(bytes_, Trees.fork(left, right, Trees.only(item < middle ? 0 : left.leaves)));
            (from, to) = item < middle ? (from, middle) : (middle, to);
        }
        return bytes.concat(bytes_, Trees.pack(0, each * WIDTH));
    }

    // ------------------------------------------------------------------ inside

    function aggregateProof(uint256 from, uint256 to, uint256[] memory positions) private view returns (bytes memory) {
        if (positions.length == 0) return "";
        if (to - from == 1) {
            return abi.encodePacked(Trees.pack(0, each * WIDTH), uint64(from + 1), uint64(9), subProof(each, positions));
        }
        uint256 middle = from + Trees.split(to - from);
        Trees.Node memory left = Trees.Node(aggregate[key(from, middle)], (middle - from) * each * WIDTH);
        Trees.Node memory right = Trees.Node(aggregate[key(middle, to)], (to - middle) * each * WIDTH);
        return bytes.concat(
            Trees.fork(left, right, positions),
            aggregateProof(from, middle, Trees.below(positions, left.leaves)),
            aggregateProof(middle, to, Trees.above(positions, left.leaves))
        );
    }

    function subProof(uint256 width, uint256[] memory positions) private view returns (bytes memory) {
        if (positions.length == 0) return "";
        if (width == 1) return bytes.concat(Trees.pack(0, WIDTH), fragmentProof(positions));
        uint256 low = Trees.split(width);
        Trees.Node memory left = Trees.Node(sub[low], low * WIDTH);
        Trees.Node memory right = Trees.Node(sub[width - low], (width - low) * WIDTH);
        return bytes.concat(
            Trees.fork(left, right, positions),
            subProof(low, Trees.below(positions, left.leaves)),
            subProof(width - low, Trees.above(positions, left.leaves))
        );
    }

    function fragmentProof(uint256[] memory positions) private view returns (bytes memory bytes_) {
        bytes_ = abi.encodePacked(uint32(WIDTH * 256));
        for (uint256 i; i < positions.length; ++i) {
            bytes_ = abi.encodePacked(bytes_, leaf, path(positions[i], WIDTH));
        }
    }

    function fillMerkle(uint256 width) private returns (bytes32 hash) {
        if (merkle[width] != 0) return merkle[width];
        hash = width == 1 ? sha256(leaf) : sha256(abi.encodePacked(fillMerkle(width / 2), fillMerkle(width / 2)));
        merkle[width] = hash;
    }

    function fillSub(uint256 width) private returns (bytes32 hash) {
        if (sub[width] != 0) return sub[width];
        uint256 left = Trees.split(width);
        hash = sha256(
            abi.encodePacked(fillSub(left), fillSub(width - left), uint64(left * WIDTH), uint64((width - left) * WIDTH))
        );
        sub[width] = hash;
    }

    function fillAggregate(uint256 from, uint256 to) private returns (bytes32 hash) {
        uint256 middle = from + (to - from == 1 ? 0 : Trees.split(to - from));
        hash = to - from == 1
            ? items[from].hash
            : sha256(
                abi.encodePacked(
                    fillAggregate(from, middle),
                    fillAggregate(middle, to),
                    uint64((middle - from) * each * WIDTH),
                    uint64((to - middle) * each * WIDTH)
                )
            );
        aggregate[key(from, to)] = hash;
    }

    function path(uint256 index, uint256 width) private view returns (bytes memory) {
        if (width == 1) return "";
        return abi.encodePacked(path(index % (width / 2), width / 2), merkle[width / 2]);
    }

    function key(uint256 from, uint256 to) private pure returns (bytes32) {
        return bytes32(from << 128 | to);
    }
}
