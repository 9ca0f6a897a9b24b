// Threads that die are real ones, ended in the middle of their work.

import { spawn as spawnProcess } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { scheme } from "../../../erasure/index.ts";
import { CODING } from "../../../node/limits/index.ts";
import { createCodingPool } from "../../../node/coding/index.ts";
import { spawnNodeWorker } from "../../../node/coding/node-worker.ts";
import type { CodingPool, Order, SpawnWorker, Workspace, WorkerPort } from "../../../node/coding/index.ts";
import { codeAndCheck, fill, MIB, rejection, segmentOf } from "./segment.ts";

const CHOSEN = scheme(3, 5);
const LARGE = scheme(20, 60);
const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
let pool: CodingPool | undefined;

beforeEach(() => {
  process.on("unhandledRejection", note);
});

afterEach(async () => {
  await pool?.close();
  pool = undefined;
  process.off("unhandledRejection", note);
  expect(unhandled.splice(0)).toEqual([]);
});

/** Starts threads, and ends one when it is given an order that `isLast`. */
function mortal(isLast: (order: Order) => boolean): { spawn: SpawnWorker; ports: WorkerPort[] } {
  const ports: WorkerPort[] = [];
  const spawn: SpawnWorker = (events) => {
    const port = spawnNodeWorker(events);
    ports.push(port);
    const post = (order: Order): void => {
      port.post(order);
      if (isLast(order)) void port.stop();
    };
    return { post, stop: () => port.stop() };
  };
  return { spawn, ports };
}

/** Once: the first job of this kind is the last of whoever gets it. */
function firstOf(kind: Order["kind"]): (order: Order) => boolean {
  let isOver = false;
  return (order) => !isOver && (isOver = order.kind === kind);
}

async function large(): Promise<Workspace> {
  const workspace = await pool!.workspace(LARGE);
  fill(workspace, segmentOf(20 * MIB));
  return workspace;
}

test.each(["encode", "trees"] as const)("a thread that dies while it does %s fails that segment only", async (kind) => {
  const { spawn, ports } = mortal(firstOf(kind));
  pool = await createCodingPool({ workers: 2, workspaces: 2, shards: 60, spawn });
  const other = await pool.workspace(CHOSEN);
  fill(other, segmentOf(2 * MIB));
  const workspace = await large();
  expect(await rejection(workspace.code())).toMatchObject({ code: "ERR_KERNEL" });
  expect((await other.code()).roots.length).toBe(5);
  other.release();
  workspace.release();
  await codeAndCheck(pool, LARGE, segmentOf(2 * MIB, 3));
  expect(ports.length).toBe(3);
});

test("the only thread is replaced, also again and again", async () => {
  const { spawn, ports } = mortal(() => false);
  pool = await createCodingPool({ workers: 1, workspaces: 1, shards: 60, spawn });
  for (let deaths = 1; deaths <= CODING.respawns; deaths++) {
    await ports[deaths - 1]!.stop();
    await codeAndCheck(pool, CHOSEN, segmentOf(10_000, deaths));
    expect(ports.length).toBe(1 + deaths);
  }
});

test("threads that die too often are replaced no more, and all work is refused", async () => {
  const { spawn, ports } = mortal(({ kind }) => kind === "encode");
  pool = await createCodingPool({ workers: 2, workspaces: 3, shards: 60, spawn });
  for (let i = 0; i < 8; i++) {
    const workspace = await large();
    expect(await rejection(workspace.code())).toMatchObject({ code: "ERR_KERNEL" });
    workspace.release();
  }
  expect(ports.length).toBe(2 + CODING.respawns);
});

test("threads that never get ready fail the start, and none is left behind", async () => {
  const { spawn, ports } = mortal(({ kind }) => kind === "start");
  expect(await rejection(createCodingPool({ workers: 2, workspaces: 1, shards: 5, spawn }))).toMatchObject({
    code: "ERR_KERNEL",
  });
  expect(ports.length).toBe(2);
});

test("a thread that says nothing for too long is ended", async () => {
  const ports: WorkerPort[] = [];
  const spawn: SpawnWorker = (events) => {
    const port = spawnNodeWorker(events);
    ports.push(port);
    return { post: () => {}, stop: () => port.stop() };
  };
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const starting = rejection(createCodingPool({ workers: 1, workspaces: 1, shards: 5, spawn }));
    while (ports.length === 0) await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(CODING.answerMs);
    expect(await starting).toMatchObject({ code: "ERR_KERNEL", cause: "It did not answer in time." });
  } finally {
    vi.useRealTimers();
  }
});

test("a machine that starts no threads fails the start", async () => {
  const spawn: SpawnWorker = () => {
    throw new Error("no more threads");
  };
  const error = await rejection(createCodingPool({ workers: 2, workspaces: 1, shards: 5, spawn }));
  expect(error).toMatchObject({ code: "ERR_KERNEL", cause: { message: "no more threads" } });
});

test("closing rejects what works and what waits, and stops the threads", async () => {
  const { spawn, ports } = mortal(() => false);
  pool = await createCodingPool({ workers: 2, workspaces: 1, shards: 60, spawn });
  const workspace = await large();
  const coding = rejection(workspace.code());
  const waiting = rejection(pool.workspace(CHOSEN));
  await pool.close();
  await pool.close();
  const aborted = { code: "ERR_ABORTED" };
  expect(await coding).toMatchObject(aborted);
  expect(await waiting).toMatchObject(aborted);
  expect(await rejection(pool.workspace(CHOSEN))).toMatchObject(aborted);
  expect(await rejection(pool.prepare(CHOSEN))).toMatchObject(aborted);
  expect(await rejection(workspace.roots(256))).toMatchObject(aborted);
  workspace.release();
  expect(ports.length).toBe(2);
});

test("a pool that nobody closes does not keep its program running, and one at work does", async () => {
  const index = new URL("../../../node/coding/index.ts", import.meta.url).href;
  const program = `
    const { createCodingPool } = await import(${JSON.stringify(index)});
    const pool = await createCodingPool({ workers: 2, workspaces: 1, shards: 9 });
    const workspace = await pool.workspace({ k: 4, n: 9 });
    workspace.write(new Uint8Array(${4 * MIB}));
    console.log((await workspace.code()).roots.length);`;
  const child = spawnProcess(process.execPath, ["--input-type=module", "--eval", program]);
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = await once(child, "exit");
  expect({ code, said }).toEqual({ code: 0, said: "9\n" });
});
