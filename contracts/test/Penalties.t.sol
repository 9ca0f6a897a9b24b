// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, DisputeId } from "../src/Round.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { MarketTest } from "./support/MarketTest.sol";
import { vm } from "./support/Vm.sol";

/// @dev Misses, slashing, compensation and ejection. A step is a tenth of the stake left.
contract PenaltiesTest is MarketTest {
    uint256 private constant STAKE = 2 * MIN_STAKE;

    function refusesPenalty(uint256 misses) private {
        refuses(
            other,
            address(market),
            abi.encodeCall(market.penalize, (owner)),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NothingToPenalize.selector, owner, misses)
        );
    }

    function penalize() private {
        vm.prank(other);
        market.penalize(owner);
    }

    function test_two_misses_cost_nothing_and_the_third_a_step() public {
        open(client, 10, 100);
        goTo(4);
        vm.assertEq(record().misses, 2, "misses");
        refusesPenalty(2);
        goTo(5);
        penalize();
        uint256 step = STAKE / 10;
        vm.assertEq(record().stake, STAKE - step, "stake");
        vm.assertEq(vault.balanceOf(other), step / 5, "bounty");
        vm.assertEq(vault.balanceOf(address(0xdEaD)), step / 2, "burned");
        vm.assertEq(record().compensation, step - step / 5 - step / 2, "compensation");
        vm.assertEq(record().stepsTaken, 1, "steps");
    }

    function test_there_is_one_step_for_each_further_round() public {
        open(client, 10, 100);
        goTo(5);
        penalize();
        refusesPenalty(3);
        goTo(6);
        penalize();
        vm.assertEq(record().stake, STAKE * 81 / 100, "two steps");
        // Two rounds that nobody penalized: both steps in one call.
        goTo(8);
        penalize();
        vm.assertEq(record().stepsTaken, 4, "steps");
        vm.assertEq(record().stake, STAKE * 6561 / 10_000, "four steps");
        vm.assertTrue(record().stage == IMarketErrors.Stage.Active, "not ejected");
    }

    function test_a_proof_ends_the_misses() public {
        open(client, 10, 100);
        goTo(5);
        penalize();
        proveNothing();
        vm.assertEq(record().misses, 0, "misses");
        vm.assertEq(record().stepsTaken, 0, "steps");
        goTo(7);
        // Round 6 is the only one missed since.
        refusesPenalty(1);
        goTo(9);
        penalize();
        vm.assertEq(record().stepsTaken, 1, "steps again");
    }

    function test_a_proved_round_is_no_miss_even_if_it_is_the_last_one_walked() public {
        open(client, 10, 100);
        goTo(2);
        proveNothing();
        goTo(5);
        vm.assertEq(record().misses, 2, "rounds 3 and 4");
    }

    function test_rounds_without_a_live_allocation_are_no_misses() public {
        open(client, 10, 2);
        goTo(50);
        vm.assertEq(record().misses, 2, "only rounds 2 and 3");
        refusesPenalty(2);
        open(client, 10, 100);
        goTo(51);
        vm.assertEq(record().misses, 2, "none more");
        goTo(52);
        // Consecutive among the rounds that count.
        vm.assertEq(record().misses, 3, "the third");
        penalize();
    }

    function test_a_provider_without_allocations_can_prove_its_misses_away() public {
        open(client, 10, 4);
        goTo(20);
        proveNothing();
        open(client, 10, 100);
        goTo(22);
        vm.assertEq(record().misses, 1, "misses");
    }

    function test_seven_misses_eject_and_everything_settles_at_once() public {
        AllocationId a = open(client, 10, 1000);
        AllocationId later = AllocationId.wrap(0);
        goTo(2);
        proveNothing();
        goTo(9);
        later = open(client, 1, 500);
        vm.assertEq(record().misses, 6, "misses");
        goTo(10);
        penalize();
        vm.assertTrue(record().stage == IMarketErrors.Stage.Ejected, "stage");
        vm.assertEq(record().stageRound.number(), 10, "since");
        vm.assertEq(record().liveRate, 0, "nothing is live");
        vm.assertEq(record().nextUnits, 0, "and nothing will be");
        settle(a);
        settle(later);
        uint256 slashed = STAKE - record().stake;
        uint256 refunds = 999 * 10 * uint256(PRICE) + 500 * uint256(PRICE);
        vm.assertGe(
            vault.balanceOf(client) + 1, refunds + slashed - slashed / 5 - slashed / 2, "refunds and compensation"
        );
        vm.assertEq(record().escrow, 0, "escrow");
        goTo(2000);
        vm.assertEq(record().behind, 0, "nothing to walk");

        // What is left of the stake is not lost.
        uint256 left = record().stake + record().compensation;
        vm.prank(owner);
        vm.assertEq(market.exit(), left, "released");
        vm.assertEq(vault.balanceOf(owner), left + 10 * PRICE, "and what was earned");
    }

    function test_an_ejected_provider_is_not_walked_any_further() public {
        for (uint32 round = 8; round < 12; round++) open(client, 10, round);
        goTo(9);
        penalize();
        vm.assertTrue(record().stage == IMarketErrors.Stage.Ejected, "stage");
        for (uint64 round = 10; round < 16; round++) {
            goTo(round);
            vm.assertEq(market.catchUp(owner, 64), 0, "nothing left to walk");
            vm.assertEq(record().liveUnits, 0, "nothing lives");
        }
    }

    function test_an_ejected_provider_waits_for_the_unbonding_too() public {
        AllocationId a = open(client, 10, 1000);
        goTo(10);
        penalize();
        settle(a);
        bytes memory bonded =
            abi.encodeWithSelector(IMarketErrors.StorageMarket_StillBonded.selector, 10 + UNBONDING, 10);
        refuses(owner, address(market), abi.encodeCall(market.exit, ()), bonded);
        goTo(10 + UNBONDING);
        vm.prank(owner);
        market.exit();
    }

    function test_compensation_goes_by_rate_to_those_who_were_live() public {
        AllocationId small = open(client, 10, 3); // rounds 2, 3, 4
        AllocationId a = open(client, 10, 100);
        AllocationId b = open(other, 30, 100);
        goTo(5);
        AllocationId late = open(client, 40, 100); // from round 6
        vm.prank(nodeKey);
        market.cancelOffers(1);
        penalize();
        uint256 pot = record().compensation;
        vm.assertEq(market.accountOf(small).compensation, 0, "ended before");
        vm.assertEq(market.accountOf(late).compensation, 0, "not begun");
        vm.assertLe(near(market.accountOf(a).compensation, pot / 4), 1, "a quarter");
        vm.assertLe(near(market.accountOf(b).compensation, (pot * 3) / 4), 1, "three quarters");
        goTo(6);
        penalize();
        uint256 second = record().compensation - pot;
        vm.assertLe(near(market.accountOf(late).compensation, second / 2), 1, "half of the second");
        vm.assertLe(near(market.accountOf(a).compensation, pot / 4 + second / 8), 1, "an eighth more");
        proveNothing();
        goTo(106);
        AllocationId[] memory all = new AllocationId[](4);
        (all[0], all[1], all[2], all[3]) = (small, a, b, late);
        market.settle(all);
        vm.assertLe(record().compensation, 4, "only what rounding left");
        vm.assertEq(market.accountOf(a).compensation, 0, "paid");
    }

    function near(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a - b : b - a;
    }

    function test_nobody_is_penalized_while_nobody_is_harmed() public {
        open(client, 10, 5);
        goTo(7);
        vm.assertEq(record().misses, 5, "misses");
        refusesPenalty(5);
    }

    function test_a_stranger_cannot_be_penalized() public {
        bytes memory refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoProvider.selector, other);
        refuses(other, address(market), abi.encodeCall(market.penalize, (other)), refusal);
    }

    function test_an_exiting_provider_is_penalized_like_any_other() public {
        open(client, 10, 100);
        vm.prank(owner);
        market.exit();
        goTo(9);
        penalize();
        vm.assertTrue(record().stage == IMarketErrors.Stage.Ejected, "stage");
    }

    /// @dev A stake that is gone altogether stands in nobody's way: the dispute is decided, the allocation closed.
    function test_a_provider_without_any_stake_left_is_penalized_and_fined_for_nothing() public {
        IMarketRecords.Parameters memory p = settings();
        (p.slashBasisPoints, p.disputeSlashBasisPoints) = (10_000, 10_000);
        market = deployMarket(p);
        vault = market.vault();
        genesis = vm.getBlockNumber();
        fund(owner);
        fund(client);
        registerProvider(owner, nodeKey, MIN_STAKE);
        AllocationId a = open(client, 10, 100);
        open(client, 10, 100);
        goTo(4);
        penalize();
        vm.assertEq(record().stake, 0, "all of it");
        vm.assertEq(vault.balanceOf(other), MIN_STAKE / 5, "bounty");
        goTo(5);
        penalize();
        vm.assertEq(vault.balanceOf(other), MIN_STAKE / 5, "no more");
        IMarketRecords.AllocationState memory state =
            IMarketRecords.AllocationState(AllocationId.unwrap(a), 1, bytes32("root"), 1, 1);
        bytes memory signature_ = signedState(state, NODE_KEY);
        vm.prank(client);
        DisputeId d = market.challengeStateLeaf(state, signature_, 0);
        proveNothing();
        goTo(6 + ANSWER);
        uint256 before = vault.balanceOf(client);
        market.decide(d);
        uint256 refund = (101 - 7 - ANSWER) * 10 * uint256(PRICE);
        vm.assertEq(vault.balanceOf(client) - before, BOND + refund, "the bond, and the rounds that were lost");
        vm.assertEq(market.allocation(a).endRound.number(), 7 + ANSWER, "closed");
    }
}
