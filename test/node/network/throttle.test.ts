import { describe, expect, it } from "vitest";
import { Throttle } from "../../../node/network/throttle.ts";

const never = new AbortController().signal;
const KIB = 1024;

/** Takes pieces one after the other until told to end. */
async function stream(throttle: Throttle, peer: string, had: Map<string, number>, end: AbortSignal): Promise<void> {
  try {
    for (;;) {
      await throttle.take(peer, throttle.pieceBytes, end);
      had.set(peer, (had.get(peer) ?? 0) + throttle.pieceBytes);
    }
  } catch (error) {
    if (!end.aborted) throw error;
  }
}

function after(ms: number): AbortSignal {
  return AbortSignal.timeout(ms);
}

describe("a limit of bytes per second", () => {
  it("of 0 holds nobody back", async () => {
    const throttle = new Throttle({ bytesPerSecond: 0 });
    expect(throttle.limited).toBe(false);
    await throttle.take("a", 2 ** 40, never);
    await throttle.takeUrgent("a", 2 ** 40, never);
  });

  it("lets through no more than itself, and what a pause has left", async () => {
    const throttle = new Throttle({ bytesPerSecond: 1000 * KIB });
    const started = performance.now();
    for (let i = 0; i < 32; i++) await throttle.take("a", 16 * KIB, never);
    const seconds = (performance.now() - started) / 1000;
    expect(512 * KIB).toBeLessThanOrEqual((seconds + 0.125) * 1000 * KIB + 16 * KIB);
  });

  it("is shared by peers, not by streams: eight streams of one get as much as one of another", async () => {
    const throttle = new Throttle({ bytesPerSecond: 4000 * KIB });
    const had = new Map<string, number>();
    const end = after(600);
    const greedy = Array.from({ length: 8 }, () => stream(throttle, "greedy", had, end));
    await Promise.all([...greedy, stream(throttle, "modest", had, end)]);
    const [greedyHad = 0, modestHad = 0] = [had.get("greedy"), had.get("modest")];
    expect(modestHad).toBeGreaterThan(0);
    expect(Math.abs(greedyHad - modestHad)).toBeLessThanOrEqual(0.25 * greedyHad + throttle.pieceBytes);
  });

  it("lets small answers go ahead of whatever transfers wait", async () => {
    const throttle = new Throttle({ bytesPerSecond: 256 * KIB });
    const end = new AbortController();
    const had = new Map<string, number>();
    const transfers = Array.from({ length: 20 }, (_, i) => stream(throttle, `${i}`, had, end.signal));
    while (throttle.waiting < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    const before = [...had.values()].reduce((a, b) => a + b, 0);
    await throttle.takeUrgent("auditor", 8 * KIB, never);
    expect([...had.values()].reduce((a, b) => a + b, 0)).toBe(before);
    end.abort();
    await Promise.all(transfers);
  });

  it("is not taken from transfers altogether by an endless row of small answers", async () => {
    const throttle = new Throttle({ bytesPerSecond: 2000 * KIB });
    const had = new Map<string, number>();
    const end = after(800);
    const flood = async (): Promise<void> => {
      while (!end.aborted) await throttle.takeUrgent("auditor", 4 * KIB, end).catch(() => {});
    };
    await Promise.all([flood(), stream(throttle, "client", had, end)]);
    expect(had.get("client")).toBeGreaterThan(300 * KIB);
  });

  it("is left in the middle of waiting with the signal's reason, and the others go on", async () => {
    const throttle = new Throttle({ bytesPerSecond: 1000 * KIB });
    const gone = new AbortController();
    await throttle.take("a", 300 * KIB, never);
    const left = throttle.take("a", 16 * KIB, gone.signal);
    const kept = throttle.take("b", 16 * KIB, never);
    gone.abort(new Error("gone"));
    await expect(left).rejects.toThrow("gone");
    await kept;
    expect(throttle.waiting).toBe(0);
  });
});
