// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AccessManager } from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import { IAccessManaged } from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import { IAccessManager } from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import { Pausable } from "@openzeppelin/contracts/utils/Pausable.sol";
import { AllocationId, DisputeId } from "../src/Round.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { IRandomBeacon } from "../src/interfaces/IRandomBeacon.sol";
import { IStorageMarket } from "../src/interfaces/IStorageMarket.sol";
import { GovernedMarket } from "./support/GovernedMarket.sol";
import { vm } from "./support/Vm.sol";

/// @dev Who can change what, and when.
contract GovernanceTest is GovernedMarket {
    // ------------------------------------------------------------------ parameters

    function test_parameters_change_after_the_delay_and_not_before() public {
        IMarketRecords.Parameters memory p = settings();
        p.minStake = 7 ether;
        p.unitStake = 3;
        p.slashBasisPoints = 9;
        p.unbondingRounds = 8;
        p.noticeRounds = 4;
        p.answerRounds = 6;
        p.disputeSlashBasisPoints = 5;
        p.disputeBond = 2 ether;
        p.beacon = IRandomBeacon(vm.deployCode("BlockhashBeacon.sol", abi.encode(1)));
        bytes32 operation = manager.hashOperation(governor, address(market), settingCall(p));
        refuses(
            governor,
            address(market),
            settingCall(p),
            abi.encodeWithSelector(IAccessManager.AccessManagerNotScheduled.selector, operation)
        );
        schedule(settingCall(p));
        pass(DELAY - 1);
        refuses(
            governor,
            address(market),
            settingCall(p),
            abi.encodeWithSelector(IAccessManager.AccessManagerNotReady.selector, operation)
        );
        vm.assertEq(market.parameters().minStake, MIN_STAKE, "not yet");
        pass(1);
        vm.prank(governor);
        market.setParameters(p);
        vm.assertEq(abi.encode(market.parameters()), abi.encode(p), "all of them");
        // Scheduled once, done once.
        refuses(
            governor,
            address(market),
            settingCall(p),
            abi.encodeWithSelector(IAccessManager.AccessManagerNotScheduled.selector, operation)
        );
    }

    function test_the_manager_can_carry_out_what_was_scheduled() public {
        IMarketRecords.Parameters memory p = settings();
        p.noticeRounds = 4;
        schedule(settingCall(p));
        pass(DELAY);
        vm.prank(governor);
        manager.execute(address(market), settingCall(p));
        vm.assertEq(market.parameters().noticeRounds, 4, "set");
    }

    function test_what_was_cancelled_or_waited_too_long_does_not_happen() public {
        IMarketRecords.Parameters memory p = settings();
        p.noticeRounds = 4;
        bytes32 operation = schedule(settingCall(p));
        vm.prank(governor);
        manager.cancel(governor, address(market), settingCall(p));
        pass(DELAY);
        refuses(
            governor,
            address(market),
            settingCall(p),
            abi.encodeWithSelector(IAccessManager.AccessManagerNotScheduled.selector, operation)
        );
        schedule(settingCall(p));
        pass(DELAY + manager.expiration());
        refuses(
            governor,
            address(market),
            settingCall(p),
            abi.encodeWithSelector(IAccessManager.AccessManagerExpired.selector, operation)
        );
        vm.assertEq(market.parameters().noticeRounds, NOTICE, "as before");
    }

    function test_nobody_else_sets_anything() public {
        address[5] memory all = [owner, client, guardian, address(this), address(manager)];
        for (uint256 i; i < 5; ++i) {
            bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, all[i]);
            refuses(all[i], address(market), settingCall(settings()), refusal);
            if (all[i] != guardian) {
                refuses(all[i], address(market), abi.encodeCall(market.pause, ()), refusal);
                refuses(all[i], address(market), abi.encodeCall(market.unpause, ()), refusal);
            }
        }
        bytes memory call_ = abi.encodeCall(IAccessManaged.setAuthority, (address(this)));
        refuses(
            governor,
            address(market),
            call_,
            abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, governor)
        );
    }

    function test_the_authority_hands_the_market_on() public {
        AccessManager second = new AccessManager(guardian);
        manager.updateAuthority(address(market), address(second));
        vm.assertEq(IAccessManaged(address(market)).authority(), address(second), "authority");
        bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, governor);
        refuses(governor, address(market), settingCall(settings()), refusal);
        bytes memory call_ = abi.encodeCall(market.pause, ());
        vm.prank(guardian);
        second.execute(address(market), call_);
        vm.assertTrue(Pausable(address(market)).paused(), "the admin of the second");
    }

    function test_rounds_and_challenges_are_fixed() public {
        IMarketRecords.Parameters memory p = settings();
        p.roundBlocks += 1;
        refusesParameter(p, "roundBlocks");
        p = settings();
        p.challenges -= 1;
        refusesParameter(p, "challenges");
    }

    function test_each_parameter_has_its_range() public {
        IMarketRecords.Parameters memory p = settings();
        p.beacon = IRandomBeacon(client);
        refusesParameter(p, "beacon");
        p = settings();
        p.minStake = 0;
        refusesParameter(p, "minStake");
        p.minStake = uint256(1) << 96;
        refusesParameter(p, "minStake");
        p = settings();
        p.unitStake = uint256(1) << 64;
        refusesParameter(p, "unitStake");
        p = settings();
        p.slashBasisPoints = 0;
        refusesParameter(p, "slashBasisPoints");
        p.slashBasisPoints = 10_001;
        refusesParameter(p, "slashBasisPoints");
        p = settings();
        p.unbondingRounds = 65_537;
        refusesParameter(p, "unbondingRounds");
        p = settings();
        p.noticeRounds = 4097;
        refusesParameter(p, "noticeRounds");
        p = settings();
        p.answerRounds = 1;
        refusesParameter(p, "answerRounds");
        p.answerRounds = 9;
        refusesParameter(p, "answerRounds");
        p = settings();
        p.disputeSlashBasisPoints = 0;
        refusesParameter(p, "disputeSlashBasisPoints");
        p.disputeSlashBasisPoints = 10_001;
        refusesParameter(p, "disputeSlashBasisPoints");
        p = settings();
        p.disputeBond = 0;
        refusesParameter(p, "disputeBond");
        p.disputeBond = uint256(1) << 96;
        refusesParameter(p, "disputeBond");
    }

    /// @dev After the delay, and a construction alike.
    function refusesParameter(IMarketRecords.Parameters memory p, string memory name) private {
        bytes memory bad = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadParameter.selector, name);
        schedule(settingCall(p));
        pass(DELAY);
        refuses(governor, address(market), settingCall(p), bad);
        vm.prank(governor);
        manager.cancel(governor, address(market), settingCall(p));
    }

    function test_the_edges_of_the_ranges_are_good() public {
        IMarketRecords.Parameters memory p = settings();
        (p.minStake, p.unitStake, p.disputeBond) = (1, type(uint64).max, 1);
        (p.slashBasisPoints, p.disputeSlashBasisPoints) = (1, 1);
        (p.unbondingRounds, p.noticeRounds, p.answerRounds) = (0, 0, 2);
        setAfterDelay(p);
        vm.assertEq(abi.encode(market.parameters()), abi.encode(p), "lowest");
        (p.minStake, p.unitStake, p.disputeBond) = (type(uint96).max, 0, type(uint96).max);
        (p.slashBasisPoints, p.disputeSlashBasisPoints) = (10_000, 10_000);
        (p.unbondingRounds, p.noticeRounds, p.answerRounds) = (65_536, 4096, 8);
        setAfterDelay(p);
        vm.assertEq(abi.encode(market.parameters()), abi.encode(p), "highest");
    }

    function test_a_dispute_keeps_the_bond_and_the_deadline_of_its_opening() public {
        AllocationId a = open(client, 10, 100);
        prove(nothing(), alone(stored(a, 1)));
        DisputeId dispute = askLeaf(0);
        IMarketRecords.Parameters memory p = settings();
        (p.disputeBond, p.answerRounds) = (2 * BOND, 8);
        setAfterDelay(p);
        vm.assertEq(market.dispute(dispute).bond, BOND, "bond");
        goTo(2 + ANSWER);
        uint256 before = vault.balanceOf(other);
        market.decide(dispute);
        vm.assertGe(vault.balanceOf(other) - before, BOND, "back");
        vm.assertEq(lockOf(4, owner), 0, "no more and no less");
        vm.assertEq(market.dispute(askLeaf(0)).deadline.number(), 2 + ANSWER + 8, "the next one");
    }

    // ------------------------------------------------------------------ without an authority

    function test_a_market_without_an_authority_is_never_changed() public {
        bytes memory arguments = abi.encode(token, address(0), extension, settings());
        market = IStorageMarket(vm.deployCode("StorageMarket.sol", arguments));
        address[4] memory all = [address(this), governor, guardian, address(0)];
        for (uint256 i; i < 4; ++i) {
            bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, all[i]);
            refuses(all[i], address(market), settingCall(settings()), refusal);
            refuses(all[i], address(market), abi.encodeCall(market.pause, ()), refusal);
        }
        bytes memory call_ = abi.encodeCall(IAccessManaged.setAuthority, (address(manager)));
        refuses(
            governor,
            address(market),
            call_,
            abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, governor)
        );
    }

    // ------------------------------------------------------------------ the contracts behind the market

    function test_extension_and_views_have_nothing_of_a_market_when_called_themselves() public {
        address[2] memory parts = [market.extension(), market.views()];
        vm.assertEq(parts[0], extension, "extension");
        vm.assertEq(parts[1], views, "views");
        bytes memory before = abi.encode(market.parameters(), market.provider(owner));
        bytes[] memory calls = new bytes[](16);
        calls[0] = abi.encodeCall(market.register, (nodeKey, hex"01", 0));
        calls[1] = abi.encodeCall(market.addStake, (1));
        calls[2] = abi.encodeCall(market.updateNode, (client, hex"01"));
        calls[3] = abi.encodeCall(market.setPayout, (client));
        calls[4] = abi.encodeCall(market.cancelOffers, (1));
        calls[5] = abi.encodeCall(market.exit, ());
        calls[6] = abi.encodeCall(market.challengeLeaf, (owner, record().root, 0));
        calls[7] = abi.encodeCall(market.decide, (DisputeId.wrap(1)));
        calls[8] = abi.encodeCall(market.answer, (DisputeId.wrap(1), ""));
        calls[9] = settingCall(settings());
        calls[10] = abi.encodeCall(market.pause, ());
        calls[11] = abi.encodeCall(market.unpause, ());
        calls[12] = abi.encodeCall(IAccessManaged.setAuthority, (address(manager)));
        calls[13] = abi.encodeCall(market.collect, (owner));
        calls[14] = abi.encodeCall(market.clock, ());
        calls[15] = abi.encodeCall(market.settle, (one(id(1))));
        address[3] memory callers = [owner, governor, address(this)];
        for (uint256 i; i < calls.length; ++i) {
            for (uint256 j; j < 6; ++j) {
                vm.prank(callers[j % 3]);
                (bool ok,) = parts[j / 3].call(calls[i]);
                vm.assertFalse(ok, "a part of a market worked by itself");
            }
        }
        vm.assertEq(abi.encode(market.parameters(), market.provider(owner)), before, "the market is as it was");
    }

    function test_what_nobody_knows_and_ether_are_refused() public {
        refuses(client, address(market), hex"deadbeef", "");
        refuses(client, address(market), "", "");
        refuses(client, address(market), hex"de", "");
        address[3] memory all = [address(market), extension, views];
        for (uint256 i; i < 3; ++i) {
            (bool ok,) = all[i].call{ value: 1 }("");
            vm.assertFalse(ok, "bare ether");
            (ok,) = all[i].call{ value: 1 }(abi.encodeCall(market.collect, (owner)));
            vm.assertFalse(ok, "ether with a call of the core");
            (ok,) = all[i].call{ value: 1 }(abi.encodeCall(market.catchUp, (owner, 1)));
            vm.assertFalse(ok, "ether with a call of the core");
            (ok,) = all[i].call{ value: 1 }(abi.encodeCall(market.cancelOffers, (1)));
            vm.assertFalse(ok, "ether with a call of the extension");
            (ok,) = all[i].call{ value: 1 }(abi.encodeCall(market.providerCount, ()));
            vm.assertFalse(ok, "ether with a view");
        }
    }

    function test_an_extension_or_token_without_code_makes_no_market() public {
        address[3] memory good = [address(token), address(manager), extension];
        (bool ok,) = address(this).call(abi.encodeCall(this.deployWith, (good[0], client)));
        vm.assertFalse(ok, "extension");
        (ok,) = address(this).call(abi.encodeCall(this.deployWith, (client, good[2])));
        vm.assertFalse(ok, "token");
        this.deployWith(good[0], good[2]);
    }

    function deployWith(address token_, address extension_) external {
        vm.deployCode("StorageMarket.sol", abi.encode(token_, manager, extension_, settings()));
    }
}
