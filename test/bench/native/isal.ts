/** Intel ISA-L as a coder of the benchmark: a process that takes the time itself, in turn with the candidates of this one. */

import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { loadKernel, SHARD_ALIGN_BYTES } from "../../../erasure/index.ts";
import type { Lap } from "../hot-path/candidate.ts";
import type { Coder, CodingJob } from "../hot-path/job.ts";
import { buildIsalServer } from "./isal-build.ts";

/** Bytes between two shards beyond their length, as our own kernels have it: equal chances in the caches. */
const STRIDE_EXTRA_BYTES = 192;
/** The longest wait for an answer; the longest real one is some seconds. */
const ANSWER_MS = 120_000;

export interface Isal {
  readonly version: string;
  readonly coder: Coder;
  close(): Promise<void>;
}

/** Builds and starts the server. Throws `NoIsalError` where that cannot be. */
export async function openIsal(prefix: string | undefined): Promise<Isal> {
  const built = await buildIsalServer(prefix);
  const server = new LineServer(spawn(built.program, { stdio: ["pipe", "pipe", "inherit"] }));
  const close = (): Promise<void> => server.close();
  try {
    const version = (await server.ask("version")).replace("isal ", "");
    await server.ask(`stride ${STRIDE_EXTRA_BYTES}`);
    return { version, coder: coderOver(server), close };
  } catch (error) {
    await close();
    throw error;
  } finally {
    await built.remove(); // it runs, and needs its file no more: nothing is left behind however this process ends
  }
}

function coderOver(server: LineServer): Coder {
  return {
    implementation: "isal",
    async prepare(job) {
      const { scheme, shardBytes, shards, wanted } = job;
      const present = shards.filter((shard) => shard !== undefined).slice(0, scheme.k);
      const coefficients = await coefficientsOf(job);
      await server.ask(`load ${present.length} ${shardBytes}`, present);
      await server.ask(`matrix ${wanted.length} ${scheme.k}`, coefficients);
      return {
        kind: "elsewhere",
        implementation: "isal",
        clear: () => {}, // the server allocates and clears its output with each matrix
        sample: (runs) => server.run(runs),
        output: () => server.output(wanted.length, shardBytes),
      };
    },
  };
}

/** A row for each wanted shard: what becomes of unit vectors in place of the first k shards that are there. */
async function coefficientsOf({ scheme, shards, wanted }: CodingJob): Promise<Uint8Array[]> {
  const kernel = await loadKernel();
  let column = 0;
  const units = shards.map((shard) => {
    if (shard === undefined || column === scheme.k) return undefined;
    const unit = new Uint8Array(SHARD_ALIGN_BYTES);
    unit[column++] = 1;
    return unit;
  });
  return kernel.reconstruct(scheme, units, wanted).map((row) => row.subarray(0, scheme.k));
}

/** Questions and answers, one after the other. An end of the process fails the question that is open. */
class LineServer {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  /** What came and was not taken; never more than one answer. */
  #pending: Uint8Array[] = [];
  #wake: () => void = () => {};
  #hasEnded = false;

  constructor(child: ChildProcessByStdio<Writable, Readable, null>) {
    this.#child = child;
    child.stdin.on("error", () => {}); // a broken pipe is told by the answer that does not come
    child.stdout.on("data", (chunk: Uint8Array) => {
      this.#pending.push(chunk);
      this.#wake();
    });
    child.once("close", () => {
      this.#hasEnded = true;
      this.#wake();
    });
  }

  async ask(command: string, payload: readonly Uint8Array[] = []): Promise<string> {
    this.#child.stdin.write(`${command}\n`);
    for (const piece of payload) {
      if (!this.#child.stdin.write(piece)) await once(this.#child.stdin, "drain", deadline());
    }
    return this.#line();
  }

  async run(times: number): Promise<Lap> {
    const [, cpu, wall] = (await this.ask(`run ${times}`)).split(" ");
    return { cpu: Number(cpu) / 1e9, wall: Number(wall) / 1e9 };
  }

  async output(rows: number, bytes: number): Promise<Uint8Array[]> {
    await this.ask("output");
    const pieces: Uint8Array[] = [];
    for (let row = 0; row < rows; row++) pieces.push(await this.#bytes(bytes));
    return pieces;
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, "exit", deadline());
    this.#child.stdin.end();
    await ended;
  }

  async #line(): Promise<string> {
    let line = "";
    while (!line.endsWith("\n")) {
      const chunk = await this.#next();
      const end = chunk.indexOf(0x0a) + 1 || chunk.length;
      line += new TextDecoder().decode(chunk.subarray(0, end));
      if (end < chunk.length) this.#pending.unshift(chunk.subarray(end));
    }
    return line.trim();
  }

  async #bytes(count: number): Promise<Uint8Array> {
    const whole = new Uint8Array(count);
    for (let at = 0; at < count;) {
      const chunk = await this.#next();
      const piece = chunk.subarray(0, count - at);
      whole.set(piece, at);
      at += piece.length;
      if (piece.length < chunk.length) this.#pending.unshift(chunk.subarray(piece.length));
    }
    return whole;
  }

  async #next(): Promise<Uint8Array> {
    if (this.#pending.length === 0 && !this.#hasEnded) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("The ISA-L server does not answer.")), ANSWER_MS);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const chunk = this.#pending.shift();
    if (chunk === undefined) throw new Error("The ISA-L server ended; its message stands above.");
    return chunk;
  }
}

function deadline(): { signal: AbortSignal } {
  return { signal: AbortSignal.timeout(ANSWER_MS) };
}
