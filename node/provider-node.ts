// One whole provider out of one folder: keys, chain, data, peer, registration, daemon, page; started in that order. The command line
// and the local network both open their providers here.
//
//   <folder>/peer.key node.key owner.key    provider-keys.ts
//   <folder>/config.toml                    written by `cairn provider init`
//   <folder>/registered.json                registration.ts
//   <folder>/peers/                         what libp2p remembers between runs
//   <folder>/store/                         fragments, index and book: provider/store/data-folder.ts
//   <folder>/monitor.json history.jsonl     where the status page is, and what it remembers: monitor/monitor.ts

import { join } from "node:path";
import { lockFolder } from "./folder-lock.ts";
import { fastHasher } from "./hasher.ts";
import { STORE } from "./limits/index.ts";
import { Metrics, monitorAddress, startMonitor } from "./monitor/index.ts";
import { createNetwork } from "./network/index.ts";
import { openLogStore, openProviderFolder, startProvider, tellRecovery, timedDisk } from "./provider/index.ts";
import { openChain } from "./provider-chain.ts";
import { knownAs, registerOrRemember } from "./provider-identity.ts";
import { readOrCreateProviderKeys } from "./provider-keys.ts";
import { daemonOptions, networkLimits, pageOptions, providerLog } from "./provider-options.ts";
import { Serving, stopInOrder } from "./provider-stop.ts";
import type { Ledger } from "../contracts/index.ts";
import type { Address } from "../protocol/index.ts";
import type { Monitor } from "./monitor/index.ts";
import type { Network } from "./network/index.ts";
import type { LogStore, Provider, ProviderFolder } from "./provider/index.ts";
import type { ProviderKeys } from "./provider-keys.ts";
import type { ProviderNodeOptions } from "./provider-options.ts";

export { settingsOfNode } from "./provider-options.ts";
export type { NodeLog, ProviderNodeOptions } from "./provider-options.ts";

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
  /** Stops serving, lets what is being written finish, closes everything, as provider-stop.ts says. May be called again. */
  stop(): Promise<void>;
}

/** Log bytes per byte of fragments sold. */
const STORE_HEADROOM = 1.05;

/**
 * Opens the provider of a folder and starts it; registers it first if its owner is not on chain. When it fails, nothing of it
 * runs on. Throws ERR_WALLET_INVALID, ERR_RPC_DOWN, ERR_WRONG_CHAIN, ERR_NOT_DEPLOYED, ERR_STORE_FOREIGN, ERR_STORE_LOCKED,
 * ERR_STORE_DAMAGED, ERR_PORT_TAKEN, ERR_NOT_ENOUGH_TOKENS, ERR_NOT_ENOUGH_GAS, ERR_CONFIG_INVALID, ERR_DISK_….
 */
export async function openProviderNode(options: ProviderNodeOptions): Promise<ProviderNode> {
  const { folder } = options;
  const page = pageOptions(options);
  monitorAddress(page); // before anything is begun that would have to be undone
  // What speaks with the world outside stops first and all at once; then, in the opposite order, what it stands on.
  await using below = new AsyncDisposableStack();
  await using serving = new Serving();

  below.use(await lockFolder(folder));
  const keys = await readOrCreateProviderKeys(folder);
  const owner = keys.owner.signer.address;
  const log = providerLog(options.log);
  const metrics = new Metrics(Date.now());
  below.defer(() => metrics.stop());
  const known = await knownAs(options, owner);
  const ledger = await openChain(options, keys.node.privateKey, known);
  below.defer(() => ledger.close());
  const data = await openData(options, owner, metrics, below);
  tellRecovery(log, data.store);

  const network = await openPeer(options, keys, metrics);
  serving.add({ name: "peers", stop: () => network.stop() });
  const registered = await registerOrRemember(options, { keys, network, ledger, known });
  const { signer: nodeSigner } = keys.node;
  const hasher = await fastHasher();
  const parts = { ...data, network, ledger, nodeSigner, owner, hasher, log };
  const provider = await startProvider(daemonOptions(options), parts);
  serving.add({ name: "work for the chain and the disk", stop: () => provider.stop() });
  const source = { provider, network, ledger, folder, price: options.pricePerUnitRound };
  const monitor = await startMonitor(page, { source, metrics, log });
  serving.add({ name: "the status page", stop: () => monitor.stop() });

  options.signal?.throwIfAborted();
  const [running, ground] = [serving.move(), below.move()];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopInOrder(running, ground, log));
  const said = registered ? "the provider is registered and ready" : "the provider is ready";
  log.info({ event: "daemon.started", owner, peer: network.peer }, said);
  return { owner, nodeKey: nodeSigner.address, registered, network, ledger, provider, monitor, stop };
}

async function openData(
  { folder: path, network, capacityBytes }: ProviderNodeOptions,
  provider: Address,
  metrics: Metrics,
  below: AsyncDisposableStack,
): Promise<{ folder: ProviderFolder; store: LogStore }> {
  const { chainId, market } = network;
  const disk = timedDisk((seconds) => metrics.sync(seconds));
  const owner = { chainId, market, provider };
  const folder = await openProviderFolder({ folder: join(path, "store"), owner }, { disk });
  below.defer(() => folder.close());
  // What is sold is fragments; their records, and what is dead until it is compacted, come on top.
  const store = await openLogStore(
    { capacityBytes: Math.ceil(capacityBytes * STORE_HEADROOM) + STORE.logBytes },
    { folder },
  );
  below.defer(() => store.close());
  return { folder, store };
}

function openPeer(options: ProviderNodeOptions, keys: ProviderKeys, metrics: Metrics): Promise<Network> {
  const { folder, network: file, listen, announce = [], relay = "off", upnp = false, log } = options;
  return createNetwork({
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
}
