// A process is killed while it writes, removes, compacts and scrubs, at any moment, again and again on one folder. Whatever it
// acknowledged is there. A long run: CAIRN_CRASH_CYCLES=300 vitest run test/node/provider/store/crash.test.ts

import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { accountsOf, fragment, temporaryFolder, withStore } from "./temporary-store.ts";

const CYCLES = Number(process.env["CAIRN_CRASH_CYCLES"] ?? 6);

test("nothing acknowledged is lost when the process is killed", { timeout: 20_000 + CYCLES * 10_000 }, async () => {
  const path = temporaryFolder();
  const stored = new Set<number>();
  const removed = new Set<number>();
  let next = 0;
  let acknowledged = 0;
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const said = await writeUntilKilled(path, next, {
      ms: 5 + Math.random() * 250,
      after: cycle % 3 === 0 ? "started" : "stored",
    });
    for (const [what, number] of said) {
      next = Math.max(next, number + 1000);
      expect(what).not.toBe("corrupt");
      if (what === "stored") stored.add(number);
      else stored.delete(number);
      if (what === "removed") removed.add(number);
    }
    await check(path, stored, removed);
    acknowledged += said.length;
  }
  if (CYCLES > 6) console.log(`${CYCLES} kills, ${acknowledged} acknowledgements`);
  expect(stored.size).toBeGreaterThan(CYCLES);
  expect(removed.size).toBeGreaterThan(0);
});

/** Fragments that are checked after each kill, at most, and as many removed ones. */
const KEPT = 2000;

/** What the process said, in order, until it was killed `ms` after it had said a word for the first time. */
async function writeUntilKilled(
  path: string,
  first: number,
  { ms, after }: { readonly ms: number; readonly after: string },
): Promise<[what: string, number: number][]> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, "writer-process.ts"), path, `${first}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  let timer: NodeJS.Timeout | undefined;
  writer.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes(after)) timer ??= setTimeout(() => writer.kill("SIGKILL"), ms);
  });
  const signal = await new Promise((resolve) => writer.once("close", (_code, signal) => resolve(signal)));
  expect(signal).toBe("SIGKILL");
  const lines = said.split("\n").slice(1, -1);
  return lines.map((line) => [line.split(" ")[0]!, Number(line.split(" ")[1])]);
}

async function check(path: string, stored: Set<number>, removed: Set<number>): Promise<void> {
  await withStore(path, { logBytes: 512 * 1024 }, async (store) => {
    // Half a record at the end of a log is what a kill may leave; it is cut off. Anything else is damage.
    const { damage, cutBytes } = store.recovery;
    expect(damage.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(cutBytes);
    for (const number of stored) {
      const { root, data } = fragment(number);
      if (Buffer.compare(await store.read(root), data) !== 0)
        throw new Error(`Fragment ${number} is not what was stored.`);
    }
    for (const number of removed) expect(await store.size(fragment(number).root)).toBeUndefined();
    // The logs of a long run must not grow without end.
    const surplus = [...stored].slice(0, Math.max(0, stored.size - KEPT));
    await store.remove(surplus.map((number) => fragment(number).root));
    for (const number of surplus) {
      stored.delete(number);
      removed.add(number);
    }
    for (const number of [...removed].slice(0, Math.max(0, removed.size - KEPT))) removed.delete(number);
    await store.compact();
    const { usage, entries, files, counted } = await accountsOf(store, path);
    expect(usage).toEqual(entries);
    expect(counted).toBe(files);
  });
}
