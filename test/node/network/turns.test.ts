// Turns are taken on the real event loop, by a clock that stands still unless it is moved.
import { describe, expect, it } from "vitest";
import { Turns } from "../../../node/network/turns.ts";

const LIMITS = { turnMs: 4, turnLeastMs: 0.5, turnRoundMs: 20 };

let now = 1000;
const startTurns = (): Turns => new Turns(LIMITS, () => now);

function rounds(count: number): Promise<void> {
  return new Promise((resolve) => {
    const next = (): void => void (count-- > 0 ? setImmediate(next) : resolve());
    next();
  });
}

describe("turns", () => {
  it("are taken at once while there are few", () => {
    const turns = startTurns();
    const lane = turns.lane("a");
    let done = 0;
    for (let i = 0; i < 8; i++) lane.add(0.1, () => void done++);
    expect(done).toBe(8);
  });

  it("of one lane stay in order, and other work has its turn between them", async () => {
    const turns = startTurns();
    const lane = turns.lane("a");
    const seen: (number | string)[] = [];
    for (let i = 0; i < 12; i++) lane.add(2, () => void seen.push(i));
    expect(seen).toEqual([0, 1]);
    setImmediate(() => seen.push("other"));
    await rounds(12);
    expect(seen.filter((one) => one !== "other")).toEqual(Array.from({ length: 12 }, (_, i) => i));
    expect(seen.indexOf("other")).toBeLessThan(8);
  });

  it("go to whoever had least: many lanes of one name count as one, and one that comes late waits for nobody's line", async () => {
    const turns = startTurns();
    const crowd = Array.from({ length: 10 }, () => turns.lane("crowd"));
    const seen: string[] = [];
    for (let i = 0; i < 10; i++) for (const lane of crowd) lane.add(1, () => void seen.push("crowd"));
    await rounds(3);
    const before = seen.length;
    const late = turns.lane("late");
    for (let i = 0; i < 5; i++) late.add(1, () => void seen.push("late"));
    await rounds(60);
    expect(seen.length).toBe(105);
    // One of each in turn: five of the late one are among the next dozen.
    expect(seen.slice(before, before + 12).filter((name) => name === "late").length).toBe(5);
  });

  it("that nobody else wanted are not held against whoever took them", async () => {
    const turns = startTurns();
    const [busyOne, newcomer] = [turns.lane("busy"), turns.lane("new")];
    for (let i = 0; i < 50; i++) {
      busyOne.add(1, () => {});
      await rounds(1);
    }
    const seen: string[] = [];
    busyOne.add(10, () => {}); // uses this round up
    for (let i = 0; i < 20; i++) newcomer.add(1, () => void seen.push("new"));
    for (let i = 0; i < 3; i++) busyOne.add(1, () => void seen.push("busy"));
    await rounds(40);
    expect(seen.length).toBe(23);
    expect(seen.lastIndexOf("busy")).toBeLessThan(20);
  });

  it("get shorter while what follows from them makes rounds long, and longer again", async () => {
    const turns = startTurns();
    const lane = turns.lane("a");
    const perRound: number[] = [];
    let inRound = 0;
    for (let i = 0; i < 60; i++) lane.add(0.4, () => void inRound++);
    for (let i = 0; i < 8; i++) {
      await rounds(1);
      perRound.push(inRound);
      inRound = 0;
      now += i < 5 ? 25 : 0;
    }
    expect(Math.min(...perRound.slice(2, 6))).toBeLessThanOrEqual(3);
    expect(Math.max(...perRound.slice(0, 2))).toBeGreaterThanOrEqual(8);
  });

  it("of a lane that has ended are given to others", async () => {
    const turns = startTurns();
    const [gone, stays] = [turns.lane("a"), turns.lane("a")];
    const seen: string[] = [];
    for (let i = 0; i < 100; i++) gone.add(4, () => void seen.push("gone"));
    stays.add(1, () => void seen.push("stays"));
    gone.end();
    await rounds(3);
    expect(seen).toEqual(["gone", "stays"]);
  });

  it("let somebody pass who waits for one", async () => {
    const turns = startTurns();
    const lane = turns.lane("a");
    for (let i = 0; i < 30; i++) lane.add(1, () => {});
    await turns.pass("b", 3, 60_000);
    await Promise.all(Array.from({ length: 20 }, (_, i) => turns.pass(`c${i}`, 3, 60_000)));
  });

  it("are not waited for longer than whoever asks wants to, and take nobody's time then", async () => {
    const turns = startTurns();
    const before = turns.lane("a");
    for (let i = 0; i < 50_000; i++) before.add(1000, () => {}); // one of them in each round
    await expect(turns.pass("a", 3, 1)).rejects.toThrow("1 ms");
    before.end();
    const seen: string[] = [];
    turns.lane("b").add(1, () => void seen.push("b"));
    await rounds(3);
    expect(seen).toEqual(["b"]);
  });

  it("that are taken within another one's are counted once, for whoever had them", async () => {
    const turns = startTurns();
    const [outer, inner] = [turns.lane("a"), turns.lane("a")];
    const seen: string[] = [];
    // Two of the four milliseconds of this round, not four.
    outer.add(0, () => inner.add(0, () => (now += 2)));
    for (let i = 0; i < 4; i++) inner.add(1, () => void seen.push("a"));
    expect(seen).toHaveLength(2);
    await rounds(5);
    expect(seen).toHaveLength(4);
  });
});
