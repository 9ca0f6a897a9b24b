/** The suite of Merkle trees: one fragment, and the n fragments of a segment, all nodes of every tree. */

import { fragmentTree, LEAF_BYTES } from "../../../proofs/index.ts";
import type { FragmentTree, Hasher } from "../../../proofs/index.ts";
import type { Case, Implementation } from "./candidate.ts";
import { noise, type TreeMaker } from "./job.ts";

/** The case of trees over k + m fragments; k = 1 and m = 0 is a single one. Speed is that of the bytes hashed, parity included. */
export async function treeCase(
  makers: readonly TreeMaker[],
  [k, m]: readonly [number, number],
  shardBytes: number,
): Promise<Case> {
  const fragments = Array.from({ length: k + m }, (_, index) => noise(shardBytes, index));
  const able = makers.filter(({ leastFragments = 1 }) => fragments.length >= leastFragments);
  return {
    suite: "tree",
    k,
    m,
    shardBytes,
    leafBytes: LEAF_BYTES,
    workBytes: (k + m) * shardBytes,
    baseline: makers[0]!.implementation,
    candidates: await Promise.all(able.map((maker) => maker.prepare({ fragments }))),
  };
}

/** Trees with a call of the hasher for each hash, as a program makes them that has nothing better. */
export function hasherTrees(implementation: Implementation, load: () => Promise<Hasher>): TreeMaker {
  return {
    implementation,
    async prepare({ fragments }) {
      const hasher = await load();
      let trees: readonly FragmentTree[] = [];
      return {
        kind: "thread",
        implementation,
        clear: () => void (trees = []),
        run: () => void (trees = fragments.map((fragment) => fragmentTree(hasher, fragment))),
        output: () => trees.map(({ root }) => root),
      };
    },
  };
}
