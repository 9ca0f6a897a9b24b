// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { StorageToken } from "../../src/StorageToken.sol";
import { IMarketRecords } from "../../src/interfaces/IMarketRecords.sol";
import { vm } from "./Vm.sol";

/// @title EIP-2612 permits, as a wallet signs them
library Permits {
    bytes32 private constant PERMIT_TYPEHASH =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    function make(StorageToken token, address spender, uint256 key, uint256 value)
        internal
        view
        returns (IMarketRecords.Permit memory permit)
    {
        permit.value = value;
        permit.deadline = block.timestamp + 1;
        address holder = vm.addr(key);
        bytes32 inner =
            keccak256(abi.encode(PERMIT_TYPEHASH, holder, spender, value, token.nonces(holder), permit.deadline));
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), inner));
        (permit.v, permit.r, permit.s) = vm.sign(key, digest);
    }
}
