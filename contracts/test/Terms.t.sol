// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId } from "../src/Round.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { TermsTest } from "./support/TermsTest.sol";
import { vm } from "./support/Vm.sol";

/// @dev What extending and growing refuse alike.
contract TermsRefusedTest is TermsTest {
    function test_only_the_same_terms_of_the_same_provider_change_an_allocation() public {
        AllocationId a = open(client, 10, 10);
        IMarketRecords.Offer memory offer = anOffer();
        offer.pricePerUnitRound = PRICE - 1;
        refusesBoth(
            a,
            offer,
            abi.encodeWithSelector(IMarketErrors.StorageMarket_OtherTerms.selector, owner, PRICE - 1, owner, PRICE)
        );
        offer.pricePerUnitRound = PRICE;
        offer.provider = other;
        refusesBoth(
            a,
            offer,
            abi.encodeWithSelector(IMarketErrors.StorageMarket_OtherTerms.selector, other, PRICE, owner, PRICE)
        );
    }

    function test_only_its_client_changes_an_allocation() public {
        AllocationId a = open(client, 10, 10);
        bytes memory foreign = abi.encodeWithSelector(IMarketErrors.StorageMarket_NotForCaller.selector, client);
        address[3] memory all = [other, owner, nodeKey];
        bytes memory consent = signedClose(a, type(uint64).max, NODE_KEY);
        for (uint256 i; i < 3; ++i) {
            refuses(all[i], address(market), extendCall(a, anOffer(), 20), foreign);
            refuses(all[i], address(market), growCall(a, anOffer(), 1), foreign);
            refuses(all[i], address(market), abi.encodeCall(market.close, (a, type(uint64).max, consent)), foreign);
            refuses(all[i], address(market), abi.encodeCall(market.giveNotice, (a)), foreign);
        }
        bytes memory none = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoAllocation.selector, 2);
        refusesBoth(id(2), anOffer(), none);
        refuses(client, address(market), abi.encodeCall(market.giveNotice, (id(2))), none);
        none = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoAllocation.selector, 0);
        refuses(client, address(market), abi.encodeCall(market.giveNotice, (id(0))), none);
    }

    function test_in_the_last_round_nothing_changes_any_more() public {
        AllocationId a = open(client, 10, 10);
        bytes memory consent = signedClose(a, type(uint64).max, NODE_KEY);
        for (uint256 i = 11; i < 14; ++i) {
            goTo(i);
            bytes memory ended = abi.encodeWithSelector(IMarketErrors.StorageMarket_Ended.selector, 12, i);
            refusesBoth(a, anOffer(), ended);
            refuses(client, address(market), abi.encodeCall(market.close, (a, type(uint64).max, consent)), ended);
            refuses(client, address(market), abi.encodeCall(market.giveNotice, (a)), ended);
        }
        settle(a);
        refusesBoth(a, anOffer(), abi.encodeWithSelector(IMarketErrors.StorageMarket_Ended.selector, 12, 13));
    }

    function test_an_offer_is_checked_as_for_an_opening() public {
        AllocationId a = open(client, 10, 10);
        IMarketRecords.Offer memory offer = anOffer();
        bytes memory bad = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        refuses(
            client, address(market), abi.encodeCall(market.extend, (a, offer, signed(offer, CLIENT_KEY), r(20))), bad
        );
        refuses(
            client, address(market), abi.encodeCall(market.grow, (a, offer, signed(offer, CLIENT_KEY), uint32(1))), bad
        );
        offer.client = other;
        refusesBoth(a, offer, abi.encodeWithSelector(IMarketErrors.StorageMarket_NotForCaller.selector, other));
        offer = anOffer();
        offer.validUntil = uint64(block.timestamp - 1);
        refusesBoth(
            a, offer, abi.encodeWithSelector(IMarketErrors.StorageMarket_OfferExpired.selector, offer.validUntil)
        );
        offer = anOffer();
        offer.maxUnits = 9;
        refusesExtension(
            a, offer, 14, abi.encodeWithSelector(IMarketErrors.StorageMarket_OfferExhausted.selector, 10, 9)
        );
        growFrom(client, a, offer, 9);
        refusesGrowth(a, offer, 1, abi.encodeWithSelector(IMarketErrors.StorageMarket_OfferExhausted.selector, 1, 0));
        refusesGrowth(
            a, anOffer(), 0, abi.encodeWithSelector(IMarketErrors.StorageMarket_BadAmounts.selector, 0, PRICE)
        );
        vm.prank(owner);
        market.cancelOffers(1000);
        offer = anOffer();
        bytes memory cancelled =
            abi.encodeWithSelector(IMarketErrors.StorageMarket_OfferCancelled.selector, offer.nonce, 1000);
        refusesBoth(a, offer, cancelled);
    }

    function test_a_provider_that_leaves_takes_no_more_on_but_lets_go() public {
        AllocationId a = open(client, 10, 30);
        AllocationId b = open(client, 10, 30);
        vm.prank(owner);
        market.exit();
        refusesBoth(
            a,
            anOffer(),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_WrongStage.selector, owner, IMarketErrors.Stage.Exiting)
        );
        vm.prank(client);
        market.giveNotice(a);
        close(client, b);
        vm.assertEq(market.allocation(a).endRound.number(), 7, "notice");
        vm.assertEq(market.allocation(b).endRound.number(), 2, "closed");
    }

    function test_after_an_ejection_there_is_nothing_to_change() public {
        AllocationId a = open(client, 10, 30);
        goTo(9);
        market.penalize(owner);
        bytes memory consent = signedClose(a, type(uint64).max, NODE_KEY);
        bytes memory ejected = abi.encodeWithSelector(
            IMarketErrors.StorageMarket_WrongStage.selector, owner, IMarketErrors.Stage.Ejected
        );
        refusesBoth(a, anOffer(), ejected);
        refuses(client, address(market), abi.encodeCall(market.close, (a, type(uint64).max, consent)), ejected);
        refuses(client, address(market), abi.encodeCall(market.giveNotice, (a)), ejected);
        settle(a);
        refuses(client, address(market), abi.encodeCall(market.giveNotice, (a)), ejected);
    }

    function test_who_is_far_behind_is_walked_first() public {
        AllocationId a = open(client, 10, 200);
        goTo(100);
        bytes memory behind = abi.encodeWithSelector(IMarketErrors.StorageMarket_CatchUpNeeded.selector, owner, 99);
        refusesBothAt(a, 300, behind);
        bytes memory consent = signedClose(a, type(uint64).max, NODE_KEY);
        refuses(client, address(market), abi.encodeCall(market.close, (a, type(uint64).max, consent)), behind);
        refuses(client, address(market), abi.encodeCall(market.giveNotice, (a)), behind);
        market.catchUp(owner, 64);
        close(client, a);
        vm.assertEq(market.allocation(a).endRound.number(), 101, "closed");
    }

    function refusesBothAt(AllocationId a, uint256 end, bytes memory error_) private {
        refusesExtension(a, anOffer(), end, error_);
        refusesGrowth(a, anOffer(), 1, error_);
    }
}
