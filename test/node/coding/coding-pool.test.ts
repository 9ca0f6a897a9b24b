// The pool gives the same bytes and roots as the plain way, with threads and without.

import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scheme } from "../../../erasure/index.ts";
import { createCodingPool } from "../../../node/coding/index.ts";
import type { Scheme } from "../../../erasure/index.ts";
import type { CodingPool } from "../../../node/coding/index.ts";
import { codeAndCheck, expectCoded, fill, MIB, rejection, segmentOf } from "./segment.ts";

describe.each([0, 1, 2])("with %i workers", (workers) => {
  let pool: CodingPool;
  beforeAll(async () => {
    pool = await createCodingPool({ workers, workspaces: 2 });
  });
  afterAll(() => pool.close());

  test("segments of every kind of length give the plain kernel's shards and roots", async () => {
    const chosen = scheme(4, 10);
    for (const length of [1, 255, 256, 257, 1024, 1025, 300_001]) {
      await codeAndCheck(pool, chosen, segmentOf(length, length));
    }
    for (const length of [2 * MIB, 2 * MIB - 1, 2 * MIB - 513]) {
      await codeAndCheck(pool, scheme(2, 5), segmentOf(length, length));
    }
  });

  test("schemes of every shape do", async () => {
    for (const [k, n, length] of [
      [1, 2, MIB],
      [2, 3, 2 * MIB - 300],
      [7, 11, 1_234_567],
      [29, 80, 640_000],
      [1, 256, 70_000],
      [255, 256, 900_000],
    ] as const) {
      await codeAndCheck(pool, scheme(k, n), segmentOf(length, n));
    }
  });

  test("any segment written in any pieces does", async () => {
    const cases = fc.record({
      k: fc.integer({ min: 1, max: 5 }),
      parity: fc.integer({ min: 1, max: 6 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      piece: fc.integer({ min: 1000, max: 2 * MIB }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ k, parity, share, piece }) => {
        const chosen = scheme(k, k + parity);
        const segment = segmentOf(Math.max(1, Math.floor(share * k * MIB)), piece);
        using workspace = await pool.workspace(chosen);
        fill(workspace, segment, piece);
        await expectCoded(await workspace.code(), chosen, segment);
      }),
      { numRuns: 6 },
    );
  });

  test("two workspaces code at once, each its own scheme, and neither disturbs the other", async () => {
    const schemes = [scheme(3, 7), scheme(4, 6)];
    const segments = schemes.map(({ k }) => segmentOf(k * MIB - k, k));
    const coded = await Promise.all(
      schemes.map(async (chosen, i) => {
        const workspace = await pool.workspace(chosen);
        fill(workspace, segments[i]!);
        return { workspace, coded: await workspace.code() };
      }),
    );
    for (const [i, { workspace, coded: one }] of coded.entries()) {
      await expectCoded(one, schemes[i]!, segments[i]!);
      workspace.release();
    }
  });

  test("a workspace takes no more than k MiB, and says how much it took", async () => {
    using workspace = await pool.workspace(scheme(1, 2));
    expect(workspace.write(segmentOf(MIB - 10))).toBe(MIB - 10);
    expect(workspace.write(segmentOf(100))).toBe(10);
    expect(workspace.write(segmentOf(100))).toBe(0);
    expect(workspace.length).toBe(MIB);
  });

  test("lost shards are written again in their places, and the roots show it", async () => {
    const chosen = scheme(6, 15);
    using workspace = await pool.workspace(chosen);
    fill(workspace, segmentOf(2_000_000, 5));
    const { shardBytes, shards, roots } = await workspace.code();
    const lost = [0, 2, 5, 9, 14];
    for (const i of lost) shards[i]!.fill(0xee);
    expect(await workspace.roots(shardBytes)).not.toEqual(roots);
    await workspace.reconstruct(shardBytes, others(chosen, lost), lost);
    expect(await workspace.roots(shardBytes)).toEqual(roots);
  });

  test("the parts of coding give the same as coding", async () => {
    const chosen = scheme(5, 9);
    const [first, second] = [await pool.workspace(chosen), await pool.workspace(chosen)];
    fill(first, segmentOf(5 * 65_536));
    const coded = await first.code();
    const places = second.shards(coded.shardBytes);
    for (let i = 0; i < chosen.k; i++) places[i]!.set(coded.shards[i]!);
    await second.encode(coded.shardBytes);
    expect(await second.roots(coded.shardBytes)).toEqual(coded.roots);
    first.release();
    second.release();
  });

  test("a reconstruction that cannot be is refused with the kernel's own code", async () => {
    const chosen = scheme(4, 6);
    using workspace = await pool.workspace(chosen);
    expect(await rejection(workspace.reconstruct(256, [0, 1, 2], [3]))).toMatchObject({ code: "ERR_TOO_FEW_SHARDS" });
    expect(await rejection(workspace.reconstruct(256, [0, 1, 2, 3, 3], [4]))).toMatchObject({
      code: "ERR_SHARD_INDEX",
    });
    expect(await rejection(workspace.reconstruct(256, [0, 1, 2, 3], [6]))).toMatchObject({ code: "ERR_SHARD_INDEX" });
    for (const bytes of [0, -256, 100, 257, 256.5, MIB + 256, Number.NaN]) {
      expect(await rejection(workspace.encode(bytes))).toMatchObject({ code: "ERR_SHARD_LENGTH" });
      expect(await rejection(workspace.roots(bytes))).toMatchObject({ code: "ERR_SHARD_LENGTH" });
    }
  });

  test("its memory is shared with threads only", async () => {
    using workspace = await pool.workspace(scheme(1, 2));
    const isShared = workspace.shards(256)[0]!.buffer instanceof SharedArrayBuffer;
    expect(isShared).toBe(workers > 0);
    expect(pool.workers).toBe(workers);
  });
});

test("a workspace at the end of 4 GiB works as one at the start", async () => {
  await using pool = await createCodingPool({ workers: 1, workspaces: 15 });
  for (let i = 0; i < 14; i++) await pool.workspace(scheme(1, 2));
  await codeAndCheck(pool, scheme(20, 256), segmentOf(90_000));
});

test("the event loop breathes while segments are coded without workers", async () => {
  await using pool = await createCodingPool({ workers: 0, workspaces: 1 });
  using workspace = await pool.workspace(scheme(4, 10));
  fill(workspace, segmentOf(4 * MIB));
  let turns = 0;
  const ticking = setInterval(() => turns++, 0);
  await workspace.code();
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(3);
});

function others({ n }: Scheme, lost: readonly number[]): number[] {
  return Array.from({ length: n }, (_, i) => i).filter((i) => !lost.includes(i));
}
