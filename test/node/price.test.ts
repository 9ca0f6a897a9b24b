/** Prices in both ways of saying them. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPrice, MONTH_SECONDS, monthPrice, parsePrice, unitPrice } from "../../node/price.ts";

const TOKEN = 10n ** 18n;

describe("a price", () => {
  it.each([
    ["0.0001", { amount: 10n ** 14n, per: "unit-round" }],
    ["2.5 per TiB-month", { amount: (5n * TOKEN) / 2n, per: "TiB-month" }],
    [" 7  per tib-MONTH ", { amount: 7n * TOKEN, per: "TiB-month" }],
    ["10000 per TiB-month", { amount: 10_000n * TOKEN, per: "TiB-month" }],
  ])("%j is read, and reads back from what is written", (text, price) => {
    expect(parsePrice(text)).toEqual(price);
    expect(parsePrice(formatPrice(price as never))).toEqual(price);
  });

  it.each(["", "0", "0 per TiB-month", "-1", "1e3", "4723", "2.5 per GiB-month", "2.5 TiB-month", "per TiB-month"])(
    "%j is none",
    (text) => {
      expect(parsePrice(text)).toBeUndefined();
    },
  );

  it("of a round is paid by 2^20 units as often as rounds fit into a month", () => {
    // Two tokens a TiB-month with rounds of an hour: 720 of them.
    const price = unitPrice({ amount: 2n * TOKEN, per: "TiB-month" }, 3600);
    expect(price).toBe((2n * TOKEN + (720n * 2n ** 20n) / 2n) / (720n * 2n ** 20n));
    expect(unitPrice({ amount: 7n, per: "unit-round" }, 3600)).toBe(7n);
  });

  it("goes there and back within half a base unit of each round", () => {
    const amounts = fc.bigInt({ min: TOKEN / 1000n, max: 10n ** 9n * TOKEN });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 4, max: 86_400 }), (amount, seconds) => {
        const back = monthPrice(unitPrice({ amount, per: "TiB-month" }, seconds), seconds);
        const rounds = BigInt(Math.ceil(MONTH_SECONDS / seconds));
        const difference = back > amount ? back - amount : amount - back;
        expect(difference).toBeLessThanOrEqual((2n ** 20n * rounds) / 2n + 1n);
      }),
    );
  });

  it.each([
    ["rounds to nothing", 1n, 1],
    ["is more than the market keeps", 10n ** 45n, 86_400],
  ])("that %s is refused", (_name, amount, seconds) => {
    expect(() => unitPrice({ amount, per: "TiB-month" }, seconds)).toThrow(
      expect.objectContaining({ code: "ERR_CONFIG_INVALID" }),
    );
  });
});
