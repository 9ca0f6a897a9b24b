// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { ProofLib } from "../src/ProofLib.sol";
import { ProofHarness } from "./support/ProofHarness.sol";
import { Trees } from "./support/Trees.sol";
import { vm } from "./support/Vm.sol";

contract ProofLibTest {
    using Trees for Trees.Allocation[];

    ProofHarness private immutable harness = new ProofHarness();

    function one(bytes memory fragment) private pure returns (Trees.Allocation[] memory allocations) {
        allocations = new Trees.Allocation[](1);
        allocations[0] = Trees.Allocation(1, 1, new bytes[](1));
        allocations[0].fragments[0] = fragment;
    }

    // ------------------------------------------------------------------ what holds for all trees

    function testFuzz_an_honest_proof_of_a_random_tree_passes(uint256 shape, bytes32 seed, uint8 count) public view {
        Trees.Allocation[] memory stored = Trees.random(shape);
        Trees.Node memory node = stored.root();
        uint256 samples = 1 + count % 6;
        harness.verify(stored.proof(seed, samples), node.hash, node.leaves, seed, samples);
    }

    function testFuzz_a_proof_with_any_byte_changed_is_refused(uint256 shape, bytes32 seed, uint256 where, uint8 bits)
        public
        view
    {
        vm.assume(bits != 0);
        Trees.Allocation[] memory stored = Trees.random(shape);
        Trees.Node memory node = stored.root();
        bytes memory proof = stored.proof(seed, 2);
        proof[where % proof.length] ^= bytes1(bits);
        vm.assertFalse(harness.accepts(proof, node.hash, node.leaves, seed, 2), "a changed byte passed");
    }

    function testFuzz_a_proof_of_another_length_is_refused(uint256 shape, bytes32 seed, uint256 length) public view {
        Trees.Allocation[] memory stored = Trees.random(shape);
        Trees.Node memory node = stored.root();
        bytes memory proof = stored.proof(seed, 2);
        vm.assertFalse(harness.accepts(cut(proof, length % proof.length), node.hash, node.leaves, seed, 2), "cut");
        bytes memory longer = abi.encodePacked(proof, new bytes(1 + length % 40));
        vm.assertFalse(harness.accepts(longer, node.hash, node.leaves, seed, 2), "trailing");
    }

    function testFuzz_a_proof_for_another_seed_root_or_count_is_refused(uint256 shape, bytes32 seed, bytes32 another)
        public
        view
    {
        vm.assume(seed != another);
        Trees.Allocation[] memory stored = Trees.random(shape);
        Trees.Node memory node = stored.root();
        bytes memory proof = stored.proof(seed, 1);
        bool samePlace = harness.position(seed, 0, node.leaves) == harness.position(another, 0, node.leaves);
        vm.assertTrue(harness.accepts(proof, node.hash, node.leaves, another, 1) == samePlace, "seed");
        vm.assertFalse(harness.accepts(proof, another, node.leaves, seed, 1), "root");
        vm.assertFalse(harness.accepts(proof, node.hash, node.leaves, seed, 2), "one sample too few");
        vm.assertFalse(harness.accepts(proof, node.hash, 0, seed, 1), "no leaves");
    }

    /// forge-config: default.fuzz.runs = 256
    function testFuzz_arbitrary_bytes_are_refused_with_an_error_of_the_library(
        bytes memory proof,
        bytes32 root,
        uint48 leaves,
        bytes32 seed
    ) public view {
        vm.assume(leaves > 0 || proof.length > 0);
        vm.assertFalse(harness.accepts(proof, root, leaves, seed, 3), "noise passed");
    }

    // ------------------------------------------------------------------ each rule

    function test_nothing_stored_is_proved_by_nothing() public {
        harness.verify("", 0, 0, 0, 5);
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_TrailingBytes.selector, 0, 1));
        harness.verify(hex"00", 0, 0, 0, 5);
    }

    function test_a_fragment_of_one_leaf_is_proved_without_a_path() public view {
        Trees.Allocation[] memory stored = one(Trees.noise(1, 256));
        Trees.Node memory node = stored.root();
        bytes memory proof = stored.proof(0, 1);
        vm.assertEq(proof.length, 1 + 16 + 1 + 4 + 256, "length");
        harness.verify(proof, node.hash, 1, 0, 1);
    }

    function test_a_proof_that_ends_early_is_truncated() public {
        Trees.Allocation[] memory stored = one(Trees.noise(1, 700));
        Trees.Node memory node = stored.root();
        bytes memory proof = stored.proof(0, 1);
        uint256[5] memory ends = [uint256(0), 10, 17, 20, proof.length - 1];
        for (uint256 i; i < ends.length; ++i) {
            bytes memory short = cut(proof, ends[i]);
            vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_Truncated.selector, ends[i]));
            harness.verify(short, node.hash, node.leaves, 0, 1);
        }
    }

    function test_a_tree_deeper_than_40_is_refused() public {
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_TooDeep.selector, 41));
        harness.verify(abi.encodePacked(uint8(41), new bytes(5000)), 0, 100, 0, 1);
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_TooDeep.selector, 255));
        harness.verify(abi.encodePacked(uint8(0), new bytes(16), uint8(255), new bytes(9999)), 0, 100, 0, 1);
    }

    function test_a_fork_has_leaves_on_both_sides() public {
        uint48[4] memory counts = [uint48(0), 100, 101, type(uint48).max];
        for (uint256 i; i < counts.length; ++i) {
            bytes memory proof = abi.encodePacked(uint8(1), counts[i], bytes32(0), new bytes(400));
            vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_BadCount.selector, counts[i], 100));
            harness.verify(proof, 0, 100, 0, 1);
        }
    }

    function test_forty_levels_of_one_leaf_each_cost_a_bounded_amount() public view {
        bytes memory steps;
        for (uint256 i; i < 40; ++i) {
            steps = abi.encodePacked(steps, uint48(1), bytes32(i));
        }
        bytes memory proof = abi.encodePacked(uint8(40), steps, new bytes(16), uint8(40), steps);
        uint256 before = gasleft();
        vm.assertFalse(harness.accepts(proof, 0, 1000, 0, 1), "junk");
        vm.assertLt(before - gasleft(), 200_000, "gas");
    }

    function test_the_fragment_length_must_make_the_leaves_of_its_place() public {
        Trees.Allocation[] memory stored = one(Trees.noise(1, 700));
        Trees.Node memory node = stored.root();
        bytes memory proof = stored.proof(0, 1);
        uint32[4] memory lengths = [uint32(0), 512, 769, type(uint32).max];
        for (uint256 i; i < lengths.length; ++i) {
            bytes memory changed = overwrite(proof, 18, lengths[i]);
            vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_WrongFragment.selector, lengths[i], 3));
            harness.verify(changed, node.hash, node.leaves, 0, 1);
        }
        // As many leaves, but not the length that was hashed.
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_WrongRoot.selector, 0));
        harness.verify(overwrite(proof, 18, 701), node.hash, node.leaves, 0, 1);
    }

    function test_the_second_sample_is_checked_like_the_first() public {
        Trees.Allocation[] memory stored = Trees.random(7);
        Trees.Node memory node = stored.root();
        bytes memory proof = stored.proof(0, 2);
        proof[proof.length - 1] ^= 0x01;
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_WrongRoot.selector, 1));
        harness.verify(proof, node.hash, node.leaves, 0, 2);
    }

    // ------------------------------------------------------------------ old bugs of others

    /// @dev Found in an audit elsewhere: the length of the path was not bound to the height of the tree, so a node could be
    /// shown as a leaf and nothing had to be kept.
    function test_regression_root_as_leaf_with_an_empty_path() public view {
        bytes memory data = Trees.noise(3, 512);
        Trees.Allocation[] memory stored = one(data);
        Trees.Node memory node = stored.root();
        // The two leaf hashes, padded to a leaf, shown as the only leaf of a one-leaf fragment.
        bytes memory inner =
            abi.encodePacked(sha256(Trees.leafAt(data, 0)), sha256(Trees.leafAt(data, 1)), new bytes(192));
        bytes memory forged = abi.encodePacked(uint8(0), uint64(1), uint64(1), uint8(0), uint32(512), inner);
        for (uint256 leaves = 1; leaves <= 2; ++leaves) {
            vm.assertFalse(harness.accepts(forged, node.hash, leaves, 0, 1), "512 bytes");
            vm.assertFalse(harness.accepts(overwrite(forged, 18, 256), node.hash, leaves, 0, 1), "256 bytes");
        }
    }

    /// @dev Sums that do not sit inside the hashes would let a prover steer every position to the leaf it has kept.
    function test_regression_sums_that_steer_to_the_kept_leaf() public view {
        Trees.Allocation[] memory stored = one(Trees.noise(4, 256));
        stored[0].fragments = new bytes[](2);
        (stored[0].fragments[0], stored[0].fragments[1]) = (Trees.noise(4, 256), Trees.noise(5, 256));
        Trees.Node memory node = stored.root();
        bytes memory kept = stored.sample(0);
        // At 18: leftLeaves of the one fork. Claimed as 1 of 2 it is true; any other claim changes the hash.
        for (uint48 left = 2; left < 5; ++left) {
            bytes memory steered = overwrite(kept, 20, uint32(left));
            vm.assertFalse(harness.accepts(steered, node.hash, 2, 0, 1), "left of two");
            vm.assertFalse(harness.accepts(steered, node.hash, 6, 0, 1), "left of six");
        }
    }

    // ------------------------------------------------------------------ bytes

    function cut(bytes memory data, uint256 length) private pure returns (bytes memory out) {
        out = new bytes(length);
        for (uint256 i; i < length; ++i) {
            out[i] = data[i];
        }
    }

    function overwrite(bytes memory data, uint256 offset, uint32 value) private pure returns (bytes memory out) {
        out = cut(data, data.length);
        for (uint256 i; i < 4; ++i) {
            out[offset + i] = bytes1(uint8(value >> (24 - 8 * i)));
        }
    }
}
