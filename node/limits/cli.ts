// Bounds of the commands.

import { MIB, SECOND, MINUTE } from "./units.ts";

/** node/cli: what the commands ask of a chain's endpoint besides the Ledger. */
export const RPC = {
  /** One request, whatever is in it. */
  answerMs: 15 * SECOND,
  /** An endpoint that says 429 is asked again so often, after one, two and three times this. */
  retries: 3,
  retryMs: 1 * SECOND,
  /** Calls in one request; public endpoints take 100 or fewer. */
  callsAtOnce: 32,
  /** One answer: 10,000 blocks of one provider's logs are far below. */
  answerBytes: 8 * MIB,
  /** Of an endpoint's own words in an error. */
  messageCharacters: 300,
  /** Blocks asked for logs at once: as many as most endpoints give … */
  logBlocks: 10_000,
  /** … and the fewest before the endpoint is taken to refuse. */
  leastLogBlocks: 16,
  /** Events of one provider that are read; beyond it the time asked for is cut short. */
  events: 50_000,
  /** Transactions whose price is read one by one, the newest; older ones are counted at their mean. */
  receipts: 2048,
} as const;

/** node/cli: `cairn provider doctor`, and from where on it warns. */
export const DOCTOR = {
  /** Written to try the disk: beyond what its own cache hides, and done in seconds on a slow one … */
  probeBytes: 64 * MIB,
  probePieceBytes: 4 * MIB,
  /** … and no longer than this. */
  probeMs: 5 * SECOND,
  /** Small writes of which the middle one counts. */
  probeSyncs: 9,
  /** Slower than a home's uplink of 100 Mbit/s: the disk holds up every put. */
  slowBytesPerSecond: 12 * MIB,
  /** A put waits for several of these; a hard disk takes 10 to 30. */
  slowSyncMs: 100,
  /** The store keeps as much free for its index and book (STORE.keepFreeBytes). */
  leastFreeBytes: 256 * MIB,
  /** Log files whose lengths are added up: 16 TiB of them. */
  logFiles: 65_536,
  /** Between two clocks. Tickets and offers are good for minutes. */
  driftSeconds: 30,
  /** The newest block is older than both of these: the endpoint lags, or the chain stands. */
  lagSeconds: 120,
  lagBlocks: 10,
  /** Asking more than so many times what the middle provider is paid. */
  dearTimes: 2n,
  /** Days of gas from which on there is no warning, besides the rounds at which the daemon warns. */
  gasDays: 7,
  /**
   * A peer that is started to be looked at has heard from others by then, or does not. With a single first peer a no takes two of its
   * answers: 8 s to join, 1 s to the first round, 5 s for it, 13 s to the next, 5 s again.
   */
  reachMs: 40 * SECOND,
  reachPollMs: 250,
  /** Between two questions to a daemon that does not know yet. */
  reachAgainMs: 1 * SECOND,
  /** After a no: the time that relays have to offer a place. */
  relayMs: 6 * SECOND,
  /** With nobody connected for so long there is nobody who could answer. */
  lonelyMs: 15 * SECOND,
  /** What the chain says, all of it; an endpoint that takes longer is not one to prove by. For `cairn provider status` too. */
  chainMs: 15 * SECOND,
  /** Connecting to one of our own ports. */
  connectMs: 2 * SECOND,
} as const;

/** node/cli: `cairn provider exit`. */
export const EXIT = {
  /** Longest pause between two looks at the chain while it waits. */
  lookMs: 1 * MINUTE,
  /** Rounds after which everything is read anew: a client may have ended its allocation meanwhile. */
  roundsToTrust: 8,
  /** Longest wait for a transaction that a call has sent before it was stopped: as long as one may take to get into a block. */
  sentMs: 2 * MINUTE,
  /** Disputes decided in one step, a transaction each. */
  decisionsAtOnce: 16,
} as const;
