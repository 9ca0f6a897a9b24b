// `cairn deploy`: the contracts of a network on a chain, and the network file that clients read.

import { access, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import { parse as parseToml } from "smol-toml";
import { type Address, CairnError, addressBytes, addressOf, isAddress } from "../../protocol/index.ts";
import type { DeployOptions, Deployment, MarketParameters, NetworkFile } from "../../contracts/index.ts";
import { formatTokens, parseTokens } from "../quantity.ts";
import { table } from "../table.ts";
import { loadWallet } from "../wallet.ts";
import { type CommandContext, type CommandSpec, type OptionSpec, wholeNumber } from "./command.ts";

const MAX_PARAMETERS_CHARACTERS = 65_536;
/** A transaction that is in no block by then has a reason; running the command again goes on from there. */
const TIMEOUT_MS = 300_000;

interface ParameterFacts {
  readonly flag: string;
  readonly unit: "count" | "tokens" | "basis-points";
  readonly about: string;
}

/** The market's parameters as flags; in a file they have the names on the left. The market knows their ranges. */
const PARAMETERS: Readonly<Record<keyof MarketParameters, ParameterFacts>> = {
  roundBlocks: { flag: "--round-blocks", unit: "count", about: "blocks of a round; fixed for ever" },
  challenges: { flag: "--challenges", unit: "count", about: "samples in a proof; fixed for ever" },
  minStake: { flag: "--min-stake", unit: "tokens", about: "least stake of a provider" },
  unitStake: { flag: "--unit-stake", unit: "tokens", about: "stake for each unit (1 MiB) that a provider has sold" },
  slashBasisPoints: {
    flag: "--slash",
    unit: "basis-points",
    about: "part of the stake that a missed round takes from the third on",
  },
  unbondingRounds: { flag: "--unbonding-rounds", unit: "count", about: "rounds that the stake stays at the end" },
  noticeRounds: { flag: "--notice-rounds", unit: "count", about: "rounds from a client's notice to the end" },
  answerRounds: { flag: "--answer-rounds", unit: "count", about: "rounds to answer a dispute in" },
  disputeSlashBasisPoints: {
    flag: "--dispute-slash",
    unit: "basis-points",
    about: "part of the stake that a lost dispute takes",
  },
  disputeBond: { flag: "--dispute-bond", unit: "tokens", about: "what opening a dispute locks" },
};
const PARAMETER_NAMES = Object.keys(PARAMETERS) as (keyof MarketParameters)[];

export const deployCommand: CommandSpec = {
  name: "deploy",
  summary: "put the contracts of a network on a chain, or go on where that stopped, and write the network file",
  options: [
    {
      flags: "--token <address>",
      about: "an ERC-20 that is there (default: a development token is made, worth nothing)",
      parse: address,
    },
    {
      flags: "--admin <address>",
      about: "who may pause, and change parameters after the delay (default: the wallet)",
      parse: address,
    },
    {
      flags: "--delay <seconds>",
      about: "from the announcement of other parameters until they count (default: 172800, 0 with a development token)",
      parse: wholeNumber(0, 2 ** 31),
    },
    { flags: "--beacon <address>", about: "a beacon that is there (default: BlockhashBeacon is made)", parse: address },
    {
      flags: "--finality-blocks <count>",
      about: "blocks on a seed block before BlockhashBeacon gives its hash (default: 0)",
      parse: wholeNumber(0, 4_095),
    },
    {
      flags: "--confirmations <count>",
      about: "blocks that clients let lie on a transaction before it counts (default: 0)",
      parse: wholeNumber(0, 1_000),
    },
    { flags: "--salt <text>", about: "another text makes another set of the same contracts" },
    { flags: "--parameters <file>", about: "TOML with the market's parameters; flags go before it" },
    ...PARAMETER_NAMES.map(parameterOption),
  ],
  examples: [
    "cairn deploy --rpc-url https://rpc.example --wallet deployer.key --network network.json --token 0x…",
    "cairn deploy --rpc-url http://127.0.0.1:8545 --wallet dev.key       # a development token and its market",
    "cairn deploy --rpc-url https://rpc.example --parameters market.toml --admin 0x… --json",
  ],
  run,
};

async function run(context: CommandContext): Promise<void> {
  const { config, io, output } = context;
  const { rpcUrl, network: file } = config;
  if (rpcUrl === undefined) {
    throw new CairnError("ERR_CONFIG_INVALID", "Say which chain: its endpoint with --rpc-url.", {
      facts: { key: "rpcUrl" },
    });
  }
  const { signer, privateKey } = await loadWallet(config.wallet, io.env);
  const before = await earlier(file);
  const { DEVNET_PARAMETERS, deploy, plannedMarket, writeNetwork } = await import("../../contracts/index.ts");
  const parameters = { ...DEVNET_PARAMETERS, ...(await parametersOf(context)) };
  const options = optionsOf(context, { rpcUrl, privateKey, parameters });
  if (before !== undefined) refuseOther(before, plannedMarket(options), file);
  output.say(`${signer.address} deploys with`);
  for (const line of table(PARAMETER_NAMES.map((name) => [name, shown(name, parameters[name])])))
    output.say(`  ${line}`);
  const deployment = await deploy(options);
  const network = networkOf(before, deployment, file);
  await writeNetwork(file, network);
  await context.output.result({ ...network, file, admin: options.admin ?? signer.address, parameters }, [
    `market ${network.market} on chain ${network.chainId}, round 0 from block ${network.genesisBlock}`,
    `Its file is ${file}: give it to whoever uses the network, with the addresses of first peers in \`bootstrap\`.`,
  ]);
}

function optionsOf(
  { config, options, output, signal }: CommandContext,
  needed: Pick<DeployOptions, "rpcUrl" | "privateKey" | "parameters">,
): DeployOptions {
  const { token, admin, beacon, delay, finalityBlocks, confirmations, salt } = options;
  return {
    ...needed,
    signal,
    pollMs: config.pollSeconds * 1000,
    timeoutMs: TIMEOUT_MS,
    onStep: (line) => output.say(`  ${line}`),
    ...(typeof token === "string" && { token: token as Address }),
    ...(typeof admin === "string" && { admin: admin as Address }),
    ...(typeof beacon === "string" && { beacon: beacon as Address }),
    ...(typeof delay === "number" && { delaySeconds: delay }),
    ...(typeof finalityBlocks === "number" && { finalityBlocks }),
    ...(typeof confirmations === "number" && { confirmations }),
    ...(typeof salt === "string" && { salt }),
  };
}

/** The network file that is there, if it can be gone on with. */
async function earlier(file: string): Promise<NetworkFile | undefined> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return undefined;
  const { readNetwork } = await import("../../contracts/index.ts");
  return readNetwork(file);
}

/** A file of another market is not replaced. */
function refuseOther({ market, chainId }: NetworkFile, planned: Address, file: string): void {
  if (market === planned) return;
  const message = `${file} is of the market ${market} on chain ${chainId}; this one will be ${planned}. Name another file with --network.`;
  throw new CairnError("ERR_CONFIG_INVALID", message, { facts: { file, market, planned } });
}

/** Peers, and whatever else was added to the file, stay. */
function networkOf(before: NetworkFile | undefined, deployment: Deployment, file: string): NetworkFile {
  if (before !== undefined && before.chainId !== deployment.chainId) {
    const message = `${file} is of chain ${before.chainId}, the endpoint serves ${deployment.chainId}. Name another file with --network.`;
    throw new CairnError("ERR_CONFIG_INVALID", message, { facts: { file, chainId: before.chainId } });
  }
  return { ...deployment, bootstrap: before?.bootstrap ?? [], local: before?.local ?? false };
}

async function parametersOf(context: CommandContext): Promise<Partial<MarketParameters>> {
  const { options, io } = context;
  const { parameters } = options;
  const given = typeof parameters === "string" ? await readParameters(resolve(io.cwd, parameters)) : {};
  const flags = PARAMETER_NAMES.flatMap((name) => {
    const value = options[optionKey(PARAMETERS[name].flag)];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...given, ...Object.fromEntries(flags) };
}

async function readParameters(file: string): Promise<Partial<MarketParameters>> {
  const refuse = (what: string, cause?: unknown): never => {
    throw new CairnError("ERR_CONFIG_INVALID", `The parameters in ${file} ${what}.`, { facts: { file }, cause });
  };
  const content = await readFile(file, "utf8").catch((cause: unknown) => refuse("cannot be read", cause));
  if (content.length > MAX_PARAMETERS_CHARACTERS) refuse("are too long");
  const found = parsedToml(content) ?? refuse("are no TOML");
  const entries = Object.entries(found).map(([name, value]) => {
    if (!isParameter(name)) return refuse(`name ${name}, which is none of ${PARAMETER_NAMES.join(", ")}`);
    // A TOML float would round.
    const text = typeof value === "string" || Number.isSafeInteger(value) ? String(value) : "";
    const amount = PARAMETERS[name].unit === "tokens" ? parseTokens(text) : countOf(text);
    return [name, amount ?? refuse(`have ${name} = ${JSON.stringify(value)}, which is ${expected(name)}`)] as const;
  });
  return Object.fromEntries(entries);
}

function parsedToml(text: string): Record<string, unknown> | undefined {
  try {
    return parseToml(text);
  } catch {
    return undefined;
  }
}

function expected(name: keyof MarketParameters): string {
  return PARAMETERS[name].unit === "tokens" ? 'no amount of tokens in text, such as "12.5"' : "no whole number";
}

function isParameter(name: string): name is keyof MarketParameters {
  return Object.hasOwn(PARAMETERS, name);
}

function parameterOption(name: keyof MarketParameters): OptionSpec {
  const { flag, unit, about } = PARAMETERS[name];
  const parse = (text: string): number | bigint => {
    const value = unit === "tokens" ? parseTokens(text) : countOf(text);
    if (value === undefined)
      throw new InvalidArgumentError(`Use ${unit === "tokens" ? "an amount of tokens" : "a whole number"}.`);
    return value;
  };
  return { flags: `${flag} <${unit}>`, about, parse };
}

function countOf(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function address(text: string): Address {
  if (isAddress(text)) return addressOf(addressBytes(text));
  throw new InvalidArgumentError("Use an address: 0x and 40 hex digits, with its checksum.");
}

function shown(name: keyof MarketParameters, value: number | bigint): string {
  return typeof value === "bigint"
    ? `${formatTokens(value)} tokens`
    : `${value}${PARAMETERS[name].unit === "basis-points" ? " / 10000" : ""}`;
}

/** `--round-blocks` → `roundBlocks`, as commander names it. */
function optionKey(flag: string): string {
  return flag.slice(2).replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
