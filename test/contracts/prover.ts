// A provider as the market sees it: it commits to what it stores and answers each round's challenge from it.

import type { Ledger, Receipt, RoundProof } from "../../contracts/index.ts";
import { challengeSeed, nobleHasher } from "../../proofs/index.ts";
import { type Address, type Signer, addressBytes } from "../../protocol/index.ts";
import { type StoredAllocation, storedWorld } from "../proofs/stored-world.ts";

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
}

export function proverOf(ledger: Ledger, nodeLedger: Ledger, nodeKey: Signer): Prover {
  const owner = ledger.account!;
  const { chainId, market, challenges } = ledger.deployment;
  let stored = storedWorld([]);
  let committed = stored;
  const proof = async (): Promise<RoundProof> => {
    const { round } = await nodeLedger.clock();
    const facts = { chainId, market: addressBytes(market), provider: addressBytes(owner), round };
    const seed = challengeSeed(nobleHasher, { ...facts, beaconSeed: await nodeLedger.seed(round) });
    return { round, nextRoot: stored.root, nextLeaves: stored.leaves, proof: committed.proof(seed, challenges) };
  };
  return {
    owner,
    ledger,
    nodeLedger,
    nodeKey,
    get root() {
      return stored.root;
    },
    get leaves() {
      return stored.leaves;
    },
    store: (allocations) => {
      stored = storedWorld(allocations);
    },
    proof,
    prove: async () => {
      const receipt = await nodeLedger.prove(await proof());
      committed = stored;
      return receipt;
    },
  };
}
