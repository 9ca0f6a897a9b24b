/** The run that later ones are compared with: data/bench/last.json, which git ignores. */

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { HotPathRow } from "./hot-path/row.ts";

export const LAST_RUN = join(import.meta.dirname, "../../data/bench/last.json");

export interface SavedRun {
  readonly machine: Machine;
  readonly rows: readonly HotPathRow[];
}

/** Figures mean nothing without the machine, nor where others were using it. */
export interface Machine {
  readonly date: string;
  readonly [fact: string]: unknown;
}

/** The saved run, or undefined where there is none that can be read. */
export async function loadRun(path = LAST_RUN): Promise<SavedRun | undefined> {
  try {
    const saved = JSON.parse(await readFile(path, "utf8")) as Partial<SavedRun>;
    return Array.isArray(saved.rows) && saved.machine !== undefined ? (saved as SavedRun) : undefined;
  } catch {
    return undefined; // the first run, or a file of somebody else's
  }
}

export async function saveRun(run: SavedRun, path = LAST_RUN): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(run, undefined, 2)}\n`);
}
