// Workspaces have one owner at a time: who waits, who leaves, and what is refused.

import { afterEach, expect, test } from "vitest";
import { scheme } from "../../../erasure/index.ts";
import { CODING } from "../../../node/limits/index.ts";
import { createCodingPool } from "../../../node/coding/index.ts";
import { spawnNodeWorker } from "../../../node/coding/node-worker.ts";
import type { CodingPool, SpawnWorker } from "../../../node/coding/index.ts";
import { codeAndCheck, fill, MIB, rejection, segmentOf, thrown } from "./segment.ts";

const CHOSEN = scheme(3, 5);
const LARGE = scheme(20, 60);
const opened: CodingPool[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((pool) => pool.close()));
});

async function open(workers: number, workspaces: number, shards = 60): Promise<CodingPool> {
  const pool = await createCodingPool({ workers, workspaces, shards });
  opened.push(pool);
  return pool;
}

test("who asks when all are taken waits, and is served in order", async () => {
  const pool = await open(0, 1);
  const first = await pool.workspace(CHOSEN);
  const served: string[] = [];
  const second = pool.workspace(CHOSEN).then((workspace) => (served.push("second"), workspace));
  const third = pool.workspace(CHOSEN).then((workspace) => (served.push("third"), workspace));
  await turn();
  expect(served).toEqual([]);
  first.release();
  first.release();
  (await second).release();
  await third;
  expect(served).toEqual(["second", "third"]);
});

test("who is aborted while waiting leaves the queue, and the next one is served", async () => {
  const pool = await open(0, 1);
  const first = await pool.workspace(CHOSEN);
  const stop = new AbortController();
  const leaving = rejection(pool.workspace(CHOSEN, { signal: stop.signal }));
  const staying = pool.workspace(CHOSEN);
  stop.abort(new Error("enough"));
  expect((await leaving).message).toBe("enough");
  first.release();
  expect((await staying).length).toBe(0);
  expect(await rejection(pool.workspace(CHOSEN, { signal: stop.signal }))).toBe(stop.signal.reason);
});

test("no more wait than the bound allows", async () => {
  const pool = await open(0, 1);
  const first = await pool.workspace(CHOSEN);
  const waiting = Array.from({ length: CODING.waiting }, () => pool.workspace(CHOSEN));
  expect(await rejection(pool.workspace(CHOSEN))).toMatchObject({
    code: "ERR_MEMORY",
    facts: { waiting: CODING.waiting },
  });
  first.release();
  for (const one of waiting) (await one).release();
});

test.each([0, 1, 2])("coding is aborted between jobs, with %i workers, and the room is good again", async (workers) => {
  const pool = await open(workers, 1);
  const workspace = await pool.workspace(LARGE);
  fill(workspace, segmentOf(20 * MIB));
  const stop = new AbortController();
  const coding = rejection(workspace.code({ signal: stop.signal }));
  setTimeout(() => stop.abort(new Error("enough")), 1);
  expect((await coding).message).toBe("enough");
  expect(await rejection(workspace.code())).toMatchObject({ code: "ERR_INTERNAL" });
  workspace.release();
  await codeAndCheck(pool, LARGE, segmentOf(3 * MIB, 7));
});

test("an aborted signal begins nothing", async () => {
  const pool = await open(0, 1);
  const workspace = await pool.workspace(CHOSEN);
  fill(workspace, segmentOf(100));
  expect(await rejection(workspace.code({ signal: AbortSignal.abort(new Error("before")) }))).toMatchObject({
    message: "before",
  });
  expect((await workspace.code()).shards.length).toBe(5);
});

test.each([0, 2])(
  "a release in the middle ends the work, with %i workers, before the room goes on",
  async (workers) => {
    const pool = await open(workers, 1);
    for (let i = 0; i < 4; i++) {
      const workspace = await pool.workspace(LARGE);
      fill(workspace, segmentOf(20 * MIB, i));
      const coding = rejection(workspace.code());
      const next = pool.workspace(CHOSEN);
      await turn();
      workspace.release();
      expect(await coding).toMatchObject({ code: "ERR_ABORTED" });
      const other = await next;
      other.release();
      await codeAndCheck(pool, CHOSEN, segmentOf(3 * MIB - i, i)); // a job that still ran there would be seen
    }
  },
);

test("room where a job still runs goes to nobody, released or not", async () => {
  let hold = false;
  const held: (() => void)[] = [];
  const spawn: SpawnWorker = (events) =>
    spawnNodeWorker({
      answered: (answer) => (hold ? held.push(() => events.answered(answer)) : events.answered(answer)),
      failed: events.failed,
    });
  const pool = await createCodingPool({ workers: 1, workspaces: 1, shards: 5, spawn });
  opened.push(pool);
  const workspace = await pool.workspace(CHOSEN);
  await pool.prepare(CHOSEN);
  workspace.write(segmentOf(1000));
  hold = true;
  const coding = rejection(workspace.code());
  let isServed = false;
  const next = pool.workspace(CHOSEN).then(() => (isServed = true));
  workspace.release();
  while (held.length === 0) await turn();
  await turn();
  expect(isServed).toBe(false);
  hold = false;
  for (const answer of held) answer();
  expect(await coding).toMatchObject({ code: "ERR_ABORTED" });
  await next;
});

test("quick owners, who ask and release without using it, do not hold up the next", async () => {
  const pool = await open(1, 2);
  for (let n = 4; n < 40; n++) (await pool.workspace(scheme(3, n))).release();
  await codeAndCheck(pool, CHOSEN, segmentOf(5000));
});

test("preparing many schemes does not hold up who codes", async () => {
  const pool = await open(1, 1);
  const preparing = [6, 7, 8, 9].map((n) => pool.prepare(scheme(3, n)));
  await codeAndCheck(pool, CHOSEN, segmentOf(5000));
  await Promise.all(preparing);
});

test("misuse is refused with a typed error", async () => {
  const pool = await open(0, 1);
  const workspace = await pool.workspace(CHOSEN);
  expect(await rejection(workspace.code())).toMatchObject({ code: "ERR_SEGMENT_LENGTH" });
  workspace.write(segmentOf(10));
  const coding = workspace.code();
  const internal = { code: "ERR_INTERNAL" };
  expect(thrown(() => workspace.write(segmentOf(1)))).toMatchObject(internal);
  expect(thrown(() => workspace.shards(256))).toMatchObject(internal);
  expect(await rejection(workspace.roots(256))).toMatchObject(internal);
  expect((await coding).shardBytes).toBe(256);
  expect(thrown(() => workspace.write(segmentOf(1)))).toMatchObject(internal);
  expect(await rejection(workspace.code())).toMatchObject(internal);
  workspace.release();
  expect(thrown(() => workspace.write(segmentOf(1)))).toMatchObject(internal);
  expect(thrown(() => workspace.shards(256))).toMatchObject(internal);
  for (const late of [
    workspace.code(),
    workspace.encode(256),
    workspace.roots(256),
    workspace.reconstruct(256, [], []),
  ])
    expect(await rejection(late)).toMatchObject(internal);
});

test("what does not fit is refused, and the pool goes on", async () => {
  const pool = await open(1, 1, 10);
  expect(await rejection(pool.workspace(scheme(10, 11)))).toMatchObject({ code: "ERR_MEMORY" });
  expect(await rejection(pool.workspace({ k: 5, n: 5 }))).toMatchObject({ code: "ERR_SCHEME" });
  expect(await rejection(pool.workspace({ k: 200, n: 257 }))).toMatchObject({ code: "ERR_SCHEME" });
  await codeAndCheck(pool, CHOSEN, segmentOf(1000));
});

test("a pool of 4 GiB or more is refused, and of numbers that are none", async () => {
  for (const workers of [0, 2]) {
    expect(await rejection(createCodingPool({ workers, workspaces: 16 }))).toMatchObject({ code: "ERR_MEMORY" });
    expect(await rejection(createCodingPool({ workers, workspaces: 1e9 }))).toMatchObject({ code: "ERR_MEMORY" });
  }
  for (const numbers of [
    { workers: -1, workspaces: 1 },
    { workers: CODING.workers + 1, workspaces: 1 },
    { workers: 1, workspaces: 0 },
    { workers: 1.5, workspaces: 1 },
    { workers: 0, workspaces: 1, shards: 257 },
    { workers: 0, workspaces: Number.NaN },
  ]) {
    expect(await rejection(createCodingPool(numbers))).toMatchObject({ code: "ERR_CONFIG_INVALID" });
  }
});

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
