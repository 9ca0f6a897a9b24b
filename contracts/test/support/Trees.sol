// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Bytes } from "@openzeppelin/contracts/utils/Bytes.sol";

/// @title Trees and proofs, made the plainest way: by the recursive definition of RFC 6962
/// @dev A reference to test ProofLib against, independent of its loops: a range of more than one item splits at the largest
/// power of two below its length. See docs/spec/data.md.
library Trees {
    struct Node {
        bytes32 hash;
        uint256 leaves;
    }

    struct Allocation {
        uint64 id;
        uint64 seq;
        bytes[] fragments;
    }

    // ------------------------------------------------------------------ fragments

    function leafCount(bytes memory fragment) internal pure returns (uint256) {
        return (fragment.length + 255) / 256;
    }

    function leafAt(bytes memory fragment, uint256 index) internal pure returns (bytes memory leaf) {
        leaf = Bytes.slice(fragment, index * 256, index * 256 + 256);
        if (leaf.length < 256) leaf = bytes.concat(leaf, new bytes(256 - leaf.length));
    }

    function merkleRoot(bytes memory fragment, uint256 from, uint256 to) internal pure returns (bytes32) {
        if (to - from == 1) return sha256(leafAt(fragment, from));
        uint256 middle = from + split(to - from);
        return sha256(abi.encodePacked(merkleRoot(fragment, from, middle), merkleRoot(fragment, middle, to)));
    }

    function fragmentRoot(bytes memory fragment) internal pure returns (bytes32) {
        return sha256(abi.encodePacked(merkleRoot(fragment, 0, leafCount(fragment)), uint64(fragment.length)));
    }

    /// @dev Siblings from the leaf up.
    function path(bytes memory fragment, uint256 index, uint256 from, uint256 to) internal pure returns (bytes memory) {
        if (to - from == 1) return "";
        uint256 middle = from + split(to - from);
        return index < middle
            ? abi.encodePacked(path(fragment, index, from, middle), merkleRoot(fragment, middle, to))
            : abi.encodePacked(path(fragment, index, middle, to), merkleRoot(fragment, from, middle));
    }

    // ------------------------------------------------------------------ sum trees

    function sumNode(Node memory left, Node memory right) internal pure returns (Node memory) {
        return Node(
            sha256(abi.encodePacked(left.hash, right.hash, uint64(left.leaves), uint64(right.leaves))),
            left.leaves + right.leaves
        );
    }

    function sumRoot(Node[] memory items, uint256 from, uint256 to) internal pure returns (Node memory) {
        if (to - from == 1) return items[from];
        uint256 middle = from + split(to - from);
        return sumNode(sumRoot(items, from, middle), sumRoot(items, middle, to));
    }

    /// @dev Steps from the root down to the item that holds `position`, its index, and the position inside it.
    function steps(Node[] memory items, uint256 position, uint256 from, uint256 to)
        internal
        pure
        returns (uint8 depth, bytes memory packed, uint256 item, uint256 offset)
    {
        if (to - from == 1) return (0, "", from, position);
        uint256 middle = from + split(to - from);
        Node memory left = sumRoot(items, from, middle);
        Node memory right = sumRoot(items, middle, to);
        bytes32 sibling;
        if (position < left.leaves) {
            (depth, packed, item, offset) = steps(items, position, from, middle);
            sibling = right.hash;
        } else {
            (depth, packed, item, offset) = steps(items, position - left.leaves, middle, to);
            sibling = left.hash;
        }
        packed = abi.encodePacked(uint48(left.leaves), sibling, packed);
        ++depth;
    }

    // ------------------------------------------------------------------ providers

    function fragmentItems(bytes[] memory fragments) internal pure returns (Node[] memory items) {
        items = new Node[](fragments.length);
        for (uint256 i; i < items.length; ++i) {
            items[i] = Node(fragmentRoot(fragments[i]), leafCount(fragments[i]));
        }
    }

    function allocationItems(Allocation[] memory allocations) internal pure returns (Node[] memory items) {
        items = new Node[](allocations.length);
        for (uint256 i; i < items.length; ++i) {
            Node memory sub = sumRoot(fragmentItems(allocations[i].fragments), 0, allocations[i].fragments.length);
            items[i] = Node(
                sha256(abi.encodePacked(allocations[i].id, allocations[i].seq, sub.hash, uint64(sub.leaves))),
                sub.leaves
            );
        }
    }

    /// @dev Aggregate root and leaves; zero and zero for none.
    function root(Allocation[] memory allocations) internal pure returns (Node memory node) {
        if (allocations.length > 0) node = sumRoot(allocationItems(allocations), 0, allocations.length);
    }

    function sample(Allocation[] memory allocations, uint256 position) internal pure returns (bytes memory) {
        (uint8 depth, bytes memory packed, uint256 item, uint256 offset) =
            steps(allocationItems(allocations), position, 0, allocations.length);
        return abi.encodePacked(depth, packed, subSample(allocations[item], offset));
    }

    function subSample(Allocation memory allocation, uint256 position) private pure returns (bytes memory) {
        (uint8 depth, bytes memory packed, uint256 item, uint256 index) =
            steps(fragmentItems(allocation.fragments), position, 0, allocation.fragments.length);
        bytes memory fragment = allocation.fragments[item];
        return abi.encodePacked(
            allocation.id,
            allocation.seq,
            depth,
            packed,
            uint32(fragment.length),
            path(fragment, index, 0, leafCount(fragment)),
            leafAt(fragment, index)
        );
    }

    function proof(Allocation[] memory allocations, bytes32 seed, uint256 count)
        internal
        pure
        returns (bytes memory bytes_)
    {
        uint256 leaves = root(allocations).leaves;
        if (leaves == 0) return "";
        for (uint256 i; i < count; ++i) {
            uint256 position = uint256(sha256(abi.encodePacked(seed, uint32(i)))) % leaves;
            bytes_ = abi.encodePacked(bytes_, sample(allocations, position));
        }
    }

    /// @dev Largest power of two below `n`.
    function split(uint256 n) internal pure returns (uint256 power) {
        power = 1;
        while (power * 2 < n) power *= 2;
    }

    // ------------------------------------------------------------------ random ones

    /// @dev 1 … 4 allocations of 1 … 3 fragments of 1 … 2,000 bytes, from a seed.
    function random(uint256 seed) internal pure returns (Allocation[] memory allocations) {
        allocations = new Allocation[](1 + draw(seed, "allocations") % 4);
        uint64 id;
        for (uint256 i; i < allocations.length; ++i) {
            uint256 own = draw(seed, bytes32(i));
            id += uint64(1 + own % 1000);
            allocations[i] = Allocation(id, uint64(draw(own, "seq")), new bytes[](1 + draw(own, "fragments") % 3));
            for (uint256 j; j < allocations[i].fragments.length; ++j) {
                uint256 inner = draw(own, bytes32(j));
                allocations[i].fragments[j] = noise(inner, 1 + inner % 2000);
            }
        }
    }

    function noise(uint256 seed, uint256 length) internal pure returns (bytes memory data) {
        while (data.length < length) {
            seed = draw(seed, "more");
            data = abi.encodePacked(data, seed, ~seed, seed ^ 0xff, keccak256(abi.encode(seed)));
        }
        return Bytes.slice(data, 0, length);
    }

    function draw(uint256 seed, bytes32 what) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, what)));
    }
}
