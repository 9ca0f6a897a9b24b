// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

/// @dev ProofLib made callable, so that its tests use the code that is deployed.
interface IProofHarness {
    function verify(bytes calldata proof, bytes32 root, uint256 leaves, bytes32 seed, uint256 count) external view;

    /// @dev False when refused; reverts when the refusal is not one of the library's errors.
    function accepts(bytes calldata proof, bytes32 root, uint256 leaves, bytes32 seed, uint256 count)
        external
        view
        returns (bool);

    function challengeSeed(address market, address provider, uint256 round, bytes32 beaconSeed)
        external
        view
        returns (bytes32);

    function position(bytes32 seed, uint256 index, uint256 leaves) external pure returns (uint256);
}
