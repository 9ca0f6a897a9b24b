// Every bound of what runs: waits, queues, sizes, counts. One constant per part of node/, each entry with its unit and its reason.
// Names end in their unit: …Ms, …Bytes; a bare plural is a count. Tests may pass other values to the part that uses them.

const KIB = 1024;
const MIB = 1024 * KIB;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

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
  /** Requests served at once, all verbs and peers: with windows full about 1 GiB. */
  requests: 256,
  /** Requests of one peer served at once. One client on a fast line needs dozens; half stays for others. */
  requestsPerPeer: 128,
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
  /** Connections kept before the least useful are closed. Each costs 0.3 to 0.4 MB. */
  connections: 300,
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
  /** One walk through the DHT. */
  queryMs: 15 * SECOND,
  /** The same while the table is empty. */
  lonelyQueryMs: 500,
  /** Holders given to a caller for one object: more than any scheme needs, less than a flood of false records. */
  holders: 128,
} as const;

/** node/provider: stores, serves and proves. */
export const PROVIDER = {
  // The book
  /** Item rows read from the index at once: 2048 rows are about 0.3 MB. */
  rowsAtOnce: 2048,
  /** Keys looked up in the index at once. */
  keysAtOnce: 2048,
  /** Changes of one allocation that may wait for the one under way; a client makes them one after the other. */
  maxWaitingPerAllocation: 32,
  /** Appended items hashed before other work gets its turn: about 5 ms. */
  itemsPerTurn: 256,
  /** Trees of allocation states kept in memory; one of a million fragments takes 30 KB. */
  cachedTrees: 1024,
  /** Questions about allocations that wait for the chain at once: anyone can name a number that does not exist. */
  allocationLookups: 16,
  /** A state may be signed for at most this many rounds ahead: what an allocation lasts at most. */
  roundsAhead: 4096,

  // The chain's terms
  /** Allocations, or disputes, asked of the chain at once. */
  recordsAtOnce: 256,
  /** Single allocations read at once: as many as one HTTP request carries. */
  termReadsAtOnce: 32,
  /** Pages of a provider's allocations that are read to find those that run, newest first: 262,144 allocations. */
  termPages: 1024,

  // Staging
  /** Stored fragments are kept this long for an allocation state that names them (docs/spec/wire.md). */
  stagedTtlMs: 1 * HOUR,
  /** Between two looks for expired ones. */
  stagedSweepMs: 1 * MINUTE,
  /** Staged fragments of all allocations together; each takes 200 bytes of memory. */
  stagedFragments: 262_144,

  /** Runs of segments told for one object: 8,192 fit the answer of 512 KiB. */
  holdings: 8192,
  /** Other allocations of a client that are searched for parts of an object when its manifest comes. */
  siblings: 16,
  /** Allocations whose holdings are joined for one object. */
  holdersPerObject: 64,

  // Serving
  /** Verified fragment trees kept: 256 KiB each. */
  fragmentTrees: 64,
  /** Fragments remembered as corrupt. */
  corruptFragments: 65_536,
  /** Tickets whose signature was checked already; checking costs a millisecond. */
  tickets: 4096,
  /** Audits answered at once; each may read and hash 256 fragments. */
  audits: 2,
  /** Audits that may wait for their turn. */
  auditsWaiting: 16,
  /** Deadline of one audit. */
  auditMs: 60 * SECOND,
  /** An offer holds for this long: enough to open allocations, short enough for prices to move. */
  offerMs: 10 * MINUTE,
  /** The provider's record on chain is believed for this long when making offers. */
  recordMs: 1 * SECOND,

  // Proving
  /** Rounds for which a committed snapshot can still be proved or audited. A chain that rolls back by more is another chain. */
  retainedRounds: 8,
  /** The last part of a round, as 1 / this, in which the provider looks once more whether the chain still has its proof. */
  lookAgainPart: 4,
  /** Longest pause between two tries within a round. */
  retryMs: 30 * SECOND,

  // Disputes
  /** Polls from one look for disputes to the next while none is known; every round has one besides. The shortest time to answer is two rounds. */
  disputeLookPolls: 5,
  /** Pages of disputes read in one go in search of those about this provider, newest first. */
  disputePages: 16,
  /** Disputes about one provider that are kept in mind: the market counts them in 16 bits. */
  openDisputes: 65_536,
  /** Answers built and under way at once: a leaf is read and hashed for each, and they wait for blocks side by side. */
  answersAtOnce: 16,

  // Letting go
  /** Rows dropped in one step, of ended allocations and removed objects. */
  dropsAtOnce: 1024,

  // Announcing
  /** Held objects are announced again after this, less up to an eighth by chance; a record lives 48 hours (docs/spec/wire.md). */
  announceMs: 12 * HOUR,
  /** Objects announced in one batch. */
  announceBatch: 256,
  /** Pause between two batches. */
  announcePauseMs: 1 * SECOND,
  /** Pause after a batch that no server took. */
  announceRetryMs: 30 * SECOND,
  /** Deadline of one batch. */
  announceBatchMs: 60 * SECOND,
  /** An object announced this recently is not announced again on request. */
  announcedMs: 1 * MINUTE,
  /** Objects remembered as announced. */
  announced: 4096,

  // Stopping
  /** Stop waits this long for work under way. */
  stopMs: 5 * SECOND,
} as const;

/** node/client: put, get, placement. */
export const CLIENT = {
  /** One request with its answer, body included: ten fragments of 1 MiB share an uplink of 1 Mbit/s. A dead stream ends by NETWORK.idleMs. */
  exchangeMs: 2 * MINUTE,
  /** Finding a provider's addresses and one small request: whoever takes longer is not chosen. */
  probeMs: 8 * SECOND,
  /** Providers asked at once. */
  probesAtOnce: 16,
  /** Registered providers looked at for one put or one search. */
  maxProvidersConsidered: 256,
  /** Our allocations looked at for one put, newest first. */
  maxAllocationsConsidered: 256,
  /** Providers found beyond n before a put starts, so that the first failure costs no search. */
  spareProviders: 2,
  /** Allocations opened in one transaction: a block's gas holds about 300. */
  maxOffersAtOnce: 64,
  /** Smallest allocation, in units of 1 MiB: below it opening costs more than it holds. */
  minUnits: 16,
  /** Highest price of a put that names none, in token base units per unit and round: 100 times what a provider asks by default. */
  maxPrice: 10n ** 16n,
  /** Allocations bought at one provider in one put because it calls the last one full; after that its place goes to another. */
  refills: 2,
  /** The chain's longest allocation, in rounds. */
  maxRounds: 4096,
  /** Capacity opened for a source whose length is unknown; doubled each time it runs out. */
  unknownSizeBytes: 256 * MIB,
  /** Segments being stored or fetched at once: one on the wire, one in the making. */
  segmentsInFlight: 2,
  /** Threads that encode and hash: two keep ahead of any network that we have measured. */
  workers: 2,
  /** Segments that are encoded at once, of all puts of a client: each takes as much memory as its n fragments. */
  workspaces: 2,
  /** Fragments stored but not yet co-signed are kept in memory up to about this much, for a spare provider. */
  batchBytes: 24 * MIB,
  /** Puts of one wallet at once meet in the same allocations: each conflict means that another one went ahead. */
  cosignAttempts: 16,
  /** Pause after a conflict, times the attempt, times a random fraction. */
  cosignRetryMs: 40,
  /** A ticket's life, and how much of it must be left to use it again. */
  ticketSeconds: 12 * 3600,
  ticketSpareSeconds: 600,
  /** Search for provider records in the DHT. */
  findMs: 5 * SECOND,
  /** Announcing a new object, all providers together. Without records a reader takes the slower way over the chain. */
  announceMs: 20 * SECOND,
  /** Holders whose copy of the manifest is fetched at once; the first good one ends it. */
  manifestsAtOnce: 8,
  /** Holders of one object that are asked. */
  maxHolders: 256,
  /** Fragments of one allocation that are listed to remove an object: 4,096 units of the smallest fragments are more, but no disk holds them. */
  maxListedItems: 1_000_000,
} as const;

/** node/coding: the threads that encode and hash. */
export const CODING = {
  /** Threads of one pool. Beyond the cores of a large machine more only wait for memory. */
  workers: 64,
  /** Callers that wait for a workspace. Each is a segment of an object on its way: more means that nobody releases. */
  waiting: 64,
  /** Jobs handed to one worker: the one that it does, and the next, so that it never waits for the event loop of the pool. */
  openJobs: 2,
  /** Columns of one job of encoding, at most: an abort waits for the jobs that are out. */
  columnBytes: 256 * KIB,
  /** Bytes of all n shards that one such job touches: 1 to 4 ms, so that the loop breathes where there are no workers. */
  encodeBytes: 8 * MIB,
  /** Bytes of fragments hashed in one job: half a millisecond, or one whole fragment if that is longer. */
  hashBytes: 256 * KIB,
  /** Workers started again in place of dead ones within respawnMs: a kernel that cannot run here must not start threads for ever. */
  respawns: 3,
  respawnMs: 60 * SECOND,
  /** A worker that has not answered by then is taken for dead. Loading takes 0.1 s, a job some milliseconds on an idle machine. */
  answerMs: 60 * SECOND,
  /** A browser does not say when a worker that it was told to end has ended: no job lasts as long as this. */
  lingerMs: 1 * SECOND,
} as const;

/** node/provider's fragment store (docs/spec/store.md). */
export const STORE = {
  // Writing
  /** A log that has reached this goes no further: small enough to copy and to scan, large enough for few files (4,000 per TiB). */
  logBytes: 256 * MIB,
  /** Bytes that share one sync. Above 8 MiB the speed of an NVMe disk no longer grows, and the wait of the first one does. */
  batchBytes: 8 * MIB,
  /** Puts and removals that share one sync. */
  batchRequests: 1024,
  /** Puts and removals that wait for the disk; more are refused. Their bytes belong to the callers. */
  waitingRequests: 4096,
  /** Roots in one removal; longer lists are cut into so many. */
  rootsPerRemoval: 1024,
  /** Space left free on the disk, for the index and the book to go on when fragments no longer fit. */
  keepFreeBytes: 256 * MIB,

  // Reading
  /** Logs held open for reading. */
  openLogs: 64,
  /** Bytes read at once when a log is scanned. */
  scanBytes: 1 * MIB,
  /** Records indexed in one step when logs are replayed. */
  replayRecords: 1024,
  /** Places of damage listed one by one; the rest is only counted. */
  damageListed: 64,

  // Compaction
  /** A log is copied and deleted when more than this share of it is dead. */
  deadShare: 0.5,
  /** The newest log is ended for that when it is this part of a full log, or of the capacity. */
  currentShare: 0.25,
} as const;

/** node/auditor. */
export const AUDITOR = {
  /** Providers sampled at once. */
  providersAtOnce: 8,
  /** Finding one provider and getting its samples. */
  providerMs: 20 * SECOND,
  /** Records asked of the chain at once. */
  pageRecords: 256,
  /** Pages of a provider's allocations that are searched for one live in the round. */
  allocationPages: 16,
  /** Between looks at the chain's clock while a round lasts. */
  pollMs: 2 * SECOND,
  /** Disputes opened in one round: each locks a bond, and an auditor whose own line is down finds everybody offline. */
  disputesPerRound: 4,
  /** Pages of disputes searched for the auditor's own when it starts, newest first. */
  disputePages: 64,
} as const;

/** node/devnet: the local network. */
export const DEVNET = {
  /** Providers started at once: more only wait for each other's turn on two cores. */
  startsAtOnce: 3,
  /** A provider with a process of its own must be ready by then. */
  readyMs: 60 * SECOND,
  /** A provider told to stop is killed after this. */
  stopMs: 10 * SECOND,
  /** What a provider process wrote last, for the error when it fails. */
  keptLogLines: 50,
  /** Providers that have not proved a round by then are taken not to. */
  roundMs: 30 * SECOND,
  /** Between looks at whether all have proved. */
  roundPollMs: 100,
  /** First peers written into network.json. */
  bootstrapPeers: 4,
} as const;
