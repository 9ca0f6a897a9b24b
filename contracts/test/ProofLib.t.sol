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
        uint256 samples = 1 + count % 8;
        harness.verify(stored.proof(seed, samples), node.hash, node.leaves, seed, samples);
    }

    function testFuzz_one_position_is_proved_under_either_root(uint256 shape, uint256 where) public view {
        Trees.Allocation[] memory stored = Trees.random(shape);
        Trees.Node memory node = stored.root();
        uint256 position = where % node.leaves;
        harness.verifyPosition(stored.proofAt(Trees.only(position)), node.hash, node.leaves, position);

        Trees.Node[] memory items = Trees.fragmentItems(stored[0].fragments);
        Trees.Node memory sub = Trees.sumRoot(items, 0, items.length);
        position = where % sub.leaves;
        bytes memory proof = Trees.proofInAllocation(stored[0], Trees.only(position));
        harness.verifyPositionInAllocation(proof, sub.hash, sub.leaves, position);
        uint256 next = (position + 1) % sub.leaves;
        bytes memory call_ = abi.encodeCall(harness.verifyPositionInAllocation, (proof, sub.hash, sub.leaves, next));
        vm.assertTrue((harness.verdict(call_) == 0) == (next == position), "another position");
    }

    function testFuzz_an_allocation_is_shown_to_be_included(uint256 shape, uint256 which, uint256 wrong) public view {
        Trees.Allocation[] memory stored = Trees.random(shape);
        Trees.Node memory node = stored.root();
        Trees.Allocation memory own = stored[which % stored.length];
        Trees.Node[] memory items = Trees.fragmentItems(own.fragments);
        Trees.Node memory sub = Trees.sumRoot(items, 0, items.length);
        bytes memory proof = stored.inclusion(which % stored.length);
        harness.verifyInclusion(proof, node.hash, node.leaves, own.id, own.seq, sub.hash, sub.leaves);

        (uint64 id, uint64 seq, bytes32 subRoot, uint256 leaves) = (own.id, own.seq, sub.hash, sub.leaves);
        uint256 field = wrong % 4;
        if (field == 0) id ^= uint64(1 + wrong % 1000);
        else if (field == 1) seq ^= uint64(1 + wrong % 1000);
        else if (field == 2) subRoot ^= bytes32(1 + wrong % 1000);
        else leaves += 1 + wrong % 1000;
        bytes memory call_ =
            abi.encodeCall(harness.verifyInclusion, (proof, node.hash, node.leaves, id, seq, subRoot, leaves));
        vm.assertTrue(harness.verdict(call_) != 0, "another state");
    }

    function testFuzz_a_proof_with_any_byte_changed_is_refused(uint256 shape, bytes32 seed, uint256 where, uint8 bits)
        public
        view
    {
        vm.assume(bits != 0);
        Trees.Allocation[] memory stored = Trees.random(shape);
        Trees.Node memory node = stored.root();
        bytes memory proof = stored.proof(seed, 3);
        proof[where % proof.length] ^= bytes1(bits);
        vm.assertFalse(harness.accepts(proof, node.hash, node.leaves, seed, 3), "a changed byte passed");
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
        uint256 position = harness.position(seed, 0, node.leaves);
        bool samePlace = position == harness.position(another, 0, node.leaves);
        vm.assertTrue(harness.accepts(proof, node.hash, node.leaves, another, 1) == samePlace, "seed");
        vm.assertFalse(harness.accepts(proof, another, node.leaves, seed, 1), "root");
        samePlace = position == harness.position(seed, 1, node.leaves);
        vm.assertTrue(harness.accepts(proof, node.hash, node.leaves, seed, 2) == samePlace, "a position too few");
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

    // ------------------------------------------------------------------ every byte

    function test_every_byte_and_every_length_of_a_proof_counts() public view {
        Trees.Allocation[] memory stored = Trees.random(22);
        Trees.Node memory node = stored.root();
        bytes memory proof = stored.proof(bytes32("every"), 3);
        bytes32[] memory words = new bytes32[](4);
        (words[0], words[1], words[2], words[3]) =
        (node.hash, bytes32(node.leaves), bytes32("every"), bytes32(uint256(3)));
        ProofHarness.Edit[] memory edits = new ProofHarness.Edit[](10);
        for (uint256 place; place < proof.length; ++place) {
            for (uint256 bit; bit < 9; ++bit) {
                edits[bit] = ProofHarness.Edit(uint32(proof.length), uint32(place), uint8(bit < 8 ? 1 << bit : 255), "");
            }
            edits[9] = ProofHarness.Edit(uint32(place), 0, 0, "");
            bytes4[] memory found = harness.verdicts(harness.verify.selector, proof, words, edits);
            for (uint256 i; i < found.length; ++i) {
                vm.assertTrue(found[i] != 0, i < 9 ? "a changed byte passed" : "a shorter proof passed");
            }
        }
        for (uint256 i; i < edits.length; ++i) {
            edits[i] = ProofHarness.Edit(uint32(proof.length), 0, 0, new bytes(i));
        }
        bytes4[] memory longer = harness.verdicts(harness.verify.selector, proof, words, edits);
        vm.assertTrue(longer[0] == 0, "unchanged");
        for (uint256 i = 1; i < longer.length; ++i) {
            vm.assertTrue(longer[i] == ProofLib.ProofLib_TrailingBytes.selector, "trailing");
        }
    }

    // ------------------------------------------------------------------ each rule

    function test_nothing_stored_is_proved_by_nothing() public {
        harness.verify("", 0, 0, 0, 5);
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_TrailingBytes.selector, 0, 1));
        harness.verify(hex"00", 0, 0, 0, 5);
    }

    function test_no_challenge_is_answered_by_nothing() public {
        harness.verify("", bytes32("root"), 7, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_TrailingBytes.selector, 0, 2));
        harness.verify(hex"0000", bytes32("root"), 7, 0, 0);
    }

    function test_a_fragment_of_one_leaf_is_proved_without_a_count_or_a_path() public view {
        Trees.Allocation[] memory stored = one(Trees.noise(1, 256));
        Trees.Node memory node = stored.root();
        bytes memory proof = stored.proof(0, 1);
        vm.assertEq(proof.length, 16 + 4 + 256, "length");
        harness.verify(proof, node.hash, 1, 0, 1);
    }

    function test_positions_that_repeat_are_shown_once() public view {
        Trees.Allocation[] memory stored = one(Trees.noise(1, 256));
        bytes memory proof = stored.proof(0, 1);
        harness.verify(proof, stored.root().hash, 1, 0, 32);
        vm.assertFalse(harness.accepts(bytes.concat(proof, proof), stored.root().hash, 1, 0, 2), "twice");
    }

    function test_upper_levels_are_shown_once() public view {
        Trees.Allocation[] memory stored = one(Trees.noise(1, 256));
        stored[0].fragments = new bytes[](8);
        for (uint256 i; i < 8; ++i) {
            stored[0].fragments[i] = Trees.noise(i, 256);
        }
        Trees.Node memory node = stored.root();
        bytes memory proof = stored.proof(bytes32("all"), 32);
        // All leaves of eight fragments: seven forks of one count byte, and not one sibling.
        vm.assertEq(proof.length, 1 + 16 + 7 + 8 * (0 + 4 + 256), "length");
        harness.verify(proof, node.hash, 8, bytes32("all"), 32);
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
        bytes memory proof = chain(41);
        bytes4 tooDeep = ProofLib.ProofLib_TooDeep.selector;
        vm.expectRevert(tooDeep);
        harness.verifyPosition(proof, 0, 100, 99);
        vm.expectRevert(tooDeep);
        harness.verifyPositionInAllocation(proof, 0, 100, 99);
        vm.expectRevert(tooDeep);
        harness.verifyPosition(abi.encodePacked(uint8(0), new bytes(16), proof), 0, 100, 99);
        vm.expectRevert(tooDeep);
        harness.verifyInclusion(abi.encodePacked(uint8(99), proof), 0, 100, 1, 1, 0, 59);
        // The 40th level is the last: an item may stand below it.
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_WrongFragment.selector, 0, 60));
        harness.verifyPositionInAllocation(abi.encodePacked(chain(40), new bytes(5)), 0, 100, 99);
    }

    function test_together_positions_go_no_deeper_than_40_either() public {
        // All positions are far to the right, so that none parts from the others on the way.
        uint256 leaves = 1 << 40;
        bytes memory steps;
        uint256 total = leaves;
        for (uint256 i; i < 41; ++i) {
            steps = abi.encodePacked(steps, Trees.pack(1, total), bytes32(i));
            --total;
        }
        vm.expectRevert(ProofLib.ProofLib_TooDeep.selector);
        harness.verify(steps, 0, leaves, 0, 5);
    }

    function test_a_fork_has_leaves_on_both_sides() public {
        uint8[3] memory counts = [uint8(100), 101, 255];
        for (uint256 i; i < counts.length; ++i) {
            bytes memory proof = abi.encodePacked(counts[i], bytes32(0), new bytes(400));
            bytes memory refusal = abi.encodeWithSelector(ProofLib.ProofLib_BadCount.selector, counts[i], 100);
            vm.expectRevert(refusal);
            harness.verify(proof, 0, 100, 0, 1);
            vm.expectRevert(refusal);
            harness.verify(proof, 0, 100, 0, 4);
            vm.expectRevert(refusal);
            harness.verifyPositionInAllocation(proof, 0, 100, 0);
        }
    }

    function test_counts_take_as_many_bytes_as_the_node_can_need() public {
        // 257 leaves: 256 of them may lie to the left, so two bytes. 256 leaves: at most 255, so one.
        bytes4 badCount = ProofLib.ProofLib_BadCount.selector;
        vm.expectRevert(abi.encodeWithSelector(badCount, 0x0101, 257));
        harness.verifyPosition(hex"0101", 0, 257, 0);
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_Truncated.selector, 1));
        harness.verifyPosition(hex"01", 0, 257, 0);
        vm.expectRevert(abi.encodeWithSelector(badCount, 0xffffffffffff, 0xffffffffffff));
        harness.verifyPosition(hex"ffffffffffff", 0, 0xffffffffffff, 0);
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_Truncated.selector, 32));
        harness.verifyPosition(abi.encodePacked(uint8(255), bytes31(0)), 0, 256, 0);
    }

    function test_forty_levels_of_one_leaf_each_cost_a_bounded_amount() public view {
        bytes memory proof = abi.encodePacked(chain(40), uint8(0), new bytes(16), chain(19));
        uint256 before = gasleft();
        bytes memory call_ = abi.encodeCall(harness.verifyPosition, (proof, 0, 100, 99));
        vm.assertTrue(harness.verdict(call_) != 0, "junk");
        vm.assertLt(before - gasleft(), 100_000, "gas");
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
        vm.expectRevert(ProofLib.ProofLib_WrongRoot.selector);
        harness.verify(overwrite(proof, 18, 701), node.hash, node.leaves, 0, 1);
    }

    function test_every_leaf_of_a_fragment_is_checked() public {
        Trees.Allocation[] memory stored = one(Trees.noise(1, 700));
        Trees.Node memory node = stored.root();
        bytes memory proof = stored.proof(bytes32("all three"), 32);
        vm.assertEq(proof.length, 1 + 16 + 1 + 4 + 3 * 256 + (2 + 2 + 1) * 32, "length");
        harness.verify(proof, node.hash, 3, bytes32("all three"), 32);
        for (uint256 leaf; leaf < 3; ++leaf) {
            bytes memory changed = cut(proof, proof.length);
            changed[22 + leaf * (256 + 64)] ^= 0x01;
            vm.expectRevert(ProofLib.ProofLib_WrongRoot.selector);
            harness.verify(changed, node.hash, 3, bytes32("all three"), 32);
        }
    }

    function test_a_position_is_below_the_leaves_and_these_below_2_to_the_48th() public {
        bytes4 badPosition = ProofLib.ProofLib_BadPosition.selector;
        vm.expectRevert(abi.encodeWithSelector(badPosition, 3, 3));
        harness.verifyPosition("", 0, 3, 3);
        vm.expectRevert(abi.encodeWithSelector(badPosition, 0, 0));
        harness.verifyPositionInAllocation("", 0, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(badPosition, 0, 0));
        harness.verifyInclusion("", 0, 0, 1, 1, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(badPosition, 3, 3));
        harness.verifyInclusion(hex"03", 0, 3, 1, 1, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(badPosition, 0, 1 << 48));
        harness.verifyPosition("", 0, 1 << 48, 5);
        vm.expectRevert(abi.encodeWithSelector(badPosition, 0, type(uint256).max));
        harness.verify("", 0, type(uint256).max, 0, 1);
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_Truncated.selector, 5));
        harness.verifyInclusion(new bytes(5), 0, 1 << 47, 1, 1, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_Truncated.selector, 31));
        harness.verifyInclusion(new bytes(31), 0, type(uint256).max, 1, 1, 0, 0);
    }

    function test_inclusion_names_the_first_leaf_and_no_other() public {
        Trees.Allocation[] memory stored = one(Trees.noise(1, 700));
        Trees.Node memory node = stored.root();
        bytes32 subRoot = Trees.fragmentRoot(stored[0].fragments[0]);
        harness.verifyInclusion(hex"0000", node.hash, 3, 1, 1, subRoot, 3);
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_WrongPlace.selector, 1, 3));
        harness.verifyInclusion(hex"0100", node.hash, 3, 1, 1, subRoot, 3);
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_WrongPlace.selector, 0, 3));
        harness.verifyInclusion(hex"0000", node.hash, 3, 1, 1, subRoot, 4);
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_TrailingBytes.selector, 2, 3));
        harness.verifyInclusion(hex"000000", node.hash, 3, 1, 1, subRoot, 3);
        vm.expectRevert(ProofLib.ProofLib_WrongRoot.selector);
        harness.verifyInclusion(hex"0000", node.hash, 3, 1, 2, subRoot, 3);
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_Truncated.selector, 1));
        harness.verifyInclusion(hex"00", node.hash, 3, 1, 1, subRoot, 3);
    }

    function test_the_first_leaf_takes_no_more_bytes_than_the_last_one_needs() public {
        Trees.Allocation[] memory stored = one(Trees.noise(1, 256 * 256));
        Trees.Node memory node = stored.root();
        bytes32 subRoot = Trees.fragmentRoot(stored[0].fragments[0]);
        vm.assertEq(node.leaves, 256, "the last one is 255");
        harness.verifyInclusion(hex"0000", node.hash, 256, 1, 1, subRoot, 256);
        vm.expectRevert(abi.encodeWithSelector(ProofLib.ProofLib_TrailingBytes.selector, 2, 3));
        harness.verifyInclusion(hex"000000", node.hash, 256, 1, 1, subRoot, 256);
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
        for (uint32 length = 256; length <= 512; length += 256) {
            bytes memory alone = abi.encodePacked(uint64(1), uint64(1), length, inner);
            vm.assertFalse(harness.accepts(alone, node.hash, 1, 0, 1), "one leaf");
            bytes memory ofTwo = abi.encodePacked(uint8(0), uint64(1), uint64(1), uint8(0), length, inner);
            vm.assertFalse(harness.accepts(ofTwo, node.hash, 2, 0, 1), "two leaves");
        }
    }

    /// @dev Sums that do not sit inside the hashes would let a prover steer every position to the leaf it has kept.
    function test_regression_sums_that_steer_to_the_kept_leaf() public view {
        Trees.Allocation[] memory stored = one(Trees.noise(4, 256));
        stored[0].fragments = new bytes[](2);
        (stored[0].fragments[0], stored[0].fragments[1]) = (Trees.noise(4, 256), Trees.noise(5, 256));
        Trees.Node memory node = stored.root();
        bytes memory kept = stored.proofAt(Trees.only(0));
        harness.verifyPosition(kept, node.hash, 2, 0);
        // At 17: leftLeaves of the one fork. Claimed as 1 of 2 it is true; any other claim changes the hash.
        for (uint8 left = 1; left < 6; ++left) {
            kept[17] = bytes1(left);
            for (uint256 position; position < 6; ++position) {
                bytes memory call_ = abi.encodeCall(harness.verifyPosition, (kept, node.hash, 6, position));
                vm.assertTrue(harness.verdict(call_) != 0, "steered");
            }
        }
    }

    // ------------------------------------------------------------------ bytes

    /// @dev Levels with one leaf to the left, below a node of 100 leaves: the way of position 99.
    function chain(uint256 levels) private pure returns (bytes memory steps) {
        for (uint256 i; i < levels; ++i) {
            steps = abi.encodePacked(steps, uint8(1), bytes32(i));
        }
    }

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
