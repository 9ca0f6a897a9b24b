// `cairn provider status`: what the chain says of the provider, and what its daemon says of itself if it runs. Each line says what a
// figure means, and what to do where something is to be done.

import { join } from "node:path";
import type { Ledger, ProviderRecord } from "../../../contracts/index.ts";
import { formatSize, shortTokens } from "../../quantity.ts";
import { openLedger } from "../chain.ts";
import type { CommandContext, CommandSpec } from "../command.ts";
import { counted } from "../counted.ts";
import { exitCodeOf } from "../exit-code.ts";
import { UNIT_BYTES } from "../ledger-book.ts";
import { shellWord } from "../shell-word.ts";
import { stateOf } from "../status.ts";
import { withPatience } from "./chain-patience.ts";
import { daemonLines, line } from "./daemon-text.ts";
import { readOwnerKey } from "./own-keys.ts";
import { findRunning, type Running } from "./running.ts";

const LEAF_BYTES = 256;

export const statusCommand: CommandSpec = {
  name: "provider status",
  summary: "how the provider of the data folder stands: on chain, and by its daemon's own account if it runs",
  scopes: [],
  examples: [
    "cairn provider status --folder /srv/cairn",
    "cairn provider status --folder /srv/cairn --json | jq .daemon.warnings",
  ],
  run: status,
};

async function status(context: CommandContext): Promise<number> {
  const { output, config, signal } = context;
  const owner = (await readOwnerKey(config.folder)).signer.address;
  const running = await findRunning(config.folder, signal);
  const seen = await withPatience(context, (patient) => readChain(patient, owner)).catch(
    (error: unknown) => error as Error,
  );
  if (seen instanceof Error) return withoutChain(context, owner, running, seen);
  if (seen !== undefined) return report(context, seen, running);
  await output.result({ owner, registered: false, daemon: daemonValue(running) }, [
    `provider ${owner} is not registered: \`cairn provider start --folder ${shellWord(config.folder)}\` does that the first time`,
  ]);
  return 1;
}

/** What the chain says. */
interface Seen {
  readonly record: ProviderRecord;
  readonly round: number;
  readonly earned: bigint;
  readonly escrow: bigint;
  /** Of the node key. */
  readonly gas: bigint;
}

/** Undefined if the owner is not registered. */
async function readChain(context: CommandContext, owner: ProviderRecord["owner"]): Promise<Seen | undefined> {
  const { signal } = context;
  const ledger: Ledger = await openLedger(context);
  try {
    const record = await ledger.provider(owner, { signal });
    if (record === undefined) return undefined;
    const [{ round }, { earned, escrow }, { gas }] = await Promise.all([
      ledger.clock({ signal }),
      ledger.earnings(owner, { signal }),
      ledger.balance(record.nodeKey, { signal }),
    ]);
    return { record, round, earned, escrow, gas };
  } finally {
    ledger.close();
  }
}

/** The daemon knows what it knew; nobody else does. Throws the error where there is no daemon to ask. */
async function withoutChain(
  { output, config, signal }: CommandContext,
  owner: string,
  running: Running,
  error: Error,
): Promise<number> {
  signal.throwIfAborted();
  if (running.state !== "told") throw error;
  await output.result({ owner, chain: error.message, daemon: daemonValue(running) }, [
    `provider ${owner}: the chain cannot be asked`,
    line("chain", error.message),
    ...daemonLines(running, config.folder, true),
  ]);
  return exitCodeOf(error);
}

async function report(
  { output, config: { folder } }: CommandContext,
  { record, round, earned, escrow, gas }: Seen,
  running: Running,
): Promise<number> {
  const { owner, nodeKey, payout, leaves, liveUnits, nextUnits, liveRate } = record;
  const { lastProvedRound, misses, stake, openDisputes } = record;
  const state = stateOf(record, round);
  const isGone = state === "left" && running.state === "absent";
  const chain = { state, round, leaves, liveUnits, nextUnits, liveRate, lastProvedRound, misses, openDisputes };
  const money = { stake, earned, escrow, gas };
  const value = { owner, nodeKey, payout, registered: true, ...chain, ...money, daemon: daemonValue(running) };
  const withdraw = `cairn wallet withdraw --folder ${shellWord(folder)} --wallet ${shellWord(join(folder, "owner.key"))}`;
  await output.result(value, [
    `provider ${owner}: ${state}`,
    line("round", `${round}; ${sayState(state, record)}`),
    ...(state === "left" ? [] : [line("stored", sayStored(record)), line("earns", sayPay(record, escrow))]),
    line("earned", `${shortTokens(earned)} tokens to collect, which go to ${payout === owner ? "the owner" : payout}`),
    ...(payout === owner && earned > 0n ? [line("", `→ ${withdraw}`)] : []),
    ...(state === "left" ? [] : [line("stake", `${shortTokens(stake)} tokens, yours again when you have left`)]),
    ...(openDisputes === 0
      ? []
      : [
          line("disputes", `${openDisputes} open; the daemon answers them while it runs`),
          line("", `→ cairn ledger provider ${owner} says until when`),
        ]),
    line("gas", `${shortTokens(gas)} of the chain's currency at the node key, ${nodeKey}`),
    ...(isGone ? [] : daemonLines(running, folder, owes(record))),
  ]);
  return state === "ejected" || state === "missing" ? 1 : 0;
}

/** Nothing after an ejection, whatever was sold. */
function owes({ stage, liveUnits, nextUnits }: ProviderRecord): boolean {
  return (stage === "active" || stage === "exiting") && liveUnits + nextUnits > 0;
}

function sayStored({ leaves, liveUnits }: ProviderRecord): string {
  const paid = formatSize(liveUnits * UNIT_BYTES);
  return leaves + liveUnits === 0 ? "nothing yet" : `${formatSize(leaves * LEAF_BYTES)}; clients pay for ${paid}`;
}

function sayPay({ liveRate }: ProviderRecord, escrow: bigint): string {
  if (liveRate + escrow === 0n) return "nothing yet, as nobody rents room here";
  return `${shortTokens(liveRate)} tokens with each round proved; clients have paid ${shortTokens(escrow)} ahead`;
}

/** The word of `stateOf` in a sentence. */
function sayState(state: string, { misses, lastProvedRound }: ProviderRecord): string {
  if (state === "proved") return "it is proved";
  if (state === "due") return `not proved yet, which has time until it ends (the last one was ${lastProvedRound})`;
  if (state === "missing")
    return `${counted(misses, "round")} missed in a row: from the third on each costs stake, the seventh ends it`;
  if (state === "idle") return "nothing is rented, so there is nothing to prove";
  if (state === "starting") return "the first room was rented in it, and is proved from the next one on";
  if (state === "exiting") return "leaving: what is sold is still proved, and nothing more is sold";
  if (state === "ejected")
    return "the market has ejected it after seven misses; `cairn provider exit` takes back what is left";
  return "it has left the market";
}

function daemonValue(running: Running): Record<string, unknown> {
  if (running.state !== "told") return { ...running };
  const { history: _, ...overview } = running.overview;
  return { state: running.state, url: running.url, ...overview };
}
