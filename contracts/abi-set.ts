// The generated ABIs under the names that the ledger and the deployment use, and all their errors in one list.

import { accessManagerAbi, accessManagerBytecode } from "./abi/AccessManager.ts";
import { blockhashBeaconAbi as beaconAbi, blockhashBeaconBytecode as beaconBytecode } from "./abi/BlockhashBeacon.ts";
import { drandBeaconAbi } from "./abi/DrandBeacon.ts";
import {
  marketExtensionAbi as extensionAbi,
  marketExtensionBytecode as extensionBytecode,
} from "./abi/MarketExtension.ts";
import { marketViewsAbi as viewsAbi, marketViewsBytecode as viewsBytecode } from "./abi/MarketViews.ts";
import { storageMarketAbi as marketAbi, storageMarketBytecode as marketBytecode } from "./abi/StorageMarket.ts";
import { storageTokenAbi as tokenAbi, storageTokenBytecode as tokenBytecode } from "./abi/StorageToken.ts";
import { tokenVaultAbi as vaultAbi } from "./abi/TokenVault.ts";

export {
  accessManagerAbi,
  accessManagerBytecode,
  beaconAbi,
  beaconBytecode,
  extensionAbi,
  extensionBytecode,
  marketAbi,
  marketBytecode,
  tokenAbi,
  tokenBytecode,
  vaultAbi,
  viewsAbi,
  viewsBytecode,
};

/** A call to the market can fail with an error of the vault, the token, the beacon or the authority: every revert is decoded against all. */
export const errorAbi = [
  ...marketAbi,
  ...vaultAbi,
  ...tokenAbi,
  ...beaconAbi,
  ...drandBeaconAbi,
  ...accessManagerAbi,
].filter((item) => item.type === "error");
