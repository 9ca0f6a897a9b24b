// The record behind the curves: what became of each round, and samples of traffic, space and connections. In memory, bounded,
// ascending; history-file.ts keeps it on the disk.

import { randomUUID } from "node:crypto";
import { MONITOR } from "../limits/index.ts";
import type { HistoryFile, HistoryLine } from "./history-file.ts";
import type { Points, RoundPoint, SamplePoint } from "./overview.ts";

export interface HistoryBounds {
  readonly rounds: number;
  readonly samples: number;
}

export class History {
  readonly #file: HistoryFile | undefined;
  readonly #bounds: HistoryBounds;
  readonly #rounds: RoundPoint[] = [];
  readonly #samples: SamplePoint[] = [];
  /** Names this run: to another one its cursors say nothing. */
  readonly #run = randomUUID();
  /** Points taken in this run, of which the last are in `#recent`. */
  #taken = 0;
  #recent: HistoryLine[] = [];
  #json: string | undefined;

  /** Without a file it lasts as long as this object. */
  constructor(file?: HistoryFile, bounds: HistoryBounds = MONITOR) {
    this.#file = file;
    this.#bounds = bounds;
  }

  /** Reads what earlier runs wrote. Never throws: a record that cannot be read is begun anew. */
  async load(): Promise<void> {
    for (const line of (await this.#file?.read()) ?? []) this.#take(line);
  }

  get view(): Points {
    return { rounds: this.#rounds, samples: this.#samples };
  }

  /** Where the record ends now. */
  get cursor(): string {
    return `${this.#run}.${this.#taken}`;
  }

  /** As the JSON of a `History`: what was taken after a cursor, or all that is kept if it is none of this run or too old. */
  json(since?: string): string {
    const news = since === undefined ? undefined : this.#after(since);
    // All of it is long, and made once for each change.
    if (news === undefined) return (this.#json ??= JSON.stringify({ cursor: this.cursor, ...this.view }));
    const points = { rounds: pointsOf(news, "round"), samples: pointsOf(news, "sample") };
    return JSON.stringify({ cursor: this.cursor, since, ...points });
  }

  /** Token base units, of the rounds that are kept. */
  get earned(): bigint {
    return this.#rounds.reduce((sum, { earned }) => sum + BigInt(earned), 0n);
  }

  get lastRound(): number | undefined {
    return this.#rounds.at(-1)?.round;
  }

  /** What is known of a round; later words go before earlier ones. */
  addRound(point: RoundPoint): void {
    this.#write({ kind: "round", ...point });
  }

  addSample(point: SamplePoint): void {
    this.#write({ kind: "sample", ...point });
  }

  /** When all that was added is on its way to the disk, or never will be. */
  async close(): Promise<void> {
    await this.#file?.close();
  }

  #write(line: HistoryLine): void {
    this.#take(line);
    this.#file?.append(line, () => this.#lines());
  }

  #after(cursor: string): HistoryLine[] | undefined {
    const [, run, digits] = /^(.{1,64})\.(\d{1,15})$/.exec(cursor) ?? [];
    const missing = this.#taken - Number(digits);
    return run === this.#run && missing >= 0 && missing <= this.#recent.length
      ? this.#recent.slice(this.#recent.length - missing)
      : undefined;
  }

  #take(line: HistoryLine): void {
    this.#json = undefined;
    this.#taken++;
    if (this.#recent.length >= MONITOR.recentPoints) this.#recent.shift();
    this.#recent.push(line.kind === "round" ? this.#takeRound(line) : this.#takeSample(line));
  }

  #takeSample(line: Line<"sample">): Line<"sample"> {
    insert(this.#samples, pointOf(line), "at", this.#bounds.samples);
    return line;
  }

  /** A daemon that finds its round proved already when it starts does not know any more what that took. */
  #takeRound(line: Line<"round">): Line<"round"> {
    const before = this.#rounds.findLast(({ round }) => round === line.round);
    const isSame = before?.outcome === line.outcome;
    const whole = isSame ? { ...line, gasUsed: line.gasUsed ?? before.gasUsed } : line;
    insert(this.#rounds, pointOf(whole), "round", this.#bounds.rounds);
    return whole;
  }

  *#lines(): Generator<HistoryLine> {
    for (const point of this.#rounds) yield { kind: "round", ...point };
    for (const point of this.#samples) yield { kind: "sample", ...point };
  }
}

type Line<K extends HistoryLine["kind"]> = Extract<HistoryLine, { kind: K }>;

function pointsOf(lines: readonly HistoryLine[], kind: HistoryLine["kind"]): object[] {
  return lines.filter((line) => line.kind === kind).map(pointOf);
}

/** A line without its kind. */
function pointOf<T extends HistoryLine>(line: T): Omit<T, "kind"> {
  const { kind: _, ...point } = line;
  return point;
}

/** In its place, which is nearly always the end, or in that of its like. The oldest go when there are more than `most`. */
function insert<K extends string, T extends Readonly<Record<K, number>>>(
  points: T[],
  point: T,
  key: K,
  most: number,
): void {
  let at = points.length;
  while (at > 0 && (points[at - 1] as T)[key] > point[key]) at--;
  const isThere = points[at - 1]?.[key] === point[key];
  points.splice(isThere ? at - 1 : at, isThere ? 1 : 0, point);
  if (points.length > most) points.splice(0, points.length - most);
}
