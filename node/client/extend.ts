// extend: what was paid for ends later. Finds the allocations that hold an object, asks their providers, tells the price, and pays for
// each in a transaction of its own, up to an end that is the same for all: so a second try pays only for what the first has left.

import { bytesToHex } from "@noble/hashes/utils.js";
import { MAX_TERM_ROUNDS } from "../../contracts/index.ts";
import { CairnError, isCairnError } from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { itemsIn } from "./cosign.ts";
import { coverageOf } from "./extend-coverage.ts";
import { fail, payAll, priceOf } from "./extend-pay.ts";
import { askExtension } from "./extension-offer.ts";
import { readable } from "./get.ts";
import { findObject } from "./holders.ts";
import { contactAt, rootsOf, runningOf } from "./own-allocations.ts";
import { mapBounded } from "../wait.ts";
import type { AllocationRecord } from "../../contracts/index.ts";
import type { Address, Link, ObjectId } from "../../protocol/index.ts";
import type { CosignParts } from "./cosign.ts";
import type { Wanted } from "./extend-coverage.ts";
import type { Case } from "./extend-pay.ts";
import type { ExtendedAllocation, ExtendQuote, ExtendResult } from "./extend-result.ts";
import type { GetParts } from "./get.ts";

export type ExtendParts = GetParts & CosignParts;

export interface ExtendSettings {
  /** Rounds from now on for which all is to be paid, or the first round that need not be. */
  readonly end: { readonly rounds: number } | { readonly until: number };
  /** Told the price before anything is paid; what it throws ends the extension. */
  readonly onQuote: (quote: ExtendQuote) => void | Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * Extends what holds an object. Throws, before anything is paid, ERR_OBJECT_NOT_FOUND, ERR_ALLOCATION_UNKNOWN if nothing of it is ours,
 * ERR_CONFIG_INVALID, and ERR_NOT_ENOUGH_TOKENS.
 */
export async function extendObject(parts: ExtendParts, link: Link, settings: ExtendSettings): Promise<ExtendResult> {
  const { signal } = settings;
  const found = await findObject(parts, link.object, signal);
  const { manifest } = await readable(parts, found, signal);
  const manifests = [...new Set([found.manifest, manifest])];
  const roots = manifests.map((one) => rootsOf(parts.hasher, one));
  const all = new Set(roots.flatMap(({ whole, segments }) => [whole, ...segments.flat()]));
  const wanted = { object: link.object, manifests, roots, all };
  const { round } = await parts.ledger.clock({ signal });
  const until = untilOf(settings, round);
  const most = CLIENT.maxAllocationsSearched;
  const running = await runningOf(parts.ledger, parts.signer.address, round, most, signal);
  const cases = await mapBounded(running, CLIENT.probesAtOnce, (record) => look(parts, record, wanted, signal));
  const holding = cases.filter((one) => one !== undefined);
  if (holding.length === 0) throw notOurs(link.object, parts.signer.address);
  const result = await extendCases(parts, holding, round, until, settings);
  return { ...result, coverage: coverageOf(wanted, holding, until) };
}

/** Extends allocations by number. Throws ERR_CONFIG_INVALID for one that is not ours, before anything is paid. */
export async function extendAllocations(
  parts: ExtendParts,
  ids: readonly number[],
  settings: ExtendSettings,
): Promise<ExtendResult> {
  const { signal } = settings;
  const { round } = await parts.ledger.clock({ signal });
  const until = untilOf(settings, round);
  if (ids.length > CLIENT.maxAllocationsSearched)
    throw invalid(`Name at most ${CLIENT.maxAllocationsSearched} allocations.`);
  const cases = await mapBounded([...new Set(ids)], CLIENT.probesAtOnce, async (id): Promise<Case> => {
    const record = await parts.ledger.allocation(id, { signal });
    if (record?.client !== parts.signer.address) throw invalid(`Allocation ${id} is not one of this wallet.`, { id });
    return { record, roots: new Set(), outcome: "buys", paid: 0n };
  });
  return extendCases(parts, cases, round, until, settings);
}

/** Undefined if nothing of the object lies there. */
async function look(
  parts: ExtendParts,
  record: AllocationRecord,
  { all }: Wanted,
  signal: AbortSignal,
): Promise<Case | undefined> {
  try {
    const contact = await contactAt(parts, record.provider, signal);
    const items = await itemsIn(parts, contact, record.id, { signal });
    const held = new Set(items.map(({ root }) => bytesToHex(root)).filter((root) => all.has(root)));
    return held.size === 0 ? undefined : { record, roots: held, outcome: "buys", paid: 0n };
  } catch (error) {
    signal.throwIfAborted();
    if (!isCairnError(error)) throw error;
    return { record, roots: new Set(), outcome: "unknown", paid: 0n, error };
  }
}

async function extendCases(
  parts: ExtendParts,
  cases: readonly Case[],
  round: number,
  until: number,
  { onQuote, signal }: ExtendSettings,
): Promise<ExtendResult> {
  await mapBounded(cases, CLIENT.probesAtOnce, async (one) => {
    if (one.outcome === "buys") await prepare(parts, one, round, until, signal);
  });
  const buys = cases.filter(({ outcome }) => outcome === "buys");
  const price = buys.reduce((sum, { record }) => sum + priceOf(record, until), 0n);
  await checkWallet(parts, price, signal);
  const others = cases.filter(({ outcome }) => outcome !== "buys").map(told);
  const quoted = buys.map(({ record }) => ({ allocation: record, price: priceOf(record, until) }));
  await onQuote({ round, until, price, buys: quoted, others });
  await payAll(parts, buys, price, until, signal);
  const allocations = cases.map(told).toSorted((a, b) => a.allocation - b.allocation);
  return { until, paid: cases.reduce((sum, { paid }) => sum + paid, 0n), allocations };
}

/** With its offer, or with what stands against it. */
async function prepare(
  parts: ExtendParts,
  one: Case,
  round: number,
  until: number,
  signal: AbortSignal,
): Promise<void> {
  const { record } = one;
  try {
    if (record.endRound >= until) return void (one.outcome = "enough");
    if (record.settled || record.endRound <= round + 1) throw over(record, round);
    if (until - record.startRound > MAX_TERM_ROUNDS) throw tooLong(record);
    one.offer = await askExtension(parts, record, until, signal);
  } catch (error) {
    fail(one, error, signal);
  }
}

async function checkWallet({ ledger, signer }: ExtendParts, need: bigint, signal: AbortSignal): Promise<void> {
  if (need === 0n) return;
  const { wallet: have } = await ledger.balance(signer.address, { signal });
  if (have >= need) return;
  const message = `The extension costs ${need} base units, the wallet ${signer.address} has ${have}: nothing was paid.`;
  throw new CairnError("ERR_NOT_ENOUGH_TOKENS", message, { facts: { need, have } });
}

function told({ record, outcome, paid, error }: Case): ExtendedAllocation {
  const { id: allocation, provider, units, endRound } = record;
  const why = error === undefined ? {} : { code: error.code, reason: error.message };
  return { allocation, provider, units, outcome: outcome === "buys" ? "failed" : outcome, endRound, paid, ...why };
}

/** The end that is asked for, at most as far away as the market sells. */
function untilOf({ end }: ExtendSettings, round: number): number {
  const until = "until" in end ? end.until : round + 1 + end.rounds;
  const rounds = until - round - 1;
  if (Number.isSafeInteger(until) && rounds >= 1 && rounds <= CLIENT.maxRounds) return until;
  throw invalid(
    `All can be paid for 1 to ${CLIENT.maxRounds} rounds from now on, until a round from ${round + 2} to ${round + 1 + CLIENT.maxRounds}.`,
    { ...end, round },
  );
}

function notOurs(object: ObjectId, account: Address): CairnError {
  const message = `No running allocation of ${account} holds anything of ${object}: only the wallet that put it can extend it.`;
  return new CairnError("ERR_ALLOCATION_UNKNOWN", message, { facts: { object, account } });
}

function over({ id, endRound }: AllocationRecord, round: number): CairnError {
  const message = `Allocation ${id} ends with round ${endRound - 1} for good: from its last round on it cannot be extended.`;
  return new CairnError("ERR_ALLOCATION_EXPIRED", message, { facts: { allocation: id, endRound, round } });
}

function tooLong({ id, startRound }: AllocationRecord): CairnError {
  const most = startRound + MAX_TERM_ROUNDS;
  const message = `Allocation ${id} lasts until round ${most} at most, ${MAX_TERM_ROUNDS} rounds in all: put anew what lies there.`;
  return new CairnError("ERR_CONFIG_INVALID", message, { facts: { allocation: id, most } });
}

function invalid(message: string, facts: Record<string, unknown> = {}): CairnError {
  return new CairnError("ERR_CONFIG_INVALID", message, { facts });
}
