// `cairn provider start`: the daemon, and in plain sentences what it is about to do.

import { isCairnError } from "../../../protocol/index.ts";
import type { NetworkFile } from "../../../contracts/index.ts";
import { exactSize, formatTokens } from "../../quantity.ts";
import { readNetworkOf } from "../chain.ts";
import type { CommandContext, CommandSpec } from "../command.ts";
import { openLog } from "../log.ts";
import { untilAborted } from "../until-aborted.ts";
import { askedPrice } from "./asked-price.ts";
import { refuseLostStore } from "./lost-store.ts";
import { isEmptyOf, noProvider, refuseLostKeys, refuseOtherUser } from "./own-keys.ts";

export const startCommand: CommandSpec = {
  name: "provider start",
  summary: "run the provider of the data folder until Ctrl-C; registers it on chain the first time",
  scopes: ["provider"],
  examples: [
    "cairn provider start --folder /srv/cairn",
    "cairn provider start --folder /srv/cairn --json 2> provider.log   # one line of JSON when it is ready",
  ],
  run: start,
};

async function start(context: CommandContext): Promise<void> {
  const { config, output, signal } = context;
  await refuseOtherUser(config.folder);
  await refuseLostKeys(config.folder);
  await refuseLostStore(config.folder);
  const network = await networkOf(context);
  const { perUnitRound: price, text } = await askedPrice(context, network);
  const { folder, capacity, stake } = config;
  output.say(`Starting the provider of ${folder} on chain ${network.chainId}, through ${network.rpcUrl}.`);
  const { openProviderNode, settingsOfNode } = await import("../../provider-node.ts");
  const node = await openProviderNode({
    ...settingsOfNode(config),
    network,
    pricePerUnitRound: price,
    log: openLog(config),
    signal,
  });
  try {
    const { owner, nodeKey, registered } = node;
    const { peer, addresses } = node.network;
    if (registered) output.say(`registered with a stake of ${formatTokens(stake)} tokens`);
    await output.item({ owner, nodeKey, peer, addresses, registered, price }, [
      `provider ${owner} is ready, peer ${peer}`,
      ...addresses.map((address) => `  ${address}`),
      `${exactSize(capacity)} at ${text}.`,
      ...(node.monitor.url === undefined ? [] : [`The status page is at ${node.monitor.url}`]),
      "Ctrl-C stops it.",
    ]);
    await untilAborted(signal);
  } finally {
    await node.stop();
  }
}

/** Where neither a network is named nor anything lies in the folder, it is the folder that is wrong. */
async function networkOf({ config, loaded }: CommandContext): Promise<NetworkFile> {
  try {
    return await readNetworkOf(config);
  } catch (error) {
    const isNamed = loaded.sources.network.kind !== "default";
    if (!isCairnError(error, "ERR_NETWORK_UNKNOWN") || isNamed || !(await isEmptyOf(config.folder))) throw error;
    throw noProvider(config.folder);
  }
}
