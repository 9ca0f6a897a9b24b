/** The record: bounded, ascending, and whole again after whatever stop. */

import { appendFile, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MONITOR } from "../../../node/limits/index.ts";
import { HistoryFile } from "../../../node/monitor/history-file.ts";
import { History } from "../../../node/monitor/history.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { RoundPoint, SamplePoint } from "../../../node/monitor/index.ts";

const BOUNDS = { rounds: 20, samples: 30 };

function logTo(lines: string[]) {
  return { warn: (_: object, message: string) => void lines.push(message) };
}

async function open(path: string, said: string[] = []): Promise<History> {
  const history = new History(new HistoryFile(path, BOUNDS.rounds + BOUNDS.samples, logTo(said)), BOUNDS);
  await history.load();
  return history;
}

function round(n: number, earned = "5"): RoundPoint {
  return { round: n, at: 1000 * n, outcome: "passed", earned, gasUsed: 100 + n };
}

function sample(at: number): SamplePoint {
  return { at, received: 1, sent: 2, live: 3, dead: 4, connections: 5 };
}

test("what was added is there again after a restart, whatever was undefined included", async () => {
  const path = join(await temporaryFolder(), "history.jsonl");
  const first = await open(path);
  first.addRound(round(1));
  first.addRound({ ...round(2), outcome: "missed", earned: "0", gasUsed: undefined });
  first.addSample(sample(50));
  await first.close();
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const second = await open(path);
  expect(second.view).toEqual(first.view);
  expect(second.earned).toBe(5n);
  second.addRound(round(3, "123456789012345678901234567890"));
  await second.close();
  expect((await open(path)).earned).toBe(123456789012345678901234567895n);
});

test("keeps the newest, and its file does not grow beyond twice of them", async () => {
  const path = join(await temporaryFolder(), "history.jsonl");
  const history = await open(path);
  for (let i = 0; i < 500; i++) {
    history.addRound(round(i));
    history.addSample(sample(i));
    if (i % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await history.close();
  expect(history.view.rounds.map(({ round: n }) => n)).toEqual(Array.from({ length: 20 }, (_, i) => 480 + i));
  expect(history.view.samples).toHaveLength(30);
  expect((await readFile(path, "utf8")).split("\n").length).toBeLessThanOrEqual(2 * 50 + 1);
  expect((await open(path)).view).toEqual(history.view);
});

test("a later word on a round goes before an earlier one, and late rounds find their place", async () => {
  const path = join(await temporaryFolder(), "history.jsonl");
  const history = await open(path);
  for (const n of [1, 4, 2, 4, 3]) history.addRound(round(n, String(n * 10)));
  history.addRound({ ...round(4), outcome: "missed", earned: "0" });
  await history.close();
  for (const one of [history, await open(path)]) {
    expect(one.view.rounds.map(({ round: n, outcome }) => [n, outcome])).toEqual([
      [1, "passed"],
      [2, "passed"],
      [3, "passed"],
      [4, "missed"],
    ]);
  }
});

test("a crash at any byte costs the line that was being written, and no other", async () => {
  const folder = await temporaryFolder();
  const whole = join(folder, "whole.jsonl");
  const history = await open(whole);
  for (const n of [1, 2, 3]) history.addRound(round(n));
  await history.close();
  const bytes = await readFile(whole);
  const starts = [...bytes.entries()].filter(([at]) => at === 0 || bytes[at - 1] === 10).map(([at]) => at);
  for (let cut = 0; cut <= bytes.length; cut++) {
    const path = join(folder, "cut.jsonl");
    await writeFile(path, bytes.subarray(0, cut));
    const after = await open(path);
    const complete = [1, 2, 3].filter((n) => n <= after.view.rounds.length);
    expect(
      after.view.rounds.map(({ round: n }) => n),
      `cut at ${cut}`,
    ).toEqual(complete);
    expect(complete.length).toBeGreaterThanOrEqual(starts.filter((at) => at > 1 && at <= cut).length - 1);
    after.addRound(round(9));
    await after.close();
    expect(
      (await open(path)).view.rounds.map(({ round: n }) => n),
      `cut at ${cut}, written on`,
    ).toEqual([...complete, 9]);
  }
});

test("lines of others are passed over", async () => {
  const path = join(await temporaryFolder(), "history.jsonl");
  const good = JSON.stringify({ kind: "round", ...round(7) });
  const lines = [
    "no json",
    "{}",
    '{"kind":"round"}',
    good.replace('"5"', '"-5"'),
    good.replace("passed", "great"),
    `{"x":"${"x".repeat(9000)}"}`,
    "null",
    good,
  ];
  await writeFile(path, `${lines.join("\n")}\n`);
  await appendFile(path, Buffer.from([0xff, 0xfe, 0x00]));
  expect((await open(path)).view).toEqual({ rounds: [round(7)], samples: [] });
});

test("a disk that refuses costs the file and nothing else, and is told once", async () => {
  const path = join(await temporaryFolder(), "history.jsonl");
  await mkdir(path);
  const said: string[] = [];
  const history = await open(path, said);
  for (let i = 0; i < 10; i++) {
    history.addRound(round(i));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await history.close();
  expect(history.view.rounds).toHaveLength(10);
  expect(said).toHaveLength(1);
});

test("tells whoever has a part of it only the rest", async () => {
  const history = new History(undefined, BOUNDS);
  const told = (since?: string) => JSON.parse(history.json(since)) as Told;
  for (const n of [1, 2, 3]) history.addRound(round(n));
  const whole = told();
  expect([whole.since, whole.rounds.map(({ round: n }) => n)]).toEqual([undefined, [1, 2, 3]]);
  expect(told(whole.cursor)).toEqual({ cursor: whole.cursor, since: whole.cursor, rounds: [], samples: [] });
  history.addSample(sample(7));
  history.addRound({ round: 3, at: 9, outcome: "passed", earned: "6", gasUsed: undefined });
  const news = told(whole.cursor);
  expect(news.since).toBe(whole.cursor);
  expect(news.samples).toEqual([sample(7)]);
  // What was known of the round before is not lost on the way.
  expect(news.rounds).toEqual([{ ...round(3, "6"), at: 9 }]);
  expect(told(news.cursor)).toMatchObject({ rounds: [], samples: [] });
});

test("tells all of it to whoever asks with a cursor of another run, an old one, or none", async () => {
  const history = new History(undefined, { rounds: 4096, samples: 10 });
  const told = (since?: string) => JSON.parse(history.json(since)) as Told;
  history.addRound(round(1));
  const { cursor } = told();
  const run = cursor.replace(/\d+$/, "");
  for (const other of ["", "x", "x.1", `${run}2`, `${run}-1`, `${run}1e0`, `${run}${"9".repeat(40)}`, `${cursor}.0`])
    expect(told(other), other).toMatchObject({ cursor, rounds: [{ round: 1 }] });
  for (let n = 2; n <= MONITOR.recentPoints + 1; n++) history.addRound(round(n));
  expect(told(cursor).rounds).toHaveLength(MONITOR.recentPoints);
  history.addRound(round(5000));
  expect(told(cursor)).toMatchObject({ rounds: { length: MONITOR.recentPoints + 2 } });
  expect(told(cursor).since).toBe(undefined);
});

interface Told {
  readonly cursor: string;
  readonly since?: string;
  readonly rounds: readonly RoundPoint[];
  readonly samples: readonly SamplePoint[];
}
