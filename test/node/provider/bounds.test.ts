/** The queues of a provider: they keep order, and they turn away what is too much. */

import { expect, test } from "vitest";
import { PROVIDER } from "../../../node/limits/index.ts";
import { Allowance } from "../../../node/provider/allowance.ts";
import { Turnstile } from "../../../node/provider/turnstile.ts";
import { WriterQueue } from "../../../node/provider/writer-queue.ts";

const never = new AbortController().signal;

test("a writer queue does one thing after the other, in order, also after one that failed", async () => {
  const queue = new WriterQueue();
  const order: number[] = [];
  const slow = queue.run(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push(1);
  });
  const failing = queue.run(async () => {
    order.push(2);
    throw new Error("no");
  });
  const last = queue.run(async () => void order.push(3));
  await slow;
  await expect(failing).rejects.toThrow("no");
  await last;
  expect(order).toEqual([1, 2, 3]);
});

test("a writer queue that is full says so, and takes more when it has room again", async () => {
  const queue = new WriterQueue();
  const gate = Promise.withResolvers<void>();
  const waiting = Array.from({ length: PROVIDER.maxWaitingPerAllocation }, () => queue.run(() => gate.promise));
  expect(() => queue.run(async () => {})).toThrow(expect.objectContaining({ code: "ERR_PEER_BUSY" }));
  gate.resolve();
  await Promise.all(waiting);
  await queue.run(async () => {});
});

test("a turnstile lets two in, makes two wait, and turns the fifth away", async () => {
  const turnstile = new Turnstile(2, 2);
  const gate = Promise.withResolvers<void>();
  let inside = 0;
  const work = async (): Promise<void> => {
    inside++;
    await gate.promise;
    inside--;
  };
  const passing = [1, 2, 3, 4].map(() => turnstile.pass("a", work, never));
  await expect(turnstile.pass("a", work, never)).rejects.toMatchObject({ code: "ERR_PEER_BUSY" });
  expect(inside).toBe(2);
  gate.resolve();
  await Promise.all(passing);
  expect(inside).toBe(0);
});

test("who gives up in the line of a turnstile leaves it, and the next one gets in", async () => {
  const turnstile = new Turnstile(1, 2);
  const gate = Promise.withResolvers<void>();
  const first = turnstile.pass("a", () => gate.promise, never);
  const impatient = new AbortController();
  const second = turnstile.pass("a", async () => "second", impatient.signal);
  const third = turnstile.pass("a", async () => "third", never);
  impatient.abort(new Error("enough"));
  await expect(second).rejects.toThrow("enough");
  gate.resolve();
  await first;
  expect(await third).toBe("third");
  expect(await turnstile.pass("a", async () => "again", never)).toBe("again");
});

test("a turnstile's line is nobody's own: who has most in it gives way, and nobody has more than a part", async () => {
  const turnstile = new Turnstile(1, 4, 3);
  const gate = Promise.withResolvers<void>();
  const done: string[] = [];
  const pass = (who: string): Promise<void> =>
    turnstile.pass(
      who,
      async () => {
        await gate.promise;
        done.push(who);
      },
      never,
    );
  const greedy = Array.from({ length: 4 }, () => pass("greedy")); // one inside, three in line
  const line = Promise.allSettled(greedy);
  await expect(pass("greedy")).rejects.toMatchObject({ code: "ERR_PEER_BUSY" });
  const others = ["b", "c", "d"].map(pass);
  await expect(pass("e")).rejects.toMatchObject({ code: "ERR_PEER_BUSY" }); // nobody has two more than it
  gate.resolve();
  expect((await line).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "rejected"]);
  await Promise.all(others);
  expect(done).toEqual(["greedy", "b", "c", "d", "greedy"]); // who has had no turn goes before
});

test("an allowance is spent by each peer and by all together, and comes back with time", () => {
  let now = 0;
  const limits = { perSecond: 1, burst: 2, perSecondOfAll: 10, burstOfAll: 5 };
  const allowance = new Allowance(limits, () => now);
  const spend = (peer: string): string => {
    try {
      allowance.spend(peer);
      return "yes";
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(["a", "a", "a", "b", "b", "c", "d"].map(spend)).toEqual([
    "yes",
    "yes",
    "ERR_PEER_BUSY",
    "yes",
    "yes",
    "yes",
    "ERR_PEER_BUSY",
  ]);
  now += 1000;
  expect(["a", "a", "d"].map(spend)).toEqual(["yes", "ERR_PEER_BUSY", "yes"]);
  for (let i = 0; i < 1000; i++, now += 100) spend(`${i}`);
  expect(allowance.size).toBeLessThanOrEqual(2 * limits.burstOfAll);
});
