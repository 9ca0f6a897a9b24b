/** Amounts on the status page: exact to the last unit, short to read, and never more than there is. */

import { expect, it } from "vitest";
import {
  groupDigits,
  perDay,
  perTibMonth,
  readAmount,
  sayExactly,
  sayTokens,
} from "../../../../node/monitor/page/amounts.ts";

const TOKEN = 10n ** 18n;

it.each<readonly [amount: bigint, text: string]>([
  [0n, "0"],
  [TOKEN, "1"],
  [TOKEN / 2n, "0.5"],
  [421_399_999_999_999_999n, "0.4213"],
  [TOKEN - 1n, "0.9999"],
  [12_345_678n * 10n ** 12n, "12.34"],
  [12_345n * TOKEN + 6n * 10n ** 17n, "12,345"],
  [999_999n * TOKEN, "999,999"],
  [1_284_567n * TOKEN, "1.284 million"],
  [123_456_789_012n * TOKEN, "123.4 billion"],
  [5n * 10n ** 12n * TOKEN, "5 trillion"],
  [10n ** 15n * TOKEN, "1\u00a0×\u00a010¹⁵"],
  [2n ** 256n - 1n, "1.157\u00a0×\u00a010⁵⁹"],
  [10n ** 12n, "0.000001"],
  [10n ** 12n - 1n, "9.999\u00a0×\u00a010⁻⁷"],
  [1n, "1\u00a0×\u00a010⁻¹⁸"],
  [-TOKEN / 2n, "−0.5"],
])("says %s as %s", (amount, text) => {
  expect(sayTokens(amount)).toBe(text);
});

it("says fewer digits where asked, and still cuts off", () => {
  expect(sayTokens(420_192_000_000_000_000n, 3)).toBe("0.42");
  expect(sayTokens(429_999_999_999_999_999n, 2)).toBe("0.42");
});

it("keeps every digit where all are asked for", () => {
  expect(sayExactly(7_318_200_000_000_000_001n)).toBe("7.318200000000000001");
  expect(sayExactly(1_234_567n * TOKEN + 1n)).toBe("1,234,567.000000000000000001");
  expect(sayExactly(2n ** 256n - 1n).replaceAll(/[,.]/g, "")).toBe(String(2n ** 256n - 1n));
});

it("reads amounts of a chain and nothing else", () => {
  expect(readAmount("0")).toBe(0n);
  expect(readAmount(String(2n ** 256n - 1n))).toBe(2n ** 256n - 1n);
  for (const text of [undefined, "", "-1", "1.5", "1e30", "0x10", " 1", "9".repeat(79)])
    expect(readAmount(text)).toBe(undefined);
});

it("reckons a day and a month in whole units", () => {
  expect(perDay(8_754_000_000_000_000n, 1800)).toBe(48n * 8_754_000_000_000_000n);
  expect(perDay(1n, 0.5)).toBe(172_800n);
  expect(perTibMonth(10n ** 11n, 1800)).toBe(10n ** 11n * 2n ** 20n * 48n * 30n);
});

it("parts thousands", () => {
  expect(["1", "123", "1234", "1234567"].map(groupDigits)).toEqual(["1", "123", "1,234", "1,234,567"]);
});
