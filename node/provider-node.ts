// One whole provider out of one folder: keys, chain, data, peer, registration, daemon; started in that order and stopped in
// the opposite one. The command line and the local network both open their providers here.
//
//   <folder>/peer.key node.key owner.key    provider-keys.ts
//   <folder>/config.toml                    written by `cairn provider init`
//   <folder>/peers/                         what libp2p remembers between runs
//   <folder>/store/                         fragments, index and book: provider/store/data-folder.ts

import { join } from "node:path";
import { connectLedger } from "../contracts/index.ts";
import { CairnError, type Address } from "../protocol/index.ts";
import { fastHasher } from "./hasher.ts";
import { STORE } from "./limits.ts";
import { createNetwork, peerIdBytes } from "./network/index.ts";
import { openLogStore, openProviderFolder, startProvider } from "./provider/index.ts";
import { type ProviderKeys, readOrCreateProviderKeys } from "./provider-keys.ts";
import type { Ledger, NetworkFile, ProviderRecord } from "../contracts/index.ts";
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
  /** Between two looks at the chain. Default 1,000. */
  readonly pollMs?: number;
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
  /** Stops serving, lets what is being written finish, closes everything. May be called again. */
  stop(): Promise<void>;
}

const DEFAULT_POLL_MS = 1000;
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
  const keys = await readOrCreateProviderKeys(options.folder);
  const ledger = await openChain(options, keys.node.privateKey, opening);
  const owner = keys.owner.signer.address;
  const data = await openData(options, owner, opening);
  const network = await openPeer(options, keys, opening);
  const registered = await register(options, keys, network, ledger);
  const provider = await startProvider(settingsOf(options), {
    ...data,
    network,
    ledger,
    nodeSigner: keys.node.signer,
    owner,
    hasher: await fastHasher(),
    log: providerLog(options.log),
  });
  opening.defer(() => provider.stop());
  opening.defer(() => network.stop()); // first of all, so that no request comes to a daemon that is stopping
  options.signal?.throwIfAborted();
  const opened = opening.move();
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= opened.disposeAsync());
  return { owner, nodeKey: keys.node.signer.address, registered, network, ledger, provider, stop };
}

function settingsOf({ capacityBytes, pricePerUnitRound, pollMs = DEFAULT_POLL_MS }: ProviderNodeOptions) {
  const maxUnitsPerOffer = Math.max(1, Math.floor(capacityBytes / UNIT_BYTES));
  return { capacityBytes, pricePerUnitRound, pollMs, maxUnitsPerOffer, minRounds: MIN_ROUNDS };
}

async function openChain(
  options: ProviderNodeOptions,
  privateKey: Uint8Array,
  opening: AsyncDisposableStack,
): Promise<Ledger> {
  const { network: deployment, pollMs = DEFAULT_POLL_MS, signal } = options;
  const log = providerLog(options.log);
  const ledger = await connectLedger({
    deployment,
    privateKey,
    pollMs,
    onRemoved: (removed) => log.warn(removed, "a reorganisation of the chain took a transaction out"),
    ...(signal === undefined ? {} : { signal }),
  });
  opening.defer(() => ledger.close());
  return ledger;
}

async function openData(
  { folder: path, network, capacityBytes }: ProviderNodeOptions,
  provider: Address,
  opening: AsyncDisposableStack,
) {
  const { chainId, market } = network;
  const folder = await openProviderFolder({ folder: join(path, "store"), owner: { chainId, market, provider } });
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
  opening: AsyncDisposableStack,
): Promise<Network> {
  const { folder, network: file, listen, announce = [], log } = options;
  const network = await createNetwork({
    privateKey: keys.peer,
    listen,
    announce,
    bootstrap: file.bootstrap,
    local: file.local,
    folder: join(folder, "peers"),
    dhtServer: true,
    ...(log === undefined ? {} : { log }),
  });
  opening.defer(() => network.stop());
  return network;
}

/** True if this registered the provider, false if it was registered as what it is. */
async function register(
  options: ProviderNodeOptions,
  keys: ProviderKeys,
  network: Network,
  ledger: Ledger,
): Promise<boolean> {
  const record = await ledger.provider(keys.owner.signer.address);
  if (record !== undefined) {
    checkRecord(record, keys, network);
    return false;
  }
  const { network: deployment, stake, pollMs = DEFAULT_POLL_MS, signal } = options;
  const privateKey = keys.owner.privateKey;
  const ownerLedger = await connectLedger({
    deployment,
    privateKey,
    pollMs,
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    const nodeKey = keys.node.signer.address;
    await ownerLedger.registerProvider({ nodeKey, peerId: peerIdBytes(network.peer), stake });
    return true;
  } finally {
    ownerLedger.close();
  }
}

/** Offers signed by a key, or served by a peer, that the chain does not know of are worth nothing: better not to start. */
function checkRecord({ owner, nodeKey, peerId }: ProviderRecord, keys: ProviderKeys, network: Network): void {
  const facts = { owner, nodeKey, ours: keys.node.signer.address, peer: network.peer };
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
