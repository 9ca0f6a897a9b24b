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

    /// @dev What a proof says of a node that is no item: the left count, and the hash of a side without positions.
    function fork(Node memory left, Node memory right, uint256[] memory positions)
        internal
        pure
        returns (bytes memory)
    {
        uint256 low = below(positions, left.leaves).length;
        return abi.encodePacked(
            pack(left.leaves, left.leaves + right.leaves),
            low == 0 ? abi.encodePacked(left.hash) : bytes(""),
            low == positions.length ? abi.encodePacked(right.hash) : bytes("")
        );
    }

    /// @dev A count, in as many bytes as `total − 1` takes.
    function pack(uint256 count, uint256 total) internal pure returns (bytes memory packed) {
        for (uint256 rest = total - 1; rest > 0; rest /= 256) {
            packed = abi.encodePacked(uint8(count), packed);
            count /= 256;
        }
    }

    // ------------------------------------------------------------------ positions

    /// @dev Those of a challenge, ascending, each once.
    function challenged(bytes32 seed, uint256 count, uint256 leaves) internal pure returns (uint256[] memory found) {
        for (uint256 i; i < count; ++i) {
            uint256 position = uint256(sha256(abi.encodePacked(seed, uint32(i)))) % leaves;
            uint256[] memory low = below(found, position);
            uint256[] memory high = above(found, position);
            bool known = high.length > 0 && high[0] == 0;
            uint256[] memory next = new uint256[](found.length + (known ? 0 : 1));
            for (uint256 j; j < next.length; ++j) {
                next[j] = j < low.length ? low[j] : known ? found[j] : j == low.length ? position : found[j - 1];
            }
            found = next;
        }
    }

    function only(uint256 position) internal pure returns (uint256[] memory positions) {
        positions = new uint256[](1);
        positions[0] = position;
    }

    /// @dev Those that are less than `middle`.
    function below(uint256[] memory positions, uint256 middle) internal pure returns (uint256[] memory found) {
        uint256 length;
        while (length < positions.length && positions[length] < middle) ++length;
        found = new uint256[](length);
        for (uint256 i; i < length; ++i) {
            found[i] = positions[i];
        }
    }

    /// @dev The others, less `middle`.
    function above(uint256[] memory positions, uint256 middle) internal pure returns (uint256[] memory found) {
        uint256 skipped = below(positions, middle).length;
        found = new uint256[](positions.length - skipped);
        for (uint256 i; i < found.length; ++i) {
            found[i] = positions[skipped + i] - middle;
        }
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

    function proof(Allocation[] memory allocations, bytes32 seed, uint256 count)
        internal
        pure
        returns (bytes memory bytes_)
    {
        uint256 leaves = root(allocations).leaves;
        if (leaves > 0) bytes_ = proofAt(allocations, challenged(seed, count, leaves));
    }

    function proofAt(Allocation[] memory allocations, uint256[] memory positions) internal pure returns (bytes memory) {
        return aggregateProof(allocations, allocationItems(allocations), 0, allocations.length, positions);
    }

    function aggregateProof(
        Allocation[] memory allocations,
        Node[] memory items,
        uint256 from,
        uint256 to,
        uint256[] memory positions
    ) private pure returns (bytes memory bytes_) {
        if (positions.length == 0) return "";
        if (to - from == 1) {
            Allocation memory own = allocations[from];
            return abi.encodePacked(pack(0, items[from].leaves), own.id, own.seq, proofInAllocation(own, positions));
        }
        uint256 middle = from + split(to - from);
        Node memory left = sumRoot(items, from, middle);
        bytes_ = fork(left, sumRoot(items, middle, to), positions);
        bytes_ = bytes.concat(bytes_, aggregateProof(allocations, items, from, middle, below(positions, left.leaves)));
        return bytes.concat(bytes_, aggregateProof(allocations, items, middle, to, above(positions, left.leaves)));
    }

    /// @dev The same from an allocation's sub root on.
    function proofInAllocation(Allocation memory allocation, uint256[] memory positions)
        internal
        pure
        returns (bytes memory)
    {
        bytes[] memory fragments = allocation.fragments;
        return subProof(fragments, fragmentItems(fragments), 0, fragments.length, positions);
    }

    function subProof(
        bytes[] memory fragments,
        Node[] memory items,
        uint256 from,
        uint256 to,
        uint256[] memory positions
    ) private pure returns (bytes memory bytes_) {
        if (positions.length == 0) return "";
        if (to - from == 1) {
            return bytes.concat(pack(0, items[from].leaves), fragmentProof(fragments[from], positions));
        }
        uint256 middle = from + split(to - from);
        Node memory left = sumRoot(items, from, middle);
        bytes_ = fork(left, sumRoot(items, middle, to), positions);
        bytes_ = bytes.concat(bytes_, subProof(fragments, items, from, middle, below(positions, left.leaves)));
        return bytes.concat(bytes_, subProof(fragments, items, middle, to, above(positions, left.leaves)));
    }

    function fragmentProof(bytes memory fragment, uint256[] memory positions)
        private
        pure
        returns (bytes memory bytes_)
    {
        bytes_ = abi.encodePacked(uint32(fragment.length));
        for (uint256 i; i < positions.length; ++i) {
            bytes memory way = path(fragment, positions[i], 0, leafCount(fragment));
            bytes_ = abi.encodePacked(bytes_, leafAt(fragment, positions[i]), way);
        }
    }

    /// @dev That allocation number `item` is in the tree: the position of its first leaf, and the way there.
    function inclusion(Allocation[] memory allocations, uint256 item) internal pure returns (bytes memory) {
        Node[] memory items = allocationItems(allocations);
        uint256 first = item == 0 ? 0 : sumRoot(items, 0, item).leaves;
        uint256 total = sumRoot(items, 0, items.length).leaves;
        return bytes.concat(pack(first, total), inclusionSteps(items, 0, items.length, item));
    }

    function inclusionSteps(Node[] memory items, uint256 from, uint256 to, uint256 item)
        private
        pure
        returns (bytes memory)
    {
        if (to - from == 1) return pack(0, items[from].leaves);
        uint256 middle = from + split(to - from);
        Node memory left = sumRoot(items, from, middle);
        bytes memory own = fork(left, sumRoot(items, middle, to), only(item < middle ? 0 : left.leaves));
        return bytes.concat(
            own, item < middle ? inclusionSteps(items, from, middle, item) : inclusionSteps(items, middle, to, item)
        );
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
