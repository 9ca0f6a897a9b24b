// `cairn`: the commands put together, and one run of them from words to exit code.

import { Command, CommanderError } from "commander";
import { auditCommand } from "./audit.ts";
import { addOptions, type CommandSpec, runCommand } from "./command.ts";
import { configCommand } from "./config.ts";
import { deployCommand } from "./deploy.ts";
import { errorReport } from "./error-report.ts";
import { EXIT_CODES, exitCodeOf } from "./exit-code.ts";
import { extendCommand } from "./extend.ts";
import { getCommand } from "./get.ts";
import { ledgerCommands } from "./ledger.ts";
import type { Io } from "./output.ts";
import { providerCommands } from "./provider/index.ts";
import { putCommand } from "./put.ts";
import { statusCommand } from "./status.ts";
import { upCommand } from "./up.ts";
import { VERSION } from "./version.ts";
import { walletCommands } from "./wallet.ts";

export const COMMANDS: readonly CommandSpec[] = [
  upCommand,
  putCommand,
  getCommand,
  extendCommand,
  statusCommand,
  auditCommand,
  ...ledgerCommands,
  deployCommand,
  ...providerCommands,
  ...walletCommands,
  configCommand,
];

const GROUPS: Readonly<Record<string, string>> = {
  ledger: "the market's books: of a provider, a client, a round",
  provider: "offer storage: make a provider, run it, look after it, leave",
  wallet: "the key that signs and pays",
};

/** Runs `cairn` with these words (without `node` and the script). Never throws; resolves with the exit code. */
export async function run(words: readonly string[], io: Io, signal: AbortSignal): Promise<number> {
  let code: number = EXIT_CODES.ok.code;
  const program = buildProgram(io, async (spec, rest, given) => {
    code = await runCommand(spec, rest, given, { io, signal });
  });
  try {
    await program.parseAsync([...words], { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) io.stderr.write(errorReport(error, reportOptions(words)));
    return exitCodeOf(error);
  }
}

type Start = (spec: CommandSpec, words: string[], given: Record<string, unknown>) => Promise<void>;

function buildProgram(io: Io, start: Start): Command {
  const program = configured(new Command("cairn"), io)
    .description(
      "Cairn, a decentralized storage network: encrypted files in pieces, proved every round, paid by a contract.",
    )
    .version(VERSION)
    .addHelpText("after", "\nEvery command explains itself with --help, and takes --json.");
  const groups = new Map<string, Command>();
  for (const spec of COMMANDS) {
    const [first = "", second] = spec.name.split(" ");
    const parent = second === undefined ? program : groupOf(program, groups, first, io);
    addCommand(parent, second ?? first, spec, io, start);
  }
  return program;
}

function groupOf(program: Command, groups: Map<string, Command>, name: string, io: Io): Command {
  const group = groups.get(name) ?? configured(program.command(name), io).description(GROUPS[name] ?? "");
  groups.set(name, group);
  return group;
}

function addCommand(parent: Command, name: string, spec: CommandSpec, io: Io, start: Start): void {
  const command = configured(parent.command(name), io).description(spec.summary);
  for (const [argument, about] of spec.arguments ?? []) command.argument(argument, about);
  addOptions(command, spec);
  command.addHelpText("after", `\nExamples:\n${spec.examples.map((line) => `  ${line}`).join("\n")}`);
  command.action(async () => {
    await start(spec, command.args, command.opts());
  });
}

/** Errors are thrown and not exited with; help is a result and goes to stdout, complaints go to stderr. */
function configured(command: Command, io: Io): Command {
  return command
    .exitOverride()
    .showHelpAfterError("(add --help for the options)")
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
    });
}

function reportOptions(words: readonly string[]): { json: boolean; verbose: boolean } {
  return { json: words.includes("--json"), verbose: words.includes("--verbose") };
}
