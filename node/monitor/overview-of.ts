// The overview out of one look at the daemon and the record.

import { MONITOR } from "../limits/index.ts";
import { VERSION } from "./installed-version.ts";
import type { History } from "./history.ts";
import type { Sight } from "./look.ts";
import type { Traffic } from "./metrics.ts";
import type { Overview, Warning } from "./overview.ts";

export interface OverviewFacts {
  readonly startedAt: number;
  readonly peer: string;
  /** Base units per unit and round. */
  readonly price: bigint;
  readonly sight: Sight;
  /** Since the last sample. */
  readonly traffic: Traffic;
  readonly warnings: readonly Warning[];
  readonly history: History;
}

/** Everything that the status page shows, with the whole record. */
export function overviewOf(facts: OverviewFacts): Overview {
  const { startedAt, peer, price, sight, traffic, warnings, history } = facts;
  const { status, network, at } = sight;
  return {
    version: VERSION,
    startedAt,
    now: at,
    owner: status.owner,
    nodeKey: sight.nodeKey,
    peer,
    addresses: sight.addresses,
    reachability: network.reachability.state,
    price: String(price),
    chain: {
      isDown: status.chainDown,
      round: status.round,
      roundSeconds: sight.roundSeconds,
      roundEndsAt: roundEndOf(sight),
      stage: status.stage,
    },
    rounds: { ...status.rounds, openDisputes: status.disputes.open },
    money: moneyOf(sight, history),
    space: spaceOf(sight),
    scrub: status.scrub,
    peers: { connections: network.connections, servers: network.servers, serving: network.serving },
    traffic,
    warnings,
    history: { ...history.view, cursor: history.cursor, since: undefined },
  };
}

/** While the chain is away or stands, the time that its pace says is nobody's. */
function roundEndOf({ status, roundEndsAt, at }: Sight): number | undefined {
  const isKnown = roundEndsAt !== undefined && !status.chainDown && roundEndsAt > at - MONITOR.roundOverdueMs;
  return isKnown ? Math.round(roundEndsAt) : undefined;
}

function moneyOf({ status: { money } }: Sight, history: History): Overview["money"] {
  return {
    stake: String(money.stake),
    escrow: String(money.escrow),
    withdrawable: money.withdrawable?.toString(),
    earned: String(history.earned),
    liveRate: String(money.liveRate),
    gas: money.gas?.toString(),
    roundsOfGasLeft: money.roundsOfGasLeft,
  };
}

/** Of the capacity `live`, `reserved` and `free` are parts that do not overlap; `dead` lies beside it. */
export function spaceOf({ status, diskFree }: Sight): Overview["space"] {
  const {
    capacityBytes: capacity,
    liveBytes: live,
    deadBytes: dead,
    paidBytes,
    freeBytes,
    fragments,
    allocations,
  } = status;
  const left = Math.max(0, capacity - live);
  const reserved = Math.min(left, Math.max(0, paidBytes - live));
  const free = Math.max(0, Math.min(left, freeBytes) - reserved);
  return { capacity, live, dead, reserved, free, diskFree: diskFree ?? freeBytes, fragments, allocations };
}
