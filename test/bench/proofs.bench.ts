/** Hashing and Merkle trees on one thread. */

import { fragmentTree, type Hasher, nobleHasher, provePath, verifyPath } from "../../proofs/index.ts";
import { nodeHasher } from "../../node/hasher.ts";
import { type Bench, type Suite, threadSeconds } from "./suite.ts";

const FRAGMENT_BYTES = 1 << 20;

export const suite: Suite = {
  name: "proofs",
  about: "the Merkle tree of a 1 MiB fragment, and one leaf shown and checked, one thread",
  async run(bench) {
    for (const hasher of [nobleHasher, nodeHasher]) measure(bench, hasher);
  },
};

function measure(bench: Bench, hasher: Hasher): void {
  const data = new Uint8Array(FRAGMENT_BYTES).map((_, i) => (i * 2_654_435_761) >>> 13);
  const runs = bench.isQuick ? 3 : 15;
  const seconds = threadSeconds(runs, () => fragmentTree(hasher, data));
  bench.record(`tree (${hasher.name})`, FRAGMENT_BYTES / 1e6 / seconds, "MB/s of thread CPU");
  const tree = fragmentTree(hasher, data);
  const [leaf, repeats] = [1234, 1000];
  const path = provePath(tree, leaf);
  const leafData = data.subarray(leaf * 256, leaf * 256 + 256);
  const checking = threadSeconds(runs, () => {
    for (let i = 0; i < repeats; i++) verifyPath(hasher, tree.root, FRAGMENT_BYTES, leaf, leafData, path);
  });
  bench.record(`check one leaf (${hasher.name})`, (checking / repeats) * 1e6, "µs of thread CPU");
}
