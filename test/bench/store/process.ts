/**
 * A provider's pieces in a process of their own, so that starts, memory and kills are those of a daemon. It is asked in lines of
 * JSON and answers each with one. It ends with its standard input.
 */

import { createInterface } from "node:readline";
import { keySigner } from "../../../protocol/index.ts";
import { openPieces } from "./pieces.ts";
import { questions } from "./questions.ts";
import type { Place } from "./pieces.ts";
import type { Asked, Question } from "./questions.ts";

export interface ProcessSettings {
  readonly place: Place;
  /** Hex, of the client who bought the allocations. */
  readonly clientKey: string;
}

/** The first line: milliseconds from the start of the process until its modules were there, and until all was open. */
export interface Started {
  readonly importedMs: number;
  readonly openedMs: number;
  /** Milliseconds of CPU until then, of all threads: what a busy machine does not change. */
  readonly cpuMs: number;
}

const importedMs = performance.now();
const { place, clientKey } = JSON.parse(process.argv[2] ?? "{}") as ProcessSettings;
const client = keySigner(new Uint8Array(Buffer.from(clientKey, "hex")));
const pieces = await openPieces(place);
const asked: Asked = { pieces, owner: place.owner, client };
const { user, system } = process.cpuUsage();
answer({ importedMs, openedMs: performance.now(), cpuMs: (user + system) / 1e3 });

for await (const line of createInterface({ input: process.stdin })) {
  const { question, ask } = JSON.parse(line) as { question: Question; ask: never };
  answer(await questions[question](asked, ask));
}
process.exit();

function answer(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
