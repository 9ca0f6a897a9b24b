// The local network as its users see it.

import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { lockFolder } from "../folder-lock.ts";
import { LocalNetwork } from "./local-network.ts";
import type { Chain, Ledger, NetworkFile } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { RoundReport } from "../auditor/index.ts";
import type { Client, StateMemory } from "../client/index.ts";
import type { NetworkLog } from "../network/index.ts";
import type { Provider } from "../provider/index.ts";
import type { Wallet } from "../wallet.ts";

export interface DevnetOptions {
  /** Default 12. */
  readonly providers?: number;
  /** Where everything lies, and is found again by the next run. Left out: a folder in the system's temp, deleted at the end. */
  readonly folder?: string;
  /** One process for each provider, so that `kill` is a SIGKILL. Default: all in this one. */
  readonly processes?: boolean;
  /** Default 64. A round lasts this many blocks. */
  readonly roundBlocks?: number;
  /** Default 1. Each transaction also makes a block at once. */
  readonly blockTimeSeconds?: number;
  /** Of each provider. Default 10 GiB. */
  readonly capacityBytes?: number;
  /** Token base units per MiB and round. Default 0.0001 tokens. */
  readonly pricePerUnitRound?: bigint;
  /** Port of the chain's RPC. Default: any. */
  readonly rpcPort?: number;
  /** First port of the providers, which count up from it. Default: any. */
  readonly firstPort?: number;
  readonly log?: NetworkLog;
  /** Told what starts, in plain lines. */
  readonly onStep?: (line: string) => void;
  readonly signal?: AbortSignal;
}

export interface DevnetProvider {
  readonly index: number;
  readonly folder: string;
  /** Its id on chain. */
  readonly owner: Address;
  readonly peer: string;
  readonly running: boolean;
  /** The daemon, when it runs in this process. */
  readonly daemon: Provider | undefined;
  /** Its process id, when it runs in a process of its own. */
  readonly pid: number | undefined;
}

export interface Devnet extends AsyncDisposable {
  readonly folder: string;
  /** The path of network.json, which clients and providers read. */
  readonly networkFile: string;
  readonly network: NetworkFile;
  readonly chain: Chain;
  /** A client's wallet with 1,000,000 tokens. */
  readonly wallet: Wallet;
  readonly walletFile: string;
  readonly providers: readonly DevnetProvider[];
  /** Of the token's owner. */
  readonly treasury: Ledger;
  /** A client with the network's wallet, or with another key. Close it yourself. */
  connect(options?: {
    readonly privateKey?: Uint8Array;
    readonly states?: StateMemory;
    readonly signal?: AbortSignal;
  }): Promise<Client>;
  /** A key with gas and tokens in its wallet. */
  funded(tokens?: bigint): Promise<Uint8Array>;
  /** Ends a provider without a good-bye. */
  kill(index: number): Promise<void>;
  /** Flips a bit in every leaf that the provider has on disk; it goes on running. */
  corrupt(index: number): Promise<void>;
  /** Undoes the corruption. */
  heal(index: number): Promise<void>;
  /** Starts a killed provider again on what it has on disk; one that runs is stopped first. */
  restart(index: number): Promise<void>;
  /** Goes on to the next round n times, each time until all who run have proved or given up, and has the auditor judge it. */
  rounds(n: number): Promise<RoundReport[]>;
  /** What the auditor says of each round as the chain's own clock ends it, until the signal. */
  watch(signal: AbortSignal): AsyncGenerator<RoundReport>;
  stop(): Promise<void>;
}

const DEFAULTS = {
  providers: 12,
  processes: false,
  roundBlocks: 64,
  blockTimeSeconds: 1,
  capacityBytes: 10 * 2 ** 30,
  pricePerUnitRound: 10n ** 14n,
  rpcPort: 0,
  firstPort: 0,
  onStep: () => {},
} as const;

/** Starts a local network. Throws ERR_NO_CHAIN without anvil, ERR_PORT_TAKEN, and what a provider throws at its start. */
export async function devnet(options: DevnetOptions = {}): Promise<Devnet> {
  const temporary = options.folder === undefined;
  const folder = resolve(options.folder ?? (await mkdtemp(join(tmpdir(), "cairn-"))));
  const lock = await lockFolder(folder);
  const net = new LocalNetwork({ ...DEFAULTS, ...options, folder }, lock, temporary);
  try {
    await net.start();
    return net;
  } catch (error) {
    await net.stop().catch(() => {}); // why it did not start matters more
    throw error;
  }
}
