// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId } from "../src/Round.sol";
import { IStorageMarket } from "../src/interfaces/IStorageMarket.sol";
import { MarketTest } from "./support/MarketTest.sol";
import { UniformTree } from "./support/UniformTree.sol";
import { vm } from "./support/Vm.sol";

/// @title What each call costs as a transaction of its own, and what it may cost at most
/// @dev `forge test --match-contract Gas -vv` prints the numbers of docs/benchmarks.md. foundry.toml's `isolate` makes every
/// call a transaction with cold storage. The bounds are some 3 % above what was measured.
contract GasTest is MarketTest {
    event log_named_uint(string name, uint256 value);

    bytes32 private constant ROOT = keccak256("root");

    /// @dev Prints what the last call has used, at most `bound`.
    function print(string memory name, uint256 bound) private {
        uint256 used = vm.lastCallGas().gasTotalUsed;
        emit log_named_uint(name, used);
        vm.assertLe(used, bound, name);
    }

    /// @dev The same, for one of twenty.
    function printShare(string memory name, uint256 bound) private {
        uint256 used = vm.lastCallGas().gasTotalUsed / 20;
        emit log_named_uint(name, used);
        vm.assertLe(used, bound, name);
    }

    function test_gas_of_a_provider() public {
        vm.prank(other);
        market.register(other, hex"0024080112", MIN_STAKE);
        print("register", 178_000);
        vm.prank(other);
        market.addStake(MIN_STAKE);
        print("addStake", 61_500);
        vm.prank(other);
        market.cancelOffers(5);
        print("cancelOffers", 49_000);
        vm.prank(other);
        market.exit();
        print("exit, announced", 30_500);
        goTo(1 + UNBONDING);
        vm.prank(other);
        market.exit();
        print("exit, ended", 68_000);
        vm.prank(other);
        vault.withdraw(other);
        print("withdraw", 41_000);
    }

    function test_gas_of_opening() public {
        IStorageMarket.Offer memory offer = anOffer();
        offer.maxUnits = 1_000_000;
        openFrom(client, offer, 1024, 100);
        print("openAllocations, first of all", 315_000);
        openFrom(client, offer, 1024, 100);
        print("openAllocations, again, same offer and rounds", 171_000);
        goTo(2);
        openFrom(client, anOffer(), 1024, 100);
        print("openAllocations, again, new offer and rounds", 230_000);
    }

    function test_gas_of_opening_a_batch_of_20() public {
        IStorageMarket.Offer[] memory offers = new IStorageMarket.Offer[](20);
        bytes[] memory signatures = new bytes[](20);
        for (uint256 i; i < 20; ++i) {
            address account = vm.addr(0x5000 + i);
            fund(account);
            registerProvider(account, vm.addr(0x6000 + i), MIN_STAKE);
            offers[i] = anOffer();
            offers[i].provider = account;
            signatures[i] = signed(offers[i], 0x6000 + i);
        }
        vm.prank(client);
        market.openAllocations(offers, signatures, 1024, r(101));
        printShare("openAllocations, 20 new providers, each", 224_000);
        goTo(2);
        vm.prank(client);
        market.openAllocations(offers, signatures, 1024, r(102));
        printShare("openAllocations, 20 providers again, each", 155_000);
    }

    function test_gas_of_rounds_and_settling() public {
        AllocationId long = open(client, 1024, 4096);
        AllocationId short = open(client, 1024, 9);
        goTo(2);
        proveNothing();
        print("prove, nothing stored, first bit of a bitmap word", 114_000);
        goTo(3);
        proveNothing();
        print("prove, nothing stored", 79_000);
        goTo(6);
        proveNothing();
        print("prove after two skipped rounds", 86_000);
        goTo(10);
        vm.prank(other);
        market.penalize(owner);
        print("penalize", 162_000);
        goTo(11);
        market.settle(short);
        print("settle, 9 rounds, with compensation", 99_000);
        goTo(14);
        vm.prank(other);
        market.penalize(owner);
        print("penalize, ejected", 115_000);
        market.settle(long);
        print("settle, 4,096 rounds, with compensation", 121_500);
    }

    function test_gas_of_catching_up_64_rounds() public {
        open(client, 1024, 4096);
        goTo(65);
        market.catchUp(owner, 64);
        print("catchUp, 64 rounds", 254_000);
    }

    function test_gas_of_proving_a_thousand_fragments() public {
        proveFragments(1, 1000, 248_000);
        proveFragments(100, 10, 254_000);
    }

    function test_gas_of_proving_a_million_fragments() public {
        proveFragments(1, 1_000_000, 300_000);
        proveFragments(1000, 1000, 302_000);
    }

    /// @dev Of 1 MiB each. Commits them, and proves them in the round after.
    function proveFragments(uint256 allocations, uint256 each, uint256 bound) private {
        UniformTree tree = new UniformTree(allocations, each);
        open(client, allocations * each, 3);
        goTo(round() + 1);
        uint256 leaves = allocations * each * 4096;
        bytes32 root = tree.root();
        vm.prank(nodeKey);
        market.prove(r(round()), root, uint48(leaves), "");
        goTo(round() + 1);
        bytes memory proof = tree.proof(market.challengeSeed(owner, r(round())), CHALLENGES);
        bytes memory call_ = abi.encodeCall(market.prove, (r(round()), ROOT, uint48(leaves), proof));
        vm.prank(nodeKey);
        market.prove(r(round()), ROOT, uint48(leaves), proof);
        string memory name =
            string.concat("prove, ", vm.toString(allocations), " allocations of ", vm.toString(each), " fragments");
        print(name, bound);
        (uint256 intrinsic, uint256 floor) = calldataGas(call_);
        emit log_named_uint("    of these: 21,000 and the calldata", intrinsic);
        emit log_named_uint("    the floor of EIP-7623", floor);
        emit log_named_uint("    proof bytes", proof.length);
        setUp();
    }

    /// @dev EIP-2028 and EIP-7623: 4 or 16 gas per byte, and at least 10 or 40.
    function calldataGas(bytes memory data) private pure returns (uint256 intrinsic, uint256 floor) {
        uint256 tokens;
        for (uint256 i; i < data.length; ++i) {
            tokens += data[i] == 0 ? 1 : 4;
        }
        return (21_000 + 4 * tokens, 21_000 + 10 * tokens);
    }
}
