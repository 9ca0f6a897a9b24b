// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IMarketCore } from "./IMarketCore.sol";
import { IMarketExtension } from "./IMarketExtension.sol";
import { IMarketViews } from "./IMarketViews.sol";

/// @title Where clients buy capacity from providers, and providers prove each round that they hold what was put there
/// @notice See docs/spec/chain.md. A provider is named by the address of its owner; a unit of capacity is 1 MiB, 4,096 leaves.
/// Amounts are token base units; prices are per unit and round. All of it is called at one address.
interface IStorageMarket is IMarketCore, IMarketExtension, IMarketViews { }
