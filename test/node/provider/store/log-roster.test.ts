// When logs begin and go: what is on the disk before logs.json says so, and what may wait.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { IndexDraft } from "../../../../node/provider/store/index-draft.ts";
import { LOG_HEADER_BYTES } from "../../../../node/provider/store/log-record.ts";
import { LogWriter } from "../../../../node/provider/store/log-writer.ts";
import { LogRoster } from "../../../../node/provider/store/log-roster.ts";
import { openProviderFolder } from "../../../../node/provider/store/data-folder.ts";
import { openStoreIndex } from "../../../../node/provider/store/store-index.ts";
import { SimulatedDisk } from "./simulated-disk.ts";
import { fragment, OWNER, temporaryFolder, withStore } from "./temporary-store.ts";
import type { ProviderFolder } from "../../../../node/provider/store/data-folder.ts";
import type { LogAccount } from "../../../../node/provider/store/log-account.ts";
import type { StoreIndex } from "../../../../node/provider/store/store-index.ts";

const LOG_BYTES = 10_000;
const MIXED = 0;

async function withRoster(
  work: (parts: { folder: ProviderFolder; index: StoreIndex; disk: SimulatedDisk; path: string }) => Promise<void>,
): Promise<void> {
  const path = temporaryFolder();
  const disk = new SimulatedDisk(path);
  const folder = await openProviderFolder({ folder: path, owner: OWNER }, { disk });
  try {
    await work({ folder, index: await openStoreIndex(folder.fragmentIndex, folder.id), disk, path });
  } finally {
    await folder.close();
  }
}

test("a log and the index are durable before logs.json names the log", () =>
  withRoster(async ({ folder, index, disk, path }) => {
    const done: string[] = [];
    const slow = {
      ...index,
      async sync() {
        await new Promise((resolve) => setTimeout(resolve, 20));
        await index.sync();
        done.push("sync index");
      },
    };
    disk.changed = (operation, changed) => done.push(`${operation} ${changed.slice(path.length + 1)}`);
    const roster = await LogRoster.open(folder, slow, folder.logList, LOG_BYTES);
    await roster.logsFor(new Map([[MIXED, 100]]));
    const named = done.findIndex((line) => line.startsWith("rename logs.json"));
    const before = done.slice(0, named);
    expect(before).toContain("sync index");
    expect(before).toContain("sync logs/0000000001.fragments");
    expect(before).toContain("syncFolder logs");
    expect(before).toContain("sync logs.json.new");
    await roster.close();
  }));

test("an index that cannot be synced beside the batches stops the next one", () =>
  withRoster(async ({ folder, index }) => {
    let isBroken = false;
    const failing = {
      ...index,
      sync: () => (isBroken ? Promise.reject(new Error("EIO")) : index.sync()),
    };
    const roster = await LogRoster.open(folder, failing, folder.logList, LOG_BYTES);
    const needs = new Map([[MIXED, 100]]);
    const log = (await roster.logsFor(needs)).get(MIXED)?.log ?? 0;
    isBroken = true;
    roster.appended(log, LOG_BYTES - 1);
    await new Promise(setImmediate);
    await roster.logsFor(needs);
    roster.appended(log, 1);
    await new Promise(setImmediate);
    await expect(roster.logsFor(needs)).rejects.toThrow("cannot be synced");
    await roster.close();
  }));

test("an index that cannot be synced stops the next one also where a full disk is what the first one was told", () =>
  withRoster(async ({ folder, index, disk }) => {
    let isBroken = true;
    const failing = {
      ...index,
      sync: () => (isBroken ? Promise.reject(new Error("EIO")) : index.sync()),
    };
    disk.fault = (operation) => (operation === "create" ? { operation, errno: "ENOSPC" } : undefined);
    const roster = await LogRoster.open(folder, failing, folder.logList, LOG_BYTES);
    const needs = new Map([[MIXED, 100]]);
    await expect(roster.logsFor(needs)).rejects.toThrow("ENOSPC");
    disk.fault = () => undefined;
    isBroken = false;
    await expect(roster.logsFor(needs)).rejects.toThrow("cannot be synced");
    await roster.close();
  }));

test("a store of 40 TiB opens: its logs are more than a call takes arguments", () =>
  withRoster(async ({ folder, index }) => {
    const logs = 160_000;
    const draft = await IndexDraft.of(index, []);
    for (let log = 1; log <= logs; log++) draft.begin(log, log);
    const many = { ...index, accounts: draft.accounts as ReadonlyMap<number, LogAccount> };
    const options = { logBytes: LOG_BYTES, capacityBytes: undefined, keepFreeBytes: 0 };
    const writer = await LogWriter.open(folder, many, folder.logList, options);
    expect(writer.fileBytes).toBe(logs * LOG_HEADER_BYTES);
    expect(writer.deadLogs()).toHaveLength(logs);
    await writer.close();
  }));

test("a deleted log is called dropped until logs.json is written again, at the latest by a clean stop", async () => {
  const path = temporaryFolder();
  const listed = (): unknown => JSON.parse(readFileSync(join(path, "logs.json"), "utf8")).dropped;
  await withStore(path, { logBytes: LOG_BYTES, compaction: "manual" }, async (store) => {
    const all = Array.from({ length: 4 }, (_, number) => fragment(number, 6000));
    for (const { root, data } of all) await store.put(root, data, { expires: 64 });
    await store.remove(all.map(({ root }) => root));
    expect(listed()).toEqual([1, 2, 3, 4]);
  });
  expect(listed()).toEqual([]);
  await withStore(path, {}, async (store) => {
    expect(store.recovery.replayedRecords).toBe(0);
  });
});
