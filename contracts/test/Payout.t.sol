// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId } from "../src/Round.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { MarketTest } from "./support/MarketTest.sol";
import { vm } from "./support/Vm.sol";

/// @dev Owner, node key and payout address: three accounts, each with its own powers.
contract PayoutTest is MarketTest {
    address private immutable payout = vm.addr(0x9A9);
    address private immutable second = vm.addr(NODE_KEY + 1);

    function setPayout(address to) private {
        vm.prank(owner);
        market.setPayout(to);
    }

    function rotate(address key) private {
        vm.prank(owner);
        market.updateNode(key, hex"02");
    }

    function refusesKey(address account, address key) private {
        bytes memory bad = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadNodeKey.selector, key);
        refuses(account, address(market), abi.encodeCall(market.updateNode, (key, hex"02")), bad);
    }

    function noProvider(address account) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IMarketErrors.StorageMarket_NoProvider.selector, account);
    }

    // ------------------------------------------------------------------ where earnings go

    function test_earnings_wait_until_anyone_collects_them() public {
        open(client, 10, 10);
        goTo(2);
        proveNothing();
        goTo(3);
        proveNothing();
        uint256 earned = 20 * uint256(PRICE);
        vm.assertEq(record().earned, earned, "earned");
        vm.assertEq(vault.balanceOf(owner), 0, "not yet");
        vm.prank(other);
        vm.assertEq(market.collect(owner), earned, "collected");
        vm.assertEq(vault.balanceOf(owner), earned, "to the owner");
        vm.assertEq(vault.balanceOf(other), 0, "nothing for the caller");
        vm.assertEq(record().earned, 0, "earned");
        vm.assertEq(record().escrow, 80 * uint256(PRICE), "escrow");
        vm.assertEq(market.collect(owner), 0, "nothing more");
        vm.assertEq(market.collect(client), 0, "nobody's");
    }

    function test_what_is_not_collected_yet_goes_to_the_next_payout_address() public {
        vm.assertEq(record().payout, owner, "the owner at first");
        open(client, 10, 10);
        goTo(2);
        proveNothing();
        market.collect(owner);
        goTo(3);
        proveNothing();
        setPayout(payout);
        vm.assertEq(record().payout, payout, "payout");
        market.collect(owner);
        vm.assertEq(vault.balanceOf(payout), 10 * uint256(PRICE), "round 3");
        vm.assertEq(vault.balanceOf(owner), 10 * uint256(PRICE), "round 2");
        goTo(4);
        proveNothing();
        setPayout(address(0));
        vm.assertEq(record().payout, owner, "the owner again");
        market.collect(owner);
        vm.assertEq(vault.balanceOf(owner), 20 * uint256(PRICE), "round 4");
        vm.prank(payout);
        vault.withdraw(payout);
        vm.assertEq(token.balanceOf(payout), 10 * uint256(PRICE), "withdrawn");
    }

    function test_leaving_collects_what_is_left_and_the_stake_goes_to_the_owner() public {
        AllocationId a = open(client, 10, 3);
        setPayout(payout);
        goTo(2);
        proveNothing();
        vm.prank(owner);
        market.exit();
        goTo(5);
        settle(a);
        goTo(5 + UNBONDING);
        vm.prank(owner);
        market.exit();
        vm.assertEq(vault.balanceOf(payout), 10 * uint256(PRICE), "earnings");
        vm.assertEq(vault.balanceOf(owner), 2 * MIN_STAKE, "stake");
        bytes memory left =
            abi.encodeWithSelector(IMarketErrors.StorageMarket_WrongStage.selector, owner, IMarketErrors.Stage.Left);
        refuses(owner, address(market), abi.encodeCall(market.setPayout, (owner)), left);
        refuses(owner, address(market), abi.encodeCall(market.updateNode, (second, hex"01")), left);
    }

    function test_an_ejected_provider_is_paid_what_it_earned() public {
        open(client, 10, 30);
        setPayout(payout);
        goTo(2);
        proveNothing();
        goTo(10);
        vm.prank(other);
        market.penalize(owner);
        bytes memory ejected = abi.encodeWithSelector(
            IMarketErrors.StorageMarket_WrongStage.selector, owner, IMarketErrors.Stage.Ejected
        );
        refuses(owner, address(market), abi.encodeCall(market.setPayout, (owner)), ejected);
        market.collect(owner);
        vm.assertEq(vault.balanceOf(payout), 10 * uint256(PRICE), "earnings");
    }

    // ------------------------------------------------------------------ who may do what

    function test_only_the_owner_says_where_the_money_goes() public {
        setPayout(payout);
        address[4] memory all = [nodeKey, payout, client, other];
        for (uint256 i; i < 4; ++i) {
            refuses(all[i], address(market), abi.encodeCall(market.setPayout, (all[i])), noProvider(all[i]));
        }
        vm.assertEq(record().payout, payout, "payout");
    }

    function test_a_node_key_has_no_power_over_stake_keys_and_exit() public {
        address[2] memory all = [nodeKey, payout];
        setPayout(payout);
        for (uint256 i; i < 2; ++i) {
            refuses(all[i], address(market), abi.encodeCall(market.updateNode, (second, hex"01")), noProvider(all[i]));
            refuses(all[i], address(market), abi.encodeCall(market.addStake, (1)), noProvider(all[i]));
            refuses(all[i], address(market), abi.encodeCall(market.exit, ()), noProvider(all[i]));
        }
    }

    function test_owner_and_node_key_prove_and_the_payout_address_does_not() public {
        setPayout(payout);
        open(client, 10, 10);
        goTo(2);
        bytes memory call_ = abi.encodeCall(market.prove, (r(2), 0, 0, ""));
        refuses(payout, address(market), call_, noProvider(payout));
        vm.prank(owner);
        market.prove(r(2), 0, 0, "");
        goTo(3);
        proveNothing();
        vm.assertEq(record().earned, 20 * uint256(PRICE), "both");
    }

    // ------------------------------------------------------------------ another node key

    function test_with_another_node_key_the_old_one_proves_and_offers_nothing() public {
        open(client, 10, 10);
        IMarketRecords.Offer memory offer = anOffer();
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        rotate(second);
        vm.assertEq(record().nodeKey, second, "node key");
        vm.assertEq(market.providerOf(nodeKey), address(0), "the old one is nobody's");
        vm.assertEq(market.providerOf(second), owner, "the new one");
        bytes memory call_ = abi.encodeCall(market.openAllocations, (offers, signatures, uint32(1), r(9)));
        bytes memory bad = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        refuses(client, address(market), call_, bad);
        goTo(2);
        call_ = abi.encodeCall(market.prove, (r(2), 0, 0, ""));
        refuses(nodeKey, address(market), call_, noProvider(nodeKey));
        refuses(nodeKey, address(market), abi.encodeCall(market.cancelOffers, (9)), noProvider(nodeKey));
        vm.prank(second);
        market.prove(r(2), 0, 0, "");
        signatures[0] = signed(offer, NODE_KEY + 1);
        vm.prank(client);
        market.openAllocations(offers, signatures, 1, r(9));
    }

    function test_a_key_that_is_in_use_serves_no_second_provider() public {
        registerProvider(other, vm.addr(77), MIN_STAKE);
        refusesKey(other, nodeKey);
        refusesKey(other, owner);
        refusesKey(other, address(0));
        refusesKey(owner, vm.addr(77));
        refusesKey(owner, other);
    }

    function test_an_owner_can_take_back_a_key_that_it_had() public {
        rotate(second);
        rotate(nodeKey);
        vm.assertEq(market.providerOf(nodeKey), owner, "again");
        goTo(2);
        proveNothing();
        rotate(second);
        vm.assertEq(market.providerOf(nodeKey), address(0), "and off");
        // The same key again, with another peer id, retires nothing.
        rotate(second);
        vm.assertEq(market.providerOf(second), owner, "the same");
    }

    /// @dev Naming a key asks nobody, so replacing one must not take it away from anybody for ever.
    function test_nobody_can_use_up_the_keys_of_others() public {
        rotate(client);
        rotate(other);
        rotate(second);
        vm.prank(client);
        market.register(client, hex"01", MIN_STAKE);
        vm.assertEq(market.providerOf(client), client, "its own");
        vm.prank(other);
        market.register(nodeKey, hex"01", MIN_STAKE);
        vm.assertEq(market.providerOf(nodeKey), other, "a key that was given up");
    }

    function test_who_registers_takes_its_address_back_from_whom_it_served() public {
        rotate(client);
        vm.prank(client);
        market.register(second, hex"01", MIN_STAKE);
        vm.assertEq(market.providerOf(client), client, "itself");
        goTo(2);
        vm.prank(client);
        market.prove(r(2), 0, 0, "");
        vm.assertEq(record().lastProvedRound.number(), 0, "not for the other");
        // The one that has lost its key takes another, and the owner keeps what is its own.
        rotate(nodeKey);
        vm.assertEq(market.providerOf(client), client, "still itself");
        vm.assertEq(market.providerOf(second), client, "still its key");
    }

    function test_leaving_frees_the_node_key() public {
        vm.prank(owner);
        market.exit();
        goTo(1 + UNBONDING);
        vm.prank(owner);
        market.exit();
        vm.assertEq(market.providerOf(nodeKey), address(0), "free");
        registerProvider(other, nodeKey, MIN_STAKE);
        vm.assertEq(market.providerOf(nodeKey), other, "taken");
    }
}
