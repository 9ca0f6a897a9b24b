// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { IRandomBeacon } from "../src/interfaces/IRandomBeacon.sol";
import { ITokenVault } from "../src/interfaces/ITokenVault.sol";
import { AllocationId } from "../src/Round.sol";
import { MarketTest } from "./support/MarketTest.sol";
import { vm } from "./support/Vm.sol";

/// @dev Registering, changing and leaving.
contract ProvidersTest is MarketTest {
    bytes private constant PEER = hex"0024080112";

    function test_a_provider_is_what_it_registered_as() public view {
        IMarketRecords.ProviderRecord memory p = record();
        vm.assertEq(p.owner, owner, "owner");
        vm.assertEq(p.nodeKey, nodeKey, "node key");
        vm.assertEq(p.peerId, PEER, "peer id");
        vm.assertEq(p.stake, 2 * MIN_STAKE, "stake");
        vm.assertTrue(p.stage == IMarketErrors.Stage.Active, "stage");
        vm.assertEq(market.providerCount(), 1, "count");
        vm.assertEq(market.providerOf(nodeKey), owner, "by node key");
        vm.assertEq(market.providerOf(owner), owner, "by owner");
        vm.assertEq(market.providerOf(other), address(0), "nobody");
        vm.assertEq(market.provider(other).owner, address(0), "no record");
    }

    function test_an_owner_registers_once() public {
        refuses(
            owner,
            address(market),
            abi.encodeCall(market.register, (other, PEER, MIN_STAKE)),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_AlreadyRegistered.selector, owner)
        );
    }

    function test_a_stake_below_the_least_is_refused() public {
        refuses(
            other,
            address(market),
            abi.encodeCall(market.register, (other, PEER, MIN_STAKE - 1)),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_StakeTooSmall.selector, MIN_STAKE - 1, MIN_STAKE)
        );
    }

    function test_a_node_key_is_not_zero_and_serves_one_provider() public {
        address[2] memory bad = [address(0), nodeKey];
        for (uint256 i; i < bad.length; ++i) {
            refuses(
                other,
                address(market),
                abi.encodeCall(market.register, (bad[i], PEER, MIN_STAKE)),
                abi.encodeWithSelector(IMarketErrors.StorageMarket_BadNodeKey.selector, bad[i])
            );
        }
    }

    function test_a_peer_id_has_1_to_64_bytes() public {
        uint256[2] memory bad = [uint256(0), 65];
        for (uint256 i; i < bad.length; ++i) {
            refuses(
                other,
                address(market),
                abi.encodeCall(market.register, (other, new bytes(bad[i]), MIN_STAKE)),
                abi.encodeWithSelector(IMarketErrors.StorageMarket_BadPeerId.selector, bad[i])
            );
        }
        vm.prank(other);
        market.register(other, new bytes(64), MIN_STAKE);
    }

    function test_nobody_names_an_owner_as_its_node_key() public {
        refuses(
            other,
            address(market),
            abi.encodeCall(market.register, (owner, PEER, MIN_STAKE)),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_BadNodeKey.selector, owner)
        );
    }

    function test_an_address_that_was_named_as_node_key_still_registers_and_is_its_own() public {
        vm.prank(nodeKey);
        token.approve(address(vault), MIN_STAKE);
        token.mint(nodeKey, MIN_STAKE);
        registerProvider(nodeKey, other, MIN_STAKE);
        vm.assertEq(market.providerOf(nodeKey), nodeKey, "its own");
        vm.prank(nodeKey);
        market.updateNode(nodeKey, PEER);
        // The first provider goes on with another key, and takes nothing away by it.
        address third = vm.addr(0x333);
        vm.prank(owner);
        market.updateNode(third, PEER);
        vm.assertEq(market.providerOf(nodeKey), nodeKey, "still its own");
        vm.assertEq(market.providerOf(third), owner, "the new key");
    }

    function test_stake_can_be_added() public {
        vm.prank(owner);
        market.addStake(5 ether);
        vm.assertEq(record().stake, 2 * MIN_STAKE + 5 ether, "stake");
        bytes memory nothing_ = abi.encodeWithSelector(IMarketErrors.StorageMarket_ZeroAmount.selector);
        refuses(owner, address(market), abi.encodeCall(market.addStake, (0)), nothing_);
        bytes memory nobody = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoProvider.selector, other);
        refuses(other, address(market), abi.encodeCall(market.addStake, (1)), nobody);
    }

    function test_more_than_fits_is_refused() public {
        token.mint(other, type(uint128).max);
        refuses(
            other,
            address(market),
            abi.encodeCall(market.register, (other, PEER, 2 ** 96)),
            abi.encodeWithSelector(
                ITokenVault.TokenVault_LockTooLarge.selector, bytes32(2 << 160 | uint256(uint160(other))), 2 ** 96
            )
        );
    }

    function test_the_node_key_can_be_changed_and_the_old_one_proves_no_more() public {
        vm.prank(owner);
        market.updateNode(other, hex"01");
        vm.assertEq(record().nodeKey, other, "node key");
        vm.assertEq(record().peerId, hex"01", "peer id");
        vm.assertEq(market.providerOf(nodeKey), address(0), "the old key");
        refuses(
            nodeKey,
            address(market),
            abi.encodeCall(market.prove, (r(1), 0, 0, "")),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NoProvider.selector, nodeKey)
        );
        vm.prank(other);
        market.prove(r(1), 0, 0, "");
        refuses(
            other,
            address(market),
            abi.encodeCall(market.updateNode, (other, hex"01")),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NoProvider.selector, other)
        );
        // The same key again, with another peer id.
        vm.prank(owner);
        market.updateNode(other, hex"02");
        vm.assertEq(record().peerId, hex"02", "another peer id");
    }

    function test_nonces_only_grow() public {
        vm.prank(nodeKey);
        market.cancelOffers(5);
        vm.assertEq(record().minOfferNonce, 5, "nonce");
        refuses(
            owner,
            address(market),
            abi.encodeCall(market.cancelOffers, (5)),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NonceTooLow.selector, 5, 5)
        );
        refuses(
            owner,
            address(market),
            abi.encodeCall(market.cancelOffers, (2 ** 48)),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NonceTooLow.selector, 2 ** 48, 5)
        );
        vm.prank(owner);
        market.cancelOffers(2 ** 48 - 1);
        vm.assertEq(record().minOfferNonce, 2 ** 48 - 1, "the last nonce");
    }

    // ------------------------------------------------------------------ leaving

    function test_a_provider_leaves_with_its_stake_after_the_unbonding() public {
        AllocationId a = open(client, 10, 5);
        vm.prank(owner);
        vm.assertEq(market.exit(), 0, "only announced");
        vm.assertTrue(record().stage == IMarketErrors.Stage.Exiting, "stage");
        goTo(2);
        // It still proves and earns.
        proveNothing();
        vm.assertEq(record().earned, 10 * PRICE, "earned");

        bytes memory ending = abi.encodeCall(market.exit, ());
        goTo(7);
        bytes memory left = abi.encodeWithSelector(IMarketErrors.StorageMarket_AllocationsLeft.selector, 1);
        refuses(owner, address(market), ending, left);
        settle(a);
        bytes memory bonded = abi.encodeWithSelector(IMarketErrors.StorageMarket_StillBonded.selector, 7 + UNBONDING, 7);
        refuses(owner, address(market), ending, bonded);
        goTo(7 + UNBONDING);
        vm.prank(owner);
        vm.assertEq(market.exit(), 2 * MIN_STAKE, "released");
        vm.assertEq(vault.balanceOf(owner), 2 * MIN_STAKE + 10 * PRICE, "balance");
        vm.assertTrue(record().stage == IMarketErrors.Stage.Left, "stage");
        vm.assertEq(market.providerOf(nodeKey), address(0), "the node key is free");
    }

    function test_a_provider_that_exits_takes_nothing_on() public {
        vm.prank(owner);
        market.exit();
        bytes memory refusal = abi.encodeWithSelector(
            IMarketErrors.StorageMarket_WrongStage.selector, owner, IMarketErrors.Stage.Exiting
        );
        refuses(owner, address(market), abi.encodeCall(market.addStake, (1)), refusal);
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
        refuses(client, address(market), abi.encodeCall(market.openAllocations, (offers, signatures, 1, r(5))), refusal);
    }

    function test_a_provider_that_has_left_is_gone() public {
        vm.prank(owner);
        market.exit();
        goTo(1 + UNBONDING);
        vm.prank(owner);
        market.exit();
        bytes memory refusal =
            abi.encodeWithSelector(IMarketErrors.StorageMarket_WrongStage.selector, owner, IMarketErrors.Stage.Left);
        refuses(owner, address(market), abi.encodeCall(market.exit, ()), refusal);
        refuses(owner, address(market), abi.encodeCall(market.prove, (r(21), 0, 0, "")), refusal);
        refuses(owner, address(market), abi.encodeCall(market.updateNode, (other, hex"01")), refusal);
        refuses(owner, address(market), abi.encodeCall(market.penalize, (owner)), refusal);
        bytes memory again = abi.encodeWithSelector(IMarketErrors.StorageMarket_AlreadyRegistered.selector, owner);
        refuses(owner, address(market), abi.encodeCall(market.register, (nodeKey, PEER, MIN_STAKE)), again);
    }

    function test_nobody_else_exits() public {
        bytes memory refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoProvider.selector, nodeKey);
        refuses(nodeKey, address(market), abi.encodeCall(market.exit, ()), refusal);
    }

    // ------------------------------------------------------------------ setting up

    function test_settings_out_of_range_are_refused() public {
        refusesSetting(0, "roundBlocks", 1);
        refusesSetting(0, "roundBlocks", 4097);
        refusesSetting(1, "challenges", 0);
        refusesSetting(1, "challenges", 33);
        refusesSetting(2, "minStake", 0);
        refusesSetting(2, "minStake", 2 ** 96);
        refusesSetting(3, "slashBasisPoints", 0);
        refusesSetting(3, "slashBasisPoints", 10_001);
        refusesSetting(4, "unbondingRounds", 65_537);
        refusesSetting(5, "beacon", 1);
        refusesSetting(6, "noticeRounds", 4097);
        refusesSetting(7, "answerRounds", 1);
        refusesSetting(7, "answerRounds", 9);
        refusesSetting(8, "disputeSlashBasisPoints", 0);
        refusesSetting(8, "disputeSlashBasisPoints", 10_001);
        refusesSetting(9, "disputeBond", 0);
        refusesSetting(9, "disputeBond", 2 ** 96);
        refusesSetting(10, "unitStake", 2 ** 64);
    }

    function test_settings_at_the_edges_of_their_ranges_are_taken() public {
        IMarketRecords.Parameters memory p = settings();
        (p.roundBlocks, p.challenges, p.minStake, p.slashBasisPoints, p.unbondingRounds) = (2, 1, 1, 1, 0);
        (p.noticeRounds, p.answerRounds, p.disputeSlashBasisPoints, p.disputeBond) = (0, 2, 1, 1);
        p.unitStake = 0;
        vm.assertEq(abi.encode(deployMarket(p).parameters()), abi.encode(p), "the least");
        (p.roundBlocks, p.challenges, p.minStake, p.unitStake) = (4096, 32, 2 ** 96 - 1, 2 ** 64 - 1);
        (p.slashBasisPoints, p.unbondingRounds, p.noticeRounds) = (10_000, 65_536, 4096);
        (p.answerRounds, p.disputeSlashBasisPoints, p.disputeBond) = (8, 10_000, 2 ** 96 - 1);
        vm.assertEq(abi.encode(deployMarket(p).parameters()), abi.encode(p), "the most");
    }

    function test_a_market_needs_a_token_and_the_rest_of_its_code() public {
        bytes memory arguments = abi.encode(other, address(this), extension, settings());
        refusesToMake("StorageMarket.sol", arguments, badParameter("token"));
        arguments = abi.encode(token, address(this), other, settings());
        refusesToMake("StorageMarket.sol", arguments, badParameter("extension"));
        refusesToMake("MarketExtension.sol", abi.encode(other), badParameter("views"));
        vm.assertEq(market.extension(), extension, "extension");
        vm.assertEq(market.views(), views, "views");
    }

    function badParameter(string memory name) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IMarketErrors.StorageMarket_BadParameter.selector, name);
    }

    function refusesSetting(uint256 field, string memory name, uint256 value) private {
        IMarketRecords.Parameters memory p = settings();
        if (field == 0) p.roundBlocks = uint32(value);
        if (field == 1) p.challenges = uint32(value);
        if (field == 2) p.minStake = value;
        if (field == 3) p.slashBasisPoints = uint32(value);
        if (field == 4) p.unbondingRounds = uint32(value);
        if (field == 5) p.beacon = IRandomBeacon(other);
        if (field == 6) p.noticeRounds = uint32(value);
        if (field == 7) p.answerRounds = uint32(value);
        if (field == 8) p.disputeSlashBasisPoints = uint32(value);
        if (field == 9) p.disputeBond = value;
        if (field == 10) p.unitStake = value;
        refusesToMake("StorageMarket.sol", abi.encode(token, address(this), extension, p), badParameter(name));
    }
}
