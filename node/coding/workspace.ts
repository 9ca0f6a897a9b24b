// A workspace: room for one segment in the pool's memory, and what can be done with it there.

import { ErasureError, maxSegmentBytes, SHARD_STRIDE, shardBytes } from "../../erasure/index.ts";
import { HASH_BYTES } from "../../proofs/index.ts";
import { CairnError } from "../../protocol/index.ts";
import { encodeJobs, reconstructJobs, treeJobs } from "./pieces.ts";
import { layOutSegment, writeSegment } from "./segment-layout.ts";
import type { Scheme } from "../../erasure/index.ts";
import type { Crew } from "./crew.ts";
import type { Job } from "./job.ts";
import type { PoolMemory, WorkspaceRoom } from "./memory-layout.ts";

export interface CodedSegment {
  readonly shardBytes: number;
  /** The n shards, views of the pool's memory: only to be read, and only until the workspace is released. */
  readonly shards: readonly Uint8Array[];
  /** fragmentRoot of each, 32 bytes; the caller's own. */
  readonly roots: readonly Uint8Array[];
}

export interface CodingOptions {
  /** Ends the work between two jobs; the promise rejects with its reason, and the workspace's content is undefined then. */
  readonly signal?: AbortSignal;
}

/**
 * Room for one segment, the owner's until `release`. One thing at a time: all methods throw or reject with `ERR_INTERNAL` while
 * another one works and after release. `write` and `code` are the way of a put; the methods below them are its parts, and the way
 * of a repair, over shards that the owner puts into their places itself.
 */
export interface Workspace extends Disposable {
  readonly scheme: Scheme;
  /** Bytes of the segment so far. */
  readonly length: number;
  /** Copies what still fits, up to k MiB in all, and returns how many bytes that was. `bytes` stay the caller's. */
  write(bytes: Uint8Array): number;
  /**
   * The shards of what was written, and their roots. Once, and at last: after it nothing can be written. Rejects with
   * `ERR_SEGMENT_LENGTH` on an empty segment, `ERR_KERNEL` when a worker died.
   */
  code(options?: CodingOptions): Promise<CodedSegment>;

  /** The places of all n shards of this length: views to write to and to read from, until release. */
  shards(shardBytes: number): readonly Uint8Array[];
  /** Writes the parity shards after the data shards. */
  encode(shardBytes: number, options?: CodingOptions): Promise<void>;
  /** fragmentRoot of each of the n shards as they are. */
  roots(shardBytes: number, options?: CodingOptions): Promise<Uint8Array[]>;
  /** Writes the shards numbered `wanted` from any k of those numbered `present`. Rejects as `ShardKernel.reconstruct`. */
  reconstruct(
    shardBytes: number,
    present: readonly number[],
    wanted: readonly number[],
    options?: CodingOptions,
  ): Promise<void>;

  /** Gives the room to the next owner, once no job works in it. What is under way is aborted. A second call does nothing. */
  release(): void;
}

export interface WorkspaceParts {
  readonly crew: Crew;
  readonly memory: PoolMemory["memory"];
  readonly room: WorkspaceRoom;
  /** Called once, when nothing works in the room any more. */
  readonly onFree: () => void;
}

export class PoolWorkspace implements Workspace {
  readonly scheme: Scheme;
  readonly #parts: WorkspaceParts;
  readonly #released = new AbortController();
  #length = 0;
  #isCoded = false;
  #working: Promise<unknown> | undefined;

  constructor(parts: WorkspaceParts, scheme: Scheme) {
    this.#parts = parts;
    this.scheme = scheme;
  }

  get length(): number {
    return this.#length;
  }

  write(bytes: Uint8Array): number {
    this.#checkIdle();
    if (this.#isCoded) throw misuse("The segment is coded: take another workspace for the next one.");
    const taken = Math.min(bytes.length, maxSegmentBytes(this.scheme.k) - this.#length);
    const { memory, room } = this.#parts;
    writeSegment(memory, room.address, this.#length, bytes.subarray(0, taken));
    this.#length += taken;
    return taken;
  }

  code(options: CodingOptions = {}): Promise<CodedSegment> {
    return this.#alone(options, async (run) => {
      if (this.#isCoded) throw misuse("The segment is coded already: keep what came of it.");
      shardBytes(this.#length, this.scheme.k); // throws on an empty one, and then it can still be written
      this.#isCoded = true;
      const { memory, room } = this.#parts;
      const bytes = layOutSegment(memory, room.address, this.scheme, this.#length);
      await run(this.#encodeJobs(bytes));
      await run(this.#treeJobs(bytes));
      return { shardBytes: bytes, shards: this.#views(bytes), roots: this.#roots() };
    });
  }

  shards(shardBytes: number): readonly Uint8Array[] {
    this.#checkIdle();
    this.#checkShard(shardBytes);
    return this.#views(shardBytes);
  }

  encode(shardBytes: number, options: CodingOptions = {}): Promise<void> {
    return this.#alone(options, (run) => run(this.#encodeJobs(shardBytes)));
  }

  roots(shardBytes: number, options: CodingOptions = {}): Promise<Uint8Array[]> {
    return this.#alone(options, async (run) => {
      await run(this.#treeJobs(shardBytes));
      return this.#roots();
    });
  }

  reconstruct(
    shardBytes: number,
    present: readonly number[],
    wanted: readonly number[],
    options: CodingOptions = {},
  ): Promise<void> {
    return this.#alone(options, (run) => {
      const losses = { present: [...present], wanted: [...wanted] };
      return run(reconstructJobs(this.#shards(shardBytes), losses, this.#parts.crew.size));
    });
  }

  release(): void {
    if (this.#released.signal.aborted) return;
    this.#released.abort(new CairnError("ERR_ABORTED", "The workspace was released while it worked."));
    const { onFree } = this.#parts;
    if (this.#working === undefined) onFree();
    else void this.#working.then(onFree, onFree);
  }

  [Symbol.dispose](): void {
    this.release();
  }

  /** Runs `work` unless other work is under way; aborted by the caller's signal and by release. */
  async #alone<T>(
    { signal }: CodingOptions,
    work: (run: (jobs: readonly Job[]) => Promise<void>) => Promise<T>,
  ): Promise<T> {
    this.#checkIdle();
    signal?.throwIfAborted();
    const released = this.#released.signal;
    const ended = signal === undefined ? released : AbortSignal.any([signal, released]);
    const working = work((jobs) => this.#parts.crew.run(jobs, ended));
    this.#working = working;
    try {
      return await working;
    } finally {
      this.#working = undefined;
    }
  }

  #encodeJobs(bytes: number): Job[] {
    return encodeJobs(this.#shards(bytes), this.#parts.crew.size);
  }

  #treeJobs(bytes: number): Job[] {
    return treeJobs(this.#shards(bytes), this.#parts.room.roots);
  }

  #shards(bytes: number): { scheme: Scheme; address: number; bytes: number } {
    this.#checkShard(bytes);
    return { scheme: this.scheme, address: this.#parts.room.address, bytes };
  }

  #views(bytes: number): Uint8Array[] {
    const { memory, room } = this.#parts;
    const viewOf = (_: unknown, i: number): Uint8Array =>
      new Uint8Array(memory.buffer, room.address + i * SHARD_STRIDE, bytes);
    return Array.from({ length: this.scheme.n }, viewOf);
  }

  #roots(): Uint8Array[] {
    const { memory, room } = this.#parts;
    const copyOf = (_: unknown, i: number): Uint8Array =>
      Uint8Array.from(new Uint8Array(memory.buffer, room.roots + i * HASH_BYTES, HASH_BYTES));
    return Array.from({ length: this.scheme.n }, copyOf);
  }

  #checkIdle(): void {
    if (this.#released.signal.aborted) throw misuse("The workspace was released: ask the pool for another.");
    if (this.#working !== undefined) throw misuse("The workspace is at work: wait for it.");
  }

  #checkShard(bytes: number): void {
    // A length that shardBytes leaves as it is.
    if (Number.isSafeInteger(bytes) && bytes >= 1 && bytes <= maxSegmentBytes(1) && shardBytes(bytes, 1) === bytes)
      return;
    throw new ErasureError("ERR_SHARD_LENGTH", "Shards have a multiple of 256 bytes, up to 1 MiB.", { bytes });
  }
}

function misuse(message: string): CairnError {
  return new CairnError("ERR_INTERNAL", message);
}
