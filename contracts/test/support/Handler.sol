// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AccessManager } from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import { IAccessManaged } from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import { IMarketErrors } from "../../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../../src/interfaces/IMarketRecords.sol";
import { IRandomBeacon } from "../../src/interfaces/IRandomBeacon.sol";
import { IStorageMarket } from "../../src/interfaces/IStorageMarket.sol";
import { DisputeMoves } from "./DisputeMoves.sol";
import { ClientMoves } from "./ClientMoves.sol";
import { ProviderMoves } from "./ProviderMoves.sol";
import { vm } from "./Vm.sol";

/// @title Random moves of up to five providers at a time, three clients and whoever passes by
/// @dev Every function of the market that changes state has a move. A move that the rules allow must go through and do what the
/// model says; one that they do not allow must fail with the error that the model names. Any other revert fails the run.
contract Handler is ClientMoves, ProviderMoves, DisputeMoves {
    /// @dev Beyond the unbonding and the last end that any move can lead to.
    uint256 internal constant FAR = 6000;
    AccessManager internal manager;
    IRandomBeacon[] internal beacons;

    constructor() {
        setUp();
        manager = new AccessManager(address(this));
        IAccessManaged(address(market)).setAuthority(address(manager));
        rules = settings();
        // Known at once, known in time, and known after the middle of the round, which makes it void.
        beacons.push(beacon);
        beacons.push(IRandomBeacon(vm.deployCode("BlockhashBeacon.sol", abi.encode(2))));
        beacons.push(IRandomBeacon(vm.deployCode("BlockhashBeacon.sol", abi.encode(6))));
        models.push();
        for (uint256 i; i < CLIENTS; ++i) {
            fund(clientOf(i));
            everybody_.push(clientOf(i));
            everybody_.push(payoutOf_(i));
        }
        fund(KEEPER);
        everybody_.push(KEEPER);
        everybody_.push(BURNED);
        owners.push(owner);
        everybody_.push(owner);
        nodeKeys[owner].push(NODE_KEY);
        payoutOf[owner] = owner;
        stakeOf[owner] = 2 * MIN_STAKE;
        registerNext(MIN_STAKE);
        registerNext(3 * MIN_STAKE + 1);
    }

    function getMarket() external view returns (IStorageMarket) {
        return market;
    }

    function getToken() external view returns (address) {
        return address(token);
    }

    function everybody() external view returns (address[] memory) {
        return everybody_;
    }

    function providerCount() external view returns (uint256) {
        return owners.length;
    }

    // ------------------------------------------------------------------ time

    function pass(uint256 rounds) external move {
        current += rounds % 4 == 0 ? 3 : 1;
        sync();
    }

    function passManyRounds(uint256 rounds) external move {
        // Seldom, or everybody is ejected all the time.
        if (rounds % 32 == 0) current += 70;
        sync();
    }

    // ------------------------------------------------------------------ governing, withdrawing

    function pauseOne(uint256 luck) external move {
        // Seldom, because little can happen until the end of it.
        if (!paused && luck % 6 > 0) return;
        bytes memory call_ = paused ? abi.encodeCall(market.unpause, ()) : abi.encodeCall(market.pause, ());
        bytes memory stranger = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, KEEPER);
        refuses(KEEPER, address(market), call_, stranger);
        callsAs(address(this), call_);
        paused = !paused;
    }

    function setParametersOne(uint256 luck) external move {
        IMarketRecords.Parameters memory p = rules;
        uint256 part = luck % 8;
        luck /= 8;
        if (part == 0) p.minStake = luck % 4 == 0 ? 2 * MIN_STAKE + 7 : MIN_STAKE;
        if (part == 1) p.unitStake = luck % 2 == 0 ? 0 : 5 ether;
        if (part == 2) p.slashBasisPoints = [uint32(500), 1000, 100, 1, 500, 1000, 100, 10_000][luck % 8];
        if (part == 3) p.unbondingRounds = [uint32(0), 1, UNBONDING][luck % 3];
        if (part == 4) p.noticeRounds = [uint32(0), 1, NOTICE][luck % 3];
        if (part == 5) p.answerRounds = [uint32(2), ANSWER, 8][luck % 3];
        if (part == 6) p.disputeSlashBasisPoints = [uint32(1), 2000, 500, 100, 2000, 10_000][luck % 6];
        if (part == 7) p.disputeBond = [uint256(1), BOND, 7 ether + 1][luck % 3];
        set(p);
    }

    function setBeaconOne(uint256 luck) external move {
        // Seldom, because the rounds until then are judged by nobody any more.
        if (luck % 4 > 0) return;
        IMarketRecords.Parameters memory p = rules;
        p.beacon = beacons[luck / 4 % 3];
        set(p);
        beaconSince = current;
    }

    function set(IMarketRecords.Parameters memory p) internal {
        bytes memory call_ = abi.encodeCall(market.setParameters, (p));
        bytes memory stranger = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, KEEPER);
        refuses(KEEPER, address(market), call_, stranger);
        callsAs(address(this), call_);
        rules = p;
        vm.assertEq(abi.encode(market.parameters()), abi.encode(p), "parameters");
    }

    function withdrawOne(uint256 who) external move {
        withdraw(everybody_[who % everybody_.length]);
    }

    // ------------------------------------------------------------------ what must always be possible

    /// @dev Whatever has happened, whoever still runs can prove the next round and answer what it was asked about what it holds;
    /// and everybody leaves with what is due to them, while the market is paused.
    function finish() external {
        sync();
        if (!paused) {
            callsAs(address(this), abi.encodeCall(market.pause, ()));
            paused = true;
        }
        for (uint256 i = disputeIds.length; i > 0; --i) {
            answerDispute(i - 1);
        }
        ++current;
        sync();
        for (uint256 i; i < owners.length; ++i) {
            proveFor(owners[i], 1);
            bool running = refusalToRun(owners[i]).length == 0;
            vm.assertTrue(provedNow(owners[i]) == running, "whoever runs can prove");
        }
        current += FAR;
        sync();
        while (disputeIds.length > 0) decide(disputeIds.length - 1);
        for (uint256 i = 1; i < models.length; ++i) {
            settleAll(one(id(i)));
        }
        for (uint256 i; i < owners.length; ++i) {
            goAway(owners[i]);
        }
        current += UNBONDING;
        sync();
        for (uint256 i; i < owners.length; ++i) {
            goAway(owners[i]);
            vm.assertTrue(stageOf(owners[i]) == IMarketErrors.Stage.Left, "everybody can leave");
        }
        for (uint256 i; i < everybody_.length; ++i) {
            withdraw(everybody_[i]);
        }
    }

    // ------------------------------------------------------------------ inside

    function withdraw(address account) internal {
        uint256 amount = vault.balanceOf(account);
        if (amount == 0) return;
        uint256 before = token.balanceOf(account);
        if (account == BURNED) {
            vault.sendBurned();
        } else {
            vm.prank(account);
            vault.withdraw(account);
        }
        vm.assertEq(token.balanceOf(account) - before, amount, "what was due");
    }
}
