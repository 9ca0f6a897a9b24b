// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { IStorageMarket } from "../src/interfaces/IStorageMarket.sol";
import { ITokenVault } from "../src/interfaces/ITokenVault.sol";
import { AllocationId } from "../src/Round.sol";
import { MarketTest } from "./support/MarketTest.sol";
import { vm } from "./support/Vm.sol";

/// @dev A wallet that is a contract: signs whatever was stored in it (ERC-1271).
contract ContractKey {
    bytes32 private immutable good;

    constructor(bytes32 digest) {
        good = digest;
    }

    function isValidSignature(bytes32 digest, bytes calldata) external view returns (bytes4) {
        return digest == good ? this.isValidSignature.selector : bytes4(0);
    }
}

/// @dev Offers, and opening from them.
contract OpeningTest is MarketTest {
    function openCall(IMarketRecords.Offer memory offer, uint256 key, uint256 units, uint256 end)
        private
        view
        returns (bytes memory)
    {
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        signatures[0] = signed(offer, key);
        return abi.encodeCall(market.openAllocations, (offers, signatures, uint32(units), r(end)));
    }

    function refusesOffer(IMarketRecords.Offer memory offer, uint256 units, uint256 end, bytes memory error_) private {
        refuses(client, address(market), openCall(offer, NODE_KEY, units, end), error_);
    }

    // ------------------------------------------------------------------ opening

    function test_an_allocation_starts_in_the_next_round_and_is_prepaid() public {
        uint256 before = token.balanceOf(client);
        AllocationId a = open(client, 10, 5);
        IMarketRecords.AllocationRecord memory x = market.allocation(a);
        vm.assertEq(x.client, client, "client");
        vm.assertEq(x.provider, owner, "provider");
        vm.assertEq(x.units, 10, "units");
        vm.assertEq(x.price, PRICE, "price");
        vm.assertEq(x.startRound.number(), 2, "start");
        vm.assertEq(x.endRound.number(), 7, "end");
        vm.assertEq(x.deposit, 10 * uint256(PRICE) * 5, "deposit");
        vm.assertEq(before - token.balanceOf(client), x.deposit, "paid");
        vm.assertEq(record().escrow, x.deposit, "escrow");
        vm.assertEq(record().liveUnits, 0, "not live yet");
        vm.assertEq(record().nextUnits, 10, "live next");
        goTo(2);
        vm.assertEq(record().liveUnits, 10, "live");
        vm.assertEq(record().liveRate, 10 * PRICE, "rate");
        goTo(6);
        vm.assertEq(record().liveUnits, 10, "live in its last round");
        vm.assertEq(record().nextUnits, 0, "ends");
        goTo(7);
        vm.assertEq(record().liveUnits, 0, "over");
    }

    function test_all_offers_of_a_call_are_paid_at_once() public {
        registerProvider(other, vm.addr(77), MIN_STAKE);
        IMarketRecords.Offer[] memory offers = new IMarketRecords.Offer[](3);
        bytes[] memory signatures = new bytes[](3);
        for (uint256 i; i < 3; ++i) {
            offers[i] = anOffer();
        }
        offers[1].provider = other;
        offers[1].pricePerUnitRound = 3;
        for (uint256 i; i < 3; ++i) {
            signatures[i] = signed(offers[i], i == 1 ? 77 : NODE_KEY);
        }
        uint256 before = token.balanceOf(client);
        vm.prank(client);
        AllocationId[] memory ids = market.openAllocations(offers, signatures, 4, r(12));
        vm.assertEq(ids.length, 3, "ids");
        vm.assertEq(before - token.balanceOf(client), 4 * 10 * (2 * uint256(PRICE) + 3), "paid");
        vm.assertEq(record().unsettled, 2, "unsettled");
        vm.assertEq(market.provider(other).escrow, 4 * 10 * 3, "escrow of the other");
    }

    function test_an_empty_oversized_or_uneven_batch_is_refused() public {
        uint256[3] memory offers = [uint256(0), 257, 2];
        uint256[3] memory signatures = [uint256(0), 257, 1];
        for (uint256 i; i < 3; ++i) {
            bytes memory call_ = abi.encodeCall(
                market.openAllocations,
                (new IMarketRecords.Offer[](offers[i]), new bytes[](signatures[i]), uint32(1), r(5))
            );
            bytes memory refusal =
                abi.encodeWithSelector(IMarketErrors.StorageMarket_BadBatch.selector, offers[i], signatures[i]);
            refuses(client, address(market), call_, refusal);
        }
    }

    function test_an_offer_is_for_its_client() public {
        IMarketRecords.Offer memory offer = anOffer();
        offer.client = other;
        refusesOffer(offer, 1, 5, abi.encodeWithSelector(IMarketErrors.StorageMarket_NotForCaller.selector, other));
        openFrom(other, offer, 1, 3);
    }

    function test_an_offer_ends_with_its_last_second() public {
        IMarketRecords.Offer memory offer = anOffer();
        offer.validUntil = uint64(block.timestamp - 1);
        bytes memory refusal =
            abi.encodeWithSelector(IMarketErrors.StorageMarket_OfferExpired.selector, offer.validUntil);
        refusesOffer(offer, 1, 5, refusal);
        offer.validUntil = uint64(block.timestamp);
        openFrom(client, offer, 1, 3);
    }

    function test_a_cancelled_offer_is_void() public {
        IMarketRecords.Offer memory offer = anOffer();
        vm.prank(owner);
        market.cancelOffers(offer.nonce + 1);
        bytes memory refusal =
            abi.encodeWithSelector(IMarketErrors.StorageMarket_OfferCancelled.selector, offer.nonce, offer.nonce + 1);
        refusesOffer(offer, 1, 5, refusal);
        openFrom(client, anOffer(), 1, 3);
    }

    function test_an_offer_gives_its_units_once() public {
        IMarketRecords.Offer memory offer = anOffer();
        offer.maxUnits = 10;
        openFrom(client, offer, 6, 3);
        vm.assertEq(market.usedUnits(owner, offer.nonce), 6, "used");
        bytes memory refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_OfferExhausted.selector, 5, 4);
        refusesOffer(offer, 5, 5, refusal);
        openFrom(other, offer, 4, 3);
        refusesOffer(offer, 1, 5, abi.encodeWithSelector(IMarketErrors.StorageMarket_OfferExhausted.selector, 1, 0));
    }

    function test_zero_units_a_zero_price_and_a_huge_price_are_refused() public {
        IMarketRecords.Offer memory offer = anOffer();
        bytes4 selector = IMarketErrors.StorageMarket_BadAmounts.selector;
        refusesOffer(offer, 0, 5, abi.encodeWithSelector(selector, 0, PRICE));
        offer.pricePerUnitRound = 0;
        refusesOffer(offer, 1, 5, abi.encodeWithSelector(selector, 1, 0));
        offer.pricePerUnitRound = uint128(type(uint72).max) + 1;
        refusesOffer(offer, 1, 5, abi.encodeWithSelector(selector, 1, offer.pricePerUnitRound));
        offer.pricePerUnitRound = type(uint72).max;
        vm.assertEq(market.allocation(openFrom(client, offer, 1, 3)).price, type(uint72).max, "the highest price");
    }

    function test_an_escrow_beyond_96_bits_is_refused() public {
        IMarketRecords.Offer memory offer = anOffer();
        offer.pricePerUnitRound = type(uint72).max;
        // Units of the dearest kind for the longest time that fit, and one more.
        uint256 each = uint256(type(uint72).max) * 4096;
        uint256 most = type(uint96).max / each;
        token.mint(client, type(uint96).max);
        openFrom(client, offer, most - 100, 4096);
        bytes32 lock = bytes32(1 << 160 | uint256(uint160(owner)));
        bytes4 selector = ITokenVault.TokenVault_LockTooLarge.selector;
        refusesOffer(offer, 101, 4098, abi.encodeWithSelector(selector, lock, (most + 1) * each));
        openFrom(client, offer, 100, 4096);
        vm.assertEq(record().escrow, most * each, "escrow");
        // And so is one on top of what is earned and not collected.
        goTo(2);
        proveNothing();
        refusesOffer(offer, 1, 4099, abi.encodeWithSelector(selector, lock, (most + 1) * each));
        vm.assertEq(record().earned, most * type(uint72).max, "earned");
        market.collect(owner);
        openFrom(client, offer, 1, 4096);
        // A walk over such sums overflows nothing.
        goTo(4099);
        for (uint256 left = 1; left > 0;) {
            left = market.catchUp(owner, 64);
        }
        vm.assertEq(record().misses, 7, "misses");
        vm.assertEq(record().liveRate, 0, "all over");
    }

    function test_an_allocation_lasts_1_to_4096_rounds_and_as_long_as_the_offer_says() public {
        IMarketRecords.Offer memory offer = anOffer();
        bytes4 selector = IMarketErrors.StorageMarket_BadDuration.selector;
        refusesOffer(offer, 1, 1, abi.encodeWithSelector(selector, 2, 1, 1));
        refusesOffer(offer, 1, 2, abi.encodeWithSelector(selector, 2, 2, 1));
        refusesOffer(offer, 1, 2 + 4097, abi.encodeWithSelector(selector, 2, 4099, 1));
        offer.minRounds = 0;
        refusesOffer(offer, 1, 2, abi.encodeWithSelector(selector, 2, 2, 0));
        offer.minRounds = 10;
        refusesOffer(offer, 1, 11, abi.encodeWithSelector(selector, 2, 11, 10));
        openFrom(client, offer, 1, 10);
        openFrom(client, anOffer(), 1, 4096);
    }

    function test_only_the_node_key_signs_offers() public {
        IMarketRecords.Offer memory offer = anOffer();
        bytes memory refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        refuses(client, address(market), openCall(offer, CLIENT_KEY, 1, 5), refusal);
        refuses(client, address(market), openCall(offer, 0x0123, 1, 5), refusal);
    }

    function testFuzz_no_field_of_an_offer_can_be_changed(uint8 field, uint64 by) public {
        vm.assume(by != 0);
        IMarketRecords.Offer memory offer = anOffer();
        bytes memory signature = signed(offer, NODE_KEY);
        if (field % 6 == 0) offer.client = client;
        if (field % 6 == 1) offer.maxUnits ^= by;
        if (field % 6 == 2) offer.pricePerUnitRound ^= by;
        if (field % 6 == 3) offer.validUntil = type(uint64).max;
        if (field % 6 == 4) offer.nonce ^= by;
        if (field % 6 == 5) offer.minRounds = 0;
        vm.assume(offer.maxUnits > 0 && offer.pricePerUnitRound > 0 && offer.nonce < 2 ** 48);
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        signatures[0] = signature;
        refuses(
            client,
            address(market),
            abi.encodeCall(market.openAllocations, (offers, signatures, 1, r(5))),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner)
        );
    }

    function test_an_offer_of_an_unknown_provider_is_refused() public {
        IMarketRecords.Offer memory offer = anOffer();
        offer.provider = other;
        refusesOffer(offer, 1, 5, abi.encodeWithSelector(IMarketErrors.StorageMarket_NoProvider.selector, other));
    }

    /// @dev A signature belongs to one chain and one market.
    function test_regression_replay_of_an_offer_on_another_chain_or_market() public {
        IMarketRecords.Offer memory offer = anOffer();
        bytes memory signature = signed(offer, NODE_KEY);
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        signatures[0] = signature;
        bytes memory call_ = abi.encodeCall(market.openAllocations, (offers, signatures, uint32(1), r(5)));
        bytes memory refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        uint256 chain = vm.getChainId();
        vm.chainId(chain + 1);
        refuses(client, address(market), call_, refusal);
        vm.chainId(chain);

        IStorageMarket second = deployMarket(settings());
        address secondVault = address(second.vault());
        vm.prank(owner);
        token.approve(secondVault, type(uint256).max);
        vm.prank(owner);
        second.register(nodeKey, hex"01", MIN_STAKE);
        refuses(client, address(second), call_, refusal);
        vm.prank(client);
        market.openAllocations(offers, signatures, 1, r(5));
    }

    function test_a_provider_whose_node_key_is_a_contract_signs_by_erc1271() public {
        IMarketRecords.Offer memory offer = anOffer();
        ContractKey key = new ContractKey(market.offerHash(offer));
        vm.prank(owner);
        market.updateNode(address(key), hex"01");
        openFrom(client, offer, 1, 3);
        bytes memory refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        refusesOffer(anOffer(), 1, 5, refusal);
    }

    function test_a_provider_below_the_least_stake_takes_nothing_on() public {
        open(client, 10, 100);
        goTo(20);
        vm.prank(other);
        market.penalize(owner);
        vm.assertLt(record().stake, 2 * MIN_STAKE, "slashed");
        // Ejected by now in any case: that is told first.
        bytes memory refusal = abi.encodeWithSelector(
            IMarketErrors.StorageMarket_WrongStage.selector, owner, IMarketErrors.Stage.Ejected
        );
        refusesOffer(anOffer(), 1, 30, refusal);
        // The least stake itself, one step slashed.
        registerProvider(other, vm.addr(77), MIN_STAKE);
        IMarketRecords.Offer memory offer = anOffer();
        offer.provider = other;
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        signatures[0] = signed(offer, 77);
        vm.prank(client);
        market.openAllocations(offers, signatures, 1, r(40));
        goTo(24);
        market.penalize(other);
        offer.nonce += 1000;
        refuses(
            client,
            address(market),
            openCall(offer, 77, 1, 40),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_StakeTooSmall.selector, MIN_STAKE * 9 / 10, MIN_STAKE)
        );
        vm.prank(other);
        market.addStake(MIN_STAKE / 10);
        bytes memory again = openCall(offer, 77, 1, 40);
        vm.prank(client);
        (bool ok,) = address(market).call(again);
        vm.assertTrue(ok, "open again");
    }

    // ------------------------------------------------------------------ offers of one nonce

    /// @dev Nonces that share a word of counts do not share a count.
    function test_units_are_counted_for_each_nonce_apart() public {
        for (uint256 i = 1; i <= 17; ++i) {
            IMarketRecords.Offer memory offer = anOffer();
            (offer.nonce, offer.maxUnits) = (i, type(uint64).max);
            openFrom(client, offer, i == 8 ? type(uint32).max : i, 1);
        }
        for (uint256 i = 1; i <= 17; ++i) {
            vm.assertEq(market.usedUnits(owner, i), i == 8 ? type(uint32).max : i, "used");
        }
        vm.assertEq(market.usedUnits(owner, 0), 0, "of none");
        vm.assertEq(market.usedUnits(other, 1), 0, "of another provider");
        IMarketRecords.Offer memory full = anOffer();
        (full.nonce, full.maxUnits) = (8, type(uint64).max);
        refusesOffer(full, 1, 5, abi.encodeWithSelector(IMarketErrors.StorageMarket_OfferExhausted.selector, 1, 0));
    }

    function test_offers_of_one_nonce_share_their_units() public {
        IMarketRecords.Offer memory large = anOffer();
        IMarketRecords.Offer memory small = anOffer();
        (large.maxUnits, small.maxUnits, small.nonce, small.client) = (10, 4, large.nonce, other);
        openFrom(client, large, 6, 3);
        // More is taken than this one was ever for.
        bytes4 exhausted = IMarketErrors.StorageMarket_OfferExhausted.selector;
        bytes memory call_ = openCall(small, NODE_KEY, 1, 5);
        refuses(other, address(market), call_, abi.encodeWithSelector(exhausted, 1, 0));
        small.maxUnits = 8;
        openFrom(other, small, 2, 3);
        refusesOffer(large, 3, 5, abi.encodeWithSelector(exhausted, 3, 2));
        openFrom(client, large, 2, 3);
    }

    function test_a_nonce_is_below_2_to_the_48_unless_it_binds_to_an_extension() public {
        IMarketRecords.Offer memory offer = anOffer();
        offer.nonce = uint256(type(uint48).max) + 1;
        bytes4 selector = IMarketErrors.StorageMarket_OfferCancelled.selector;
        refusesOffer(offer, 1, 5, abi.encodeWithSelector(selector, offer.nonce, 0));
        offer.nonce = type(uint48).max;
        openFrom(client, offer, 1, 3);
        // The last one can be cancelled only together with the provider.
        vm.prank(owner);
        market.cancelOffers(type(uint48).max);
        openFrom(client, offer, 1, 3);
    }

    // ------------------------------------------------------------------ the order

    function test_a_batch_of_256_knows_its_client_and_its_place() public {
        open(client, 1, 5);
        IMarketRecords.Offer memory offer = anOffer();
        IMarketRecords.Offer[] memory offers = new IMarketRecords.Offer[](256);
        bytes[] memory signatures = new bytes[](256);
        bytes memory signature_ = signed(offer, NODE_KEY);
        for (uint256 i; i < 256; ++i) {
            (offers[i], signatures[i]) = (offer, signature_);
        }
        vm.prank(other);
        AllocationId[] memory ids = market.openAllocations(offers, signatures, 1, r(9));
        open(other, 2, 5);
        open(client, 1, 5);
        for (uint256 i; i < 256; ++i) {
            vm.assertTrue(ids[i] == id(2 + i), "they follow each other");
        }
        vm.assertEq(market.allocation(id(2)).client, other, "client of the first");
        vm.assertEq(market.allocation(id(257)).client, other, "client of the last");
        vm.assertEq(market.allocation(id(259)).client, client, "client of the next");
        IMarketRecords.AllocationRecord[] memory list = market.allocationsOfClient(other, id(0), 1000);
        vm.assertEq(list.length, 257, "all of the batch, and one");
        for (uint256 i; i < 257; ++i) {
            vm.assertTrue(list[i].id == id(258 - i), "newest first");
        }
        list = market.allocationsOfClient(client, id(0), 1000);
        vm.assertEq(list.length, 2, "of the other client");
        vm.assertTrue(list[0].id == id(259) && list[1].id == id(1), "in their order");
        list = market.allocationsOfClient(other, id(200), 3);
        vm.assertTrue(list[0].id == id(199) && list[2].id == id(197), "from the middle of a batch");
    }

    function test_without_tokens_or_allowance_nothing_opens() public {
        vm.prank(client);
        token.approve(address(vault), 0);
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
        vm.prank(client);
        (bool ok,) = address(market).call(abi.encodeCall(market.openAllocations, (offers, signatures, uint32(1), r(5))));
        vm.assertFalse(ok, "opened without allowance");
        vm.assertEq(market.allocationCount(), 0, "count");
    }
}
