// What is kept of other peers. libp2p keeps whatever a peer says of itself, of every peer it has met, adds to it with every message, and
// reads, sorts and writes all of it again for each stream. Whoever names ten thousand addresses makes each of its streams cost us a tenth
// of a second; whoever comes with a new identity each time fills the disk.

import type { Address, Peer, PeerData, PeerId, PeerStore } from "@libp2p/interface";
import type { NetworkLimits } from "./network.ts";

export type PeerStoreLimits = Pick<
  NetworkLimits,
  "addressesKept" | "protocolsKept" | "protocolLength" | "peerFactBytes" | "peerRecordBytes" | "peersKept"
>;

export interface KeptPeers {
  readonly self: PeerId;
  /** Peers that are on disk already, those met last at the end. */
  readonly known: readonly PeerId[];
  /** Whether a peer is not to be forgotten for newer ones: we are connected to it, or walk through the DHT by it. */
  isNeeded(peer: PeerId): boolean;
  /** Which corner of the Internet a peer comes from that we are connected to (`originOf`). */
  originOf(peer: PeerId): string | undefined;
}

/** What we know of a peer's protocols need not be written again, for so many peers. */
const PEERS_REMEMBERED = 1024;
/** Looked through for one that can be forgotten; whoever is needed is found at the end next time. */
const PEERS_TRIED = 2048;
/** The group of those that others told us of, and of private addresses. */
const ANYWHERE = "";

/** Puts bounds on what is written to a store from now on; what we say of ourselves has none. */
export function boundPeerStore(store: PeerStore, limits: PeerStoreLimits, kept: KeptPeers): void {
  const save = store.save.bind(store);
  const patch = store.patch.bind(store);
  const merge = store.merge.bind(store);
  const written = new Recent<Peer>(PEERS_REMEMBERED);
  const met = new MetPeers(store, limits.peersKept, kept);
  store.save = (peer, data, options) => save(peer, whole(peer, data), options);
  store.patch = (peer, data, options) => patch(peer, whole(peer, data), options);
  store.merge = async (peer, data, options) => {
    if (kept.self.equals(peer)) return await merge(peer, data, options);
    const name = peer.toString();
    // Said anew with each stream.
    const before = written.get(name);
    if (before !== undefined && saysNothingNew(data, before)) return before;
    met.meet(peer);
    const merged = await merge(peer, bounded(data, limits), options);
    const addresses = mostCertainFirst(merged.addresses, data).slice(0, limits.addressesKept);
    const result = addresses.length < merged.addresses.length ? await patch(peer, { addresses }, options) : merged;
    written.set(name, result);
    return result;
  };

  function whole(peer: PeerId, data: PeerData): PeerData {
    if (kept.self.equals(peer)) return data;
    written.delete(peer.toString());
    met.meet(peer);
    return bounded(data, limits);
  }
}

function bounded(data: PeerData, limits: PeerStoreLimits): PeerData {
  const { addressesKept, protocolsKept, protocolLength, peerFactBytes, peerRecordBytes } = limits;
  const { addresses, multiaddrs, protocols, metadata, peerRecordEnvelope, ...rest } = data;
  const facts = metadata instanceof Map ? [...metadata] : Object.entries(metadata ?? {});
  return {
    ...rest,
    ...(addresses && { addresses: addresses.slice(0, addressesKept) }),
    ...(multiaddrs && { multiaddrs: multiaddrs.slice(0, addressesKept) }),
    ...(protocols && {
      protocols: protocols.filter((protocol) => protocol.length <= protocolLength).slice(0, protocolsKept),
    }),
    ...(metadata && { metadata: new Map(facts.map(([name, value]) => [name, value?.subarray(0, peerFactBytes)])) }),
    ...(peerRecordEnvelope && peerRecordEnvelope.byteLength <= peerRecordBytes && { peerRecordEnvelope }),
  };
}

/**
 * Those that the peer itself has signed before those that anybody may have told us of it: who names a peer in the DHT must not be able to
 * push out where it really is. Of each, those just told before those known for longer.
 */
function mostCertainFirst(all: readonly Address[], { addresses = [], multiaddrs = [] }: PeerData): Address[] {
  const told = new Set([...addresses.map(({ multiaddr }) => multiaddr), ...multiaddrs].map(String));
  const place = ({ multiaddr, isCertified }: Address): number =>
    (isCertified ? 0 : 2) + (told.has(String(multiaddr)) ? 0 : 1);
  return all.toSorted((a, b) => place(a) - place(b));
}

function saysNothingNew({ protocols = [], ...rest }: PeerData, known: Peer): boolean {
  return Object.keys(rest).length === 0 && protocols.every((protocol) => known.protocols.includes(protocol));
}

/** The last so many of something. */
class Recent<T> {
  readonly #most: number;
  readonly #items = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  get(name: string): T | undefined {
    return this.#items.get(name);
  }

  set(name: string, item: T): void {
    this.#items.delete(name);
    this.#items.set(name, item);
    const [oldest] = this.#items.keys();
    if (this.#items.size > this.#most && oldest !== undefined) this.#items.delete(oldest);
  }

  delete(name: string): void {
    this.#items.delete(name);
  }
}

/**
 * Whom we have met, and forget when there are too many: of the corner of the Internet that most came from, who was met longest ago. So
 * a crowd from one place forgets itself, and a crowd that others tell of forgets those.
 */
class MetPeers {
  readonly #store: PeerStore;
  readonly #most: number;
  readonly #kept: KeptPeers;
  readonly #origins = new Map<string, string>();
  readonly #groups = new Map<string, Map<string, PeerId>>();

  constructor(store: PeerStore, most: number, kept: KeptPeers) {
    this.#store = store;
    this.#most = most;
    this.#kept = kept;
    for (const peer of kept.known) this.meet(peer);
  }

  meet(peer: PeerId): void {
    const name = peer.toString();
    const before = this.#origins.get(name);
    const origin = this.#kept.originOf(peer) ?? before ?? ANYWHERE;
    if (before !== undefined) this.#leave(before, name);
    this.#origins.set(name, origin);
    const group = this.#groups.get(origin) ?? new Map<string, PeerId>();
    this.#groups.set(origin, group.set(name, peer));
    if (this.#origins.size > this.#most) this.#forgetOne();
  }

  #leave(origin: string, name: string): void {
    const group = this.#groups.get(origin);
    group?.delete(name);
    if (group?.size === 0) this.#groups.delete(origin);
  }

  #forgetOne(): void {
    let origin = ANYWHERE;
    let group = new Map<string, PeerId>();
    for (const [name, one] of this.#groups) if (one.size > group.size) [origin, group] = [name, one];
    let tried = 0;
    for (const [name, peer] of group) {
      if (!this.#kept.isNeeded(peer) || ++tried >= Math.min(PEERS_TRIED, group.size)) {
        this.#leave(origin, name);
        this.#origins.delete(name);
        void this.#store.delete(peer).catch(() => {}); // it is met again, or stays a little longer
        return;
      }
      group.delete(name);
      group.set(name, peer);
    }
  }
}
