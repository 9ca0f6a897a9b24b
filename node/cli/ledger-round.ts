// `cairn ledger round`: who proved a round, who missed it, and what was paid for it.

import { CairnError } from "../../protocol/index.ts";
import type { Ledger, ProviderRecord } from "../../contracts/index.ts";
import { formatSize, formatTokens } from "../quantity.ts";
import { table } from "../table.ts";
import { type CommandContext, type CommandSpec, wholeNumber } from "./command.ts";
import { reading, UNIT_BYTES } from "./ledger-book.ts";
import { readAllocations, readProviders, type Reading } from "./pages.ts";

const MOST_PROVIDERS = 100_000;
/** Rounds are numbered in 32 bits. */
const ROUNDS = 2 ** 32;
const PROVIDERS = 4_096;
const PROGRESS_EVERY = 64;
/** Allocations of one provider that are looked through for what was live in the round. */
const MOST_ALLOCATIONS = 100_000;

export const ledgerRoundCommand: CommandSpec = {
  name: "ledger round",
  arguments: [["[number]", "which one (default: the last one that is over)"]],
  summary: "a round's book: who proved it and was paid, who missed it, who owed nothing, and whether it counts",
  options: [
    {
      flags: "--max <count>",
      about: `read at most so many providers (default: ${PROVIDERS})`,
      parse: wholeNumber(1, MOST_PROVIDERS),
    },
  ],
  examples: [
    "cairn ledger round",
    "cairn ledger round 120 --json | jq '.providers[] | select(.outcome == \"missed\")'",
  ],
  async run(context) {
    await reading(context, (read) => show(context, read));
  },
};

/** `due`: the round is not over. `void`: its seed came too late, and nobody has missed it. */
type Outcome = "proved" | "missed" | "due" | "void" | "not owed";

interface Line {
  readonly provider: string;
  readonly outcome: Outcome;
  /** Live in the round; undefined where it was proved, because what it paid says it. */
  readonly units: number | undefined;
  readonly paid: bigint;
}

async function show(context: CommandContext, read: Reading): Promise<void> {
  const { ledger, signal } = read;
  const clock = await ledger.clock({ signal });
  const round = numberOf(context) ?? Math.max(0, clock.round - 1);
  const isOver = round < clock.round;
  const most = typeof context.options["max"] === "number" ? context.options["max"] : PROVIDERS;
  const [isVoid, proofs, records] = await Promise.all([
    isOver ? ledger.isVoid(round, { signal }) : false,
    round > clock.round ? [] : ledger.proofs(round, { signal }),
    readProviders(read, most),
  ]);
  const paidTo = new Map(proofs.map(({ provider, earned }) => [provider, earned]));
  const lines: Line[] = [];
  for (const record of records) {
    const paid = paidTo.get(record.owner);
    lines.push(
      paid === undefined
        ? await unprovedLine(read, record, round, isOver, isVoid)
        : { provider: record.owner, outcome: "proved", units: undefined, paid },
    );
    if (lines.length % PROGRESS_EVERY === 0)
      context.output.status(`looked at ${lines.length} of ${records.length} providers`);
  }
  const paid = proofs.reduce((sum, { earned }) => sum + earned, 0n);
  const counts = countsOf(lines);
  const { firstBlock, lastBlock } = blocksOf(ledger, round);
  const value = { round, firstBlock, lastBlock, over: isOver, void: isVoid, paid, counts, providers: lines };
  await context.output.result(value, [
    `round ${round}, blocks ${firstBlock} to ${lastBlock}: ${stateOf(isOver, isVoid)}`,
    ...(lines.length === 0 ? ["no providers"] : table([["provider", "outcome", "room", "paid"], ...lines.map(rowOf)])),
    `${counts.proved} proved, ${counts.missed} missed, ${counts.due} due, ${counts.void} excused, ${counts["not owed"]} owed nothing; ${formatTokens(paid)} tokens paid`,
  ]);
}

function numberOf({ arguments: [text] }: CommandContext): number | undefined {
  if (text === undefined) return undefined;
  const round = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (round < ROUNDS) return round;
  throw new CairnError("ERR_CONFIG_INVALID", `${text} is no round: give a whole number.`, { facts: { round: text } });
}

async function unprovedLine(
  read: Reading,
  record: ProviderRecord,
  round: number,
  isOver: boolean,
  isVoid: boolean,
): Promise<Line> {
  const units = await unitsIn(read, record, round);
  const unproved = isVoid ? "void" : isOver ? "missed" : "due";
  return { provider: record.owner, outcome: units === 0 ? "not owed" : unproved, units, paid: 0n };
}

/** What was live at a provider in a round; what its allocations have grown by since counts, too. */
async function unitsIn(read: Reading, record: ProviderRecord, round: number): Promise<number> {
  const { owner, ejected, stage, stageRound } = record;
  // From the round of its ejection on nothing is live.
  if ((ejected || stage === "left") && round >= stageRound) return 0;
  const allocations = await readAllocations(read, { provider: owner }, MOST_ALLOCATIONS);
  return allocations
    .filter(({ startRound, endRound }) => startRound <= round && round < endRound)
    .reduce((sum, { units }) => sum + units, 0);
}

function blocksOf({ deployment }: Ledger, round: number): { firstBlock: number; lastBlock: number } {
  const { genesisBlock, roundBlocks } = deployment;
  const firstBlock = genesisBlock + round * roundBlocks;
  return { firstBlock, lastBlock: firstBlock + roundBlocks - 1 };
}

function countsOf(lines: readonly Line[]): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { proved: 0, missed: 0, due: 0, void: 0, "not owed": 0 };
  for (const { outcome } of lines) counts[outcome]++;
  return counts;
}

function stateOf(isOver: boolean, isVoid: boolean): string {
  if (!isOver) return "not over";
  return isVoid ? "void: its seed did not come by its middle, and nobody has missed it" : "over, and it counts";
}

function rowOf({ provider, outcome, units, paid }: Line): string[] {
  return [provider, outcome, units === undefined ? "" : formatSize(units * UNIT_BYTES), formatTokens(paid)];
}
