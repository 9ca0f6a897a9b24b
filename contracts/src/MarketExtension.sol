// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Delegating } from "./Delegating.sol";
import { MarketDisputes } from "./MarketDisputes.sol";
import { MarketProviders } from "./MarketProviders.sol";
import { MarketState } from "./MarketState.sol";

/// @title The part of the market that is called seldom
/// @dev Only ever runs by `delegatecall` from a `StorageMarket`, with the market's storage, address and vault. Called directly it
/// finds an empty storage: no settings, no vault, nothing to take. It keeps nothing of a market's, so one serves any number.
contract MarketExtension is MarketProviders, MarketDisputes, Delegating {
    /// @param views_ `MarketViews`, which answers what is not here.
    constructor(address views_) MarketState(address(0)) Delegating(views_) {
        if (views_.code.length == 0) revert StorageMarket_BadParameter("views");
    }

    function views() external view returns (address) {
        return _next;
    }

    function setParameters(Parameters calldata parameters_) external restricted {
        // Rounds and samples are what deposits and proofs were made for.
        _require(parameters_.roundBlocks == _settings.roundBlocks, "roundBlocks");
        _require(parameters_.challenges == _settings.challenges, "challenges");
        _set(parameters_);
    }

    function pause() external restricted {
        _pause();
    }

    function unpause() external restricted {
        _unpause();
    }
}
