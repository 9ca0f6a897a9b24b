// The network seam: streams between peers by verb, and the directory of who holds what. Everything else of node/ knows only this.

import type { NETWORK } from "../limits.ts";
import type { Verb } from "../../protocol/index.ts";
import type { Channel } from "./channel.ts";
import type { Handler } from "./serve.ts";

export type NetworkLimits = { readonly [Name in keyof typeof NETWORK]: number };

/** A pino logger fits. */
export interface NetworkLog {
  debug(facts: object, message: string): void;
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

export interface NetworkStatus {
  readonly connections: number;
  /** DHT servers in the table. */
  readonly servers: number;
  /** Requests being served. */
  readonly serving: number;
  /** Open streams of verbs, both ways. */
  readonly streams: number;
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
  /** Whether this node keeps records for others. It has to be reachable. */
  readonly dhtServer: boolean;
  readonly log?: NetworkLog;
  /** Other bounds than those of node/limits.ts, for tests. */
  readonly limits?: Partial<NetworkLimits>;
}
