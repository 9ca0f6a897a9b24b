// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId } from "../src/Round.sol";
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
        askStateLeaf(state, 0);
        askStateLeaf(stateOf(stored(same, 1), 0), 0);
        goTo(4);
        IMarketRecords.Offer memory offer = anOffer();
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        signatures[0] = signed(offer, NODE_KEY + 1);
        vm.prank(client);
        AllocationId late = market.openAllocations(offers, signatures, 1, r(50))[0];
        bytes memory bad = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        refusesStateLeaf(stateOf(stored(late, 1), 0), NODE_KEY, bad);
        // The new key speaks for all of them.
        IMarketRecords.AllocationState memory s = stateOf(stored(late, 1), 0);
        bytes[2] memory news = [signedState(s, NODE_KEY + 1), signedState(state, NODE_KEY + 1)];
        vm.prank(other);
        market.challengeStateLeaf(s, news[0], 0);
        vm.prank(other);
        market.challengeStateLeaf(state, news[1], 0);
    }

    /// @dev A second registration under the key's own address must not make the old states void.
    function test_a_key_that_another_provider_retires_too_still_speaks_for_its_first_one() public {
        fund(nodeKey);
        registerProvider(nodeKey, nodeKey, MIN_STAKE);
        vm.prank(owner);
        market.updateNode(vm.addr(NODE_KEY + 1), hex"01");
        vm.prank(nodeKey);
        market.updateNode(vm.addr(NODE_KEY + 2), hex"01");
        askStateLeaf(state, 0);
        askInclusion(state);
    }
}
