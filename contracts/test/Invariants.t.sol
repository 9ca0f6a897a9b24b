// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { IStorageMarket } from "../src/interfaces/IStorageMarket.sol";
import { ITokenVault } from "../src/interfaces/ITokenVault.sol";
import { AllocationId } from "../src/Round.sol";
import { Handler } from "./support/Handler.sol";
import { vm } from "./support/Vm.sol";

/// @title The formulas above TokenVault and StorageMarket, after random moves
contract InvariantsTest {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Handler private handler;
    IStorageMarket private market;
    ITokenVault private vault;
    IERC20 private token;

    function setUp() public {
        handler = new Handler();
        market = handler.getMarket();
        vault = market.vault();
        token = IERC20(handler.getToken());
    }

    function targetSelectors() public view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        // Rounds that pass, proofs, openings and states are the most frequent moves.
        bytes4[40] memory moves = [
            handler.pass.selector,
            handler.pass.selector,
            handler.pass.selector,
            handler.pass.selector,
            handler.passManyRounds.selector,
            handler.proveOne.selector,
            handler.proveAll.selector,
            handler.proveAll.selector,
            handler.proveAll.selector,
            handler.proveAll.selector,
            handler.openOne.selector,
            handler.openOne.selector,
            handler.openManyWithPermit.selector,
            handler.extendOne.selector,
            handler.growOne.selector,
            handler.growOne.selector,
            handler.closeOne.selector,
            handler.giveNoticeOne.selector,
            handler.settleSome.selector,
            handler.collectOne.selector,
            handler.penalizeOne.selector,
            handler.penalizeOne.selector,
            handler.catchUpOne.selector,
            handler.registerOne.selector,
            handler.addStakeOne.selector,
            handler.updateNodeOne.selector,
            handler.setPayoutOne.selector,
            handler.cancelOffersOne.selector,
            handler.exitOne.selector,
            handler.signState.selector,
            handler.signState.selector,
            handler.challengeInclusionOne.selector,
            handler.challengeStateLeafOne.selector,
            handler.challengeLeafOne.selector,
            handler.answerOne.selector,
            handler.decideOne.selector,
            handler.pauseOne.selector,
            handler.setParametersOne.selector,
            handler.setBeaconOne.selector,
            handler.withdrawOne.selector
        ];
        bytes4[] memory selectors = new bytes4[](moves.length);
        for (uint256 i; i < moves.length; ++i) {
            selectors[i] = moves[i];
        }
        targets[0] = FuzzSelector(address(handler), selectors);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_the_money_is_where_it_should_be() public {
        handler.sync();
        uint256 balances;
        uint256 due;
        uint256 rest;
        address[] memory all = handler.everybody();
        for (uint256 i; i < all.length; ++i) {
            balances += vault.balanceOf(all[i]);
        }
        uint256 providers = handler.providerCount();
        for (uint256 i; i < providers; ++i) {
            address owner = handler.owners(i);
            IMarketRecords.ProviderRecord memory p = market.provider(owner);
            (uint256 bonds, uint256 disputes) = handler.bonds(owner);
            (uint256 charges, uint256 escrow, uint256 unsettled) = handler.accounts(owner);
            vm.assertEq(p.stake, handler.stakeOf(owner), "stake");
            vm.assertEq(p.escrow, escrow, "escrow = what is still to be earned or refunded");
            vm.assertEq(p.earned + handler.collected(owner), charges, "earnings = what clients are charged");
            vm.assertEq(vault.locked(lock(4, owner)), bonds, "bonds");
            vm.assertEq(p.unsettled, unsettled, "unsettled");
            vm.assertEq(p.openDisputes, disputes, "open disputes");
            due += p.stake + escrow + p.earned;
            rest += p.compensation + bonds;
        }
        vm.assertEq(token.balanceOf(address(vault)), balances + due + rest, "tokens = balances + locks");
        vm.assertGe(token.balanceOf(address(vault)), due, "tokens cover stakes, deposits and earnings");
        vm.assertEq(market.allocationCount(), handler.allocationCount(), "allocations");
        checkSchedule(handler.owners(handler.moves() % providers));
    }

    /// @dev What is live and what was missed, one provider after each move.
    function checkSchedule(address owner) private view {
        IMarketRecords.ProviderRecord memory p = market.provider(owner);
        if (p.behind > 64) return;
        uint256 round = handler.current();
        (uint256 rate, uint256 units) = handler.liveAt(owner, round);
        vm.assertEq(p.liveRate, rate, "live rate = what is paid for the round");
        vm.assertEq(p.liveUnits, units, "paid units = live units");
        (, units) = handler.liveAt(owner, round + 1);
        vm.assertEq(p.nextUnits, units, "units of the next round");
        if (p.stage != IMarketErrors.Stage.Active && p.stage != IMarketErrors.Stage.Exiting) return;
        (bool known, uint256 misses) = handler.missesOf(owner);
        if (known) vm.assertEq(p.misses, misses, "misses");
    }

    /// @dev After each run everybody can prove, answer and leave, and the vault is empty to the last unit.
    function afterInvariant() public {
        handler.sync();
        uint256 count = handler.allocationCount();
        for (uint256 i; i < handler.providerCount(); ++i) {
            address owner = handler.owners(i);
            uint256 claims;
            IMarketRecords.AllocationRecord[] memory list =
                market.allocationsOfProvider(owner, AllocationId.wrap(0), 100_000);
            for (uint256 j; j < list.length; ++j) {
                claims += market.accountOf(list[j].id).compensation;
            }
            count -= list.length;
            vm.assertLe(claims, market.provider(owner).compensation, "claims fit the compensation");
        }
        vm.assertEq(count, 0, "all are in the lists");
        for (uint256 i = 1; i <= handler.allocationCount(); ++i) {
            (uint256 charge, uint256 expected) = handler.chargedByBits(i);
            vm.assertEq(charge, expected, "charged for the rounds that are marked");
            IMarketRecords.AllocationRecord memory a = market.allocation(AllocationId.wrap(uint48(i)));
            vm.assertEq(a.deposit, handler.depositOf(i), "deposit");
        }
        handler.finish();
        vm.assertEq(token.balanceOf(address(vault)), 0, "left in the vault");
        vm.assertGe(handler.moves(), 1, "moves");
    }

    function lock(uint256 kind, address owner) private pure returns (bytes32) {
        return bytes32(kind << 160 | uint160(owner));
    }
}
