// `cairn ledger provider`: one provider's book.

import type { AllocationRecord, DisputeRecord, MarketSettings, ProviderRecord } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import { readProviderKeys } from "../provider-keys.ts";
import { formatSize, formatTokens } from "../quantity.ts";
import { table } from "../table.ts";
import type { CommandContext, CommandSpec } from "./command.ts";
import { counted } from "./counted.ts";
import { addressArgument, MAX_OPTION, reading, rowsOf, stageOf, UNIT_BYTES } from "./ledger-book.ts";
import { readAllocations, readDisputes, type Reading } from "./pages.ts";

/** Missed rounds in a row that cost nothing, and those that eject. */
const FREE_MISSES = 2;
const EJECTING_MISSES = 7;
const LEAF_BYTES = 256;

export const ledgerProviderCommand: CommandSpec = {
  name: "ledger provider",
  arguments: [["[address]", "its owner or node key (default: the provider of the data folder)"]],
  summary: "a provider's book: stake, earnings, misses and what they lead to, allocations, open disputes",
  options: [MAX_OPTION],
  examples: [
    "cairn ledger provider                         # the one of this data folder",
    "cairn ledger provider 0x… --json",
    "cairn ledger provider 0x… --max 10000         # with all its allocations",
  ],
  async run(context) {
    const asked = await addressOf(context);
    return reading(context, (read) => show(context, read, asked));
  },
};

async function addressOf({ arguments: [text], config }: CommandContext): Promise<Address> {
  if (text !== undefined) return addressArgument(text);
  return (await readProviderKeys(config.folder)).owner.signer.address;
}

interface ProviderBook {
  readonly record: ProviderRecord;
  readonly settings: MarketSettings;
  readonly round: number;
  readonly provedNow: boolean;
  /** In the vault at the payout address; it may have come from elsewhere, too. */
  readonly payoutBalance: bigint;
  readonly allocations: readonly AllocationRecord[];
  readonly disputes: readonly DisputeRecord[];
}

async function show(context: CommandContext, read: Reading, asked: Address): Promise<number> {
  const { ledger, signal } = read;
  const owner = (await ledger.providerOf(asked, { signal })) ?? asked;
  const record = await ledger.provider(owner, { signal });
  if (record === undefined) {
    await context.output.result({ owner, registered: false }, [`${owner} is no provider and never was one`]);
    return 1;
  }
  const [clock, settings, balance, allocations, disputes] = await Promise.all([
    ledger.clock({ signal }),
    ledger.settings({ signal }),
    ledger.balance(record.payout, { signal }),
    readAllocations(read, { provider: owner }, rowsOf(context)),
    readDisputes(read, record),
  ]);
  const { round } = clock;
  const [provedNow = false] = await ledger.provedRounds(owner, round, round + 1, { signal });
  const book = { record, settings, round, provedNow, payoutBalance: balance.vault, allocations, disputes };
  await context.output.result(valueOf(book), linesOf(book));
  return 0;
}

function valueOf(book: ProviderBook): Record<string, unknown> {
  const { record, settings, round, provedNow, payoutBalance, allocations, disputes } = book;
  const { ejected: _, ...shown } = record;
  return {
    registered: true,
    round,
    ...shown,
    stakeNeeded: stakeNeeded(record, settings),
    provedNow,
    payoutBalance,
    next: nextOf(book),
    allocations: allocations.map((each) => ({ ...each, state: stageOf(each, record, round) })),
    disputes: disputes.map((each) => ({ ...each, roundsLeft: roundsLeft(each, round) })),
  };
}

function linesOf(book: ProviderBook): string[] {
  const { record, settings, round, payoutBalance, allocations, disputes } = book;
  const { owner, nodeKey, payout, stage, stageRound, stake, liveRate, liveUnits, nextUnits, earned, escrow } = record;
  const { leaves, committedRound, unsettled, compensation } = record;
  const elsewhere = payout === owner ? "the owner" : payout;
  return [
    `provider ${owner}: ${stage} since round ${stageRound}; now is round ${round}`,
    ...table([
      ["  node key", nodeKey],
      [
        "  stake",
        `${formatTokens(stake)} tokens; with less than ${formatTokens(stakeNeeded(record, settings))} it can sell nothing more`,
      ],
      [
        "  sold",
        `${formatSize(liveUnits * UNIT_BYTES)} in this round, ${formatSize(nextUnits * UNIT_BYTES)} in the next`,
      ],
      ["  committed", leaves === 0 ? "nothing" : `${formatSize(leaves * LEAF_BYTES)} in round ${committedRound}`],
      ["  earns", `${formatTokens(liveRate)} tokens with a proof of this round`],
      [
        "  earned",
        `${formatTokens(earned)} tokens to collect, ${formatTokens(payoutBalance)} in the vault at ${elsewhere}`,
      ],
      ["  escrow", `${formatTokens(escrow)} tokens of clients, for rounds to come or to go back to them`],
      ...(compensation > 0n ? [["  slashed", `${formatTokens(compensation)} tokens that wait for its clients`]] : []),
      ["  next", nextOf(book)],
    ]),
    "",
    ...(allocations.length === 0 ? ["no allocations"] : allocationLines(book, unsettled)),
    ...(disputes.length === 0 ? [] : ["", ...disputeLines(disputes, round)]),
  ];
}

function allocationLines({ allocations, record, round }: ProviderBook, unsettled: number): string[] {
  const rows = allocations.map((each) => {
    const { id, client, units, price, startRound, endRound } = each;
    const state = stageOf(each, record, round);
    return [
      id,
      client,
      formatSize(units * UNIT_BYTES),
      formatTokens(price * BigInt(units)),
      startRound,
      endRound,
      state,
    ];
  });
  return [
    `${counted(allocations.length, "allocation")} read, ${unsettled} in all not settled`,
    ...table([["allocation", "client", "room", "tokens/round", "from round", "until round", "state"], ...rows]),
  ];
}

function disputeLines(disputes: readonly DisputeRecord[], round: number): string[] {
  const rows = disputes.map((each) => {
    const { id, challenger, deadline, bond } = each;
    const left = roundsLeft(each, round);
    const until = left > 0 ? `${deadline}, ${counted(left, "round")} left` : `${deadline}: over, anybody may decide it`;
    return [id, askedFor(each), challenger, formatTokens(bond), until];
  });
  return [
    counted(disputes.length, "open dispute"),
    ...table([["dispute", "asks for", "by", "bond", "answer until round"], ...rows]),
  ];
}

function askedFor({ kind, allocation, seq, position }: DisputeRecord): string {
  if (kind === "inclusion") return `state ${seq} of allocation ${allocation} under the root`;
  return kind === "state-leaf" ? `leaf ${position} of allocation ${allocation}` : `leaf ${position} of the root`;
}

/** With the current one; 0 when the time is over. */
function roundsLeft({ deadline }: DisputeRecord, round: number): number {
  return Math.max(0, deadline - round + 1);
}

function stakeNeeded({ nextUnits }: ProviderRecord, { minStake, unitStake }: MarketSettings): bigint {
  const forUnits = unitStake * BigInt(nextUnits);
  return forUnits > minStake ? forUnits : minStake;
}

/** In a sentence, what happens to it if it goes on so. */
function nextOf({ record, settings, provedNow }: ProviderBook): string {
  const { stage, stageRound, misses, stepsTaken, liveUnits, nextUnits, stake, unsettled, openDisputes } = record;
  if (stage === "left") return "it has left and has its stake back";
  const { unbondingRounds } = settings;
  if (stage === "ejected") {
    const bound =
      unsettled + openDisputes === 0
        ? ""
        : `, once ${counted(unsettled, "allocation")} are settled and ${counted(openDisputes, "dispute")} closed`;
    return `it gets what is left of its stake from round ${stageRound + unbondingRounds} on${bound}`;
  }
  const leaving =
    stage === "exiting"
      ? `leaving: its stake is free ${counted(unbondingRounds, "round")} after its last allocation; `
      : "";
  if (misses > 0) return leaving + missesOf(misses, stepsTaken, stepOf(stake, settings));
  if (liveUnits === 0)
    return leaving + (nextUnits === 0 ? "nothing is owed" : "the first proof is due in the next round");
  return leaving + (provedNow ? "this round is proved" : "this round is to be proved");
}

function missesOf(misses: number, stepsTaken: number, step: bigint): string {
  const missed = `${counted(misses, "round")} missed in a row`;
  const due = Math.max(0, misses - FREE_MISSES - stepsTaken);
  const price = `${formatTokens(step)} tokens of stake`;
  if (misses >= EJECTING_MISSES)
    return `${missed}: anybody may have it ejected, and ${counted(due, "step")} of stake taken`;
  if (misses > FREE_MISSES) {
    return `${missed}: ${counted(due, "step")} of about ${price} can be taken now; ${EJECTING_MISSES - misses} more eject it`;
  }
  return `${missed}: from the third on each can cost ${price}, the seventh ejects it`;
}

/** What the next step takes, rounded up as the market does. */
function stepOf(stake: bigint, { slashBasisPoints }: MarketSettings): bigint {
  return (stake * BigInt(slashBasisPoints) + 9_999n) / 10_000n;
}
