// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, DisputeId } from "../src/Round.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { VerdictTest } from "./support/VerdictTest.sol";
import { vm } from "./support/Vm.sol";

/// @dev What a dispute that nobody answered costs, and whom it pays.
contract VerdictsTest is VerdictTest {
    // ------------------------------------------------------------------ the money

    function test_an_omitted_state_costs_a_part_of_the_stake_and_closes_the_allocation() public {
        DisputeId dispute = askInclusion(state);
        passDeadline();
        // By anyone: what is due goes to challenger and client.
        market.decide(dispute);
        vm.assertEq(stake(), STAKE - SLASHED, "stake");
        vm.assertEq(vault.balanceOf(other), BOND + BOUNTY, "bond and bounty");
        vm.assertEq(vault.balanceOf(NOBODY), BURNED, "burned");
        // Rounds 2 to 5 stay, of 40.
        uint256 refund = 36 * 10 * uint256(PRICE);
        vm.assertEq(vault.balanceOf(client), SHARED + refund, "compensation and refund");
        vm.assertEq(market.allocation(a).endRound.number(), 6, "end");
        vm.assertEq(record().openDisputes, 0, "open");
        vm.assertEq(lockOf(4, owner), 0, "bonds");
        bytes memory over = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoDispute.selector, dispute);
        refuses(other, address(market), abi.encodeCall(market.decide, (dispute)), over);

        goTo(6);
        vm.assertEq(record().liveUnits, 0, "nothing is live");
        settle(a);
        vm.assertEq(vault.balanceOf(client), SHARED + 40 * 10 * uint256(PRICE), "nothing was proved");
        goTo(200);
        vm.prank(owner);
        market.exit();
        goTo(200 + UNBONDING);
        vm.prank(owner);
        market.exit();
        emptiesTheVault();
    }

    function test_a_leaf_of_a_state_that_is_gone_costs_the_same() public {
        DisputeId dispute = askStateLeaf(state, 2);
        passDeadline();
        market.decide(dispute);
        vm.assertEq(stake(), STAKE - SLASHED, "stake");
        vm.assertEq(vault.balanceOf(other), BOND + BOUNTY, "bond and bounty");
        vm.assertEq(vault.balanceOf(client), SHARED + 36 * 10 * uint256(PRICE), "compensation and refund");
        vm.assertEq(market.allocation(a).endRound.number(), 6, "end");
    }

    function test_an_allocation_with_one_round_to_come_loses_that_one() public {
        goTo(36);
        DisputeId dispute = askStateLeaf(state, 2);
        passDeadline();
        vm.assertEq(round(), 40, "the last round but one");
        market.decide(dispute);
        vm.assertEq(market.allocation(a).endRound.number(), 41, "end");
        vm.assertEq(vault.balanceOf(client), SHARED + 10 * uint256(PRICE), "compensation and refund");
    }

    function test_a_leaf_of_the_root_that_is_gone_compensates_all_by_rate_and_closes_nothing() public {
        AllocationId b = open(other, 30, 40);
        AllocationId late = open(client, 5, 1); // over before the verdict
        DisputeId dispute = askLeaf(0);
        goTo(5);
        AllocationId next = open(client, 5, 10); // begins after it
        market.decide(dispute);
        vm.assertEq(stake(), STAKE - SLASHED, "stake");
        vm.assertEq(vault.balanceOf(other), BOND + BOUNTY, "bond and bounty");
        vm.assertEq(record().compensation, SHARED, "under the compensation");
        vm.assertEq(vault.balanceOf(client), 0, "not paid before the end");
        vm.assertLe(SHARED / 4 - market.accountOf(a).compensation, 1, "a quarter");
        vm.assertLe(SHARED * 3 / 4 - market.accountOf(b).compensation, 1, "three quarters");
        vm.assertEq(market.accountOf(late).compensation, 0, "not live any more");
        vm.assertEq(market.accountOf(next).compensation, 0, "not live yet");
        vm.assertEq(market.allocation(a).endRound.number(), 42, "still runs");
        vm.assertEq(market.allocation(b).endRound.number(), 42, "still runs");
    }

    function test_without_a_live_client_their_part_stays_with_the_provider() public {
        goTo(41);
        DisputeId dispute = askLeaf(0);
        passDeadline();
        vm.assertEq(record().liveUnits, 0, "nothing is live");
        market.decide(dispute);
        vm.assertEq(stake(), STAKE - BOUNTY - BURNED, "stake");
        vm.assertEq(record().compensation, 0, "compensation");
        vm.assertEq(vault.balanceOf(other), BOND + BOUNTY, "bond and bounty");
    }

    function test_a_dispute_and_a_penalty_in_one_round_share_out_both() public {
        DisputeId dispute = askLeaf(0);
        goTo(5);
        market.penalize(owner);
        uint256 first = record().compensation;
        market.decide(dispute);
        uint256 sum = record().compensation;
        vm.assertGe(sum, first + 1, "the second");
        vm.assertLe(sum - market.accountOf(a).compensation, 2, "all of it is the one client's");
        vm.assertLe(1, market.accountOf(a).compensation, "something");
    }

    function test_all_disputes_of_one_time_cost_one_part() public {
        DisputeId[3] memory open_ = [askInclusion(state), askStateLeaf(state, 0), askLeaf(0)];
        goTo(1 + ANSWER);
        // Its deadline is the last one that the first verdict covers.
        DisputeId covered = askLeaf(1);
        goTo(2 + ANSWER);
        DisputeId next = askLeaf(2);
        for (uint256 i; i < 3; ++i) {
            market.decide(open_[i]);
        }
        vm.assertEq(record().finedUntil.number(), 1 + 2 * ANSWER, "covered until");
        vm.assertEq(stake(), STAKE - SLASHED, "one part");
        vm.assertEq(vault.balanceOf(other), 3 * BOND + BOUNTY, "bonds and one bounty");
        vm.assertEq(vault.balanceOf(client), SHARED + 36 * 10 * uint256(PRICE), "one compensation, one refund");
        goTo(2 + 2 * ANSWER);
        market.decide(covered);
        vm.assertEq(stake(), STAKE - SLASHED, "covered");
        goTo(3 + 2 * ANSWER);
        market.decide(next);
        // Another part of what was left, with nobody live to be compensated.
        vm.assertEq(stake(), STAKE - SLASHED - (BOUNTY + BURNED) * 4 / 5, "another part");
        vm.assertEq(vault.balanceOf(other), 5 * BOND + 2 * BOUNTY - BOUNTY / 5, "of what was left");
    }

    function test_a_verdict_that_costs_nothing_still_closes_the_allocation() public {
        DisputeId leaf = askLeaf(0);
        DisputeId inclusion = askInclusion(state);
        passDeadline();
        market.decide(leaf);
        market.decide(inclusion);
        vm.assertEq(stake(), STAKE - SLASHED, "one part");
        vm.assertEq(vault.balanceOf(client), 36 * 10 * uint256(PRICE), "refund");
        vm.assertEq(market.allocation(a).endRound.number(), 6, "closed");
        vm.assertEq(vault.balanceOf(other), 2 * BOND + BOUNTY, "both bonds");
        // The compensation of the first is the client's in the last round of its allocation.
        goTo(6);
        settle(a);
        vm.assertLe(SHARED + 40 * 10 * uint256(PRICE) - vault.balanceOf(client), 1, "settled");
    }

    // ------------------------------------------------------------------ small stakes

    function poorMarket(uint256 stake_) private {
        IMarketRecords.Parameters memory parameters = settings();
        parameters.minStake = 1;
        parameters.slashBasisPoints = 10_000;
        market = deployMarket(parameters);
        (vault, genesis) = (market.vault(), vm.getBlockNumber());
        address[3] memory all = [owner, client, other];
        for (uint256 i; i < 3; ++i) {
            vm.prank(all[i]);
            token.approve(address(vault), type(uint256).max);
        }
        registerProvider(owner, nodeKey, stake_);
        goTo(1);
        a = open(client, 10, 40);
        state = stateOf(stored(a, 1), 2);
        prove(nothing(), committed);
    }

    function test_the_last_unit_of_a_stake_goes_to_the_client() public {
        poorMarket(1);
        DisputeId dispute = askInclusion(state);
        passDeadline();
        market.decide(dispute);
        vm.assertEq(stake(), 0, "stake");
        vm.assertEq(vault.balanceOf(client), 1 + 36 * 10 * uint256(PRICE), "client");
        vm.assertEq(vault.balanceOf(other), BOND, "challenger");
    }

    function test_a_provider_without_any_stake_can_lose_disputes() public {
        poorMarket(1);
        AllocationId b = open(other, 30, 40);
        goTo(5);
        market.penalize(owner);
        vm.assertEq(stake(), 0, "stake");
        DisputeId[3] memory open_ = [askInclusion(state), askStateLeaf(state, 0), askLeaf(0)];
        passDeadline();
        for (uint256 i = 3; i > 0; --i) {
            market.decide(open_[i - 1]);
        }
        vm.assertEq(vault.balanceOf(other), 3 * BOND, "bonds");
        vm.assertEq(market.allocation(a).endRound.number(), 10, "closed");
        vm.assertEq(market.allocation(b).endRound.number(), 42, "not closed");
    }

    function testFuzz_every_unit_of_a_slashed_stake_goes_somewhere(uint96 stake_, uint8 kind) public {
        uint256 amount = 1 + stake_ % 9e26;
        poorMarket(amount);
        DisputeId dispute = kind % 3 == 0 ? askInclusion(state) : kind % 3 == 1 ? askStateLeaf(state, 0) : askLeaf(0);
        passDeadline();
        market.decide(dispute);
        uint256 slashed = (amount + 4) / 5;
        vm.assertEq(stake(), amount - slashed, "stake");
        goTo(42);
        settle(a);
        goTo(62);
        for (uint256 i; i < 2; ++i) {
            vm.prank(owner);
            market.exit();
            goTo(62 + UNBONDING);
        }
        vm.assertGe(vault.balanceOf(owner), amount - slashed, "what was left of the stake");
        emptiesTheVault();
    }
}
