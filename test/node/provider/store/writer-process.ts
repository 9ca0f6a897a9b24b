// A process that works on a store until it is killed, and tells on its standard output what was acknowledged, when it was. Puts,
// removals, compaction and a scrub go on at once.
// Arguments: folder; then "hold" to do nothing but hold it, or the number of the first fragment to write; then the user to be.

import { writeSync } from "node:fs";
import { fragment, OWNER } from "./written-fragments.ts";
import { openProviderFolder } from "../../../../node/provider/store/data-folder.ts";
import { openLogStore } from "../../../../node/provider/store/log-store.ts";
import { Scrub } from "../../../../node/provider/store/scrub.ts";
import type { ProviderFolder } from "../../../../node/provider/store/data-folder.ts";
import type { LogStore } from "../../../../node/provider/store/log-store.ts";

const LANES = 12;

async function write(store: LogStore, next: () => number): Promise<never> {
  let removable: number[] = [];
  for (;;) {
    const number = next();
    const { root, data } = fragment(number);
    // A dozen groups or so at a time, which change in the long run.
    await store.put(root, data, { expires: number % 7 === 0 ? 0 : 64 * ((number % 11) + Math.floor(number / 2000)) });
    writeSync(1, `stored ${number}\n`);
    removable.push(number);
    if (removable.length < 8) continue;
    const removed = removable.filter((number) => number % 2 === 0);
    writeSync(1, removed.map((number) => `removing ${number}\n`).join(""));
    await store.remove(removed.map((number) => fragment(number).root));
    writeSync(1, removed.map((number) => `removed ${number}\n`).join(""));
    removable = [];
  }
}

async function scrub(store: LogStore, folder: ProviderFolder): Promise<void> {
  const parts = {
    store,
    table: folder.sublevel("scrub"),
    verify: async () => true,
    found: async ({ root }: { readonly root: Uint8Array }, state: string) => {
      if (state === "corrupt") writeSync(1, `corrupt ${Buffer.from(root).readUInt32BE()}\n`);
    },
    passed: async () => undefined,
    failed: (error: unknown) => void writeSync(2, `${String(error)}\n`),
    now: Date.now,
  };
  await (
    await Scrub.open(parts, { afterMs: 0, everyMs: 0, bytesPerSecond: 2 ** 30 })
  ).run(new AbortController().signal);
}

async function compact(store: LogStore): Promise<never> {
  for (;;) {
    await store.compact();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const [path = "", what = "hold", user] = process.argv.slice(2);
if (user !== undefined) process.setuid?.(Number(user));
const folder = await openProviderFolder({ folder: path, owner: OWNER });
if (what === "hold") {
  writeSync(1, "held\n");
  setInterval(() => undefined, 1000);
} else {
  const store = await openLogStore({ logBytes: 512 * 1024, keepFreeBytes: 0 }, { folder });
  let number = Number(what);
  writeSync(1, "started\n");
  const lanes = Array.from({ length: LANES }, () => write(store, () => number++));
  await Promise.all([...lanes, scrub(store, folder), compact(store)]);
}
