// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { MarketTest } from "./support/MarketTest.sol";
import { vm } from "./support/Vm.sol";

/// @dev The views: clock, lists and bitmaps.
contract ReadingTest is MarketTest {
    function test_proved_rounds_are_bits() public {
        uint256[5] memory rounds = [uint256(3), 255, 256, 257, 600];
        for (uint256 i; i < rounds.length; ++i) {
            goTo(rounds[i]);
            proveNothing();
        }
        uint256[] memory words = market.provedRounds(owner, r(0), r(768));
        vm.assertEq(words.length, 3, "words");
        vm.assertEq(words[0], (1 << 3) | (1 << 255), "word 0");
        vm.assertEq(words[1], 3, "word 1");
        vm.assertEq(words[2], 1 << 88, "word 2");
        words = market.provedRounds(owner, r(255), r(257));
        vm.assertEq(words.length, 2, "words of a range");
        vm.assertEq(words[0], 1 << 255, "bit 255");
        vm.assertEq(words[1], 1, "bit 256");
        words = market.provedRounds(owner, r(256), r(257));
        vm.assertEq(words.length, 1, "one word");
        vm.assertEq(words[0], 1, "one bit");
    }

    function test_a_range_of_rounds_has_an_end() public {
        bytes4 selector = IMarketErrors.StorageMarket_BadRange.selector;
        bytes memory call_ = abi.encodeCall(market.provedRounds, (owner, r(5), r(5)));
        refuses(other, address(market), call_, abi.encodeWithSelector(selector, 5, 5));
        call_ = abi.encodeCall(market.provedRounds, (owner, r(1), r(65_538)));
        refuses(other, address(market), call_, abi.encodeWithSelector(selector, 1, 65_538));
        market.provedRounds(owner, r(1), r(65_537));
    }

    function test_the_clock_tells_round_and_blocks() public {
        goTo(12);
        IMarketRecords.Clock memory c = market.clock();
        vm.assertEq(c.round.number(), 12, "round");
        vm.assertEq(c.blockNumber, genesis + 121, "block");
        vm.assertEq(c.seedBlock, genesis + 120, "seed block");
        vm.assertEq(c.nextRoundBlock, genesis + 130, "next");
        vm.assertEq(c.timestamp, block.timestamp, "time");
        vm.assertTrue(c.seedKnown, "seed");
        vm.roll(c.seedBlock);
        vm.assertFalse(market.clock().seedKnown, "no seed yet");
        vm.assertTrue(market.clock().round == r(12), "the same round");
        IMarketRecords.Parameters memory p = market.parameters();
        vm.assertEq(abi.encode(p), abi.encode(settings()), "parameters");
        vm.assertEq(market.genesisBlock(), genesis, "genesis");
    }

    function test_providers_are_listed_in_pages() public {
        for (uint256 i; i < 4; ++i) {
            address account = vm.addr(0x700 + i);
            fund(account);
            registerProvider(account, account, MIN_STAKE);
        }
        IMarketRecords.ProviderRecord[] memory page = market.providers(1, 3);
        vm.assertEq(page.length, 3, "page");
        vm.assertEq(page[0].owner, vm.addr(0x700), "first");
        vm.assertEq(market.providers(4, 100).length, 1, "last page");
        vm.assertEq(market.providers(5, 100).length, 0, "behind the end");
        vm.assertEq(market.providers(type(uint256).max, type(uint256).max).length, 0, "far behind the end");
        vm.assertEq(market.providers(0, 2)[0].owner, owner, "the first of all");
    }

    function test_allocations_are_listed_newest_first() public {
        for (uint256 i; i < 5; ++i) {
            open(i == 2 ? other : client, i + 1, 10);
        }
        IMarketRecords.AllocationRecord[] memory list = market.allocationsOfClient(client, id(0), 3);
        vm.assertEq(list.length, 3, "page");
        checkIds(list, 5, 4, 2);
        list = market.allocationsOfClient(client, list[2].id, 3);
        vm.assertEq(list.length, 1, "rest");
        vm.assertEq(list[0].units, 1, "oldest");
        vm.assertEq(market.allocationsOfClient(owner, id(0), 3).length, 0, "none");
        vm.assertEq(market.allocationsOfProvider(owner, id(0), 100).length, 5, "of the provider");
        list = market.allocationsOfProvider(owner, id(4), 3);
        checkIds(list, 3, 2, 1);
        bytes memory foreign = abi.encodeWithSelector(IMarketErrors.StorageMarket_NotInList.selector, 3);
        refuses(client, address(market), abi.encodeCall(market.allocationsOfClient, (client, id(3), 1)), foreign);
        refuses(client, address(market), abi.encodeCall(market.allocationsOfProvider, (other, id(3), 1)), foreign);
    }

    function checkIds(IMarketRecords.AllocationRecord[] memory list, uint256 a, uint256 b, uint256 c) private pure {
        vm.assertTrue(list[0].id == id(a) && list[1].id == id(b) && list[2].id == id(c), "order");
    }
}
