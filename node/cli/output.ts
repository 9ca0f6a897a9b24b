// What a command says: its result on stdout, as text or as one JSON document, and everything else on stderr. So the output
// of every command can be piped, and progress is still seen.

import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

/** The outside of a command; tests give their own. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

export class Output {
  readonly #io: Io;
  readonly #isJson: boolean;
  #hasStatus = false;
  #lastStatus = 0;

  constructor(io: Io, isJson: boolean) {
    this.#io = io;
    this.#isJson = isJson;
  }

  /** The result: `value` with --json, the lines otherwise. */
  async result(value: unknown, lines: readonly string[]): Promise<void> {
    await this.bytes(this.#isJson ? `${toJson(value)}\n` : lines.map((line) => `${line}\n`).join(""));
  }

  /** One of several results that follow each other: a line of JSON each with --json. */
  async item(value: unknown, lines: readonly string[]): Promise<void> {
    await this.bytes(this.#isJson ? `${JSON.stringify(value, plain)}\n` : lines.map((line) => `${line}\n`).join(""));
  }

  /** Raw result bytes, at the pace of whoever reads them. */
  async bytes(data: Uint8Array | string): Promise<void> {
    if (!this.#io.stdout.write(data)) await once(this.#io.stdout, "drain");
  }

  /** A line about what is going on. */
  say(line: string): void {
    this.#clearStatus();
    this.#io.stderr.write(`${line}\n`);
  }

  /** A line that the next one replaces on a terminal, at most ten a second; elsewhere it is a line every five seconds. */
  status(line: string): void {
    const isTerminal = this.#io.stderr.isTTY === true;
    const now = performance.now();
    if (now - this.#lastStatus < (isTerminal ? 100 : 5000)) return;
    this.#lastStatus = now;
    if (!isTerminal) return void this.#io.stderr.write(`${line}\n`);
    this.#hasStatus = true;
    this.#io.stderr.write(`\r\u001b[2K${line}`);
  }

  #clearStatus(): void {
    if (this.#hasStatus) this.#io.stderr.write("\r\u001b[2K");
    this.#hasStatus = false;
  }
}

/** JSON with amounts as decimal text and bytes as 0x-hex. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, plain, 2);
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString("hex")}`;
  if (value instanceof Map) return Object.fromEntries(value);
  return value;
}
