// The client's side of the five verbs: one request, one checked answer. What comes back was verified as far as one
// answer can be; whoever calls decides what a failure means.

import { LEAF_BYTES, fragmentRoot, leafCount, verifyRange } from "../../proofs/index.ts";
import {
  CairnError,
  decodeOfferAnswer,
  decodeProveAnswer,
  decodeRetrieveAnswer,
  decodeStoreAnswer,
  decodeSyncAnswer,
  encodeOfferRequest,
  encodeProveRequest,
  encodeRetrieveRequest,
  encodeStoreRequest,
  encodeSyncRequest,
  sameBytes,
} from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { accepted, answerTo, exchange, readAll } from "./exchange.ts";
import { ticketDesk } from "./ticket-desk.ts";
import type { Peaks } from "../../proofs/index.ts";
import type {
  AllocationState,
  OfferRequest,
  SignedOffer,
  SignedState,
  SyncAnswer,
  SyncOp,
  SyncRequest,
} from "../../protocol/index.ts";
import type { PeerAddress } from "../network/index.ts";
import type { Contact } from "./contact.ts";
import type { CallOptions } from "./exchange.ts";
import type { TicketParts } from "./ticket-desk.ts";

export interface ListedItem {
  readonly root: Uint8Array;
  readonly bytes: number;
}

/** A provider says that it holds `shard` of the segments [from, to). */
export interface Holding {
  readonly shard: number;
  readonly from: number;
  readonly to: number;
}

export interface WantedFragment {
  readonly root: Uint8Array;
  readonly byteLength: number;
}

/** Bytes [from, to) of a fragment. */
export interface WantedRange extends WantedFragment {
  readonly from: number;
  readonly to: number;
}

export interface AppendRequest {
  readonly state: AllocationState;
  readonly clientSignature: Uint8Array;
  readonly items: readonly ListedItem[];
  readonly object?: { readonly id: Uint8Array; readonly manifest: Uint8Array };
}

export interface RemoveRequest {
  readonly state: AllocationState;
  readonly clientSignature: Uint8Array;
  readonly object: Uint8Array;
}

export type Transfer = ReturnType<typeof createTransfer>;

export function createTransfer(parts: TicketParts) {
  const { network } = parts;
  const ticketFor = ticketDesk(parts);

  function sync<Op extends SyncOp>(
    to: PeerAddress,
    request: Extract<SyncRequest, { op: Op }>,
    options: CallOptions,
  ): Promise<Extract<SyncAnswer<Op>, { ok: true }>> {
    return exchange(network, to, "sync", options, async (channel) => {
      const answer = decodeSyncAnswer<Op>(request.op, await answerTo(channel, "sync", encodeSyncRequest(request)));
      return accepted(answer, "sync", to);
    });
  }

  return {
    /** Resolves when the provider has acknowledged the fragment durable. */
    store(
      to: Contact,
      allocation: number,
      fragment: { readonly root: Uint8Array; readonly data: Uint8Array },
      options: CallOptions,
    ): Promise<void> {
      return exchange(network, to.address, "store", options, async (channel) => {
        const { root, data } = fragment;
        const request = encodeStoreRequest({ ticket: ticketFor(to), allocation, root, bytes: data.byteLength });
        accepted(decodeStoreAnswer(await answerTo(channel, "store", request, data)), "store", to.address);
      });
    },

    /** A whole fragment, verified against its root. */
    retrieve(to: PeerAddress, wanted: WantedFragment, options: CallOptions): Promise<Uint8Array> {
      return exchange(network, to, "retrieve", options, async (channel) => {
        const request = encodeRetrieveRequest({ root: wanted.root, from: 0, to: 0 });
        const answer = accepted(decodeRetrieveAnswer(await answerTo(channel, "retrieve", request)), "retrieve", to);
        if (answer.bytes !== wanted.byteLength) throw wrongFragment(to, wanted.root);
        const data = await readAll(channel, answer.bytes);
        if (!sameBytes(fragmentRoot(parts.hasher, data), wanted.root)) throw wrongFragment(to, wanted.root);
        return data;
      });
    },

    /** A run of a fragment, verified by its range proof; only the leaves that it touches travel. */
    retrieveRange(to: PeerAddress, wanted: WantedRange, options: CallOptions): Promise<Uint8Array> {
      return exchange(network, to, "retrieve", options, async (channel) => {
        const from = Math.floor(wanted.from / LEAF_BYTES);
        const end = leafCount(wanted.to);
        const request = encodeRetrieveRequest({ root: wanted.root, from, to: end });
        const answer = accepted(decodeRetrieveAnswer(await answerTo(channel, "retrieve", request)), "retrieve", to);
        if (answer.bytes !== wanted.byteLength) throw wrongFragment(to, wanted.root);
        const data = await readAll(channel, Math.min(end * LEAF_BYTES, wanted.byteLength) - from * LEAF_BYTES);
        if (!verifyRange(parts.hasher, wanted.root, wanted.byteLength, from, data, answer.siblings))
          throw wrongFragment(to, wanted.root);
        return data.subarray(wanted.from - from * LEAF_BYTES, wanted.to - from * LEAF_BYTES);
      });
    },

    /** Samples under an aggregate root, as they came: verify them with `verifyProof`. */
    prove(
      to: PeerAddress,
      wanted: { readonly root: Uint8Array; readonly seed: Uint8Array; readonly count: number },
      options: CallOptions,
    ): Promise<{ leaves: number; proof: Uint8Array }> {
      return exchange(network, to, "prove", options, async (channel) => {
        const answer = accepted(
          decodeProveAnswer(await answerTo(channel, "prove", encodeProveRequest(wanted))),
          "prove",
          to,
        );
        return { leaves: answer.leaves, proof: await readAll(channel, answer.bytes) };
      });
    },

    async state(
      to: Contact,
      allocation: number,
      options: CallOptions,
    ): Promise<{ peaks: Peaks; signed: SignedState | undefined }> {
      const { items, peaks, signed } = await sync<"state">(
        to.address,
        { op: "state", ticket: ticketFor(to), allocation },
        options,
      );
      return { peaks: { items, peaks }, signed: signed ?? undefined };
    },

    /** The provider's signature over the state. */
    async append(
      to: Contact,
      { state, clientSignature, items, object }: AppendRequest,
      options: CallOptions,
    ): Promise<Uint8Array> {
      const request = {
        op: "append",
        ticket: ticketFor(to),
        state,
        clientSignature,
        items,
        object: object ?? null,
      } as const;
      return (await sync<"append">(to.address, request, options)).providerSignature;
    },

    async remove(
      to: Contact,
      { state, clientSignature, object }: RemoveRequest,
      options: CallOptions,
    ): Promise<Uint8Array> {
      const request = { op: "remove", ticket: ticketFor(to), state, clientSignature, object } as const;
      return (await sync<"remove">(to.address, request, options)).providerSignature;
    },

    /** Every fragment of the allocation in tree order, page by page. */
    async items(to: Contact, allocation: number, options: CallOptions): Promise<ListedItem[]> {
      const all: ListedItem[] = [];
      for (let from: number | null = 0; from !== null;) {
        const page: Extract<SyncAnswer<"items">, { ok: true }> = await sync<"items">(
          to.address,
          { op: "items", ticket: ticketFor(to), allocation, from },
          options,
        );
        all.push(...page.items);
        if (page.next !== null && page.next !== from + page.items.length)
          throw new CairnError(
            "ERR_MESSAGE_INVALID",
            `Provider ${to.owner} lists its fragments in a circle or with gaps: use another provider.`,
          );
        if (all.length > CLIENT.maxListedItems)
          throw new CairnError(
            "ERR_MESSAGE_TOO_LONG",
            `Provider ${to.owner} lists more fragments than an allocation can hold.`,
          );
        from = page.next;
      }
      return all;
    },

    async object(
      to: PeerAddress,
      object: Uint8Array,
      options: CallOptions,
    ): Promise<{ manifest: { root: Uint8Array; bytes: number }; holdings: Holding[] }> {
      const { manifest, holdings } = await sync<"object">(to, { op: "object", object }, options);
      return { manifest, holdings: holdings.map(([shard, from, end]) => ({ shard, from, to: end })) };
    },

    /** How many DHT servers took each record. */
    async announce(to: Contact, objects: readonly Uint8Array[], options: CallOptions): Promise<readonly number[]> {
      return (
        await sync<"announce">(to.address, { op: "announce", ticket: ticketFor(to), objects: [...objects] }, options)
      ).stored;
    },

    offer(to: Contact, request: OfferRequest, options: CallOptions): Promise<SignedOffer> {
      return exchange(network, to.address, "offer", options, async (channel) => {
        const { offer, signature } = accepted(
          decodeOfferAnswer(await answerTo(channel, "offer", encodeOfferRequest(request))),
          "offer",
          to.address,
        );
        return { offer, signature };
      });
    },
  };
}

function wrongFragment(from: PeerAddress, root: Uint8Array): CairnError {
  return new CairnError(
    "ERR_FRAGMENT_WRONG",
    `Peer ${from.peer} sent bytes that are not the fragment asked for; they were thrown away.`,
    { facts: { peer: from.peer, root } },
  );
}
