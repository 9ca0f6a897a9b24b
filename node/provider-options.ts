// What a whole provider is told, and what of it goes to which of its parts.

import { MONITOR, PROVIDER } from "./limits/index.ts";
import { spreadOf } from "./provider/index.ts";
import type { NetworkFile } from "../contracts/index.ts";
import type { Address } from "../protocol/index.ts";
import type { Config } from "./config.ts";
import type { MonitorOptions } from "./monitor/index.ts";
import type { NetworkLimits, NetworkLog } from "./network/index.ts";
import type { ProviderLog, ProviderOptions } from "./provider/index.ts";

export interface ProviderNodeOptions {
  /** Holds keys and data; made when it is not there. */
  readonly folder: string;
  readonly network: NetworkFile;
  /** Multiaddrs such as `/ip4/0.0.0.0/tcp/4101`; port 0 lets the system choose. */
  readonly listen: readonly string[];
  readonly announce?: readonly string[];
  readonly capacityBytes: number;
  /** Token base units per unit (1 MiB) and round. */
  readonly pricePerUnitRound: bigint;
  /** Token base units that the owner stakes, if the provider is not registered yet. */
  readonly stake: bigint;
  /** Where earnings go, set once when the chain still has the owner there. */
  readonly payout?: Address;
  /** Bytes per second to and from clients; 0 is no limit. */
  readonly uploadLimit?: number;
  readonly downloadLimit?: number;
  /** Requests served at once, in all and of one peer. */
  readonly maxTransfers?: number;
  readonly maxTransfersPerPeer?: number;
  /** Bytes that the allocations of one client may have together; 0 is no limit. */
  readonly clientCapacity?: number;
  /** Asks the router for a port. Default false. */
  readonly upnp?: boolean;
  /** Relays: `use` others' where needed, `serve` besides while it can be dialled. Default `off`. */
  readonly relay?: "off" | "use" | "serve";
  /** `ADDRESS:PORT` of the status page, or `off`, the default. */
  readonly monitorListen?: string;
  /** Without it the status page is served to this machine alone. */
  readonly monitorToken?: string;
  /** Between two looks at the chain. Default 1,000. */
  readonly pollMs?: number;
  /** Blocks over which the proofs of all providers are spread. Default a part of the round; 0 on a local network, where few share a block. */
  readonly spreadBlocks?: number;
  /** A pino logger fits. */
  readonly log?: NodeLog;
  /** Ends the start; what runs then is ended by `stop`. */
  readonly signal?: AbortSignal;
}

/** What stands in the settings as a provider takes it. The network, the price and the log are the command's. */
export function settingsOfNode(config: Config): Omit<ProviderNodeOptions, "network" | "pricePerUnitRound"> {
  const { folder, listen, announce, capacity, stake, payout, monitorListen, monitorToken, pollSeconds } = config;
  const { uploadLimit, downloadLimit, maxTransfers, maxTransfersPerPeer, clientCapacity, upnp, relay } = config;
  return {
    folder,
    listen,
    announce,
    capacityBytes: capacity,
    stake,
    uploadLimit,
    downloadLimit,
    maxTransfers,
    maxTransfersPerPeer,
    clientCapacity,
    upnp,
    relay,
    monitorListen,
    pollMs: pollSeconds * 1000,
    ...(payout === undefined ? {} : { payout }),
    ...(monitorToken === undefined ? {} : { monitorToken }),
  };
}

/** Where a node says what happens; `info` may be missing. */
export type NodeLog = NetworkLog & Partial<Pick<ProviderLog, "info">>;

/** Between two looks at the chain. */
export const DEFAULT_POLL_MS = 1000;
/** Polls of the chain from one look of the monitor to the next, at most. */
const LOOK_POLLS = 5;
const UNIT_BYTES = 2 ** 20;
/** Rounds below which an offer is not worth a transaction to a client. */
const MIN_ROUNDS = 1;

/** For the daemon. */
export function daemonOptions({
  capacityBytes,
  pricePerUnitRound,
  network,
  spreadBlocks,
  clientCapacity = 0,
  pollMs = DEFAULT_POLL_MS,
}: ProviderNodeOptions): ProviderOptions {
  const maxUnitsPerOffer = Math.max(1, Math.floor(capacityBytes / UNIT_BYTES));
  const spread = spreadBlocks ?? (network.local ? 0 : spreadOf(network.roundBlocks));
  return {
    spreadBlocks: spread,
    capacityBytes,
    pricePerUnitRound,
    pollMs,
    maxUnitsPerOffer,
    minRounds: MIN_ROUNDS,
    ...(clientCapacity === 0 ? {} : { clientBytes: clientCapacity }),
  };
}

/** For the peer: what the operator lets through, and how long a stop may take. */
export function networkLimits({
  uploadLimit,
  downloadLimit,
  maxTransfers,
  maxTransfersPerPeer,
}: ProviderNodeOptions): Partial<NetworkLimits> {
  return {
    stopMs: PROVIDER.stopMs,
    ...(uploadLimit === undefined ? {} : { uploadBytesPerSecond: uploadLimit }),
    ...(downloadLimit === undefined ? {} : { downloadBytesPerSecond: downloadLimit }),
    ...(maxTransfers === undefined ? {} : { transfers: maxTransfers }),
    ...(maxTransfersPerPeer === undefined ? {} : { transfersPerPeer: maxTransfersPerPeer }),
  };
}

/** For the status page. */
export function pageOptions({
  monitorListen = "off",
  monitorToken,
  pollMs = DEFAULT_POLL_MS,
}: ProviderNodeOptions): MonitorOptions {
  const lookMs = Math.min(MONITOR.lookMs, LOOK_POLLS * pollMs);
  return { listen: monitorListen, lookMs, ...(monitorToken === undefined ? {} : { token: monitorToken }) };
}

/** A log with every level, whatever was given. */
export function providerLog(log: NodeLog | undefined): ProviderLog {
  const silent = (): void => {};
  if (log === undefined) return { debug: silent, info: silent, warn: silent, error: silent };
  return {
    debug: (facts, text) => log.debug(facts, text),
    info: (facts, text) => (log.info === undefined ? log.debug(facts, text) : log.info(facts, text)),
    warn: (facts, text) => log.warn(facts, text),
    error: (facts, text) => log.error(facts, text),
  };
}
