// Checks tickets: a signature once, the rest each time. A ticket is good on the connection that it names and for its time.
// To find out who signed takes a millisecond, to send bytes that nobody signed takes none: a peer may be wrong so often, no more.

import { peerDigest, verifyTicket } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { Allowance } from "./allowance.ts";
import { peerIdBytes } from "../network/index.ts";
import { hexOf } from "./book-keys.ts";
import type { Address, Domain, SignedTicket } from "../../protocol/index.ts";
import type { Hasher } from "../../proofs/index.ts";

export interface TicketParts {
  readonly domain: Domain;
  readonly hasher: Hasher;
  readonly owner: Address;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export class TicketDesk {
  readonly #parts: TicketParts;
  // Peer, client, expiry and signature in one text. Least recently used first.
  readonly #good = new Set<string>();
  readonly #checks = new Allowance(PROVIDER.ticketChecks);

  constructor(parts: TicketParts) {
    this.#parts = parts;
  }

  /** The client that the ticket speaks for on a connection with `remote`. Throws ERR_TICKET_INVALID, ERR_TICKET_EXPIRED, ERR_PEER_BUSY. */
  check(ticket: SignedTicket, remote: string): Address {
    const { domain, hasher, owner } = this.#parts;
    const now = Math.floor(this.#parts.now() / 1000);
    const key = `${remote} ${ticket.client} ${ticket.expires} ${hexOf(ticket.signature)}`;
    if (!this.#good.delete(key) || ticket.expires <= now) {
      this.#checks.spend(remote);
      verifyTicket(domain, ticket, { provider: owner, peer: peerDigest(hasher, peerIdBytes(remote)), now });
    }
    this.#remember(key);
    return ticket.client;
  }

  #remember(key: string): void {
    this.#good.add(key);
    for (const oldest of this.#good) {
      if (this.#good.size <= PROVIDER.tickets) return;
      this.#good.delete(oldest);
    }
  }
}
