// What the status page shows, and what a running provider tells other programs of its owner: one JSON document.
// Amounts are decimal text in base units (10^-18 token), sizes bytes, times milliseconds since 1970, unless a name says otherwise.

/** `GET /api/overview`. */
export interface Overview {
  readonly version: string;
  readonly startedAt: number;
  readonly now: number;
  /** The provider's address on chain. */
  readonly owner: string;
  /** The address that pays the gas of proofs. */
  readonly nodeKey: string | undefined;
  readonly peer: string;
  readonly addresses: readonly string[];
  readonly reachability: "public" | "relayed" | "private" | "unknown";
  /** What it asks, in base units per unit (1 MiB) and round. */
  readonly price: string;
  readonly chain: {
    readonly isDown: boolean;
    readonly round: number | undefined;
    readonly roundSeconds: number | undefined;
    /** When the present round will be over, at the pace of the blocks seen; undefined while the chain is away or stands. */
    readonly roundEndsAt: number | undefined;
    /** `active`, `exiting`, `ejected`, `left`; undefined before the chain answered. */
    readonly stage: string | undefined;
  };
  readonly rounds: {
    /** `passed` and `missed` are since the start; the record knows of those before. */
    readonly passed: number;
    readonly missed: number;
    readonly lastProved: number | undefined;
    /** In a row, by the chain. */
    readonly misses: number;
    readonly openDisputes: number;
  };
  readonly money: {
    readonly stake: string;
    readonly escrow: string;
    readonly withdrawable: string | undefined;
    /** Since the start of the record that `history` shows. */
    readonly earned: string;
    readonly liveRate: string;
    /** What the node key has left for transactions, in base units of the chain's own coin. */
    readonly gas: string | undefined;
    /** At the present price of gas. */
    readonly roundsOfGasLeft: number | undefined;
  };
  readonly space: {
    readonly capacity: number;
    readonly live: number;
    /** In logs, not yet compacted. */
    readonly dead: number;
    /** Paid for and not yet used. `live`, `reserved` and `free` are parts of `capacity` that do not overlap. */
    readonly reserved: number;
    readonly free: number;
    readonly diskFree: number;
    readonly fragments: number;
    readonly allocations: number;
  };
  readonly scrub: {
    /** Of the present pass, 0 to 1. */
    readonly progress: number;
    readonly lastPassAt: number | undefined;
    readonly corrupt: number;
  };
  readonly peers: { readonly connections: number; readonly servers: number; readonly serving: number };
  /** Bytes of fragments since the last sample of the record, which are in none yet. */
  readonly traffic: { readonly received: number; readonly sent: number };
  readonly warnings: readonly Warning[];
  readonly history: History;
}

export interface Warning {
  readonly level: "info" | "warn" | "error";
  /** A code of docs/errors.md, or a name of our own in the same form. */
  readonly code: string;
  /** What is wrong and what it costs. */
  readonly text: string;
  readonly whatToDo: string;
  readonly since: number;
}

/** The record. */
export interface History extends Points {
  /** Where it ends. Asked with `?since=` this, the next answer has only what came after it. */
  readonly cursor: string;
  /** The cursor after which this begins; undefined if it is all that is kept. */
  readonly since: string | undefined;
}

export interface Points {
  /** Ascending; at most MONITOR.rounds. */
  readonly rounds: readonly RoundPoint[];
  /** Ascending; at most MONITOR.samples. */
  readonly samples: readonly SamplePoint[];
}

export interface RoundPoint {
  readonly round: number;
  readonly at: number;
  /** `idle`: nothing was owed. */
  readonly outcome: "passed" | "missed" | "idle";
  readonly earned: string;
  readonly gasUsed: number | undefined;
}

/** One span of `MONITOR.sampleMs`. */
export interface SamplePoint {
  readonly at: number;
  /** Bytes of fragments received and sent in the span. */
  readonly received: number;
  readonly sent: number;
  readonly live: number;
  readonly dead: number;
  readonly connections: number;
}
