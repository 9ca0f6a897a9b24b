// The objects of the allocations: where each one's manifest is, and which of its fragments an allocation holds.
//
//   objects      digest 32 ‖ allocation u64  →  manifest root and length, holdings, digest of the object inside it if any
//   objects-of   allocation u64 ‖ digest 32  →  nothing
//
// A manifest above 1 MiB is an object itself (docs/spec/data.md). If the provider holds enough of that object to read it,
// the fragments named in it count too: as the holdings of the digest of the inner manifest.

import {
  cairnError,
  decode,
  decodeInnerManifest,
  decodeManifest,
  encode,
  fragmentRootAt,
  objectId,
  segmentCount,
  storedBytes,
  verifyManifest,
} from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { bytesAt, hexOf, keyOf, LAST_NUMBER, numberAt, sameBytes } from "./book-keys.ts";
import { rowCounts } from "./references.ts";
import type { Holding, Manifest } from "../../protocol/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { BookTables, Change } from "./book-tables.ts";
import type { FragmentReader } from "./fragment-reader.ts";

export interface ObjectEntry {
  readonly digest: Uint8Array;
  readonly allocation: number;
  readonly manifest: { readonly root: Uint8Array; readonly bytes: number };
  readonly holdings: readonly Holding[];
  /** False for an object that is only known as the content of another one: it is not announced. */
  readonly named: boolean;
}

/** An object and, if its content is a manifest that could be read, the object in it. */
export interface ObjectParts {
  readonly manifest: Manifest;
  readonly inner: { readonly digest: Uint8Array; readonly manifest: Manifest } | undefined;
}

/** An object whose manifest is the last item of an append. */
export interface NewObject {
  readonly digest: Uint8Array;
  readonly manifest: ObjectEntry["manifest"];
  readonly allocation: number;
  /** Roots of the append's rows, which are not in the book yet. */
  readonly added: readonly Uint8Array[];
  /** Allocations of the same client: a large object may have begun in one that was full before its end. */
  readonly others: readonly number[];
}

const MAX_ENTRY_BYTES = 262_144;

export class ObjectIndex {
  readonly #tables: BookTables;
  readonly #hasher: Hasher;
  readonly #reader: FragmentReader;

  constructor(tables: BookTables, hasher: Hasher, reader: FragmentReader) {
    this.#tables = tables;
    this.#hasher = hasher;
    this.#reader = reader;
  }

  /** Reads and checks an object's manifest. Throws ERR_MANIFEST_WRONG, ERR_MANIFEST_INVALID, ERR_FRAGMENT_NOT_FOUND. */
  async parts(digest: Uint8Array, manifestRoot: Uint8Array): Promise<ObjectParts> {
    const bytes = await this.#reader.whole(manifestRoot);
    const manifest = verifyManifest(this.#hasher, objectId(digest), bytes);
    return { manifest, inner: manifest.content === "manifest" ? await this.#readInner(manifest) : undefined };
  }

  /** The manifest that names the fragments of an entry: the object's own, or the one inside it. Throws when the provider cannot read it. */
  async manifestOf({ digest, manifest, named }: ObjectEntry): Promise<Manifest> {
    const outer = decodeManifest(await this.#reader.whole(manifest.root));
    if (named) return outer;
    const inner = await this.#readInner(outer);
    if (inner !== undefined && sameBytes(inner.digest, digest)) return inner.manifest;
    throw cairnError("ERR_FRAGMENT_NOT_FOUND", "The manifest inside the object cannot be read here.");
  }

  /** Adds the object to `change`: to the allocation that has its manifest, and to those among `others` that hold parts of it. */
  async add(change: Change, { digest, manifest, allocation, added, others }: NewObject): Promise<void> {
    const parts = await this.parts(digest, manifest.root);
    await this.#addTo(change, parts, { digest, manifest, allocation }, new Set(added.map(hexOf)), true);
    for (const other of others) {
      await this.#addTo(change, parts, { digest, manifest, allocation: other }, new Set(), false);
    }
  }

  /** Takes the object out, as a part of `change`. */
  remove(change: Change, allocation: number, digest: Uint8Array, parts?: ObjectParts): void {
    for (const one of [digest, parts?.inner?.digest]) {
      if (one === undefined) continue;
      change.del(this.#tables.objects, keyOf(one, allocation));
      change.del(this.#tables.objectsOf, keyOf(allocation, one));
    }
  }

  async get(allocation: number, digest: Uint8Array): Promise<ObjectEntry | undefined> {
    const value = await this.#tables.objects.get(keyOf(digest, allocation));
    return value === undefined ? undefined : decodeEntry(keyOf(digest, allocation), value);
  }

  /** The object in all allocations that hold something of it, up to a bound. */
  async find(digest: Uint8Array): Promise<ObjectEntry[]> {
    const range = { gte: keyOf(digest, 0), lte: keyOf(digest, LAST_NUMBER), limit: PROVIDER.holdersPerObject };
    const rows = await this.#tables.objects.iterator(range).all();
    return rows.map(([key, value]) => decodeEntry(key, value));
  }

  /** Digests of all objects to announce, each once, in batches of at most `size`. */
  async *digests(size: number): AsyncGenerator<Uint8Array[]> {
    let batch: Uint8Array[] = [];
    let last = "";
    for await (const [key, value] of this.#tables.objects.iterator()) {
      const entry = decodeEntry(key, value);
      if (!entry.named || hexOf(entry.digest) === last) continue;
      last = hexOf(entry.digest);
      batch.push(entry.digest);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  /** Digests of an allocation's objects, at most `limit`. */
  async of(allocation: number, limit: number): Promise<Uint8Array[]> {
    const range = { gte: keyOf(allocation), lt: keyOf(allocation + 1), limit };
    return (await this.#tables.objectsOf.keys(range).all()).map((key) => bytesAt(key, 8, 40));
  }

  #put(change: Change, entry: ObjectEntry): void {
    const { digest, allocation, manifest, holdings, named } = entry;
    const value = encode({ v: 1, root: manifest.root, bytes: manifest.bytes, named, holdings });
    change.put(this.#tables.objects, keyOf(digest, allocation), value);
    change.put(this.#tables.objectsOf, keyOf(allocation, digest), new Uint8Array(0));
  }

  async #addTo(
    change: Change,
    { manifest, inner }: ObjectParts,
    entry: Pick<ObjectEntry, "digest" | "allocation" | "manifest">,
    added: ReadonlySet<string>,
    always: boolean,
  ): Promise<void> {
    const holdings = await this.#holdings(manifest, entry.allocation, added);
    const within = inner === undefined ? [] : await this.#holdings(inner.manifest, entry.allocation, added);
    if (!always && holdings.length + within.length === 0) return;
    this.#put(change, { ...entry, holdings, named: true });
    if (inner !== undefined) this.#put(change, { ...entry, digest: inner.digest, holdings: within, named: false });
  }

  async #holdings(manifest: Manifest, allocation: number, added: ReadonlySet<string>): Promise<Holding[]> {
    if (manifest.body.kind === "inline") return [];
    const { n } = manifest.body.scheme;
    const segments = segmentCount(manifest);
    // Many shards in one look-up, all of a small object: a look-up costs more than a key.
    const shardsAtOnce = Math.max(1, Math.floor(PROVIDER.keysAtOnce / segments));
    const holdings: Holding[] = [];
    for (let first = 0; first < n && holdings.length < PROVIDER.holdings; first += shardsAtOnce) {
      const shards = Array.from({ length: Math.min(shardsAtOnce, n - first) }, (_, i) => first + i);
      const roots = shards.flatMap((shard) => rootsOfShard(manifest, shard, segments));
      const counts = await rowCounts(this.#tables, allocation, roots);
      const held = roots.map((root, i) => (counts[i] ?? 0) > 0 || added.has(hexOf(root)));
      for (const [i, shard] of shards.entries()) {
        const ofShard = held.slice(i * segments, (i + 1) * segments);
        holdings.push(...runs(ofShard).map(([from, to]): Holding => [shard, from, to]));
      }
    }
    return holdings.slice(0, PROVIDER.holdings);
  }

  // From the data shards, which together are the content. With k = 1 every shard is the content itself.
  async #readInner(manifest: Manifest): Promise<ObjectParts["inner"]> {
    const bytes = storedBytes(manifest);
    if (manifest.body.kind === "inline" || manifest.cipher !== "none") return undefined;
    const { k } = manifest.body.scheme;
    const content = new Uint8Array(bytes);
    let at = 0;
    for (let segment = 0; segment < segmentCount(manifest); segment++) {
      for (let shard = 0; shard < k && at < bytes; shard++) {
        const piece = await this.#reader.ifHeld(fragmentRootAt(manifest, segment, shard));
        if (piece === undefined) return undefined;
        content.set(piece.subarray(0, bytes - at), at);
        at += piece.length;
      }
    }
    return { digest: this.#hasher.sha256(content), manifest: decodeInnerManifest(content) };
  }
}

/** The roots of all fragments that the parts name, in hex. */
export function rootsOf(parts: ObjectParts): Set<string> {
  const roots = new Set<string>();
  for (const manifest of [parts.manifest, parts.inner?.manifest]) {
    if (manifest === undefined || manifest.body.kind === "inline") continue;
    for (let segment = 0; segment < segmentCount(manifest); segment++) {
      for (let shard = 0; shard < manifest.body.scheme.n; shard++) {
        roots.add(hexOf(fragmentRootAt(manifest, segment, shard)));
      }
    }
  }
  return roots;
}

function rootsOfShard(manifest: Manifest, shard: number, segments: number): Uint8Array[] {
  return Array.from({ length: segments }, (_, segment) => fragmentRootAt(manifest, segment, shard));
}

/** The runs `[from, to)` of true. */
function runs(held: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  held.forEach((is, at) => {
    const last = found.at(-1);
    if (is && last?.[1] === at) last[1] = at + 1;
    else if (is) found.push([at, at + 1]);
  });
  return found;
}

function decodeEntry(key: Uint8Array, value: Uint8Array): ObjectEntry {
  const stored = decode(value, MAX_ENTRY_BYTES) as StoredEntry;
  return {
    digest: bytesAt(key, 0, 32),
    allocation: numberAt(key, 32),
    manifest: { root: stored.root, bytes: stored.bytes },
    holdings: stored.holdings,
    named: stored.named,
  };
}

interface StoredEntry {
  readonly root: Uint8Array;
  readonly bytes: number;
  readonly named: boolean;
  readonly holdings: readonly Holding[];
}
