/** A whole provider with nothing replaced: libp2p on loopback, logs and LevelDB in a folder, its account on the chain. */

import { createNetwork, newPeerKey, peerIdBytes } from "../../../node/network/index.ts";
import { nodeHasher } from "../../../node/hasher.ts";
import { openLogStore, openProviderFolder, startProvider } from "../../../node/provider/index.ts";
import { STAKE } from "./market-world.ts";
import type { Address } from "../../../protocol/index.ts";
import type { Network, NetworkLimits } from "../../../node/network/index.ts";
import type { FragmentStore, Provider, ProviderFolder, ProviderOptions } from "../../../node/provider/index.ts";
import type { Account, MarketWorld } from "./market-world.ts";

/** Who a provider is; all that its daemon needs to know. */
export interface Identity {
  readonly owner: Address;
  readonly node: Account;
  readonly peerKey: Uint8Array;
}

/** With the account that has the stake, which no daemon needs. */
export interface Registered extends Identity {
  readonly ownerAccount: Account;
}

export interface Daemon {
  readonly identity: Identity;
  readonly folder: ProviderFolder;
  readonly store: FragmentStore;
  readonly network: Network;
  readonly provider: Provider;
  readonly lines: LogLine[];
  stop(): Promise<void>;
}

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly facts: Record<string, unknown>;
}

export const PRICE = 1_000_000n;
const OPTIONS: ProviderOptions = {
  capacityBytes: 64 * 1_048_576,
  pricePerUnitRound: PRICE,
  maxUnitsPerOffer: 32,
  minRounds: 1,
  pollMs: 40,
};

/** A registered provider that does not run yet. */
export async function register(world: MarketWorld): Promise<Registered> {
  const [owner, node, peerKey] = await Promise.all([world.account(STAKE), world.account(), newPeerKey()]);
  const network = await createNetwork({ ...quiet(), privateKey: peerKey, listen: [] });
  const peerId = peerIdBytes(network.peer);
  await network.stop();
  await owner.ledger.registerProvider({ nodeKey: node.signer.address, peerId, stake: STAKE });
  return { owner: owner.signer.address, ownerAccount: owner, node, peerKey };
}

export interface DaemonSettings {
  readonly options?: Partial<ProviderOptions>;
  readonly clock?: () => number;
  readonly ledger?: Account["ledger"];
  readonly bootstrap?: readonly string[];
  readonly limits?: Partial<NetworkLimits>;
}

export async function startDaemon(
  world: Pick<MarketWorld, "deployment">,
  identity: Identity,
  path: string,
  { options = {}, clock, ledger = identity.node.ledger, bootstrap = [], limits = {} }: DaemonSettings = {},
): Promise<Daemon> {
  const { chainId, market } = world.deployment;
  const { owner } = identity;
  const lines: LogLine[] = [];
  const folder = await openProviderFolder({ folder: path, owner: { chainId, market, provider: owner } });
  const store = await openLogStore({ keepFreeBytes: 0 }, { folder });
  const network = await createNetwork({
    ...quiet(),
    privateKey: identity.peerKey,
    bootstrap,
    limits,
    log: logTo(lines),
  });
  const components = { folder, store, network, ledger, owner, hasher: nodeHasher, log: logTo(lines) };
  const provider = await startProvider(
    { ...OPTIONS, ...options },
    { ...components, nodeSigner: identity.node.signer, ...(clock === undefined ? {} : { clock }) },
  );
  let stopped = false;
  return {
    identity,
    folder,
    store,
    network,
    provider,
    lines,
    async stop() {
      if (stopped) return;
      stopped = true;
      await network.stop();
      await provider.stop();
      await store.close();
      await folder.close();
    },
  };
}

export function quiet() {
  return { listen: ["/ip4/127.0.0.1/tcp/0"], bootstrap: [], local: true, dhtServer: true };
}

function logTo(lines: LogLine[]) {
  const write = (level: string) => (facts: object, message: string) =>
    void lines.push({ level, message, facts: { ...facts } });
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}

/** Waits until `holds` does; at most a minute. */
export async function until(holds: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (const end = Date.now() + 60_000; ;) {
    if (await holds()) return;
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
