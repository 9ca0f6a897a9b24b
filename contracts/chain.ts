// A development chain: anvil as a child process, its state saved so that it survives SIGKILL of either process.
// Its keys are the published test keys of the Ethereum tools. Nothing of value may ever be sent to it.

import type { Address } from "../protocol/index.ts";

/** Default chain id of a devnet, anvil's own. */
export const DEVNET_CHAIN_ID = 31_337;

export interface ChainOptions {
  /** Where the state lives; without it the chain is forgotten when it stops. */
  readonly folder?: string;
  /** 0 (default) lets the system choose. */
  readonly port?: number;
  /** Default 127.0.0.1; anything else lets other machines spend the published keys. */
  readonly host?: string;
  /** A block every so many seconds, besides one per transaction; without it only transactions make blocks. */
  readonly blockTimeSeconds?: number;
  readonly chainId?: number;
  readonly saveEveryMs?: number;
  readonly startTimeoutMs?: number;
  /** The anvil binary; default: the npm package of this platform, else `anvil` on the PATH. */
  readonly binary?: string;
  readonly signal?: AbortSignal;
}

/** A funded account whose key everybody knows. */
export interface DevAccount {
  readonly address: Address;
  readonly privateKey: Uint8Array;
}

export interface Chain {
  readonly rpcUrl: string;
  readonly port: number;
  readonly chainId: number;
  readonly pid: number;
  readonly accounts: readonly DevAccount[];
  /** Settles when the process has ended, for whatever reason. */
  readonly exited: Promise<void>;
  /** Adds blocks at once. They take no time: the clock goes on with the wall's, so that offers do not run out. */
  mine(blocks: number): Promise<void>;
  /** Sets the account's balance (wei) to at least `wei`. */
  fund(address: Address, wei?: bigint): Promise<void>;
  /** Writes the state to the folder now; nothing without a folder. */
  save(): Promise<void>;
  /** Saves the state and ends the process. */
  stop(): Promise<void>;
  /** SIGKILL; the state on disk is that of the last save. */
  kill(): Promise<void>;
}

/**
 * Starts a chain, or the one in the folder again with its blocks, contracts and clock.
 * @throws ERR_NO_CHAIN no anvil, or it did not come up; ERR_PORT_TAKEN; ERR_STORE_DAMAGED the saved state
 */
export async function startChain(options: ChainOptions = {}): Promise<Chain> {
  // Loaded when used, so that the ledger beside it also runs where there are no processes: in a browser.
  const { startAnvil } = await import("./anvil.ts");
  return startAnvil(options);
}
