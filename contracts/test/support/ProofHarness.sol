// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { ProofLib } from "../../src/ProofLib.sol";

/// @dev The library, callable; and many spoilt copies of one proof in one call.
contract ProofHarness {
    /// @dev A changed proof: its first `keep` bytes, the one at `place` with `bits` flipped, and then `tail`.
    struct Edit {
        uint32 keep;
        uint32 place;
        uint8 bits;
        bytes tail;
    }

    function verify(bytes calldata proof, bytes32 root, uint256 leaves, bytes32 seed, uint256 count) external view {
        ProofLib.verify(proof, root, leaves, seed, count);
    }

    function verifyPosition(bytes calldata proof, bytes32 root, uint256 leaves, uint256 position_) external view {
        ProofLib.verifyPosition(proof, root, leaves, position_);
    }

    function verifyPositionInAllocation(bytes calldata proof, bytes32 subRoot, uint256 leaves, uint256 position_)
        external
        view
    {
        ProofLib.verifyPositionInAllocation(proof, subRoot, leaves, position_);
    }

    function verifyInclusion(
        bytes calldata proof,
        bytes32 root,
        uint256 leaves,
        uint64 allocation,
        uint64 seq,
        bytes32 subRoot,
        uint256 subLeaves
    ) external view {
        ProofLib.verifyInclusion(proof, root, leaves, allocation, seq, subRoot, subLeaves);
    }

    function accepts(bytes calldata proof, bytes32 root, uint256 leaves, bytes32 seed, uint256 count)
        external
        view
        returns (bool)
    {
        return verdict(abi.encodeCall(this.verify, (proof, root, leaves, seed, count))) == 0;
    }

    /// @notice What the library says of a call to this contract: zero, or the error's selector.
    /// @dev A refusal is always one of the library's own errors: never a panic, never out of gas.
    function verdict(bytes memory call_) public view returns (bytes4 selector) {
        (bool ok, bytes memory error_) = address(this).staticcall(call_);
        if (ok) return 0;
        selector = bytes4(error_);
        require(isProofError(selector), "not a ProofLib error");
    }

    /// @notice The verdict on each edit of `proof`, as first argument of the function `selector`; `words` are the others.
    function verdicts(bytes4 selector, bytes calldata proof, bytes32[] calldata words, Edit[] calldata edits)
        external
        view
        returns (bytes4[] memory found)
    {
        found = new bytes4[](edits.length);
        for (uint256 i; i < edits.length; ++i) {
            Edit calldata edit = edits[i];
            bytes memory changed = bytes.concat(proof[:edit.keep], edit.tail);
            if (edit.bits != 0) changed[edit.place] ^= bytes1(edit.bits);
            uint256 head = 32 * (1 + words.length);
            found[i] =
                verdict(bytes.concat(abi.encodePacked(selector, head, words, changed.length), changed, new bytes(31)));
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
            || selector == ProofLib.ProofLib_WrongFragment.selector || selector == ProofLib.ProofLib_WrongRoot.selector
            || selector == ProofLib.ProofLib_BadPosition.selector || selector == ProofLib.ProofLib_WrongPlace.selector;
    }
}
