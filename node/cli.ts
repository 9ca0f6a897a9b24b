// The process of `cairn`: connects the program to this process's streams, environment and signals, and nothing else.

import { EXIT_CODES, listenForInterrupts, run } from "./cli/index.ts";

const LINGER_MS = 2000;

// A reader that went away (`cairn get … | head`) is no error of ours: end quietly, as the shell expects.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT_CODES.brokenPipe.code);
  throw error;
});
process.stderr.on("error", () => {}); // there is nobody left to tell

const { stdin, stdout, stderr, env } = process;
const interrupt = listenForInterrupts((line) => void stderr.write(`${line}\n`));
const code = await run(process.argv.slice(2), { stdin, stdout, stderr, env, cwd: process.cwd() }, interrupt.signal);
// After a signal, 0 means that stopping was all that was left to do, as with a daemon.
process.exitCode = code === 0 ? 0 : (interrupt.exitCode() ?? code);
interrupt.release();

// Everything is closed by now. Should a connection or timer linger all the same, it does not keep the person waiting.
setTimeout(() => process.exit(), LINGER_MS).unref();
