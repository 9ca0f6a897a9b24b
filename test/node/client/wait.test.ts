import { describe, expect, test } from "vitest";
import { mapBounded, orAborted, sleep } from "../../../node/wait.ts";

describe("mapBounded", () => {
  test("keeps the order and never has more under way than it may", async () => {
    let underWay = 0;
    let most = 0;
    const results = await mapBounded([5, 1, 4, 2, 3], 2, async (ms) => {
      most = Math.max(most, ++underWay);
      await sleep(ms);
      underWay--;
      return ms * 10;
    });
    expect([results, most]).toEqual([[50, 10, 40, 20, 30], 2]);
  });

  test("begins nothing after the first failure", async () => {
    const begun: number[] = [];
    const all = mapBounded([0, 1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item);
      await sleep(item === 0 ? 1 : 10);
      if (item === 0) throw new Error("no");
    });
    await expect(all).rejects.toThrow("no");
    await sleep(60);
    expect(begun).toEqual([0, 1]);
  });
});

describe("orAborted", () => {
  test("gives what the work gives, or the signal's reason when that comes first", async () => {
    const stop = new AbortController();
    expect(await orAborted(Promise.resolve(1), stop.signal)).toBe(1);
    await expect(orAborted(Promise.reject(new Error("work")), stop.signal)).rejects.toThrow("work");
    const hanging = orAborted(new Promise(() => {}), stop.signal);
    stop.abort(new Error("stopped"));
    await expect(hanging).rejects.toThrow("stopped");
    await expect(orAborted(Promise.reject(new Error("work")), stop.signal)).rejects.toThrow(/stopped|work/);
  });
});
