// Where the contracts of one network live, and the JSON file that says so.
// File access is loaded when used: everything else here also runs in a browser.

import { getAddress, isAddress } from "viem";
import { z } from "zod";
import { type Address, CairnError } from "../protocol/index.ts";

/** Bytes; a deployment file is below 10 KiB even with hundreds of bootstrap addresses. */
const MAX_FILE_BYTES = 65_536;
/** The contract's own bound: the chain keeps 8,191 block hashes (EIP-2935). */
export const MAX_ROUND_BLOCKS = 4_096;

export interface Deployment {
  readonly chainId: number;
  readonly rpcUrl: string;
  readonly market: Address;
  readonly vault: Address;
  readonly token: Address;
  readonly beacon: Address;
  /** Block of round 0. */
  readonly genesisBlock: number;
  /** Blocks per round. */
  readonly roundBlocks: number;
  /** Samples in a proof. */
  readonly challenges: number;
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
  chainId: count.min(1),
  rpcUrl: z.url({ protocol: /^https?$/, error: "is not an http(s) URL" }),
  market: address,
  vault: address,
  token: address,
  beacon: address,
  genesisBlock: count,
  roundBlocks: count.min(1).max(MAX_ROUND_BLOCKS),
  challenges: count.min(1).max(255),
  bootstrap: z.array(z.string().startsWith("/", "is not a multiaddr").max(512)).max(256).default([]),
  local: z.boolean().default(false),
});

/** @throws ERR_CONFIG_INVALID naming the first wrong field */
export function parseNetwork(value: unknown, from = "the network description"): NetworkFile {
  const result = networkSchema.safeParse(value);
  if (result.success) return result.data;
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
  await writeFile(next, `${JSON.stringify(parseNetwork(network, file), undefined, 2)}\n`);
  await rename(next, file);
}
