// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId } from "../src/Round.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { IStorageMarket } from "../src/interfaces/IStorageMarket.sol";
import { TermsTest } from "./support/TermsTest.sol";
import { Trees } from "./support/Trees.sol";
import { vm } from "./support/Vm.sol";
import { Wallet } from "./support/Wallet.sol";

/// @dev Ending early: by the provider's consent at once, or by notice.
contract ClosingTest is TermsTest {
    function closeCall(AllocationId a, uint64 validUntil, bytes memory consent) private view returns (bytes memory) {
        return abi.encodeCall(market.close, (a, validUntil, consent));
    }

    function test_closing_ends_with_the_current_round_and_refunds_the_rest() public {
        AllocationId a = open(client, 10, 10);
        AllocationId b = open(other, 3, 10);
        goTo(4);
        proveNothing();
        close(client, a);
        vm.assertEq(vault.balanceOf(client), 7 * 10 * uint256(PRICE), "refund of rounds 5 to 11");
        vm.assertEq(market.allocation(a).endRound.number(), 5, "end");
        vm.assertEq(market.allocation(a).deposit, 3 * 10 * uint256(PRICE), "deposit");
        vm.assertEq(record().liveUnits, 13, "live in the current round");
        vm.assertEq(record().nextUnits, 3, "not in the next");
        goTo(5);
        vm.assertEq(record().liveRate, 3 * uint256(PRICE), "rate");
        settle(a);
        vm.assertEq(vault.balanceOf(client), 9 * 10 * uint256(PRICE), "one round was proved");
        goTo(12);
        vm.assertEq(record().liveUnits, 0, "level");
        settle(b);
        vm.assertEq(record().escrow, 0, "escrow");
    }

    function test_an_allocation_closed_before_its_start_costs_nothing() public {
        AllocationId a = open(client, 10, 10);
        close(client, a);
        vm.assertEq(vault.balanceOf(client), 100 * uint256(PRICE), "all of it");
        vm.assertEq(record().nextUnits, 0, "never live");
        vm.assertEq(record().unsettled, 1, "unsettled");
        refuses(
            client,
            address(market),
            abi.encodeCall(market.settle, (one(a))),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NotEnded.selector, 2, 1)
        );
        proveNothing();
        goTo(2);
        vm.assertEq(record().liveUnits, 0, "never live");
        settle(a);
        vm.assertEq(vault.balanceOf(client), 100 * uint256(PRICE), "nothing more");
        vm.assertEq(record().unsettled, 0, "settled");
    }

    function test_closing_twice_is_refused() public {
        AllocationId a = open(client, 10, 10);
        goTo(3);
        close(client, a);
        bytes memory consent = signedClose(a, type(uint64).max, NODE_KEY);
        for (uint256 i = 3; i < 5; ++i) {
            goTo(i);
            bytes memory ended = abi.encodeWithSelector(IMarketErrors.StorageMarket_Ended.selector, 4, i);
            refuses(client, address(market), closeCall(a, type(uint64).max, consent), ended);
            refuses(client, address(market), abi.encodeCall(market.giveNotice, (a)), ended);
        }
    }

    function test_consent_is_the_node_keys_and_expires() public {
        AllocationId a = open(client, 10, 10);
        bytes memory bad = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        uint64 now_ = uint64(block.timestamp);
        uint256[3] memory keys = [CLIENT_KEY, uint256(0x0123), uint256(0xBAD)];
        for (uint256 i; i < 3; ++i) {
            bytes memory wrong = signedClose(a, now_, keys[i]);
            refuses(client, address(market), closeCall(a, now_, wrong), bad);
        }
        bytes memory consent = signedClose(a, now_ - 1, NODE_KEY);
        bytes memory expired = abi.encodeWithSelector(IMarketErrors.StorageMarket_ConsentExpired.selector, now_ - 1);
        refuses(client, address(market), closeCall(a, now_ - 1, consent), expired);
        refuses(client, address(market), closeCall(a, now_, consent), bad);
        consent = signedClose(a, now_, NODE_KEY);
        vm.prank(client);
        market.close(a, now_, consent);
    }

    function test_consent_is_for_one_allocation_of_one_market_on_one_chain() public {
        AllocationId a = open(client, 10, 10);
        AllocationId b = open(client, 10, 10);
        bytes memory bad = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        uint64 ever = type(uint64).max;
        bytes memory consent = signedClose(a, ever, NODE_KEY);
        refuses(client, address(market), closeCall(b, ever, consent), bad);
        uint256 chain = vm.getChainId();
        vm.chainId(chain + 1);
        refuses(client, address(market), closeCall(a, ever, consent), bad);
        vm.chainId(chain);

        IStorageMarket first = market;
        market = deployMarket(settings());
        (vault, genesis) = (market.vault(), vm.getBlockNumber());
        fund(owner);
        fund(client);
        registerProvider(owner, nodeKey, MIN_STAKE);
        goTo(1);
        AllocationId same = open(client, 10, 10);
        vm.assertEq(AllocationId.unwrap(same), AllocationId.unwrap(a), "of the same number");
        refuses(client, address(market), closeCall(same, ever, consent), bad);
        vm.prank(client);
        first.close(a, ever, consent);
    }

    function test_consent_of_a_key_that_was_replaced_is_void() public {
        AllocationId a = open(client, 10, 10);
        bytes memory consent = signedClose(a, type(uint64).max, NODE_KEY);
        vm.prank(owner);
        market.updateNode(vm.addr(NODE_KEY + 1), hex"01");
        bytes memory bad = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        refuses(client, address(market), closeCall(a, type(uint64).max, consent), bad);
        consent = signedClose(a, type(uint64).max, NODE_KEY + 1);
        vm.prank(client);
        market.close(a, type(uint64).max, consent);
    }

    function test_a_contract_as_node_key_consents_by_erc1271() public {
        Wallet key = new Wallet(nodeKey);
        vm.prank(owner);
        market.updateNode(address(key), hex"01");
        AllocationId a = open(client, 10, 10);
        AllocationId b = open(client, 10, 10);
        grow(client, a, 1);
        extend(client, a, 20);
        close(client, a);
        key.setKey(other);
        bytes memory bad = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        bytes memory consent = signedClose(b, type(uint64).max, NODE_KEY);
        refuses(client, address(market), closeCall(b, type(uint64).max, consent), bad);
    }

    function test_a_client_that_is_a_contract_can_do_all_of_it() public {
        Wallet wallet = new Wallet(client);
        fund(address(wallet));
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
        bytes memory ids = wallet.call(
            address(market), abi.encodeCall(market.openAllocations, (offers, signatures, uint32(10), r(12)))
        );
        AllocationId a = abi.decode(ids, (AllocationId[]))[0];
        IMarketRecords.Offer memory offer = anOffer();
        wallet.call(address(market), abi.encodeCall(market.grow, (a, offer, signed(offer, NODE_KEY), uint32(1))));
        offer = anOffer();
        wallet.call(address(market), abi.encodeCall(market.extend, (a, offer, signed(offer, NODE_KEY), r(20))));
        wallet.call(address(market), abi.encodeCall(market.giveNotice, (a)));
        vm.assertEq(market.allocation(a).endRound.number(), 7, "notice");
        wallet.call(
            address(market),
            abi.encodeCall(market.close, (a, type(uint64).max, signedClose(a, type(uint64).max, NODE_KEY)))
        );
        vm.assertEq(vault.balanceOf(address(wallet)), (100 + 10 + 88) * uint256(PRICE), "refund");
    }

    function test_notice_ends_after_the_rounds_of_notice() public {
        AllocationId a = open(client, 10, 20);
        goTo(4);
        vm.prank(client);
        market.giveNotice(a);
        // Five rounds after the current one.
        vm.assertEq(market.allocation(a).endRound.number(), 10, "end");
        vm.assertEq(vault.balanceOf(client), 12 * 10 * uint256(PRICE), "refund");
        goTo(5);
        bytes memory anyway = abi.encodeWithSelector(IMarketErrors.StorageMarket_EndsAnyway.selector, 10, 11);
        refuses(client, address(market), abi.encodeCall(market.giveNotice, (a)), anyway);
        goTo(9);
        vm.assertEq(record().liveUnits, 10, "the last round");
        proveNothing();
        goTo(10);
        vm.assertEq(record().liveUnits, 0, "over");
        settle(a);
        vm.assertEq(record().earned, 10 * uint256(PRICE), "earned");
        vm.assertEq(record().escrow, 0, "escrow");
    }

    function test_who_would_end_anyway_gives_no_notice() public {
        AllocationId a = open(client, 10, 6); // ends with round 7
        goTo(2);
        bytes memory anyway = abi.encodeWithSelector(IMarketErrors.StorageMarket_EndsAnyway.selector, 8, 8);
        refuses(client, address(market), abi.encodeCall(market.giveNotice, (a)), anyway);
    }

    function test_an_allocation_can_be_extended_after_notice() public {
        AllocationId a = open(client, 10, 20);
        vm.prank(client);
        market.giveNotice(a);
        extend(client, a, 9);
        vm.prank(client);
        market.giveNotice(a);
        vm.assertEq(market.allocation(a).endRound.number(), 7, "end");
        vm.assertEq(record().escrow, 5 * 10 * uint256(PRICE), "escrow");
    }

    function test_a_growth_that_is_closed_before_it_starts_comes_back_whole() public {
        AllocationId a = open(client, 10, 10);
        goTo(4);
        proveNothing();
        uint256 before = token.balanceOf(client);
        grow(client, a, 90);
        vm.assertEq(before - token.balanceOf(client), 7 * 90 * uint256(PRICE), "paid");
        close(client, a);
        vm.assertEq(vault.balanceOf(client), 7 * 100 * uint256(PRICE), "back");
        goTo(5);
        vm.assertEq(record().liveUnits, 0, "never live");
        settle(a);
        vm.assertEq(record().earned, 10 * uint256(PRICE), "earned");
        vm.assertEq(vault.balanceOf(client), 702 * uint256(PRICE) + 18 * uint256(PRICE), "two rounds unproved");
        vm.assertEq(record().escrow, 0, "escrow");
    }

    function test_without_rounds_of_notice_it_ends_with_the_current_round() public {
        IMarketRecords.Parameters memory parameters = settings();
        parameters.noticeRounds = 0;
        market = deployMarket(parameters);
        (vault, genesis) = (market.vault(), vm.getBlockNumber());
        fund(owner);
        fund(client);
        registerProvider(owner, nodeKey, MIN_STAKE);
        goTo(1);
        AllocationId[2] memory both = [open(client, 10, 10), open(client, 10, 10)];
        vm.prank(client);
        market.giveNotice(both[0]);
        goTo(4);
        vm.prank(client);
        market.giveNotice(both[1]);
        vm.assertEq(vault.balanceOf(client), (10 + 7) * 10 * uint256(PRICE), "refunds");
        goTo(5);
        settle(both[0]);
        settle(both[1]);
        vm.assertEq(vault.balanceOf(client), 200 * uint256(PRICE), "nothing was proved");
    }

    /// @dev And a root that was committed before the closing is proved like any other.
    function test_after_a_closing_the_next_root_has_room_for_what_is_left() public {
        AllocationId a = open(client, 1, 10);
        open(other, 1, 10);
        Trees.Allocation[] memory data = new Trees.Allocation[](1);
        data[0] = Trees.Allocation(1, 1, new bytes[](1));
        data[0].fragments[0] = Trees.noise(1, 1000);
        goTo(2);
        prove(nothing(), data);
        goTo(3);
        close(client, a);
        bytes memory proof = proofOf(data);
        bytes memory call_ = abi.encodeCall(market.prove, (r(3), bytes32("root"), 4097, proof));
        refuses(
            nodeKey,
            address(market),
            call_,
            abi.encodeWithSelector(IMarketErrors.StorageMarket_BadCommitment.selector, bytes32("root"), 4097, 4096)
        );
        prove(data, data);
        vm.assertEq(record().earned, 4 * uint256(PRICE), "two rounds of two units");
    }

    /// @dev Also where the allocation was bought for much longer.
    function test_a_provider_that_leaves_waits_from_the_last_settlement_on() public {
        AllocationId a = open(client, 10, 4000);
        AllocationId b = open(other, 10, 3);
        vm.prank(owner);
        market.exit();
        close(client, a);
        goTo(2);
        settle(a);
        goTo(8);
        settle(b);
        goTo(7 + UNBONDING);
        bytes memory bonded =
            abi.encodeWithSelector(IMarketErrors.StorageMarket_StillBonded.selector, 8 + UNBONDING, 7 + UNBONDING);
        refuses(owner, address(market), abi.encodeCall(market.exit, ()), bonded);
        goTo(8 + UNBONDING);
        vm.prank(owner);
        vm.assertEq(market.exit(), 2 * MIN_STAKE, "released");
    }

    function test_compensation_goes_by_the_units_of_its_round() public {
        AllocationId a = open(client, 10, 40);
        AllocationId b = open(other, 10, 40);
        goTo(5);
        grow(client, a, 20);
        vm.prank(other);
        market.penalize(owner); // 10 : 10
        uint256 first = record().compensation;
        vm.assertLe(first / 2 - market.accountOf(a).compensation, 1, "a half");
        goTo(6);
        vm.prank(other);
        market.penalize(owner); // 30 : 10
        uint256 second = record().compensation - first;
        uint256 ofA = first / 2 + second * 3 / 4;
        vm.assertLe(ofA - market.accountOf(a).compensation, 2, "three quarters of the second");
        vm.assertLe(first / 2 + second / 4 - market.accountOf(b).compensation, 2, "the rest");
        // An extension and an end take nothing of what was compensated.
        extend(client, a, 60);
        vm.assertLe(ofA - market.accountOf(a).compensation, 2, "extended");
        proveNothing();
        close(client, a);
        vm.assertLe(ofA - market.accountOf(a).compensation, 2, "closed");
    }
}
