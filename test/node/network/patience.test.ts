import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inParallel } from "../../../node/network/in-parallel.ts";
import { Patience } from "../../../node/network/patience.ts";
import { RecordBudget } from "../../../node/network/record-budget.ts";
import { within } from "../../../node/network/within.ts";

describe("patience", () => {
  it("ends when nothing moves during a wait", async () => {
    const ended = Promise.withResolvers<void>();
    const patience = new Patience(40, 4, ended.resolve);
    void patience.during(new Promise(() => {}));
    await ended.promise;
  });

  it("does not end while bytes move, nor while nobody waits", async () => {
    let ended = false;
    const patience = new Patience(60, 4, () => (ended = true));
    const wait = Promise.withResolvers<void>();
    const waiting = patience.during(wait.promise);
    for (let i = 0; i < 10; i++) {
      await delay(20);
      patience.progress();
    }
    wait.resolve();
    await waiting;
    await delay(150);
    expect(ended).toBe(false);
    patience.stop();
  });

  it("once stopped starts no timer again", async () => {
    let ended = false;
    const patience = new Patience(20, 4, () => (ended = true));
    patience.stop();
    void patience.during(new Promise(() => {}));
    await delay(80);
    expect(ended).toBe(false);
  });
});

describe("the budget of records", () => {
  it("is spent per peer and in total, and renewed", () => {
    const budget = new RecordBudget({
      budgetRecords: 3,
      budgetRecordsPerPeer: 2,
      budgetRecordsPerOrigin: 3,
      budgetNames: 10,
    });
    expect(["a", "a", "a", "b", "c"].map((peer) => budget.spend(peer))).toEqual([true, true, false, true, false]);
    budget.renew();
    expect(budget.spend("a")).toBe(true);
  });

  it("is spent per network, and by all who come when too many are counted as if they were one", () => {
    const limits = { budgetRecords: 100, budgetRecordsPerPeer: 2, budgetRecordsPerOrigin: 3, budgetNames: 4 };
    const budget = new RecordBudget(limits);
    const spend = (...peers: string[]): boolean[] => peers.map((peer) => budget.spend(peer, "8.8.8"));
    expect(spend("a", "b", "c", "d")).toEqual([true, true, true, false]);
    expect(["e", "f", "g", "a"].map((peer) => budget.spend(peer))).toEqual([true, true, false, true]);
  });
});

describe("within", () => {
  const forever = (signal: AbortSignal): Promise<never> =>
    new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));

  it("returns what the work returns, and aborts it at its deadline or with the caller", async () => {
    const caller = new AbortController();
    expect(await within(1000, caller.signal, async () => 5)).toBe(5);
    await expect(within(20, caller.signal, forever)).rejects.toMatchObject({ name: "TimeoutError" });
    const working = within(1000, caller.signal, forever);
    caller.abort(new Error("enough"));
    await expect(working).rejects.toThrow("enough");
    await within(1000, caller.signal, async ({ aborted }) => expect(aborted).toBe(true));
  });
});

it("inParallel runs every task, so many at once and no more", async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await inParallel(Array.from({ length: 20 }, (_, i) => i).values(), 3, async (item) => {
    most = Math.max(most, ++running);
    await delay(item % 3);
    done.push(item);
    running--;
  });
  expect(most).toBe(3);
  expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
});
