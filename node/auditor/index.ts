// The auditor: no stake, no key, no data. Each round it looks who proved on chain, takes samples of its own over the
// wire, and says what it found. With a wallet, and if it is told to, it takes what was not shown to the chain.

import { MAX_SAMPLES, CairnError, sameAddress } from "../../protocol/index.ts";
import { contactOf } from "../client/index.ts";
import { AUDITOR } from "../limits/index.ts";
import { mapBounded, sleep } from "../wait.ts";
import { possible } from "./challenger.ts";
import { combine, sample } from "./verdict.ts";
import type { AllocationRecord, Ledger, ProviderRecord } from "../../contracts/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { Transfer } from "../client/index.ts";
import type { Network, PeerAddress } from "../network/index.ts";
import type { Challenger, DisputeNote, Failure } from "./challenger.ts";
import type { ProviderVerdict, Sampling } from "./verdict.ts";

export { Challenger } from "./challenger.ts";
export type { DisputeNote, DisputeState } from "./challenger.ts";
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
  /** Takes failures to the chain, with the ledger's wallet. Default: nobody does. */
  readonly challenger?: Challenger;
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
  /** What became of the auditor's disputes, and what could become one. */
  readonly disputes: readonly DisputeNote[];
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
  const { samples = DEFAULT_SAMPLES, challenger, signal = new AbortController().signal } = options;
  checkSamples(samples);
  const bound = await obliged(components.ledger, round, signal);
  const judged = await mapBounded(bound, AUDITOR.providersAtOnce, (record) =>
    judge(components, record, round, samples, signal),
  );
  const verdicts = judged.map(({ verdict }) => verdict);
  const failures = judged.flatMap(({ failure }) => failure ?? []);
  const settled = (await challenger?.settle(signal)) ?? [];
  const challenged = await challenge(challenger, verdicts, failures, signal);
  const ok = verdicts.every(({ verdict }) => verdict === "passed");
  return { round, verdicts, disputes: [...settled, ...challenged], ok };
}

async function challenge(
  challenger: Challenger | undefined,
  verdicts: readonly ProviderVerdict[],
  failures: readonly Failure[],
  signal: AbortSignal,
): Promise<DisputeNote[]> {
  const all = (why: string): DisputeNote[] => failures.map((failure) => possible(failure, why));
  if (challenger === undefined) return all("run with --dispute, and a wallet that has the bond");
  if (verdicts.every(({ verdict }) => verdict === "offline")) return all("nobody answers, so it may be our own line");
  return challenger.challenge(failures, signal);
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

interface Judged {
  readonly verdict: ProviderVerdict;
  /** What the chain could ask of it. */
  readonly failure: Failure | undefined;
}

async function judge(
  components: AuditorComponents,
  record: ProviderRecord,
  round: number,
  samples: number,
  signal: AbortSignal,
): Promise<Judged> {
  const [proved = false] = await components.ledger.provedRounds(record.owner, round, round + 1);
  const peer = contactOf(record)?.address.peer;
  const asked = record.leaves === 0 ? undefined : await sampleOver(components, record, peer, samples, signal);
  const sampling = asked?.sampling;
  const { owner: provider, leaves } = record;
  const verdict = { provider, peer: peer ?? "", round, leaves, proved, ...combine(proved, sampling), sampling };
  const isFailure = sampling !== undefined && sampling.verdict !== "passed" && sampling.verdict !== "unknown";
  return { verdict, failure: isFailure ? { record, address: asked?.address, sampling } : undefined };
}

interface Asked {
  readonly address: PeerAddress | undefined;
  readonly sampling: Sampling;
}

async function sampleOver(
  components: AuditorComponents,
  record: ProviderRecord,
  peer: string | undefined,
  samples: number,
  signal: AbortSignal,
): Promise<Asked> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(AUDITOR.providerMs)]);
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const offline = (reason: string): Sampling => {
    return { asked: samples, passed: 0, root: record.root, seed, verdict: "offline", reason };
  };
  if (peer === undefined) return { address: undefined, sampling: offline("its peer id on chain is not one") };
  const address = await components.network.locate(peer, { signal: deadline }).catch(() => undefined);
  signal.throwIfAborted();
  if (address === undefined) return { address, sampling: offline("no address of it is known to the network") };
  try {
    return { address, sampling: await sample(components, record, address, { count: samples, seed }, deadline) };
  } catch (error) {
    signal.throwIfAborted();
    if (!deadline.aborted) throw error;
    return { address, sampling: offline(`no answer within ${AUDITOR.providerMs / 1000} s`) };
  }
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
