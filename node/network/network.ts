// The network seam: streams between peers by verb, and the directory of who holds what. Everything else of node/ knows only this.

import type { NETWORK } from "../limits/index.ts";
import type { Verb } from "../../protocol/index.ts";
import type { Channel } from "./channel.ts";
import type { RequestFacts } from "./request-meter.ts";
import type { Handler } from "./serve.ts";

export type NetworkLimits = { readonly [Name in keyof typeof NETWORK]: number };

/** A pino logger fits. */
export interface NetworkLog {
  debug(facts: object, message: string): void;
  info?(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface PeerAddress {
  /** Peer id as text. */
  readonly peer: string;
  /** Multiaddrs as text, with or without `/p2p/…`. */
  readonly addresses: readonly string[];
}

export interface OpenOptions {
  /** Aborting it ends the opening, and later cuts the channel. */
  readonly signal: AbortSignal;
  /** How long the peer may keep still while we wait for it, if another time than `NETWORK.idleMs` is right for this request. */
  readonly idleMs?: number;
}

/** How others reach this node. */
export interface Reachability {
  /**
   * public: others have dialled at least one of our addresses. relayed: they could not, but reach us through relays. private: they could
   * not, and no relay takes us. unknown: nobody could be asked yet; also a client, which listens nowhere. On a local network nobody is
   * asked: public there means that a peer has connected.
   */
  readonly state: "public" | "relayed" | "private" | "unknown";
  /** Addresses that others were seen to reach. */
  readonly confirmed: readonly string[];
  /** Addresses at relays, through which we are reached. */
  readonly relayed: readonly string[];
}

export interface NetworkStatus {
  readonly connections: number;
  /** DHT servers in the table. */
  readonly servers: number;
  /** Requests being served. */
  readonly serving: number;
  /** Open streams of verbs, both ways. */
  readonly streams: number;
  readonly reachability: Reachability;
}

export interface Network {
  /** Our peer id. */
  readonly peer: string;
  /** Where others reach us: multiaddrs that end in `/p2p/<peer>`. Empty for a client. */
  readonly addresses: readonly string[];
  readonly status: NetworkStatus;
  /** Answers a verb's streams from now on. A verb has one handler. */
  serve(verb: Verb, handler: Handler): Promise<void>;
  /**
   * A stream to a peer, for one request. Without addresses the peer is looked up. The caller ends it with `finish` or `abort`.
   * Throws ERR_PEER_UNREACHABLE, ERR_PEER_REFUSED when it does not serve the verb, ERR_ABORTED.
   */
  open(to: PeerAddress, verb: Verb, options: OpenOptions): Promise<Channel>;
  /**
   * Tells the DHT that we hold these objects (digests of 32 bytes, at most `NETWORK.announceObjects`). Returns for each how many servers
   * took the record, a server itself included: 1 from a server means that it is alone. Throws ERR_ABORTED, ERR_CONFIG_INVALID when we
   * have no address that others can dial.
   */
  announce(objects: readonly Uint8Array[], options?: { signal?: AbortSignal }): Promise<number[]>;
  /** Who says to hold an object: each peer once, at most `max`, without ourselves. Stop early by leaving the loop. */
  findHolders(object: Uint8Array, options?: { signal?: AbortSignal; max?: number }): AsyncIterable<PeerAddress>;
  /** The addresses of a peer. Throws ERR_PEER_UNREACHABLE when nobody knows any. */
  locate(peer: string, options?: { signal?: AbortSignal }): Promise<PeerAddress>;
  /** Cuts what runs and closes everything, within `NETWORK.stopMs` and a little. May be called twice. */
  stop(): Promise<void>;
}

export interface NetworkOptions {
  /** Ed25519 seed (32 bytes) or protobuf private key. Left out: the folder's, or a new one. */
  readonly privateKey?: Uint8Array;
  /** Multiaddrs such as `/ip4/0.0.0.0/tcp/4101`; none for a client. */
  readonly listen: readonly string[];
  /** Further multiaddrs to tell others, such as a router's with a forwarded port. */
  readonly announce?: readonly string[];
  /** Multiaddrs of peers to start from; those of the node itself are skipped. */
  readonly bootstrap: readonly string[];
  /** Whether loopback and private addresses are dialled and told to others. */
  readonly local: boolean;
  /** Where known peers and provider records outlive the process. Left out: in memory. */
  readonly folder?: string;
  /** Whether this node keeps records for others, as long as it is not found to be out of their reach. */
  readonly dhtServer: boolean;
  /**
   * Relays, outside a local network. off: none are dialled through. use: they are dialled through, and a node that listens and that nobody
   * can dial asks for places at them. serve: besides, it is one for others while it can be dialled itself. Default: use.
   */
  readonly relay?: "off" | "use" | "serve";
  /** Whether the router is asked by UPnP to let others in, outside a local network. Default: no. */
  readonly upnp?: boolean;
  readonly log?: NetworkLog;
  /** Called when a request that we served has ended; must not throw. */
  readonly onRequest?: (facts: RequestFacts) => void;
  /** Other bounds than those of node/limits/: an operator's, or a test's. */
  readonly limits?: Partial<NetworkLimits>;
}
