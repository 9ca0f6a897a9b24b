// put: encrypt → segment → encode → store → co-sign → manifest → announce. It returns only when every fragment of every
// segment was acknowledged durable by a distinct provider and is under a state that both have signed (P4).

import { MAX_SHARD_BYTES } from "../../erasure/index.ts";
import { fragmentRoot } from "../../proofs/index.ts";
import {
  CairnError,
  MAX_INLINE_BYTES,
  MAX_INNER_MANIFEST_BYTES,
  MAX_MANIFEST_BYTES,
  encodeManifest,
  formatLink,
  objectDigest,
  objectIdOf,
} from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { joined } from "./bytes.ts";
import { leavesNeeded } from "./capacity.ts";
import { createCipher, newReadKey, sealRecords } from "./cipher.ts";
import { Lane } from "./lane.ts";
import { mendLanes } from "./mend.ts";
import { Placement } from "./placement.ts";
import { codeSegment, cutSegments } from "./segment.ts";
import { peeked, readChunks } from "./source.ts";
import { within } from "../wait.ts";
import type { Scheme } from "../../erasure/index.ts";
import type { Manifest, ObjectId } from "../../protocol/index.ts";
import type { Fragment } from "./lane.ts";
import type { Coded } from "./mend.ts";
import type { PlacementParts } from "./placement.ts";
import type { PutProgress, PutResult } from "./put-result.ts";
import type { CodingParts } from "./segment.ts";

export type PutParts = PlacementParts & CodingParts;

export interface PutSettings {
  readonly scheme: Scheme;
  readonly keepRounds: number;
  readonly maxPrice: bigint;
  /** Longest manifest that is stored as it is. Tests use a smaller one than MAX_MANIFEST_BYTES, which takes 12 GiB to reach. */
  readonly maxManifestBytes: number;
  /** Plaintext bytes, where known before reading: capacity is then opened once and to measure. */
  readonly size: number | undefined;
  readonly onProgress: (progress: PutProgress) => void;
  readonly signal: AbortSignal;
}

export async function putObject(
  parts: PutParts,
  plaintext: AsyncIterable<Uint8Array>,
  settings: PutSettings,
): Promise<PutResult> {
  const stop = new AbortController();
  const signal = AbortSignal.any([settings.signal, stop.signal]);
  try {
    return await new Put(parts, { ...settings, signal }).run(plaintext);
  } catch (error) {
    stop.abort(error); // the first failure ends what is still under way in other lanes
    throw settings.signal.aborted ? aborted(error) : error;
  }
}

class Put {
  readonly #parts: PutParts;
  readonly #settings: PutSettings;
  readonly #placement: Placement;
  #lanes: Lane[] = [];
  #read = 0;
  #stored = 0;
  #signed = 0;
  #keptBytes = 0;
  #uncommitted = 0;
  readonly #manifests: Coded[] = [];

  constructor(parts: PutParts, settings: PutSettings) {
    this.#parts = parts;
    this.#settings = settings;
    const { scheme, size, keepRounds, maxPrice, signal } = settings;
    this.#placement = new Placement(
      parts,
      { leaves: leavesNeeded(scheme, size ?? CLIENT.unknownSizeBytes), keepRounds, maxPrice },
      signal,
    );
  }

  async run(source: AsyncIterable<Uint8Array>): Promise<PutResult> {
    const counted = readChunks(source, this.#settings.signal, (bytes) => (this.#read += bytes));
    try {
      return await this.#run(counted);
    } finally {
      await counted.return(undefined);
    }
  }

  async #run(counted: AsyncGenerator<Uint8Array>): Promise<PutResult> {
    const readKey = newReadKey();
    const cipher = await createCipher(readKey);
    const plaintext = await peeked(counted, MAX_INLINE_BYTES);
    const places = await this.#placement.choose(this.#settings.scheme.n);
    this.#lanes = places.map(
      (place, shard) => new Lane(shard, place, this.#parts, this.#placement, this.#settings.signal),
    );
    const records = sealRecords(cipher, plaintext.all);
    const { manifest, segments } = plaintext.ended ? await this.#inline(records) : await this.#coded(records);
    const object = await this.#finish(manifest);
    return this.#result(object, formatLink({ object, key: readKey }), segments);
  }

  async #inline(records: AsyncIterable<Uint8Array>): Promise<{ manifest: Manifest; segments: number }> {
    for await (const bytes of records) {
      const manifest: Manifest = {
        size: this.#read,
        cipher: "aes-256-gcm",
        content: "bytes",
        body: { kind: "inline", bytes },
      };
      return { manifest, segments: 0 };
    }
    throw new CairnError("ERR_INTERNAL", "An object of no records: report this with what you put.");
  }

  async #coded(records: AsyncIterable<Uint8Array>): Promise<{ manifest: Manifest; segments: number }> {
    const shardsOf = (lane: number): readonly number[] => [lane];
    const roots = await this.#code(records, shardsOf);
    const body = { kind: "coded", scheme: this.#settings.scheme, roots } as const;
    const manifest: Manifest = { size: this.#read, cipher: "aes-256-gcm", content: "bytes", body };
    this.#manifests.push({ manifest, shardsOf });
    return { manifest, segments: roots.length };
  }

  /**
   * Cuts, encodes and stores; two segments at most are under way, and a bounded number of bytes uncommitted. `shardsOf` says which
   * shards the lane of a shard carries. Returns the roots, n × 32 bytes per segment.
   */
  async #code(
    records: AsyncIterable<Uint8Array>,
    shardsOf: (lane: number) => readonly number[],
  ): Promise<Uint8Array[]> {
    const roots: Uint8Array[] = [];
    const underWay: Promise<void>[] = [];
    for await (const segment of cutSegments(records, this.#settings.scheme.k)) {
      this.#settings.signal.throwIfAborted();
      const fragments = await codeSegment(this.#parts, this.#settings.scheme, segment, this.#settings.signal);
      roots.push(joined(fragments.map(({ root }) => root)));
      underWay.push(this.#spread(fragments, shardsOf, this.#read));
      if (underWay.length >= CLIENT.segmentsInFlight) await underWay.shift();
      if (this.#uncommitted >= CLIENT.batchBytes) await this.#commit(underWay);
    }
    await this.#commit(underWay);
    return roots;
  }

  #spread(fragments: readonly Fragment[], shardsOf: (lane: number) => readonly number[], read: number): Promise<void> {
    const loads = this.#lanes.flatMap((lane) =>
      shardsOf(lane.shard).map((shard) => ({ lane, fragment: fragments[shard] as Fragment })),
    );
    const bytes = loads.reduce((sum, { fragment }) => sum + fragment.data.byteLength, 0);
    this.#uncommitted += bytes;
    this.#keptBytes += bytes;
    const stored = Promise.all(loads.map(({ lane, fragment }) => lane.store(fragment))).then(() => {
      this.#stored = Math.max(this.#stored, read);
      this.#report();
    });
    stored.catch(() => {}); // awaited later; a failure in between is not unhandled
    return stored;
  }

  async #commit(underWay: Promise<void>[]): Promise<void> {
    await Promise.all(underWay.splice(0));
    await Promise.all(this.#lanes.map((lane) => lane.commit()));
    this.#uncommitted = 0;
    this.#signed = this.#stored;
    this.#report();
  }

  /** Stores the manifest whole with every provider and binds the object to it there. */
  async #finish(manifest: Manifest): Promise<ObjectId> {
    const bytes = await this.#fitting(manifest);
    const object = objectIdOf(this.#parts.hasher, bytes);
    const fragment = { root: fragmentRoot(this.#parts.hasher, bytes), data: bytes };
    const bind = async (lane: Lane): Promise<void> => {
      await lane.store(fragment);
      await lane.commit({ id: objectDigest(object), manifest: fragment.root });
    };
    // A provider looks at the binding what it holds of the object, so one that was given more afterwards is bound again.
    await this.#mend();
    for (let unbound: readonly Lane[] = this.#lanes; unbound.length > 0; unbound = await this.#mend())
      await Promise.all(unbound.map(bind));
    this.#keptBytes += bytes.byteLength * this.#lanes.length;
    this.#stored = this.#signed = this.#read;
    this.#report();
    return object;
  }

  // Ends because each turn but the last follows on the loss of a provider, and no provider is taken twice.
  async #mend(): Promise<readonly Lane[]> {
    const mended = new Set<Lane>();
    for (let isWhole = false; !isWhole;) {
      isWhole = true;
      for (const coded of this.#manifests) {
        const lanes = await mendLanes(this.#parts, coded, this.#lanes, this.#settings.signal);
        for (const lane of lanes) mended.add(lane);
        isWhole &&= lanes.length === 0;
      }
    }
    return [...mended];
  }

  // A manifest larger than one fragment is stored as an object of its own, without cipher, through the same lanes. Every
  // provider gets all data shards of it: it has to read the manifest to know which of the object's fragments it holds.
  async #fitting(manifest: Manifest): Promise<Uint8Array> {
    const bytes = encodeManifest(manifest);
    if (bytes.byteLength <= this.#settings.maxManifestBytes) return bytes;
    const { scheme } = this.#settings;
    const data = Array.from({ length: scheme.k }, (_, shard) => shard);
    const shardsOf = (lane: number): readonly number[] => [...new Set([...data, lane])];
    const body = { kind: "coded", scheme, roots: await this.#code(pieces(bytes), shardsOf) } as const;
    const around: Manifest = { size: bytes.byteLength, cipher: "none", content: "manifest", body };
    const outer = encodeManifest(around);
    this.#manifests.push({ manifest: around, shardsOf });
    if (bytes.byteLength <= MAX_INNER_MANIFEST_BYTES && outer.byteLength <= MAX_MANIFEST_BYTES) return outer;
    throw new CairnError(
      "ERR_MANIFEST_INVALID",
      "The object has too many segments for one manifest: put it in several parts.",
    );
  }

  async #result(object: ObjectId, link: string, segments: number): Promise<PutResult> {
    const records = await this.#announce(object);
    const placements = this.#lanes.map(({ shard, place }) => {
      return { shard, provider: place.contact.owner, peer: place.contact.address.peer, allocation: place.allocation };
    });
    const places = this.#lanes.flatMap((lane) => [...lane.signed.keys()]);
    return {
      link,
      object,
      size: this.#read,
      storedBytes: this.#keptBytes,
      segments,
      scheme: this.#settings.scheme,
      placements,
      receipts: this.#lanes.flatMap((lane) => [...lane.signed.values()]),
      records,
      paidUntilRound: Math.min(...places.map(({ endRound }) => endRound)),
    };
  }

  // Records make an object quick to find; without them a reader still finds it through the providers registered on chain.
  async #announce(object: ObjectId): Promise<number> {
    const signal = within(CLIENT.announceMs, this.#settings.signal);
    const counts = this.#lanes.map(async ({ place }) => {
      const stored = await this.#parts.transfer
        .announce(place.contact, [objectDigest(object)], { signal })
        .catch(() => [0]);
      return stored[0] ?? 0;
    });
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }

  #report(): void {
    this.#settings.onProgress({ read: this.#read, stored: this.#stored, signed: this.#signed });
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += MAX_SHARD_BYTES) yield bytes.subarray(at, at + MAX_SHARD_BYTES);
}

function aborted(cause: unknown): CairnError {
  return new CairnError(
    "ERR_ABORTED",
    "The put was stopped before it was complete: nothing of it can be read. Put again.",
    { cause },
  );
}
