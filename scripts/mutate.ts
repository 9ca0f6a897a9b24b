// Which faults in the contracts no test notices: runs the forge tests on each mutant of `mutants.ts`. Most are compiled together,
// each behind a switch (`mutant-switches.ts`), and take some seconds; the others are put one by one into a copy of contracts/ and
// take half a minute. What was run stays in the folder's results.jsonl, and the next run goes on from there.
//
//     npm run mutate -- --file Settlement --file Schedule     only these
//     npm run mutate -- --list                                names the mutants that survived, and runs nothing
//     npm run mutate -- --again                               runs the survivors once more, after tests were added
//     npm run mutate -- --workers 2 --folder DIR              two at a time; work below DIR
//
// A survivor that changes nothing anybody could see is listed in EQUIVALENT, with the reason.

import { execFile } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isSwitchable, SWITCH_FILE, SWITCH_SOURCE, withSwitches, type Switch } from "./mutant-switches.ts";
import { EQUIVALENT } from "./mutants-equivalent.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { ROOT } from "./project-files.ts";

type Verdict = "killed" | "survived" | "invalid";

interface Result {
  readonly id: string;
  readonly verdict: Verdict;
}

/** In this order; proofs last, whose tests take longest. */
const FILES = [
  "TokenVault",
  "Slashing",
  "Settlement",
  "Schedule",
  "Compensation",
  "OfferBook",
  "MarketProving",
  "MarketTerms",
  "MarketOpening",
  "MarketProviders",
  "MarketDisputes",
  "MarketState",
  "ProofLib",
  "ProofWalk",
];
/** Tests of what a call costs, which a switch changes, and of what is not mutated. */
const WITHOUT = "Gas|Beacon";
/** Enough for faults, which are not rare. The seed makes a survivor survive again. */
const SETTINGS = {
  FOUNDRY_FUZZ_RUNS: "24",
  FOUNDRY_FUZZ_SEED: "0x1",
  FOUNDRY_INVARIANT_RUNS: "4",
  FOUNDRY_INVARIANT_DEPTH: "64",
  FOUNDRY_GAS_LIMIT: "1073741824",
};
/** A loop without end is noticed, too. */
const DEADLINE_MILLISECONDS = 300_000;
const OUTPUT_BYTES = 2 ** 26;

const { values: options } = parseArgs({
  options: {
    file: { type: "string", multiple: true },
    folder: { type: "string", default: join(tmpdir(), "cairn-mutants") },
    workers: { type: "string", default: "1" },
    list: { type: "boolean", default: false },
    again: { type: "boolean", default: false },
  },
});
const RESULTS = join(options.folder, "results.jsonl");

function sourceOf(file: string): string {
  return readFileSync(join(ROOT, `contracts/src/${file}.sol`), "utf8");
}

/** A copy of the contracts that forge can build, with its own cache. */
function prepare(worker: number): string {
  const folder = join(options.folder, `worker-${worker}`);
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  const copy = (path: string): void => {
    rmSync(join(folder, path), { recursive: true, force: true });
    cpSync(join(ROOT, path), join(folder, path), { recursive: true, preserveTimestamps: true });
  };
  for (const path of ["src", "test", "foundry.toml", "solc.mjs"]) copy(`contracts/${path}`);
  copy("test/vectors");
  // forge reads no source through a link that leads out of the project.
  if (!existsSync(join(folder, "node_modules/@openzeppelin"))) copy("node_modules/@openzeppelin");
  if (!existsSync(join(folder, "node_modules/solc"))) {
    symlinkSync(join(ROOT, "node_modules/solc"), join(folder, "node_modules/solc"));
  }
  return join(folder, "contracts");
}

/** Builds and tests what is in the folder, with a switch on if a number is given. */
function forge(folder: string, number = 0): Promise<Verdict> {
  const FOUNDRY_BLOCK_COINBASE = `0x${number.toString(16).padStart(40, "0")}`;
  return new Promise((resolve) => {
    execFile(
      "forge",
      ["test", "--fail-fast", "--no-match-contract", WITHOUT],
      {
        cwd: folder,
        env: { ...process.env, ...SETTINGS, FOUNDRY_BLOCK_COINBASE },
        timeout: DEADLINE_MILLISECONDS,
        killSignal: "SIGKILL",
        maxBuffer: OUTPUT_BYTES,
      },
      (error, stdout, stderr) => {
        if (error === null) resolve("survived");
        else resolve(/Compiler run failed/.test(stdout + stderr) ? "invalid" : "killed");
      },
    );
  });
}

async function judge(folder: string, mutant: Mutant): Promise<Verdict> {
  const path = join(folder, `src/${mutant.file}.sol`);
  writeFileSync(path, mutant.source);
  try {
    return await forge(folder);
  } finally {
    writeFileSync(path, sourceOf(mutant.file));
  }
}

function resultsSoFar(): Map<string, Verdict> {
  if (!existsSync(RESULTS)) return new Map();
  const lines = readFileSync(RESULTS, "utf8").trim().split("\n").filter(Boolean);
  return new Map(lines.map((line) => JSON.parse(line) as Result).map(({ id, verdict }) => [id, verdict]));
}

function describe({ file, line, before, after }: Mutant): string {
  const short = (text: string): string => text.replaceAll(/\s+/g, " ").trim() || "nothing";
  return `${file}.sol:${line}  ${short(before)}  →  ${short(after)}`;
}

function reasonOf(mutant: Mutant): string | undefined {
  return EQUIVALENT.find(
    ({ file, line, before, after }) =>
      file === mutant.file &&
      mutant.source.split("\n").length > 0 &&
      sourceOf(file).split("\n")[mutant.line - 1]?.trim() === line &&
      mutant.before.replaceAll(/\s+/g, " ") === before &&
      mutant.after === after,
  )?.why;
}

function summary(mutants: readonly Mutant[]): string {
  const verdicts = resultsSoFar();
  const by = (wanted: Verdict | undefined): Mutant[] => mutants.filter(({ id }) => verdicts.get(id) === wanted);
  const survivors = by("survived");
  const equal = survivors.filter((mutant) => reasonOf(mutant) !== undefined);
  return [
    ...survivors.filter((mutant) => !equal.includes(mutant)).map((mutant) => `survived: ${describe(mutant)}`),
    `${mutants.length} mutants: ${by("killed").length} killed, ${survivors.length - equal.length} survived, ${equal.length} equivalent, ${by("invalid").length} do not compile, ${by(undefined).length} not run`,
    "",
  ].join("\n");
}

async function run(mutants: readonly Mutant[]): Promise<void> {
  const verdicts = resultsSoFar();
  const pending = mutants.filter((mutant) => {
    const verdict = verdicts.get(mutant.id);
    return verdict === undefined || (options.again && verdict === "survived" && reasonOf(mutant) === undefined);
  });
  const switches = mutants
    .map((mutant, index) => ({ mutant, number: index + 1 }))
    .filter(({ mutant }) => isSwitchable(mutant));
  const together = switches.filter(({ mutant }) => pending.includes(mutant));
  const alone = pending.filter((mutant) => !isSwitchable(mutant));
  await inWorkers(together, (folder) => {
    writeSwitches(folder, switches);
    return ({ mutant, number }) => [mutant, forge(folder, number)];
  });
  await inWorkers(alone, (folder) => (mutant) => [mutant, judge(folder, mutant)]);
}

/** Works off a list in as many folders as there are workers, and writes each verdict down at once. */
async function inWorkers<Item>(
  items: Item[],
  prepared: (folder: string) => (item: Item) => readonly [Mutant, Promise<Verdict>],
): Promise<void> {
  const work = async (worker: number): Promise<void> => {
    const folder = prepare(worker);
    const judged = prepared(folder);
    if ((await forge(folder)) !== "survived") throw new Error(`the tests fail without any mutant; see ${folder}`);
    for (let item = items.shift(); item !== undefined; item = items.shift()) {
      const [mutant, answer] = judged(item);
      const verdict = await answer;
      appendFileSync(RESULTS, `${JSON.stringify({ id: mutant.id, verdict } satisfies Result)}\n`);
      process.stdout.write(`${verdict.padEnd(8)}  ${describe(mutant)}\n`);
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(Number(options.workers), items.length) }, (_, worker) => work(worker)),
  );
}

function writeSwitches(folder: string, switches: readonly Switch[]): void {
  for (const file of new Set(switches.map(({ mutant }) => mutant.file))) {
    const own = switches.filter(({ mutant }) => mutant.file === file);
    writeFileSync(join(folder, `src/${file}.sol`), withSwitches(sourceOf(file), own));
  }
  writeFileSync(join(folder, `src/${SWITCH_FILE}.sol`), SWITCH_SOURCE);
}

mkdirSync(options.folder, { recursive: true });
const chosen = (options.file ?? FILES).flatMap((file) => mutantsOf(file, sourceOf(file)));
if (!options.list) await run(chosen);
process.stdout.write(summary(chosen));
