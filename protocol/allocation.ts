// The allocation state that client and provider both sign after each change: what the provider owes, down to the leaf.
import { type Address, sameAddress } from "./address.ts";
import { type Domain, type StructTypes, typedDigest } from "./eip712.ts";
import { CairnError, cairnError } from "./errors.ts";
import { type Signer, recover } from "./signature.ts";

export interface AllocationState {
  readonly allocation: number;
  /** 1 for the first state, then one more each time: of two states the higher one counts. */
  readonly seq: number;
  /** Root of the allocation's sum tree (docs/spec/data.md), 32 bytes; zeros when it is empty. */
  readonly subRoot: Uint8Array;
  /** Leaves below `subRoot`; at most units × 4,096. */
  readonly leaves: number;
  /** First round in which it is challenged: roots committed in the round before or later contain it, or a later state. */
  readonly fromRound: number;
}

/** A state with the client's wallet signature and the provider's node key signature, 65 bytes each. */
export interface SignedState {
  readonly state: AllocationState;
  readonly clientSignature: Uint8Array;
  readonly providerSignature: Uint8Array;
}

export const ALLOCATION_STATE_TYPES = {
  AllocationState: [
    { name: "allocation", type: "uint64" },
    { name: "seq", type: "uint64" },
    { name: "subRoot", type: "bytes32" },
    { name: "leaves", type: "uint64" },
    { name: "fromRound", type: "uint64" },
  ],
} as const satisfies StructTypes;

/** What both sides sign, 32 bytes. */
export function stateDigest(domain: Domain, state: AllocationState): Uint8Array {
  return typedDigest(domain, ALLOCATION_STATE_TYPES, { ...state });
}

export function signState(domain: Domain, state: AllocationState, signer: Signer): Uint8Array {
  return signer.sign(stateDigest(domain, state));
}

/** Throws ERR_STATE_FORGED unless `signature` over `state` is of `signer`: one side's half of `verifySignedState`. */
export function verifyStateSignature(
  domain: Domain,
  state: AllocationState,
  signature: Uint8Array,
  signer: Address,
): void {
  const found = stateSigner(domain, state, signature);
  if (sameAddress(found, signer)) return;
  const facts = { allocation: state.allocation, seq: state.seq, signer, found };
  throw cairnError("ERR_STATE_FORGED", `The state of allocation ${state.allocation} is not signed by ${signer}.`, {
    facts,
  });
}

/** Throws ERR_STATE_FORGED unless the client's wallet and the provider's node key both signed this very state in this domain. */
export function verifySignedState(domain: Domain, signed: SignedState, client: Address, nodeKey: Address): void {
  verifyStateSignature(domain, signed.state, signed.clientSignature, client);
  verifyStateSignature(domain, signed.state, signed.providerSignature, nodeKey);
}

/** Whose signature over the state this is. Throws ERR_STATE_FORGED if it is none. */
export function stateSigner(domain: Domain, state: AllocationState, signature: Uint8Array): Address {
  try {
    return recover(stateDigest(domain, state), signature);
  } catch (cause) {
    if (!(cause instanceof CairnError) || cause.code !== "ERR_SIGNATURE_INVALID") throw cause;
    const facts = { allocation: state.allocation, seq: state.seq };
    throw cairnError("ERR_STATE_FORGED", `The state of allocation ${state.allocation} has no valid signature.`, {
      facts,
      cause,
    });
  }
}
