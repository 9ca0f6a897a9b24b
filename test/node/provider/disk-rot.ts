/** A disk that forgets: one byte of one fragment. */

import { open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Flips a byte of the fragment wherever it lies in the logs. */
export async function rot(folder: string, fragment: Uint8Array): Promise<void> {
  const logs = join(folder, "logs");
  for (const name of await readdir(logs)) {
    const bytes = await readFile(join(logs, name));
    const at = bytes.indexOf(fragment);
    if (at < 0) continue;
    // In its place: a log written anew is empty for a moment, and all of it is lost to whoever reads then.
    await using file = await open(join(logs, name), "r+");
    await file.write(Uint8Array.of(bytes[at + 100]! ^ 1), 0, 1, at + 100);
    return;
  }
  throw new Error("the fragment is in no log");
}
