// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId } from "../src/Round.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { MarketTest } from "./support/MarketTest.sol";
import { vm } from "./support/Vm.sol";

/// @dev What comes back when an allocation is over.
contract SettlingTest is MarketTest {
    function test_what_was_not_proved_comes_back() public {
        AllocationId a = open(client, 10, 5);
        for (uint256 i = 2; i < 7; ++i) {
            goTo(i);
            if (i != 4) proveNothing();
        }
        goTo(7);
        vm.assertEq(record().escrow, 10 * PRICE, "escrow before");
        settle(a);
        vm.assertEq(vault.balanceOf(client), 10 * PRICE, "refund of one round");
        vm.assertEq(record().earned, 4 * 10 * PRICE, "earned four rounds");
        vm.assertEq(market.collect(owner), 4 * 10 * PRICE, "collected");
        vm.assertEq(vault.balanceOf(owner), 4 * 10 * PRICE, "balance");
        vm.assertEq(record().earned, 0, "nothing left to collect");
        vm.assertEq(record().escrow, 0, "escrow");
        vm.assertEq(record().unsettled, 0, "unsettled");
        vm.assertTrue(market.allocation(a).settled, "settled");
        vm.prank(client);
        vault.withdraw(client);
    }

    function test_a_running_unknown_or_settled_allocation_is_not_settled() public {
        AllocationId a = open(client, 10, 5);
        goTo(6);
        bytes memory runs = abi.encodeWithSelector(IMarketErrors.StorageMarket_NotEnded.selector, 7, 6);
        refuses(client, address(market), abi.encodeCall(market.settle, (one(a))), runs);
        bytes memory none = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoAllocation.selector, 2);
        refuses(client, address(market), abi.encodeCall(market.settle, (one(id(2)))), none);
        none = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoAllocation.selector, 0);
        refuses(client, address(market), abi.encodeCall(market.settle, (one(id(0)))), none);
    }

    /// @dev So that whoever settles many is not stopped by somebody who settles one of them first.
    function test_a_settled_allocation_is_passed_over() public {
        AllocationId a = open(client, 10, 5);
        AllocationId b = open(client, 1, 5);
        goTo(7);
        settle(a);
        settle(a);
        vm.assertEq(record().unsettled, 1, "counted once");
        AllocationId[] memory ids = new AllocationId[](4);
        (ids[0], ids[1], ids[2], ids[3]) = (a, b, b, a);
        market.settle(ids);
        vm.assertEq(record().unsettled, 0, "all");
        vm.assertEq(vault.balanceOf(client), 11 * 5 * uint256(PRICE), "each refund once");
    }

    function test_1_to_256_allocations_are_settled_in_a_call() public {
        AllocationId a = open(client, 10, 1);
        goTo(3);
        uint256[2] memory bad = [uint256(0), 257];
        for (uint256 i; i < 2; ++i) {
            bytes memory refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadBatch.selector, bad[i], bad[i]);
            refuses(client, address(market), abi.encodeCall(market.settle, (new AllocationId[](bad[i]))), refusal);
        }
        AllocationId[] memory ids = new AllocationId[](256);
        for (uint256 i; i < 256; ++i) {
            ids[i] = a;
        }
        market.settle(ids);
        vm.assertEq(vault.balanceOf(client), 10 * PRICE, "refund");
    }

    function test_two_allocations_over_each_other_share_no_round_twice() public {
        AllocationId a = open(client, 10, 4);
        goTo(2);
        proveNothing();
        AllocationId b = open(other, 3, 4);
        goTo(4);
        vm.assertEq(record().liveRate, 13 * PRICE, "both live");
        proveNothing();
        goTo(6);
        vm.assertEq(record().liveRate, 3 * PRICE, "one live");
        proveNothing();
        goTo(7);
        settle(a);
        settle(b);
        vm.assertEq(record().earned, (10 + 13 + 3) * uint256(PRICE), "earned");
        vm.assertEq(vault.balanceOf(client), 2 * 10 * uint256(PRICE), "first refund");
        vm.assertEq(vault.balanceOf(other), 2 * 3 * uint256(PRICE), "second refund");
    }

    function testFuzz_charges_are_earnings_over_long_terms(uint256 seed, uint16 length) public {
        uint256 rounds = 1 + length % 600;
        AllocationId a = open(client, 5, rounds);
        uint256 proved;
        for (uint256 i = 2; i < 2 + rounds; i += 1 + uint256(keccak256(abi.encode(seed, i))) % 60) {
            goTo(i);
            proveNothing();
            ++proved;
        }
        goTo(2 + rounds);
        settle(a);
        vm.assertEq(market.collect(owner), proved * 5 * PRICE, "earned");
        vm.assertEq(vault.balanceOf(client), (rounds - proved) * 5 * PRICE, "refund");
        vm.assertEq(record().escrow, 0, "escrow");
    }
}
