// Turns a batch of requests into the records to append and what the index will say of them. No waiting, no files: what it gives
// takes effect only when the records are durable.

import { CairnError } from "../../../protocol/index.ts";
import { groupOf, MIXED } from "./expiry-group.ts";
import { encodeRecord, recordBytes, TOMBSTONE_BYTES } from "./log-record.ts";
import type { IndexDraft } from "./index-draft.ts";
import type { LogRecord, TombstoneRecord } from "./log-record.ts";
import type { Place } from "./store-index.ts";

export type StoreRequest = PutRequest | RemoveRequest | MoveRequest | RenewRequest;

export interface PutRequest {
  readonly kind: "put";
  readonly bytes: number;
  readonly root: Uint8Array;
  readonly payload: Uint8Array;
  readonly expires: number;
}

export interface RemoveRequest {
  readonly kind: "remove";
  readonly bytes: number;
  readonly roots: readonly Uint8Array[];
}

/** Copies a live fragment out of a log that will be deleted. Does nothing if it is not at `from` any more. */
export interface MoveRequest {
  readonly kind: "move";
  readonly bytes: number;
  readonly root: Uint8Array;
  readonly payload: Uint8Array;
  readonly from: Place;
}

/** Writes a tombstone of such a log again. */
export interface RenewRequest {
  readonly kind: "renew";
  readonly bytes: number;
  readonly tombstone: TombstoneRecord;
}

/** A log that a batch may append to. */
export interface BatchLog {
  readonly log: number;
  readonly marker: Uint8Array;
  /** Where the first record will stand. */
  readonly end: number;
}

export interface BatchStart<L extends BatchLog> {
  /** Where fragments of a group go, and tombstones with those that have none. One log may serve several groups. */
  readonly logs: ReadonlyMap<number, L>;
  readonly sequence: number;
  /** Bytes that new fragments may take. */
  readonly room: number;
}

/** "done" needs nothing written; "written" holds once the pieces are durable. */
export type Fate = "done" | "written" | CairnError;

export interface BatchPlan<L extends BatchLog> {
  /** What to append to which log. */
  readonly writes: readonly LogWrite<L>[];
  readonly fates: readonly Fate[];
  /** Of the next batch's first record, if this one is carried out. */
  readonly sequence: number;
}

export interface LogWrite<L extends BatchLog> {
  readonly to: L;
  readonly pieces: Uint8Array[];
  bytes: number;
}

/** How many bytes a request may add to the log. */
export const requestBytes = {
  put: (payload: Uint8Array): number => recordBytes(payload.byteLength),
  remove: (roots: readonly Uint8Array[]): number => roots.length * TOMBSTONE_BYTES,
} as const;

export function rootsOf(request: StoreRequest): readonly Uint8Array[] {
  if (request.kind === "remove") return request.roots;
  return [request.kind === "renew" ? request.tombstone.root : request.root];
}

const NOTHING = new Uint8Array(0);

/** What the requests may add to the logs of each group, in bytes. */
export function bytesByGroup(requests: readonly StoreRequest[]): Map<number, number> {
  const bytes = new Map<number, number>();
  for (const request of requests) bytes.set(groupFor(request), (bytes.get(groupFor(request)) ?? 0) + request.bytes);
  return bytes;
}

/** Tombstones go with the mixed ones: a log that pins another one could not be deleted as a whole. */
function groupFor(request: StoreRequest): number {
  if (request.kind === "put") return groupOf(request.expires);
  return request.kind === "move" ? groupOf(request.from.expires) : MIXED;
}

/** Plans the requests in order, and applies them to the draft. */
export function planBatch<L extends BatchLog>(
  requests: readonly StoreRequest[],
  start: BatchStart<L>,
  draft: IndexDraft,
): BatchPlan<L> {
  const writes = new Map<number, LogWrite<L>>();
  let { sequence, room } = start;
  const append = (record: LogRecord, payload: Uint8Array): void => {
    const to = start.logs.get(record.kind === "fragment" ? groupOf(record.expires) : MIXED);
    if (to === undefined) throw new Error("No log is open for a record of the batch.");
    const write = writes.get(to.log) ?? { to, pieces: [], bytes: 0 };
    writes.set(to.log, write);
    draft.apply(to.log, to.end + write.bytes, record);
    write.pieces.push(...encodeRecord(record, payload, to.marker, to.end + write.bytes));
    write.bytes += recordBytes(payload.byteLength);
    sequence += 1;
  };
  const put = ({ root, payload, expires, bytes }: PutRequest): Fate => {
    const { place, drafted } = draft.find(root);
    if (place !== undefined) return drafted ? "written" : "done";
    if (bytes > room) return noRoom(room, bytes);
    room -= bytes;
    append({ kind: "fragment", sequence, root, length: payload.byteLength, expires }, payload);
    return "written";
  };
  const remove = ({ roots }: RemoveRequest): Fate => {
    let fate: Fate = "done";
    for (const root of roots) {
      const { place, drafted } = draft.find(root);
      // Gone by this batch already: it must be durable before this request is, too.
      if (drafted) fate = "written";
      if (place === undefined) continue;
      append({ kind: "tombstone", sequence, root, until: place.sequence, targetLog: place.log }, NOTHING);
      fate = "written";
    }
    return fate;
  };
  const move = ({ root, payload, from }: MoveRequest): Fate => {
    const place = draft.find(root).place;
    if (place === undefined || place.sequence !== from.sequence) return "done";
    append({ kind: "fragment", sequence, root, length: payload.byteLength, expires: from.expires }, payload);
    return "written";
  };
  const renew = ({ tombstone }: RenewRequest): Fate => {
    if (draft.account(tombstone.targetLog) === undefined) return "done";
    append({ ...tombstone, sequence }, NOTHING);
    return "written";
  };
  const fates = requests.map((request): Fate => {
    if (request.kind === "put") return put(request);
    if (request.kind === "remove") return remove(request);
    return request.kind === "move" ? move(request) : renew(request);
  });
  return { writes: [...writes.values()], fates, sequence };
}

function noRoom(room: number, bytes: number): CairnError {
  return new CairnError(
    "ERR_DISK_FULL",
    `The store has room for ${Math.max(0, room)} bytes and the fragment needs ${bytes}. Raise the capacity or free some disk space; what is stored is still served.`,
    { facts: { room: Math.max(0, room), bytes } },
  );
}
