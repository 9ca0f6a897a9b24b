// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId } from "../src/Round.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { IStorageMarket } from "../src/interfaces/IStorageMarket.sol";
import { TermsTest } from "./support/TermsTest.sol";
import { vm } from "./support/Vm.sol";

/// @title Walks a provider to the present round in one transaction
contract Walker {
    function walk(IStorageMarket market, address owner) external {
        while (market.catchUp(owner, 64) > 0) { }
    }
}

/// @dev Making an allocation longer. The one of most tests runs in rounds 2 … 11 with 10 units.
contract ExtendingTest is TermsTest {
    function test_an_extension_is_prepaid_at_the_old_price_and_moves_the_end() public {
        AllocationId a = open(client, 10, 10);
        goTo(10);
        uint256 before = token.balanceOf(client);
        extend(client, a, 20);
        vm.assertEq(before - token.balanceOf(client), 8 * 10 * uint256(PRICE), "paid");
        vm.assertEq(market.allocation(a).endRound.number(), 20, "end");
        vm.assertEq(market.allocation(a).deposit, 18 * 10 * uint256(PRICE), "deposit");
        vm.assertEq(record().escrow, 18 * 10 * uint256(PRICE), "escrow");
        vm.assertEq(market.usedUnits(owner, nextNonce - 1), 10, "counts against the offer");
        for (uint256 i = 11; i < 20; ++i) {
            goTo(i);
            vm.assertEq(record().liveUnits, 10, "live");
            proveNothing();
        }
        goTo(20);
        vm.assertEq(record().liveUnits, 0, "over");
        settle(a);
        vm.assertEq(vault.balanceOf(client), 9 * 10 * uint256(PRICE), "rounds 2 to 10");
    }

    function test_an_extension_ends_at_most_4096_rounds_after_the_next_one() public {
        AllocationId a = open(client, 10, 10);
        IMarketRecords.Offer memory offer = anOffer();
        refusesExtension(
            a, offer, 4099, abi.encodeWithSelector(IMarketErrors.StorageMarket_BadDuration.selector, 12, 4099, 1)
        );
        extend(client, a, 4098);
        vm.assertEq(market.allocation(a).endRound.number(), 4098, "end");
    }

    function test_an_extension_is_at_least_as_long_as_the_offer_asks() public {
        AllocationId a = open(client, 10, 10);
        IMarketRecords.Offer memory offer = anOffer();
        offer.minRounds = 5;
        refusesExtension(
            a, offer, 16, abi.encodeWithSelector(IMarketErrors.StorageMarket_BadDuration.selector, 12, 16, 5)
        );
        refusesExtension(
            a, offer, 12, abi.encodeWithSelector(IMarketErrors.StorageMarket_BadDuration.selector, 12, 12, 5)
        );
        refusesExtension(
            a, offer, 5, abi.encodeWithSelector(IMarketErrors.StorageMarket_BadDuration.selector, 12, 5, 5)
        );
        extendFrom(client, a, offer, 17);
    }

    function test_an_offer_bound_to_an_allocation_extends_it_once_and_is_good_for_nothing_else() public {
        AllocationId a = open(client, 10, 10);
        AllocationId b = open(client, 10, 10);
        IMarketRecords.Offer memory offer = bound(a);
        bytes memory refusal = cancelled(offer, 0);
        refusesExtension(b, offer, 20, refusal);
        refusesGrowth(a, offer, 1, refusal);
        refuses(client, address(market), openCall(offer), refusal);
        extendFrom(client, a, offer, 20);
        vm.assertEq(market.allocation(a).endRound.number(), 20, "end");
        vm.assertEq(market.usedUnits(owner, offer.nonce), 10, "counts");
        vm.assertEq(market.usedUnits(owner, uint48(offer.nonce)), 10, "as of any offer of the nonce");
        refusesExtension(
            a, offer, 30, abi.encodeWithSelector(IMarketErrors.StorageMarket_OfferExhausted.selector, 10, 0)
        );
    }

    function test_bound_offers_are_cancelled_by_the_low_bits_of_their_nonces() public {
        AllocationId a = open(client, 10, 10);
        IMarketRecords.Offer memory offer = bound(a);
        vm.prank(owner);
        market.cancelOffers(uint48(offer.nonce) + 1);
        refusesExtension(a, offer, 20, cancelled(offer, uint48(offer.nonce) + 1));
        offer.nonce += 1;
        extendFrom(client, a, offer, 20);
    }

    function testFuzz_no_number_but_the_allocation_binds_an_offer_to_it(uint256 nonce) public {
        AllocationId a = open(client, 10, 10);
        IMarketRecords.Offer memory offer = anOffer();
        vm.assume(nonce >> 48 != 0 && nonce >> 48 != AllocationId.unwrap(a));
        offer.nonce = nonce;
        refusesExtension(a, offer, 20, cancelled(offer, 0));
    }

    /// @dev An offer for the extension of `a` alone, for as many units as it has.
    function bound(AllocationId a) private returns (IMarketRecords.Offer memory offer) {
        offer = anOffer();
        offer.maxUnits = 10;
        offer.nonce |= uint256(AllocationId.unwrap(a)) << 48;
    }

    function openCall(IMarketRecords.Offer memory offer) private view returns (bytes memory) {
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        signatures[0] = signed(offer, NODE_KEY);
        return abi.encodeCall(market.openAllocations, (offers, signatures, 1, r(5)));
    }

    function cancelled(IMarketRecords.Offer memory offer, uint256 least) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IMarketErrors.StorageMarket_OfferCancelled.selector, offer.nonce, least);
    }

    function test_an_allocation_is_at_most_65535_rounds_long_and_settles_with_all_its_growths() public {
        Walker walker = new Walker();
        AllocationId a = open(client, 1, 4096);
        uint256 expected;
        uint256 units = 1;
        uint256 end = 4098;
        while (true) {
            // To the last round but one before the end.
            uint256 last = end - 2;
            walkTo(walker, last);
            if (units < 17) {
                proveNothing();
                expected += units * PRICE;
                grow(client, a, 1);
                ++units;
            }
            if (last + 4097 > 2 + 65_535) break;
            end = last + 4097;
            extend(client, a, end);
        }
        IMarketRecords.Offer memory offer = anOffer();
        refusesExtension(
            a, offer, 65_538, abi.encodeWithSelector(IMarketErrors.StorageMarket_BadDuration.selector, 2, 65_538, 1)
        );
        extend(client, a, 65_537);
        walkTo(walker, 65_536);
        proveNothing();
        expected += units * PRICE;
        goTo(65_537);
        uint256 deposit = market.allocation(a).deposit;
        uint256 gas = gasleft();
        settle(a);
        vm.assertLe(gas - gasleft(), 1_000_000, "gas");
        vm.assertEq(vault.balanceOf(client), deposit - expected, "refund");
        vm.assertEq(record().earned, expected, "earned");
        vm.assertEq(record().escrow, 0, "escrow");
    }

    function walkTo(Walker walker, uint256 round_) private {
        goTo(round_);
        walker.walk(market, owner);
    }
}
