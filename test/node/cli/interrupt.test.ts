/** The first signal asks, the second ends, and one keystroke that arrives twice is one. */

import { EventEmitter } from "node:events";
import { expect, it, vi } from "vitest";
import { listenForInterrupts } from "../../../node/cli/index.ts";

function listen() {
  const exits: (number | string | null | undefined)[] = [];
  const host = Object.assign(new EventEmitter(), { exit: (code?: number | string | null) => void exits.push(code) });
  const said: string[] = [];
  const interrupt = listenForInterrupts((line) => said.push(line), host as unknown as NodeJS.Process);
  return { exits, host, said, interrupt };
}

it("a signal aborts, says so, and names the exit code", () => {
  const { host, said, interrupt, exits } = listen();
  expect([interrupt.signal.aborted, interrupt.exitCode()]).toEqual([false, undefined]);
  host.emit("SIGTERM", "SIGTERM");
  expect([interrupt.signal.aborted, interrupt.exitCode()]).toEqual([true, 143]);
  expect(said).toHaveLength(1);
  expect(exits).toEqual([]);
});

it("the same keystroke twice is one, and a later one ends at once", () => {
  vi.useFakeTimers();
  const { host, exits } = listen();
  host.emit("SIGINT", "SIGINT");
  host.emit("SIGINT", "SIGINT");
  expect(exits).toEqual([]);
  vi.advanceTimersByTime(1000);
  host.emit("SIGINT", "SIGINT");
  expect(exits).toEqual([130]);
  vi.useRealTimers();
});

it("listens no more when released", () => {
  const { host, interrupt } = listen();
  interrupt.release();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) expect(host.listenerCount(name)).toBe(0);
});
