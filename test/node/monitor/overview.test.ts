/** What the page is given of one look. */

import { expect, test } from "vitest";
import { History } from "../../../node/monitor/history.ts";
import { overviewOf } from "../../../node/monitor/overview-of.ts";
import { NOW, sightOf } from "./sights.ts";

function roundEnd(endsAt: number | undefined, chainDown = false): number | undefined {
  const sight = sightOf({ sight: { roundEndsAt: endsAt }, status: { chainDown } });
  const traffic = { received: 0, sent: 0 };
  const facts = { startedAt: NOW, peer: "peer", price: 1n, sight, traffic, warnings: [], history: new History() };
  return overviewOf(facts).chain.roundEndsAt;
}

test("the end of the round is told while the chain goes, and by nobody once it stands or is away", () => {
  expect(roundEnd(NOW + 600_000.4)).toBe(NOW + 600_000);
  expect(roundEnd(NOW - 60_000)).toBe(NOW - 60_000);
  expect(roundEnd(NOW - 180_000)).toBeUndefined();
  expect(roundEnd(NOW + 600_000, true)).toBeUndefined();
  expect(roundEnd(undefined)).toBeUndefined();
});
