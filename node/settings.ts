// Every setting of Cairn: one schema with the kind, unit, default and meaning of each key. docs/config.md repeats it, and
// a test compares the two. node/config.ts reads the values from files, environment and flags.

import { CLIENT, NETWORK } from "./limits/index.ts";
import { z } from "zod";
import { formatSize, formatTokens } from "./quantity.ts";
import {
  address,
  choice,
  limit,
  multiaddrs,
  numeric,
  path,
  price,
  size,
  socketAddress,
  tokens,
} from "./setting-kinds.ts";

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
    allowed: "up to 16 of the form /ip4/ADDRESS/tcp/PORT or /ip6/ADDRESS/tcp/PORT",
    standard: "/ip4/0.0.0.0/tcp/4101",
  }),
  announce: multiaddrs.default([]).register(facts, {
    scope: "provider",
    about: "Addresses under which others reach this provider, where they differ from the ones it listens on.",
    unit: "multiaddrs",
    allowed: "up to 16 of the form /ip4/ADDRESS/tcp/PORT, /ip6/… or /dns/…, /dns4/… or /dns6/NAME/tcp/PORT",
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
    .default({ amount: 10n ** 14n, per: "unit-round" })
    .register(facts, {
      scope: "provider",
      about:
        "What storage costs: tokens per TiB and month of 30 days, or per unit (1 MiB) and round. The first is turned into the second at each start, with the length of a round on the chain.",
      unit: "price",
      allowed:
        'text such as "2.5 per TiB-month" or "0.0001", with up to 18 decimals and, per unit and round, below 4722',
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
  payout: address().optional().register(facts, {
    scope: "provider",
    about:
      "Where earnings go, set on chain after registering. Without it: to the owner. Use an address whose key you have, never one of an exchange: the key is needed to take them out of the vault.",
    unit: "address",
    allowed: "0x and 40 hex digits, with a checksum if mixed",
  }),
  uploadLimit: limit().default(0).register(facts, {
    scope: "provider",
    about:
      "Bytes per second that this provider sends to clients, all together; 0 is no limit. Proofs are not held back.",
    unit: "size",
    allowed: "0, or a size that goes through in a second, such as 2 MB",
    standard: "0",
  }),
  downloadLimit: limit().default(0).register(facts, {
    scope: "provider",
    about: "Bytes per second that this provider takes from clients, all together; 0 is no limit.",
    unit: "size",
    allowed: "0, or a size that goes through in a second, such as 2 MB",
    standard: "0",
  }),
  maxTransfers: numeric(z.number().int().min(1).max(NETWORK.transfers))
    .default(NETWORK.transfers)
    .register(facts, {
      scope: "provider",
      about:
        "Fragments that are stored or read at once; others are told to come back. With a limit of bytes fewer, so that each gets through in time.",
      unit: "count",
      allowed: `1 to ${NETWORK.transfers}`,
      standard: String(NETWORK.transfers),
    }),
  maxTransfersPerPeer: numeric(z.number().int().min(1).max(NETWORK.transfers))
    .default(NETWORK.transfersPerPeer)
    .register(facts, {
      scope: "provider",
      about: "The same for one peer, so that nobody takes the whole line.",
      unit: "count",
      allowed: `1 to ${NETWORK.transfers}`,
      standard: String(NETWORK.transfersPerPeer),
    }),
  clientCapacity: limit().default(0).register(facts, {
    scope: "provider",
    about: "The most that one client can have at this provider, all its allocations together; 0 is no limit.",
    unit: "size",
    allowed: "0, or a size such as 200 GB",
    standard: "0",
  }),
  upnp: choice().default(false).register(facts, {
    scope: "provider",
    about:
      "Whether to ask the router by UPnP to let others in on the port of `listen`, and to renew that while running.",
    unit: "true/false",
    allowed: "true or false",
    standard: "false",
  }),
  relay: z.enum(["off", "use", "serve"]).default("serve").register(facts, {
    scope: "provider",
    about:
      "Relays, for providers that nobody can dial. use: ask others for theirs when this provider needs one. serve: besides, be one for a few others while it can be dialled itself. off: neither.",
    unit: "word",
    allowed: "off, use or serve",
    standard: "serve",
  }),
  monitorListen: socketAddress().default("127.0.0.1:4180").register(facts, {
    scope: "provider",
    about:
      "Where the status page and the metrics are served, or off. Beyond this machine only with monitorToken; port 0 lets the system choose.",
    unit: "address",
    allowed: "off, or ADDRESS:PORT such as 127.0.0.1:4180 or [::1]:4180",
    standard: "127.0.0.1:4180",
  }),
  monitorToken: z
    .string()
    .regex(/^[\w.~-]{16,128}$/)
    .optional()
    .register(facts, {
      scope: "provider",
      about: "What a reader of the status page has to know. Without it the page is for programs of this machine.",
      unit: "token",
      allowed: "16 to 128 letters, digits and _ . ~ -",
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
