// Damage to a provider's disk, for tests and the tour: the kind that only a proof can see.

import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { LEAF_BYTES } from "../../proofs/index.ts";
import { CairnError } from "../../protocol/index.ts";

/** Flips one bit in every 256 bytes of the provider's fragment logs, so that no leaf is what it was. Lengths and names stay. */
export async function corruptLogs(providerFolder: string): Promise<number> {
  const folder = join(providerFolder, "store", "logs");
  let flipped = 0;
  for (const log of await readdir(folder)) flipped += await corruptFile(join(folder, log));
  if (flipped > 0) return flipped;
  throw new CairnError("ERR_FRAGMENT_NOT_FOUND", `There is nothing to corrupt in ${folder}: put something first.`, { facts: { folder } });
}

async function corruptFile(path: string): Promise<number> {
  const file = await open(path, "r+");
  try {
    const block = Buffer.alloc(1024 * 1024);
    let flipped = 0;
    for (let at = 0; ; ) {
      const { bytesRead } = await file.read(block, 0, block.length, at);
      if (bytesRead === 0) break;
      for (let i = LEAF_BYTES / 2; i < bytesRead; i += LEAF_BYTES, flipped++) block[i] = (block[i] as number) ^ 1;
      await file.write(block, 0, bytesRead, at);
      at += bytesRead;
    }
    await file.sync();
    return flipped;
  } finally {
    await file.close();
  }
}
