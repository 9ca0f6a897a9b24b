/** What a provider's process can be asked to do and to time, by name. Times are in milliseconds. */

import { randomBytes } from "node:crypto";
import { nextSnapshot } from "../../../node/provider/next-snapshot.ts";
import { buildProof } from "../../../node/provider/proof-builder.ts";
import { append } from "../../../node/provider/state-changes.ts";
import { someRowsAt } from "../../../node/provider/item-rows.ts";
import { fill, newFragments, proposalFor, storeAll } from "./filling.ts";
import type { Address, Signer } from "../../../protocol/index.ts";
import { SILENT } from "./pieces.ts";
import type { Pieces } from "./pieces.ts";

export interface Asked {
  readonly pieces: Pieces;
  readonly owner: Address;
  readonly client: Signer;
}

/** Writers of the load in which a process is killed. */
const LOAD_LANES = 64;

export const questions = {
  /** Adds fragments to an allocation. */
  async fill({ pieces, client }: Asked, { allocation, count }: { allocation: number; count: number }) {
    await fill(pieces, client, allocation, count);
    return { fragments: pieces.store.usage().fragments };
  },

  /** Decides and keeps the snapshot that the present round would commit, as the prover does. Nothing is sent to the chain. */
  async commit({ pieces, owner }: Asked) {
    const { changes, shelf, ledger, hasher } = pieces;
    const record = await ledger.provider(owner);
    if (record === undefined) throw new Error("the provider is not registered");
    const { round } = await changes.clock.read();
    const start = performance.now();
    const snapshot = nextSnapshot({ book: changes.book, hasher, log: SILENT }, record, round);
    await shelf.keep(snapshot, round);
    const ms = performance.now() - start;
    return { root: Buffer.from(snapshot.root).toString("hex"), leaves: snapshot.leaves, ms };
  },

  /** Proofs under a kept root, each of another challenge, each checked as the market does. */
  async prove({ pieces: { shelf, proofs } }: Asked, { root, count, times }: ProveAsk) {
    const snapshot = shelf.get(new Uint8Array(Buffer.from(root, "hex")));
    if (snapshot === undefined) throw new Error("the snapshot is not on the shelf");
    const ms: number[] = [];
    let bytes = 0;
    const cpu = process.cpuUsage();
    for (let time = 0; time < times; time++) {
      const seed = new Uint8Array(randomBytes(32));
      const start = performance.now();
      const proof = await buildProof(proofs, snapshot, { seed, count }, AbortSignal.timeout(60_000));
      ms.push(performance.now() - start);
      bytes = proof.length;
    }
    const { user, system } = process.cpuUsage(cpu);
    return { ms, bytes, cpuMs: (user + system) / 1e3 / times };
  },

  /** One fragment more: stored and staged, then under a new signed state. */
  async append({ pieces, client }: Asked, { allocation, times }: { allocation: number; times: number }) {
    const [put, sign]: [number[], number[]] = [[], []];
    for (let time = 0; time < times; time++) {
      const [fragment] = newFragments(pieces, 1);
      if (fragment === undefined) break;
      const start = performance.now();
      await storeAll(pieces, allocation, [fragment]);
      put.push(performance.now() - start);
      const items = [{ root: fragment.root, bytes: fragment.bytes }];
      const proposal = await proposalFor(pieces, client, allocation, items);
      const proposed = performance.now();
      await append(pieces.changes, client.address, { ...proposal, items, object: null });
      sign.push(performance.now() - proposed);
    }
    return { put, sign };
  },

  /** Random fragments of an allocation, one after the other: where each is, then its bytes. */
  async lookUp({ pieces }: Asked, { allocation, count }: { allocation: number; count: number }) {
    const roots = await randomRoots(pieces, allocation, count);
    const [size, read]: [number[], number[]] = [[], []];
    for (const root of roots) {
      const start = performance.now();
      await pieces.store.size(root);
      size.push(performance.now() - start);
    }
    for (const root of roots) {
      const start = performance.now();
      await pieces.store.read(root);
      read.push(performance.now() - start);
    }
    return { size, read };
  },

  /** Stores without end, until the process is killed. */
  async load({ pieces }: Asked, { allocation }: { allocation: number }) {
    const lane = async (): Promise<void> => {
      for (;;) await storeAll(pieces, allocation, newFragments(pieces, 16));
    };
    for (let i = 0; i < LOAD_LANES; i++) void lane();
    return {};
  },

  async usage({ pieces: { store, hasher } }: Asked) {
    return { ...store.usage(), recovery: store.recovery, hasher: hasher.name };
  },

  async stop({ pieces }: Asked) {
    await pieces.close();
    return {};
  },
};

interface ProveAsk {
  readonly root: string;
  readonly count: number;
  readonly times: number;
}

export type Questions = typeof questions;
export type Question = keyof Questions;
export type Ask<Q extends Question> = Parameters<Questions[Q]> extends [Asked, infer What] ? What : object;
export type Answer<Q extends Question> = Awaited<ReturnType<Questions[Q]>>;

/** Ordinals of an allocation that nothing was removed from are 0, 1, 2, … */
async function randomRoots({ changes }: Pieces, allocation: number, count: number): Promise<Uint8Array[]> {
  const { tables, book } = changes;
  const record = book.get(allocation)?.record;
  if (record?.signed === undefined) throw new Error("nothing was signed yet");
  const { seq } = record.signed.state;
  const roots: Uint8Array[] = [];
  const perPlace = Math.max(1, Math.ceil(count / 500));
  while (roots.length < count) {
    const from = Math.floor(Math.random() * (record.nextOrdinal - perPlace));
    const rows = await someRowsAt(tables, allocation, seq, from, perPlace);
    roots.push(...rows.map((row) => row.root));
  }
  return roots.slice(0, count);
}
