/** What a provider says when the market takes no proof from it: once, and again when something else is the matter. */

import { expect, test } from "vitest";
import { Standing } from "../../../node/provider/standing.ts";
import type { ProviderRecord } from "../../../contracts/index.ts";
import type { Address } from "../../../protocol/index.ts";

const address = (byte: string): Address => `0x${byte.repeat(20)}`;
const [owner, ours, other] = [address("01"), address("02"), address("03")];
const RECORD = { owner, nodeKey: ours, stage: "active", stake: 25n * 10n ** 17n } as ProviderRecord;

function standing(account: Address | undefined = ours) {
  const lines: string[] = [];
  const write = (level: string) => (facts: object, message: string) =>
    void lines.push(`${level} ${(facts as { event: string }).event} ${message}`);
  const log = { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
  return { of: new Standing({ ledger: { account }, owner, log }), lines };
}

test.each([
  [undefined, /^warn provider\.outside this provider is not registered/],
  [{ ...RECORD, stage: "left" as const }, /^warn provider\.outside this provider is left/],
  [{ ...RECORD, stage: "ejected" as const }, /^error provider\.ejected .* of its stake 2\.5 tokens are left$/],
  [{ ...RECORD, nodeKey: other }, /^error provider\.other-key the chain has another node key/],
])("is told once why nothing is proved", (record, line) => {
  const { of, lines } = standing();
  for (let look = 0; look < 3; look++) expect(of.isInside(record)).toBe(false);
  expect(lines).toEqual([expect.stringMatching(line)]);
  expect(of.isInside(RECORD)).toBe(true);
  expect(of.isInside(record)).toBe(false);
  expect(lines).toHaveLength(2);
});

test("proves as node key, as owner, and while it leaves", () => {
  expect(standing(ours).of.isInside(RECORD)).toBe(true);
  expect(standing(owner).of.isInside({ ...RECORD, nodeKey: other })).toBe(true);
  expect(standing(ours).of.isInside({ ...RECORD, stage: "exiting" })).toBe(true);
});

test("says what changed, and not what stayed", () => {
  const { of, lines } = standing();
  of.isInside({ ...RECORD, nodeKey: other });
  of.isInside({ ...RECORD, nodeKey: address("04") });
  of.isInside({ ...RECORD, nodeKey: address("04") });
  of.isInside({ ...RECORD, nodeKey: address("04"), stage: "ejected" });
  expect(lines).toHaveLength(3);
});
