// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import { StorageToken } from "../src/StorageToken.sol";
import { TokenVault } from "../src/TokenVault.sol";
import { ITokenVault } from "../src/interfaces/ITokenVault.sol";
import { vm } from "./support/Vm.sol";

/// @dev Keeps one in a hundred of each transfer.
contract FeeToken is ERC20("Fee", "FEE") {
    constructor(address holder) {
        _mint(holder, 1e30);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from != address(0) && value >= 100) super._update(to, address(1), value / 100);
    }
}

/// @dev Calls back into the vault while it is being paid or paying.
contract HookToken is ERC20("Hook", "HOOK") {
    TokenVault public vault;

    function arm(TokenVault vault_) external {
        vault = vault_;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 value) internal override {
        if (address(vault) != address(0) && from != address(0)) Thief(address(0x7417)).again(vault);
        super._update(from, to, value);
    }
}

/// @dev Withdraws whenever it is asked to.
contract Thief {
    uint256 public tries;

    function again(TokenVault vault) external {
        ++tries;
        try vault.withdraw(address(0xBEEF)) { } catch { }
    }
}

/// @dev The test is the market: it creates the vault.
contract TokenVaultTest {
    bytes32 private constant LOCK = bytes32(uint256(1));
    bytes32 private constant SECOND = bytes32(uint256(2));
    address private constant ALICE = address(0xA);
    address private constant BOB = address(0xB);

    StorageToken private token;
    TokenVault private vault;

    function setUp() public {
        token = new StorageToken(address(this));
        vault = new TokenVault(token);
        token.mint(ALICE, 1000);
        vm.prank(ALICE);
        token.approve(address(vault), type(uint256).max);
    }

    function deposit(TokenVault into, bytes32 lock, uint256 amount) private {
        bytes32[] memory locks = new bytes32[](1);
        uint256[] memory amounts = new uint256[](1);
        (locks[0], amounts[0]) = (lock, amount);
        into.deposit(ALICE, locks, amounts);
    }

    function test_creator_is_the_market() public view {
        vm.assertEq(vault.market(), address(this), "market");
        vm.assertEq(address(vault.token()), address(token), "token");
    }

    function test_deposit_fills_every_lock_with_one_transfer() public {
        bytes32[] memory locks = new bytes32[](3);
        uint256[] memory amounts = new uint256[](3);
        (locks[0], locks[1], locks[2]) = (LOCK, SECOND, LOCK);
        (amounts[0], amounts[1], amounts[2]) = (10, 20, 5);
        vault.deposit(ALICE, locks, amounts);
        vm.assertEq(vault.locked(LOCK), 15, "first lock");
        vm.assertEq(vault.locked(SECOND), 20, "second lock");
        vm.assertEq(token.balanceOf(address(vault)), 35, "tokens");
    }

    function test_money_goes_from_wallet_to_lock_to_balance_to_wallet() public {
        deposit(vault, LOCK, 100);
        vault.move(LOCK, SECOND, 40);
        vault.release(SECOND, BOB, 30);
        vm.assertEq(vault.locked(LOCK), 60, "first lock");
        vm.assertEq(vault.locked(SECOND), 10, "second lock");
        vm.assertEq(vault.balanceOf(BOB), 30, "balance");
        vm.prank(BOB);
        vm.assertEq(vault.withdraw(address(0xC)), 30, "amount");
        vm.assertEq(token.balanceOf(address(0xC)), 30, "paid");
        vm.assertEq(vault.balanceOf(BOB), 0, "balance after");
    }

    function test_only_the_market_touches_locks() public {
        deposit(vault, LOCK, 100);
        bytes memory refusal = abi.encodeWithSelector(ITokenVault.TokenVault_NotMarket.selector, BOB);
        bytes32[] memory locks = new bytes32[](0);
        uint256[] memory amounts = new uint256[](0);
        vm.expectRevert(refusal);
        vm.prank(BOB);
        vault.deposit(ALICE, locks, amounts);
        vm.expectRevert(refusal);
        vm.prank(BOB);
        vault.move(LOCK, SECOND, 1);
        vm.expectRevert(refusal);
        vm.prank(BOB);
        vault.release(LOCK, BOB, 1);
    }

    function test_a_lock_gives_no_more_than_it_has() public {
        deposit(vault, LOCK, 100);
        bytes memory refusal = abi.encodeWithSelector(ITokenVault.TokenVault_NotEnoughLocked.selector, LOCK, 101, 100);
        vm.expectRevert(refusal);
        vault.release(LOCK, BOB, 101);
        vm.expectRevert(refusal);
        vault.move(LOCK, SECOND, 101);
    }

    function test_moving_to_the_same_lock_makes_nothing() public {
        deposit(vault, LOCK, 100);
        vault.move(LOCK, LOCK, 100);
        vm.assertEq(vault.locked(LOCK), 100, "lock");
    }

    function test_a_lock_holds_below_2_to_the_96() public {
        token.mint(ALICE, 2 ** 97);
        deposit(vault, LOCK, 2 ** 96 - 1);
        bytes memory refusal = abi.encodeWithSelector(ITokenVault.TokenVault_LockTooLarge.selector, LOCK, 2 ** 96);
        vm.expectRevert(refusal);
        this.depositInto(vault, 1);
        deposit(vault, SECOND, 1);
        vm.expectRevert(refusal);
        vault.move(SECOND, LOCK, 1);
        // A balance has no bound: what is due to somebody can always be released.
        vault.release(LOCK, BOB, 2 ** 96 - 1);
        deposit(vault, LOCK, 2 ** 96 - 1);
        vault.release(LOCK, BOB, 2 ** 96 - 1);
        vm.assertEq(vault.balanceOf(BOB), 2 ** 97 - 2, "balance");
    }

    function test_what_is_burned_leaves_the_vault_for_an_address_without_a_key() public {
        address nobody = address(0xdEaD);
        vm.expectRevert(abi.encodeWithSelector(ITokenVault.TokenVault_NothingToWithdraw.selector, nobody));
        vault.sendBurned();
        deposit(vault, LOCK, 100);
        vault.release(LOCK, nobody, 60);
        vm.prank(BOB);
        vm.assertEq(vault.sendBurned(), 60, "amount");
        vm.assertEq(token.balanceOf(nobody), 60, "sent");
        vm.assertEq(vault.balanceOf(nobody), 0, "nothing left to send");
        vm.assertEq(token.balanceOf(address(vault)), 40, "the rest stays");
    }

    function test_locks_and_amounts_go_together() public {
        vm.expectRevert(ITokenVault.TokenVault_LengthMismatch.selector);
        vault.deposit(ALICE, new bytes32[](2), new uint256[](1));
    }

    function test_nobody_withdraws_nothing() public {
        vm.expectRevert(abi.encodeWithSelector(ITokenVault.TokenVault_NothingToWithdraw.selector, BOB));
        vm.prank(BOB);
        vault.withdraw(BOB);
    }

    function test_a_withdrawal_needs_an_address_that_can_use_it() public {
        deposit(vault, LOCK, 100);
        vault.release(LOCK, BOB, 100);
        address[3] memory bad = [address(0), address(vault), address(token)];
        for (uint256 i; i < bad.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(ITokenVault.TokenVault_BadRecipient.selector, bad[i]));
            vm.prank(BOB);
            vault.withdraw(bad[i]);
        }
    }

    function test_a_token_that_keeps_a_fee_is_refused() public {
        FeeToken fee = new FeeToken(ALICE);
        TokenVault own = new TokenVault(fee);
        vm.prank(ALICE);
        fee.approve(address(own), type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(ITokenVault.TokenVault_WrongAmount.selector, 1000, 990));
        this.depositInto(own, 1000);
    }

    function test_a_token_that_calls_back_gets_nothing_twice() public {
        HookToken hook = new HookToken();
        TokenVault own = new TokenVault(hook);
        address thief = address(0x7417);
        vm.etch(thief, type(Thief).runtimeCode);
        hook.mint(ALICE, 1000);
        vm.prank(ALICE);
        hook.approve(address(own), type(uint256).max);
        deposit(own, LOCK, 300);
        own.release(LOCK, thief, 100);
        hook.arm(own);
        // While the thief is being paid it asks again: the balance is gone already.
        vm.prank(thief);
        own.withdraw(address(0xBEEF));
        vm.assertEq(hook.balanceOf(address(0xBEEF)), 100, "paid once");
        // While a deposit comes in it takes its balance out: the deposit does not count as more than what arrived.
        own.release(LOCK, thief, 50);
        vm.expectRevert(abi.encodeWithSelector(ITokenVault.TokenVault_WrongAmount.selector, 200, 150));
        this.depositInto(own, 200);
        vm.assertGe(Thief(thief).tries(), 1, "it tried");
    }

    function depositInto(TokenVault into, uint256 amount) external {
        deposit(into, LOCK, amount);
    }

    function testFuzz_nothing_is_made_or_lost(uint96 a, uint128 b, uint128 c) public {
        token.mint(ALICE, a);
        deposit(vault, LOCK, a);
        uint256 moved = uint256(b) % (uint256(a) + 1);
        vault.move(LOCK, SECOND, moved);
        uint256 released = uint256(c) % (moved + 1);
        vault.release(SECOND, BOB, released);
        vm.assertEq(vault.locked(LOCK) + vault.locked(SECOND) + vault.balanceOf(BOB), a, "sum");
        vm.assertEq(token.balanceOf(address(vault)), a, "tokens");
    }
}
