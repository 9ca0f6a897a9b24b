// What an operator should know and do, from one look at the daemon. Each warning has a code that stays, so that it can be looked up,
// silenced and counted from when it began.

import { MONITOR, PROVIDER, STORE } from "../limits/index.ts";
import { formatSize, formatTokens } from "../quantity.ts";
import { VERSION } from "./installed-version.ts";
import type { Sight } from "./look.ts";
import type { Warning } from "./overview.ts";

/** Every warning there is, with how bad it is; docs/monitoring.md lists them. */
export const WARNINGS = {
  CHAIN_DOWN: entry("error", "The chain's endpoint does not answer: no round can be proved."),
  CHAIN_STANDS: entry(
    "warn",
    "The newest block is old: the chain stands, the endpoint lags, or this machine's clock is ahead.",
  ),
  CLOCK_BEHIND: entry("error", "The clock of this machine is behind the chain's."),
  EJECTED: entry("error", "The market has ejected this provider after seven missed rounds."),
  ROUNDS_MISSED: entry("error", "The last rounds were missed."),
  PROOF_FAILED: entry("warn", "The present or the last round was tried and could not be proved."),
  DISPUTES_OPEN: entry("warn", "Disputes wait for an answer, which the daemon gives by itself."),
  DISPUTE_UNANSWERED: entry("error", "A dispute cannot be answered, and will cost stake."),
  GAS_GONE: entry("error", "The node key's gas is at its end."),
  GAS_LOW: entry("warn", "The node key's gas will not last long."),
  STAKE_LOW: entry("warn", "The stake is below what the capacity that is sold needs: no more can be sold."),
  DISK_FAILED: entry("error", "The disk has refused a write, and the store takes nothing more until the next start."),
  DISK_FULL: entry("error", "The disk has no room for further fragments."),
  DISK_NEARLY_FULL: entry("warn", "The disk has less room than clients have paid for."),
  FRAGMENTS_CORRUPT: entry("error", "Fragments on the disk are not what was stored."),
  NOT_REACHABLE: entry("error", "Nobody can dial this provider, and no relay takes it."),
  RELAYED: entry("info", "Others reach this provider through relays only."),
  ALONE: entry("warn", "No other peer has been connected for a minute."),
  UPDATED: entry("info", "Another version is installed than the one that runs."),
} as const satisfies Readonly<Record<string, WarningEntry>>;

export interface WarningEntry {
  readonly level: Warning["level"];
  readonly meaning: string;
}

function entry(level: Warning["level"], meaning: string): WarningEntry {
  return { level, meaning };
}

export type WarningCode = keyof typeof WARNINGS;

/** What one look says; `since` comes from the memory of earlier ones. */
export interface Finding {
  readonly code: WarningCode;
  readonly text: string;
  readonly whatToDo: string;
}

/** Blocks that may fail to come before a chain is called standing. */
const STANDING_BLOCKS = 20;
/** Not before this, however fast the blocks are. */
const STANDING_MS = 120_000;

/** Everything that is wrong at this look, worst first. */
export function findings(sight: Sight): Finding[] {
  const all = [chain(sight), clock(sight), stage(sight), rounds(sight), disputes(sight), gas(sight), stake(sight)];
  all.push(disk(sight), corrupt(sight), reachability(sight), updated(sight));
  const rank = { error: 0, warn: 1, info: 2 };
  return all.flat().toSorted((a, b) => rank[WARNINGS[a.code].level] - rank[WARNINGS[b.code].level]);
}

/** Remembers since when each warning has held. */
export class WarningMemory {
  readonly #since = new Map<WarningCode, number>();

  warnings(found: readonly Finding[], at: number): Warning[] {
    const present = new Set(found.map(({ code }) => code));
    for (const code of this.#since.keys()) if (!present.has(code)) this.#since.delete(code);
    for (const code of present) if (!this.#since.has(code)) this.#since.set(code, at);
    const since = (code: WarningCode): number => this.#since.get(code) ?? at;
    return found
      .slice(0, MONITOR.warnings)
      .map(({ code, text, whatToDo }) => ({ level: WARNINGS[code].level, code, text, whatToDo, since: since(code) }));
  }
}

function chain({ status, at, roundSeconds, roundBlocks }: Sight): Finding[] {
  if (status.chainDown) {
    const text =
      "The chain does not answer. Fragments are still served, but no round can be proved: each one that passes like this earns nothing, and three in a row cost stake.";
    return [
      {
        code: "CHAIN_DOWN",
        text,
        whatToDo:
          "Check the network of this machine and the address in `rpcUrl`, or set another endpoint and start again.",
      },
    ];
  }
  if (status.head === undefined) return [];
  const age = at - status.head.at;
  const blockMs = roundSeconds === undefined ? 0 : (roundSeconds / roundBlocks) * 1000;
  if (age <= Math.max(STANDING_MS, STANDING_BLOCKS * blockMs)) return [];
  const text = `The newest block is ${minutes(age)} old: the chain stands still, the endpoint lags behind it, or the clock of this machine is ahead.`;
  return [
    {
      code: "CHAIN_STANDS",
      text,
      whatToDo: "Compare with another endpoint of the same chain, and check that this machine's clock is set by NTP.",
    },
  ];
}

function clock({ status, at }: Sight): Finding[] {
  if (status.head === undefined || status.head.at - at <= MONITOR.clockAheadMs) return [];
  const text = `The clock of this machine is ${minutes(status.head.at - at)} behind the chain: tickets and offers with a time in them are judged wrongly.`;
  return [{ code: "CLOCK_BEHIND", text, whatToDo: "Set the clock by NTP: `timedatectl set-ntp true`." }];
}

function stage({ status }: Sight): Finding[] {
  if (status.stage === "ejected") {
    const text =
      "The market has ejected this provider after seven missed rounds: it earns nothing, and its clients can settle.";
    return [
      {
        code: "EJECTED",
        text,
        whatToDo:
          "Withdraw what is left with `cairn provider exit`, mend what made it miss, and register again with another owner.",
      },
    ];
  }
  return [];
}

function rounds({ status }: Sight): Finding[] {
  const { misses } = status.rounds;
  const found: Finding[] = [];
  if (misses > 0 && status.stage !== "ejected" && status.stage !== "left") {
    const lost = misses === 1 ? "The last round was missed: it" : `The last ${misses} rounds were missed: each`;
    const text = `${lost} earned nothing. ${costOf(misses)}`;
    found.push({
      code: "ROUNDS_MISSED",
      text,
      whatToDo: `Read the log for the reason${reasonOf(status.failure)}; the next proof ends the row.`,
    });
  }
  const { failure, round } = status;
  const isFresh =
    failure?.round !== undefined &&
    round !== undefined &&
    failure.round >= round - 1 &&
    status.rounds.lastProved !== failure.round;
  if (isFresh && failure !== undefined)
    found.push({
      code: "PROOF_FAILED",
      text: `Round ${failure.round} was not proved: ${failure.reason}`,
      whatToDo: `Look up ${failure.code} in docs/errors.md.`,
    });
  return found;
}

function costOf(misses: number): string {
  if (misses >= 7) return "Stake was taken for them, and anybody can have this provider ejected now.";
  return misses >= 3
    ? "From the third on each costs stake, and the seventh ejects."
    : "From the third in a row on each costs stake, and the seventh ejects.";
}

function disputes({
  status: {
    disputes: { open, failure },
  },
}: Sight): Finding[] {
  const found: Finding[] = [];
  if (failure !== undefined) {
    const cost = failure.cost === undefined ? "stake" : `${formatTokens(failure.cost)} tokens of stake`;
    const text = `Dispute ${failure.dispute} cannot be answered (${failure.reason}); if it stays so until round ${failure.deadline}, it costs ${cost}.`;
    found.push({
      code: "DISPUTE_UNANSWERED",
      text,
      whatToDo: `Look up ${failure.code} in docs/errors.md; put back the data it asks for, if there is a copy.`,
    });
  }
  if (open > 0) {
    const text = `${open} ${open === 1 ? "dispute is" : "disputes are"} open; the daemon answers by itself, and earns the bond.`;
    found.push({
      code: "DISPUTES_OPEN",
      text,
      whatToDo: "Keep the daemon and the chain's endpoint up until they are answered.",
    });
  }
  return found;
}

function gas({ status: { money }, nodeKey }: Sight): Finding[] {
  const { gas: have, roundsOfGasLeft: left } = money;
  if (have === undefined || left === undefined || left > PROVIDER.gasRoundsLow) return [];
  const code = left <= PROVIDER.gasRoundsUrgent ? "GAS_GONE" : "GAS_LOW";
  const text = `The node key has ${formatTokens(have)} left for gas, enough for about ${Math.floor(left)} ${Math.floor(left) === 1 ? "round" : "rounds"}. Without gas no round is proved.`;
  const to = nodeKey === undefined ? "" : `, ${nodeKey}`;
  return [{ code, text, whatToDo: `Send some of the chain's own coin to the node key${to}.` }];
}

function stake({ status, market }: Sight): Finding[] {
  if (market === undefined || status.stage !== "active") return [];
  const needed = BigInt(Math.ceil(status.paidBytes / UNIT_BYTES)) * market.unitStake;
  const least = needed > market.minStake ? needed : market.minStake;
  if (status.money.stake >= least) return [];
  const text = `The stake of ${formatTokens(status.money.stake)} tokens is below the ${formatTokens(least)} that what is sold needs: clients cannot buy more here.`;
  return [
    {
      code: "STAKE_LOW",
      text,
      whatToDo: `Add what is missing: \`cairn provider stake ${formatTokens(least - status.money.stake)}\`.`,
    },
  ];
}

function disk(sight: Sight): Finding[] {
  const { status, diskFree } = sight;
  if (status.freeBytes === 0 && status.liveBytes < status.capacityBytes) return [noRoom(sight)];
  const promised = Math.max(0, Math.min(status.paidBytes, status.capacityBytes) - status.liveBytes);
  if (diskFree === undefined || diskFree > Math.max(MONITOR.diskFreeBytes, promised)) return [];
  const coming = promised === 0 ? "" : ` Clients may still send ${formatSize(promised)} that they have paid for.`;
  const text = `Only ${formatSize(diskFree)} are free on the disk.${coming}`;
  const whatToDo = "Free space on the disk, or set a smaller `capacity`, so that no more is sold than fits.";
  return [{ code: "DISK_NEARLY_FULL", text, whatToDo }];
}

/** A store that has met an error of its disk takes nothing more, as one that has no room; the disk itself tells them apart. */
function noRoom({ status: { liveBytes, deadBytes, capacityBytes }, diskFree = 0 }: Sight): Finding {
  if (diskFree > 2 * STORE.keepFreeBytes && liveBytes + deadBytes < capacityBytes) {
    const text = `The store takes no further fragments though ${formatSize(diskFree)} are free: a write to the disk has failed. What is stored is served and proved.`;
    const whatToDo =
      "Look for ERR_DISK_FAILED in the log, check the disk and the folder's permissions, and start again.";
    return { code: "DISK_FAILED", text, whatToDo };
  }
  const text =
    "The disk has no room for further fragments. What is stored is served and proved, but paid capacity cannot be used.";
  return { code: "DISK_FULL", text, whatToDo: "Free space on the disk, or move the folder to a larger one." };
}

function corrupt({ status: { corruptFragments } }: Sight): Finding[] {
  if (corruptFragments === 0) return [];
  const text = `${corruptFragments} ${corruptFragments === 1 ? "fragment does" : "fragments do"} not match what was stored: the disk has changed bytes. A proof that asks for one of them is lost.`;
  return [
    {
      code: "FRAGMENTS_CORRUPT",
      text,
      whatToDo: "Check the disk (`smartctl -a`) and the memory; clients that repair store the fragments again.",
    },
  ];
}

function reachability({
  network: {
    connections,
    reachability: { state },
  },
  aloneMs,
}: Sight): Finding[] {
  if (state === "private") {
    const text =
      "Nobody can dial this provider from outside, and no relay takes it: clients cannot store or fetch here.";
    return [
      {
        code: "NOT_REACHABLE",
        text,
        whatToDo:
          "Forward the port of `listen` in the router, set `announce` to the outside address, or set `upnp = true`.",
      },
    ];
  }
  if (state === "relayed")
    return [
      {
        code: "RELAYED",
        text: "Others reach this provider only through relays. Clients without a public address of their own cannot store here.",
        whatToDo: "Forward the port of `listen` in the router, or set `upnp = true`.",
      },
    ];
  if (connections > 0 || aloneMs < MONITOR.aloneMs) return [];
  return [
    {
      code: "ALONE",
      text: `No other peer has been connected for ${minutes(aloneMs)}: clients cannot find this provider.`,
      whatToDo: "Check the network of this machine, and the bootstrap addresses in the network file.",
    },
  ];
}

function updated({ installed }: Sight): Finding[] {
  if (installed === undefined || installed === VERSION) return [];
  return [
    {
      code: "UPDATED",
      text: `Version ${VERSION} runs, and ${installed} is installed.`,
      whatToDo: "Start the daemon again when it suits.",
    },
  ];
}

function reasonOf(failure: { readonly code: string } | undefined): string {
  return failure === undefined ? "" : ` (the last one was ${failure.code})`;
}

function minutes(milliseconds: number): string {
  return milliseconds < 120_000
    ? `${Math.round(milliseconds / 1000)} seconds`
    : `${Math.round(milliseconds / 60_000)} minutes`;
}

const UNIT_BYTES = 2 ** 20;
