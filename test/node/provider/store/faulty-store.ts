// A store on a disk that fails on command, and what callers see of it.

import { expect } from "vitest";
import { SimulatedDisk } from "./simulated-disk.ts";
import { fragment, temporaryFolder, withStore } from "./temporary-store.ts";
import type { Fault } from "./simulated-disk.ts";
import type { CairnError } from "../../../../protocol/index.ts";
import type { LogStore } from "../../../../node/provider/store/log-store.ts";

export async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: CairnError) => error.code,
  );
}

export function put(store: LogStore, number: number, bytes?: number): Promise<void> {
  const { root, data } = fragment(number, bytes);
  return store.put(root, data);
}

export async function expectThere(store: LogStore, number: number, bytes?: number): Promise<void> {
  const { root, data } = fragment(number, bytes);
  expect(Buffer.compare(await store.read(root), data)).toBe(0);
}

/** Fails the next operation of its kind on a log, and no other. */
export function failOnce(disk: SimulatedDisk, fault: Fault): void {
  disk.fault = (operation, path) => {
    if (operation !== fault.operation || !path.endsWith(".fragments")) return undefined;
    disk.fault = () => undefined;
    return fault;
  };
}

/** A power loss that leaves what was synced, and nothing more. */
export const nothingMore = (): number => 0;

/** A store on a disk that fails on command; and once more on the same disk, as after a restart. */
export async function onFaultyDisk(
  work: (store: LogStore, disk: SimulatedDisk) => Promise<void>,
  afterwards: (store: LogStore) => Promise<void>,
): Promise<void> {
  const path = temporaryFolder();
  const disk = new SimulatedDisk(path);
  await withStore(path, { disk }, (store) => work(store, disk));
  disk.fault = () => undefined;
  disk.capacity = Number.POSITIVE_INFINITY;
  await withStore(path, { disk }, afterwards);
}
