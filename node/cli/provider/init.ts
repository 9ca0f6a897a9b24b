// `cairn provider init`: a folder with keys and a commented config.toml, from flags or from questions.

import { access, mkdir, open, rename, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CairnError } from "../../../protocol/index.ts";
import type { NetworkFile } from "../../../contracts/index.ts";
import { CONFIG_FILE, formatSettingsFile, loadConfig, type LoadedConfig } from "../../config.ts";
import { formatPrice, monthPrice, unitPrice } from "../../price.ts";
import { readOrCreateProviderKeys, type ProviderKeys } from "../../provider-keys.ts";
import { exactSize, formatSeconds, formatSize, formatTokens, shortTokens } from "../../quantity.ts";
import { SETTING_KEYS, settingFacts, type SettingKey } from "../../settings.ts";
import { parseSocketAddress } from "../../socket-address.ts";
import { loadWallet } from "../../wallet.ts";
import { openLedger, readNetworkOf } from "../chain.ts";
import { settingsOf, type CommandContext, type CommandSpec } from "../command.ts";
import { giveGas } from "../local-funds.ts";
import { canAsk, openQuestions } from "../questions.ts";
import { shellWord } from "../shell-word.ts";
import { diskRoom } from "./disk-room.ts";
import { interview, type Answers } from "./interview.ts";
import { type MarketTerms, readTerms, stakeFor } from "./market-terms.ts";
import { refuseOtherUser } from "./own-keys.ts";
import { socketOf, tryBind } from "./reach-checks.ts";

export const initCommand: CommandSpec = {
  name: "provider init",
  summary:
    "make a provider's folder: its three keys, and a commented config.toml; asks at a terminal for what is not given",
  scopes: ["provider"],
  options: [
    { flags: "--yes", about: "ask nothing: what is not given is as in docs/config.md" },
    {
      flags: "--fund",
      about: "on a local network: give it gas, and its stake from the wallet of the network (or of --wallet)",
    },
  ],
  examples: [
    "cairn provider init                                   # asks",
    "cairn provider init --folder /srv/cairn --network network.json --capacity '2 TB' --price '2.5 per TiB-month'",
    "cairn provider init --folder mine --network data/network.json --fund --yes     # on a local network",
  ],
  run: init,
};

/** The settings that the file names in any case, so that `start` needs nothing but the folder. */
const WRITTEN: readonly SettingKey[] = ["network", "listen", "capacity", "price", "stake"];
/** Those that a provider may want to change one day. */
const OFFERED = SETTING_KEYS.filter((key) => settingFacts(key).scope === "provider" || key === "rpcUrl");
const OPEN_TO_OTHERS = 0o077;

async function init(given: CommandContext): Promise<void> {
  const answers = await answersOf(given);
  const context = await withAnswers(given, answers);
  const { config, output, options, signal } = context;
  const { folder } = config;
  const network = await readNetworkOf(config);
  await refuseExisting(join(folder, CONFIG_FILE));
  await refuseOtherUser(folder);
  const terms = await readTerms(context, network).catch((error: Error) => {
    signal.throwIfAborted();
    output.say(`Warning: the chain cannot be asked what it wants: ${error.message}`);
    return undefined;
  });
  const stake = stakeOf(context, terms);
  await warnOfRoom(context);
  await warnOfPorts(context);
  await makeFolder(folder);
  const keys = await readOrCreateProviderKeys(folder);
  await warnOfModes(context);
  await writeSettings(join(folder, CONFIG_FILE), settingsText(context, stake));
  const isFunded = options["fund"] === true;
  if (isFunded) await fundLocally(context, network, keys, stake);
  await report(context, { keys, stake, isFunded, terms });
}

async function answersOf(context: CommandContext): Promise<Answers> {
  const { io, json, options, output, signal } = context;
  if (!canAsk(io) || json || options["yes"] === true) return {};
  output.say(
    "This makes a storage provider: a folder with three keys and a config.toml. Enter takes what is in brackets.",
  );
  using asking = openQuestions(io, signal);
  return await interview(context, asking);
}

/** Answers go through the same checks as flags. */
async function withAnswers(context: CommandContext, answers: Answers): Promise<CommandContext> {
  if (Object.keys(answers).length === 0) return context;
  const { io, options } = context;
  const flags = Object.fromEntries(settingsOf(initCommand).map((key) => [key, answers[key] ?? options[key]]));
  const file = options["config"];
  const loaded: LoadedConfig = await loadConfig({
    flags,
    env: io.env,
    cwd: io.cwd,
    ...(typeof file === "string" ? { file } : {}),
  });
  return { ...context, loaded, config: loaded.values };
}

/** Unless given, the stake with which all of the capacity can be sold. */
function stakeOf({ config, loaded, output }: CommandContext, terms: MarketTerms | undefined): bigint {
  if (terms === undefined) return config.stake;
  const needed = stakeFor(terms, config.capacity);
  if (loaded.sources.stake.kind === "default") return needed > config.stake ? needed : config.stake;
  if (config.stake < terms.minStake)
    output.say(
      `Warning: the market takes no stake below ${formatTokens(terms.minStake)} tokens: it will not register.`,
    );
  else if (config.stake < needed)
    output.say(`Warning: to sell all of it takes a stake of ${formatTokens(needed)} tokens; this one sells a part.`);
  return config.stake;
}

async function warnOfRoom({ config, output }: CommandContext): Promise<void> {
  const { freeBytes } = await diskRoom(config.folder);
  if (config.capacity > freeBytes)
    output.say(
      `Warning: the disk has ${formatSize(freeBytes)} free, less than the ${formatSize(config.capacity)} offered.`,
    );
}

/** Two providers on one machine are the usual reason. */
async function warnOfPorts({ config: { listen, monitorListen }, output }: CommandContext): Promise<void> {
  const places = [
    ...listen.map((multiaddr) => ["listen", socketOf(multiaddr)] as const),
    ["monitorListen", parseSocketAddress(monitorListen)] as const,
  ];
  for (const [key, address] of places)
    if (address !== undefined && (await tryBind(address)) === "EADDRINUSE")
      output.say(
        `Warning: another program listens on port ${address.port}: stop it, or set another port in ${key} (${CONFIG_FILE}).`,
      );
}

/** Its error would name a system's code, or blame the wrong folder. Throws ERR_DISK_FAILED. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: Error) => {
    const message = `The folder ${folder} cannot be made (${cause.message}). Name one that this user may write to, and see that its disk is mounted writable.`;
    throw new CairnError("ERR_DISK_FAILED", message, { facts: { folder }, cause });
  });
}

/** Under its name only when it is whole, so that a crash leaves a folder that `init` goes on with. */
async function writeSettings(path: string, text: string): Promise<void> {
  const partial = `${path}.part`;
  const file = await open(partial, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, path);
}

async function warnOfModes({ config: { folder }, output }: CommandContext): Promise<void> {
  const { mode, uid } = await stat(folder);
  if (process.platform !== "win32" && (mode & OPEN_TO_OTHERS) !== 0)
    output.say(`Warning: other users of this machine can look into ${folder}: chmod 700 ${shellWord(folder)}`);
  const user = process.geteuid?.();
  if (user !== undefined && uid !== user)
    output.say(
      `Warning: ${folder} belongs to user ${uid}, and what is made in it to user ${user}: run the daemon as this one, or chown -R ${uid} ${shellWord(folder)}`,
    );
}

/** What was given here, whatever its place, is in the file; `folder` is where the file lies. */
function settingsText({ config, loaded }: CommandContext, stake: bigint): string {
  const { capacity, price } = config;
  const isGiven = (key: SettingKey): boolean => ["flag", "environment"].includes(loaded.sources[key].kind);
  const texts: Partial<Record<SettingKey, string>> = {
    capacity: exactSize(capacity),
    price: formatPrice(price),
    stake: formatTokens(stake),
  };
  const keys = SETTING_KEYS.filter((key) => WRITTEN.includes(key) || (OFFERED.includes(key) && isGiven(key)));
  const values = Object.fromEntries(keys.map((key) => [key, texts[key] ?? (config[key] as string)]));
  const head = [
    "# A Cairn storage provider. `cairn config --folder …` shows what is in force; restart the daemon after a change.",
    "# Amounts of tokens are text, so that nothing is rounded. Lines that start with # count for nothing.",
    "",
    "",
  ];
  return head.join("\n") + formatSettingsFile(values, OFFERED);
}

async function fundLocally(
  context: CommandContext,
  network: NetworkFile,
  keys: ProviderKeys,
  stake: bigint,
): Promise<void> {
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
    await ledger.transfer(keys.owner.signer.address, stake);
  } finally {
    ledger.close();
  }
}

interface Made {
  readonly keys: ProviderKeys;
  readonly stake: bigint;
  readonly isFunded: boolean;
  readonly terms: MarketTerms | undefined;
}

async function report({ config, output, io }: CommandContext, { keys, stake, isFunded, terms }: Made): Promise<void> {
  const { folder, capacity, price, payout } = config;
  const [owner, nodeKey] = [keys.owner.signer.address, keys.node.signer.address];
  // By npx, where the plain name would not be found.
  const cairn = io.env["npm_command"] === "exec" ? "npx cairn" : "cairn";
  await output.result({ folder, owner, nodeKey, payout: payout ?? owner, stake, capacity, price, funded: isFunded }, [
    `provider ${owner} in ${folder}`,
    `  sells     ${exactSize(capacity)} at ${priceText(price, terms)}`,
    `  owner     ${owner}  needs ${formatTokens(stake)} tokens for the stake, and gas to register`,
    `  node key  ${nodeKey}  needs gas for a transaction each round`,
    ...(payout === undefined ? [] : [`  payout    ${payout}  gets what is earned`]),
    "Copy owner.key, node.key and peer.key to a safe place now: without them the stake is lost.",
    isFunded ? "Both accounts have what they need. Now:" : "Send the two accounts what they need, then:",
    `${cairn} provider doctor --folder ${shellWord(folder)}     # what is missing, and what to do about it`,
    `${cairn} provider start --folder ${shellWord(folder)}`,
  ]);
}

function priceText(price: CommandContext["config"]["price"], terms: MarketTerms | undefined): string {
  if (terms === undefined) return formatPrice(price);
  const { roundSeconds } = terms;
  const perRound = unitPrice(price, roundSeconds);
  const perMonth = price.per === "TiB-month" ? price.amount : monthPrice(perRound, roundSeconds);
  return `${shortTokens(perMonth)} tokens per TiB-month, which is ${formatTokens(perRound)} per MiB and round of ${formatSeconds(roundSeconds)}`;
}

async function refuseExisting(file: string): Promise<void> {
  const isMade = await access(file).then(
    () => true,
    () => false,
  );
  if (!isMade) return;
  const message = `${file} is there already: edit it, or choose another folder with --folder.`;
  throw new CairnError("ERR_CONFIG_INVALID", message, { facts: { file } });
}
