// Answers store: takes one fragment into the store and stages it (docs/spec/wire.md). What can be refused is refused before
// the body has arrived; the answer comes when fragment and expiry are on the disk.

import { cairnError, isCairnError, decodeStoreRequest, encodeStoreAnswer, VERBS } from "../../protocol/index.ts";
import { FragmentHasher } from "../../proofs/index.ts";
import { capacityLeaves, signedLeaves } from "./allocation-book.ts";
import { sameBytes } from "./book-keys.ts";
import { Change } from "./book-tables.ts";
import { rowCounts } from "./references.ts";
import type { StoreRequest } from "../../protocol/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { Channel } from "../network/index.ts";
import type { AllocationBook, OpenAllocation } from "./allocation-book.ts";
import type { BookTables } from "./book-tables.ts";
import type { FragmentKeeper } from "./fragment-keeper.ts";
import type { FragmentReader } from "./fragment-reader.ts";
import type { FragmentStore } from "./store/index.ts";
import type { StagedFragment, Staging } from "./staging.ts";
import type { TicketDesk } from "./ticket-desk.ts";

export interface StoreParts {
  readonly tables: BookTables;
  readonly book: AllocationBook;
  readonly staging: Staging;
  readonly keeper: FragmentKeeper;
  readonly reader: FragmentReader;
  readonly store: FragmentStore;
  readonly tickets: TicketDesk;
  readonly hasher: Hasher;
  /** Bytes of fragments that this provider is willing to hold. */
  readonly capacityBytes: number;
  readonly stagedTtlMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export async function handleStore(parts: StoreParts, channel: Channel, signal: AbortSignal): Promise<void> {
  const request = decodeStoreRequest(await channel.readMessage(VERBS.store.maxRequest));
  const client = parts.tickets.check(request.ticket, channel.remote);
  const allocation = await parts.book.live(client, request.allocation);
  const staged = await reserve(parts, allocation, request);
  let stored = false;
  try {
    await stage(parts, allocation, staged, channel, signal);
    stored = true;
  } finally {
    await parts.staging.done(staged, stored);
  }
  await channel.writeMessage(encodeStoreAnswer({ ok: true }));
}

/** Room is taken before the first byte of the body: requests that run side by side can't take the same. */
async function reserve(
  parts: StoreParts,
  allocation: OpenAllocation,
  { root, bytes }: StoreRequest,
): Promise<StagedFragment> {
  const { id } = allocation.record.terms;
  const heals = parts.reader.isCorrupt(root) && ((await rowCounts(parts.tables, id, [root]))[0] ?? 0) > 0;
  const take = async (): Promise<StagedFragment> => {
    await parts.keeper.settled(root);
    const room = capacityLeaves(allocation.record.terms) - signedLeaves(allocation.record);
    return parts.staging.reserve(id, root, bytes, heals ? undefined : room, parts.now() + parts.stagedTtlMs);
  };
  try {
    return await take();
  } catch (error) {
    if (!isCairnError(error, "ERR_ALLOCATION_FULL")) throw error;
  }
  // It may have grown on chain.
  await parts.book.refresh(allocation);
  return take();
}

async function stage(
  parts: StoreParts,
  allocation: OpenAllocation,
  staged: StagedFragment,
  channel: Channel,
  signal: AbortSignal,
): Promise<void> {
  const { root, bytes } = staged;
  const held = await parts.store.size(root);
  if (held !== undefined && held !== bytes) throw wrongFragment(bytes);
  const written = writeIntent(parts, allocation, staged);
  written.catch(() => {}); // awaited below; a refusal in between must not leave it unhandled
  if (held === undefined || parts.reader.isCorrupt(root)) await takeBody(parts, allocation, staged, channel, signal);
  await written;
}

/** The expiry is on the disk no later than the fragment, so that no crash leaves a fragment that nothing names. */
async function writeIntent(parts: StoreParts, allocation: OpenAllocation, staged: StagedFragment): Promise<void> {
  if (!allocation.written) {
    await allocation.queue.run(async () => {
      if (allocation.written) return;
      const change = new Change(parts.tables);
      parts.book.enter(change, allocation);
      await change.commit();
      allocation.written = true;
    });
  }
  await parts.staging.write(staged);
}

async function takeBody(
  parts: StoreParts,
  { record }: OpenAllocation,
  { root, bytes }: StagedFragment,
  channel: Channel,
  signal: AbortSignal,
): Promise<void> {
  const corrupt = parts.reader.isCorrupt(root);
  if (!corrupt) checkCapacity(parts, bytes);
  const body = await readFragment(parts.hasher, channel, root, bytes);
  if (corrupt) await parts.store.remove([root]);
  await parts.store.put(root, body, { signal, expires: record.terms.endRound });
  parts.reader.healed(root);
}

/** One buffer of the stated length, hashed as it fills: what arrives in small parts never blocks the loop for long. */
async function readFragment(hasher: Hasher, channel: Channel, root: Uint8Array, bytes: number): Promise<Uint8Array> {
  const fragment = new Uint8Array(bytes);
  const tree = new FragmentHasher(hasher);
  let at = 0;
  for await (const part of channel.readBody(bytes)) {
    tree.update(part);
    fragment.set(part, at);
    at += part.byteLength;
  }
  if (!sameBytes(tree.root(), root)) throw wrongFragment(bytes);
  return fragment;
}

function checkCapacity({ store, capacityBytes }: StoreParts, bytes: number): void {
  const { payloadBytes, reservedBytes, freeBytes } = store.usage();
  if (payloadBytes + reservedBytes + bytes <= capacityBytes && bytes <= freeBytes) return;
  throw cairnError("ERR_NO_CAPACITY", undefined, { facts: { bytes, freeBytes } });
}

function wrongFragment(bytes: number): Error {
  return cairnError("ERR_FRAGMENT_WRONG", `The ${bytes} bytes that were sent or stated do not belong to the root.`);
}
