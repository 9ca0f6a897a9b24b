/** The queues of a provider: they keep order, and they turn away what is too much. */

import { expect, test } from "vitest";
import { PROVIDER } from "../../../node/limits.ts";
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
  const passing = [1, 2, 3, 4].map(() => turnstile.pass(work, never));
  await expect(turnstile.pass(work, never)).rejects.toMatchObject({ code: "ERR_PEER_BUSY" });
  expect(inside).toBe(2);
  gate.resolve();
  await Promise.all(passing);
  expect(inside).toBe(0);
});

test("who gives up in the line of a turnstile leaves it, and the next one gets in", async () => {
  const turnstile = new Turnstile(1, 2);
  const gate = Promise.withResolvers<void>();
  const first = turnstile.pass(() => gate.promise, never);
  const impatient = new AbortController();
  const second = turnstile.pass(async () => "second", impatient.signal);
  const third = turnstile.pass(async () => "third", never);
  impatient.abort(new Error("enough"));
  await expect(second).rejects.toThrow("enough");
  gate.resolve();
  await first;
  expect(await third).toBe("third");
  expect(await turnstile.pass(async () => "again", never)).toBe("again");
});
