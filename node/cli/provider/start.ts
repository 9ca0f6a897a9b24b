// `cairn provider start`: the daemon, and in plain sentences what it is about to do.

import { exactSize, formatTokens } from "../../quantity.ts";
import { readNetworkOf } from "../chain.ts";
import type { CommandContext, CommandSpec } from "../command.ts";
import { openLog } from "../log.ts";
import { untilAborted } from "../until-aborted.ts";
import { askedPrice } from "./asked-price.ts";

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
  const network = await readNetworkOf(config);
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
