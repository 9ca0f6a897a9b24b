// `cairn provider status`: what the chain says of the provider, and what its daemon says of itself if it runs.

import { join } from "node:path";
import type { Ledger, ProviderRecord } from "../../../contracts/index.ts";
import type { Overview } from "../../monitor/index.ts";
import { readProviderKeys } from "../../provider-keys.ts";
import { formatSeconds, formatSize, formatTokens } from "../../quantity.ts";
import { openLedger } from "../chain.ts";
import type { CommandContext, CommandSpec } from "../command.ts";
import { counted } from "../counted.ts";
import { UNIT_BYTES } from "../ledger-book.ts";
import { stateOf } from "../status.ts";
import { findRunning, type Running } from "./running.ts";

const LEAF_BYTES = 256;

export const statusCommand: CommandSpec = {
  name: "provider status",
  summary: "how the provider of the data folder stands: on chain, and by its daemon's own account if it runs",
  scopes: [],
  examples: ["cairn provider status --folder /srv/cairn", "cairn provider status --folder /srv/cairn --json"],
  run: status,
};

async function status(context: CommandContext): Promise<number> {
  const { folder } = context.config;
  const keys = await readProviderKeys(folder);
  const running = await findRunning(folder, context.signal);
  const ledger = await openLedger(context);
  try {
    const owner = keys.owner.signer.address;
    const record = await ledger.provider(owner);
    if (record !== undefined) return await report(context, ledger, record, running);
    await context.output.result({ owner, registered: false, daemon: daemonValue(running) }, [
      `provider ${owner} is not registered: start it with \`cairn provider start\``,
    ]);
    return 1;
  } finally {
    ledger.close();
  }
}

async function report(
  { output, config: { folder } }: CommandContext,
  ledger: Ledger,
  record: ProviderRecord,
  running: Running,
): Promise<number> {
  const { owner, nodeKey, payout, leaves, liveUnits, nextUnits, liveRate } = record;
  const { lastProvedRound, misses, stake, openDisputes } = record;
  const [{ round }, { earned, escrow }, { gas }] = await Promise.all([
    ledger.clock(),
    ledger.earnings(owner),
    ledger.balance(nodeKey),
  ]);
  const state = stateOf(record, round);
  const chain = { state, round, leaves, liveUnits, nextUnits, liveRate, lastProvedRound, misses, openDisputes };
  const money = { stake, earned, escrow, gas };
  const value = { owner, nodeKey, payout, registered: true, ...chain, ...money, daemon: daemonValue(running) };
  const withdraw = `to be withdrawn: cairn wallet withdraw --folder '${folder}' --wallet '${join(folder, "owner.key")}'`;
  await output.result(value, [
    `provider ${owner}: ${state}`,
    `  round       ${round}; last proved ${lastProvedRound}, ${misses} missed since`,
    `  stored      ${formatSize(leaves * LEAF_BYTES)} under the committed root, ${formatSize(liveUnits * UNIT_BYTES)} paid for`,
    `  earns       ${formatTokens(liveRate)} tokens a round; ${formatTokens(escrow)} in escrow for rounds to come`,
    `  earned      ${formatTokens(earned)} tokens, ${payout === owner ? withdraw : `for ${payout}`}`,
    `  stake       ${formatTokens(stake)} tokens`,
    ...(openDisputes === 0 ? [] : [`  disputes    ${openDisputes} open: cairn ledger provider ${owner}`]),
    `  gas         ${formatTokens(gas)} at the node key`,
    ...daemonLines(running, liveUnits + nextUnits > 0),
  ]);
  return state === "ejected" || state === "missing" ? 1 : 0;
}

function daemonValue(running: Running): Record<string, unknown> {
  if (running.state !== "told") return { ...running };
  const { history: _, ...overview } = running.overview;
  return { state: running.state, url: running.url, ...overview };
}

function daemonLines(running: Running, owes: boolean): string[] {
  if (running.state === "silent") return [`  daemon      runs; ${running.why}`];
  if (running.state === "told") return liveLines(running.url, running.overview);
  return [`  daemon      does not run here${owes ? ": start it, or rounds are missed" : ""}`];
}

function liveLines(url: string, overview: Overview): string[] {
  const { startedAt, now, space, peers, rounds, reachability, warnings, chain } = overview;
  const { live, dead, free, capacity, fragments, allocations } = space;
  return [
    `  daemon      runs since ${formatSeconds((now - startedAt) / 1000)}: ${rounds.passed} rounds proved, ${rounds.missed} missed${chain.isDown ? "; the chain does not answer it" : ""}`,
    `  disk        ${formatSize(live)} in ${counted(fragments, "fragment")} of ${counted(allocations, "allocation")}, ${formatSize(dead)} to be reclaimed, ${formatSize(free)} free of ${formatSize(capacity)}`,
    `  network     ${REACHED[reachability]}; ${counted(peers.connections, "connection")}, ${counted(peers.serving, "request")} being served`,
    ...warnings.map(
      ({ level, text, whatToDo }) => `  ${level === "info" ? "note   " : "warning"}     ${text} ${whatToDo}`,
    ),
    `  page        ${url}`,
  ];
}

const REACHED: Readonly<Record<Overview["reachability"], string>> = {
  public: "others can dial it",
  relayed: "others reach it through relays only: clients without a public address cannot store here",
  private: "nobody can dial it",
  unknown: "nobody has said yet whether it can be dialled",
};
