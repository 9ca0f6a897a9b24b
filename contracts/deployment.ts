// Where the contracts of one network live, and the JSON file that says so.
// File access is loaded when used: everything else here also runs in a browser.

import { getAddress, isAddress } from "viem";
import { z } from "zod";
import { type Address, CairnError } from "../protocol/index.ts";

/** Bytes; a deployment file is below 10 KiB even with hundreds of bootstrap addresses. */
const MAX_FILE_BYTES = 65_536;
/** The contract's own bound: the chain keeps 8,191 block hashes (EIP-2935). */
export const MAX_ROUND_BLOCKS = 4_096;

/** Of the file. Version 1 had no number, and named a market of other functions. */
const FILE_VERSION = 2;
const MAX_CONFIRMATIONS = 1_000;

export interface Deployment {
  readonly chainId: number;
  readonly rpcUrl: string;
  readonly market: Address;
  readonly vault: Address;
  readonly token: Address;
  readonly beacon: Address;
  /** The two that run on the market's storage. */
  readonly extension: Address;
  readonly views: Address;
  /** Who may change the market's settings: OpenZeppelin's AccessManager. */
  readonly accessManager: Address;
  /** Block of round 0. */
  readonly genesisBlock: number;
  /** Blocks per round. */
  readonly roundBlocks: number;
  /** Samples in a proof. */
  readonly challenges: number;
  /** Blocks that must lie on a transaction's block before it counts. */
  readonly confirmations: number;
}

/** `network.json`: a deployment, and how to find the peers. */
export interface NetworkFile extends Deployment {
  /** Multiaddrs with peer ids. */
  readonly bootstrap: readonly string[];
  /** A devnet on this machine: private addresses are dialled, tokens are minted. */
  readonly local: boolean;
}

const address = z
  .string()
  .refine((text) => isAddress(text, { strict: false }), "is not a 20-byte address 0x…")
  .transform((text): Address => getAddress(text));
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const networkSchema = z.strictObject({
  version: z.literal(FILE_VERSION).default(FILE_VERSION),
  chainId: count.min(1),
  rpcUrl: z.url({ protocol: /^https?$/, error: "is not an http(s) URL" }),
  market: address,
  vault: address,
  token: address,
  beacon: address,
  extension: address,
  views: address,
  accessManager: address,
  genesisBlock: count,
  roundBlocks: count.min(1).max(MAX_ROUND_BLOCKS),
  challenges: count.min(1).max(32),
  confirmations: count.max(MAX_CONFIRMATIONS).default(0),
  bootstrap: z.array(z.string().startsWith("/", "is not a multiaddr").max(512)).max(256).default([]),
  local: z.boolean().default(false),
});

/** @throws ERR_CONFIG_INVALID naming the first wrong field */
export function parseNetwork(value: unknown, from = "the network description"): NetworkFile {
  refuseOtherVersion(value, from);
  const result = networkSchema.safeParse(value);
  if (result.success) {
    const { version: _, ...network } = result.data;
    return network;
  }
  const issue = result.error.issues[0];
  const field = issue?.path.join(".") ?? "";
  throw new CairnError(
    "ERR_CONFIG_INVALID",
    `In ${from}, ${field === "" ? "the content" : `\`${field}\``}: ${issue?.message}. Take the file anew from whoever runs the network.`,
    {
      facts: { file: from, field },
      cause: result.error,
    },
  );
}

/** What has a market of another kind is no damaged file, and is told apart from one. */
function refuseOtherVersion(value: unknown, from: string): void {
  if (typeof value !== "object" || value === null || !("market" in value)) return;
  // A NetworkFile that was read before has no number, but the fields of this version.
  const found = "version" in value ? value.version : "extension" in value ? FILE_VERSION : 1;
  if (found === FILE_VERSION) return;
  throw new CairnError(
    "ERR_CONFIG_INVALID",
    `${from} is of version ${String(found)}, this program reads version ${FILE_VERSION}: their markets are different contracts. ` +
      "Take the file anew from whoever runs the network; for a local one, start it in another folder.",
    { facts: { file: from, field: "version", found } },
  );
}

/** @throws ERR_CONFIG_INVALID when the file is missing, too long, not JSON or wrong in a field */
export async function readNetwork(file: string): Promise<NetworkFile> {
  const { readFile } = await import("node:fs/promises");
  let value: unknown;
  try {
    const text = await readFile(file, "utf8");
    if (text.length > MAX_FILE_BYTES) throw new RangeError(`${text.length} characters, more than ${MAX_FILE_BYTES}`);
    value = JSON.parse(text);
  } catch (cause) {
    throw new CairnError(
      "ERR_CONFIG_INVALID",
      `Cannot read the network description ${file}. Check the path, or take the file anew.`,
      {
        facts: { file },
        cause,
      },
    );
  }
  return parseNetwork(value, file);
}

/** Replaces the file whole. */
export async function writeNetwork(file: string, network: NetworkFile): Promise<void> {
  const { rename, writeFile } = await import("node:fs/promises");
  const next = `${file}.next`;
  const whole = { version: FILE_VERSION, ...network };
  await writeFile(next, `${JSON.stringify({ version: FILE_VERSION, ...parseNetwork(whole, file) }, undefined, 2)}\n`);
  await rename(next, file);
}
