// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Ownable } from "@openzeppelin/contracts/access/Ownable.sol";
import { StorageToken } from "../src/StorageToken.sol";
import { vm } from "./support/Vm.sol";

contract StorageTokenTest {
    function test_only_the_owner_mints() public {
        StorageToken token = new StorageToken(address(this));
        token.mint(address(1), 5);
        vm.assertEq(token.balanceOf(address(1)), 5, "balance");
        vm.assertEq(token.decimals(), 18, "decimals");
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, address(1)));
        vm.prank(address(1));
        token.mint(address(1), 5);
    }
}
