// What an auditor says of one provider in one round, and how it comes to say it.

import { ProofError, verifyProof } from "../../proofs/index.ts";
import { isCairnError } from "../../protocol/index.ts";
import type { ProviderRecord } from "../../contracts/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { Address, ErrorCode } from "../../protocol/index.ts";
import type { Transfer } from "../client/index.ts";
import type { PeerAddress } from "../network/index.ts";

/**
 * passed: showed every leaf asked for, and proved on chain. failed: showed something else. missing: answered, but not with the
 * data, or left its proof out. offline: could not be reached. unknown: the auditor's own trouble, or the provider was busy.
 */
export type Verdict = "passed" | "failed" | "missing" | "offline" | "unknown";

/** Samples over the wire, replayable: the seed and the root fix the positions. */
export interface Sampling {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly asked: number;
  readonly passed: number;
  readonly root: Uint8Array;
  readonly seed: Uint8Array;
}

export interface ProviderVerdict {
  readonly provider: Address;
  readonly peer: string;
  readonly round: number;
  /** Leaves under the root it has committed on chain. */
  readonly leaves: number;
  /** The contract marked the round: the provider was paid for it, and its clients charged. */
  readonly proved: boolean;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly sampling: Sampling | undefined;
}

export interface SampleParts {
  readonly transfer: Transfer;
  readonly hasher: Hasher;
}

export interface SampleRequest {
  readonly count: number;
  /** Default: random, so that only this auditor knows the positions beforehand. */
  readonly seed?: Uint8Array;
}

/** Asks for samples at the positions of a seed, and checks each against the root on chain. */
export async function sample(
  { transfer, hasher }: SampleParts,
  record: ProviderRecord,
  address: PeerAddress,
  { count, seed = crypto.getRandomValues(new Uint8Array(32)) }: SampleRequest,
  signal: AbortSignal,
): Promise<Sampling> {
  const base = { asked: count, passed: 0, root: record.root, seed };
  try {
    const answer = await transfer.prove(address, { root: record.root, seed, count }, { signal });
    verifyProof(hasher, { root: record.root, leaves: record.leaves, seed, count }, answer.proof);
    return { ...base, passed: count, verdict: "passed", reason: `${count} of ${count} samples verified` };
  } catch (error) {
    signal.throwIfAborted();
    return { ...base, ...blame(error) };
  }
}

/** One verdict from what the chain says and what the wire showed. Data shown but not proved on chain is a miss all the same. */
export function combine(proved: boolean, sampling: Sampling | undefined): { verdict: Verdict; reason: string } {
  if (sampling !== undefined && sampling.verdict !== "passed") {
    return {
      verdict: sampling.verdict,
      reason: proved ? `${sampling.reason}, though it proved the round on chain` : sampling.reason,
    };
  }
  if (!proved) return { verdict: "missing", reason: "no proof on chain in this round" };
  return { verdict: "passed", reason: sampling?.reason ?? "proved on chain; it holds no data yet" };
}

const VERDICTS: Readonly<Partial<Record<ErrorCode, Verdict>>> = {
  ERR_PEER_UNREACHABLE: "offline",
  ERR_PEER_STALLED: "offline",
  ERR_FRAGMENT_CORRUPT: "missing",
  ERR_FRAGMENT_NOT_FOUND: "missing",
  ERR_ROOT_UNKNOWN: "missing",
  ERR_BODY_TRUNCATED: "failed",
  ERR_MESSAGE_INVALID: "failed",
  ERR_MESSAGE_TOO_LONG: "failed",
  ERR_BODY_TOO_LONG: "failed",
  ERR_PEER_REFUSED: "missing",
};

/** Refusals that say nothing about the data. Any other is a provider that answers without it, whatever reason it names. */
const EXCUSES: ReadonlySet<string> = new Set(["ERR_PEER_BUSY", "ERR_TIMEOUT", "ERR_PEER_STALLED"]);

function refusedAs(code: string): Verdict {
  return EXCUSES.has(code) ? "unknown" : "missing";
}

function blame(error: unknown): { verdict: Verdict; reason: string } {
  if (error instanceof ProofError) return { verdict: "failed", reason: `wrong proof: ${error.message}` };
  if (!isCairnError(error)) return { verdict: "unknown", reason: "the auditor itself failed; see its log" };
  const verdict = error.facts["refused"] === true ? refusedAs(error.code) : (VERDICTS[error.code] ?? "unknown");
  const detail = error.facts["detail"];
  return {
    verdict,
    reason: typeof detail === "string" && detail !== "" ? `${error.message} (${detail})` : error.message,
  };
}
