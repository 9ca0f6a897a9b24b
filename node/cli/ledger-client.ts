// `cairn ledger client` and `cairn ledger settle`: what an account has bought, what it cost so far, and what comes back.

import type { AllocationRecord, Ledger, ProviderRecord, Statement } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import { formatSize, formatTokens } from "../quantity.ts";
import { table } from "../table.ts";
import { loadWallet } from "../wallet.ts";
import { openLedger } from "./chain.ts";
import type { CommandContext, CommandSpec } from "./command.ts";
import { counted } from "./counted.ts";
import {
  type AllocationStage,
  addressArgument,
  canSettle,
  MAX_OPTION,
  reading,
  rowsOf,
  stageOf,
  UNIT_BYTES,
} from "./ledger-book.ts";
import { readAllocations, type Reading } from "./pages.ts";

/** Allocations settled in one transaction: the longest ones take 600,000 gas each, and 2^24 is the most that one may take. */
const SETTLED_AT_ONCE = 24;
/** Statements asked for side by side: two batches of the ledger's. */
const READ_AT_ONCE = 64;

export const ledgerClientCommand: CommandSpec = {
  name: "ledger client",
  arguments: [["[address]", "the account (default: the wallet)"]],
  summary: "a client's book: what it has bought of whom, what was charged, what can be settled now",
  options: [MAX_OPTION],
  examples: ["cairn ledger client", "cairn ledger client 0x… --json | jq .totals"],
  async run(context) {
    const client = await addressOf(context);
    await reading(context, (read) => show(context, read, client));
  },
};

export const ledgerSettleCommand: CommandSpec = {
  name: "ledger settle",
  summary: "settle everything of the wallet that is over: what was not charged goes to its balance in the vault",
  options: [
    MAX_OPTION,
    {
      flags: "--sold",
      about: "what it has sold as a provider, instead: a provider can leave only when that is settled",
    },
  ],
  examples: [
    "cairn ledger settle && cairn wallet withdraw",
    "cairn ledger settle --sold --wallet /srv/cairn/owner.key",
  ],
  run: settle,
};

async function addressOf({ arguments: [text], config, io }: CommandContext): Promise<Address> {
  if (text !== undefined) return addressArgument(text);
  return (await loadWallet(config.wallet, io.env)).signer.address;
}

interface Line {
  readonly record: AllocationRecord;
  readonly statement: Statement;
  readonly state: AllocationStage;
}

interface Totals {
  readonly deposit: bigint;
  readonly charged: bigint;
  /** Neither charged nor settled: for rounds to come, or to come back. */
  readonly open: bigint;
  /** What settling pays now, compensation included. */
  readonly refundable: bigint;
}

async function show(context: CommandContext, read: Reading, client: Address): Promise<void> {
  const { ledger, signal } = read;
  const [{ round }, balance, records] = await Promise.all([
    ledger.clock({ signal }),
    ledger.balance(client, { signal }),
    readAllocations(read, { client }, rowsOf(context)),
  ]);
  const lines = await linesOf(read, records, round);
  const totals = totalsOf(lines);
  const settleable = lines.filter(({ state }) => canSettle(state)).map(({ record }) => record.id);
  const groups = Map.groupBy(lines, ({ record }) => record.provider);
  const value = {
    client,
    round,
    wallet: balance.wallet,
    vault: balance.vault,
    totals,
    settleable,
    providers: [...groups].map(([provider, group]) => ({
      provider,
      totals: totalsOf(group),
      allocations: group.map(valueOf),
    })),
  };
  await context.output.result(value, [
    `client ${client} in round ${round}: ${formatTokens(balance.wallet)} tokens, ${formatTokens(balance.vault)} in the vault`,
    ...(lines.length === 0 ? ["no allocations"] : bookLines(groups)),
    ...(lines.length === 0 ? [] : totalLines(totals, settleable.length)),
  ]);
}

/** With a statement and the provider of each; providers are asked for once. */
async function linesOf(
  { ledger, output, signal }: Reading,
  records: readonly AllocationRecord[],
  round: number,
): Promise<Line[]> {
  const providers = new Map<Address, Promise<ProviderRecord | undefined>>();
  const lines: Line[] = [];
  for (let from = 0; from < records.length; from += READ_AT_ONCE) {
    const part = records.slice(from, from + READ_AT_ONCE);
    lines.push(
      ...(await Promise.all(
        part.map(async (record) => {
          const known = providers.get(record.provider) ?? ledger.provider(record.provider, { signal });
          providers.set(record.provider, known);
          const [provider, found] = await Promise.all([known, ledger.statement(record.id, { signal })]);
          const statement = found ?? { deposit: record.deposit, charged: 0n, compensation: 0n };
          return { record, statement, state: stageOf(record, provider, round) };
        }),
      )),
    );
    const { length } = lines;
    if (length < records.length) output.status(`read what ${length} of ${records.length} allocations have cost`);
  }
  return lines;
}

function totalsOf(lines: readonly Line[]): Totals {
  const sum = (of: (line: Line) => bigint): bigint => lines.reduce((total, line) => total + of(line), 0n);
  return {
    deposit: sum(({ statement }) => statement.deposit),
    charged: sum(({ statement }) => statement.charged),
    open: sum(openOf),
    refundable: sum(refundableOf),
  };
}

function openOf({ record, statement }: Line): bigint {
  return record.settled ? 0n : statement.deposit - statement.charged;
}

function refundableOf(line: Line): bigint {
  return canSettle(line.state) ? openOf(line) + line.statement.compensation : 0n;
}

function valueOf(line: Line): Record<string, unknown> {
  const { record, statement, state } = line;
  const { id, units, price, startRound, endRound } = record;
  const terms = { id, units, price, startRound, endRound, state };
  return { ...terms, ...statement, open: openOf(line), refundable: refundableOf(line) };
}

function bookLines(groups: ReadonlyMap<Address, readonly Line[]>): string[] {
  const rows = [...groups].flatMap(([provider, lines]) =>
    lines.map((line, i) => {
      const { record, statement, state } = line;
      const { id, units, price, startRound, endRound } = record;
      return [
        i === 0 ? provider : "",
        id,
        formatSize(units * UNIT_BYTES),
        formatTokens(price),
        `${startRound} … ${endRound - 1}`,
        formatTokens(statement.deposit),
        formatTokens(statement.charged),
        formatTokens(openOf(line)),
        state,
      ];
    }),
  );
  const heading = ["provider", "allocation", "room", "price", "rounds", "paid", "charged", "open", "state"];
  return table([heading, ...rows]);
}

function totalLines({ deposit, charged, open, refundable }: Totals, settleable: number): string[] {
  const now =
    settleable === 0
      ? "nothing can be settled now"
      : `${counted(settleable, "allocation")} can be settled now for ${formatTokens(refundable)} tokens: cairn ledger settle`;
  return [
    `in all ${formatTokens(deposit)} tokens paid, ${formatTokens(charged)} charged, ${formatTokens(open)} open: for rounds to come, or to come back`,
    now,
  ];
}

async function settle(context: CommandContext): Promise<void> {
  const { signer, privateKey } = await loadWallet(context.config.wallet, context.io.env);
  const ledger = await openLedger(context, privateKey);
  try {
    const read = { ledger, output: context.output, signal: context.signal };
    const ids = await overOf(read, signer.address, context);
    const settled = await settleAll(read, ids);
    await context.output.result({ account: signer.address, ...settled }, [
      ids.length === 0
        ? `${signer.address} has nothing to settle`
        : `${counted(settled.allocations.length, "allocation")} settled: ${formatTokens(settled.refund)} tokens back and ${formatTokens(settled.compensation)} of compensation, ${formatTokens(settled.earned)} were earned`,
      ...(settled.refund + settled.compensation > 0n && context.options["sold"] !== true
        ? ["They are in the vault: cairn wallet withdraw moves them to the wallet."]
        : []),
    ]);
  } finally {
    ledger.close();
  }
}

async function overOf(read: Reading, account: Address, context: CommandContext): Promise<number[]> {
  const { ledger, signal } = read;
  const of = context.options["sold"] === true ? { provider: account } : { client: account };
  const [{ round }, records] = await Promise.all([
    ledger.clock({ signal }),
    readAllocations(read, of, rowsOf(context)),
  ]);
  const owners = [...new Set(records.filter(({ settled }) => !settled).map(({ provider }) => provider))];
  const found = await Promise.all(owners.map((owner) => ledger.provider(owner, { signal })));
  const providers = new Map(owners.map((owner, i) => [owner, found[i]]));
  return records.filter((each) => canSettle(stageOf(each, providers.get(each.provider), round))).map(({ id }) => id);
}

export interface Settled {
  readonly allocations: { id: number; earned: bigint; refund: bigint; compensation: bigint }[];
  readonly earned: bigint;
  readonly refund: bigint;
  readonly compensation: bigint;
}

export async function settleAll({ ledger, output, signal }: Reading, ids: readonly number[]): Promise<Settled> {
  const allocations: Settled["allocations"] = [];
  for (let from = 0; from < ids.length; from += SETTLED_AT_ONCE) {
    const part = ids.slice(from, from + SETTLED_AT_ONCE);
    const { settlements }: Awaited<ReturnType<Ledger["settle"]>> = await ledger.settle(part, { signal });
    for (const [i, settlement] of settlements.entries()) {
      // Undefined: somebody else was faster.
      if (settlement !== undefined) allocations.push({ id: part[i] as number, ...settlement });
    }
    const done = from + part.length;
    if (done < ids.length) output.status(`settled ${done} of ${ids.length} allocations`);
  }
  const sum = (of: (each: Settled["allocations"][number]) => bigint): bigint =>
    allocations.reduce((total, each) => total + of(each), 0n);
  return {
    allocations,
    earned: sum(({ earned }) => earned),
    refund: sum(({ refund }) => refund),
    compensation: sum(({ compensation }) => compensation),
  };
}
