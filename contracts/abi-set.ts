// The generated ABIs under the names that the ledger uses, and all their errors in one list.

import { blockhashBeaconAbi as beaconAbi, blockhashBeaconBytecode as beaconBytecode } from "./abi/BlockhashBeacon.ts";
import { storageMarketAbi as marketAbi, storageMarketBytecode as marketBytecode } from "./abi/StorageMarket.ts";
import { storageTokenAbi as tokenAbi, storageTokenBytecode as tokenBytecode } from "./abi/StorageToken.ts";
import { tokenVaultAbi as vaultAbi } from "./abi/TokenVault.ts";

export { beaconAbi, beaconBytecode, marketAbi, marketBytecode, tokenAbi, tokenBytecode, vaultAbi };

/** A call to the market can fail with an error of the vault or of the token, so every revert is decoded against all. */
export const errorAbi = [...marketAbi, ...vaultAbi, ...tokenAbi, ...beaconAbi].filter((item) => item.type === "error");
