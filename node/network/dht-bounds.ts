// What strangers may make the DHT do here. kad-dht answers whatever comes, does all that one message asks for at once, and pings whoever
// an answer names: a server that we ask could have us knock at thousands of doors.

import { MinuteBudget } from "./minute-budget.ts";
import { overlaid } from "./message-bounds.ts";
import { originOf } from "./origin.ts";
import type { PeerId, PeerStore } from "@libp2p/interface";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { Dht, DhtMessage } from "./dht.ts";
import type { NetworkLimits } from "./network.ts";
import type { Turns } from "./turns.ts";

export type DhtLimits = Pick<
  NetworkLimits,
  | "dhtMessageMs"
  | "dhtAnswerMs"
  | "dhtTurnMs"
  | "addressesKept"
  | "addressesPerPeer"
  | "newPeersPerMinute"
  | "recordServers"
  | "holders"
>;

/** Messages that no table is walked through for. */
const UNANSWERED: ReadonlySet<string> = new Set(["PING", "ADD_PROVIDER", "PUT_VALUE"]);

export interface DhtBoundParts {
  readonly turns: Turns;
  /** Where a peer comes from that we are connected to. */
  readonly from: (peer: PeerId) => Multiaddr | undefined;
  readonly limits: DhtLimits;
}

export function boundDht(dht: Dht, parts: DhtBoundParts): void {
  boundQuestions(dht, parts);
  boundAnswers(dht, parts.limits);
  boundDiscovery(dht, parts);
  answerWithoutTheForgotten(dht);
}

/**
 * Lets questions wait for the turn of whoever asks: one stream may bring hundreds of them. Those that wait for as long as kad-dht lets
 * their stream wait are dropped: nobody would hear the answer.
 */
function boundQuestions({ rpc }: Dht, { turns, from, limits }: DhtBoundParts): void {
  const handle = rpc.handleMessage.bind(rpc);
  rpc.handleMessage = async (peer, message) => {
    const address = from(peer);
    const ms = UNANSWERED.has(message.type) ? limits.dhtMessageMs : limits.dhtAnswerMs;
    await turns.pass((address && originOf(address)) ?? peer.toString(), ms, limits.dhtTurnMs);
    return await handle(peer, trimmed(message, limits.addressesKept));
  };
}

/** A peer announces itself, once: of more than one provider each would be read, counted and written by itself. */
function trimmed(message: DhtMessage, addresses: number): DhtMessage {
  const providers = message.providers
    .slice(0, 1)
    .map((provider) => ({ ...provider, multiaddrs: provider.multiaddrs.slice(0, addresses) }));
  return { ...message, providers, closer: [] };
}

/** A walk goes on to all that an answer names, and remembers them: an honest answer names few. */
function boundAnswers({ network }: Dht, { recordServers, holders }: DhtLimits): void {
  const ask = network._writeReadMessage.bind(network);
  network._writeReadMessage = async (...question) => {
    const answer = await ask(...question);
    return { ...answer, closer: answer.closer.slice(0, recordServers), providers: answer.providers.slice(0, holders) };
  };
  const tell = network.safeDispatchEvent.bind(network);
  let named = 0;
  network.safeDispatchEvent = (name, init) => {
    // All that one answer names are told in one go.
    if (named++ === 0) queueMicrotask(() => (named = 0));
    return named <= recordServers + holders && tell(name, init);
  };
}

/** Peers that others name are dialled to see whether they are there: so many in a minute, at a few addresses. */
function boundDiscovery(dht: Dht, { from, limits }: DhtBoundParts): void {
  const budget = new MinuteBudget(limits.newPeersPerMinute, limits.newPeersPerMinute);
  const meet = dht.onPeerConnect.bind(dht);
  dht.onPeerConnect = async ({ id, multiaddrs }) => {
    if (from(id) !== undefined || budget.take("all"))
      await meet({ id, multiaddrs: multiaddrs.slice(0, limits.addressesPerPeer) });
  };
}

/** A holder whose addresses are forgotten is left out of the answer. By itself kad-dht would give none at all. */
function answerWithoutTheForgotten({ rpc }: Dht): void {
  const handler = rpc.handlers["GET_PROVIDERS"];
  if (handler === undefined) return;
  const { peerStore } = handler;
  const unknown = (id: PeerId): Awaited<ReturnType<PeerStore["get"]>> => ({
    id,
    addresses: [],
    protocols: [],
    metadata: new Map(),
    tags: new Map(),
  });
  handler.peerStore = overlaid(peerStore, "get", (peer, options) =>
    peerStore.get(peer, options).catch(() => unknown(peer)),
  );
}
