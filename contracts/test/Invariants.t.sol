// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { AllocationId, Round } from "../src/Round.sol";
import { IStorageMarket } from "../src/interfaces/IStorageMarket.sol";
import { ITokenVault } from "../src/interfaces/ITokenVault.sol";
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
        bytes4[] memory selectors = new bytes4[](13);
        // Rounds that pass and proofs are the most frequent moves.
        (selectors[0], selectors[1], selectors[2]) =
        (handler.pass.selector, handler.pass.selector, handler.pass.selector);
        (selectors[3], selectors[4]) = (handler.proveOne.selector, handler.proveOne.selector);
        (selectors[5], selectors[6]) = (handler.openOne.selector, handler.settleOne.selector);
        (selectors[7], selectors[8]) = (handler.penalizeOne.selector, handler.catchUpOne.selector);
        (selectors[9], selectors[10]) = (handler.addStakeOne.selector, handler.exitOne.selector);
        (selectors[11], selectors[12]) = (handler.withdrawOne.selector, handler.passManyRounds.selector);
        targets[0] = FuzzSelector(address(handler), selectors);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_the_money_is_where_it_should_be() public {
        handler.sync();
        uint256 sum;
        address[] memory all = handler.everybody();
        for (uint256 i; i < all.length; ++i) {
            sum += vault.balanceOf(all[i]);
        }
        for (uint256 i; i < handler.PARTIES(); ++i) {
            address owner = handler.owners(i);
            IStorageMarket.ProviderRecord memory p = market.provider(owner);
            checkProvider(owner, p);
            sum += p.escrow + p.stake + p.compensation;
        }
        vm.assertEq(token.balanceOf(address(vault)), sum, "tokens = balances + escrows + stakes + compensation");
    }

    /// @dev Escrow, earnings and claims of one provider, from its allocations and its bitmap alone.
    function checkProvider(address owner, IStorageMarket.ProviderRecord memory p) private view {
        uint256 escrow;
        uint256 charged;
        uint256 claims;
        uint256 unsettled;
        uint256 liveRate;
        IStorageMarket.AllocationRecord[] memory list =
            market.allocationsOfProvider(owner, AllocationId.wrap(0), 10_000);
        for (uint256 i; i < list.length; ++i) {
            IStorageMarket.AllocationRecord memory a = list[i];
            uint256 rate = uint256(a.units) * a.price;
            uint256 charge = rate * marked(owner, a.startRound, a.endRound);
            charged += charge;
            if (a.startRound.number() <= handler.current() && handler.current() < a.endRound.number()) {
                liveRate += rate;
            }
            if (a.settled) continue;
            ++unsettled;
            escrow += a.deposit - charge;
            claims += market.compensationOf(a.id);
        }
        vm.assertEq(p.escrow, escrow, "escrow = what is still to be earned or refunded");
        vm.assertEq(handler.earned(owner), charged, "earnings = charges");
        vm.assertLe(claims, p.compensation, "claims fit the compensation");
        vm.assertEq(p.unsettled, unsettled, "unsettled");
        if (p.behind <= 64 && uint8(p.stage) < 3) vm.assertEq(p.liveRate, liveRate, "live rate");
    }

    /// @dev Bit by bit, unlike the contract.
    function marked(address owner, Round from, Round to) private view returns (uint256 ones) {
        uint256[] memory words = market.provedRounds(owner, from, to);
        for (uint256 round = from.number(); round < to.number(); ++round) {
            if (words[(round >> 8) - (from.number() >> 8)] >> (round & 255) & 1 == 1) ++ones;
        }
    }

    /// @dev After each run everybody can leave, and the vault is empty to the last unit.
    function afterInvariant() public {
        handler.finish();
        vm.assertEq(token.balanceOf(address(vault)), 0, "left in the vault");
        vm.assertGe(handler.moves(), 1, "moves");
    }
}
