// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId } from "../src/Round.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { IRandomBeacon } from "../src/interfaces/IRandomBeacon.sol";
import { GovernedMarket } from "./support/GovernedMarket.sol";
import { vm } from "./support/Vm.sol";

/// @dev Rounds without a seed in time, and another beacon.
contract VoidRoundsTest is GovernedMarket {
    /// @dev A seed only after so many blocks of ten: the middle is the fifth.
    function lateBeacon(uint256 blocks) private returns (IRandomBeacon) {
        return IRandomBeacon(vm.deployCode("BlockhashBeacon.sol", abi.encode(blocks)));
    }

    function governBy(IRandomBeacon beacon_) private {
        beacon = beacon_;
        govern();
    }

    function switchTo(IRandomBeacon beacon_) private {
        beacon = beacon_;
        setAfterDelay(settings());
    }

    function test_a_round_without_a_seed_is_neither_paid_nor_missed() public {
        governBy(lateBeacon(ROUND_BLOCKS - 1));
        AllocationId a = open(client, 10, 10);
        for (uint256 i = 2; i < 12; ++i) {
            goTo(i);
            vm.assertFalse(market.clock().seedKnown, "no seed");
            bytes memory none =
                abi.encodeWithSelector(IRandomBeacon.RandomBeacon_NotAvailable.selector, genesis + i * ROUND_BLOCKS);
            // The proof of nothing, too, has to wait for it.
            refuses(nodeKey, address(market), abi.encodeCall(market.prove, (r(i), 0, 0, "")), none);
            bytes memory refusal =
                abi.encodeWithSelector(IMarketErrors.StorageMarket_NothingToPenalize.selector, owner, 0);
            refuses(other, address(market), abi.encodeCall(market.penalize, (owner)), refusal);
        }
        goTo(12);
        vm.assertTrue(market.isVoid(r(5)), "void");
        vm.assertEq(record().misses, 0, "misses");
        settle(a);
        vm.assertEq(vault.balanceOf(client), 100 * uint256(PRICE), "all of it");
        vm.assertEq(record().stake, 2 * MIN_STAKE, "stake");
    }

    function test_in_a_void_round_a_late_proof_is_paid_and_a_missing_one_is_no_miss() public {
        governBy(lateBeacon(ROUND_BLOCKS / 2));
        open(client, 10, 10);
        vm.roll(genesis + 2 * ROUND_BLOCKS + ROUND_BLOCKS / 2 + 1);
        vm.setBlockhash(genesis + 2 * ROUND_BLOCKS, keccak256("late"));
        proveNothing();
        vm.assertEq(record().earned, 10 * uint256(PRICE), "paid");
        goTo(9);
        vm.assertEq(record().misses, 0, "misses");
    }

    function test_a_seed_by_the_middle_makes_the_round_count() public {
        governBy(lateBeacon(ROUND_BLOCKS / 2 - 1));
        open(client, 10, 10);
        goTo(6);
        vm.assertFalse(market.isVoid(r(3)), "not void");
        vm.assertEq(record().misses, 4, "misses");
        vm.prank(other);
        market.penalize(owner);
    }

    /// @dev The next beacon may know the seeds of all blocks there ever were. Nobody could prove by them.
    function test_rounds_that_a_failed_beacon_made_void_stay_void_under_the_next_one() public {
        governBy(lateBeacon(ROUND_BLOCKS - 1));
        open(client, 10, 100);
        goTo(20);
        switchTo(lateBeacon(0));
        vm.assertEq(record().misses, 0, "misses");
        vm.assertTrue(market.isVoid(r(19)), "before");
        goTo(21);
        vm.assertTrue(market.isVoid(r(20)), "the round of the switch");
        vm.assertEq(record().misses, 0, "misses");
        goTo(22);
        vm.assertFalse(market.isVoid(r(21)), "after");
        vm.assertEq(record().misses, 1, "misses");
        bytes memory refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_NothingToPenalize.selector, owner, 1);
        refuses(other, address(market), abi.encodeCall(market.penalize, (owner)), refusal);
    }

    function test_misses_that_were_counted_before_a_switch_stay_misses() public {
        open(client, 10, 100);
        goTo(5);
        market.catchUp(owner, 64);
        goTo(7);
        vm.assertEq(record().misses, 5, "misses");
        switchTo(lateBeacon(ROUND_BLOCKS - 1));
        vm.assertEq(record().misses, 3, "rounds 2, 3 and 4");
        goTo(20);
        vm.assertEq(record().misses, 3, "the next beacon has no seeds");
        switchTo(lateBeacon(0));
        goTo(22);
        vm.assertEq(record().misses, 4, "round 21");
    }

    function test_other_parameters_change_no_round() public {
        open(client, 10, 100);
        goTo(5);
        IMarketRecords.Parameters memory p = settings();
        p.noticeRounds = 1;
        setAfterDelay(p);
        vm.assertEq(record().misses, 3, "misses");
        vm.assertFalse(market.isVoid(r(4)), "not void");
    }

    /// @dev Set by mistake: nothing can be proved until it is replaced, but what is due is paid.
    function test_a_beacon_that_only_reverts_keeps_nobody_from_its_money() public {
        AllocationId a = open(client, 10, 5);
        goTo(2);
        proveNothing();
        switchTo(IRandomBeacon(address(token)));
        goTo(7);
        settle(a);
        market.collect(owner);
        vm.assertEq(vault.balanceOf(client), 40 * uint256(PRICE), "refund");
        vm.assertEq(vault.balanceOf(owner), 10 * uint256(PRICE), "earned");
        vm.prank(client);
        vault.withdraw(client);
        vm.prank(owner);
        market.exit();
        goTo(7 + UNBONDING);
        vm.prank(owner);
        vm.assertEq(market.exit(), 2 * MIN_STAKE, "stake");
        vm.prank(owner);
        vault.withdraw(owner);
        vm.assertEq(token.balanceOf(address(vault)), 0, "left in the vault");
        vm.assertFalse(market.clock().seedKnown, "and the clock goes on");
    }
}
