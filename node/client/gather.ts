// Gathering: any k of the n fragments of a segment, each verified against the root in the manifest, then decoded.
// Data fragments first, because they need no arithmetic; the next holder is asked as soon as one fails.

import { decodeSegment } from "../../erasure/index.ts";
import { CairnError, fragmentBytes, fragmentRootAt, isCairnError, segmentBytes } from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { mapBounded } from "../wait.ts";
import type { ErasureKernel, Scheme } from "../../erasure/index.ts";
import type { Manifest } from "../../protocol/index.ts";
import type { PeerAddress } from "../network/index.ts";
import type { Holder } from "./holders.ts";
import type { Transfer } from "./transfer.ts";

export interface GatherParts {
  readonly transfer: Transfer;
  readonly kernel: ErasureKernel;
}

export type FragmentHolder = Pick<Holder, "address" | "holdings">;

/** Further holders, the same ones each time. */
export type FindMore = () => Promise<readonly FragmentHolder[]>;

/** A run of a segment's ciphertext: bytes [from, to). */
export interface Run {
  readonly segment: number;
  readonly from: number;
  readonly to: number;
}

interface Source {
  readonly shard: number;
  readonly address: PeerAddress;
}

/** Reads the segments of one object from its holders, and remembers which of them failed. */
export class Gatherer {
  readonly #parts: GatherParts;
  readonly #manifest: Manifest;
  readonly #scheme: Scheme;
  readonly #more: FindMore | undefined;
  #holders: readonly FragmentHolder[];
  readonly #failures = new Map<string, number>();
  readonly #signal: AbortSignal;

  constructor(
    parts: GatherParts,
    manifest: Manifest,
    holders: readonly FragmentHolder[],
    signal: AbortSignal,
    more?: FindMore,
  ) {
    if (manifest.body.kind !== "coded")
      throw new CairnError("ERR_INTERNAL", "An inline object has no segments to gather.");
    this.#parts = parts;
    this.#manifest = manifest;
    this.#scheme = manifest.body.scheme;
    this.#holders = holders;
    this.#more = more;
    this.#signal = signal;
  }

  /** The bytes of the run. Only the leaves that it touches are fetched, unless a data fragment of it is lost. */
  async read(run: Run): Promise<Uint8Array> {
    const whole = run.from === 0 && run.to === segmentBytes(this.#manifest, run.segment);
    if (!whole) {
      const part = await this.#readParts(run);
      if (part !== undefined) return part;
    }
    return (await this.#readSegment(run.segment)).subarray(run.from, run.to);
  }

  // Holders that claim what they do not have can end the search for others early: when they fail, it goes on.
  async #readSegment(segment: number): Promise<Uint8Array> {
    try {
      return await this.#gathered(segment);
    } catch (error) {
      if (this.#more === undefined || !isCairnError(error, "ERR_TOO_FEW_FRAGMENTS")) throw error;
      const more = await this.#more();
      if (more.length === 0) throw error;
      this.#holders = [...new Set([...this.#holders, ...more])];
      return this.#gathered(segment);
    }
  }

  async #gathered(segment: number): Promise<Uint8Array> {
    const sources = this.#sources(segment);
    const got = new Map<number, Uint8Array>();
    const taken = new Set<number>(); // shards that we have or are fetching
    const errors: unknown[] = [];
    const take = (): Source | undefined => {
      return this.#signal.aborted ? undefined : takeSource(this.#byFailures(sources), taken);
    };
    const fetchOne = async (): Promise<void> => {
      for (let source = take(); source !== undefined; source = take()) {
        const { shard } = source;
        try {
          got.set(shard, await this.#fetch(segment, source));
          return;
        } catch (error) {
          taken.delete(shard); // another holder may have it
          errors.push(error);
        }
      }
    };
    await Promise.all(Array.from({ length: this.#scheme.k }, fetchOne));
    this.#signal.throwIfAborted();
    if (got.size < this.#scheme.k) throw this.#tooFew(segment, got.size, errors);
    const shards = Array.from({ length: this.#scheme.n }, (_, shard) => got.get(shard));
    return decodeSegment(this.#parts.kernel, this.#scheme, shards, segmentBytes(this.#manifest, segment));
  }

  async #fetch(segment: number, { shard, address }: Source): Promise<Uint8Array> {
    const wanted = {
      root: fragmentRootAt(this.#manifest, segment, shard),
      byteLength: fragmentBytes(this.#manifest, segment),
    };
    return this.#watched(address, () => this.#parts.transfer.retrieve(address, wanted, { signal: this.#signal }));
  }

  // A range read: each data fragment that the run touches gives its own leaves, proven against its root.
  async #readParts(run: Run): Promise<Uint8Array | undefined> {
    const length = fragmentBytes(this.#manifest, run.segment);
    const first = Math.floor(run.from / length);
    const shards = Array.from({ length: Math.ceil(run.to / length) - first }, (_, i) => first + i);
    const out = new Uint8Array(run.to - run.from);
    try {
      await mapBounded(shards, CLIENT.segmentsInFlight * this.#scheme.k, async (shard) => {
        const from = Math.max(run.from - shard * length, 0);
        const to = Math.min(run.to - shard * length, length);
        out.set(await this.#fetchRange(run.segment, shard, from, to), shard * length + from - run.from);
      });
      return out;
    } catch (error) {
      this.#signal.throwIfAborted();
      if (isCairnError(error)) return undefined; // some data fragment is lost: decode the whole segment
      throw error;
    }
  }

  async #fetchRange(segment: number, shard: number, from: number, to: number): Promise<Uint8Array> {
    const wanted = {
      root: fragmentRootAt(this.#manifest, segment, shard),
      byteLength: fragmentBytes(this.#manifest, segment),
      from,
      to,
    };
    let last = new CairnError("ERR_FRAGMENT_NOT_FOUND", `Nobody says it holds shard ${shard} of segment ${segment}.`);
    for (const { address } of this.#sources(segment).filter((source) => source.shard === shard)) {
      try {
        return await this.#watched(address, () =>
          this.#parts.transfer.retrieveRange(address, wanted, { signal: this.#signal }),
        );
      } catch (error) {
        if (!isCairnError(error)) throw error;
        last = error;
      }
    }
    throw last;
  }

  async #watched<T>(address: PeerAddress, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.#signal.throwIfAborted();
      if (!isCairnError(error)) throw error;
      this.#failures.set(address.peer, (this.#failures.get(address.peer) ?? 0) + 1);
      throw error;
    }
  }

  // Holders that failed before come last; then data before parity.
  #sources(segment: number): Source[] {
    const sources = this.#holders.flatMap(({ address, holdings }) => {
      const here = holdings.filter(({ shard, from, to }) => shard < this.#scheme.n && from <= segment && segment < to);
      const shards = new Set(here.map(({ shard }) => shard)); // said a thousand times, it is still one source
      return [...shards].map((shard) => ({ shard, address }));
    });
    return this.#byFailures(sources);
  }

  #byFailures(sources: Source[]): Source[] {
    const failures = ({ address }: Source): number => this.#failures.get(address.peer) ?? 0;
    return sources.sort((a, b) => failures(a) - failures(b) || a.shard - b.shard);
  }

  #tooFew(segment: number, have: number, errors: readonly unknown[]): CairnError {
    const { k, n } = this.#scheme;
    const reasons = errors.filter((error) => error instanceof Error).map((error) => error.message);
    const why = [...new Set(reasons)].slice(0, 3).join(" ");
    return new CairnError(
      "ERR_TOO_FEW_FRAGMENTS",
      `Segment ${segment}: ${have} of the ${k} fragments needed could be had (${n} exist, ${k - have} are missing). ${why} Try again when more of its providers are online.`,
      { facts: { segment, have, need: k, missing: k - have }, cause: errors[0] },
    );
  }
}

// Takes out the next source of a shard that is neither here nor on its way.
function takeSource(sources: Source[], taken: Set<number>): Source | undefined {
  const index = sources.findIndex(({ shard }) => !taken.has(shard));
  if (index === -1) return undefined;
  const [source] = sources.splice(index, 1);
  if (source !== undefined) taken.add(source.shard);
  return source;
}
