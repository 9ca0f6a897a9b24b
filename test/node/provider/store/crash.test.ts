// A process is killed while it writes, at any moment, again and again on one folder. Whatever it acknowledged is there.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { accountsOf, fragment, temporaryFolder, withStore } from "./temporary-store.ts";

const CYCLES = Number(process.env["CAIRN_KILLS"] ?? 12);

test("nothing acknowledged is lost when the process is killed", { timeout: 20_000 + CYCLES * 5000 }, async () => {
  const path = temporaryFolder();
  const stored = new Set<number>();
  const removed = new Set<number>();
  let next = 0;
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const said = await writeUntilKilled(path, next, 20 + Math.random() * 250);
    for (const [what, number] of said) {
      next = Math.max(next, number + 1000);
      if (what === "stored") stored.add(number);
      else stored.delete(number);
      if (what === "removed") removed.add(number);
    }
    await check(path, stored, removed);
  }
  expect(stored.size).toBeGreaterThan(CYCLES);
  expect(removed.size).toBeGreaterThan(0);
});

/** What the process said, in order, until it was killed `ms` after it began to write. */
async function writeUntilKilled(path: string, first: number, ms: number): Promise<[what: string, number: number][]> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, "writer-process.ts"), path, `${first}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  writer.stdout.on("data", (chunk: Buffer) => {
    if (said === "") setTimeout(() => writer.kill("SIGKILL"), ms);
    said += chunk.toString();
  });
  const signal = await new Promise((resolve) => writer.once("close", (_code, signal) => resolve(signal)));
  expect(signal).toBe("SIGKILL");
  const lines = said.split("\n").slice(1, -1);
  return lines.map((line) => [line.split(" ")[0]!, Number(line.split(" ")[1])]);
}

async function check(path: string, stored: ReadonlySet<number>, removed: ReadonlySet<number>): Promise<void> {
  await withStore(path, { logBytes: 512 * 1024 }, async (store) => {
    expect(store.recovery.damagedPlaces).toBe(0);
    for (const number of stored) {
      const { root, data } = fragment(number);
      if (Buffer.compare(await store.read(root), data) !== 0)
        throw new Error(`Fragment ${number} is not what was stored.`);
    }
    for (const number of removed) expect(await store.size(fragment(number).root)).toBeUndefined();
    await store.compact();
    const { usage, entries, files, counted } = await accountsOf(store, path);
    expect(usage).toEqual(entries);
    expect(counted).toBe(files);
  });
}
