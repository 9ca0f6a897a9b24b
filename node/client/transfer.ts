// The client's side of the five verbs: one request, one checked answer. What comes back was verified as far as one
// answer can be; whoever calls decides what a failure means.

import { LEAF_BYTES, fragmentRoot, leafCount, verifyRange } from "../../proofs/index.ts";
import {
  CairnError,
  VERBS,
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
  peerDigest,
  refusalError,
  sameBytes,
  signTicket,
} from "../../protocol/index.ts";
import { ask, peerIdBytes } from "../network/index.ts";
import { CLIENT } from "../limits.ts";
import { within } from "../wait.ts";
import type { Hasher, Peaks } from "../../proofs/index.ts";
import type { AllocationState, Domain, OfferRequest, Refusal, SignedOffer, SignedState, SignedTicket, Signer, SyncAnswer, SyncOp, SyncRequest, Verb } from "../../protocol/index.ts";
import type { Channel, Network, PeerAddress } from "../network/index.ts";
import type { Contact } from "./contact.ts";

export interface CallOptions {
  readonly signal: AbortSignal;
}

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

export interface TransferParts {
  readonly network: Network;
  readonly hasher: Hasher;
  readonly domain: Domain;
  /** Missing for a reader without a wallet: store, sync of allocations and announce then fail. */
  readonly signer: Signer | undefined;
}

export type Transfer = ReturnType<typeof createTransfer>;

export function createTransfer(parts: TransferParts) {
  const tickets = new Map<string, SignedTicket>();

  function ticketFor({ owner }: Contact): SignedTicket {
    const now = Math.floor(Date.now() / 1000);
    const known = tickets.get(owner);
    if (known !== undefined && known.expires > now + CLIENT.ticketSpareSeconds) return known;
    if (parts.signer === undefined) throw noWallet();
    const peer = peerDigest(parts.hasher, peerIdBytes(parts.network.peer));
    const ticket = signTicket(parts.domain, { provider: owner, peer, expires: now + CLIENT.ticketSeconds }, parts.signer);
    if (tickets.size >= CLIENT.maxProvidersConsidered) tickets.clear();
    tickets.set(owner, ticket);
    return ticket;
  }

  /** Opens a channel, runs the exchange inside a deadline, and leaves no stream behind. */
  async function exchange<T>(to: PeerAddress, verb: Verb, options: CallOptions, talk: (channel: Channel) => Promise<T>): Promise<T> {
    const signal = within(CLIENT.exchangeMs, options.signal);
    const channel = await parts.network.open(to, verb, { signal });
    try {
      const result = await talk(channel);
      await channel.finish();
      return result;
    } catch (error) {
      channel.abort(error instanceof Error ? error : new Error(String(error)));
      options.signal.throwIfAborted();
      throw signal.aborted ? stalled(to, verb, error) : error;
    }
  }

  function answerTo(channel: Channel, verb: Verb, message: Uint8Array, body?: Uint8Array): Promise<Uint8Array> {
    return ask(channel, { message, maxAnswerBytes: VERBS[verb].maxAnswer, ...(body && { body }) });
  }

  function sync<Op extends SyncOp>(to: PeerAddress, request: Extract<SyncRequest, { op: Op }>, options: CallOptions): Promise<Extract<SyncAnswer<Op>, { ok: true }>> {
    return exchange(to, "sync", options, async (channel) => {
      const answer = decodeSyncAnswer(request.op as Op, await answerTo(channel, "sync", encodeSyncRequest(request)));
      return accepted(answer, "sync", to) as Extract<SyncAnswer<Op>, { ok: true }>;
    });
  }

  return {
    /** Resolves when the provider has acknowledged the fragment durable. */
    store(to: Contact, allocation: number, fragment: { readonly root: Uint8Array; readonly data: Uint8Array }, options: CallOptions): Promise<void> {
      return exchange(to.address, "store", options, async (channel) => {
        const { root, data } = fragment;
        const request = encodeStoreRequest({ ticket: ticketFor(to), allocation, root, bytes: data.byteLength });
        accepted(decodeStoreAnswer(await answerTo(channel, "store", request, data)), "store", to.address);
      });
    },

    /** A whole fragment, verified against its root. */
    retrieve(to: PeerAddress, wanted: WantedFragment, options: CallOptions): Promise<Uint8Array> {
      return exchange(to, "retrieve", options, async (channel) => {
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
      return exchange(to, "retrieve", options, async (channel) => {
        const from = Math.floor(wanted.from / LEAF_BYTES);
        const end = leafCount(wanted.to);
        const request = encodeRetrieveRequest({ root: wanted.root, from, to: end });
        const answer = accepted(decodeRetrieveAnswer(await answerTo(channel, "retrieve", request)), "retrieve", to);
        if (answer.bytes !== wanted.byteLength) throw wrongFragment(to, wanted.root);
        const data = await readAll(channel, Math.min(end * LEAF_BYTES, wanted.byteLength) - from * LEAF_BYTES);
        if (!verifyRange(parts.hasher, wanted.root, wanted.byteLength, from, data, answer.siblings)) throw wrongFragment(to, wanted.root);
        return data.subarray(wanted.from - from * LEAF_BYTES, wanted.to - from * LEAF_BYTES);
      });
    },

    /** Samples under an aggregate root, as they came: verify them with `verifyProof`. */
    prove(to: PeerAddress, wanted: { readonly root: Uint8Array; readonly seed: Uint8Array; readonly count: number }, options: CallOptions): Promise<{ leaves: number; proof: Uint8Array }> {
      return exchange(to, "prove", options, async (channel) => {
        const answer = accepted(decodeProveAnswer(await answerTo(channel, "prove", encodeProveRequest(wanted))), "prove", to);
        return { leaves: answer.leaves, proof: await readAll(channel, answer.bytes) };
      });
    },

    async state(to: Contact, allocation: number, options: CallOptions): Promise<{ peaks: Peaks; signed: SignedState | undefined }> {
      const { items, peaks, signed } = await sync<"state">(to.address, { op: "state", ticket: ticketFor(to), allocation }, options);
      return { peaks: { items, peaks }, signed: signed ?? undefined };
    },

    /** The provider's signature over the state. */
    async append(to: Contact, { state, clientSignature, items, object }: AppendRequest, options: CallOptions): Promise<Uint8Array> {
      const request = { op: "append", ticket: ticketFor(to), state, clientSignature, items, object: object ?? null } as const;
      return (await sync<"append">(to.address, request, options)).providerSignature;
    },

    async remove(to: Contact, { state, clientSignature, object }: RemoveRequest, options: CallOptions): Promise<Uint8Array> {
      const request = { op: "remove", ticket: ticketFor(to), state, clientSignature, object } as const;
      return (await sync<"remove">(to.address, request, options)).providerSignature;
    },

    /** Every fragment of the allocation in tree order, page by page. */
    async items(to: Contact, allocation: number, options: CallOptions): Promise<ListedItem[]> {
      const all: ListedItem[] = [];
      for (let from: number | null = 0; from !== null; ) {
        const page: Extract<SyncAnswer<"items">, { ok: true }> = await sync<"items">(to.address, { op: "items", ticket: ticketFor(to), allocation, from }, options);
        all.push(...page.items);
        if (page.next !== null && page.next <= from) throw new CairnError("ERR_MESSAGE_INVALID", `Provider ${to.owner} lists its fragments in a circle: use another provider.`);
        if (all.length > CLIENT.maxListedItems) throw new CairnError("ERR_MESSAGE_TOO_LONG", `Provider ${to.owner} lists more fragments than an allocation can hold.`);
        from = page.next;
      }
      return all;
    },

    async object(to: PeerAddress, object: Uint8Array, options: CallOptions): Promise<{ manifest: { root: Uint8Array; bytes: number }; holdings: Holding[] }> {
      const { manifest, holdings } = await sync<"object">(to, { op: "object", object }, options);
      return { manifest, holdings: holdings.map(([shard, from, end]) => ({ shard, from, to: end })) };
    },

    /** How many DHT servers took each record. */
    async announce(to: Contact, objects: readonly Uint8Array[], options: CallOptions): Promise<readonly number[]> {
      return (await sync<"announce">(to.address, { op: "announce", ticket: ticketFor(to), objects: [...objects] }, options)).stored;
    },

    offer(to: Contact, request: OfferRequest, options: CallOptions): Promise<SignedOffer> {
      return exchange(to.address, "offer", options, async (channel) => {
        const { offer, signature } = accepted(decodeOfferAnswer(await answerTo(channel, "offer", encodeOfferRequest(request))), "offer", to.address);
        return { offer, signature };
      });
    },
  };
}

async function readAll(channel: Channel, bytes: number): Promise<Uint8Array> {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for await (const chunk of channel.readBody(bytes)) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function accepted<Answer extends { ok: true } | Refusal>(answer: Answer, verb: Verb, from: PeerAddress): Extract<Answer, { ok: true }> {
  if (!answer.ok) throw refusalError(verb, answer, from.peer);
  return answer as Extract<Answer, { ok: true }>;
}

function wrongFragment(from: PeerAddress, root: Uint8Array): CairnError {
  return new CairnError("ERR_FRAGMENT_WRONG", `Peer ${from.peer} sent bytes that are not the fragment asked for; they were thrown away.`, { facts: { peer: from.peer, root } });
}

function stalled(to: PeerAddress, verb: Verb, cause: unknown): CairnError {
  return new CairnError("ERR_PEER_STALLED", `Peer ${to.peer} did not finish ${verb} within ${CLIENT.exchangeMs / 1000} s: it is overloaded or far away.`, {
    facts: { peer: to.peer, verb },
    cause,
  });
}

function noWallet(): CairnError {
  return new CairnError("ERR_WALLET_INVALID", "Storing needs a wallet: connect with a private key, or make one with 'cairn wallet new'.");
}
