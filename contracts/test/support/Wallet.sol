// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IERC1271 } from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title An account that is a contract (ERC-1271): what its key signs is good, and it does what it is told
contract Wallet is IERC1271 {
    address public key;

    constructor(address key_) {
        key = key_;
    }

    function setKey(address key_) external {
        key = key_;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        (address signer,,) = ECDSA.tryRecoverCalldata(digest, signature);
        return signer == key ? this.isValidSignature.selector : bytes4(0);
    }

    function call(address target, bytes calldata data) external returns (bytes memory) {
        (bool ok, bytes memory result) = target.call(data);
        require(ok, "the wallet's call was refused");
        return result;
    }
}

/// @title Code that an account delegates to (EIP-7702) when it wants to have signed nothing
contract Denial is IERC1271 {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        return 0xffffffff;
    }
}

/// @title A wallet that calls somebody whenever it is asked for a signature, and says that it is good if the call went through
contract CallingBack {
    /// @dev What changes something in a static call takes all the gas there is.
    uint256 private constant GAS = 1_000_000;

    address private target;
    bytes private data;

    function onceAsked(address target_, bytes calldata data_) external {
        (target, data) = (target_, data_);
    }

    function isValidSignature(bytes32, bytes calldata) external returns (bytes4) {
        (bool ok,) = target.call{ gas: GAS }(data);
        return ok ? IERC1271.isValidSignature.selector : bytes4(0);
    }
}
