// `cairn provider …`: make the folder of a provider, run it, look at it.

import { access, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CairnError } from "../../protocol/index.ts";
import type { Ledger, NetworkFile } from "../../contracts/index.ts";
import { CONFIG_FILE, formatSettingsFile } from "../config.ts";
import { readOrCreateProviderKeys, readProviderKeys, type ProviderKeys } from "../provider-keys.ts";
import { exactSize, formatSize, formatTokens } from "../quantity.ts";
import { loadWallet } from "../wallet.ts";
import { openLedger, readNetworkOf } from "./chain.ts";
import type { CommandContext, CommandSpec } from "./command.ts";
import { giveGas } from "./local-funds.ts";
import { openLog } from "./log.ts";
import { stateOf } from "./status.ts";
import { untilAborted } from "./until-aborted.ts";

const initCommand: CommandSpec = {
  name: "provider init",
  summary: "make a provider's folder: its three keys, and config.toml with the settings given here",
  scopes: ["provider"],
  options: [
    {
      flags: "--fund",
      about: "on a local network: give it gas, and its stake from the wallet of the network (or of --wallet)",
    },
  ],
  examples: [
    "cairn provider init --folder /srv/cairn --network network.json --capacity '2 TB'",
    "cairn provider init --folder mine --network data/network.json --fund     # on a local network",
  ],
  run: init,
};

const startCommand: CommandSpec = {
  name: "provider start",
  summary: "run the provider of the data folder until Ctrl-C; registers it on chain the first time",
  scopes: ["provider"],
  examples: [
    "cairn provider start --folder /srv/cairn",
    "cairn provider start --folder /srv/cairn --json 2> provider.log   # one line of JSON when it is ready",
  ],
  run: start,
};

const statusCommand: CommandSpec = {
  name: "provider status",
  summary: "how the provider of the data folder stands on chain: rounds, money, allocations; it need not be running",
  scopes: [],
  examples: ["cairn provider status --folder /srv/cairn", "cairn provider status --folder /srv/cairn --json"],
  run: status,
};

export const providerCommands: readonly CommandSpec[] = [initCommand, startCommand, statusCommand];

async function init(context: CommandContext): Promise<void> {
  const { config, output, options } = context;
  const { folder, stake } = config;
  const network = await readNetworkOf(config);
  await refuseExisting(join(folder, CONFIG_FILE));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const keys = await readOrCreateProviderKeys(folder);
  await writeFile(join(folder, CONFIG_FILE), settingsText(context), { flag: "wx" });
  const [owner, nodeKey] = [keys.owner.signer.address, keys.node.signer.address];
  if (options["fund"] === true) await fundLocally(context, network, keys);
  await output.result({ folder, owner, nodeKey, stake, funded: options["fund"] === true }, [
    `provider ${owner} in ${folder}`,
    `  owner     ${owner}  needs ${formatTokens(stake)} tokens for the stake, and gas to register`,
    `  node key  ${nodeKey}  needs gas for a transaction each round`,
    options["fund"] === true ? "  both have it now" : "  send it to them, then:",
    `cairn provider start --folder ${folder}`,
  ]);
}

/** config.toml holds what was given here and the paths, so that `start` needs nothing but the folder. */
function settingsText({ config, loaded }: CommandContext): string {
  const { listen, announce, capacity, price, stake, network, rpcUrl } = config;
  const isGiven = (key: "rpcUrl" | "announce"): boolean => loaded.sources[key].kind !== "default";
  return formatSettingsFile({
    network,
    listen,
    capacity: exactSize(capacity),
    price: formatTokens(price),
    stake: formatTokens(stake),
    ...(isGiven("rpcUrl") && rpcUrl !== undefined ? { rpcUrl } : {}),
    ...(isGiven("announce") ? { announce } : {}),
  });
}

async function fundLocally(context: CommandContext, network: NetworkFile, keys: ProviderKeys): Promise<void> {
  await giveGas(network, [keys.owner.signer.address, keys.node.signer.address], context.signal);
  const { config, loaded, io } = context;
  // A local network keeps its wallet beside its network file; the new folder has none yet.
  const isNamed = loaded.sources.wallet.kind !== "default";
  const { privateKey } = await loadWallet(
    isNamed ? config.wallet : join(dirname(config.network), "wallet.key"),
    io.env,
  );
  const ledger = await openLedger(context, privateKey);
  try {
    await ledger.transfer(keys.owner.signer.address, config.stake);
  } finally {
    ledger.close();
  }
}

async function start({ config, output, signal }: CommandContext): Promise<void> {
  const network = await readNetworkOf(config);
  const { folder, listen, announce, capacity, price, stake, pollSeconds } = config;
  const { openProviderNode } = await import("../provider-node.ts");
  const node = await openProviderNode({
    folder,
    network,
    listen,
    announce,
    capacityBytes: capacity,
    pricePerUnitRound: price,
    stake,
    pollMs: pollSeconds * 1000,
    log: openLog(config),
    signal,
  });
  try {
    const { owner, nodeKey, registered } = node;
    const { peer, addresses } = node.network;
    if (registered) output.say(`registered with a stake of ${formatTokens(stake)} tokens`);
    await output.item({ owner, nodeKey, peer, addresses, registered }, [
      `provider ${owner} is ready, peer ${peer}`,
      ...addresses.map((address) => `  ${address}`),
      `${formatSize(capacity)} at ${formatTokens(price)} tokens per MiB and round. Ctrl-C stops it.`,
    ]);
    await untilAborted(signal);
  } finally {
    await node.stop();
  }
}

async function status(context: CommandContext): Promise<number> {
  const keys = await readProviderKeys(context.config.folder);
  const owner = keys.owner.signer.address;
  const ledger = await openLedger(context);
  try {
    const record = await ledger.provider(owner);
    if (record !== undefined) return await report(context, ledger, record, keys);
    await context.output.result({ owner, registered: false }, [
      `provider ${owner} is not registered: start it with \`cairn provider start\``,
    ]);
    return 1;
  } finally {
    ledger.close();
  }
}

type Registered = NonNullable<Awaited<ReturnType<Ledger["provider"]>>>;

async function report(
  { output, config: { folder } }: CommandContext,
  ledger: Ledger,
  record: Registered,
  keys: ProviderKeys,
): Promise<number> {
  const { owner, nodeKey, payout, leaves, liveUnits, nextUnits, liveRate } = record;
  const { lastProvedRound, misses, stake, openDisputes } = record;
  const [{ round }, { earned, escrow }, { gas }] = await Promise.all([
    ledger.clock(),
    ledger.earnings(owner),
    ledger.balance(keys.node.signer.address),
  ]);
  const state = stateOf(record, round);
  const value = {
    owner,
    nodeKey,
    payout,
    registered: true,
    state,
    round,
    leaves,
    liveUnits,
    nextUnits,
    liveRate,
    lastProvedRound,
    misses,
    openDisputes,
    stake,
    earned,
    escrow,
    gas,
  };
  const withdraw = `to be withdrawn: cairn wallet withdraw --folder '${folder}' --wallet '${join(folder, "owner.key")}'`;
  await output.result(value, [
    `provider ${owner}: ${state}`,
    `  round       ${round}; last proved ${lastProvedRound}, ${misses} missed since`,
    `  stored      ${formatSize(leaves * 256)} under the committed root, ${formatSize(liveUnits * 2 ** 20)} paid for`,
    `  earns       ${formatTokens(liveRate)} tokens a round; ${formatTokens(escrow)} in escrow for rounds to come`,
    `  earned      ${formatTokens(earned)} tokens, ${payout === owner ? withdraw : `for ${payout}`}`,
    `  stake       ${formatTokens(stake)} tokens`,
    ...(openDisputes === 0 ? [] : [`  disputes    ${openDisputes} open: cairn ledger provider ${owner}`]),
    `  gas         ${formatTokens(gas)} at the node key`,
  ]);
  return state === "ejected" || state === "missing" ? 1 : 0;
}

async function refuseExisting(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  const message = `${file} is there already: edit it, or choose another folder with --folder.`;
  throw new CairnError("ERR_CONFIG_INVALID", message, { facts: { file } });
}
