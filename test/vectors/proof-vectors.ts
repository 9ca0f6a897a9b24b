// What the vector files of proofs/ hold. Roots come from the naive reference, paths and proofs from proofs/.

import { challengePositions, challengeSeed, fragmentTree, nobleHasher, provePath, proveRange } from "../../proofs/index.ts";
import { fragmentRoot, hash, sumRoot } from "../reference.ts";
import { hex, pattern } from "./pattern.ts";
import { proofCases } from "./proof-cases.ts";
import { singleCases } from "./single-proof-cases.ts";

/** [byte length, leaf of the path, from, to of the range]. */
const FRAGMENTS = [
  [1, 0, 0, 1],
  [256, 0, 0, 1],
  [257, 1, 0, 2],
  [512, 0, 1, 2],
  [768, 2, 1, 3],
  [1300, 5, 2, 5],
  [1792, 6, 3, 7],
  [2048, 3, 1, 6],
  [65_536, 200, 17, 23],
  [65_537, 256, 255, 257],
  [1_048_576, 4095, 1000, 1001],
] as const;

export function fragmentVectors(): unknown {
  return {
    about: "data = pattern(bytes): byte i is (i + floor(i / 256) * 7) mod 256. path proves leaf; siblings prove leaves [from, to).",
    cases: FRAGMENTS.map(([bytes, leaf, from, to]) => {
      const data = pattern(bytes);
      const tree = fragmentTree(nobleHasher, data);
      const proofs = { path: hex(provePath(tree, leaf)), siblings: hex(proveRange(tree, from, to)) };
      return { bytes, root: hex(fragmentRoot(data)), leaf, from, to, ...proofs };
    }),
  };
}

export function sumVectors(): unknown {
  const items = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ hash: hash(new Uint8Array(1), i), leaves: 1 + ((i * i) % 4097) }));
  const allocations = [
    [1, 1, 1],
    [77, 3, 4096],
    [2 ** 40, 2 ** 33 + 1, 2 ** 47],
  ] as const;
  return {
    about: "item i of a tree: hash = H(0x00 || u64(i)), leaves = 1 + (i * i mod 4097). allocationLeaf: subRoot = H(0x00 || u64(allocation)).",
    trees: [0, 1, 2, 3, 4, 5, 7, 8, 13, 64, 100, 1000].map((count) => {
      const { hash: root, leaves } = sumRoot(items(count));
      return { items: count, root: hex(root), leaves };
    }),
    allocationLeaves: allocations.map(([allocation, seq, leaves]) => {
      const subRoot = hash(new Uint8Array(1), allocation);
      return { allocation, seq, subRoot: hex(subRoot), leaves, leaf: hex(hash(allocation, seq, subRoot, leaves)) };
    }),
  };
}

export function challengeVectors(): unknown {
  const cases = [1, 2, 7, 4096, 1_000_003, 2 ** 40 + 1, 2 ** 53 - 1].map((leaves, i) => {
    const facts = {
      chainId: [1, 31_337, 8453][i % 3]!,
      market: pattern(20, i),
      provider: pattern(20, 100 + i),
      round: i * 1_000_000_007,
      beaconSeed: hash(new TextEncoder().encode("beacon"), i),
    };
    const seed = challengeSeed(nobleHasher, facts);
    return {
      ...facts,
      market: hex(facts.market),
      provider: hex(facts.provider),
      beaconSeed: hex(facts.beaconSeed),
      seed: hex(seed),
      leaves,
      positions: challengePositions(nobleHasher, seed, 6, leaves),
    };
  });
  return { about: "seed and the first six positions of challenges (docs/spec/data.md, Challenge).", cases };
}

/** As columns, which forge reads at one go. */
export function proofVectors(): unknown {
  const cases = proofCases().map(({ name, root, leaves, seed, count, proof, rule }) => {
    return { name, root: hex(root), leaves, seed: hex(seed), count, proof: hex(proof), valid: rule === "", rule };
  });
  return {
    about: "Valid and invalid proofs: the i-th is names[i], roots[i] and so on. rules[i] names what refuses one in TypeScript (proofs/proof-error.ts).",
    names: cases.map(({ name }) => name),
    roots: cases.map(({ root }) => root),
    leaves: cases.map(({ leaves }) => leaves),
    seeds: cases.map(({ seed }) => seed),
    counts: cases.map(({ count }) => count),
    proofs: cases.map(({ proof }) => proof),
    valid: cases.map(({ valid }) => valid),
    rules: cases.map(({ rule }) => rule),
  };
}

/** As columns, too. */
export function singleProofVectors(): unknown {
  const cases = singleCases();
  return {
    about: "Proofs of one position under an aggregate root (kinds[i] = position) or a subRoot (position in allocation), and of the state of an allocation having a place under an aggregate root (inclusion: allocations, seqs, subRoots and subLeaves, which are 0 elsewhere). The i-th is names[i], kinds[i] and so on.",
    names: cases.map(({ name }) => name),
    kinds: cases.map(({ kind }) => kind),
    roots: cases.map(({ root }) => hex(root)),
    leaves: cases.map(({ leaves }) => leaves),
    positions: cases.map(({ position }) => position),
    allocations: cases.map(({ item }) => item.allocation),
    seqs: cases.map(({ item }) => item.seq),
    subRoots: cases.map(({ item }) => hex(item.subRoot)),
    subLeaves: cases.map(({ item }) => item.leaves),
    proofs: cases.map(({ proof }) => hex(proof)),
    valid: cases.map(({ rule }) => rule === ""),
    rules: cases.map(({ rule }) => rule),
  };
}
