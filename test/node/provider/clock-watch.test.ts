/** Clocks that jump, of the machine and of the chain: it is said, and nothing is deleted because of it. */

import { afterEach, describe, expect, test } from "vitest";
import { Level } from "level";
import { ClockWatch } from "../../../node/provider/clock-watch.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { Sublevel } from "../../../node/provider/store/index.ts";

const DAY = 86_400_000;
const START = 1_800_000_000_000;
const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function tableOf(): Promise<Sublevel> {
  const bytes = { keyEncoding: "view", valueEncoding: "view" } as const;
  const level = new Level<Uint8Array, Uint8Array>(await temporaryFolder(), bytes);
  await level.open();
  open.push(() => level.close());
  return level.sublevel<Uint8Array, Uint8Array>("clock", bytes);
}

function machine(table: Sublevel) {
  const lines: string[] = [];
  const note = (_: object, message: string): void => void lines.push(message);
  const log = { debug: note, info: note, warn: note, error: note };
  const time = { wall: START, steady: 0 };
  const parts = { table, log, now: () => time.wall, steady: () => time.steady };
  const pass = (ms: number): void => void ((time.wall += ms), (time.steady += ms));
  return { time, lines, pass, watch: () => ClockWatch.open(parts) };
}

describe("the machine's clock", () => {
  test.each([
    [-3 * DAY, "back by 3 days"],
    [3 * DAY, "ahead by 3 days"],
    [-5 * 3_600_000, "back by 5 hours"],
  ])("that is set by %i ms while the daemon runs has jumped, once", async (jump, words) => {
    const { time, lines, pass, watch } = machine(await tableOf());
    const clock = await watch();
    pass(60_000);
    expect(await clock.jumped()).toBe(false);
    time.wall += jump;
    pass(60_000);
    expect(await clock.jumped()).toBe(true);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(words);
    pass(60_000);
    expect(await clock.jumped()).toBe(false);
  });

  test("that was set back while the daemon was down has jumped; one that went on has not", async () => {
    const { time, lines, pass, watch } = machine(await tableOf());
    expect(await (await watch()).jumped()).toBe(false);
    pass(5 * DAY);
    expect(await (await watch()).jumped()).toBe(false);
    time.wall -= 2 * DAY;
    expect(await (await watch()).jumped()).toBe(true);
    expect(lines[0]).toContain("back by 2 days");
    pass(60_000);
    expect(await (await watch()).jumped()).toBe(false);
  });

  test("that is corrected by a minute has not jumped", async () => {
    const { time, pass, watch } = machine(await tableOf());
    const clock = await watch();
    pass(60_000);
    time.wall -= 60_000;
    expect(await clock.jumped()).toBe(false);
  });
});

describe("the round of the chain", () => {
  test("that goes far back is not the present, until it is there again; a restart knows it, too", async () => {
    const { lines, watch } = machine(await tableOf());
    const clock = await watch();
    expect(await clock.isPresent(1000)).toBe(true);
    expect(await clock.isPresent(995)).toBe(true);
    expect(await clock.isPresent(900)).toBe(false);
    expect(await clock.isPresent(901)).toBe(false);
    expect(lines).toEqual([expect.stringContaining("round 900 and was in round 1000")]);
    const again = await watch();
    expect(await again.isPresent(902)).toBe(false);
    expect(await again.isPresent(1001)).toBe(true);
    expect(lines).toHaveLength(2);
  });
});
