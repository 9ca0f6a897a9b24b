// The version of the program that lies on the disk: another one than the running one means that it was updated and not restarted.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

const FILE = new URL("../../package.json", import.meta.url);

/** Of the program that runs. */
export const VERSION = versionOf(readFileSync(FILE, "utf8"));

/** Of the program on the disk now. */
export async function installedVersion(): Promise<string> {
  return versionOf(await readFile(FILE, "utf8"));
}

function versionOf(text: string): string {
  return (JSON.parse(text) as { version: string }).version;
}
