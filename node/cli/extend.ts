// `cairn extend`: what an object is paid for ends later. Shows the price, asks, pays, and says what could not be extended and what to do.

import { CairnError } from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { MONTH_SECONDS } from "../price.ts";
import { formatSeconds, formatSize, formatTokens } from "../quantity.ts";
import { table } from "../table.ts";
import { readNetworkOf } from "./chain.ts";
import { readPace } from "./chain-pace.ts";
import { withWriter } from "./client.ts";
import { type CommandContext, type CommandSpec, wholeNumber } from "./command.ts";
import { counted } from "./counted.ts";
import { EXIT_CODES } from "./exit-code.ts";
import { UNIT_BYTES } from "./ledger-book.ts";
import { canAsk, openQuestions, yesOrNo } from "./questions.ts";
import type { ExtendedAllocation, ExtendQuote, ExtendResult } from "../client/index.ts";

const MOST_MONTHS = 1200;
const MOST_ROUND = 2 ** 32 - 1;

export const extendCommand: CommandSpec = {
  name: "extend",
  arguments: [["<link>", "the object (its key is not needed), or the number of one allocation"]],
  summary: "keep a file for longer: what holds it is paid for until later, at its own price; shows the price first",
  options: [
    {
      flags: "--rounds <count>",
      about: "so many rounds from now on",
      parse: wholeNumber(1, CLIENT.maxRounds),
    },
    {
      flags: "--months <count>",
      about: "so many months of 30 days from now on, at the pace of the last rounds",
      parse: wholeNumber(1, MOST_MONTHS),
    },
    {
      flags: "--until <round>",
      about: "until this round, which is the first that is not paid for; repeated it pays nothing twice",
      parse: wholeNumber(1, MOST_ROUND),
    },
    { flags: "--yes", about: "pay without a question" },
  ],
  examples: [
    "cairn extend 'cairn:bafy…' --rounds 2000      # asks before it pays",
    "cairn extend 'cairn:bafy…' --months 1 --yes",
    "cairn extend 'cairn:bafy…' --until 71000 --yes --json | jq .coverage",
  ],
  run: extend,
};

async function extend(context: CommandContext): Promise<number> {
  const [text = ""] = context.arguments;
  const what = /^\d{1,15}$/.test(text) ? [Number(text)] : text;
  const end = await endOf(context);
  const onQuote = (quote: ExtendQuote): Promise<void> => agree(context, quote);
  const result = await withWriter(context, (client) => {
    return client.extend(what, { ...end, onQuote, signal: context.signal });
  });
  await context.output.result(result, resultLines(result));
  return isWhole(result) ? EXIT_CODES.ok.code : EXIT_CODES.network.code;
}

async function endOf(context: CommandContext): Promise<{ rounds: number } | { until: number }> {
  const { rounds, months, until } = context.options;
  const given = [rounds, months, until].filter((one) => one !== undefined);
  if (given.length !== 1) throw new CairnError("ERR_CONFIG_INVALID", "Say one of --rounds, --months and --until.");
  if (typeof rounds === "number") return { rounds };
  if (typeof until === "number") return { until };
  return { rounds: await roundsOf(context, Number(months)) };
}

async function roundsOf({ config, signal }: CommandContext, months: number): Promise<number> {
  const network = await readNetworkOf(config);
  const { roundSeconds } = await readPace({ url: network.rpcUrl, signal }, network);
  const rounds = Math.ceil((months * MONTH_SECONDS) / roundSeconds);
  if (rounds <= CLIENT.maxRounds) return rounds;
  const message = `${counted(months, "month")} are ${rounds} rounds of ${formatSeconds(roundSeconds)}, and the market sells ${CLIENT.maxRounds} ahead at most: use --rounds, and extend again later.`;
  throw new CairnError("ERR_CONFIG_INVALID", message, { facts: { months, rounds, most: CLIENT.maxRounds } });
}

/** Shows what it costs, and ends it without a yes. */
async function agree({ output, options, io, json, signal }: CommandContext, quote: ExtendQuote): Promise<void> {
  const { round, until, price, buys } = quote;
  for (const line of quoteLines(quote)) output.say(line);
  if (buys.length === 0 || options["yes"] === true) return;
  const cost = `${formatTokens(price)} tokens for ${counted(buys.length, "allocation")} until round ${until}`;
  if (json || !canAsk(io)) {
    const message = `This costs ${cost}. Add --yes to pay.`;
    throw new CairnError("ERR_CONFIG_INVALID", message, { facts: { price, until, allocations: buys.length } });
  }
  using asking = openQuestions(io, signal);
  const why = `It is round ${round} now. What is paid for rounds that are not proved comes back when an allocation is settled.`;
  if (!(await asking.ask(yesOrNo(`Pay ${cost}`, why, false)))) throw new CairnError("ERR_ABORTED", "Nothing was paid.");
}

function quoteLines({ until, buys, others }: ExtendQuote): string[] {
  const rows = buys.map(({ allocation: { id, provider, units, endRound }, price }) => {
    return [id, provider, formatSize(units * UNIT_BYTES), endRound, until, formatTokens(price)];
  });
  const heading = ["allocation", "provider", "room", "paid until", "then until", "tokens"];
  return [
    ...(rows.length === 0 ? [] : table([heading, ...rows])),
    ...others.filter(({ outcome }) => outcome === "failed").map(leftLine),
  ];
}

function isLeft({ outcome }: ExtendedAllocation): boolean {
  return outcome === "failed" || outcome === "unknown";
}

function leftLine({ allocation, outcome, endRound, reason }: ExtendedAllocation): string {
  const what = outcome === "unknown" ? "may hold some of it" : "cannot be extended";
  return `allocation ${allocation} ${what} and ends at round ${endRound}: ${reason}`;
}

function resultLines(result: ExtendResult): string[] {
  const { until, paid, allocations, coverage } = result;
  const of = (outcome: ExtendedAllocation["outcome"]): number =>
    allocations.filter((one) => one.outcome === outcome).length;
  const extended = `${counted(of("extended"), "allocation")} extended until round ${until} for ${formatTokens(paid)} tokens`;
  const enough = of("enough") === 0 ? "" : `, ${of("enough")} paid for as long already`;
  const left = isWhole(result) ? [] : allocations.filter(isLeft);
  return [
    extended + enough,
    ...(coverage === undefined ? [] : [coverageLine(coverage, until)]),
    ...left.map(leftLine),
    ...(left.length === 0
      ? []
      : [`What to do: try again with --until ${until}; or cairn get it and cairn put it anew before it ends.`]),
  ];
}

function coverageLine({ fragments, needed, of }: NonNullable<ExtendResult["coverage"]>, until: number): string {
  const known = `${fragments} of ${counted(of, "piece")} are paid for until round ${until}; any ${needed} give it back`;
  return fragments < needed ? `${known}: too few, it cannot be read from then on` : known;
}

/** All that was asked for, whoever else could not be asked. */
function isWhole({ allocations, coverage }: ExtendResult): boolean {
  if (coverage !== undefined) return coverage.fragments === coverage.of;
  return !allocations.some(isLeft);
}
