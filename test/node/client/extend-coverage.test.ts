/** How much of an object is paid for until a round, from what lies where. */

import { expect, test } from "vitest";
import { coverageOf } from "../../../node/client/extend-coverage.ts";
import { rootsOf } from "../../../node/client/own-allocations.ts";
import { nobleHasher } from "../../../proofs/index.ts";
import { encodeManifest, MAX_INLINE_BYTES, objectIdOf } from "../../../protocol/index.ts";
import type { Case } from "../../../node/client/extend-pay.ts";
import type { Wanted } from "../../../node/client/extend-coverage.ts";
import type { Manifest } from "../../../protocol/index.ts";

const UNTIL = 100;
const K = 2;
const N = 4;

/** With two segments, or whole in its manifest. */
function manifestOf(first: number, content: "bytes" | "manifest", kind: "coded" | "inline" = "coded"): Manifest {
  const cipher = content === "bytes" ? "aes-256-gcm" : "none";
  if (kind === "inline") return { size: 3, cipher, content, body: { kind, bytes: new Uint8Array(19).fill(first) } };
  const roots = [first, first + N].map((from) => {
    return new Uint8Array(N * 32).map((_, i) => from + Math.floor(i / 32));
  });
  return { size: K * 2 ** 20 + MAX_INLINE_BYTES, cipher, content, body: { kind, scheme: { k: K, n: N }, roots } };
}

function wantedOf(...manifests: Manifest[]): Wanted {
  const roots = manifests.map((one) => rootsOf(nobleHasher, one));
  const all = new Set(roots.flatMap(({ whole, segments }) => [whole, ...segments.flat()]));
  return { object: objectIdOf(nobleHasher, encodeManifest(manifests[0]!)), manifests, roots, all };
}

/** An allocation at a provider of its own, unless told another, with these fragments. */
function held(lane: number, roots: readonly string[], endRound = UNTIL, provider = lane): Case {
  const record = { endRound, provider: `0x${provider}` } as unknown as Case["record"];
  return { record, roots: new Set(roots), outcome: "enough", paid: 0n };
}

/** What the provider of a lane holds: the outer manifest, and its shard of each segment. */
function shares({ roots }: Wanted, lane: number): string[] {
  return [roots[0]!.whole, ...roots.flatMap(({ segments }) => segments.map((shards) => shards[lane]!))];
}

test.each<[string, Wanted]>([
  ["an object", wantedOf(manifestOf(1, "bytes"))],
  ["one whose manifest is an object", wantedOf(manifestOf(21, "manifest"), manifestOf(1, "bytes"))],
])("%s is as safe as its worst segment, by what lasts long enough", (_, wanted) => {
  const lanes = Array.from({ length: N }, (_each, lane) => held(lane, shares(wanted, lane)));
  const terms = { object: wanted.object, needed: K, of: N };
  expect(coverageOf(wanted, lanes, UNTIL)).toEqual({ ...terms, fragments: N });
  expect(coverageOf(wanted, lanes, UNTIL + 1)).toEqual({ ...terms, fragments: 0 });
  const ending = held(0, shares(wanted, 0), UNTIL - 1);
  expect(coverageOf(wanted, [ending, ...lanes.slice(1)], UNTIL)).toEqual({ ...terms, fragments: N - 1 });
  // Every segment there is counts, the last one of any manifest too.
  const last = wanted.roots.at(-1)!.segments.at(-1)!;
  const without = [0, 1, 2].map((lane) =>
    held(
      lane,
      shares(wanted, lane).filter((root) => root !== last[lane]),
    ),
  );
  expect(coverageOf(wanted, [...without, lanes[3]!], UNTIL)).toEqual({ ...terms, fragments: 1 });
  // Two allocations of one provider make up for each other, but hold one manifest.
  const parts = shares(wanted, 0);
  const halves = [held(0, parts.slice(0, 2)), held(9, parts.slice(2), UNTIL, 0)];
  expect(coverageOf(wanted, [...halves, ...lanes.slice(1)], UNTIL)).toEqual({ ...terms, fragments: N });
});

test("an object that lies whole in its manifest needs one copy, of those that are known", () => {
  const wanted = wantedOf(manifestOf(1, "bytes", "inline"));
  const { whole } = wanted.roots[0]!;
  const cases = [held(0, [whole]), held(1, [whole], UNTIL - 5), held(2, [whole]), held(3, [])];
  expect(coverageOf(wanted, cases, UNTIL)).toMatchObject({ fragments: 2, needed: 1, of: 3 });
  expect(coverageOf(wanted, [held(3, [])], UNTIL)).toMatchObject({ fragments: 0, of: 1 });
});
