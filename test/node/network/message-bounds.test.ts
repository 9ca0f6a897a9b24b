import { describe, expect, it } from "vitest";
import { framed } from "../../../node/network/channel.ts";
import { MessageLengths } from "../../../node/network/message-bounds.ts";
import { MinuteBudget } from "../../../node/network/minute-budget.ts";

describe("lengths of messages", () => {
  const bytes = Buffer.concat([0, 1, 300, 127, 20_000].map((length) => framed(new Uint8Array(length).fill(0xff))));

  it.each([1, 2, 7, 1000, 100_000])("are seen in pieces of %i bytes", (step) => {
    const lengths = new MessageLengths();
    const seen: number[] = [];
    for (let at = 0; at < bytes.length; at += step) seen.push(lengths.see(bytes.subarray(at, at + step)));
    expect(Math.max(...seen)).toBe(20_000);
  });

  it("that go on without end are too long", () => {
    expect(new MessageLengths().see(Uint8Array.of(0x80, 0x80, 0x80))).toBe(Number.POSITIVE_INFINITY);
  });

  it("are looked at until the last message that matters", () => {
    const lengths = new MessageLengths(2);
    expect(lengths.see(Buffer.concat([framed(new Uint8Array(3)), Uint8Array.of(2, 0xff, 0xff, 0xff, 0xff)]))).toBe(3);
    expect(lengths.done).toBe(true);
  });
});

it("a budget of a minute is for each, and for all", () => {
  const budget = new MinuteBudget(2, 5);
  const taken = ["a", "a", "a", "b", "b", "b", "c", "c"].filter((name) => budget.take(name));
  expect(taken).toEqual(["a", "a", "b", "b", "c"]);
});
