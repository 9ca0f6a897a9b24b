// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, DisputeId } from "../src/Round.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { DisputeTest } from "./support/DisputeTest.sol";
import { vm } from "./support/Vm.sol";

/// @dev Whose signature under a state counts against a provider.
contract SignedStatesTest is DisputeTest {
    /// @dev The order of secp256k1: the other s of a signature is what s lacks to it.
    uint256 private constant CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    function test_only_what_the_provider_has_signed_counts_against_it() public {
        bytes memory bad = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        refusesStateLeaf(state, THIEF_KEY, bad);
        refusesInclusion(state, CLIENT_KEY, bad);
        // The owner signs no states.
        refusesStateLeaf(state, 0x0123, bad);
        IMarketRecords.AllocationState memory s = state;
        bytes memory signature_ = signedState(s, NODE_KEY);
        s.seq = 2;
        refuses(other, address(market), abi.encodeCall(market.challengeStateLeaf, (s, signature_, 0)), bad);
    }

    function test_a_malleable_short_long_or_empty_signature_is_none() public {
        bytes memory bad = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        bytes memory good = signedState(state, NODE_KEY);
        (bytes32 r_, bytes32 s, uint8 v) = split(good);
        bytes[5] memory others = [
            abi.encodePacked(r_, bytes32(CURVE_ORDER - uint256(s)), v == 27 ? uint8(28) : uint8(27)),
            abi.encodePacked(r_, s),
            abi.encodePacked(good, uint8(0)),
            bytes(""),
            abi.encodePacked(r_, s, uint8(0))
        ];
        for (uint256 i; i < others.length; ++i) {
            refuses(other, address(market), abi.encodeCall(market.challengeStateLeaf, (state, others[i], 0)), bad);
            refuses(other, address(market), abi.encodeCall(market.challengeInclusion, (state, others[i])), bad);
        }
    }

    function split(bytes memory signature_) private pure returns (bytes32 r_, bytes32 s, uint8 v) {
        assembly ("memory-safe") {
            r_ := mload(add(signature_, 0x20))
            s := mload(add(signature_, 0x40))
            v := byte(0, mload(add(signature_, 0x60)))
        }
    }

    function test_a_state_of_another_market_or_chain_is_none() public {
        bytes memory good = signedState(state, NODE_KEY);
        bytes memory bad = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        uint256 chain = vm.getChainId();
        vm.chainId(chain + 1);
        refuses(other, address(market), abi.encodeCall(market.challengeStateLeaf, (state, good, 0)), bad);
        vm.chainId(chain);
        market = deployMarket(settings());
        bytes memory foreign = signedState(state, NODE_KEY);
        market = deployMarket(settings());
        vm.assertTrue(keccak256(foreign) != keccak256(signedState(state, NODE_KEY)), "the market is signed, too");
    }

    function test_a_retired_key_speaks_for_allocations_opened_until_then() public {
        goTo(3);
        AllocationId same = open(client, 1, 50);
        vm.prank(owner);
        market.updateNode(vm.addr(NODE_KEY + 1), hex"01");
        AllocationId rest = openByNewKey();
        askAsClient(state, 0);
        askAsClient(stateOf(stored(same, 1), 0), 1);
        // The present key would have sufficed for the one that it was opened by; a round is all that the chain can tell apart.
        askAsClient(stateOf(stored(rest, 1), 0), 2);
        bytes memory signature_ = signedState(state, NODE_KEY);
        vm.prank(client);
        market.challengeInclusion(state, signature_);
        goTo(4);
        AllocationId late = openByNewKey();
        IMarketRecords.AllocationState memory s = stateOf(stored(late, 1), 0);
        bytes memory bad = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        refusesStateLeaf(s, NODE_KEY, bad);
        bytes memory call_ = abi.encodeCall(market.challengeStateLeaf, (s, signedState(s, NODE_KEY), 0));
        refuses(client, address(market), call_, bad);
        // The new key speaks for all of them, to whomever.
        bytes[2] memory news = [signedState(s, NODE_KEY + 1), signedState(state, NODE_KEY + 1)];
        vm.prank(other);
        market.challengeStateLeaf(s, news[0], 0);
        vm.prank(other);
        market.challengeStateLeaf(state, news[1], 0);
    }

    /// @dev A thief of the old key can sign any number and root, which nobody can answer: it has to have the client's hand, too.
    function test_what_a_retired_key_has_signed_only_the_client_can_bring() public {
        askStateLeaf(state, 0);
        vm.prank(owner);
        market.updateNode(vm.addr(NODE_KEY + 1), hex"01");
        IMarketRecords.AllocationState memory made = stateOf(stored(a, type(uint64).max), 2);
        bytes memory foreign = abi.encodeWithSelector(IMarketErrors.StorageMarket_NotForCaller.selector, client);
        refusesStateLeaf(made, NODE_KEY, foreign);
        refusesInclusion(made, NODE_KEY, foreign);
        refusesStateLeaf(state, NODE_KEY, foreign);
        bytes memory call_ = abi.encodeCall(market.challengeStateLeaf, (made, signedState(made, NODE_KEY), 0));
        refuses(owner, address(market), call_, foreign);
        refuses(nodeKey, address(market), call_, foreign);
        // Client of another allocation.
        refuses(other, address(market), call_, foreign);
    }

    /// @dev Together with the client of an allocation that was opened before, a thief takes one part of the stake, and no second.
    function test_a_decision_about_a_retired_keys_state_ends_what_it_speaks_for() public {
        vm.prank(owner);
        market.updateNode(vm.addr(NODE_KEY + 1), hex"01");
        IMarketRecords.AllocationState memory made = stateOf(stored(a, type(uint64).max), 2);
        DisputeId dispute = askAsClient(made, 0);
        passDeadline();
        uint256 before = record().stake;
        market.decide(dispute);
        vm.assertTrue(record().stake < before, "a part");
        goTo(round() + 1);
        bytes memory ended =
            abi.encodeWithSelector(IMarketErrors.StorageMarket_Ended.selector, market.allocation(a).endRound, round());
        bytes memory call_ = abi.encodeCall(market.challengeStateLeaf, (made, signedState(made, NODE_KEY), 0));
        refuses(client, address(market), call_, ended);
    }

    function test_whose_keys_states_are_is_told() public {
        address next = vm.addr(NODE_KEY + 1);
        vm.assertTrue(market.isStateKey(a, nodeKey), "the present one");
        vm.assertFalse(market.isStateKey(a, next), "not yet");
        vm.assertFalse(market.isStateKey(a, owner), "the owner signs none");
        vm.assertFalse(market.isStateKey(a, address(0)), "nobody");
        goTo(3);
        vm.prank(owner);
        market.updateNode(next, hex"01");
        AllocationId same = openByNewKey();
        goTo(4);
        AllocationId late = openByNewKey();
        AllocationId[3] memory ids = [a, same, late];
        for (uint256 i; i < ids.length; ++i) {
            vm.assertTrue(market.isStateKey(ids[i], next), "the new one");
            vm.assertTrue(market.isStateKey(ids[i], nodeKey) == (i < 2), "the old one, for what there was");
            vm.assertFalse(market.isStateKey(ids[i], address(0)), "still nobody");
        }
        AllocationId none = AllocationId.wrap(99);
        bytes memory missing = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoAllocation.selector, none);
        refuses(other, address(market), abi.encodeCall(market.isStateKey, (none, next)), missing);
    }

    /// @dev A second registration under the key's own address must not make the old states void.
    function test_a_key_that_another_provider_retires_too_still_speaks_for_its_first_one() public {
        fund(nodeKey);
        registerProvider(nodeKey, nodeKey, MIN_STAKE);
        vm.prank(owner);
        market.updateNode(vm.addr(NODE_KEY + 1), hex"01");
        vm.prank(nodeKey);
        market.updateNode(vm.addr(NODE_KEY + 2), hex"01");
        askAsClient(state, 0);
        vm.assertTrue(market.isStateKey(a, nodeKey), "of its first provider");
    }

    function askAsClient(IMarketRecords.AllocationState memory s, uint48 position) private returns (DisputeId) {
        bytes memory signature_ = signedState(s, NODE_KEY);
        vm.prank(client);
        return market.challengeStateLeaf(s, signature_, position);
    }

    function openByNewKey() private returns (AllocationId) {
        IMarketRecords.Offer memory offer = anOffer();
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        signatures[0] = signed(offer, NODE_KEY + 1);
        vm.prank(client);
        return market.openAllocations(offers, signatures, 1, r(60))[0];
    }
}
