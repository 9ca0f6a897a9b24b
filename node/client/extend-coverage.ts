// How much of an object is paid for until a round: by what lies in each of our allocations, and when they end.

import type { Manifest, ObjectId } from "../../protocol/index.ts";
import type { Case } from "./extend-pay.ts";
import type { ExtendCoverage } from "./extend-result.ts";
import type { ObjectRoots } from "./own-allocations.ts";

/** The object that is looked for. */
export interface Wanted {
  readonly object: ObjectId;
  /** Of the object, and of the manifest inside its manifest. */
  readonly manifests: readonly Manifest[];
  readonly roots: readonly ObjectRoots[];
  readonly all: ReadonlySet<string>;
}

export function coverageOf(
  { object, manifests, roots }: Wanted,
  cases: readonly Case[],
  until: number,
): ExtendCoverage {
  const lasting = cases.filter(({ record }) => record.endRound >= until);
  const providersOf = (whole: string, among: readonly Case[]): number =>
    new Set(among.filter((one) => one.roots.has(whole)).map(({ record }) => record.provider)).size;
  // The outer manifest is the one that is stored whole, with every provider; the inner one lies in its segments.
  const { whole } = roots[0] as ObjectRoots;
  const { body } = manifests.at(-1) as Manifest;
  const of = body.kind === "coded" ? body.scheme.n : Math.max(1, providersOf(whole, cases));
  const shards = roots.flatMap(({ segments }) =>
    segments.map((segment) => new Set(segment.filter((root) => lasting.some((one) => one.roots.has(root)))).size),
  );
  const fragments = Math.min(of, providersOf(whole, lasting), ...shards);
  return { object, fragments, needed: body.kind === "coded" ? body.scheme.k : 1, of };
}
