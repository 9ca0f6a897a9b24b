// The metrics that one look at the daemon gives, each with its name, what it is, and where it is read. What is not known has no value:
// a gap in a curve is better than a 0 that is none.

import { spaceOf } from "./overview-of.ts";
import type { Sight } from "./look.ts";
import type { Warning } from "./overview.ts";

export interface MetricSight extends Sight {
  readonly warnings: readonly Warning[];
}

type Seen = MetricSight | undefined;

interface Single {
  readonly name: string;
  readonly help: string;
  readonly read: (sight: Seen) => number | undefined;
}

/** One value for each value of its label. */
interface Group {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly read: (sight: Seen, value: string) => number | undefined;
}

export const GAUGES: readonly Single[] = [
  one(
    "cairn_capacity_bytes",
    "Fragment bytes that this provider offers to hold.",
    ({ status }) => status.capacityBytes,
  ),
  one("cairn_disk_free_bytes", "Free on the disk that holds the folder.", ({ diskFree }) => diskFree),
  one("cairn_fragments", "Fragments on the disk.", ({ status }) => status.fragments),
  one(
    "cairn_fragments_staged",
    "Fragments on the disk that no co-signed state names yet.",
    ({ status }) => status.staged,
  ),
  one("cairn_fragments_corrupt", "Fragments found not to be what was stored.", ({ status }) => status.scrub.corrupt),
  one("cairn_allocations", "Allocations with data.", ({ status }) => status.allocations),
  one("cairn_round", "Round of the chain.", ({ status }) => status.round),
  one("cairn_round_last_proved", "Last round that this daemon proved.", ({ status }) => status.rounds.lastProved),
  one("cairn_round_duration_seconds", "Length of a round, from the blocks seen.", ({ roundSeconds }) => roundSeconds),
  one(
    "cairn_rounds_missed_in_row",
    "Rounds missed in a row, by the chain; seven eject.",
    ({ status }) => status.rounds.misses,
  ),
  one("cairn_proof_duration_seconds", "What the last proof took to build.", ({ status }) => status.proofSeconds),
  one("cairn_proof_gas", "Gas of the last proof.", ({ status }) => status.money.lastGas),
  one("cairn_gas_balance_coins", "What the node key has for gas, in the chain's coin.", ({ status }) =>
    coins(status.money.gas),
  ),
  one(
    "cairn_gas_rounds_left",
    "Rounds for which that is enough at the present price of gas.",
    ({ status }) => status.money.roundsOfGasLeft,
  ),
  one("cairn_live_rate_tokens", "What the proof of this round pays.", ({ status }) => coins(status.money.liveRate)),
  one("cairn_escrow_tokens", "Locked by clients for rounds to come.", ({ status }) => coins(status.money.escrow)),
  one("cairn_withdrawable_tokens", "Earned and not withdrawn.", ({ status }) => coins(status.money.withdrawable)),
  one("cairn_stake_tokens", "Stake of this provider.", ({ status }) => coins(status.money.stake)),
  one("cairn_disputes_open", "Disputes neither answered nor decided.", ({ status }) => status.disputes.open),
  one("cairn_chain_up", "1 while the chain answers.", ({ status }) => (status.chainDown ? 0 : 1)),
  one("cairn_chain_last_block_age_seconds", "Age of the newest block seen.", ({ at, status }) =>
    status.head === undefined ? undefined : (at - status.head.at) / 1000,
  ),
  one("cairn_requests_serving", "Requests being served.", ({ network }) => network.serving),
  one("cairn_connections", "Connections to peers.", ({ network }) => network.connections),
  one("cairn_dht_servers", "DHT servers known.", ({ network }) => network.servers),
  one(
    "cairn_scrub_progress_ratio",
    "Part of the fragments that the present pass of the scrub has read.",
    ({ status }) => status.scrub.progress,
  ),
  one(
    "cairn_scrub_last_pass_timestamp_seconds",
    "When the last whole pass of the scrub ended, unix time.",
    ({ status: { scrub } }) => (scrub.lastPassAt === undefined ? undefined : scrub.lastPassAt / 1000),
  ),
];

/** Since the start. */
export const COUNTERS: readonly Single[] = [
  one("cairn_rounds_passed_total", "Rounds proved.", ({ status }) => status.rounds.passed),
  one("cairn_rounds_missed_total", "Rounds missed.", ({ status }) => status.rounds.missed),
  one("cairn_earned_tokens_total", "Tokens earned by proofs.", ({ status }) => coins(status.money.earned)),
  one("cairn_disputes_answered_total", "Disputes answered.", ({ status }) => status.disputes.answered),
  one("cairn_disputes_lost_total", "Disputes not answered in time.", ({ status }) => status.disputes.lost),
];

const SPACES = ["live", "dead", "reserved", "free"] as const;
const REACHABILITIES = ["public", "relayed", "private", "unknown"] as const;
const LEVELS = ["error", "warn", "info"] as const;

export const GROUPS: readonly Group[] = [
  group(
    "cairn_space_bytes",
    "What the capacity is used for: live, reserved and free; dead lies beside it until it is compacted.",
    "kind",
    SPACES,
    (sight, kind) => spaceOf(sight)[kind],
  ),
  group(
    "cairn_reachability",
    "1 for how others reach this provider, 0 for the rest.",
    "state",
    REACHABILITIES,
    ({ network }, state) => (network.reachability.state === state ? 1 : 0),
  ),
  group(
    "cairn_warnings",
    "Warnings that hold now.",
    "level",
    LEVELS,
    ({ warnings }, level) => warnings.filter((warning) => warning.level === level).length,
  ),
];

function one(name: string, help: string, read: (sight: MetricSight) => number | undefined): Single {
  return { name, help, read: (sight) => (sight === undefined ? undefined : read(sight)) };
}

function group<V extends string>(
  name: string,
  help: string,
  label: string,
  values: readonly V[],
  read: (sight: MetricSight, value: V) => number,
): Group {
  return {
    name,
    help,
    label,
    values,
    read: (sight, value) => (sight === undefined ? undefined : read(sight, value as V)),
  };
}

/** Base units as a number of whole tokens or coins: a curve needs no 18 decimals. */
function coins(amount: bigint | undefined): number | undefined {
  return amount === undefined ? undefined : Number(amount) / 1e18;
}
