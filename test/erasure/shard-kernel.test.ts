// Coding in place: the reference's bytes wherever the shards lie, and nothing written beside them.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasSimd, loadKernel, loadShardKernel, scheme, SHARD_KERNEL_BYTES, SHARD_STRIDE } from "../../erasure/index.ts";
import { range } from "../../erasure/scheme.ts";
import { encode } from "../reference.ts";
import type { Scheme, ShardKernel, ShardLayout, Simd } from "../../erasure/index.ts";

const CANARY = 0xa5;
/** Largest k and m of the schemes of which every loss is tried. A long run goes up to 12: ten million losses, some minutes. */
const EVERY_LOSS = Number(process.env["CAIRN_EVERY_LOSS"] ?? 7);

function memoryFor(n: number, isShared = false): WebAssembly.Memory {
  const pages = Math.ceil((2 * SHARD_KERNEL_BYTES + n * SHARD_STRIDE + 65_536) / 65_536);
  return new WebAssembly.Memory({ initial: pages, maximum: 65_536, shared: isShared });
}

function shardOf(kernel: ShardKernel, layout: ShardLayout, index: number): Uint8Array {
  return new Uint8Array(kernel.memory.buffer, layout.address + index * SHARD_STRIDE, layout.bytes);
}

function fill(kernel: ShardKernel, layout: ShardLayout, shards: readonly (Uint8Array | undefined)[]): void {
  shards.forEach((shard, i) => {
    const place = shardOf(kernel, layout, i);
    if (shard === undefined) place.fill(0xee);
    else place.set(shard);
  });
}

function pseudoRandom(bytes: number, salt: number): Uint8Array {
  const random = new Uint8Array(bytes);
  for (let i = 0, state = salt + 1; i < bytes; i++) random[i] = (state = (state * 48_271) % 2_147_483_647) & 255;
  return random;
}

/** What the naive reference has worked out, for all kernels that are compared with it. */
const known = new Map<string, readonly Uint8Array[]>();

function shardsOf({ k, n }: Scheme, bytes: number, salt: number): readonly Uint8Array[] {
  const key = `${k} ${n} ${bytes} ${salt}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const data = range(0, k).map((i) => pseudoRandom(bytes, salt + i * 977));
  const all = [...data, ...encode(k, n, data)];
  known.set(key, all);
  return all;
}

function isUntouched(memory: Uint8Array): boolean {
  return Buffer.alloc(memory.length, CANARY).equals(memory);
}

function expectShards(kernel: ShardKernel, layout: ShardLayout, all: readonly Uint8Array[]): void {
  const wrong = all.findIndex((shard, i) => Buffer.compare(shardOf(kernel, layout, i), shard) !== 0);
  expect(wrong).toBe(-1);
}

describe.each(["relaxed", "simd128"] as const satisfies Simd[])("in place, %s", (simd) => {
  test.each([false, true])(
    "the generated encoder and the matrix give the reference's parity (shared memory: %s)",
    async (isShared) => {
      for (const [k, n] of [
        [1, 2],
        [4, 10],
        [10, 30],
        [29, 80],
        [255, 256],
        [1, 256],
      ] as const) {
        const memory = memoryFor(n, isShared);
        const kernel = await loadShardKernel({ simd, memory, base: 0 });
        const layout = { address: SHARD_KERNEL_BYTES, bytes: 512 };
        const all = shardsOf(scheme(k, n), 512, n);
        fill(kernel, layout, all.slice(0, k));
        kernel.encode(scheme(k, n), layout); // cold: the matrix
        expectShards(kernel, layout, all);
        fill(kernel, layout, [...all.slice(0, k), ...all.slice(k).map(() => undefined)]);
        await kernel.prepare(scheme(k, n));
        kernel.encode(scheme(k, n), layout); // the generated one
        expectShards(kernel, layout, all);
      }
    },
  );

  test("columns are coded alone, and nothing else is written", async () => {
    const chosen = scheme(20, 30);
    const kernel = await loadShardKernel({ simd, memory: memoryFor(30), base: 65_536 });
    const layout = { address: 65_536 + SHARD_KERNEL_BYTES, bytes: 16_384 };
    const all = shardsOf(chosen, 16_384, 3);
    await kernel.prepare(chosen);
    for (const [from, to] of [
      [0, 256],
      [256, 8192],
      [4096 - 256, 16_384],
      [512, 512],
    ] as const) {
      for (const isEncode of [true, false]) {
        new Uint8Array(kernel.memory.buffer).fill(CANARY, layout.address);
        new Uint8Array(kernel.memory.buffer).fill(CANARY, 0, 65_536);
        const written = isEncode ? range(20, 30) : [0, 7, 19, 20, 29];
        const given = range(0, 30).filter((i) => !written.includes(i));
        for (const i of given) shardOf(kernel, layout, i).set(all[i]!.subarray(from, to), from);
        if (isEncode) kernel.encode(chosen, layout, from, to);
        else kernel.reconstruct(chosen, layout, given, written, from, to);
        for (const i of range(0, 30)) {
          expect(Buffer.compare(shardOf(kernel, layout, i).subarray(from, to), all[i]!.subarray(from, to))).toBe(0);
        }
        const memory = new Uint8Array(kernel.memory.buffer);
        for (const i of range(0, 30))
          memory.fill(CANARY, layout.address + i * SHARD_STRIDE + from, layout.address + i * SHARD_STRIDE + to);
        expect(isUntouched(memory.subarray(layout.address))).toBe(true);
        expect(isUntouched(memory.subarray(0, 65_536))).toBe(true);
      }
    }
  });

  test(`every loss of every scheme up to ${EVERY_LOSS} + ${EVERY_LOSS} is made good`, async () => {
    const kernel = await loadShardKernel({ simd, memory: memoryFor(2 * EVERY_LOSS), base: 0 });
    const layout = { address: SHARD_KERNEL_BYTES, bytes: 256 };
    for (let k = 1; k <= EVERY_LOSS; k++) {
      for (let m = 1; m <= EVERY_LOSS; m++) await checkEveryLoss(kernel, layout, scheme(k, k + m));
    }
  }, 3_600_000);

  test("any loss of any scheme is made good, whether parity is computed by rows or all anew", async () => {
    const kernel = await loadShardKernel({ simd, memory: memoryFor(256), base: 0 });
    const rust = await loadKernel("rust");
    const layout = { address: SHARD_KERNEL_BYTES, bytes: 1280 };
    const cases = fc.record({
      k: fc.integer({ min: 1, max: 255 }),
      m: fc.nat(),
      lost: fc.nat(),
      salt: fc.nat(1_000_000),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ k, m, lost, salt }) => {
        const chosen = scheme(k, k + 1 + (m % (256 - k)));
        const data = range(0, k).map((i) => pseudoRandom(1280, salt + i));
        const all = [...data, ...rust.encode(chosen, data)];
        const order = range(0, chosen.n).sort((a, b) => ((a * 7919 + salt) % 263) - ((b * 7919 + salt) % 263));
        const missing = order.slice(0, 1 + (lost % (chosen.n - k)));
        if (salt % 2 === 0) await kernel.prepare(chosen);
        fill(
          kernel,
          layout,
          all.map((shard, i) => (missing.includes(i) ? undefined : shard)),
        );
        kernel.reconstruct(
          chosen,
          layout,
          order.filter((i) => !missing.includes(i)),
          missing,
        );
        expectShards(kernel, layout, all);
      }),
      { numRuns: 40 },
    );
  });
});

test("a shard that is not wanted is not written, and one that is there stays", async () => {
  const chosen = scheme(3, 6);
  const kernel = await loadShardKernel({ memory: memoryFor(6), base: 0 });
  const layout = { address: SHARD_KERNEL_BYTES, bytes: 256 };
  const all = shardsOf(chosen, 256, 1);
  fill(kernel, layout, [undefined, all[1], undefined, all[3], all[4], undefined]);
  kernel.reconstruct(chosen, layout, [4, 1, 3], [2, 1]);
  expect(shardOf(kernel, layout, 0).every((byte) => byte === 0xee)).toBe(true);
  expect(shardOf(kernel, layout, 5).every((byte) => byte === 0xee)).toBe(true);
  expect(Buffer.compare(shardOf(kernel, layout, 2), all[2]!)).toBe(0);
  kernel.reconstruct(chosen, layout, [1, 2, 3], []);
});

test("two kernels at two places of one memory do not meet", async () => {
  const memory = memoryFor(10, true);
  const [one, two] = await Promise.all([0, SHARD_KERNEL_BYTES].map((base) => loadShardKernel({ memory, base })));
  const chosen = scheme(4, 10);
  const layout = { address: 2 * SHARD_KERNEL_BYTES, bytes: 4096 };
  const all = shardsOf(chosen, 4096, 8);
  fill(one!, layout, all.slice(0, 4));
  one!.encode(chosen, layout, 0, 2048);
  two!.encode(chosen, layout, 2048, 4096);
  expectShards(one!, layout, all);
});

describe("refused, with nothing written", async () => {
  const chosen = scheme(2, 4);
  const kernel = await loadShardKernel({ memory: memoryFor(4), base: 65_536 });
  const good = { address: 65_536 + SHARD_KERNEL_BYTES, bytes: 512 };

  const layouts: [string, string, ShardLayout][] = [
    ["no bytes", "ERR_SHARD_LENGTH", { ...good, bytes: 0 }],
    ["an odd length", "ERR_SHARD_LENGTH", { ...good, bytes: 257 }],
    ["too long a shard", "ERR_SHARD_LENGTH", { ...good, bytes: 1_048_576 + 256 }],
    ["a length that is no number", "ERR_SHARD_LENGTH", { ...good, bytes: Number.NaN }],
    ["an address off the grid", "ERR_SHARD_PLACE", { ...good, address: good.address + 8 }],
    ["an address before the memory", "ERR_SHARD_PLACE", { ...good, address: -64 }],
    ["shards beyond the memory", "ERR_SHARD_PLACE", { ...good, address: good.address + 2 * SHARD_STRIDE }],
    ["four gibibytes", "ERR_SHARD_PLACE", { ...good, address: 2 ** 32 }],
    ["shards over the tables", "ERR_SHARD_PLACE", { ...good, address: 65_536 + SHARD_KERNEL_BYTES - 64 }],
    ["shards that end in the tables", "ERR_SHARD_PLACE", { ...good, address: 0, bytes: 512 }],
  ];
  test.each(layouts)("%s", (_, code, layout) => {
    expect(() => kernel.encode(chosen, layout)).toThrow(expect.objectContaining({ code }));
    expect(() => kernel.reconstruct(chosen, layout, [0, 1], [2])).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    [-256, 512],
    [0, 768],
    [100, 512],
    [256, 300],
    [512, 256],
    [0, Number.NaN],
  ])("columns %d to %d of 512", (from, to) => {
    expect(() => kernel.encode(chosen, good, from, to)).toThrow(expect.objectContaining({ code: "ERR_SHARD_PLACE" }));
  });

  test("schemes and indices that are none, and too few shards", () => {
    const codeOf = (present: number[], wanted: number[], coding: Scheme = chosen) => {
      try {
        kernel.reconstruct(coding, good, present, wanted);
      } catch (error) {
        return (error as { code: string }).code;
      }
      return "OK";
    };
    expect(codeOf([0, 1], [2], { k: 4, n: 4 })).toBe("ERR_SCHEME");
    expect(codeOf([0, 0], [2])).toBe("ERR_SHARD_INDEX");
    expect(codeOf([0, 4], [2])).toBe("ERR_SHARD_INDEX");
    expect(codeOf([0, 1], [2, 2])).toBe("ERR_SHARD_INDEX");
    expect(codeOf([0, 1], [-1])).toBe("ERR_SHARD_INDEX");
    expect(codeOf([3], [0])).toBe("ERR_TOO_FEW_SHARDS");
    expect(codeOf([3, 1], [0])).toBe("OK");
  });
});

test("a place outside of the memory and a memory that cannot be had are typed errors", async () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536 });
  await expect(loadShardKernel({ memory, base: 0 })).rejects.toMatchObject({ code: "ERR_SHARD_PLACE" });
  await expect(loadShardKernel({ memory: memoryFor(1), base: 32 })).rejects.toMatchObject({ code: "ERR_SHARD_PLACE" });
  const { allocateMemory, growMemory } = await import("../../erasure/shard-kernel.ts");
  expect(() => allocateMemory(5 * 2 ** 30)).toThrow(expect.objectContaining({ code: "ERR_MEMORY" }));
  expect(() => growMemory(memory, 2 ** 32 + 65_536)).toThrow(expect.objectContaining({ code: "ERR_MEMORY" }));
});

test("this machine has both kinds of SIMD, so that both are tested", () => {
  expect([hasSimd("simd128"), hasSimd("relaxed")]).toEqual([true, true]);
});

async function checkEveryLoss(kernel: ShardKernel, layout: ShardLayout, chosen: Scheme): Promise<void> {
  const { k, n } = chosen;
  const all = shardsOf(chosen, 256, k * 31 + n);
  await kernel.prepare(chosen);
  for (let kept = 0; kept < 2 ** n; kept++) {
    const present = range(0, n).filter((i) => (kept >> i) & 1);
    if (present.length !== k) continue;
    const missing = range(0, n).filter((i) => !((kept >> i) & 1));
    for (const i of range(0, n)) {
      if (present.includes(i)) shardOf(kernel, layout, i).set(all[i]!);
      else shardOf(kernel, layout, i).fill(0);
    }
    kernel.reconstruct(chosen, layout, present, missing);
    for (const i of missing) {
      if (Buffer.compare(shardOf(kernel, layout, i), all[i]!) !== 0)
        expect({ chosen, present, wrong: i }).toBe("right");
    }
  }
}
