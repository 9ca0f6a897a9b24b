// What peers send is taken in turns. A stream costs its peer some bytes and us a millisecond; nothing else in this process would get
// its turn while a line full of them is worked off. So in one round of the event loop only so much of it is taken, next is whoever had
// least so far, and whoever sends more than is taken waits: nothing is lost, and nobody is slowed down while there is nothing else to do.

import type { NetworkLimits } from "./network.ts";

export type TurnLimits = Pick<NetworkLimits, "turnMs" | "turnLeastMs" | "turnRoundMs">;

/** Whose turns are counted together: all that come from one corner of the Internet. */
interface Party {
  /** What it had, in milliseconds of our time, seen from where it began to want something. */
  had: number;
  lanes: number;
  waiting: Work[];
}

interface Work {
  readonly lane: OwnLane;
  readonly ms: number;
  readonly run: () => void;
}

export class Turns {
  readonly #limits: TurnLimits;
  readonly #clock: () => number;
  readonly #parties = new Map<string, Party>();
  /** Those that wait. */
  readonly #queue = new Set<Party>();
  /** What the party had that was served last. */
  #now = 0;
  /** Time that work has taken by itself: what was done within another's is not counted twice. */
  #worked = 0;
  #spent = 0;
  #budget: number;
  #began: number | undefined;
  #scheduled = false;

  /** `clock` in milliseconds. */
  constructor(limits: TurnLimits, clock: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#budget = limits.turnMs;
    this.#clock = clock;
  }

  /** A line of work of `name`; work of one lane is done in order. */
  lane(name: string): Lane {
    const party = this.#parties.get(name) ?? { had: this.#now, lanes: 0, waiting: [] };
    this.#parties.set(name, party);
    party.lanes++;
    const lane: OwnLane = {
      waiting: 0,
      add: (ms, run) => this.#add(party, { lane, ms, run }),
      end: () => {
        this.#forget(party, lane);
        if (--party.lanes === 0) this.#parties.delete(name);
      },
    };
    return lane;
  }

  /** Resolves when it is the turn of `name` to have so much of our time; rejects when that takes longer than `mostMs`. */
  async pass(name: string, ms: number, mostMs: number): Promise<void> {
    const lane = this.lane(name);
    const turn = Promise.withResolvers<void>();
    const timer = setTimeout(() => turn.reject(new Error(`no turn came within ${mostMs} ms`)), mostMs);
    lane.add(ms, turn.resolve);
    try {
      await turn.promise;
    } finally {
      clearTimeout(timer);
      lane.end();
    }
  }

  #add(party: Party, work: Work): void {
    if (this.#queue.size === 0 && this.#spent < this.#budget) return this.#do(party, work);
    this.#schedule();
    if (!this.#queue.has(party)) {
      party.had = Math.max(party.had, this.#now);
      this.#queue.add(party);
    }
    party.waiting.push(work);
    work.lane.waiting++;
  }

  #forget(party: Party, lane: OwnLane): void {
    if (lane.waiting === 0) return;
    party.waiting = party.waiting.filter((work) => work.lane !== lane);
    if (party.waiting.length === 0) this.#queue.delete(party);
  }

  #do(party: Party, { ms, run }: Work): void {
    // Whoever begins to want something starts where the others are: it neither saves up turns nor owes for those nobody else wanted.
    this.#now = Math.max(this.#now, party.had);
    const started = this.#clock();
    const before = this.#worked;
    try {
      run();
    } finally {
      const own = this.#clock() - started - (this.#worked - before);
      this.#worked += own;
      const cost = own + ms;
      party.had = Math.max(party.had, this.#now) + cost;
      this.#spent += cost;
      // Where little is done it need not be counted anew in each round.
      if (this.#spent > this.#budget / 2) this.#schedule();
    }
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#round());
  }

  // Runs once in each round of the event loop while there is something to do.
  #round(): void {
    this.#scheduled = false;
    this.#adapt();
    this.#spent = 0;
    while (this.#queue.size > 0 && this.#spent < this.#budget) this.#next();
    // A round in which nothing waits is measured no more: it may be long because nothing happens.
    if (this.#queue.size > 0) this.#schedule();
    else this.#began = undefined;
  }

  /** Rounds that are longer than they should be have too much in them: what was taken goes on to cost time after its turn. */
  #adapt(): void {
    const { turnMs, turnLeastMs, turnRoundMs } = this.#limits;
    const now = this.#clock();
    const tooLong = this.#began !== undefined && now - this.#began > turnRoundMs;
    this.#budget = tooLong ? Math.max(turnLeastMs, this.#budget / 2) : Math.min(turnMs, this.#budget * 1.25);
    this.#began = now;
  }

  #next(): void {
    let next: Party | undefined;
    for (const party of this.#queue) if (next === undefined || party.had < next.had) next = party;
    const work = next?.waiting.shift();
    if (next === undefined || work === undefined) return;
    work.lane.waiting--;
    if (next.waiting.length === 0) this.#queue.delete(next);
    this.#do(next, work);
  }
}

/** What one connection wants done, one thing after the other. */
export interface Lane {
  /** Does it now, or when its turn has come. `ms`: what it costs besides the time that `run` takes, because more follows from it. */
  add(ms: number, run: () => void): void;
  /** Nothing is added any more, and what waits is not done. To be called once. */
  end(): void;
}

interface OwnLane extends Lane {
  /** What of it waits. */
  waiting: number;
}
