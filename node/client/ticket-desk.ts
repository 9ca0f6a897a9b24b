// Tickets: the wallet signs one per provider and half a day, so that requests need no signature each.

import { CairnError, peerDigest, signTicket } from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { peerIdBytes } from "../network/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { Domain, SignedTicket, Signer } from "../../protocol/index.ts";
import type { Network } from "../network/index.ts";
import type { Contact } from "./contact.ts";

export interface TicketParts {
  readonly network: Network;
  readonly hasher: Hasher;
  readonly domain: Domain;
  /** Missing for a reader without a wallet: it gets no ticket. */
  readonly signer: Signer | undefined;
}

/** Gives the ticket for a provider, made when there is none with enough time left. Throws ERR_WALLET_INVALID without a wallet. */
export function ticketDesk(parts: TicketParts): (to: Contact) => SignedTicket {
  const tickets = new Map<string, SignedTicket>();
  return ({ owner }) => {
    const now = Math.floor(Date.now() / 1000);
    const known = tickets.get(owner);
    if (known !== undefined && known.expires > now + CLIENT.ticketSpareSeconds) return known;
    if (parts.signer === undefined) throw noWallet();
    const peer = peerDigest(parts.hasher, peerIdBytes(parts.network.peer));
    const ticket = signTicket(
      parts.domain,
      { provider: owner, peer, expires: now + CLIENT.ticketSeconds },
      parts.signer,
    );
    if (tickets.size >= CLIENT.maxProvidersConsidered) tickets.clear();
    tickets.set(owner, ticket);
    return ticket;
  };
}

function noWallet(): CairnError {
  return new CairnError(
    "ERR_WALLET_INVALID",
    "Storing needs a wallet: connect with a private key, or make one with `cairn wallet create`.",
  );
}
