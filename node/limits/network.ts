// Bounds what peers and connections may take.

import { KIB, MIB, SECOND, MINUTE, HOUR } from "./units.ts";

/** node/network: connections, streams, the DHT. */
export const NETWORK = {
  // Streams
  /** Largest piece given to a stream at once: below 64 KiB the per-frame cost halves the speed, above 256 KiB nothing is won. */
  chunkBytes: 256 * KIB,
  /** Unread bytes of one stream at which its sender is told to wait … */
  pauseAboveBytes: 1 * MIB,
  /** … and at which it may go on. */
  resumeBelowBytes: 256 * KIB,
  /** Receive window of a stream, at most: bandwidth × round trip (100 Mbit/s × 100 ms = 1.25 MB). */
  streamWindowBytes: 2 * MIB,
  /** What a paused stream may still hold. Above the window, or yamux aborts a stream for what the peer was allowed to send. */
  readBufferBytes: 8 * MIB,
  /** Streams of one verb on one connection and direction. The libp2p default of 32 resets a busy client's requests. */
  streamsPerVerb: 256,
  /** Streams of any kind on one connection and direction. */
  streamsPerConnection: 1024,
  /** No byte moved for this long while we wait for the peer: it has stalled. Time in which our own loop was blocked does not count. */
  idleMs: 20 * SECOND,
  /** Parts into which an idle deadline is divided: so many timer ticks without progress end it. */
  idleTicks: 4,
  /** A peer may take this long to close its side when both have said everything. */
  closeMs: 2 * SECOND,

  // Serving
  /** Fragments on their way at once, stored or retrieved: with a body, what is unread of it and the window behind 4 MiB each, half a gigabyte. */
  transfers: 128,
  /** The same of one peer. A client moves two segments at once, and has a few fragments of each at one provider; half stays for others. */
  transfersPerPeer: 64,
  /** Other requests served at once: sync, offer, prove. Their longest message is 512 KiB. */
  questions: 128,
  /** The same of one peer. */
  questionsPerPeer: 64,
  /** Bytes per second to and from those we serve; 0 is no limit. An operator's setting. */
  uploadBytesPerSecond: 0,
  downloadBytesPerSecond: 0,
  /** With a limit of bytes no more transfers are begun than go through in this time, at transferBytes each: half of what a client waits. */
  transferMs: 1 * MINUTE,
  /** The largest fragment. */
  transferBytes: 1 * MIB,
  /** A peer that made us wait for so long in one request … */
  slowMs: 5 * SECOND,
  /** … and moved fewer bytes per second of it, loses its place when all are taken and another one comes: as slow as requestMs allows. */
  slowBytesPerSecond: 16 * KIB,
  /** Refusals being sent at once; further streams are reset without a word. */
  refusals: 64,
  /** One request from its first byte to its last: 1 MiB at 16 KiB/s twice over. Ends those who send one byte every idleMs. */
  requestMs: 2 * MINUTE,

  // Connections
  /** Dialling and opening a stream, all addresses together. */
  openMs: 12 * SECOND,
  /** One address of a peer. A dead address must not eat the whole of openMs. */
  addressMs: 8 * SECOND,
  /** Handshake of a connection from outside. Above the longest stall of our own loop that we tolerate. */
  upgradeMs: 30 * SECOND,
  /** A stream has this long to say what it is for. libp2p keeps a clock of about 1 KB for each stream until then, also when it has ended: it bounds what a flood leaves behind. */
  negotiateMs: 15 * SECOND,
  /** Connections kept before the least useful are closed. Each costs 0.3 to 0.4 MB. */
  connections: 300,
  /** Connections from one address, and from one network (256 addresses of IPv4, 2^80 of IPv6). Private addresses are not counted: behind one a router may hide everybody. */
  connectionsPerAddress: 32,
  connectionsPerOrigin: 64,
  /** Bytes of a connection until it is set up: keys and names of protocols are about 2 KiB. A peer that is early may send its first requests. */
  handshakeBytes: 256 * KIB,
  /** Noise records until then: a peer that is early has up to three for each of its streams. */
  handshakeRecords: 2048,
  /** Noise records of one read that are decrypted at once: a tenth of a millisecond … */
  recordsAtOnce: 16,
  /** … and of what waits then at each turn: half a millisecond. */
  recordsPerTurn: 64,
  /** Streams of all connections together; each costs some 10 KB. Then the connection that has most is cut. */
  streams: 8192,
  /** Bytes that came on streams which are not of our verbs, all connections together: they may be kept until the stream ends. Then the connection that sent most is cut. */
  heldBytes: 64 * MIB,
  /** Bytes of a stream before its protocol is chosen: the first window, which a peer may use before it knows that we speak the protocol. */
  newStreamBytes: 256 * KIB,
  /** Bytes of a stream that is not of our verbs: the longest is an announcement's, of 130 bytes for each of 4,096 objects. */
  otherStreamBytes: 2 * MIB,
  /** Frames that a connection may send while it reads none of the answers to them; a hundred requests at once are some six hundred. */
  unansweredFrames: 4096,
  /** Answers to proposals of protocols on one stream: a greeting, and those that a peer may try one after the other. */
  protocolAnswers: 16,

  // Turns: how much of our time peers get while other work waits (docs/decisions/0028-hostile-peers.md)
  /** Time in one round of the event loop for what peers sent: thirty streams. What is left waits for the next round. */
  turnMs: 16,
  /** The same when rounds are too long … */
  turnLeastMs: 0.5,
  /** … which is from here on: a proof takes some hundred rounds. */
  turnRoundMs: 20,
  /** What follows from a stream after its turn: choosing its protocol, its request, an answer. Measured: 0.3 to 1 ms. */
  streamMs: 0.5,
  /** An exchange of keys. */
  handshakeMs: 3,
  /** One message to the DHT. Measured: 0.2 ms for a record … */
  dhtMessageMs: 0.2,
  /** … and one that is answered: a walk through the table, reads of twenty peers, and of as many holders. Measured: 2 to 5 ms. */
  dhtAnswerMs: 3,
  /** It waits for its turn no longer: by then kad-dht has ended its stream. */
  dhtTurnMs: 10 * SECOND,
  /** Bytes, or pieces of frames, of one connection that wait for their turn before we stop reading from it. */
  laneBytes: 256 * KIB,
  lanePieces: 256,

  /**
   * Pings at once on one connection, and of its peer. The watch over connections and the DHT's table ping without knowing of each other:
   * with one at a time a peer that is slow to answer the one never comes into the other. Stock peers answer two.
   */
  pingsOut: 2,
  pingsIn: 4,

  // Connections from outside
  /** New connections per second from one address: a devnet or a NAT has many nodes behind one. */
  connectionsPerSecond: 100,
  /** Handshakes in progress. */
  pendingConnections: 128,
  /** Addresses taken over from anybody for one peer. */
  addressesPerPeer: 8,
  /** Between two tries to reach the bootstrap peers while we know nobody. */
  rejoinMs: 5 * SECOND,
  /** Start waits this long for the first neighbours; then it goes on alone and keeps trying. */
  joinMs: 8 * SECOND,
  /** Stop waits this long for a clean end, then cuts what is left. */
  stopMs: 3 * SECOND,
  /** Addresses and peers unheard of are forgotten after this; above recordMs, or a DHT server drops a provider from its answers. */
  peerAgeMs: 96 * HOUR,

  // What is kept of other peers
  /** Peers remembered on disk; those met longest ago are forgotten. About 0.5 KiB each. */
  peersKept: 20_000,
  /**
   * Of each: addresses, protocols and how long their names may be, bytes of its version, and of its signed record. No more addresses than
   * are used of a peer, or those that it signed could be among the ones left out.
   */
  addressesKept: 8,
  protocolsKept: 64,
  protocolLength: 128,
  peerFactBytes: 128,
  peerRecordBytes: 2 * KIB,

  // Being reached (docs/spec/wire.md)
  /** From joining to the first question whether others can dial us: the first connections have been made by then. */
  reachFirstMs: 1 * SECOND,
  /** Between two rounds of questions while nothing is certain, or nobody reaches us and a relay is missing … */
  reachSoonMs: 10 * SECOND,
  /** … and when it is: addresses and routers change seldom. */
  reachLaterMs: 10 * MINUTE,
  /** Peers asked in one round; two that say no, or one that says it twice, are believed. */
  reachPeers: 3,
  /** Peers tried for that: old ones, those that are busy and those that went do not answer. */
  reachTries: 8,
  /** The ports dialled for a peer that wants to know. */
  dialBackMs: 5 * SECOND,
  /** A connection that a peer says it made must have been seen here this long after. */
  dialBackSeenMs: 1 * SECOND,
  /** Peers for which ports are dialled at once … */
  dialBacksAtOnce: 4,
  /** … from one host in a minute: the rounds of four nodes behind one router … */
  dialBacksPerHost: 8,
  /** … and from all: at most two connections a second. */
  dialBacksInAll: 30,
  /** Dials in a minute for peers that came through relays and name their own addresses; a few tries of some of them. */
  punchesPerMinute: 12,
  /** Addresses dialled in one of them, and hosts: one of each family. */
  punchAddresses: 4,
  punchHosts: 2,
  /** Relays at which a node that nobody can dial keeps a place. One may go down, one may be full. */
  relays: 3,
  /** Asking one relay for a place, or renewing it. */
  relayReserveMs: 5 * SECOND,
  /** Places that we give to others; each is a connection kept … */
  relayPlaces: 32,
  /** … and to nodes of one host: a household, not a crowd that shuts out all others. */
  relayPlacesPerHost: 4,
  /** … and to those of one network, behind whose addresses there may be anybody. */
  relayPlacesPerOrigin: 16,
  /** Questions for a place in a minute, from one peer and from all: each costs a signature. */
  relayAsksPerMinutePerPeer: 4,
  relayAsksPerMinute: 120,
  /** What a relay is asked, and what it asks: a peer with its addresses. */
  relayMessageBytes: 4 * KIB,
  /** A place is renewed five minutes before that. */
  relayPlaceMs: 1 * HOUR,
  /** Relayed connections at once through us, from one peer and to one: they are for arranging a direct one. */
  relayedAtOnce: 32,
  relayedPerPeer: 4,
  /** Relayed connections begun in a minute, from one peer to all and from all to all: with relayedBytes it bounds our traffic at 1 MiB/s. */
  relayedPerMinutePerPeer: 12,
  relayedPerMinute: 60,
  /** Bytes of one relayed connection, both ways together: some proofs and lists, no fragments. */
  relayedBytes: 1 * MIB,
  /** Its life. */
  relayedMs: 2 * MINUTE,
  /** A peer reached through a relay has this long to dial us directly. libp2p's own try ends after 5 s. */
  upgradeWaitMs: 6 * SECOND,
  /** A peer that did not manage is not asked again for this long … */
  upgradeAgainMs: 60 * SECOND,
  /** … and so many are remembered. */
  upgradesRemembered: 1024,
  /** Searching for a router that does UPnP and asking it to forward a port. */
  upnpMs: 5 * SECOND,
  /** Between two such tries, and before a mapping is renewed … */
  upnpRenewMs: 20 * MINUTE,
  /** … which lasts so long: one try may fail. */
  upnpLeaseMs: 1 * HOUR,
  /** Taking it back when we stop; else it ends by itself. */
  upnpStopMs: 1 * SECOND,
  /** Changes of our addresses within this time are told to those that we are connected to at once. */
  tellMs: 250,
  /** Looking up the name of one of our own addresses, to compare it with what others saw. */
  ownNameMs: 3 * SECOND,

  // DHT
  /** From the start to the first walk towards ourselves, which fills the table and which every other query waits for. */
  selfQueryMs: 50,
  /** Servers that keep a record: Kademlia's k. */
  recordServers: 20,
  /** Life of a provider record on a server. Holders renew theirs every 12 hours (docs/spec/wire.md). */
  recordMs: 48 * HOUR,
  /** Records kept for others in one budgetMs, about 150 bytes each on disk: at most half a gigabyte in a record's life … */
  budgetRecords: 1_500_000,
  /** … and for one of them, who renews each record twice in that time: 100,000 objects. */
  budgetRecordsPerPeer: 200_000,
  /** … for all that come from one network: nobody fills the budget from one place. */
  budgetRecordsPerOrigin: 500_000,
  /** Peers and networks counted apart in that time: some 10 MB. */
  budgetNames: 65_536,
  budgetMs: 24 * HOUR,
  /** A record of our own that was not renewed for this long is given up. */
  ownRecordMs: 24 * HOUR,
  /** Between two looks for such records. */
  ownSweepMs: 1 * HOUR,
  /** Records sent on a stream before the server must show that it took them. About 32 KiB. */
  recordsPerCheck: 256,
  /** Servers that get records at once. */
  announceStreams: 8,
  /** Objects announced by one call. */
  announceObjects: 4096,
  /** One server's share of an announcement. */
  announceMs: 60 * SECOND,
  /** A question to a DHT server: a key, and a peer with some addresses. */
  dhtMessageBytes: 8 * KIB,
  /** An answer of a DHT server: 20 peers nearby and some hundred holders. */
  dhtAnswerBytes: 256 * KIB,
  /** One request to a DHT server, at least; libp2p adapts it to the network's speed. */
  dhtRequestMs: 5 * SECOND,
  /** A table with fewer servers than recordServers is filled by a query, at most this often. */
  fillEveryMs: 30 * SECOND,
  /** … and for this long: one server that answers nothing must not hold up an announcement. */
  fillMs: 3 * SECOND,
  /** Such a query names servers that are pinged before they enter the table: it is full when it has not grown for so long. */
  settleMs: 100,
  /** From this size on the table knows only a sample of the network, and each key's closest servers have to be asked for. */
  sampledTable: 200,
  /** Lookups at once for such keys. One costs up to 40 requests. */
  lookups: 2,
  /** Peers that others name and that we dial in a minute to see whether they are there: what some walks name in a network of hundreds. */
  newPeersPerMinute: 240,
  /** One walk through the DHT. */
  queryMs: 15 * SECOND,
  /** The same while the table is empty. */
  lonelyQueryMs: 500,
  /** Holders given to a caller for one object: more than any scheme needs, less than a flood of false records. */
  holders: 128,
} as const;
