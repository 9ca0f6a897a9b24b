/** A disk that forgets: one byte of one fragment. */

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Flips a byte of the fragment wherever it lies in the logs. */
export async function rot(folder: string, fragment: Uint8Array): Promise<void> {
  const logs = join(folder, "logs");
  for (const name of await readdir(logs)) {
    const bytes = await readFile(join(logs, name));
    const at = bytes.indexOf(fragment);
    if (at < 0) continue;
    bytes[at + 100] = bytes[at + 100]! ^ 1;
    await writeFile(join(logs, name), bytes);
    return;
  }
  throw new Error("the fragment is in no log");
}
