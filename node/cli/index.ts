// The command line, as node/cli.ts starts it.

export type { CommandSpec } from "./command.ts";
export { EXIT_CODES, FAULT_EXITS } from "./exit-code.ts";
export { type Interrupt, listenForInterrupts } from "./interrupt.ts";
export type { Io } from "./output.ts";
export { COMMANDS, run } from "./program.ts";
