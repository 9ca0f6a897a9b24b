// A provider's consent that an allocation ends at once; its client takes it to the chain.
import type { Domain, StructTypes } from "./eip712.ts";
import { typedDigest } from "./eip712.ts";
import type { Signer } from "./signature.ts";

export interface Close {
  readonly allocation: number;
  /** Unix seconds, inclusive. */
  readonly validUntil: number;
}

export const CLOSE_TYPES = {
  Close: [
    { name: "allocation", type: "uint64" },
    { name: "validUntil", type: "uint64" },
  ],
} as const satisfies StructTypes;

/** What the node key signs, 32 bytes. */
export function closeDigest(domain: Domain, close: Close): Uint8Array {
  return typedDigest(domain, CLOSE_TYPES, { ...close });
}

export function signClose(domain: Domain, close: Close, nodeKey: Signer): Uint8Array {
  return nodeKey.sign(closeDigest(domain, close));
}
