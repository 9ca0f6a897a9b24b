// Whatever is asked of a store, in whatever order and however much at once, it says what a map would say; and its accounts agree
// with its files, before and after a restart, and after its index is lost.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accountsOf, fragment, openTestStore } from "./temporary-store.ts";
import type { TestStore } from "./temporary-store.ts";

type Step =
  | { readonly do: "put" | "read" | "remove"; readonly number: number }
  | { readonly do: "removeMany"; readonly numbers: readonly number[] }
  | { readonly do: "settle" | "compact" | "reopen" | "rebuild" };

const number = fc.integer({ min: 0, max: 15 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("put" as const), number }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("remove" as const), number }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("read" as const), number }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("removeMany" as const), numbers: fc.array(number, { maxLength: 16 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("settle" as const, "compact" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("reopen" as const, "rebuild" as const) }) },
);

/** Five fragments or so in a log, so that logs begin and end all the time. */
const OPTIONS = { logBytes: 20_000 };
const size = (number: number): number => 300 + number * 613;
/** More groups than there may be logs open; fragment 0 has none. */
const expires = (number: number): number => number * 60;

class Run {
  readonly path = mkdtempSync(join(tmpdir(), "cairn-store-"));
  readonly expected = new Set<number>();
  #opened: TestStore | undefined;
  #pending: Promise<unknown>[] = [];

  async store(): Promise<TestStore["store"]> {
    this.#opened ??= await openTestStore(this.path, OPTIONS);
    return this.#opened.store;
  }

  async take(step: Step): Promise<void> {
    const store = await this.store();
    if (step.do === "put") {
      this.expected.add(step.number);
      const { root, data } = fragment(step.number, size(step.number));
      this.#pending.push(store.put(root, data, { expires: expires(step.number) }));
    } else if (step.do === "remove" || step.do === "removeMany") {
      const numbers = "numbers" in step ? step.numbers : [step.number];
      for (const number of numbers) this.expected.delete(number);
      this.#pending.push(store.remove(numbers.map((number) => fragment(number).root)));
    } else if (step.do === "read") {
      this.#pending.push(this.#readIfThere(step.number));
    } else if (step.do === "compact") {
      this.#pending.push(store.compact());
    } else {
      await this.settle();
      if (step.do !== "settle") await this.close();
      if (step.do === "rebuild") rmSync(join(this.path, "index"), { recursive: true });
    }
  }

  /** While other requests are under way a fragment may be there or not, but never be another. */
  async #readIfThere(number: number): Promise<void> {
    const { root, data } = fragment(number, size(number));
    const found = await (await this.store()).read(root).catch((error: { code: string }) => error.code);
    if (typeof found === "string") expect(found).toBe("ERR_FRAGMENT_NOT_FOUND");
    else expect(Buffer.compare(found, data)).toBe(0);
  }

  async settle(): Promise<void> {
    await Promise.all(this.#pending);
    this.#pending = [];
  }

  async check(): Promise<void> {
    const store = await this.store();
    const found = new Set<string>();
    for await (const { root } of store.entries()) found.add(Buffer.from(root).toString("hex"));
    const wanted = [...this.expected].map((number) => Buffer.from(fragment(number).root).toString("hex"));
    expect([...found].sort()).toEqual(wanted.sort());
    for (const number of this.expected) {
      const { root, data } = fragment(number, size(number));
      expect(Buffer.compare(await store.read(root), data)).toBe(0);
    }
    await store.compact();
    const { usage, entries, files, counted } = await accountsOf(store, this.path);
    expect(usage).toEqual(entries);
    expect(counted).toBe(files);
  }

  /** What is counted, byte by byte: a rebuild must come to the same. */
  async usage(): Promise<object> {
    const { fragments, payloadBytes, liveBytes, deadBytes } = (await this.store()).usage();
    return { fragments, payloadBytes, liveBytes, deadBytes };
  }

  async close(): Promise<void> {
    await this.#opened?.close();
    this.#opened = undefined;
  }
}

const RUNS = Number(process.env["CAIRN_STORE_RUNS"] ?? 40);

test("a store answers as a map does", { timeout: 60_000 + RUNS * 1000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60 }), async (steps) => {
      const run = new Run();
      try {
        for (const step of steps) await run.take(step);
        await run.settle();
        await run.check();
        const before = await run.usage();
        await run.close();
        rmSync(join(run.path, "index"), { recursive: true });
        expect(await run.usage()).toEqual(before);
        await run.check();
      } finally {
        await run.settle().catch(() => undefined);
        await run.close();
        rmSync(run.path, { recursive: true, force: true });
      }
    }),
    { numRuns: RUNS },
  );
});
