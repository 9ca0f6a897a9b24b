// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

/// @title Hands on what a contract does not know to the next one, which runs on the same storage
/// @dev Because a contract may have 24,576 bytes (EIP-170). The next one is fixed at the creation: this is no proxy whose code
/// somebody could change.
abstract contract Delegating {
    address internal immutable _next;

    constructor(address next) {
        _next = next;
    }

    fallback() external {
        address next = _next;
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, 0, calldatasize())
            let done := delegatecall(gas(), next, free, calldatasize(), 0, 0)
            returndatacopy(free, 0, returndatasize())
            if done { return(free, returndatasize()) }
            revert(free, returndatasize())
        }
    }
}
