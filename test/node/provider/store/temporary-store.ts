// Folders and stores of tests, gone when the test is.

import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { OWNER } from "./written-fragments.ts";
import { openProviderFolder } from "../../../../node/provider/store/data-folder.ts";
import { openLogStore } from "../../../../node/provider/store/log-store.ts";
import type { ProviderFolder } from "../../../../node/provider/store/data-folder.ts";
import type { Disk } from "../../../../node/provider/store/disk.ts";
import type { LogStore, LogStoreOptions } from "../../../../node/provider/store/log-store.ts";

export { fragment, OWNER } from "./written-fragments.ts";

export interface TestStore {
  readonly folder: ProviderFolder;
  readonly store: LogStore;
  close(): Promise<void>;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cairn-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store with small logs; closed by the test, or after it. */
export async function openTestStore(path: string, options: LogStoreOptions & { disk?: Disk } = {}): Promise<TestStore> {
  const { disk, ...storeOptions } = options;
  const folder = await openProviderFolder({ folder: path, owner: OWNER }, disk === undefined ? {} : { disk });
  try {
    const store = await openLogStore({ logBytes: 256 * 1024, keepFreeBytes: 0, ...storeOptions }, { folder });
    let closing: Promise<void> | undefined;
    const close = async (): Promise<void> => {
      await store.close();
      await folder.close();
    };
    const closeOnce = (): Promise<void> => (closing ??= close());
    return { folder, store, close: closeOnce };
  } catch (error) {
    await folder.close();
    throw error;
  }
}

/** Runs `work` on a store that is closed afterwards, whatever happens. */
export async function withStore<T>(
  path: string,
  options: LogStoreOptions & { disk?: Disk },
  work: (store: LogStore, folder: ProviderFolder) => Promise<T>,
): Promise<T> {
  const opened = await openTestStore(path, options);
  try {
    return await work(opened.store, opened.folder);
  } finally {
    await opened.close();
  }
}

/** The log files of a folder, by name, with their sizes. */
export function logFiles(path: string): { name: string; path: string; bytes: number }[] {
  const logs = join(path, "logs");
  return readdirSync(logs)
    .sort()
    .map((name) => ({ name, path: join(logs, name), bytes: statSync(join(logs, name)).size }));
}

/** What the three accounts of a store say: its usage, the sum over its index, and its files. They must agree. */
export async function accountsOf(
  store: LogStore,
  path: string,
): Promise<{ usage: object; entries: object; files: number; counted: number }> {
  const { fragments, payloadBytes, liveBytes, deadBytes } = store.usage();
  const entries = { fragments: 0, payloadBytes: 0, liveBytes: 0 };
  for await (const { bytes } of store.entries()) {
    entries.fragments += 1;
    entries.payloadBytes += bytes;
    entries.liveBytes += 96 + Math.ceil(bytes / 8) * 8 + 8;
  }
  const files = logFiles(path).reduce((sum, { bytes }) => sum + bytes, 0);
  return { usage: { fragments, payloadBytes, liveBytes }, entries, files, counted: liveBytes + deadBytes };
}
