// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId } from "../src/Round.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { TermsTest } from "./support/TermsTest.sol";
import { vm } from "./support/Vm.sol";

/// @dev Making an allocation larger. The one of most tests runs in rounds 2 … 11 with 10 units.
contract GrowingTest is TermsTest {
    function test_a_growth_is_prepaid_and_counts_from_the_next_round() public {
        AllocationId a = open(client, 10, 10);
        goTo(4);
        uint256 before = token.balanceOf(client);
        grow(client, a, 5);
        vm.assertEq(before - token.balanceOf(client), 7 * 5 * uint256(PRICE), "paid");
        vm.assertEq(market.allocation(a).units, 15, "units");
        vm.assertEq(market.allocation(a).deposit, (30 + 105) * uint256(PRICE), "deposit");
        vm.assertEq(market.usedUnits(owner, nextNonce - 1), 5, "counts against the offer");
        vm.assertEq(record().liveUnits, 10, "not yet");
        vm.assertEq(record().nextUnits, 15, "from the next round");
        proveNothing();
        goTo(5);
        vm.assertEq(record().liveRate, 15 * uint256(PRICE), "rate");
        proveNothing();
        goTo(12);
        settle(a);
        vm.assertEq(record().earned, 25 * uint256(PRICE), "earned");
        vm.assertEq(vault.balanceOf(client), 110 * uint256(PRICE), "refund");
    }

    function test_two_growths_in_one_round_and_one_before_the_start_count_right() public {
        AllocationId a = open(client, 1, 3);
        grow(client, a, 2);
        grow(client, a, 4);
        goTo(2);
        vm.assertEq(record().liveUnits, 7, "from the first round on");
        grow(client, a, 8);
        grow(client, a, 16);
        proveNothing();
        goTo(3);
        vm.assertEq(record().liveUnits, 31, "both");
        proveNothing();
        goTo(5);
        settle(a);
        vm.assertEq(record().earned, 38 * uint256(PRICE), "earned");
        vm.assertEq(vault.balanceOf(client), 31 * uint256(PRICE), "one round of the full size");
    }

    function test_an_allocation_grows_sixteen_times() public {
        AllocationId a = open(client, 1, 40);
        for (uint256 i; i < 16; ++i) {
            goTo(2 + i);
            proveNothing();
            grow(client, a, 1 + i);
        }
        bytes memory many = abi.encodeWithSelector(IMarketErrors.StorageMarket_TooManyGrowths.selector, 16);
        refusesGrowth(a, anOffer(), 1, many);
        goTo(42);
        settle(a);
        uint256 expected;
        for (uint256 i; i < 16; ++i) {
            expected += (1 + i * (i + 1) / 2) * PRICE;
        }
        vm.assertEq(record().earned, expected, "earned");
        vm.assertEq(record().escrow, 0, "escrow");
    }

    function test_units_stay_below_two_to_the_32() public {
        AllocationId a = open(client, 1_000_000, 2);
        IMarketRecords.Offer memory offer = anOffer();
        offer.maxUnits = type(uint64).max;
        vm.prank(client);
        (bool ok,) = address(market).call(growCall(a, offer, type(uint32).max - 999_999));
        vm.assertFalse(ok, "2^32 units");
        growFrom(client, a, offer, type(uint32).max - 1_000_000);
        vm.assertEq(market.allocation(a).units, type(uint32).max, "units");
    }

    function test_a_growth_needs_the_stake_for_its_units() public {
        IMarketRecords.Parameters memory parameters = settings();
        parameters.unitStake = 10 ether;
        market = deployMarket(parameters);
        (vault, genesis) = (market.vault(), vm.getBlockNumber());
        fund(owner);
        fund(client);
        registerProvider(owner, nodeKey, MIN_STAKE + 9 ether);
        goTo(1);
        bytes memory small =
            abi.encodeWithSelector(IMarketErrors.StorageMarket_StakeTooSmall.selector, 1009 ether, 1010 ether);
        refuses(client, address(market), openCall(101, 9), small);
        AllocationId a = open(client, 100, 10);
        refusesGrowth(a, anOffer(), 1, small);
        vm.prank(owner);
        market.addStake(1 ether);
        grow(client, a, 1);
        // An extension takes no more units at once.
        extend(client, a, 30);
        // What ends makes room for what begins when it has ended.
        goTo(28);
        small = abi.encodeWithSelector(IMarketErrors.StorageMarket_StakeTooSmall.selector, 1010 ether, 1020 ether);
        refuses(client, address(market), openCall(1, 40), small);
        goTo(29);
        open(client, 101, 5);
        refuses(client, address(market), openCall(1, 40), small);
    }

    function openCall(uint256 units, uint256 end) private returns (bytes memory) {
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
        return abi.encodeCall(market.openAllocations, (offers, signatures, uint32(units), r(end)));
    }
}
