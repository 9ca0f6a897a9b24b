// What a provider's folder remembers of its registration, so that it can start while the chain does not answer: which
// market it is registered in, and as what. Written once the chain has shown it; the chain is asked again when it is back.
//
//   <folder>/registered.json   { "v": 1, "chainId", "market", "owner", "nodeKey", "peer" }

import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Address } from "../protocol/index.ts";

export interface Registration {
  readonly chainId: number;
  readonly market: Address;
  readonly owner: Address;
  readonly nodeKey: Address;
  readonly peer: string;
}

const FILE = "registered.json";
const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .transform((text) => text as Address);
const schema = z.object({
  v: z.literal(1),
  chainId: z.number().int().positive(),
  market: address,
  owner: address,
  nodeKey: address,
  peer: z.string().min(1).max(128),
});

/** What the folder remembers; undefined if nothing, or nothing that can be read: then the chain has to tell. */
export async function rememberedRegistration(folder: string): Promise<Registration | undefined> {
  const text = await readFile(join(folder, FILE), "utf8").catch(() => "");
  return schema.safeParse(parsed(text)).data;
}

/** Whole or not at all. Throws what the file system throws. */
export async function rememberRegistration(folder: string, registration: Registration): Promise<void> {
  const next = join(folder, `${FILE}.next`);
  const file = await open(next, "w");
  try {
    await file.writeFile(`${JSON.stringify({ v: 1, ...registration }, undefined, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, join(folder, FILE));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
