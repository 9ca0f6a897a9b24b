// get: find → manifest → gather any k → decode → decrypt. Every byte handed out was verified against the link (P3).

import {
  CairnError,
  RECORD_BYTES,
  RECORD_PLAIN_BYTES,
  decodeInnerManifest,
  objectIdOf,
  segmentBytes,
  storedBytes,
} from "../../protocol/index.ts";
import { MAX_SHARD_BYTES } from "../../erasure/index.ts";
import { CLIENT } from "../limits/index.ts";
import { joined } from "./bytes.ts";
import { createCipher, openRecords, recordCount } from "./cipher.ts";
import { Gatherer } from "./gather.ts";
import { findObject, holdersOf } from "./holders.ts";
import { breathe } from "../wait.ts";
import type { Link, Manifest } from "../../protocol/index.ts";
import type { GatherParts, Run } from "./gather.ts";
import type { FindParts, Found, Holder } from "./holders.ts";

export type GetParts = FindParts & GatherParts;

/** Plaintext bytes [offset, offset + length) of the object; everything by default. */
export interface GetSettings {
  readonly offset: number;
  readonly length: number | undefined;
  readonly signal: AbortSignal;
}

/** The plaintext in order. Bounded memory: at most a few segments are held, however slowly the caller reads. */
export async function* getObject(parts: GetParts, link: Link, settings: GetSettings): AsyncGenerator<Uint8Array> {
  if (link.key === undefined) {
    throw new CairnError(
      "ERR_LINK_NO_KEY",
      "This link has no key (the part after #): it lets you verify and repair, not read. Ask its owner for the whole link.",
    );
  }
  const stop = new AbortController();
  const signal = AbortSignal.any([settings.signal, stop.signal]);
  try {
    const found = await findObject(parts, link.object, signal);
    const source = await readable(parts, found, signal);
    const { from, to } = checkedRange(source.manifest, settings);
    yield* plaintext(parts, source, link.key, from, to, signal);
  } finally {
    stop.abort(new CairnError("ERR_ABORTED", "The reader stopped.")); // ends what was fetched ahead
  }
}

/** The manifest of the user's own bytes and who holds them. One too large for a fragment is read through the manifest around it. */
export async function readable(parts: GetParts, found: Found, signal: AbortSignal): Promise<Readable> {
  const { manifest: outer, holders } = found;
  if (outer.content === "bytes") return found;
  const bytes: Uint8Array[] = [];
  for await (const part of segmentsOf(parts, found, 0, storedBytes(outer), signal)) bytes.push(part);
  const inner = joined(bytes);
  const manifest = decodeInnerManifest(inner);
  const id = objectIdOf(parts.hasher, inner);
  let others: Promise<readonly Holder[]> | undefined;
  const more = (): Promise<readonly Holder[]> =>
    (others ??= found.more().then((further) => holdersOf(parts, id, further, signal)));
  return { manifest, holders: await holdersOf(parts, id, holders, signal), more };
}

export type Readable = Pick<Found, "manifest" | "holders" | "more">;

async function* plaintext(
  parts: GetParts,
  source: Readable,
  readKey: Uint8Array,
  from: number,
  to: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { manifest } = source;
  const firstRecord = Math.floor(from / RECORD_PLAIN_BYTES);
  const endRecord = Math.max(firstRecord + 1, Math.ceil(to / RECORD_PLAIN_BYTES));
  const cipher = await createCipher(readKey);
  const total = recordCount(manifest.size);
  const end = Math.min(endRecord * RECORD_BYTES, storedBytes(manifest));
  let record = firstRecord;
  for await (const ciphertext of segmentsOf(parts, source, firstRecord * RECORD_BYTES, end, signal)) {
    for await (const opened of openRecords(cipher, ciphertext, record, total)) {
      const start = record++ * RECORD_PLAIN_BYTES;
      const wanted = opened.subarray(Math.max(0, from - start), Math.max(0, to - start));
      if (wanted.byteLength > 0) yield wanted;
    }
  }
}

/** Ciphertext bytes [from, to), a segment or a part of one at a time; the next is fetched while this one is read. */
async function* segmentsOf(
  parts: GetParts,
  { manifest, holders, more }: Readable,
  from: number,
  to: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (manifest.body.kind === "inline") {
    yield manifest.body.bytes.subarray(from, to);
    return;
  }
  const gatherer = new Gatherer(parts, manifest, holders, signal, more);
  const runs = runsOf(manifest, manifest.body.scheme.k, from, to);
  const ahead: Promise<Uint8Array>[] = [];
  for (;;) {
    while (ahead.length < CLIENT.segmentsInFlight && runs.length > 0) {
      const next = gatherer.read(runs.shift() as Run);
      next.catch(() => {}); // its turn comes later; a failure until then is not unhandled
      ahead.push(next);
    }
    const current = ahead.shift();
    if (current === undefined) return;
    yield await current;
    await breathe();
  }
}

function runsOf(manifest: Manifest, k: number, from: number, to: number): Run[] {
  const full = k * MAX_SHARD_BYTES;
  const first = Math.floor(from / full);
  const count = Math.ceil(to / full) - first;
  return Array.from({ length: count }, (_, i) => {
    const segment = first + i;
    const start = segment * full;
    return { segment, from: Math.max(from - start, 0), to: Math.min(to - start, segmentBytes(manifest, segment)) };
  });
}

function checkedRange(manifest: Manifest, { offset, length }: GetSettings): { from: number; to: number } {
  const to = length === undefined ? manifest.size : offset + length;
  const valid =
    Number.isSafeInteger(offset) && Number.isSafeInteger(to) && offset >= 0 && offset <= to && to <= manifest.size;
  if (valid) return { from: offset, to };
  throw new CairnError(
    "ERR_RANGE_INVALID",
    `Bytes ${offset} to ${to} are not in this object of ${manifest.size} bytes: ask for a range inside it.`,
    {
      facts: { offset, length, size: manifest.size },
    },
  );
}
