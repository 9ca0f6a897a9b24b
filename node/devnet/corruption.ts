// Damage to a provider's disk, for tests and the tour: the kind that only a proof can see.

import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { LEAF_BYTES } from "../../proofs/index.ts";
import { CairnError } from "../../protocol/index.ts";

/** What was flipped: so many bytes of each file, from its start. Flipping them again heals. */
export type Damage = ReadonlyMap<string, number>;

/** Flips one bit in every 256 bytes of the provider's fragment logs, so that no leaf is what it was. Lengths and names stay. */
export async function corruptLogs(providerFolder: string): Promise<Damage> {
  const folder = join(providerFolder, "store", "logs");
  const damage = new Map<string, number>();
  for (const log of await readdir(folder)) damage.set(join(folder, log), await flip(join(folder, log), Infinity));
  if ([...damage.values()].some((bytes) => bytes > 0)) return damage;
  throw new CairnError("ERR_FRAGMENT_NOT_FOUND", `There is nothing to corrupt in ${folder}: put something first.`, {
    facts: { folder },
  });
}

export async function healLogs(damage: Damage): Promise<void> {
  for (const [path, bytes] of damage) await flip(path, bytes);
}

/** Returns the number of bytes gone over: the file's, or `bytes` if it has grown since. */
async function flip(path: string, bytes: number): Promise<number> {
  const file = await open(path, "r+");
  try {
    const block = Buffer.alloc(1024 * 1024);
    let at = 0;
    for (;;) {
      const { bytesRead } = await file.read(block, 0, Math.min(block.length, bytes - at), at);
      if (bytesRead === 0) break;
      for (let i = LEAF_BYTES / 2; i < bytesRead; i += LEAF_BYTES) block[i] = (block[i] as number) ^ 1;
      await file.write(block, 0, bytesRead, at);
      at += bytesRead;
    }
    await file.sync();
    return at;
  } finally {
    await file.close();
  }
}
