// Every setting of Cairn: one schema with the kind, unit, default and meaning of each key. docs/config.md repeats it, and
// a test compares the two. node/config.ts reads the values from files, environment and flags.

import { CLIENT } from "./limits.ts";
import { z } from "zod";
import { formatSize, formatTokens, parseSize, parseTokens } from "./quantity.ts";

/** Which commands look at a setting. */
export type Scope = "all" | "network" | "client" | "provider" | "auditor" | "local";

/** What is fixed about a setting besides its schema. */
export interface SettingFacts {
  readonly scope: Scope;
  readonly about: string;
  /** What stands for the value in help: `size`, `path`, `tokens` … */
  readonly unit: string;
  /** What is allowed, as the end of "use …". */
  readonly allowed: string;
  /** The default as a person would write it; absent where there is none. */
  readonly standard?: string;
}

/** Samples in one answer of `prove`: docs/spec/wire.md. */
const MAX_SAMPLES = 256;

const facts = z.registry<SettingFacts>();

const path = z.string().min(1).max(4096);
const multiaddr = z.string().regex(/^\/(ip4|ip6|dns|dns4|dns6)\/[^/\s]+\/tcp\/\d{1,5}(\/[^\s]*)?$/);
const multiaddrs = z
  .union([
    z.array(multiaddr),
    z.string().transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(multiaddr).max(16));

/** A number from a number (TOML) or its text (environment, flags). */
function numeric(schema: z.ZodNumber) {
  return z
    .union([
      z.number(),
      z
        .string()
        .trim()
        .regex(/^\d+(\.\d+)?$/)
        .transform(Number),
    ])
    .pipe(schema);
}

/** Bytes from a count or from text with a unit. */
function size(least: number) {
  return z
    .union([z.number(), z.string().transform((text) => parseSize(text) ?? Number.NaN)])
    .pipe(z.number().int().min(least).max(Number.MAX_SAFE_INTEGER));
}

/** Base units of the token from an amount in tokens. A TOML float would round: only text and whole numbers are taken. */
function tokens() {
  return z.union([z.int().nonnegative().transform(String), z.string()]).transform((text, context) => {
    const amount = parseTokens(text);
    if (amount === undefined) context.addIssue({ code: "custom", message: "is no amount of tokens" });
    return amount ?? z.NEVER;
  });
}

/** The market keeps prices in 72 bits. */
const MAX_PRICE = 2n ** 72n - 1n;

/** A price that the market takes. */
function price() {
  return tokens().refine((amount) => amount >= 1n && amount <= MAX_PRICE, "is no price that the market takes");
}

/** Yes or no, in TOML as it is, in text as true or false. */
function choice() {
  return z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);
}

/** The schema. A key is `camelCase` here and in files; `CAIRN_CAMEL_CASE` and `--camel-case` elsewhere. */
export const settings = z.object({
  folder: path.default("data").register(facts, {
    scope: "all",
    about: "The data folder: keys, fragments, indexes, the local chain. Relative paths start where the command runs.",
    unit: "path",
    allowed: "a path",
    standard: "data",
  }),
  network: path.optional().register(facts, {
    scope: "all",
    about: "The network file: chain, contracts and first peers. Without it: network.json in the data folder.",
    unit: "path",
    allowed: "the path of a network file",
  }),
  rpcUrl: z
    .url({ protocol: /^https?$/ })
    .optional()
    .register(facts, {
      scope: "all",
      about: "The chain's JSON-RPC endpoint, in place of the one in the network file.",
      unit: "URL",
      allowed: "an http:// or https:// URL",
    }),
  wallet: path.optional().register(facts, {
    scope: "all",
    about:
      "The key file that signs and pays. Without it: wallet.key in the data folder. CAIRN_WALLET_KEY, a key itself, goes before it.",
    unit: "path",
    allowed: "the path of a key file",
  }),
  pollSeconds: numeric(z.number().min(0.05).max(60)).default(1).register(facts, {
    scope: "all",
    about: "How often the chain is asked for news.",
    unit: "seconds",
    allowed: "0.05 to 60",
    standard: "1",
  }),
  logLevel: z.enum(["silent", "error", "warn", "info", "debug"]).default("info").register(facts, {
    scope: "all",
    about: "The least important log line that is written. Logs go to stderr.",
    unit: "level",
    allowed: "silent, error, warn, info or debug",
    standard: "info",
  }),
  k: numeric(z.number().int().min(1).max(255)).default(4).register(facts, {
    scope: "client",
    about: "Fragments of a segment that suffice to read it.",
    unit: "count",
    allowed: "1 to 255, and less than n",
    standard: "4",
  }),
  n: numeric(z.number().int().min(2).max(256)).default(10).register(facts, {
    scope: "client",
    about: "Fragments of a segment that are stored, each at another provider.",
    unit: "count",
    allowed: "2 to 256, and more than k",
    standard: "10",
  }),
  keepRounds: numeric(z.number().int().min(1).max(2047)).default(2000).register(facts, {
    scope: "client",
    about:
      "Rounds for which put wants its object paid: room that ends sooner is not used, new room is opened for twice as long.",
    unit: "rounds",
    allowed: "1 to 2047",
    standard: "2000",
  }),
  maxPrice: tokens()
    .default(CLIENT.maxPrice)
    .register(facts, {
      scope: "client",
      about: "The most that put pays, in tokens per unit (1 MiB) and round. Providers that ask more are not used.",
      unit: "tokens",
      allowed: "an amount in text with up to 18 decimals",
      standard: formatTokens(CLIENT.maxPrice),
    }),
  listen: multiaddrs.default(["/ip4/0.0.0.0/tcp/4101"]).register(facts, {
    scope: "provider",
    about: "Addresses to listen on. A list, in text separated by commas.",
    unit: "multiaddrs",
    allowed: "up to 16 of the form /ip4/ADDRESS/tcp/PORT",
    standard: "/ip4/0.0.0.0/tcp/4101",
  }),
  announce: multiaddrs.default([]).register(facts, {
    scope: "provider",
    about: "Addresses under which others reach this provider, where they differ from the ones it listens on.",
    unit: "multiaddrs",
    allowed: "up to 16 of the form /ip4/ADDRESS/tcp/PORT or /dns4/NAME/tcp/PORT",
    standard: "none",
  }),
  capacity: size(2 ** 20)
    .default(10 * 2 ** 30)
    .register(facts, {
      scope: "provider",
      about: "How much fragment data this provider offers to hold, its own bookkeeping not counted.",
      unit: "size",
      allowed: "a size of at least 1 MiB, such as 500 GB or 10 GiB",
      standard: formatSize(10 * 2 ** 30),
    }),
  price: price()
    .default(10n ** 14n)
    .register(facts, {
      scope: "provider",
      about: "Tokens per unit (1 MiB) and round. One TiB for R rounds costs 1,048,576 × R times as much.",
      unit: "tokens",
      allowed: "an amount in text with up to 18 decimals, above 0 and below 4722",
      standard: formatTokens(10n ** 14n),
    }),
  stake: tokens()
    .default(100n * 10n ** 18n)
    .register(facts, {
      scope: "provider",
      about: "Tokens that the owner's wallet stakes when the provider registers.",
      unit: "tokens",
      allowed: "an amount in text with up to 18 decimals, not below the contract's least stake",
      standard: "100",
    }),
  samples: numeric(z.number().int().min(1).max(MAX_SAMPLES))
    .default(20)
    .register(facts, {
      scope: "auditor",
      about: "Leaves that the auditor asks of each provider and round, besides the challenge on chain.",
      unit: "count",
      allowed: `1 to ${MAX_SAMPLES}`,
      standard: "20",
    }),
  dispute: choice().default(false).register(facts, {
    scope: "auditor",
    about:
      "Whether the auditor takes a sample that a provider does not show to the chain. Each dispute locks a bond from the wallet, which is lost if the provider answers.",
    unit: "true/false",
    allowed: "true or false",
    standard: "false",
  }),
  providers: numeric(z.number().int().min(1).max(100)).default(12).register(facts, {
    scope: "local",
    about: "Providers of the local network.",
    unit: "count",
    allowed: "1 to 100",
    standard: "12",
  }),
  blockSeconds: numeric(z.number().int().min(1).max(60)).default(1).register(facts, {
    scope: "local",
    about: "Time between blocks of the local chain.",
    unit: "seconds",
    allowed: "1 to 60",
    standard: "1",
  }),
  roundBlocks: numeric(z.number().int().min(4).max(4096)).default(64).register(facts, {
    scope: "local",
    about: "Blocks in a round of the local network.",
    unit: "blocks",
    allowed: "4 to 4096",
    standard: "64",
  }),
});

export type Settings = z.output<typeof settings>;
export type SettingKey = keyof Settings;

/** All keys, in the order of the documents. */
export const SETTING_KEYS = Object.keys(settings.shape) as SettingKey[];

/** What is fixed about one setting. */
export function settingFacts(key: SettingKey): SettingFacts {
  const found = facts.get(settings.shape[key]);
  if (found === undefined) throw new Error(`the setting ${key} has no facts`);
  return found;
}

/** `pollSeconds` → `CAIRN_POLL_SECONDS`. */
export function variableName(key: SettingKey): string {
  return `CAIRN_${words(key).join("_").toUpperCase()}`;
}

/** `pollSeconds` → `--poll-seconds`, and `k` → `-k`. */
export function flagName(key: SettingKey): string {
  return key.length === 1 ? `-${key}` : `--${words(key).join("-")}`;
}

function words(key: string): string[] {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).split(" ");
}
