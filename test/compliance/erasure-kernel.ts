// What every erasure kernel must do: the reference's bytes, no surprises with memory, a typed error for every bad argument.

import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { scheme } from "../../erasure/index.ts";
import type { ErasureErrorCode, ErasureKernel, Scheme } from "../../erasure/index.ts";
import { encode } from "../reference.ts";

type Shards = (Uint8Array | undefined)[];

/**
 * Schemes drawn at random, each with a loss. The naive reference takes a second for a large one, and works each out once for all kernels.
 * More of them: `CAIRN_RANDOM_SCHEMES=500 npx vitest run test/erasure/kernel.test.ts`, a minute for every 200.
 */
const RANDOM_SCHEMES = Number(process.env["CAIRN_RANDOM_SCHEMES"] ?? 12);
const randomLosses: readonly { readonly chosen: Scheme; readonly salt: number }[] = fc.sample(
  fc.record({ chosen: anyScheme(), salt: fc.nat(2 ** 31 - 1) }),
  RANDOM_SCHEMES,
);
/** What the reference has worked out, by scheme, length and salt. */
const known = new Map<string, readonly Uint8Array[]>();

export function erasureKernelSuite(name: string, load: () => Promise<ErasureKernel>): void {
  describe(`erasure kernel ${name}`, () => {
    let kernel: ErasureKernel;
    beforeAll(async () => {
      kernel = await load();
    });
    bytesTests(() => kernel);
    preparedTests(() => kernel);
    memoryTests(() => kernel);
    refusalTests(() => kernel);
  });
}

function bytesTests(kernel: () => ErasureKernel): void {
  for (let k = 1; k <= 6; k++) {
    test(`${k} + 1…6: every loss that can be made good gives the reference's bytes`, () => {
      for (let m = 1; m <= 6; m++) checkEveryLoss(kernel(), scheme(k, k + m));
    });
  }

  test.each(randomLosses)(
    "$chosen.k of $chosen.n gives the reference's bytes after a random loss ($salt)",
    ({ chosen, salt }) => {
      const all = referenceShards(chosen, 256, salt);
      expectShards(kernel().encode(chosen, all.slice(0, chosen.k)), all.slice(chosen.k));
      const lost = shuffled(chosen.n, salt).slice(0, chosen.n - chosen.k);
      expectShards(
        kernel().reconstruct(chosen, without(all, lost), lost),
        lost.map((i) => all[i]!),
      );
    },
    30_000,
  );

  test("the largest scheme and the most one-sided ones work", () => {
    for (const chosen of [scheme(128, 256), scheme(1, 256), scheme(255, 256)]) {
      const data = randomShards(chosen.k, 256, chosen.k);
      const all = [...data, ...kernel().encode(chosen, data)];
      const lost = Array.from({ length: chosen.n - chosen.k }, (_, i) => i);
      expectShards(
        kernel().reconstruct(chosen, without(all, lost), lost),
        lost.map((i) => all[i]!),
      );
    }
  });

  test("shards of every length up to the largest are coded column by column alike", () => {
    const chosen = scheme(3, 5);
    for (const bytes of [512, 768, 17 * 256, 65_536, 65_792, 1_048_320, 1_048_576]) {
      const data = randomShards(3, bytes, bytes);
      const parity = kernel().encode(chosen, data);
      for (const at of [0, 256 * Math.floor(bytes / 512), bytes - 256]) {
        const column = (shard: Uint8Array): Uint8Array => shard.subarray(at, at + 256);
        expectShards(parity.map(column), encode(3, 5, data.map(column)));
      }
      const lost = [0, 2];
      expectShards(
        kernel().reconstruct(chosen, without([...data, ...parity], lost), lost),
        lost.map((i) => data[i]!),
      );
    }
  });
}

function preparedTests(kernel: () => ErasureKernel): void {
  test("what is prepared gives the same bytes as what is not", async () => {
    for (const chosen of [scheme(9, 21), scheme(33, 70)]) {
      const all = referenceShards(chosen, 512, 6);
      expectShards(kernel().encode(chosen, all.slice(0, chosen.k)), all.slice(chosen.k));
      await kernel().prepare(chosen);
      expectShards(kernel().encode(chosen, all.slice(0, chosen.k)), all.slice(chosen.k));
    }
    await expect(kernel().prepare({ k: 3, n: 3 })).rejects.toMatchObject({ code: "ERR_SCHEME" });
  });
}

function memoryTests(kernel: () => ErasureKernel): void {
  const chosen = scheme(3, 6);

  test("what goes in is not written to, and views at odd offsets do", () => {
    const backing = randomShards(1, 3 * 512 + 7, 1)[0]!;
    const data = [0, 1, 2].map((i) => backing.subarray(7 + i * 512, 7 + (i + 1) * 512));
    const before = backing.slice();
    const parity = kernel().encode(chosen, data);
    expectShards(parity, encode(3, 6, data));
    const copies = parity.map((shard) => shard.slice());
    kernel().reconstruct(chosen, [undefined, undefined, undefined, ...parity], [0, 1, 2]);
    expectShards([backing, ...parity], [before, ...copies]);
  });

  test("what comes out stays as it is while the kernel works on", () => {
    const data = randomShards(3, 256, 2);
    const parity = kernel().encode(chosen, data);
    const copies = parity.map((shard) => shard.slice());
    const restored = kernel().reconstruct(chosen, [undefined, undefined, undefined, ...parity], [0, 1, 2]);
    kernel().encode(chosen, randomShards(3, 256, 3));
    kernel().encode(chosen, randomShards(3, 65_536, 4));
    expectShards(parity, copies);
    expectShards(restored, data);
  });

  test("wanted shards come in the order asked for, and those that are there as the same array", () => {
    const all = referenceShards(chosen, 256, 5);
    const given = without(all, [1, 5]);
    const [last, first, parity, restored] = kernel().reconstruct(chosen, given, [5, 0, 3, 1]);
    expectShards([last!, restored!], [all[5]!, all[1]!]);
    expect(first).toBe(all[0]);
    expect(parity).toBe(all[3]);
    expect(kernel().reconstruct(chosen, given, [])).toEqual([]);
  });
}

function refusalTests(kernel: () => ErasureKernel): void {
  const chosen = scheme(2, 4);
  const good = (): Shards => [...referenceShards(chosen, 256, 9)];

  test.each([
    { k: 0, n: 2 },
    { k: 2, n: 2 },
    { k: 3, n: 2 },
    { k: 1.5, n: 3 },
    { k: 1, n: 257 },
    { k: Number.NaN, n: 4 },
    { k: 2, n: Number.POSITIVE_INFINITY },
  ])("the scheme $k of $n is refused", (bad) => {
    expectCode("ERR_SCHEME", () => kernel().encode(bad, randomShards(2, 256, 1)));
    expectCode("ERR_SCHEME", () => kernel().reconstruct(bad, good(), [0]));
  });

  test.each([0, 1, 255, 257, 1_048_576 + 256])("shards of %d bytes are refused", (bytes) => {
    const shards = randomShards(4, bytes, 1);
    expectCode("ERR_SHARD_LENGTH", () => kernel().encode(chosen, shards.slice(0, 2)));
    expectCode("ERR_SHARD_LENGTH", () => kernel().reconstruct(chosen, [undefined, ...shards.slice(1)], [0]));
  });

  test("shards of two lengths are refused", () => {
    const [short, long] = [randomShards(1, 256, 1)[0]!, randomShards(1, 512, 1)[0]!];
    expectCode("ERR_SHARD_LENGTH", () => kernel().encode(chosen, [short, long]));
    expectCode("ERR_SHARD_LENGTH", () => kernel().reconstruct(chosen, [undefined, short, long, undefined], [0]));
  });

  test("another number of shards than the scheme's is refused", () => {
    for (const count of [0, 1, 3])
      expectCode("ERR_SHARD_COUNT", () => kernel().encode(chosen, randomShards(count, 256, 1)));
    for (const count of [0, 3, 5]) {
      expectCode("ERR_SHARD_COUNT", () => kernel().reconstruct(chosen, randomShards(count, 256, 1), [0]));
    }
  });

  test.each([[[-1]], [[4]], [[0.5]], [[Number.NaN]], [[1, 1]]])("wanting %j is refused", (wanted) => {
    expectCode("ERR_SHARD_INDEX", () => kernel().reconstruct(chosen, good(), wanted));
  });

  test("fewer than k shards are refused, with how many there are and how many it takes", () => {
    const error = expectCode("ERR_TOO_FEW_SHARDS", () => kernel().reconstruct(chosen, without(good(), [0, 1, 3]), [0]));
    expect(error.facts).toEqual({ have: 1, need: 2 });
  });

  test("after refusals it still works", () => {
    expectCode("ERR_SHARD_LENGTH", () => kernel().encode(chosen, randomShards(2, 100, 1)));
    const all = good() as Uint8Array[];
    expectShards(kernel().encode(chosen, all.slice(0, 2)), all.slice(2));
  });
}

/** Every set of at most n − k shards is lost in turn, and all of it asked for. */
function checkEveryLoss(kernel: ErasureKernel, chosen: Scheme): void {
  const all = referenceShards(chosen, 256, chosen.n * 7 + chosen.k);
  expectShards(kernel.encode(chosen, all.slice(0, chosen.k)), all.slice(chosen.k));
  for (let bits = 1; bits < 2 ** chosen.n; bits++) {
    const lost = all.flatMap((_, i) => ((bits >> i) & 1 ? [i] : []));
    if (lost.length > chosen.n - chosen.k) continue;
    expectShards(
      kernel.reconstruct(chosen, without(all, lost), lost),
      lost.map((i) => all[i]!),
    );
  }
}

function referenceShards({ k, n }: Scheme, bytes: number, salt: number): readonly Uint8Array[] {
  const key = `${k} ${n} ${bytes} ${salt}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const data = randomShards(k, bytes, salt);
  const all = [...data, ...encode(k, n, data)];
  known.set(key, all);
  return all;
}

function anyScheme(): fc.Arbitrary<Scheme> {
  return fc.integer({ min: 2, max: 256 }).chain((n) => fc.integer({ min: 1, max: n - 1 }).map((k) => scheme(k, n)));
}

function without(shards: readonly (Uint8Array | undefined)[], lost: readonly number[]): Shards {
  return shards.map((shard, i) => (lost.includes(i) ? undefined : shard));
}

/** Numerical Recipes' linear congruential generator: the same bytes on every machine. */
function randomShards(count: number, bytes: number, salt: number): Uint8Array[] {
  let state = salt >>> 0;
  return Array.from({ length: count }, () => {
    const shard = new Uint8Array(bytes);
    for (let i = 0; i < bytes; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      shard[i] = state >>> 24;
    }
    return shard;
  });
}

function shuffled(count: number, salt: number): number[] {
  const keys = randomShards(count, 2, salt).map(([high, low]) => high! * 256 + low!);
  return keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
}

/** One comparison for many shards: `expect` for each byte array would take most of the time. */
function expectShards(got: readonly Uint8Array[], expected: readonly Uint8Array[]): void {
  const same = got.length === expected.length && got.every((shard, i) => Buffer.compare(shard, expected[i]!) === 0);
  if (!same) expect(got).toEqual(expected);
}

function expectCode(code: ErasureErrorCode, act: () => unknown): Error & { facts: unknown } {
  try {
    act();
  } catch (error) {
    expect(error).toMatchObject({ name: "ErasureError", code });
    return error as Error & { facts: unknown };
  }
  return expect.fail(`nothing was thrown instead of ${code}`);
}
