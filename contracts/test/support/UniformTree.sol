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

    function proof(bytes32 seed, uint256 count) external view returns (bytes memory bytes_) {
        for (uint256 i; i < count; ++i) {
            uint256 place = uint256(sha256(abi.encodePacked(seed, uint32(i)))) % (allocations * each * WIDTH);
            bytes_ = abi.encodePacked(bytes_, sample(place));
        }
    }

    function sample(uint256 place) private view returns (bytes memory) {
        uint256 chosen = place / (each * WIDTH);
        bytes memory top = aggregateSteps(chosen, 0, allocations);
        uint256 fragment = place / WIDTH % each;
        bytes memory steps = subSteps(fragment, each);
        bytes memory head =
            abi.encodePacked(uint8(top.length / 38), top, items_(chosen), uint8(steps.length / 38), steps);
        return abi.encodePacked(head, uint32(WIDTH * 256), path(place % WIDTH, WIDTH), leaf);
    }

    function items_(uint256 chosen) private pure returns (bytes memory) {
        return abi.encodePacked(uint64(chosen + 1), uint64(9));
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

    function aggregateSteps(uint256 chosen, uint256 from, uint256 to) private view returns (bytes memory) {
        if (to - from == 1) return "";
        uint256 middle = from + Trees.split(to - from);
        uint48 left = uint48((middle - from) * each * WIDTH);
        return chosen < middle
            ? abi.encodePacked(left, aggregate[key(middle, to)], aggregateSteps(chosen, from, middle))
            : abi.encodePacked(left, aggregate[key(from, middle)], aggregateSteps(chosen, middle, to));
    }

    function subSteps(uint256 index, uint256 width) private view returns (bytes memory) {
        if (width == 1) return "";
        uint256 left = Trees.split(width);
        return index < left
            ? abi.encodePacked(uint48(left * WIDTH), sub[width - left], subSteps(index, left))
            : abi.encodePacked(uint48(left * WIDTH), sub[left], subSteps(index - left, width - left));
    }

    function path(uint256 index, uint256 width) private view returns (bytes memory) {
        if (width == 1) return "";
        return abi.encodePacked(path(index % (width / 2), width / 2), merkle[width / 2]);
    }

    function key(uint256 from, uint256 to) private pure returns (bytes32) {
        return bytes32(from << 128 | to);
    }
}
