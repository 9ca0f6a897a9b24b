// Proofs: fragment trees, sum trees, challenges and samples. Bytes in, bytes out; imports nothing of ours.

export { allocationLeaf, fragmentTopPreimage, HASH_BYTES, LEAF_BYTES, nobleHasher, sumNode } from "./hash.ts";
export type { AllocationItem, Hasher } from "./hash.ts";
export { fragmentRoot, fragmentTree, leafCount, leafData, MAX_FRAGMENT_BYTES } from "./fragment-tree.ts";
export type { FragmentTree } from "./fragment-tree.ts";
export { FragmentHasher } from "./fragment-hasher.ts";
export { growTo, loadTreeKernel, treeAt, TREE_KERNEL_BYTES, treeBytes } from "./tree-kernel.ts";
export type { FragmentLayout, TreeKernel, TreeKernelPlace } from "./tree-kernel.ts";
export { loadWasmHasher } from "./wasm-hasher.ts";
export { provePath, proveRange, verifyPath, verifyRange } from "./range.ts";
export { EMPTY_ROOT, locate, MAX_LEAVES, MAX_SUM_DEPTH, sumItem, sumTree, sumTreeOf } from "./sum-tree.ts";
export type { Located, SumColumns, SumItem, SumStep, SumTree } from "./sum-tree.ts";
export { appendItem, NO_PEAKS, peaksRoot } from "./peaks.ts";
export type { Peaks } from "./peaks.ts";
export { challengePositions, challengeSeed } from "./challenge.ts";
export type { ChallengeFacts } from "./challenge.ts";
export {
  distinctPositions,
  encodePositionInAllocation,
  encodeProof,
  encodeSample,
  proveInclusion,
  proveSample,
} from "./sample.ts";
export type { LeafSample, Sample, SampleParts } from "./sample.ts";
export { verifyInclusion, verifyPosition, verifyPositionInAllocation, verifyProof } from "./proof.ts";
export type { InclusionClaim, PositionClaim, ProofClaim } from "./proof.ts";
export { PROOF_RULES, ProofError } from "./proof-error.ts";
export type { ProofErrorCode, ProofRule } from "./proof-error.ts";
