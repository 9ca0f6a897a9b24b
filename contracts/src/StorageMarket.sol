// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { Delegating } from "./Delegating.sol";
import { MarketOpening } from "./MarketOpening.sol";
import { MarketProving } from "./MarketProving.sol";
import { MarketState } from "./MarketState.sol";
import { MarketTerms } from "./MarketTerms.sol";
import { TokenVault } from "./TokenVault.sol";

/// @title Capacity bought, proved round by round, paid for and settled
/// @dev Invariants. For every provider p, with marked(p) the rounds it has proved:
///
///     locked(escrow p)       = earned(p) + Σ over unsettled a of p: deposit(a) − charge(a)
///     charge(a)              = Σ over r ∈ marked(p) ∩ [start(a), end(a)): units(a, r) × price(a)
///     earned and collected   = Σ over r ∈ marked(p): liveRate(p, r) = Σ over a of p: charge(a)
///     locked(compensation p) ≥ Σ over unsettled a of p: claim(a)
///     locked(bond p)         = Σ over open disputes of p: bond
///     slashed from p         = bounties + compensation
///     leaves(p)              ≤ 4,096 × units that are to be live in the next round, when it is committed
///
/// No call loops over clients, over all allocations of anybody, or over more than 64 rounds. Nobody can stop another party's
/// `settle`, `collect` or `withdraw`: no setting and no pause reaches them.
///
/// What is called seldom is in `MarketExtension`, what only reads in `MarketViews`; both run on this contract's storage and are
/// fixed at the creation.
contract StorageMarket is MarketOpening, MarketTerms, MarketProving, Delegating {
    constructor(IERC20 token, address authority, address extension_, Parameters memory parameters_)
        MarketState(authority)
        Delegating(extension_)
    {
        if (address(token).code.length == 0) revert StorageMarket_BadParameter("token");
        if (extension_.code.length == 0) revert StorageMarket_BadParameter("extension");
        _settings.vault = new TokenVault(token);
        _settings.genesisBlock = uint48(block.number);
        _set(parameters_);
    }

    function extension() external view returns (address) {
        return _next;
    }
}
