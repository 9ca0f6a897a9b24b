// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Compensation } from "./Compensation.sol";
import { MarketState } from "./MarketState.sol";
import { Round } from "./Round.sol";

/// @title Where slashed stake goes
/// @dev A fifth to who brought the fault to the chain, half is burned, the rest is for the clients harmed. What is burned is what
/// slashing really costs: a provider can be its own client and its own accuser, and would get all the rest back.
abstract contract Slashing is MarketState {
    using Compensation for Compensation.Sum[];

    uint256 private constant BOUNTY_PARTS = 5;
    uint256 private constant BURNED_PARTS = 2;

    struct Slash {
        uint256 bounty;
        uint256 compensation;
        uint256 burned;
    }

    function _shares(uint256 slashed) internal pure returns (Slash memory slash) {
        slash.bounty = slashed / BOUNTY_PARTS;
        slash.burned = slashed / BURNED_PARTS;
        slash.compensation = slashed - slash.bounty - slash.burned;
    }

    /// @dev Pays bounty and burns.
    function _paySlash(address owner, address accuser, Slash memory slash) internal {
        bytes32 lock = _lock(STAKE, owner);
        _settings.vault.release(lock, accuser, slash.bounty);
        _settings.vault.release(lock, BURNED, slash.burned);
    }

    /// @dev Shares `amount` of the stake among what is live, by rate. With nothing live it stays stake: it would have nowhere to
    /// go. Returns what was shared.
    function _compensate(address owner, Provider storage provider_, Round current, uint256 amount, uint256 liveRate)
        internal
        returns (uint256)
    {
        if (liveRate == 0) return 0;
        _settings.vault.move(_lock(STAKE, owner), _lock(COMPENSATION, owner), amount);
        provider_.penalties.share(current, amount, liveRate);
        return amount;
    }
}
