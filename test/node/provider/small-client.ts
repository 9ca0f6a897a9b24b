/** As much of a client as it takes to speak every verb: it signs, sends, and throws what is refused. */

import {
  appendItem,
  fragmentRoot,
  leafCount,
  nobleHasher,
  NO_PEAKS,
  peaksRoot,
  sumTree,
} from "../../../proofs/index.ts";
import {
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
  signState,
  signTicket,
  VERBS,
} from "../../../protocol/index.ts";
import { ask, createNetwork, peerIdBytes } from "../../../node/network/index.ts";
import { quiet } from "./provider-daemon.ts";
import type { Peaks } from "../../../proofs/index.ts";
import type {
  AllocationState,
  OfferRequest,
  SignedOffer,
  SignedTicket,
  SyncAnswer,
  SyncOp,
  SyncRequest,
  Verb,
} from "../../../protocol/index.ts";
import type { Network, PeerAddress } from "../../../node/network/index.ts";
import type { Account } from "./market-world.ts";
import type { Identity } from "./provider-daemon.ts";

/** A provider as a client sees it: a whole daemon here, or one in another process. */
export interface Daemon {
  readonly identity: Pick<Identity, "owner">;
  readonly network: { readonly peer: string; readonly addresses: readonly string[] };
}

export interface Item {
  readonly root: Uint8Array;
  readonly bytes: number;
}

export interface Proposal {
  readonly state: AllocationState;
  readonly clientSignature: Uint8Array;
}

type AppendObject = { readonly id: Uint8Array; readonly manifest: Uint8Array } | null;

export async function startClient(account: Account): Promise<SmallClient> {
  const network = await createNetwork({ ...quiet(), listen: [], dhtServer: false });
  return new SmallClient(account, network);
}

export class SmallClient {
  readonly account: Account;
  readonly network: Network;
  /** Seconds from now. */
  ticketSeconds = 3600;

  constructor(account: Account, network: Network) {
    this.account = account;
    this.network = network;
  }

  ticket(daemon: Daemon, signer = this.account.signer): SignedTicket {
    const provider = daemon.identity.owner;
    const peer = peerDigest(nobleHasher, peerIdBytes(this.network.peer));
    const expires = Math.floor(Date.now() / 1000) + this.ticketSeconds;
    return signTicket(this.account.ledger.domain, { provider, peer, expires }, signer);
  }

  /** One request; the answer's bytes, and a reader of its body. */
  async exchange(daemon: Daemon, verb: Verb, message: Uint8Array, body?: Uint8Array) {
    const to: PeerAddress = { peer: daemon.network.peer, addresses: daemon.network.addresses };
    const channel = await this.network.open(to, verb, { signal: AbortSignal.timeout(60_000) });
    try {
      const maxAnswerBytes = VERBS[verb].maxAnswer;
      const answer = await ask(channel, { message, maxAnswerBytes, ...(body === undefined ? {} : { body }) });
      const readBody = async (bytes: number): Promise<Uint8Array> => {
        const parts: Uint8Array[] = [];
        for await (const part of channel.readBody(bytes)) parts.push(part.slice());
        return new Uint8Array(Buffer.concat(parts));
      };
      return { answer, readBody, finish: () => channel.finish() };
    } catch (error) {
      channel.abort();
      throw error;
    }
  }

  async offer(daemon: Daemon, units: number, rounds = 16, client = this.account.signer.address): Promise<SignedOffer> {
    return this.#askOffer(daemon, { client, units, rounds });
  }

  async extension(
    daemon: Daemon,
    allocation: number,
    rounds: number,
    client = this.account.signer.address,
  ): Promise<SignedOffer> {
    return this.#askOffer(daemon, { client, allocation, rounds });
  }

  async #askOffer(daemon: Daemon, request: OfferRequest): Promise<SignedOffer> {
    const { answer, finish } = await this.exchange(daemon, "offer", encodeOfferRequest(request));
    await finish();
    const decoded = decodeOfferAnswer(answer);
    if (!decoded.ok) throw refusalError("offer", decoded, daemon.network.peer);
    return { offer: decoded.offer, signature: decoded.signature };
  }

  /** Capacity at the provider, from an offer asked for now. */
  async open(daemon: Daemon, units: number, rounds = 16): Promise<number> {
    const offer = await this.offer(daemon, units, rounds);
    const { ids } = await this.account.ledger.openAllocations({ offers: [offer], units, rounds });
    return ids[0] as number;
  }

  async store(
    daemon: Daemon,
    allocation: number,
    data: Uint8Array,
    changes: { root?: Uint8Array; bytes?: number; ticket?: SignedTicket } = {},
  ): Promise<Item> {
    const root = changes.root ?? fragmentRoot(nobleHasher, data);
    const bytes = changes.bytes ?? data.length;
    const ticket = changes.ticket ?? this.ticket(daemon);
    const request = encodeStoreRequest({ ticket, allocation, root, bytes });
    const { answer, finish } = await this.exchange(daemon, "store", request, data);
    await finish();
    const decoded = decodeStoreAnswer(answer);
    if (!decoded.ok) throw refusalError("store", decoded, daemon.network.peer);
    return { root, bytes };
  }

  async sync<Op extends SyncOp>(
    daemon: Daemon,
    request: Extract<SyncRequest, { op: Op }>,
  ): Promise<Extract<SyncAnswer<Op>, { ok: true }>> {
    const { answer, finish } = await this.exchange(daemon, "sync", encodeSyncRequest(request));
    await finish();
    const decoded = decodeSyncAnswer(request.op, answer) as SyncAnswer<Op>;
    if (!decoded.ok) throw refusalError("sync", decoded, daemon.network.peer);
    return decoded as Extract<SyncAnswer<Op>, { ok: true }>;
  }

  state(daemon: Daemon, allocation: number) {
    return this.sync(daemon, { op: "state", ticket: this.ticket(daemon), allocation });
  }

  /** The state that adding `items` to the provider's present one leads to, signed. */
  async proposal(daemon: Daemon, allocation: number, items: readonly Item[]): Promise<Proposal> {
    const now = await this.state(daemon, allocation);
    const start: Peaks = now.items === 0 ? NO_PEAKS : { items: now.items, peaks: now.peaks };
    const { hash, leaves } = peaksRoot(nobleHasher, items.reduce(grow, start));
    const { round } = await this.account.ledger.clock();
    const seq = (now.signed?.state.seq ?? 0) + 1;
    return this.signed({ allocation, seq, subRoot: hash, leaves, fromRound: round + 2 });
  }

  signed(state: AllocationState, signer = this.account.signer): Proposal {
    return { state, clientSignature: signState(this.account.ledger.domain, state, signer) };
  }

  async append(
    daemon: Daemon,
    proposal: Proposal,
    items: readonly Item[],
    object: AppendObject = null,
  ): Promise<Uint8Array> {
    const request = { op: "append", ticket: this.ticket(daemon), ...proposal, items: [...items], object } as const;
    return (await this.sync(daemon, request)).providerSignature;
  }

  /** Stores the fragments and appends them in one state. */
  async put(
    daemon: Daemon,
    allocation: number,
    fragments: readonly Uint8Array[],
    object: AppendObject = null,
  ): Promise<Item[]> {
    const items: Item[] = [];
    for (const fragment of fragments) items.push(await this.store(daemon, allocation, fragment));
    await this.append(daemon, await this.proposal(daemon, allocation, items), items, object);
    return items;
  }

  /** Takes the object out; `isPart` says which items go. */
  async remove(
    daemon: Daemon,
    allocation: number,
    object: Uint8Array,
    isPart: (item: Item) => boolean,
  ): Promise<Uint8Array> {
    const listed = await this.items(daemon, allocation);
    const tree = sumTree(nobleHasher, listed.filter((item) => !isPart(item)).map(sumItem));
    const { signed } = await this.state(daemon, allocation);
    const { round } = await this.account.ledger.clock();
    const seq = (signed?.state.seq ?? 0) + 1;
    const proposal = this.signed({ allocation, seq, subRoot: tree.root, leaves: tree.leaves, fromRound: round + 2 });
    const answer = await this.sync(daemon, { op: "remove", ticket: this.ticket(daemon), ...proposal, object });
    return answer.providerSignature;
  }

  async items(daemon: Daemon, allocation: number): Promise<Item[]> {
    const found: Item[] = [];
    for (let from: number | null = 0; from !== null;) {
      const page: Extract<SyncAnswer<"items">, { ok: true }> = await this.sync(daemon, {
        op: "items",
        ticket: this.ticket(daemon),
        allocation,
        from,
      });
      found.push(...page.items);
      from = page.next;
    }
    return found;
  }

  async retrieve(
    daemon: Daemon,
    root: Uint8Array,
    from = 0,
    to = 0,
  ): Promise<{ bytes: number; siblings: Uint8Array; data: Uint8Array }> {
    const { answer, readBody, finish } = await this.exchange(
      daemon,
      "retrieve",
      encodeRetrieveRequest({ root, from, to }),
    );
    const decoded = decodeRetrieveAnswer(answer);
    if (!decoded.ok) {
      await finish();
      throw refusalError("retrieve", decoded, daemon.network.peer);
    }
    const end = to === 0 ? decoded.bytes : Math.min(to * 256, decoded.bytes);
    const data = await readBody(end - from * 256);
    await finish();
    return { bytes: decoded.bytes, siblings: decoded.siblings, data };
  }

  async audit(
    daemon: Daemon,
    root: Uint8Array,
    seed: Uint8Array,
    count: number,
  ): Promise<{ leaves: number; proof: Uint8Array }> {
    const { answer, readBody, finish } = await this.exchange(
      daemon,
      "prove",
      encodeProveRequest({ root, seed, count }),
    );
    const decoded = decodeProveAnswer(answer);
    if (!decoded.ok) {
      await finish();
      throw refusalError("prove", decoded, daemon.network.peer);
    }
    const proof = await readBody(decoded.bytes);
    await finish();
    return { leaves: decoded.leaves, proof };
  }
}

function grow(peaks: Peaks, item: Item): Peaks {
  return appendItem(nobleHasher, peaks, sumItem(item));
}

export function sumItem({ root, bytes }: Item) {
  return { hash: root, leaves: leafCount(bytes) };
}

/** Bytes that differ for each seed. */
export function fragmentOf(seed: number, bytes: number): Uint8Array {
  const data = new Uint8Array(bytes);
  let x = (seed * 2654435761 + 12345) >>> 0;
  for (let i = 0; i < bytes; i++) {
    x = (x * 1664525 + 1013904223) >>> 0;
    data[i] = x >>> 24;
  }
  return data;
}
