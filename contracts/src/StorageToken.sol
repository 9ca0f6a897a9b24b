// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Ownable } from "@openzeppelin/contracts/access/Ownable.sol";
import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import { ERC20Permit } from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title Token of development networks
/// @notice Its owner makes as much of it as it likes: never use it where money is meant.
contract StorageToken is ERC20, ERC20Permit, Ownable {
    constructor(address owner) ERC20("Cairn Devnet Token", "CAIRN") ERC20Permit("Cairn Devnet Token") Ownable(owner) { }

    /// @notice Makes `amount` base units (18 decimals) for `to`. Owner only.
    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }
}
