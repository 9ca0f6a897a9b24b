// A process that writes to a store until it is killed, and tells on its standard output what was acknowledged, when it was.
// Arguments: folder, then "hold" to do nothing but hold it, or the number of the first fragment to write.

import { writeSync } from "node:fs";
import { fragment, OWNER } from "./written-fragments.ts";
import { openProviderFolder } from "../../../../node/provider/store/data-folder.ts";
import { openLogStore } from "../../../../node/provider/store/log-store.ts";
import type { LogStore } from "../../../../node/provider/store/log-store.ts";

const LANES = 12;

async function write(store: LogStore, next: () => number): Promise<never> {
  let removable: number[] = [];
  for (;;) {
    const number = next();
    const { root, data } = fragment(number);
    await store.put(root, data);
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

const [path = "", what = "hold"] = process.argv.slice(2);
const folder = await openProviderFolder({ folder: path, owner: OWNER });
if (what === "hold") {
  writeSync(1, "held\n");
  setInterval(() => undefined, 1000);
} else {
  const store = await openLogStore({ logBytes: 512 * 1024, keepFreeBytes: 0 }, { folder });
  let number = Number(what);
  writeSync(1, "started\n");
  await Promise.all(Array.from({ length: LANES }, () => write(store, () => number++)));
}
