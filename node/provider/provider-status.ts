// What a provider says about itself.

import { signedLeaves } from "./allocation-book.ts";
import type { ProviderRecord } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { DisputeFailure } from "./dispute-report.ts";
import type { ProviderParts } from "./provider.ts";
import type { RoundFailure } from "./round-report.ts";

export interface ProviderStatus {
  readonly owner: Address;
  readonly peer: string;
  readonly addresses: readonly string[];
  /** The round last seen; undefined before the chain answered. */
  readonly round: number | undefined;
  /** The chain does not answer. */
  readonly chainDown: boolean;
  /** Undefined if it is not registered, or the chain has not answered yet. */
  readonly stage: ProviderRecord["stage"] | undefined;
  readonly rounds: {
    /** Since the start. */
    readonly passed: number;
    readonly missed: number;
    readonly lastProved: number | undefined;
    /** Consecutive misses by the chain. */
    readonly misses: number;
  };
  /** The last thing that went wrong with proving, if any did. */
  readonly failure: RoundFailure | undefined;
  readonly disputes: {
    /** Open by the chain, when it was asked last. */
    readonly open: number;
    /** Since the start. */
    readonly answered: number;
    /** Since the start: not answered in time. */
    readonly lost: number;
    /** Token base units that answers have earned since the start. */
    readonly bonds: bigint;
    /** The last one that could not be answered, until it is. */
    readonly failure: DisputeFailure | undefined;
  };
  readonly committed: { readonly root: Uint8Array; readonly leaves: number } | undefined;
  readonly allocations: number;
  /** Leaves of 256 bytes in co-signed states. */
  readonly leaves: number;
  readonly staged: number;
  readonly fragments: number;
  readonly liveBytes: number;
  readonly freeBytes: number;
  readonly capacityBytes: number;
  /** Found since the start and not stored again. */
  readonly corruptFragments: number;
  readonly money: {
    /** Token base units earned since the start. */
    readonly earned: bigint;
    /** What the next proof pays. */
    readonly liveRate: bigint;
    readonly stake: bigint;
    /** Locked for rounds to come. */
    readonly escrow: bigint;
    /** Can be withdrawn by the owner; undefined while the chain does not answer. */
    readonly withdrawable: bigint | undefined;
    readonly lastGas: number | undefined;
  };
}

export async function providerStatus(parts: ProviderParts): Promise<ProviderStatus> {
  const { components, options, clock, report, book, staging, reader } = parts;
  const { record } = report;
  const { fragments, payloadBytes, freeBytes } = components.store.usage();
  const allocations = [...book.written()];
  return {
    owner: components.owner,
    peer: components.network.peer,
    addresses: components.network.addresses,
    round: clock.last?.round,
    chainDown: report.chainDown,
    stage: record?.stage,
    rounds: {
      passed: report.passed,
      missed: report.missed,
      lastProved: report.lastProvedRound,
      misses: record?.misses ?? 0,
    },
    failure: report.failure,
    disputes: disputesOf(parts),
    committed: report.committed,
    allocations: allocations.length,
    leaves: allocations.reduce((sum, { record }) => sum + signedLeaves(record), 0),
    staged: staging.count,
    fragments,
    liveBytes: payloadBytes,
    freeBytes,
    capacityBytes: options.capacityBytes,
    corruptFragments: reader.corruptFragments,
    money: {
      earned: report.earned,
      liveRate: record?.liveRate ?? 0n,
      stake: record?.stake ?? 0n,
      escrow: record?.escrow ?? 0n,
      withdrawable: await withdrawable(parts),
      lastGas: report.lastGas,
    },
  };
}

function disputesOf({ disputes }: ProviderParts): ProviderStatus["disputes"] {
  const { open, answered, lost, bonds, failure } = disputes;
  return { open, answered, lost, bonds, failure };
}

async function withdrawable({ components }: ProviderParts): Promise<bigint | undefined> {
  try {
    return (await components.ledger.earnings(components.owner)).earned;
  } catch {
    return undefined;
  }
}
