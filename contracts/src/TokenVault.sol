// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ITokenVault } from "./interfaces/ITokenVault.sol";

/// @title Balances and locks of one token
/// @dev Invariants, for ever:
///
///     token.balanceOf(vault)  ≥  Σ balanceOf(holder) + Σ locked(lock)                  (solvent)
///     Σ balanceOf + Σ locked  =  Σ Deposited.amount − Σ Withdrawn.amount               (nothing made, nothing lost)
///     withdraw reverts only if the caller has nothing, or the token refuses            (never stuck)
///
/// The market creates the vault in its own constructor: neither can be bound to another, and there is no moment in which the
/// vault has no market.
contract TokenVault is ITokenVault {
    using SafeERC20 for IERC20;

    /// @dev So that the market's rates, earnings and shares fit their bits.
    uint256 private constant MAX_LOCKED = type(uint96).max;
    /// @dev Whom the market releases to what is to be burned.
    address private constant BURNED = address(0xdEaD);

    IERC20 public immutable token;
    address public immutable market;

    mapping(address holder => uint256 amount) public balanceOf;
    mapping(bytes32 lock => uint256 amount) public locked;

    modifier onlyMarket() {
        if (msg.sender != market) revert TokenVault_NotMarket(msg.sender);
        _;
    }

    constructor(IERC20 token_) {
        token = token_;
        market = msg.sender;
    }

    function deposit(address from, bytes32[] calldata locks, uint256[] calldata amounts) external onlyMarket {
        if (locks.length != amounts.length) revert TokenVault_LengthMismatch();
        uint256 total;
        for (uint256 i; i < locks.length; ++i) {
            total += amounts[i];
            _put(locks[i], amounts[i]);
            emit Deposited(locks[i], from, amounts[i]);
        }
        // What counts is what arrived: a token that keeps a fee would leave the last one to withdraw without money.
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(from, address(this), total);
        uint256 received = token.balanceOf(address(this)) - before;
        if (received != total) revert TokenVault_WrongAmount(total, received);
    }

    function move(bytes32 from, bytes32 to, uint256 amount) external onlyMarket {
        _take(from, amount);
        _put(to, amount);
        emit Moved(from, to, amount);
    }

    function release(bytes32 lock, address holder, uint256 amount) external onlyMarket {
        _take(lock, amount);
        balanceOf[holder] += amount;
        emit Released(lock, holder, amount);
    }

    function withdraw(address to) external returns (uint256) {
        if (to == address(0) || to == address(this) || to == address(token)) revert TokenVault_BadRecipient(to);
        return _pay(msg.sender, to);
    }

    function sendBurned() external returns (uint256) {
        return _pay(BURNED, BURNED);
    }

    function _pay(address holder, address to) private returns (uint256 amount) {
        amount = balanceOf[holder];
        if (amount == 0) revert TokenVault_NothingToWithdraw(holder);
        balanceOf[holder] = 0;
        emit Withdrawn(holder, to, amount);
        token.safeTransfer(to, amount);
    }

    function _put(bytes32 lock, uint256 amount) private {
        amount += locked[lock];
        if (amount > MAX_LOCKED) revert TokenVault_LockTooLarge(lock, amount);
        locked[lock] = amount;
    }

    function _take(bytes32 lock, uint256 amount) private {
        uint256 there = locked[lock];
        if (amount > there) revert TokenVault_NotEnoughLocked(lock, amount, there);
        locked[lock] = there - amount;
    }
}
