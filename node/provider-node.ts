// One whole provider out of one folder: keys, chain, data, peer, registration, daemon; started in that order and stopped in
// the opposite one. The command line and the local network both open their providers here.
//
//   <folder>/peer.key node.key owner.key    provider-keys.ts
//   <folder>/config.toml                    written by `cairn provider init`
//   <folder>/registered.json                registration.ts
//   <folder>/peers/                         what libp2p remembers between runs
//   <folder>/store/                         fragments, index and book: provider/store/data-folder.ts
//   <folder>/monitor.json history.jsonl     where the status page is, and what it remembers: monitor/monitor.ts

import { join } from "node:path";
import { connectLedger, connectLedgerLater } from "../contracts/index.ts";
import { CairnError, isCairnError, sameAddress, type Address } from "../protocol/index.ts";
import { lockFolder } from "./folder-lock.ts";
import { fastHasher } from "./hasher.ts";
import { MONITOR, PROVIDER, STORE } from "./limits/index.ts";
import { Metrics, monitorAddress, startMonitor } from "./monitor/index.ts";
import { createNetwork, peerIdBytes } from "./network/index.ts";
import { openLogStore, openProviderFolder, spreadOf, startProvider, timedDisk } from "./provider/index.ts";
import { type ProviderKeys, readOrCreateProviderKeys } from "./provider-keys.ts";
import { type Registration, rememberedRegistration, rememberRegistration } from "./registration.ts";
import type { Ledger, NetworkFile, ProviderRecord } from "../contracts/index.ts";
import type { Monitor } from "./monitor/index.ts";
import type { Network, NetworkLog } from "./network/index.ts";
import type { Provider, ProviderLog } from "./provider/index.ts";

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

/** Where a node says what happens; `info` may be missing. */
export type NodeLog = NetworkLog & Partial<Pick<ProviderLog, "info">>;

export interface ProviderNode {
  /** The provider's id on chain. */
  readonly owner: Address;
  readonly nodeKey: Address;
  /** True if this start registered it. */
  readonly registered: boolean;
  readonly network: Network;
  /** Sends as the node key. */
  readonly ledger: Ledger;
  readonly provider: Provider;
  readonly monitor: Monitor;
  /** Stops serving, lets what is being written finish, closes everything. May be called again. */
  stop(): Promise<void>;
}

const DEFAULT_POLL_MS = 1000;
/** Polls of the chain from one look of the monitor to the next, at most. */
const LOOK_POLLS = 5;
const UNIT_BYTES = 2 ** 20;
/** Log bytes per byte of fragments sold. */
const STORE_HEADROOM = 1.05;
/** Rounds below which an offer is not worth a transaction to a client. */
const MIN_ROUNDS = 1;

/**
 * Opens the provider of a folder and starts it; registers it first if its owner is not on chain. When it fails, nothing of it
 * runs on. Throws ERR_WALLET_INVALID, ERR_RPC_DOWN, ERR_WRONG_CHAIN, ERR_NOT_DEPLOYED, ERR_STORE_FOREIGN, ERR_STORE_LOCKED,
 * ERR_STORE_DAMAGED, ERR_PORT_TAKEN, ERR_NOT_ENOUGH_TOKENS, ERR_NOT_ENOUGH_GAS, ERR_CONFIG_INVALID, ERR_DISK_….
 */
export async function openProviderNode(options: ProviderNodeOptions): Promise<ProviderNode> {
  await using opening = new AsyncDisposableStack();
  const { folder, monitorListen: listen = "off", monitorToken: token } = options;
  const lookMs = Math.min(MONITOR.lookMs, LOOK_POLLS * (options.pollMs ?? DEFAULT_POLL_MS));
  const page = { listen, lookMs, ...(token === undefined ? {} : { token }) };
  monitorAddress(page); // before anything is begun that would have to be undone
  opening.use(await lockFolder(folder));
  const keys = await readOrCreateProviderKeys(folder);
  const log = providerLog(options.log);
  const metrics = new Metrics(Date.now());
  opening.defer(() => metrics.stop());
  const owner = keys.owner.signer.address;
  const known = await knownAs(options, owner);
  const ledger = await openChain(options, keys.node.privateKey, known, opening);
  const data = await openData(options, owner, metrics, opening);
  const network = await openPeer(options, keys, metrics, opening);
  const registered = await registerOrRemember(options, keys, network, ledger, known);
  const provider = await startProvider(settingsOf(options), {
    ...data,
    network,
    ledger,
    nodeSigner: keys.node.signer,
    owner,
    hasher: await fastHasher(),
    log,
  });
  opening.defer(() => provider.stop());
  opening.defer(() => network.stop()); // before it, so that no request comes to a daemon that is stopping
  const source = { provider, network, ledger, folder, price: options.pricePerUnitRound };
  const monitor = await startMonitor(page, { source, metrics, log });
  opening.defer(() => monitor.stop());
  options.signal?.throwIfAborted();
  const opened = opening.move();
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopAll(opened, log));
  log.info({ event: "daemon.started", owner, peer: network.peer, registered }, "the provider is ready");
  return { owner, nodeKey: keys.node.signer.address, registered, network, ledger, provider, monitor, stop };
}

/** The page first, then the network, so that no request comes to a daemon that is stopping; the disk and the lock of the folder last. */
async function stopAll(opened: AsyncDisposableStack, log: ProviderLog): Promise<void> {
  log.info({ event: "daemon.stopping" }, "stopping: no new requests, what is being written is finished");
  const started = performance.now();
  await opened.disposeAsync();
  const seconds = Math.round(performance.now() - started) / 1000;
  log.info({ event: "daemon.stopped", seconds }, `stopped after ${seconds} s`);
}

function settingsOf({
  capacityBytes,
  pricePerUnitRound,
  network,
  spreadBlocks,
  clientCapacity = 0,
  pollMs = DEFAULT_POLL_MS,
}: ProviderNodeOptions) {
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

/** As what an earlier run was registered in this market. */
async function knownAs({ folder, network }: ProviderNodeOptions, owner: Address): Promise<Registration | undefined> {
  const known = await rememberedRegistration(folder);
  const isThis = known?.chainId === network.chainId && sameAddress(known.market, network.market);
  return isThis && sameAddress(known.owner, owner) ? known : undefined;
}

/** A provider that was registered before needs no chain to start. */
async function openChain(
  options: ProviderNodeOptions,
  privateKey: Uint8Array,
  known: Registration | undefined,
  opening: AsyncDisposableStack,
): Promise<Ledger> {
  const { network: deployment, pollMs = DEFAULT_POLL_MS, signal } = options;
  const log = providerLog(options.log);
  const ledgerOptions = {
    deployment,
    privateKey,
    pollMs,
    patienceMs: Math.min(pollMs * PROVIDER.patiencePolls, PROVIDER.patienceMs),
    onRemoved: (removed: object) =>
      log.warn(
        { event: "chain.transaction-removed", ...removed },
        "a reorganisation of the chain took a transaction out",
      ),
  };
  const connected = await ifChainAnswers(signal, known, (wait) => connectLedger({ ...ledgerOptions, ...wait }));
  const ledger = connected ?? connectLedgerLater(ledgerOptions);
  opening.defer(() => ledger.close());
  return ledger;
}

/** Undefined if the chain is away, or silent for long, and an earlier run knows what is needed of it. */
async function ifChainAnswers<T>(
  signal: AbortSignal | undefined,
  known: Registration | undefined,
  ask: (wait: { readonly signal?: AbortSignal }) => Promise<T>,
): Promise<T | undefined> {
  if (known === undefined) return ask(signal === undefined ? {} : { signal });
  const late = AbortSignal.timeout(PROVIDER.startMs);
  try {
    return await ask({ signal: signal === undefined ? late : AbortSignal.any([signal, late]) });
  } catch (error) {
    const isAway = isCairnError(error, "ERR_RPC_DOWN") || (late.aborted && isCairnError(error, "ERR_ABORTED"));
    if (signal?.aborted === true || !isAway) throw error;
    return undefined;
  }
}

async function openData(
  { folder: path, network, capacityBytes }: ProviderNodeOptions,
  provider: Address,
  metrics: Metrics,
  opening: AsyncDisposableStack,
) {
  const { chainId, market } = network;
  const disk = timedDisk((seconds) => metrics.sync(seconds));
  const owner = { chainId, market, provider };
  const folder = await openProviderFolder({ folder: join(path, "store"), owner }, { disk });
  opening.defer(() => folder.close());
  // What is sold is fragments; their records, and what is dead until it is compacted, come on top.
  const store = await openLogStore(
    { capacityBytes: Math.ceil(capacityBytes * STORE_HEADROOM) + STORE.logBytes },
    { folder },
  );
  opening.defer(() => store.close());
  return { folder, store };
}

async function openPeer(
  options: ProviderNodeOptions,
  keys: ProviderKeys,
  metrics: Metrics,
  opening: AsyncDisposableStack,
): Promise<Network> {
  const { folder, network: file, listen, announce = [], relay = "off", upnp = false, log } = options;
  const network = await createNetwork({
    privateKey: keys.peer,
    listen,
    announce,
    bootstrap: file.bootstrap,
    local: file.local,
    folder: join(folder, "peers"),
    dhtServer: true,
    relay,
    upnp,
    limits: networkLimits(options),
    onRequest: (facts) => metrics.request(facts),
    ...(log === undefined ? {} : { log }),
  });
  opening.defer(() => network.stop());
  return network;
}

/** True if this registered the provider. */
async function registerOrRemember(
  options: ProviderNodeOptions,
  keys: ProviderKeys,
  network: Network,
  ledger: Ledger,
  known: Registration | undefined,
): Promise<boolean> {
  const { folder, signal } = options;
  const owner = keys.owner.signer.address;
  const nodeKey = keys.node.signer.address;
  const asked = await ifChainAnswers(signal, known, async (wait) => ({ record: await ledger.provider(owner, wait) }));
  if (asked === undefined && known !== undefined) {
    checkRecord({ ...known, peerId: peerIdBytes(known.peer), stage: "active" }, keys, network);
    const what =
      "the chain does not answer: started without it, as registered before. What is held is served; nothing is sold until it is back, and rounds are proved from then on";
    providerLog(options.log).warn({ event: "chain.away-at-start", code: "ERR_RPC_DOWN", owner }, what);
    return false;
  }
  const made = await register(options, keys, network, ledger, asked?.record);
  const { chainId, market } = options.network;
  await rememberRegistration(folder, { chainId, market, owner, nodeKey, peer: network.peer });
  return made;
}

/** What the operator lets through. */
function networkLimits({ uploadLimit, downloadLimit, maxTransfers, maxTransfersPerPeer }: ProviderNodeOptions) {
  return {
    ...(uploadLimit === undefined ? {} : { uploadBytesPerSecond: uploadLimit }),
    ...(downloadLimit === undefined ? {} : { downloadBytesPerSecond: downloadLimit }),
    ...(maxTransfers === undefined ? {} : { transfers: maxTransfers }),
    ...(maxTransfersPerPeer === undefined ? {} : { transfersPerPeer: maxTransfersPerPeer }),
  };
}

/** True if this registered the provider, false if it was registered as what it is. */
async function register(
  options: ProviderNodeOptions,
  keys: ProviderKeys,
  network: Network,
  ledger: Ledger,
  record: ProviderRecord | undefined,
): Promise<boolean> {
  if (record !== undefined) {
    checkRecord(record, keys, network);
    if (wantsPayout(record, options)) await asOwner(options, keys, (own) => own.setPayout(options.payout as Address));
    return false;
  }
  await asOwner(options, keys, async (own) => {
    const nodeKey = keys.node.signer.address;
    await own.registerProvider({ nodeKey, peerId: peerIdBytes(network.peer), stake: options.stake });
    if (options.payout !== undefined) await own.setPayout(options.payout);
  });
  return true;
}

/** A payout address is set here once, and again only if a crash came between; who changed it on chain has said what it is to be. */
function wantsPayout({ owner, payout, stage }: ProviderRecord, options: ProviderNodeOptions): boolean {
  const canSet = stage === "active" || stage === "exiting";
  return canSet && options.payout !== undefined && payout === owner && options.payout !== owner;
}

async function asOwner<T>(
  options: ProviderNodeOptions,
  keys: ProviderKeys,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const { network: deployment, pollMs = DEFAULT_POLL_MS, signal } = options;
  const privateKey = keys.owner.privateKey;
  const ownerLedger = await connectLedger({
    deployment,
    privateKey,
    pollMs,
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    return await work(ownerLedger);
  } finally {
    ownerLedger.close();
  }
}

type Identity = Pick<ProviderRecord, "owner" | "nodeKey" | "peerId" | "stage">;

/** Offers signed by a key, or served by a peer, that the chain does not know of are worth nothing: better not to start. */
function checkRecord({ owner, nodeKey, peerId, stage }: Identity, keys: ProviderKeys, network: Network): void {
  const facts = { owner, nodeKey, stage, ours: keys.node.signer.address, peer: network.peer };
  if (stage === "left") {
    const message = `Provider ${owner} has left this market for good. To offer storage again, make a new provider in another folder.`;
    throw new CairnError("ERR_CONFIG_INVALID", message, { facts });
  }
  if (nodeKey !== keys.node.signer.address) {
    const message = `The chain has node key ${nodeKey} for provider ${owner}, and node.key is that of ${facts.ours}. Put the registered node.key back.`;
    throw new CairnError("ERR_CONFIG_INVALID", message, { facts });
  }
  if (Buffer.compare(peerId, peerIdBytes(network.peer)) !== 0) {
    const message = `The chain has another peer id for provider ${owner} than ${network.peer}. Put the registered peer.key back.`;
    throw new CairnError("ERR_CONFIG_INVALID", message, { facts });
  }
}

function providerLog(log: NodeLog | undefined): ProviderLog {
  const silent = (): void => {};
  if (log === undefined) return { debug: silent, info: silent, warn: silent, error: silent };
  return {
    debug: (facts, text) => log.debug(facts, text),
    info: (facts, text) => (log.info === undefined ? log.debug(facts, text) : log.info(facts, text)),
    warn: (facts, text) => log.warn(facts, text),
    error: (facts, text) => log.error(facts, text),
  };
}
