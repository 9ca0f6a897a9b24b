// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Pausable } from "@openzeppelin/contracts/utils/Pausable.sol";
import { AllocationId, DisputeId } from "../src/Round.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { GovernedMarket } from "./support/GovernedMarket.sol";
import { Trees } from "./support/Trees.sol";
import { vm } from "./support/Vm.sol";

/// @dev What a pause stops, and what nothing stops.
contract PauseTest is GovernedMarket {
    AllocationId private a;
    Trees.Allocation[] private committed;

    function setUp() public override {
        super.setUp();
        a = open(client, 10, 30);
        committed.push(stored(a, 1));
        prove(nothing(), committed);
    }

    function pause() private {
        vm.prank(guardian);
        market.pause();
    }

    function test_a_pause_stops_what_takes_on_more() public {
        pause();
        IMarketRecords.Offer memory offer = anOffer();
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        IMarketRecords.Permit memory permit;
        bytes[6] memory calls = [
            abi.encodeCall(market.register, (vm.addr(77), hex"01", MIN_STAKE)),
            abi.encodeCall(market.addStake, (1)),
            abi.encodeCall(market.openAllocations, (offers, signatures, uint32(1), r(9))),
            abi.encodeCall(market.openAllocationsWithPermit, (offers, signatures, uint32(1), r(9), permit)),
            abi.encodeCall(market.extend, (a, offer, signatures[0], r(40))),
            abi.encodeCall(market.grow, (a, offer, signatures[0], uint32(1)))
        ];
        address[6] memory callers = [other, owner, client, client, client, client];
        bytes memory paused = abi.encodeWithSelector(Pausable.EnforcedPause.selector);
        for (uint256 i; i < 6; ++i) {
            refuses(callers[i], address(market), calls[i], paused);
        }
        refuses(guardian, address(market), abi.encodeCall(market.pause, ()), paused);
        vm.prank(guardian);
        market.unpause();
        refuses(
            guardian,
            address(market),
            abi.encodeCall(market.unpause, ()),
            abi.encodeWithSelector(Pausable.ExpectedPause.selector)
        );
        for (uint256 i; i < 6; ++i) {
            // The offer is taken by the first opening; the others have one of their own.
            if (i == 3) continue;
            vm.prank(callers[i]);
            (bool ok,) = address(market).call(calls[i]);
            vm.assertTrue(ok, "works again");
        }
    }

    function test_a_pause_stops_nothing_that_proves_answers_or_pays_out() public {
        IMarketRecords.AllocationState memory state = stateOf(stored(a, 1), 2);
        AllocationId b = open(client, 10, 30);
        AllocationId brief = open(other, 1, 1);
        pause();
        goTo(2);
        prove(committed, committed);
        market.collect(owner);
        vm.prank(owner);
        vault.withdraw(owner);
        vm.prank(client);
        market.giveNotice(b);
        bytes memory consent = signedClose(b, type(uint64).max, NODE_KEY);
        vm.prank(client);
        market.close(b, type(uint64).max, consent);
        vm.prank(client);
        vault.withdraw(client);
        market.answer(askInclusion(state), Trees.inclusion(committed, 0));
        answerWith(askStateLeaf(state, 0), emptied(a, 2), "");
        DisputeId dispute = askLeaf(0);
        vm.prank(owner);
        market.setPayout(other);
        vm.prank(owner);
        market.updateNode(nodeKey, hex"02");
        vm.prank(nodeKey);
        market.cancelOffers(1e6);
        goTo(3);
        settle(brief);
        goTo(6);
        market.catchUp(owner, 64);
        vm.prank(other);
        market.penalize(owner);
        market.decide(dispute);
        vm.prank(other);
        vault.withdraw(other);
        vault.sendBurned();
        vm.prank(owner);
        market.exit();
        goTo(32);
        settle(a);
        settle(b);
        goTo(32 + UNBONDING);
        vm.prank(owner);
        market.exit();
        vm.prank(owner);
        vault.withdraw(owner);
        vm.prank(client);
        vault.withdraw(client);
        vm.assertEq(token.balanceOf(address(vault)), vault.balanceOf(other), "the rest");
    }
}
