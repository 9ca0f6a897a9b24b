/** Sizes, amounts and times as people write them. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  exactSize,
  formatSeconds,
  formatSize,
  formatSpan,
  formatTokens,
  parseSize,
  parseTokens,
  shortTokens,
} from "../../node/quantity.ts";

describe("a size", () => {
  it.each([
    ["0", 0],
    ["4096", 4096],
    ["10 GiB", 10 * 2 ** 30],
    ["1.5TB", 1.5e12],
    [" 512 kib ", 512 * 1024],
    ["0.5 KiB", 512],
  ])("%s is read", (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  it.each(["", "GiB", "-1", "1 XB", "1e3", "0.3 B", "10 GiB free", "9999999 TiB", "0x10"])("%j is none", (text) => {
    expect(parseSize(text)).toBeUndefined();
  });

  it("is written short, and reads back as about the same", () => {
    expect([0, 1, 1023, 1024, 1536, 10 * 2 ** 30, 68_719_476_736].map(formatSize)).toEqual([
      "0 B",
      "1 B",
      "1023 B",
      "1 KiB",
      "1.5 KiB",
      "10 GiB",
      "64 GiB",
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 50 }), (bytes) => {
        const [value, unit = "B"] = formatSize(bytes).split(" ");
        const factor = parseSize(`1 ${unit.replace("PiB", "TiB")}`) ?? 0;
        const back = Number(value) * factor * (unit === "PiB" ? 1024 : 1);
        expect(Math.abs(back - bytes)).toBeLessThanOrEqual(Math.max(0.01 * bytes, 0));
      }),
    );
  });
});

it("a size for a settings file parses back to the same bytes, and keeps the unit of a round one", () => {
  expect([10 * 2 ** 30, 2e12, 1e9, 3 * 2 ** 20, 1_048_577].map(exactSize)).toEqual([
    "10 GiB",
    "2 TB",
    "1 GB",
    "3 MiB",
    "1048577 B",
  ]);
  fc.assert(
    fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (bytes) => {
      expect(parseSize(exactSize(bytes))).toBe(bytes);
    }),
  );
});

describe("an amount of tokens", () => {
  it("reads back exactly what it writes", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (amount) => parseTokens(formatTokens(amount)) === amount),
    );
  });

  it("is written without needless zeros", () => {
    expect([0n, 1n, 10n ** 18n, 15n * 10n ** 17n, -(10n ** 17n)].map(formatTokens)).toEqual([
      "0",
      "0.000000000000000001",
      "1",
      "1.5",
      "-0.1",
    ]);
  });

  it.each(["", "1,5", "-1", "1e18", "0.0000000000000000001", ".5", "1.", "0x1"])("%j is none", (text) => {
    expect(parseTokens(text)).toBeUndefined();
  });
});

it("seconds are written in the unit that fits", () => {
  expect([0.0042, 0.85, 3, 12.54, 200].map(formatSeconds)).toEqual(["4 ms", "850 ms", "3 s", "12.5 s", "3 min 20 s"]);
});

it("a long time is written in one unit", () => {
  expect([0, 40, 119, 120, 5400, 7200, 90_000, 2 * 86_400, 45 * 86_400, 400 * 86_400].map(formatSpan)).toEqual([
    "0 s",
    "40 s",
    "119 s",
    "2 min",
    "90 min",
    "2 hours",
    "25 hours",
    "2 days",
    "45 days",
    "1.1 years",
  ]);
});

it("an amount for a sentence keeps six digits, rounded", () => {
  expect([0n, 123_456n, 1_234_567n, 999_999_600_000n, -1_234_567n * 10n ** 18n].map(shortTokens)).toEqual([
    "0",
    "0.000000000000123456",
    "0.00000000000123457",
    "0.000001",
    "-1234570",
  ]);
});
