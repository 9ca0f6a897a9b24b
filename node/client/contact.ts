// A provider as a client knows it: who it is on chain, and where it answers.

import { peerIdText } from "../network/index.ts";
import type { PeerAddress } from "../network/index.ts";
import type { ProviderRecord } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";

export interface Contact {
  readonly owner: Address;
  readonly nodeKey: Address;
  readonly address: PeerAddress;
  /** Rounds in a row that it has not proved, by the chain. */
  readonly misses: number;
}

/** The contact of a registered provider, before its addresses are known. Undefined when its peer id on chain is not one. */
export function contactOf(record: ProviderRecord): Contact | undefined {
  const peer = peerIdText(record.peerId);
  if (peer === undefined) return undefined;
  return { owner: record.owner, nodeKey: record.nodeKey, address: { peer, addresses: [] }, misses: record.misses };
}
