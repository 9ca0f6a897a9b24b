// The record on the disk: a line of JSON for each point, appended without waiting for it, and written anew when most of its lines
// are of points that are no longer kept. It is for people to look at, so nothing is synced: a crash costs the last lines, and a torn
// one is passed over. A disk that fails or stands still costs the record and nothing else.
//
//   {"kind":"round","round":7,"at":1767225600000,"outcome":"passed","earned":"1000","gasUsed":110000}
//   {"kind":"sample","at":1767225600000,"received":0,"sent":0,"live":0,"dead":0,"connections":0}

import { open, rename, rm, writeFile } from "node:fs/promises";
import { z } from "zod";
import { MONITOR } from "../limits/index.ts";
import type { FileHandle } from "node:fs/promises";
import type { MonitorLog } from "./source.ts";

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const lineSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("round"),
    round: count,
    at: count,
    outcome: z.enum(["passed", "missed", "idle"]),
    earned: z.string().regex(/^\d{1,40}$/),
    gasUsed: count.optional().transform((gas): number | undefined => gas),
  }),
  z.strictObject({
    kind: z.literal("sample"),
    at: count,
    received: count,
    sent: count,
    live: count,
    dead: count,
    connections: count,
  }),
]);

type Parsed = z.output<typeof lineSchema>;
/** With every field, so that a point looks the same whether it was read or made. */
export type HistoryLine =
  | Exclude<Parsed, { kind: "round" }>
  | (Extract<Parsed, { kind: "round" }> & { gasUsed: number | undefined });

/** Owner alone: it tells what a provider earns. */
const FILE_MODE = 0o600;

export class HistoryFile {
  readonly #path: string;
  readonly #log: Pick<MonitorLog, "warn">;
  readonly #most: number;
  #lines = 0;
  #waiting: string[] = [];
  #handle: FileHandle | undefined;
  #work: Promise<void> = Promise.resolve();
  #isWorking = false;
  #hasFailed = false;

  /** `keep` is how many points are kept: the file holds at most some times as many. */
  constructor(path: string, keep: number, log: Pick<MonitorLog, "warn">) {
    this.#path = path;
    this.#most = keep * MONITOR.slackTimes;
    this.#log = log;
  }

  /** What is there and well-formed, in the order it was written. Of a file that is too long for one of ours, its end. */
  async read(): Promise<HistoryLine[]> {
    try {
      const lines = (await readEnd(this.#path, MONITOR.historyBytes)).split("\n");
      this.#lines = lines.length;
      return lines.map(parseLine).filter((line) => line !== undefined);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") this.#fail(error, "cannot be read");
      return [];
    }
  }

  /** Takes a line; never waits. `all` gives every point that is kept now, for when the file is written anew. */
  append(line: HistoryLine, all: () => Iterable<HistoryLine>): void {
    if (this.#waiting.length >= MONITOR.waitingLines) this.#waiting.shift();
    this.#waiting.push(`${JSON.stringify(line)}\n`);
    if (this.#isWorking) return;
    this.#isWorking = true;
    this.#work = this.#writeOut(all).finally(() => (this.#isWorking = false));
  }

  /** Writes what waits. */
  async close(): Promise<void> {
    await this.#work;
    await this.#handle?.close().catch(() => {});
    this.#handle = undefined;
  }

  async #writeOut(all: () => Iterable<HistoryLine>): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        if (this.#lines + this.#waiting.length > this.#most) await this.#writeAnew(all);
        else await this.#appendWaiting();
      }
      this.#hasFailed = false;
    } catch (error) {
      this.#waiting = [];
      await this.#handle?.close().catch(() => {});
      this.#handle = undefined;
      this.#fail(error, "cannot be written");
    }
  }

  async #appendWaiting(): Promise<void> {
    const lines = this.#waiting;
    this.#waiting = [];
    // A line that a crash tore off must not swallow the next one: an empty line is passed over.
    const start = this.#handle === undefined ? "\n" : "";
    this.#handle ??= await open(this.#path, "a", FILE_MODE);
    await this.#handle.appendFile(start + lines.join(""));
    this.#lines += lines.length;
  }

  async #writeAnew(all: () => Iterable<HistoryLine>): Promise<void> {
    const lines = Array.from(all(), (line) => `${JSON.stringify(line)}\n`);
    this.#waiting = [];
    await this.#handle?.close();
    this.#handle = undefined;
    const draft = `${this.#path}.new`;
    await rm(draft, { force: true });
    await writeFile(draft, lines.join(""), { mode: FILE_MODE, flag: "wx" });
    await rename(draft, this.#path);
    this.#lines = lines.length;
  }

  /** Once in a row. */
  #fail(error: unknown, what: string): void {
    if (!this.#hasFailed)
      this.#log.warn(
        { event: "history.failed", file: this.#path, err: error },
        `the record of the status page ${what}; it goes on in memory`,
      );
    this.#hasFailed = true;
  }
}

async function readEnd(path: string, bytes: number): Promise<string> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const end = Buffer.alloc(Math.min(size, bytes));
    const { bytesRead } = await file.read(end, 0, end.length, size - end.length);
    return end.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}

function parseLine(text: string): HistoryLine | undefined {
  if (text === "" || text.length > MONITOR.lineBytes) return undefined;
  try {
    const result = lineSchema.safeParse(JSON.parse(text));
    if (!result.success) return undefined;
    return result.data.kind === "round" ? { ...result.data, gasUsed: result.data.gasUsed } : result.data;
  } catch {
    return undefined;
  }
}
