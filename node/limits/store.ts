// Bounds of a provider's logs.

import { KIB, MIB, SECOND, MINUTE, HOUR } from "./units.ts";

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

  /** With less than this on the disk nothing at all is written: LevelDB takes no more before a restart once it has met the end of a disk. */
  indexSpareBytes: 4 * MIB,

  /** Logs open for fragments that expire together, besides the one for all others: what each batch may have to sync. */
  groupLogs: 8,
  /** Logs of one batch that are written and synced at once: half of Node's file threads, so that readers need not wait for syncs. */
  syncsAtOnce: 2,

  // Reading
  /** Logs held open for reading. */
  openLogs: 64,
  /** Bytes read at once when a log is scanned. */
  scanBytes: 1 * MIB,
  /** … and when only what stands between payloads is of interest, or records are small. */
  scanWindowBytes: 64 * KIB,
  /** Records indexed in one step when logs are replayed. */
  replayRecords: 1024,
  /** Places of damage listed one by one; the rest is only counted. */
  damageListed: 64,

  // Index and book, LevelDB both
  /**
   * Tables of a database held open, and 10 for its other files: the fewest that LevelDB takes. Each is mapped into memory, so by
   * default a million fragments have 160 MB there, and ten times as many 1.6 GB. Opening one anew costs some 60 µs.
   */
  databaseFiles: 64 + 10,
  /** … of so many bytes, the fewest that LevelDB takes: at most 128 MiB of both databases are mapped, however many fragments there are. */
  databaseFileBytes: 1 * MIB,

  /** Free on the disk before the book, after a write that failed, puts what it has in memory into a table: that is 4 MiB at most. */
  bookSpareBytes: 16 * MIB,

  // Compaction
  /** A log is copied and deleted when more than this share of it is dead. */
  deadShare: 0.5,
  /** An open log is ended for that when it is this part of a full log, or of the capacity. */
  currentShare: 0.25,
  /** Copied in one step: a batch that somebody else waits for is not longer by more. */
  compactionStepBytes: 1 * MIB,
  compactionStepRecords: 256,
  /** Copied in a second while the disk has room: a quarter of what a slow solid-state disk writes. Unbounded when it has not. */
  compactionBytesPerSecond: 64 * MIB,
  /** Left free by a copy, for the index. Puts leave keepFreeBytes, so that a disk full of fragments can be compacted. */
  compactionSpareBytes: 8 * MIB,

  // Scrub
  /** Read in a second: a terabyte in 18 hours, and a tenth of what a hard disk gives, a fiftieth of a core. */
  scrubBytesPerSecond: 16 * MIB,
  /** From the end of one pass to the next. */
  scrubEveryMs: 7 * 24 * HOUR,
  /** From the start to the first read. */
  scrubAfterMs: 1 * MINUTE,
  /** After something other than a fragment went wrong. */
  scrubRetryMs: 1 * MINUTE,
  /** Reads in a row that may fail before it is the disk that is broken, and not a fragment. */
  scrubFailures: 8,
  /** Fragments listed at once; as often the place is kept. */
  scrubEntries: 256,
  /** It waits for a busy store so long, fragment by fragment, and looks so often whether it is still busy. */
  scrubYieldMs: 1 * SECOND,
  scrubLookMs: 20,
} as const;
