/** A terminal for tests: runs `cairn` in this process and keeps what it says. */

import { PassThrough, Readable, Writable } from "node:stream";
import { run, type Io } from "../../../node/cli/index.ts";

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stdoutBytes: Uint8Array;
  readonly stderr: string;
}

export interface TerminalOptions {
  readonly cwd: string;
  readonly env?: Record<string, string>;
  readonly stdin?: string | Uint8Array;
  /** Answers of a person at a terminal, typed one after the other as the prompts come; then Ctrl-D. */
  readonly answers?: readonly string[];
  readonly signal?: AbortSignal;
  /** Told of each piece of standard output as it is written. */
  readonly onOutput?: (text: string) => void;
  /** The same for standard error. */
  readonly onSaid?: (text: string) => void;
}

/** Runs `cairn words…` to its end. */
export async function cairn(words: readonly string[], options: TerminalOptions): Promise<Said> {
  const { answers } = options;
  const stdin = answers === undefined ? streamOf(options.stdin) : Object.assign(new PassThrough(), { isTTY: true });
  const [stdout, stderr] = [
    new Kept(options.onOutput),
    new Kept(answers === undefined ? options.onSaid : typist(stdin as PassThrough, answers)),
  ];
  if (answers !== undefined) Object.assign(stderr, { isTTY: true });
  const io: Io = { stdin, stdout, stderr, env: options.env ?? {}, cwd: options.cwd };
  const code = await run(words, io, options.signal ?? new AbortController().signal);
  return { code, stdout: stdout.text(), stdoutBytes: stdout.bytes(), stderr: stderr.text() };
}

function streamOf(stdin: string | Uint8Array | undefined): Readable {
  return stdin === undefined ? new PassThrough() : Readable.from([Buffer.from(stdin)]);
}

/** Types an answer whenever a line ends as a prompt does. */
function typist(keys: PassThrough, answers: readonly string[]): (text: string) => void {
  const left = [...answers];
  return (text) => {
    if (!text.endsWith(": ")) return;
    const answer = left.shift();
    if (answer === undefined) keys.end();
    else keys.write(`${answer}\n`);
  };
}

class Kept extends Writable {
  readonly #parts: Buffer[] = [];
  readonly #onOutput: ((text: string) => void) | undefined;

  constructor(onOutput?: (text: string) => void) {
    super();
    this.#onOutput = onOutput;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#parts.push(Buffer.from(chunk));
    this.#onOutput?.(chunk.toString());
    done();
  }

  bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#parts));
  }

  text(): string {
    return Buffer.concat(this.#parts).toString("utf8");
  }
}
