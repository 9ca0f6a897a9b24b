/**
 * Gets many small fragments into a provider in a short time, and truly: each is in the store, synced, and under a state that
 * client and provider have signed, made by the provider's own append. Left out is what a client costs besides: the wire, and
 * the synced note of each staged fragment.
 */

import { randomFillSync } from "node:crypto";
import { appendItem, fragmentRoot, peaksRoot } from "../../../proofs/index.ts";
import { signState } from "../../../protocol/index.ts";
import { append } from "../../../node/provider/state-changes.ts";
import { itemOf } from "../../../node/provider/allocation-tree.ts";
import type { Signer } from "../../../protocol/index.ts";
import type { Pieces } from "./pieces.ts";

/** Lengths of the fragments: every one from the least to the most, in turn. */
export const LEAST_BYTES = 256;
export const MOST_BYTES = 1024;
/** Of one append: what one message of the wire holds. */
const ITEMS_PER_APPEND = 4096;

export interface NewFragment {
  readonly root: Uint8Array;
  readonly data: Uint8Array;
  readonly bytes: number;
}

/** Fragments of random bytes. */
export function newFragments({ hasher }: Pick<Pieces, "hasher">, count: number): NewFragment[] {
  const noise = randomFillSync(new Uint8Array(count * MOST_BYTES));
  return Array.from({ length: count }, (_, i) => {
    const bytes = LEAST_BYTES + ((i * 7919) % (MOST_BYTES - LEAST_BYTES + 1));
    const data = noise.subarray(i * MOST_BYTES, i * MOST_BYTES + bytes);
    return { root: fragmentRoot(hasher, data), data, bytes };
  });
}

/** Puts fragments into the store and stages them. */
export async function storeAll(pieces: Pieces, allocation: number, fragments: readonly NewFragment[]): Promise<void> {
  const { staging } = pieces.changes;
  await Promise.all(
    fragments.map(async ({ root, data, bytes }) => {
      const staged = staging.reserve(allocation, root, bytes, Number.MAX_SAFE_INTEGER, Date.now() + 3_600_000);
      await pieces.store.put(root, data);
      await staging.done(staged, true);
    }),
  );
}

/** The client's next state of the allocation with these items at the end, and its signature. */
export async function proposalFor(
  { changes, hasher }: Pieces,
  client: Signer,
  allocation: number,
  items: readonly { readonly root: Uint8Array; readonly bytes: number }[],
) {
  const { record } = await changes.book.of(client.address, allocation);
  const peaks = items.reduce((grown, item) => appendItem(hasher, grown, itemOf(item)), record.peaks);
  const { hash, leaves } = peaksRoot(hasher, peaks);
  const round = await changes.clock.round();
  const state = {
    allocation,
    seq: (record.signed?.state.seq ?? 0) + 1,
    subRoot: hash,
    leaves,
    fromRound: Math.max(round + 2, changes.decided.leastFromRound),
  };
  return { state, clientSignature: signState(changes.domain, state, client) };
}

/** Adds `count` new fragments to the allocation. */
export async function fill(pieces: Pieces, client: Signer, allocation: number, count: number): Promise<void> {
  for (let done = 0; done < count; done += ITEMS_PER_APPEND) {
    const fragments = newFragments(pieces, Math.min(ITEMS_PER_APPEND, count - done));
    await storeAll(pieces, allocation, fragments);
    const items = fragments.map(({ root, bytes }) => ({ root, bytes }));
    const proposal = await proposalFor(pieces, client, allocation, items);
    await append(pieces.changes, client.address, { ...proposal, items, object: null });
  }
}
