/** A provider as `cairn provider start` runs it, on a real chain: its folder, with keys that have gas and tokens. */

import { openProviderNode } from "../../../node/provider-node.ts";
import { readOrCreateProviderKeys } from "../../../node/provider-keys.ts";
import { STAKE } from "../provider/market-world.ts";
import { until } from "../provider/provider-daemon.ts";
import { startClient } from "../provider/small-client.ts";
import type { NetworkFile } from "../../../contracts/index.ts";
import type { ProviderNode, ProviderNodeOptions } from "../../../node/provider-node.ts";
import type { MarketWorld } from "../provider/market-world.ts";
import type { SmallClient } from "../provider/small-client.ts";

export function networkOf(world: MarketWorld): NetworkFile {
  return { ...world.deployment, bootstrap: [], local: true };
}

/** Keys of a folder with what they need on chain. */
export async function fundedKeys(world: MarketWorld, folder: string) {
  const keys = await readOrCreateProviderKeys(folder);
  for (const { signer } of [keys.owner, keys.node]) await world.chain.fund(signer.address);
  await world.reader.mint(keys.owner.signer.address, STAKE);
  return keys;
}

export async function openNode(
  world: MarketWorld,
  folder: string,
  changes: Partial<ProviderNodeOptions> = {},
): Promise<ProviderNode> {
  return openProviderNode({
    folder,
    network: networkOf(world),
    listen: ["/ip4/127.0.0.1/tcp/0"],
    capacityBytes: 64 * 2 ** 20,
    pricePerUnitRound: 1_000_000n,
    stake: STAKE,
    pollMs: 40,
    monitorListen: "127.0.0.1:0",
    ...changes,
  });
}

/** The node as the small client speaks of it. */
export function daemonOf({ owner, network }: ProviderNode) {
  return { identity: { owner }, network };
}

export async function clientWithTokens(world: MarketWorld): Promise<SmallClient> {
  return startClient(await world.account(STAKE));
}

export { until };
