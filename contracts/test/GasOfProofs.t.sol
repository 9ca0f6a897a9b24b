// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { GasPrint } from "./support/GasPrint.sol";
import { UniformTree } from "./support/UniformTree.sol";
import { vm } from "./support/Vm.sol";

/// @dev `prove`, by samples, fragments and allocations.
contract GasOfProofsTest is GasPrint {
    function test_gas_of_proving_a_thousand_fragments() public {
        uint256[4] memory samples = [uint256(1), 3, 5, 8];
        uint256[4] memory bounds = [uint256(100_500), 156_500, 208_500, 308_500];
        UniformTree one_ = new UniformTree(1, 1000);
        UniformTree hundred = new UniformTree(100, 10);
        for (uint256 i; i < 4; ++i) {
            prove(samples[i], one_, 1, 1000, bounds[i]);
        }
        prove(5, hundred, 100, 10, 218_000);
    }

    function test_gas_of_proving_a_million_fragments() public {
        uint256[4] memory samples = [uint256(1), 3, 5, 8];
        uint256[4] memory bounds = [uint256(112_000), 190_500, 279_000, 420_500];
        UniformTree one_ = new UniformTree(1, 1_000_000);
        uint256[3] memory used;
        for (uint256 i; i < 4; ++i) {
            uint256 mean = prove(samples[i], one_, 1, 1_000_000, bounds[i]);
            if (samples[i] == 5) used[0] = mean;
        }
        used[1] = prove(5, new UniformTree(100, 10_000), 100, 10_000, 286_500);
        used[2] = prove(5, new UniformTree(10_000, 100), 10_000, 100, 282_500);
        // The same bytes under more allocations: 8 % more at most.
        vm.assertLe(used[1] * 100, used[0] * 108, "100 allocations");
        vm.assertLe(used[2] * 100, used[0] * 108, "10,000 allocations");
    }

    /// @dev Fragments of 1 MiB. Proves some rounds; prints their mean, and what it is made of.
    function prove(uint256 challenges, UniformTree tree_, uint256 allocations, uint256 units, uint256 bound)
        private
        returns (uint256 mean)
    {
        marketOf(challenges, allocations, units);
        uint48 leaves_ = uint48(allocations * units * UNIT_LEAVES);
        goTo(2);
        bytes32 root = tree_.root();
        vm.prank(nodeKey);
        market.prove(r(2), root, leaves_, "");
        uint256[4] memory sums;
        uint256 most;
        for (uint256 i; i < ROUNDS; ++i) {
            goTo(3 + i);
            bool last = i == ROUNDS - 1;
            bytes memory proof = tree_.proof(market.challengeSeed(owner, r(3 + i)), challenges);
            // In the last round nothing is live in the next one.
            bytes memory call_ =
                abi.encodeCall(market.prove, (r(3 + i), last ? bytes32(0) : root, last ? 0 : leaves_, proof));
            vm.prank(nodeKey);
            (bool ok,) = address(market).call(call_);
            vm.assertTrue(ok, "proved");
            uint256 used = vm.lastCallGas().gasTotalUsed;
            vm.assertLe(used, bound, "the dearest round");
            (uint256 intrinsic, uint256 floor) = calldataGas(call_);
            sums = [sums[0] + used, sums[1] + intrinsic, sums[2] + floor, sums[3] + proof.length];
            if (used > most) most = used;
        }
        mean = sums[0] / ROUNDS;
        print(string.concat("prove K=", vm.toString(challenges), factsOf(allocations, units)), mean, bound);
        emit log_named_uint("    the dearest of 8 rounds", most);
        emit log_named_uint("    21,000 and the calldata", sums[1] / ROUNDS);
        emit log_named_uint("    the floor of EIP-7623", sums[2] / ROUNDS);
        emit log_named_uint("    proof bytes", sums[3] / ROUNDS);
    }

    /// @dev EIP-2028 and EIP-7623: 4 or 16 gas per byte, and at least 10 or 40.
    function calldataGas(bytes memory data) private pure returns (uint256 intrinsic, uint256 floor) {
        uint256 tokens;
        for (uint256 i; i < data.length; ++i) {
            tokens += data[i] == 0 ? 1 : 4;
        }
        return (21_000 + 4 * tokens, 21_000 + 10 * tokens);
    }
}
