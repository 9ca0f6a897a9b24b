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
            locked[locks[i]] += amounts[i];
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
        locked[to] += amount;
        emit Moved(from, to, amount);
    }

    function release(bytes32 lock, address holder, uint256 amount) external onlyMarket {
        _take(lock, amount);
        balanceOf[holder] += amount;
        emit Released(lock, holder, amount);
    }

    function withdraw(address to) external returns (uint256 amount) {
        if (to == address(0) || to == address(this) || to == address(token)) revert TokenVault_BadRecipient(to);
        amount = balanceOf[msg.sender];
        if (amount == 0) revert TokenVault_NothingToWithdraw(msg.sender);
        balanceOf[msg.sender] = 0;
        emit Withdrawn(msg.sender, to, amount);
        token.safeTransfer(to, amount);
    }

    function _take(bytes32 lock, uint256 amount) private {
        uint256 there = locked[lock];
        if (amount > there) revert TokenVault_NotEnoughLocked(lock, amount, there);
        locked[lock] = there - amount;
    }
}
