// A store with the fragments 0, 1, 2, … in it, and what can be seen of it from outside.

import { fragment, logFiles, withStore } from "./temporary-store.ts";
import type { LogStore } from "../../../../node/provider/store/log-store.ts";
import type { CairnError } from "../../../../protocol/index.ts";

export async function fill(path: string, count: number, options: { logBytes?: number } = {}): Promise<void> {
  await withStore(path, options, async (store) => {
    for (let number = 0; number < count; number++) await store.put(fragment(number).root, fragment(number).data);
  });
}

export async function readable(store: LogStore, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let number = 0; number < count; number++) {
    const { root, data } = fragment(number);
    const bytes = await store.read(root).catch(() => undefined);
    if (bytes !== undefined && Buffer.compare(bytes, data) === 0) found.push(number);
  }
  return found;
}

export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, number) => number);
}

export function newestLog(path: string): { name: string; path: string; bytes: number } {
  return logFiles(path).at(-1)!;
}

export async function failureOf(work: Promise<unknown>): Promise<CairnError> {
  return (await work.then(
    () => undefined,
    (error: unknown) => error,
  )) as CairnError;
}
