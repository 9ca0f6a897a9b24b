/** Measuring with clocks that the test winds itself. */

import { describe, expect, it } from "vitest";
import type { Case, Clocks, Here } from "./hot-path/candidate.ts";
import { measure, WrongWorkError } from "./hot-path/measure.ts";

const EFFORT = { rounds: 3, sampleSeconds: 0.08, warmUpSeconds: 0.2, candidateSeconds: 2 };

/** A candidate whose every run takes `seconds` of the wound clock, and makes `result`. */
class Workshop {
  now = 0;
  readonly log: string[] = [];
  readonly clocks: Clocks = { wall: () => this.now, thread: () => this.now, process: () => this.now };

  candidate(implementation: Here["implementation"], seconds: number, result: number): Here {
    let made = new Uint8Array([0]);
    return {
      kind: "thread",
      implementation,
      clear: () => void (made = new Uint8Array([0])),
      run: () => {
        this.now += seconds;
        if (this.log.at(-1) !== implementation) this.log.push(implementation);
        made = new Uint8Array([result]);
      },
      output: () => [made],
    };
  }

  caseOf(...candidates: Here[]): Case {
    const sizes = { k: 2, m: 1, shardBytes: 256, leafBytes: undefined, workBytes: 512 };
    return { suite: "encode", ...sizes, baseline: "subspace", candidates };
  }
}

describe("measuring", () => {
  it("takes a sample of each candidate in turn, each long enough for the clock", async () => {
    const shop = new Workshop();
    const one = shop.caseOf(shop.candidate("subspace", 0.01, 7), shop.candidate("relaxed", 0.0005, 7));
    const measured = await measure(one, shop.clocks, EFFORT);
    expect(measured.map(({ laps }) => laps.length)).toEqual([3, 3]);
    expect(measured[0]!.laps[0]!.cpu).toBeCloseTo(0.01, 6);
    expect(measured[1]!.laps[2]!.wall).toBeCloseTo(0.0005, 6);
    expect(shop.log.slice(-6)).toEqual(["subspace", "relaxed", "subspace", "relaxed", "subspace", "relaxed"]);
    expect(shop.now).toBeGreaterThan(3 * 2 * EFFORT.sampleSeconds);
  });

  it("takes fewer samples of a slow candidate, and of a very slow one the first run alone", async () => {
    const shop = new Workshop();
    const one = shop.caseOf(shop.candidate("subspace", 5, 7), shop.candidate("relaxed", 0.9, 7));
    const measured = await measure(one, shop.clocks, EFFORT);
    expect(measured.map(({ laps }) => laps.length)).toEqual([1, 2]);
    expect(shop.now).toBeLessThan(5 + 4 * 0.9 + 0.01);
  });

  it("refuses a candidate that makes something else than the baseline", async () => {
    const shop = new Workshop();
    const one = shop.caseOf(shop.candidate("subspace", 0.1, 7), shop.candidate("relaxed", 0.1, 8));
    await expect(measure(one, shop.clocks, EFFORT)).rejects.toThrow(WrongWorkError);
  });

  it("refuses a baseline that makes something else than is known to be right", async () => {
    const shop = new Workshop();
    const one = { ...shop.caseOf(shop.candidate("subspace", 0.1, 7)), expected: [new Uint8Array([8])] };
    await expect(measure(one, shop.clocks, EFFORT)).rejects.toThrow(/subspace is wrong/);
  });

  it("refuses a candidate that leaves the work to the one before", async () => {
    const shop = new Workshop();
    const idle = { ...shop.candidate("relaxed", 0.1, 7), run: () => {} };
    const one = shop.caseOf(shop.candidate("subspace", 0.1, 7), idle);
    await expect(measure(one, shop.clocks, EFFORT)).rejects.toThrow(WrongWorkError);
  });
});
