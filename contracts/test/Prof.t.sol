// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;
import { ProofHarness } from "./support/ProofHarness.sol";
import { UniformTree } from "./support/UniformTree.sol";

contract ProfTest {
    event log_named_uint(string name, uint256 value);

    function one(uint256 a, uint256 f, uint256 k) internal {
        ProofHarness h = new ProofHarness();
        UniformTree t = new UniformTree(a, f);
        bytes memory p = t.proof(bytes32(uint256(7)), k);
        bytes32 root = t.root();
        uint256 g = gasleft();
        h.verify(p, root, a * f * 4096, bytes32(uint256(7)), k);
        emit log_named_uint("gas", g - gasleft());
    }

    function test_a() public {
        one(1, 1, 1);
        one(1, 1, 2);
        one(1, 1024, 1);
        one(1, 1024, 2);
        one(1, 1_048_576, 1);
        one(1, 1_048_576, 2);
        one(1024, 1024, 2);
        one(1, 1_048_576, 5);
    }
}
