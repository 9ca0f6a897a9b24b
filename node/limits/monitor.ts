// Bounds of the monitor and its page.

import { KIB, MIB, SECOND, MINUTE, HOUR } from "./units.ts";

/** node/cli: what a command asks of the daemon that runs in the same folder. */
export const MONITOR_CLIENT = {
  /** It answers from memory; a machine that is busy with a million fragments may take its time. */
  answerMs: 5 * SECOND,
  /** Without its record an answer has some thousand bytes; a daemon of another version may send that along. */
  answerBytes: 8 * MIB,
} as const;

/** node/monitor: the status page, the metrics and the record behind them. */
export const MONITOR = {
  // Looking
  /** Between two looks at the daemon's own state; readers get the last one, so that no number of them makes work for the daemon. */
  lookMs: 2 * SECOND,
  /** A look that takes longer than this makes /healthz say that the daemon does not answer. */
  staleMs: 60 * SECOND,

  // The record
  /** Rounds kept: at half an hour each, 42 days. About 100 bytes each on disk. */
  rounds: 2048,
  /** Samples kept, one every sampleMs: 14 days. */
  samples: 4032,
  /** Span of one sample. */
  sampleMs: 5 * MINUTE,
  /** Read of the record's file at the start, at most: three times what it has when it is full. */
  historyBytes: 4 * MIB,
  /** The last points told to a page that has the rest: a page that slept through more of them, about a day, gets everything anew. */
  recentPoints: 512,
  /** Longest line of the record's file; a longer one is none of ours. */
  lineBytes: 4 * KIB,
  /** The file is written anew when it has this many times as many lines as are kept. */
  slackTimes: 2,
  /** Lines that wait for the disk; with a disk that stands still further ones live in memory alone. */
  waitingLines: 1024,

  // Serving
  /** Connections at once: a few browser tabs, Prometheus and a health check. */
  connections: 64,
  /** … and of one address, so that nobody alone keeps the others out. A proxy in front is one address: browsers open six at most each. */
  connectionsPerAddress: 32,
  /** Requests on one connection before it is closed. */
  requestsPerConnection: 1000,
  /** All headers of a request. A cookie, and what browsers add. */
  headerBytes: 8 * KIB,
  /** From the first byte of a request to the end of its headers … */
  headersMs: 5 * SECOND,
  /** … and of all of it; none has a body. */
  requestMs: 10 * SECOND,
  /** A connection that asks nothing is closed after this. */
  keepAliveMs: 10 * SECOND,
  /** Between two looks for connections that are too slow. */
  checkMs: 2 * SECOND,
  /** An answer that the reader does not take is cut after this. */
  answerMs: 20 * SECOND,
  /** Life of the cookie that stands for the token. */
  cookieSeconds: (30 * 24 * HOUR) / SECOND,
  /** Stop waits this long for answers under way. */
  stopMs: 500,

  // Warnings
  /** Free space on the disk at which to warn: what the store keeps free for its index, and as much again. */
  diskFreeBytes: 512 * MIB,
  /** Clock of this machine against that of the chain's head: a head may be a block or an outage old, but not from the future. */
  clockAheadMs: 1 * MINUTE,
  /** Without a peer for so long before it is a warning: a start takes some seconds to find the first, and lines drop now and then. */
  aloneMs: 1 * MINUTE,
  /** Where a round ended by the clock more than this ago, the chain stands, and nobody knows when it goes on. */
  roundOverdueMs: 2 * MINUTE,
  /** Warnings shown at once. */
  warnings: 32,
} as const;

/** node/monitor/page: what runs in the browser of whoever looks at a provider. */
export const STATUS_PAGE = {
  /** Between two looks at the daemon, while it answers. */
  refreshMs: 5 * SECOND,
  /** Doubled after each look that failed, up to this: a phone left open overnight is quiet. */
  slowestMs: 1 * MINUTE,
  /** A look is given up after this. */
  askMs: 10 * SECOND,
  /** Nothing heard for this long: the page says so in its first sentence. One lost answer is not worth a word. */
  silentMs: 20 * SECOND,
  /** The clock on the page. */
  tickMs: 1 * SECOND,
  /** How long "Copied" stays. */
  copiedMs: 2 * SECOND,
  /** Warnings shown at first, and when asked for more. */
  warnings: 4,
  warningsMore: 50,
  /** Rounds in the strip: five lines on a phone. */
  strip: 120,
  /** Missed rounds that are named in words. */
  missedNamed: 5,
  /** Bars of earnings and points of traffic: more do not fit on a phone. */
  bars: 62,
  points: 168,
  /** Addresses shown at first. */
  addresses: 4,
  addressesMore: 64,
  /** Longest text of a warning that can be the first sentence. */
  sentenceCharacters: 140,
} as const;
