/** The order and the deadline of a stop, with parts that end late, never, or with an error. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MONITOR, NETWORK, PROVIDER } from "../../node/limits/index.ts";
import { Serving, stopInOrder } from "../../node/provider-stop.ts";

const never = (): Promise<void> => new Promise(() => {});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface World {
  readonly serving: Serving;
  readonly done: string[];
  readonly events: string[];
  /** Stops, with a disk that takes `diskMs`. */
  stop(diskMs?: number): Promise<void>;
}

function world(): World {
  const serving = new Serving();
  const done: string[] = [];
  const events: string[] = [];
  const note = (facts: object): void => void events.push((facts as { event: string }).event);
  const log = { debug: note, info: note, warn: note, error: note };
  return {
    serving,
    done,
    events,
    stop(diskMs = 0) {
      const below = new AsyncDisposableStack();
      below.defer(() => void done.push("lock"));
      below.defer(async () => {
        await new Promise((resolve) => setTimeout(resolve, diskMs));
        done.push("disk");
      });
      return stopInOrder(serving, below, log);
    },
  };
}

function slow(done: string[], name: string, ms: number) {
  const stop = async (): Promise<void> => {
    done.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, ms));
    done.push(name);
  };
  return { name, stop };
}

test("what serves stops all at once, the disk after all of it, and the lock last", async () => {
  const { serving, done, events, stop } = world();
  for (const part of [slow(done, "peers", 300), slow(done, "work", 100)]) serving.add(part);
  const stopping = stop();
  expect(done).toEqual(["peers begins", "work begins"]);
  await vi.advanceTimersByTimeAsync(299);
  expect(done.slice(2)).toEqual(["work"]);
  await vi.advanceTimersByTimeAsync(2);
  await stopping;
  expect(done.slice(2)).toEqual(["work", "peers", "disk", "lock"]);
  expect(events).toEqual(["daemon.stopping", "daemon.stopped"]);
});

test("what never ends is left behind when its time is over, and named; what fails is not waited for", async () => {
  const { serving, done, events, stop } = world();
  serving.add({ name: "peers", stop: never });
  serving.add({ name: "page", stop: () => Promise.reject(new Error("no")) });
  const stopping = stop();
  await vi.advanceTimersByTimeAsync(PROVIDER.stopMs + PROVIDER.stopSlackMs - 1);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(2);
  await stopping;
  expect(done).toEqual(["disk", "lock"]);
  expect(events).toEqual(["daemon.stopping", "daemon.left-behind", "daemon.stopped"]);
  expect(await serving.end()).toEqual(["peers"]);
});

test("a disk that is slow is not cut off, and the log says what it waits for", async () => {
  const { done, events, stop } = world();
  const stopping = stop(60_000);
  await vi.advanceTimersByTimeAsync(PROVIDER.stopDiskMs + 1);
  expect(events).toEqual(["daemon.stopping", "daemon.disk-slow"]);
  await vi.advanceTimersByTimeAsync(60_000);
  await stopping;
  expect(done).toEqual(["disk", "lock"]);
});

test("a start that fails half-way ends what serves; one that went well has handed it over", async () => {
  const done: string[] = [];
  {
    await using kept = new Serving();
    await using moved = new Serving();
    kept.add({ name: "kept", stop: async () => void done.push("kept") });
    moved.add({ name: "moved", stop: async () => void done.push("moved") });
    moved.move();
  }
  expect(done).toEqual(["kept"]);
});

test("the parts' own bounds fit into the deadline, and all of it into five seconds with what a process lingers", () => {
  const lingerMs = 2_000; // node/cli.ts
  expect(2 * MONITOR.stopMs).toBeLessThanOrEqual(PROVIDER.stopMs);
  expect(NETWORK.upnpStopMs).toBeLessThanOrEqual(PROVIDER.stopMs);
  expect(PROVIDER.stopMs + PROVIDER.stopSlackMs + PROVIDER.stopDiskMs + lingerMs).toBeLessThanOrEqual(5_000);
});
