// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IStorageMarket } from "../src/interfaces/IStorageMarket.sol";
import { MarketTest } from "./support/MarketTest.sol";
import { vm } from "./support/Vm.sol";

/// @dev Opening with an EIP-2612 permit in place of an approval.
contract PermitTest is MarketTest {
    bytes32 private constant PERMIT_TYPEHASH =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    function permitFor(uint256 key, uint256 value) private view returns (IStorageMarket.Permit memory permit) {
        permit.value = value;
        permit.deadline = block.timestamp + 1;
        address holder = vm.addr(key);
        bytes32 inner = keccak256(
            abi.encode(PERMIT_TYPEHASH, holder, address(vault), value, token.nonces(holder), permit.deadline)
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), inner));
        (permit.v, permit.r, permit.s) = vm.sign(key, digest);
    }

    function test_a_permit_opens_without_an_approval() public {
        vm.prank(client);
        token.approve(address(vault), 0);
        (IStorageMarket.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
        IStorageMarket.Permit memory permit = permitFor(CLIENT_KEY, 1e18);
        vm.prank(client);
        market.openAllocationsWithPermit(offers, signatures, 3, r(5), permit);
        vm.assertEq(record().escrow, 3 * 3 * uint256(PRICE), "escrow");
    }

    /// @dev Somebody sends the permit out of the mempool first: the allowance is there, and that is enough.
    function test_regression_a_permit_used_by_a_front_runner_does_no_harm() public {
        vm.prank(client);
        token.approve(address(vault), 0);
        (IStorageMarket.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
        IStorageMarket.Permit memory permit = permitFor(CLIENT_KEY, 1e18);
        vm.prank(other);
        token.permit(client, address(vault), permit.value, permit.deadline, permit.v, permit.r, permit.s);
        vm.prank(client);
        market.openAllocationsWithPermit(offers, signatures, 3, r(5), permit);
        vm.assertEq(market.allocationCount(), 1, "count");
    }
}
