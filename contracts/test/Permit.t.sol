// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { MarketTest } from "./support/MarketTest.sol";
import { Permits } from "./support/Permits.sol";
import { vm } from "./support/Vm.sol";

/// @dev Opening with an EIP-2612 permit in place of an approval.
contract PermitTest is MarketTest {
    function permitFor(uint256 key, uint256 value) private view returns (IMarketRecords.Permit memory) {
        return Permits.make(token, address(vault), key, value);
    }

    function test_a_permit_opens_without_an_approval() public {
        vm.prank(client);
        token.approve(address(vault), 0);
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
        IMarketRecords.Permit memory permit = permitFor(CLIENT_KEY, 1e18);
        vm.prank(client);
        market.openAllocationsWithPermit(offers, signatures, 3, r(5), permit);
        vm.assertEq(record().escrow, 3 * 3 * uint256(PRICE), "escrow");
    }

    /// @dev Somebody sends the permit out of the mempool first: the allowance is there, and that is enough.
    function test_regression_a_permit_used_by_a_front_runner_does_no_harm() public {
        vm.prank(client);
        token.approve(address(vault), 0);
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
        IMarketRecords.Permit memory permit = permitFor(CLIENT_KEY, 1e18);
        vm.prank(other);
        token.permit(client, address(vault), permit.value, permit.deadline, permit.v, permit.r, permit.s);
        vm.prank(client);
        market.openAllocationsWithPermit(offers, signatures, 3, r(5), permit);
        vm.assertEq(market.allocationCount(), 1, "count");
    }
}
