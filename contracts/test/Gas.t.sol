// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { AllocationId } from "../src/Round.sol";
import { GasPrint } from "./support/GasPrint.sol";
import { vm } from "./support/Vm.sol";

/// @dev What providers and clients pay for, but proofs and disputes.
contract GasTest is GasPrint {
    // ------------------------------------------------------------------ providers

    function test_gas_of_a_provider() public {
        vm.prank(other);
        market.register(other, hex"0024080112", MIN_STAKE);
        print("register", 212_000);
        vm.prank(other);
        market.addStake(MIN_STAKE);
        print("addStake", 68_000);
        vm.prank(other);
        market.updateNode(vm.addr(0x99), hex"0024080112");
        print("updateNode", 89_000);
        vm.prank(other);
        market.setPayout(vm.addr(0x98));
        print("setPayout", 35_500);
        vm.prank(other);
        market.cancelOffers(5);
        print("cancelOffers", 54_500);
        vm.prank(other);
        market.exit();
        print("exit, announced", 35_500);
        goTo(1 + UNBONDING);
        vm.prank(other);
        market.exit();
        print("exit, ended", 78_000);
        vm.prank(other);
        vault.withdraw(other);
        print("withdraw", 41_000);
    }

    // ------------------------------------------------------------------ buying

    function test_gas_of_opening() public {
        IMarketRecords.Offer memory offer = anOffer();
        openFrom(client, offer, 1024, 100);
        print("open, first of all", 308_000);
        openFrom(client, offer, 1024, 100);
        print("open, again, same offer and end", 182_000);
        goTo(2);
        openFrom(client, anOffer(), 1024, 100);
        print("open, again", 206_000);
    }

    function twenty() private returns (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) {
        offers = new IMarketRecords.Offer[](BATCH);
        signatures = new bytes[](BATCH);
        for (uint256 i; i < BATCH; ++i) {
            address account = vm.addr(0x5000 + i);
            fund(account);
            registerProvider(account, vm.addr(0x6000 + i), MIN_STAKE);
            offers[i] = anOffer();
            offers[i].provider = account;
            signatures[i] = signed(offers[i], 0x6000 + i);
        }
    }

    /// @dev To the next round, which all twenty prove: what is live was counted then, and an opening need not do it.
    function nextRound() private {
        goTo(round() + 1);
        for (uint256 i; i < BATCH; ++i) {
            vm.prank(vm.addr(0x6000 + i));
            market.prove(r(round()), 0, 0, "");
        }
    }

    function test_gas_of_20_at_once() public {
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = twenty();
        vm.prank(client);
        market.openAllocations(offers, signatures, 1024, r(11));
        printShare("open, 20 at once, new providers", 186_500);
        nextRound();
        vm.prank(client);
        AllocationId[] memory ids = market.openAllocations(offers, signatures, 1024, r(12));
        printShare("open, 20 at once, again", 114_000);
        goTo(3);
        vm.prank(client);
        market.openAllocations(offers, signatures, 1024, r(12));
        printShare("open, 20 at once, again with known ends, after a round without a proof", 100_000);
        nextRound();
        vm.prank(client);
        market.openAllocations(offers, signatures, 1024, r(12));
        printShare("open, 20 at once, again with known ends", 93_500);
        goTo(12);
        market.settle(ids);
        printShare("settle, 20 at once, with refunds", 38_000);
    }

    function test_gas_of_changing() public {
        AllocationId a = open(client, 1024, 100);
        AllocationId b = open(client, 1024, 100);
        goTo(2);
        IMarketRecords.Offer memory offer = anOffer();
        bytes memory signature_ = signed(offer, NODE_KEY);
        vm.prank(client);
        market.extend(a, offer, signature_, r(200));
        print("extend", 142_500);
        vm.prank(client);
        market.grow(a, offer, signature_, 64);
        print("grow", 173_500);
        goTo(3);
        vm.prank(client);
        market.grow(a, offer, signature_, 64);
        print("grow, again", 172_000);
        bytes memory consent = signedClose(a, uint64(block.timestamp), NODE_KEY);
        vm.prank(client);
        market.close(a, uint64(block.timestamp), consent);
        print("close", 100_500);
        vm.prank(client);
        market.giveNotice(b);
        print("giveNotice", 94_500);
    }

    // ------------------------------------------------------------------ rounds and money

    function test_gas_of_rounds() public {
        AllocationId long = open(client, 1024, 4096);
        AllocationId short = open(client, 1024, 9);
        goTo(2);
        proveNothing();
        print("prove, nothing stored, first of 256 rounds", 102_500);
        goTo(3);
        proveNothing();
        print("prove, nothing stored", 67_000);
        market.collect(owner);
        print("collect, first", 68_500);
        goTo(6);
        proveNothing();
        print("prove, nothing stored, after two skipped rounds", 79_000);
        market.collect(owner);
        print("collect", 50_500);
        goTo(10);
        vm.prank(other);
        market.penalize(owner);
        print("penalize", 206_000);
        goTo(11);
        settle(short);
        print("settle, 9 rounds, with refund and compensation", 104_000);
        goTo(14);
        vm.prank(other);
        market.penalize(owner);
        print("penalize, ejected", 142_500);
        settle(long);
        print("settle, 4096 rounds, with refund and compensation", 128_000);
        vault.sendBurned();
        print("sendBurned", 58_000);
    }

    /// @dev With the client's balance used before, as that of anybody who buys more than once.
    function test_gas_of_settling() public {
        AllocationId first = open(client, 1024, 1);
        AllocationId second = open(client, 1024, 2);
        goTo(4);
        settle(first);
        print("settle, first refund of a client", 92_000);
        settle(second);
        print("settle, with refund", 72_000);
        AllocationId third = open(client, 1024, 1);
        goTo(5);
        proveNothing();
        goTo(6);
        settle(third);
        print("settle, nothing to refund", 59_000);
    }

    function test_gas_of_catching_up_64_rounds() public {
        open(client, 1024, 4096);
        goTo(65);
        market.catchUp(owner, 64);
        print("catchUp, 64 rounds", 281_000);
    }
}
