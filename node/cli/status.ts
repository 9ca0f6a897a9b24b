// `cairn status`: the network's clock and providers, the wallet's money and allocations; or how safe one object is.

import { formatSize, formatTokens } from "../quantity.ts";
import { counted } from "./counted.ts";
import { loadWallet, WALLET_KEY_VARIABLE } from "../wallet.ts";
import { isCairnError } from "../../protocol/index.ts";
import type { AllocationRecord, Ledger, ProviderRecord } from "../../contracts/index.ts";
import type { Wallet } from "../wallet.ts";
import { openLedger } from "./chain.ts";
import { withReader } from "./client.ts";
import { type CommandContext, type CommandSpec, wholeNumber } from "./command.ts";
import { readProviders } from "./pages.ts";
import { table } from "../table.ts";

const PAGE = 256;
const UNIT_BYTES = 2 ** 20;

export const statusCommand: CommandSpec = {
  name: "status",
  arguments: [["[link]", "an object: how many of its pieces are there (its key is not needed)"]],
  summary: "the network, its providers, and what this wallet has there; with a link: how safe that object is",
  options: [
    {
      flags: "--max <count>",
      about: "show at most so many providers and allocations (default: 256)",
      parse: wholeNumber(1, 100_000),
    },
  ],
  examples: ["cairn status", "cairn status 'cairn:bafy…'", "cairn status --json | jq .providers"],
  async run(context) {
    const [link] = context.arguments;
    return link === undefined ? networkStatus(context) : objectStatus(context, link);
  },
};

async function objectStatus(context: CommandContext, link: string): Promise<number> {
  const stat = await withReader(context, (client) => client.stat(link, { signal: context.signal }));
  const { size, scheme, segments, holders, fragments } = stat;
  const needed = scheme?.k ?? 1;
  const rows = holders.map(({ peer, shards }) => [peer, shards.join(",")]);
  await context.output.result({ ...stat, needed, readable: fragments >= needed }, [
    segments === 0
      ? `${formatSize(size)}, whole in every piece`
      : `${formatSize(size)} in ${counted(segments, "segment")}`,
    scheme === undefined
      ? `${counted(fragments, "copy", "copies")} there; 1 is needed`
      : `${counted(fragments, "piece")} of the worst segment there; ${needed} needed, ${scheme.n} stored`,
    ...table([["holder", "pieces"], ...rows]),
  ]);
  return fragments >= needed ? 0 : 1;
}

async function networkStatus(context: CommandContext): Promise<number> {
  const wallet = await walletIfAny(context);
  const ledger = await openLedger(context);
  try {
    const max = Number(context.options["max"] ?? PAGE);
    const [clock, providerCount] = await Promise.all([ledger.clock(), ledger.providerCount()]);
    const providers = await readProviders({ ledger, output: context.output, signal: context.signal }, max);
    const account = wallet === undefined ? undefined : await accountOf(ledger, wallet, max);
    const { chainId, market, roundBlocks } = ledger.deployment;
    const value = { chainId, market, clock, providerCount, providers: providers.map(withoutBytes), account };
    await context.output.result(value, [
      `chain ${chainId}, market ${market}`,
      `block ${clock.block}, round ${clock.round} (${roundBlocks} blocks; ${clock.blocksLeft} left)`,
      "",
      `${providerCount} providers`,
      ...table([PROVIDER_HEADING, ...providers.map((record) => providerRow(record, clock.round))]),
      ...(account === undefined ? [] : ["", ...accountLines(account, clock.round)]),
    ]);
    return 0;
  } finally {
    ledger.close();
  }
}

const PROVIDER_HEADING = ["provider", "stored", "paid room", "rate/round", "last proof", "misses", "state"];

function providerRow(record: ProviderRecord, round: number): (string | number)[] {
  const { owner, leaves, liveUnits, liveRate, lastProvedRound, misses } = record;
  const stored = formatSize(leaves * 256);
  return [
    owner,
    stored,
    formatSize(liveUnits * UNIT_BYTES),
    formatTokens(liveRate),
    lastProvedRound,
    misses,
    stateOf(record, round),
  ];
}

/** In a word, how a provider stands. */
export function stateOf(record: ProviderRecord, round: number): string {
  const { stage, misses, liveUnits, nextUnits, lastProvedRound } = record;
  if (stage !== "active") return stage;
  // Room that was sold in this round is paid from the next one on.
  if (liveUnits === 0) return nextUnits > 0 ? "starting" : "idle";
  if (misses > 0) return "missing";
  return lastProvedRound === round ? "proved" : "due";
}

interface Account {
  readonly address: string;
  readonly wallet: bigint;
  readonly vault: bigint;
  readonly gas: bigint;
  readonly allocations: readonly AllocationRecord[];
}

async function accountOf(ledger: Ledger, { signer: { address } }: Wallet, max: number): Promise<Account> {
  const [balance, allocations] = await Promise.all([
    ledger.balance(address),
    ledger.allocationsOfClient(address, { max: Math.min(max, PAGE) }),
  ]);
  return { address, ...balance, allocations };
}

function accountLines({ address, wallet, vault, allocations }: Account, round: number): string[] {
  const rows = allocations.map(({ id, provider, units, endRound, settled, deposit }) => {
    const state = settled ? "settled" : endRound <= round ? "over" : "live";
    return [id, provider, formatSize(units * UNIT_BYTES), endRound, formatTokens(deposit), state];
  });
  return [
    `wallet ${address}: ${formatTokens(wallet)} tokens, ${formatTokens(vault)} in the vault`,
    ...(rows.length === 0
      ? ["no allocations"]
      : table([["allocation", "provider", "room", "until round", "deposit", "state"], ...rows])),
  ];
}

/** A status needs no wallet; one that is named but unusable is an error all the same. */
async function walletIfAny({ config, io, loaded }: CommandContext): Promise<Wallet | undefined> {
  try {
    return await loadWallet(config.wallet, io.env);
  } catch (error) {
    const isNamed = loaded.sources.wallet.kind !== "default" || Boolean(io.env[WALLET_KEY_VARIABLE]);
    if (isNamed || !isCairnError(error, "ERR_WALLET_INVALID") || !isMissing(error.cause)) throw error;
    return undefined;
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ENOENT";
}

function withoutBytes({ peerId, root, ...rest }: ProviderRecord): Record<string, unknown> {
  return { ...rest, peerId: Buffer.from(peerId).toString("hex"), root: Buffer.from(root).toString("hex") };
}
