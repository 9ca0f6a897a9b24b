// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { ProofHarness } from "./support/ProofHarness.sol";
import { vm } from "./support/Vm.sol";

/// @dev The vectors that the TypeScript twin reads too.
contract ProofVectorsTest {
    ProofHarness private immutable harness = new ProofHarness();

    function test_every_proof_vector_is_judged_as_in_typescript() public view {
        string memory json = vm.readFile("../test/vectors/proofs.json");
        string[] memory names = vm.parseJsonStringArray(json, ".names");
        bytes32[] memory roots = vm.parseJsonBytes32Array(json, ".roots");
        uint256[] memory leaves = vm.parseJsonUintArray(json, ".leaves");
        bytes32[] memory seeds = vm.parseJsonBytes32Array(json, ".seeds");
        uint256[] memory counts = vm.parseJsonUintArray(json, ".counts");
        bytes[] memory proofs = vm.parseJsonBytesArray(json, ".proofs");
        bool[] memory valid = vm.parseJsonBoolArray(json, ".valid");
        uint256 good;
        for (uint256 i; i < names.length; ++i) {
            bool accepted = harness.accepts(proofs[i], roots[i], leaves[i], seeds[i], counts[i]);
            vm.assertTrue(accepted == valid[i], names[i]);
            if (accepted) ++good;
        }
        vm.assertGe(good, 5, "valid vectors");
        vm.assertGe(names.length - good, 20, "invalid vectors");
    }

    function test_every_vector_of_a_single_position_or_allocation_is_judged_as_in_typescript() public view {
        string memory json = vm.readFile("../test/vectors/single-proofs.json");
        string[] memory names = vm.parseJsonStringArray(json, ".names");
        bool[] memory valid = vm.parseJsonBoolArray(json, ".valid");
        uint256 good;
        for (uint256 i; i < names.length; ++i) {
            bool accepted = harness.verdict(singleCall(json, i)) == 0;
            vm.assertTrue(accepted == valid[i], names[i]);
            if (accepted) ++good;
        }
        vm.assertGe(good, 9, "valid vectors");
        vm.assertGe(names.length - good, 20, "invalid vectors");
    }

    function singleCall(string memory json, uint256 i) private pure returns (bytes memory) {
        bytes memory proof = vm.parseJsonBytesArray(json, ".proofs")[i];
        bytes32 root = vm.parseJsonBytes32Array(json, ".roots")[i];
        uint256 leaves = vm.parseJsonUintArray(json, ".leaves")[i];
        bytes32 kind = keccak256(bytes(vm.parseJsonStringArray(json, ".kinds")[i]));
        if (kind == keccak256("inclusion")) {
            uint64 allocation = uint64(vm.parseJsonUintArray(json, ".allocations")[i]);
            uint64 seq = uint64(vm.parseJsonUintArray(json, ".seqs")[i]);
            bytes32 subRoot = vm.parseJsonBytes32Array(json, ".subRoots")[i];
            uint256 subLeaves = vm.parseJsonUintArray(json, ".subLeaves")[i];
            return
                abi.encodeCall(ProofHarness.verifyInclusion, (proof, root, leaves, allocation, seq, subRoot, subLeaves));
        }
        uint256 position = vm.parseJsonUintArray(json, ".positions")[i];
        return kind == keccak256("position")
            ? abi.encodeCall(ProofHarness.verifyPosition, (proof, root, leaves, position))
            : abi.encodeCall(ProofHarness.verifyPositionInAllocation, (proof, root, leaves, position));
    }

    function test_challenges_are_those_of_typescript() public {
        string memory json = vm.readFile("../test/vectors/challenge.json");
        uint256 cases;
        for (; vm.keyExistsJson(json, field(cases, "seed")); ++cases) {
            vm.chainId(vm.parseJsonUint(json, field(cases, "chainId")));
            bytes32 seed = harness.challengeSeed(
                vm.parseJsonAddress(json, field(cases, "market")),
                vm.parseJsonAddress(json, field(cases, "provider")),
                vm.parseJsonUint(json, field(cases, "round")),
                vm.parseJsonBytes32(json, field(cases, "beaconSeed"))
            );
            vm.assertEq(seed, vm.parseJsonBytes32(json, field(cases, "seed")), "seed");
            uint256 leaves = vm.parseJsonUint(json, field(cases, "leaves"));
            uint256[] memory positions = vm.parseJsonUintArray(json, field(cases, "positions"));
            for (uint256 i; i < positions.length; ++i) {
                vm.assertEq(harness.position(seed, i, leaves), positions[i], "position");
            }
        }
        vm.assertGe(cases, 3, "cases");
    }

    function field(uint256 index, string memory name) private pure returns (string memory) {
        return string.concat(".cases[", vm.toString(index), "].", name);
    }
}
