// A provider as the market sees it: it commits to what it stores, answers each round's challenge from it, and disputes.

import type { Ledger, ProviderSignedState, Receipt, RoundProof } from "../../contracts/index.ts";
import {
  challengeSeed,
  encodePositionInAllocation,
  encodeProof,
  fragmentTree,
  locate,
  nobleHasher,
  provePath,
  proveInclusion,
  sumTree,
} from "../../proofs/index.ts";
import type { LeafSample, SumTree } from "../../proofs/index.ts";
import { type Address, type AllocationState, type Signer, addressBytes, stateDigest } from "../../protocol/index.ts";
import { type StoredAllocation, storedWorld } from "../proofs/stored-world.ts";
import { pattern } from "../vectors/pattern.ts";

export interface Prover {
  readonly owner: Address;
  readonly ledger: Ledger;
  readonly nodeLedger: Ledger;
  readonly nodeKey: Signer;
  /** Of what is stored now, which the next `prove` commits. */
  readonly root: Uint8Array;
  readonly leaves: number;
  store(allocations: readonly StoredAllocation[]): void;
  /** The answer to the current round's challenge under what was committed last, and a commitment to what is stored now. */
  proof(): Promise<RoundProof>;
  prove(): Promise<Receipt>;
  /** The same provider with another node key. */
  withNode(nodeLedger: Ledger, nodeKey: Signer): Prover;

  /** What it has stored under an allocation, as a state that it has signed. */
  signedState(id: number, fromRound: number): ProviderSignedState;
  /** Answers to disputes: the place of an allocation under the committed root, a leaf of that root, a leaf of an allocation. */
  inclusion(id: number): Uint8Array;
  rootLeaf(position: number): Uint8Array;
  stateLeaf(id: number, position: number): Uint8Array;
}

export function proverOf(ledger: Ledger, nodeLedger: Ledger, nodeKey: Signer): Prover {
  const shelf: Shelf = { stored: [], committed: [] };
  return proverFrom(shelf, ledger, nodeLedger, nodeKey);
}

interface Shelf {
  stored: readonly StoredAllocation[];
  committed: readonly StoredAllocation[];
}

function proverFrom(shelf: Shelf, ledger: Ledger, nodeLedger: Ledger, nodeKey: Signer): Prover {
  const owner = ledger.account!;
  const { chainId, market, challenges } = ledger.deployment;
  const proof = async (): Promise<RoundProof> => {
    const { round } = await nodeLedger.clock();
    const facts = { chainId, market: addressBytes(market), provider: addressBytes(owner), round };
    const seed = challengeSeed(nobleHasher, { ...facts, beaconSeed: await nodeLedger.seed(round) });
    const next = storedWorld(shelf.stored);
    return {
      round,
      nextRoot: next.root,
      nextLeaves: next.leaves,
      proof: storedWorld(shelf.committed).proof(seed, challenges),
    };
  };
  return {
    owner,
    ledger,
    nodeLedger,
    nodeKey,
    get root() {
      return storedWorld(shelf.stored).root;
    },
    get leaves() {
      return storedWorld(shelf.stored).leaves;
    },
    store: (allocations) => {
      shelf.stored = allocations;
    },
    proof,
    prove: async () => {
      const receipt = await nodeLedger.prove(await proof());
      shelf.committed = shelf.stored;
      return receipt;
    },
    withNode: (otherLedger, otherKey) => proverFrom(shelf, ledger, otherLedger, otherKey),
    signedState: (id, fromRound) => {
      const allocation = shelf.stored.find((each) => each.id === id)!;
      const { root, leaves } = subTree(allocation);
      const state: AllocationState = { allocation: id, seq: allocation.seq, subRoot: root, leaves, fromRound };
      return { state, providerSignature: nodeKey.sign(stateDigest(ledger.domain, state)) };
    },
    inclusion: (id) => {
      const item = shelf.committed.findIndex((each) => each.id === id);
      return proveInclusion(storedWorld(shelf.committed).aggregate, item);
    },
    rootLeaf: (position) => {
      const world = storedWorld(shelf.committed);
      return encodeProof([world.sampleAt(position)], world.leaves);
    },
    stateLeaf: (id, position) => {
      const allocation = shelf.stored.find((each) => each.id === id)!;
      const sub = subTree(allocation);
      return encodePositionInAllocation(leafSample(allocation, sub, position), sub.leaves, position);
    },
  };
}

/** As `storedWorld` makes it. */
function subTree({ id, fragments }: StoredAllocation): SumTree {
  const items = fragments.map((length, place) => {
    const tree = fragmentTree(nobleHasher, pattern(length, id * 1000 + place));
    return { hash: tree.root, leaves: Math.ceil(tree.byteLength / 256) };
  });
  return sumTree(nobleHasher, items);
}

function leafSample({ id, fragments }: StoredAllocation, sub: SumTree, position: number): LeafSample {
  const { item, offset, steps } = locate(sub, position);
  const data = pattern(fragments[item]!, id * 1000 + item);
  const leaf = new Uint8Array(256);
  leaf.set(data.subarray(offset * 256, (offset + 1) * 256));
  const path = provePath(fragmentTree(nobleHasher, data), offset);
  return { subSteps: steps, fragmentBytes: data.length, leaf, path };
}
