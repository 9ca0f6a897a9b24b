// Tells what became of each round from looks at the daemon: passed when the daemon says it proved it, missed when the chain counts
// one more, idle when neither happened until the round after the next one.

import type { ProviderStatus } from "../provider/index.ts";
import type { RoundPoint } from "./overview.ts";

/** What of a status tells about rounds. */
export interface RoundSight {
  readonly round: number | undefined;
  readonly chainDown: boolean;
  /** Undefined before the chain told what it knows of us, the misses among it. */
  readonly stage: ProviderStatus["stage"];
  readonly rounds: ProviderStatus["rounds"];
  readonly money: Pick<ProviderStatus["money"], "earned" | "lastGas">;
}

/** Rounds whose end is awaited; with a look every few seconds there are two. Older ones are forgotten, not guessed. */
const MAX_OPEN = 64;

export class RoundWatch {
  /** Rounds that are known and undecided, ascending. */
  #open: number[] = [];
  #last: RoundSight | undefined;
  #seenRound: number | undefined;

  /** `lastRound` is the last one of which an earlier run told. */
  constructor(lastRound?: number) {
    this.#seenRound = lastRound;
  }

  /** What this look decides, ascending by round. */
  see(now: RoundSight, at: number): RoundPoint[] {
    const before = this.#last;
    const { round, stage } = now;
    if (round === undefined || stage === undefined) return [];
    const points = before === undefined ? this.#missedWhileAway(now, round, at) : [];
    this.#openUpTo(round, before === undefined ? round : 0);
    points.push(
      ...this.#passed(now, before, round, at),
      ...this.#missed(now, before, round, at),
      ...this.#idle(now, round, at),
    );
    this.#last = now;
    this.#seenRound = Math.max(round, this.#seenRound ?? round);
    return points.toSorted((a, b) => a.round - b.round);
  }

  /** At the first look the chain tells how many rounds in a row were missed up to now: those that nobody here saw. */
  #missedWhileAway({ rounds }: RoundSight, round: number, at: number): RoundPoint[] {
    const first = Math.max(round - rounds.misses, (this.#seenRound ?? -1) + 1, 0);
    return numbers(first, round).map((missed) => point(missed, at, "missed"));
  }

  /** Not those below `least`, nor those of which was told before, by an earlier run too. */
  #openUpTo(round: number, least: number): void {
    const first = Math.max(least, (this.#seenRound ?? round - 1) + 1, round - MAX_OPEN);
    this.#open.push(...numbers(first, round + 1).filter((one) => !this.#open.includes(one)));
    if (this.#open.length > MAX_OPEN) this.#open.splice(0, this.#open.length - MAX_OPEN);
  }

  /** The last one, and others that turned out to be on the chain after all: of those the newest that are not decided. */
  #passed({ rounds, money }: RoundSight, before: RoundSight | undefined, round: number, at: number): RoundPoint[] {
    const { lastProved, passed } = rounds;
    const isNews = lastProved !== undefined && lastProved !== before?.rounds.lastProved;
    const last = isNews ? [lastProved] : [];
    const others = Math.max(0, passed - (before?.rounds.passed ?? 0) - last.length);
    const over = others === 0 ? [] : this.#open.filter((one) => one < round && one !== lastProved).slice(-others);
    const proved = [...over, ...last];
    for (const one of proved) this.#close(one);
    const earned = shares(money.earned - (before?.money.earned ?? 0n), proved.length);
    return proved.map((one, i) => ({
      round: one,
      at,
      outcome: "passed",
      earned: String(earned[i]),
      gasUsed: one === lastProved ? money.lastGas : undefined,
    }));
  }

  /** The newest ones that are over: the chain counts them as they end. */
  #missed(now: RoundSight, before: RoundSight | undefined, round: number, at: number): RoundPoint[] {
    const more = now.rounds.missed - (before?.rounds.missed ?? 0);
    if (more <= 0) return [];
    const over = this.#open.filter((one) => one < round).slice(-more);
    for (const one of over) this.#close(one);
    return over.map((one) => point(one, at, "missed"));
  }

  /** While the chain is away nothing is known. */
  #idle({ chainDown }: RoundSight, round: number, at: number): RoundPoint[] {
    if (chainDown) return [];
    const over = this.#open.filter((one) => one < round - 1);
    for (const one of over) this.#close(one);
    return over.map((one) => point(one, at, "idle"));
  }

  #close(round: number): void {
    this.#open = this.#open.filter((one) => one !== round);
  }
}

function point(round: number, at: number, outcome: RoundPoint["outcome"]): RoundPoint {
  return { round, at, outcome, earned: "0", gasUsed: undefined };
}

/** A chain that took a proof back leaves less than nothing: that is shown as nothing. */
function shares(sum: bigint, parts: number): bigint[] {
  const whole = sum > 0n ? sum : 0n;
  const count = BigInt(Math.max(1, parts));
  return Array.from({ length: parts }, (_, i) => whole / count + (i === 0 ? whole % count : 0n));
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
