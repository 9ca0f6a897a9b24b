// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { ProofLib } from "../../src/ProofLib.sol";

/// @dev The library, callable.
contract ProofHarness {
    function verify(bytes calldata proof, bytes32 root, uint256 leaves, bytes32 seed, uint256 count) external view {
        ProofLib.verify(proof, root, leaves, seed, count);
    }

    function accepts(bytes calldata proof, bytes32 root, uint256 leaves, bytes32 seed, uint256 count)
        external
        view
        returns (bool)
    {
        try this.verify(proof, root, leaves, seed, count) {
            return true;
        } catch (bytes memory error_) {
            // A refusal is always one of the library's own errors: never a panic, never out of gas.
            require(isProofError(bytes4(error_)), "not a ProofLib error");
            return false;
        }
    }

    function challengeSeed(address market, address provider, uint256 round, bytes32 beaconSeed)
        external
        view
        returns (bytes32)
    {
        return ProofLib.challengeSeed(market, provider, round, beaconSeed);
    }

    function position(bytes32 seed, uint256 index, uint256 leaves) external pure returns (uint256) {
        return ProofLib.position(seed, index, leaves);
    }

    function isProofError(bytes4 selector) public pure returns (bool) {
        return selector == ProofLib.ProofLib_Truncated.selector || selector == ProofLib.ProofLib_TrailingBytes.selector
            || selector == ProofLib.ProofLib_TooDeep.selector || selector == ProofLib.ProofLib_BadCount.selector
            || selector == ProofLib.ProofLib_WrongFragment.selector || selector == ProofLib.ProofLib_WrongRoot.selector;
    }
}
