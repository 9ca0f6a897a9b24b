// The record behind the curves: what became of each round, and samples of traffic, space and connections. In memory, bounded,
// ascending; history-file.ts keeps it on the disk.

import { MONITOR } from "../limits/index.ts";
import type { HistoryFile, HistoryLine } from "./history-file.ts";
import type { History as HistoryView, RoundPoint, SamplePoint } from "./overview.ts";

export interface HistoryBounds {
  readonly rounds: number;
  readonly samples: number;
}

export class History {
  readonly #file: HistoryFile | undefined;
  readonly #bounds: HistoryBounds;
  readonly #rounds: RoundPoint[] = [];
  readonly #samples: SamplePoint[] = [];
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

  get view(): HistoryView {
    return { rounds: this.#rounds, samples: this.#samples };
  }

  /** `view` as JSON, made once for each change: it is long, and asked for every few seconds. */
  get json(): string {
    return (this.#json ??= JSON.stringify(this.view));
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

  #take({ kind, ...point }: HistoryLine): void {
    this.#json = undefined;
    if (kind === "round") this.#takeRound(point as RoundPoint);
    else insert(this.#samples, point as SamplePoint, "at", this.#bounds.samples);
  }

  /** A daemon that finds its round proved already when it starts does not know any more what that took. */
  #takeRound(point: RoundPoint): void {
    const before = this.#rounds.findLast(({ round }) => round === point.round);
    const isSame = before?.outcome === point.outcome;
    const whole = isSame ? { ...point, gasUsed: point.gasUsed ?? before.gasUsed } : point;
    insert(this.#rounds, whole, "round", this.#bounds.rounds);
  }

  *#lines(): Generator<HistoryLine> {
    for (const point of this.#rounds) yield { kind: "round", ...point };
    for (const point of this.#samples) yield { kind: "sample", ...point };
  }
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
