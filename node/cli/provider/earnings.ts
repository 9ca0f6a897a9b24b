// `cairn provider earnings`: what came in and what it cost, by the chain's own events, and what the allocations of today will bring.

import { InvalidArgumentError } from "commander";
import type { AllocationRecord, Ledger, ProviderRecord } from "../../../contracts/index.ts";
import { MONTH_SECONDS, monthPrice } from "../../price.ts";
import { formatSeconds, formatSize, shortTokens } from "../../quantity.ts";
import { table } from "../../table.ts";
import { readNetworkOf } from "../chain.ts";
import { type Pace, readBlockTimes, readPace } from "../chain-pace.ts";
import { type CommandContext, type CommandSpec, wholeNumber } from "../command.ts";
import { counted } from "../counted.ts";
import { reading, UNIT_BYTES } from "../ledger-book.ts";
import { readAllocations } from "../pages.ts";
import type { Rpc } from "../rpc.ts";
import { type By, dayOf, type Period, periodsOf, sumOf, timeOf } from "./earnings-book.ts";
import { covered, type Forecast, forecast } from "./forecast.ts";
import { gasSpent, type GasSpent } from "./gas-spent.ts";
import { proofGas } from "./gas.ts";
import { type MarketEvents, readMarketEvents } from "./market-events.ts";
import { readOwnerKey } from "./own-keys.ts";

const STANDARD_DAYS = 30;
const MOST_DAYS = 366;
const SECONDS_A_DAY = 86_400;
/** Blocks whose time is read, to give the others theirs. */
const KNOWN_TIMES = 64;
const MOST_ALLOCATIONS = 16_384;

export const earningsCommand: CommandSpec = {
  name: "provider earnings",
  summary:
    "what the provider earned and what it cost, by day or round, from the chain's events; and a forecast for 30 days",
  options: [
    {
      flags: "--days <count>",
      about: `look back so many days (default: ${STANDARD_DAYS})`,
      parse: wholeNumber(1, MOST_DAYS),
    },
    { flags: "--by <period>", about: "a line for each day or for each round (default: day)", parse: periodOf },
  ],
  examples: [
    "cairn provider earnings --folder /srv/cairn",
    "cairn provider earnings --folder /srv/cairn --days 2 --by round",
    "cairn provider earnings --folder /srv/cairn --json | jq .forecast",
  ],
  run: earnings,
};

function periodOf(text: string): By {
  if (text === "day" || text === "round") return text;
  throw new InvalidArgumentError("Use day or round.");
}

async function earnings(context: CommandContext): Promise<number> {
  const owner = (await readOwnerKey(context.config.folder)).signer.address;
  return reading(context, async (read) => {
    const record = await read.ledger.provider(owner, { signal: context.signal });
    if (record === undefined) {
      await context.output.result({ owner, registered: false }, [
        `provider ${owner} is not registered and has earned nothing`,
      ]);
      return 1;
    }
    const allocations = await readAllocations(read, { provider: owner }, MOST_ALLOCATIONS);
    const book = await readBook(context, read.ledger, record, allocations);
    await context.output.result(valueOf(book), linesOf(book));
    return 0;
  });
}

interface Book {
  readonly record: ProviderRecord;
  readonly by: By;
  readonly days: number;
  readonly pace: Pace;
  readonly events: MarketEvents;
  readonly spent: GasSpent;
  readonly periods: readonly Period[];
  readonly missed: number;
  readonly ahead: Forecast;
  /** Wei of a proof at the price of now, and the gas it takes. */
  readonly proofCost: bigint;
  readonly proofGas: bigint;
  /** Of those paid for within the horizon. */
  readonly capacity: number;
}

async function readBook(
  context: CommandContext,
  ledger: Ledger,
  record: ProviderRecord,
  allocations: readonly AllocationRecord[],
): Promise<Book> {
  const { options, config, signal, output } = context;
  const [days, by] = [Number(options["days"] ?? STANDARD_DAYS), (options["by"] ?? "day") as By];
  const network = await readNetworkOf(config);
  const rpc: Rpc = { url: network.rpcUrl, signal };
  const [pace, clock] = await Promise.all([readPace(rpc, network), ledger.clock({ signal })]);
  const blocks = Math.ceil((days * SECONDS_A_DAY * network.roundBlocks) / pace.roundSeconds);
  const from = Math.max(network.genesisBlock, pace.head.block - blocks);
  output.status("reading the events of the market …");
  const events = await readMarketEvents(rpc, network, record.owner, { from, to: pace.head.block });
  const transactions = events.events.map(({ transaction }) => transaction);
  output.status(`reading ${transactions.length} receipts …`);
  const spent = await gasSpent(rpc, transactions, [record.owner, record.nodeKey]);
  const known = await readBlockTimes(rpc, evenly(Math.min(events.from, pace.head.block), pace.head.block));
  const roundAt = (block: number): number => Math.floor((block - network.genesisBlock) / network.roundBlocks);
  const periods = periodsOf(events.events, spent.costs, (event) => {
    if (by === "day") return dayOf(timeOf(event.block, known));
    return String(event.kind === "proof" ? event.round : roundAt(event.block));
  });
  const span = { from: Math.max(0, roundAt(events.from)), to: clock.round };
  const provedNow = (await ledger.provedRounds(record.owner, clock.round, clock.round + 1, { signal }))[0] === true;
  const horizon = {
    round: clock.round,
    isDue: !provedNow && clock.blocksLeft > 0,
    rounds: Math.floor(MONTH_SECONDS / pace.roundSeconds),
  };
  const gas = spent.usual ?? proofGas(network.challenges);
  return {
    record,
    by,
    days,
    pace,
    events,
    spent,
    periods,
    missed: missedRounds(allocations, events, span),
    ahead: forecast(record.ejected ? [] : allocations, horizon),
    proofCost: gas * pace.gasPrice,
    proofGas: gas,
    capacity: config.capacity,
  };
}

/** Rounds that were over, paid for and not proved. Those without a seed in time are among them; they cost nothing but the pay. */
function missedRounds(
  allocations: readonly AllocationRecord[],
  { events }: MarketEvents,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const clipped = allocations.map(
    ({ startRound, endRound }) => [Math.max(from, startRound), Math.min(to, endRound)] as const,
  );
  const spans = clipped.filter(([start, end]) => end > start);
  const isPaid = (round: number): boolean => spans.some(([start, end]) => round >= start && round < end);
  const proved = new Set(events.flatMap((event) => (event.kind === "proof" ? [event.round] : [])));
  return covered(spans) - [...proved].filter(isPaid).length;
}

function evenly(from: number, to: number): number[] {
  const steps = Math.min(KNOWN_TIMES, Math.max(1, to - from));
  return [...new Set(Array.from({ length: steps + 1 }, (_, i) => from + Math.floor(((to - from) * i) / steps)))];
}

/** What these figures are silent about. */
function unknownsOf({ events, spent }: Book): string[] {
  return [
    ...(events.cut === undefined ? [] : [`Events before block ${events.from} are missing: ${events.cut}`]),
    ...(spent.estimated === 0
      ? []
      : [`The gas of ${spent.estimated} older transactions is taken at the mean of the newer ones.`]),
    "Gas of transactions that failed or were replaced is not in it: they leave no event.",
    "The forecast takes today's allocations as they are: every round proved, nobody buys, extends or closes, the same price of gas.",
    "What tokens and gas are worth, and what power and disks cost, this program does not know.",
  ];
}

function valueOf(book: Book): Record<string, unknown> {
  const { record, by, days, pace, events, spent, periods, missed, ahead, proofCost, proofGas: gas } = book;
  return {
    owner: record.owner,
    registered: true,
    days,
    by,
    fromBlock: events.from,
    complete: events.cut === undefined,
    roundSeconds: pace.roundSeconds,
    totals: { ...withoutName(sumOf(periods)), missed, estimatedGas: spent.estimated },
    periods,
    now: {
      liveUnits: record.liveUnits,
      liveRate: record.liveRate,
      perTibMonth: perTibMonth(book),
      notCollected: record.earned,
    },
    forecast: {
      days: MONTH_SECONDS / SECONDS_A_DAY,
      earned: ahead.earned,
      paidRounds: ahead.paidRounds,
      ending: ahead.ending,
      gas: proofCost * BigInt(ahead.paidRounds),
      gasPerProof: gas,
      gasPrice: pace.gasPrice,
    },
    unknown: unknownsOf(book),
  };
}

function withoutName({ proofs, earned, bonds, slashed, gas }: Period): Omit<Period, "name"> {
  return { proofs, earned, bonds, slashed, gas };
}

/** Base units for a TiB over 30 days, of what is live now; undefined with nothing live. */
function perTibMonth({ record: { liveRate, liveUnits }, pace }: Book): bigint | undefined {
  return liveUnits === 0 ? undefined : monthPrice(liveRate / BigInt(liveUnits), pace.roundSeconds);
}

function linesOf(book: Book): string[] {
  const { record, by, days, periods, missed, ahead, proofCost, capacity, pace } = book;
  const all = sumOf(periods);
  const rows = [...periods, all].map((each) => [
    each.name,
    each.proofs,
    shortTokens(each.earned),
    shortTokens(each.bonds),
    shortTokens(each.slashed),
    shortTokens(each.gas),
  ]);
  const rate = perTibMonth(book);
  const sold = `${formatSize(record.liveUnits * UNIT_BYTES)} of ${formatSize(capacity)}`;
  return [
    `provider ${record.owner}, the last ${counted(days, "day")}`,
    ...(periods.length === 0
      ? ["nothing was proved or paid"]
      : table([[by, "proofs", "earned", "bonds", "slashed", "gas"], ...rows])),
    ...(periods.length === 0
      ? []
      : [
          "tokens, and gas in the chain's currency; bonds are what disputes brought, slashed is what they and misses took",
        ]),
    ...(missed === 0 ? [] : [`${counted(missed, "round")} paid for and not proved: their pay is lost`]),
    "",
    rate === undefined
      ? `now: nothing is sold of ${formatSize(capacity)}`
      : `now: ${sold} sold, ${shortTokens(record.liveRate)} tokens a round of ${formatSeconds(pace.roundSeconds)}, ${shortTokens(rate)} per TiB-month`,
    `the next 30 days: ${shortTokens(ahead.earned)} tokens from ${counted(ahead.paidRounds, "round")}, ${shortTokens(proofCost * BigInt(ahead.paidRounds))} of the chain's currency for gas; ${counted(ahead.ending, "allocation")} of today will end`,
    "",
    ...unknownsOf(book).map((line) => `- ${line}`),
  ];
}
