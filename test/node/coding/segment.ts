// Segments to code, and what must come of them: by the plain kernel and a tree of node:crypto, which share no code with the pool.

import { createCipheriv } from "node:crypto";
import { expect } from "vitest";
import { encodeSegment, loadKernel } from "../../../erasure/index.ts";
import { fragmentRoot } from "../../../proofs/index.ts";
import { nodeHasher } from "../../../node/hasher.ts";
import type { Scheme } from "../../../erasure/index.ts";
import type { CodedSegment, CodingPool, Workspace } from "../../../node/coding/index.ts";

export const MIB = 1_048_576;

/** Bytes in which no two places look alike, others for each salt. */
export function segmentOf(length: number, salt = 1): Uint8Array {
  const key = new Uint8Array(16).fill(salt % 251);
  return createCipheriv("aes-128-ctr", key, new Uint8Array(16)).update(new Uint8Array(length));
}

/** Writes all of it in pieces of this length. */
export function fill(workspace: Workspace, segment: Uint8Array, piece = 65_536): void {
  for (let at = 0; at < segment.length;) at += workspace.write(segment.subarray(at, at + piece));
}

/** Asks for a workspace, writes a segment and codes it, checks what comes out and gives the workspace back. */
export async function codeAndCheck(pool: CodingPool, scheme: Scheme, segment: Uint8Array): Promise<void> {
  using workspace = await pool.workspace(scheme);
  fill(workspace, segment);
  await expectCoded(await workspace.code(), scheme, segment);
}

export async function expectCoded(coded: CodedSegment, scheme: Scheme, segment: Uint8Array): Promise<void> {
  const expected = encodeSegment(await loadKernel("plain"), scheme, segment);
  expect(coded.shardBytes).toBe(expected[0]!.length);
  expect(coded.shards.length).toBe(scheme.n);
  expect(coded.roots.length).toBe(scheme.n);
  const wrong = expected.flatMap((shard, i) => (Buffer.compare(shard, coded.shards[i]!) === 0 ? [] : [i]));
  expect(wrong, "shards that differ").toEqual([]);
  const roots = expected.map((shard) => hex(fragmentRoot(nodeHasher, shard)));
  expect(coded.roots.map(hex)).toEqual(roots);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

/** The error that a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<Error & { code?: string }> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error("it resolved");
}

export function thrown(work: () => unknown): Error & { code?: string } {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error("it returned");
}
