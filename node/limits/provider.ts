// Bounds of storing, serving and proving.

import { KIB, SECOND, MINUTE, HOUR } from "./units.ts";

/** node/provider: stores, serves and proves. */
export const PROVIDER = {
  // The book
  /** Item rows read from the index at once: 2048 rows are about 0.3 MB. */
  rowsAtOnce: 2048,
  /** Keys looked up in the index at once. */
  keysAtOnce: 2048,
  /** Roots at once of which it is asked whether anybody still names them: each is a read of its own. */
  rootsAtOnce: 64,
  /** Operations that share one sync of the book; a change with more of them is written alone. The largest append has 12,300. */
  bookBatchOperations: 16_384,
  /** Changes of one allocation that may wait for the one under way; a client makes them one after the other. */
  maxWaitingPerAllocation: 32,
  /** Appended items hashed before other work gets its turn: about 5 ms. */
  itemsPerTurn: 256,
  /** Trees of allocation states kept in memory: up to 60 KB each. Opening one again takes a few reads. */
  cachedTrees: 256,
  /** Questions about allocations that wait for the chain at once: anyone can name a number that does not exist. */
  allocationLookups: 16,
  /** A state may be signed for at most this many rounds ahead: what an allocation lasts at most. */
  roundsAhead: 4096,

  // The chain's terms
  /** Allocations, or disputes, asked of the chain at once. */
  recordsAtOnce: 256,
  /** Single allocations read at once: as many as one HTTP request carries. */
  termReadsAtOnce: 32,
  /** Looks in one round whose answers do not fit together, until a root is decided all the same. */
  termLooks: 4,
  /** Pages of a provider's allocations that are read to find those that run, newest first: 262,144 allocations. */
  termPages: 1024,

  // Staging
  /** Stored fragments are kept this long for an allocation state that names them (docs/spec/wire.md). */
  stagedTtlMs: 1 * HOUR,
  /** Between two looks for expired ones. */
  stagedSweepMs: 1 * MINUTE,
  /** The machine's clock has jumped if it moved by so much more, or less, than time did. Less costs a staged fragment a sixth of its time. */
  clockJumpMs: 10 * MINUTE,
  /** Staged fragments of all allocations together; each takes 200 bytes of memory. */
  stagedFragments: 262_144,

  /** Objects of which it is remembered what of them is held while fragments are lost: their manifests had to be read for it. */
  heldObjects: 64,
  /** Roots looked up in memory before other work gets its turn: about a millisecond. */
  rootsPerTurn: 4096,
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
  /** Bytes of a fragment that are hashed before others have their turn: a quarter of a millisecond. */
  hashBytesPerTurn: 128 * KIB,
  /** Allocations named in one line of the log. */
  allocationsNamed: 8,
  /** Tickets whose signature was checked already; checking costs a millisecond. */
  tickets: 4096,
  /** Tickets whose signature is checked: a client has one for half a day. Of all peers together a quarter of a core. */
  ticketChecks: { perSecond: 1, burst: 32, perSecondOfAll: 200, burstOfAll: 400 },
  /** Offers made, each with a signature. A client asks for one for each allocation. */
  offers: { perSecond: 4, burst: 64, perSecondOfAll: 200, burstOfAll: 400 },
  /** Audits answered at once; each may read and hash 256 fragments. */
  audits: 2,
  /** Audits that may wait for their turn. */
  auditsWaiting: 16,
  /** … of one peer; who has most in a full line gives way to who has less. */
  auditsWaitingPerPeer: 4,
  /** Deadline of one audit. */
  auditMs: 60 * SECOND,
  /** Part of what is unsold that offers to clients without an allocation here may hold: asking costs nothing … */
  strangersPart: 0.5,
  /** … but this many units always. */
  strangersUnits: 256,
  /** A kept offer that would end later was made by a clock that was wrong. */
  longestOfferMs: 1 * HOUR,
  /** Offers that can still be taken; each takes 100 bytes of memory, and of the book. */
  openOffers: 16_384,
  /** An offer holds for this long: enough to open allocations, short enough for prices to move. */
  offerMs: 10 * MINUTE,
  /**
   * An allocation is extended at its price while that is below today's by no more than 1 / this. A price by the month is worked out anew at
   * each start, by rounds that are never quite as long as the last time.
   */
  priceWobble: 20n,
  /** The provider's record on chain is believed for this long when making offers. */
  recordMs: 1 * SECOND,

  /** What a status asks of the chain; without an answer by then it does without. */
  statusMs: 5 * SECOND,
  /** What the owner can withdraw is asked again after this, or after a proof. */
  withdrawableMs: 30 * SECOND,

  // Proving
  /** Rounds for which a committed snapshot can still be proved or audited. A chain that rolls back by more is another chain. */
  retainedRounds: 8,
  /** The last part of a round, as 1 / this, in which the provider looks once more whether the chain still has its proof. */
  lookAgainPart: 4,
  /** Longest pause between two tries within a round. */
  retryMs: 30 * SECOND,
  /** Proofs of all providers are spread over this part of a round, as 1 / this: early, with time for more tries … */
  spreadPart: 4,
  /** … and over so many blocks at most: 1,000 proofs of 300,000 gas are ten full blocks of 30 million. */
  spreadBlocks: 256,
  /** Tries to ask a node that is not behind, before the next poll tries again. */
  viewLooks: 3,
  /** Looks in a row that must find an older head than one seen before, until it is believed that the chain went back. */
  olderLooks: 5,
  /** Looks at the round, while a proof is under way, from one look for it in the state to the next. */
  stateLookPolls: 5,
  /** Looks until a transaction that is in no block pays more, and the longest time that they may take. */
  patiencePolls: 30,
  patienceMs: 30 * SECOND,
  /** Transactions to catch up with skipped rounds before one proof, of 64 rounds each: as many as an allocation can last. */
  catchUps: 64,
  /** Age of the chain's head from which on its endpoint is said to stand still. */
  staleHeadMs: 10 * MINUTE,
  /** Kinds of trouble that are said until all of it is over. */
  troubleKinds: 8,
  /** Looks in a row without trouble, until it is said to be over. */
  calmPolls: 3,
  /** Gas of a proof, at least, to tell for how many rounds the node key has enough: what the market promises at most. */
  proofGas: 300_000,
  /** Rounds of gas left at which to warn, and at which it is urgent. */
  gasRoundsLow: 50,
  gasRoundsUrgent: 5,
  /** A provider that was registered before waits this long for the chain when it starts, then goes on without. */
  startMs: 10 * SECOND,

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
  /** Steps of so many stored fragments in which, each round, those are sought that nothing names: a million are looked at in 62 rounds. */
  unnamedSteps: 16,

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

  // Stopping: 5 seconds in all are promised, with the two that a process may linger afterwards (node/cli.ts)
  /** Peers, readers of the status page and work under way have this long, all at once … */
  stopMs: 2 * SECOND,
  /** … and what has not ended so long after that is left behind. */
  stopSlackMs: 0.5 * SECOND,
  /** Then the disk is waited for until it is done; if that takes longer, the log says so. */
  stopDiskMs: 0.5 * SECOND,
} as const;
