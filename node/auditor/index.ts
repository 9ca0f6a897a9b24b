// The auditor: no stake, no key, no data. Each round it looks who proved on chain, takes samples of its own over the
// wire, and says what it found.

import { MAX_SAMPLES, CairnError, sameAddress } from "../../protocol/index.ts";
import { contactOf } from "../client/index.ts";
import { AUDITOR } from "../limits.ts";
import { mapBounded, sleep } from "../wait.ts";
import { combine, sample } from "./verdict.ts";
import type { AllocationRecord, Ledger, ProviderRecord } from "../../contracts/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { Transfer } from "../client/index.ts";
import type { Network } from "../network/index.ts";
import type { ProviderVerdict, Sampling, Verdict } from "./verdict.ts";

export type { ProviderVerdict, Sampling, Verdict } from "./verdict.ts";

export interface AuditorComponents {
  readonly network: Network;
  readonly ledger: Ledger;
  readonly hasher: Hasher;
  readonly transfer: Transfer;
}

export interface AuditOptions {
  /** Samples asked of each provider over the wire, 1 … 256. Default 20: a provider that lost a tenth is found with 88 %. */
  readonly samples?: number;
  readonly signal?: AbortSignal;
}

export interface FollowOptions extends AuditOptions {
  /** Rounds to judge before it ends. Default: until the signal. */
  readonly rounds?: number;
  readonly pollMs?: number;
}

export interface RoundReport {
  readonly round: number;
  /** Every provider with an allocation live in the round. */
  readonly verdicts: readonly ProviderVerdict[];
  /** All passed. */
  readonly ok: boolean;
}

export const DEFAULT_SAMPLES = 20;

/** Judges one round, best when it is over: until then a provider may still prove. */
export async function auditRound(
  components: AuditorComponents,
  round: number,
  options: AuditOptions = {},
): Promise<RoundReport> {
  const { samples = DEFAULT_SAMPLES, signal = new AbortController().signal } = options;
  checkSamples(samples);
  const bound = await obliged(components.ledger, round, signal);
  const verdicts = await mapBounded(bound, AUDITOR.providersAtOnce, (record) =>
    judge(components, record, round, samples, signal),
  );
  return { round, verdicts, ok: verdicts.every(({ verdict }) => verdict === "passed") };
}

/** Judges each round once it is over. */
export async function* audit(components: AuditorComponents, options: FollowOptions = {}): AsyncGenerator<RoundReport> {
  const { rounds = Infinity, pollMs = AUDITOR.pollMs, signal } = options;
  let next = (await components.ledger.clock()).round;
  for (let judged = 0; judged < rounds;) {
    signal?.throwIfAborted();
    const { round } = await components.ledger.clock();
    if (round <= next) {
      await sleep(pollMs, signal);
      continue;
    }
    yield await auditRound(components, next++, options);
    judged++;
  }
}

async function judge(
  components: AuditorComponents,
  record: ProviderRecord,
  round: number,
  samples: number,
  signal: AbortSignal,
): Promise<ProviderVerdict> {
  const [proved = false] = await components.ledger.provedRounds(record.owner, round, round + 1);
  const peer = contactOf(record)?.address.peer;
  const sampling = record.leaves === 0 ? undefined : await sampleOver(components, record, peer, samples, signal);
  return {
    provider: record.owner,
    peer: peer ?? "",
    round,
    leaves: record.leaves,
    proved,
    ...combine(proved, sampling),
    sampling,
  };
}

async function sampleOver(
  components: AuditorComponents,
  record: ProviderRecord,
  peer: string | undefined,
  samples: number,
  signal: AbortSignal,
): Promise<Sampling> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(AUDITOR.providerMs)]);
  const nothing = { asked: samples, passed: 0, root: record.root, seed: new Uint8Array(32) };
  if (peer === undefined) return { ...nothing, verdict: "offline", reason: "its peer id on chain is not one" };
  const address = await components.network.locate(peer, { signal: deadline }).catch(() => undefined);
  signal.throwIfAborted();
  if (address === undefined)
    return { ...nothing, verdict: "offline", reason: "no address of it is known to the network" };
  return sample(components.transfer, components.hasher, record, address, samples, deadline).catch((error: unknown) => {
    signal.throwIfAborted();
    if (deadline.aborted)
      return { ...nothing, verdict: "offline" as Verdict, reason: `no answer within ${AUDITOR.providerMs / 1000} s` };
    throw error;
  });
}

// Who had a live allocation in the round: only those owe a proof.
async function obliged(ledger: Ledger, round: number, signal: AbortSignal): Promise<ProviderRecord[]> {
  const count = await ledger.providerCount();
  const bound: ProviderRecord[] = [];
  for (let from = 0; from < count; from += AUDITOR.pageRecords) {
    for (const record of await ledger.providers(from, AUDITOR.pageRecords, { signal })) {
      if (await isLive(ledger, record, round, signal)) bound.push(record);
    }
  }
  return bound;
}

// Looks beyond the newest allocations: a provider could open a page of small ones that start later, to hide those that bind it.
async function isLive(ledger: Ledger, { owner }: ProviderRecord, round: number, signal: AbortSignal): Promise<boolean> {
  for (let before: number | undefined, page = 0; page < AUDITOR.allocationPages; page++) {
    const asked = { max: AUDITOR.pageRecords, ...(before !== undefined && { before }) };
    const records = await ledger.allocationsOfProvider(owner, asked, { signal });
    const isBinding = (one: AllocationRecord): boolean => one.startRound <= round && round < one.endRound;
    if (records.some((one) => sameAddress(one.provider, owner) && isBinding(one))) return true;
    if (records.length < AUDITOR.pageRecords) return false;
    before = records.at(-1)?.id;
  }
  return true; // so many that nobody has read them all: judge it rather than pass it over
}

function checkSamples(samples: number): void {
  if (Number.isSafeInteger(samples) && samples >= 1 && samples <= MAX_SAMPLES) return;
  throw new CairnError("ERR_CONFIG_INVALID", `samples is a whole number from 1 to ${MAX_SAMPLES}.`, {
    facts: { samples },
  });
}
