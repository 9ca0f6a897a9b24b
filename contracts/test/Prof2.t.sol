// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

contract Prof2Test {
    event log_named_uint(string name, uint256 value);

    function h(bytes32 left, bytes32 right, uint256 counts) private view returns (bytes32 hash) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, left)
            mstore(add(free, 0x20), right)
            mstore(add(free, 0x40), shl(128, counts))
            if iszero(staticcall(gas(), 2, free, 80, 0x00, 0x20)) { revert(0, 0) }
            hash := mload(0x00)
        }
    }

    function test_b() public {
        bytes32 x = keccak256("x");
        uint256 g = gasleft();
        for (uint256 i; i < 100; ++i) {
            x = h(x, bytes32(i), i);
        }
        emit log_named_uint("gas", (g - gasleft()) / 100);
        g = gasleft();
        for (uint256 i; i < 100; ++i) {
            x = keccak256(abi.encode(x, i));
        }
        emit log_named_uint("gas keccak", (g - gasleft()) / 100);
        g = gasleft();
        for (uint256 i; i < 100; ++i) {
            x = sha256(abi.encodePacked(x, i));
        }
        emit log_named_uint("gas sha", (g - gasleft()) / 100);
    }
}
