// A ticket: the client's wallet vouches for one connection to one provider for a while, so that requests need no signature each.
import type { Hasher } from "../proofs/index.ts";
import { type Address, sameAddress } from "./address.ts";
import { type Domain, type StructTypes, typedDigest } from "./eip712.ts";
import { type CairnError, cairnError, isCairnError } from "./errors.ts";
import { type Signer, recover } from "./signature.ts";

/** A ticket names at most this many seconds ahead of the provider's clock: one day. */
export const TICKET_MAX_SECONDS = 86_400;

/** What is signed. Provider and peer do not travel: the provider knows who it is and to whom it is connected. */
export interface Ticket {
  readonly client: Address;
  /** The provider's owner. */
  readonly provider: Address;
  /** `peerDigest` of the client's libp2p peer id, 32 bytes. */
  readonly peer: Uint8Array;
  /** Unix seconds. */
  readonly expires: number;
}

/** What travels. */
export interface SignedTicket {
  readonly client: Address;
  readonly expires: number;
  readonly signature: Uint8Array;
}

/** What the provider knows of the connection. `now` is unix seconds. */
export interface TicketContext {
  readonly provider: Address;
  readonly peer: Uint8Array;
  readonly now: number;
}

export const TICKET_TYPES = {
  Ticket: [
    { name: "client", type: "address" },
    { name: "provider", type: "address" },
    { name: "peer", type: "bytes32" },
    { name: "expires", type: "uint64" },
  ],
} as const satisfies StructTypes;

export function ticketDigest(domain: Domain, ticket: Ticket): Uint8Array {
  return typedDigest(domain, TICKET_TYPES, { ...ticket });
}

/** H(multihash bytes of a libp2p peer id): a peer id has no fixed length, a signed field has. */
export function peerDigest(hasher: Hasher, peerMultihash: Uint8Array): Uint8Array {
  return hasher.sha256(peerMultihash);
}

/** Signs for the signer's own address. */
export function signTicket(domain: Domain, ticket: Omit<Ticket, "client">, client: Signer): SignedTicket {
  const full: Ticket = { ...ticket, client: client.address };
  return { client: full.client, expires: full.expires, signature: client.sign(ticketDigest(domain, full)) };
}

/**
 * Throws ERR_TICKET_EXPIRED unless now < expires ≤ now + one day, and ERR_TICKET_INVALID unless `ticket.client` signed it
 * in this domain for this provider and this connection.
 */
export function verifyTicket(domain: Domain, ticket: SignedTicket, context: TicketContext): void {
  const { client, expires } = ticket;
  if (expires <= context.now || expires > context.now + TICKET_MAX_SECONDS) {
    throw cairnError("ERR_TICKET_EXPIRED", undefined, { facts: { client, expires, now: context.now } });
  }
  const found = ticketSigner(domain, ticket, context);
  if (!sameAddress(found, client)) throw ticketInvalid(client, context);
}

function ticketSigner(domain: Domain, ticket: SignedTicket, context: TicketContext): Address {
  const { client, expires, signature } = ticket;
  try {
    return recover(
      ticketDigest(domain, { client, provider: context.provider, peer: context.peer, expires }),
      signature,
    );
  } catch (cause) {
    throw isCairnError(cause, "ERR_SIGNATURE_INVALID") ? ticketInvalid(client, context, cause) : cause;
  }
}

function ticketInvalid(client: Address, context: TicketContext, cause?: unknown): CairnError {
  return cairnError("ERR_TICKET_INVALID", undefined, { facts: { client, provider: context.provider }, cause });
}
