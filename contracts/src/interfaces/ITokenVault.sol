// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title Where all the money is
/// @notice Tokens are either a holder's balance, which only the holder can take out and always can, or under a lock, which
/// only the market can fill, move or release. There is no owner, no pause and no upgrade.
/// @dev Amounts are token base units. A lock is named by 32 bytes that the market chooses.
interface ITokenVault {
    event Deposited(bytes32 indexed lock, address indexed from, uint256 amount);
    event Moved(bytes32 indexed from, bytes32 indexed to, uint256 amount);
    event Released(bytes32 indexed lock, address indexed holder, uint256 amount);
    event Withdrawn(address indexed holder, address indexed to, uint256 amount);

    /// @notice Only the market may touch locks.
    error TokenVault_NotMarket(address caller);
    /// @notice The token moved another amount than asked for (a fee, a rebase): such tokens cannot be used.
    error TokenVault_WrongAmount(uint256 asked, uint256 received);
    /// @notice There is less under the lock than the market wants to take from it.
    error TokenVault_NotEnoughLocked(bytes32 lock, uint256 asked, uint256 locked);
    /// @notice Under one lock there can be at most 2^96 − 1.
    error TokenVault_LockTooLarge(bytes32 lock, uint256 amount);
    /// @notice The caller has no balance to withdraw.
    error TokenVault_NothingToWithdraw(address holder);
    /// @notice Zero is no address to pay to, and neither are the vault and the token themselves.
    error TokenVault_BadRecipient(address to);
    /// @notice Each lock needs an amount.
    error TokenVault_LengthMismatch();

    /// @notice The one token.
    function token() external view returns (IERC20);

    /// @notice The one contract that may touch locks: the one that created the vault.
    function market() external view returns (address);

    /// @notice What `holder` can withdraw at any time.
    function balanceOf(address holder) external view returns (uint256);

    /// @notice What lies under `lock`.
    function locked(bytes32 lock) external view returns (uint256);

    /// @notice Takes the sum of `amounts` from `from`'s wallet, who has approved the vault, and puts each amount under its lock.
    /// Market only.
    function deposit(address from, bytes32[] calldata locks, uint256[] calldata amounts) external;

    /// @notice Moves `amount` from one lock to another. Market only.
    function move(bytes32 from, bytes32 to, uint256 amount) external;

    /// @notice Moves `amount` from a lock to the balance of `holder`. Market only.
    function release(bytes32 lock, address holder, uint256 amount) external;

    /// @notice Sends what was burned out of the vault, to an address that nobody has a key of. Anyone may; nothing waits for it.
    /// @return amount What was sent.
    function sendBurned() external returns (uint256 amount);

    /// @notice Pays the caller's whole balance to `to`. Nothing can prevent it.
    /// @return amount What was paid.
    function withdraw(address to) external returns (uint256 amount);
}
