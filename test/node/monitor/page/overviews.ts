// Overviews of providers in all sorts of states, as a daemon would send them.

import type { History, Overview, RoundPoint, SamplePoint, Warning } from "../../../../node/monitor/overview.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const GIB = 2 ** 30;
const TIB = 2 ** 40;
const ROUND_SECONDS = 1800;
const ROUND_MS = ROUND_SECONDS * 1000;
const TOKEN = 10n ** 18n;
const PEER = "12D3KooWQYhTNQdmr3ArTeUHRYzFg94BKyTkoWBDWez9kSCVe2Xo";

/** A provider of 27 days with clients, at which nothing is wrong. */
export function busy(now: number): Overview {
  const first = now - 27 * DAY;
  const points = roundsOf(first, now);
  return {
    version: "0.1.0",
    startedAt: first,
    now,
    owner: "0x71C7656EC7ab88b098defB751B7401B5f6d8976F",
    nodeKey: "0x2546BcD3c84621e976D8185a91A922aE77ECEc30",
    peer: PEER,
    addresses: [`/ip4/203.0.113.17/tcp/4001/p2p/${PEER}`, `/ip6/2001:db8:7c4::17/tcp/4001/p2p/${PEER}`],
    reachability: "public",
    price: "100000000000",
    chain: {
      isDown: false,
      round: points.at(-1)!.round,
      roundSeconds: ROUND_SECONDS,
      roundEndsAt: now + 22.5 * MINUTE,
      stage: "active",
    },
    rounds: { passed: 1284, missed: 0, lastProved: points.at(-1)!.round, misses: 0, openDisputes: 0 },
    money: {
      stake: String(250n * TOKEN),
      escrow: "18734210000000000000",
      withdrawable: "7318200000000000001",
      earned: String(points.reduce((sum, { earned }) => sum + BigInt(earned), 0n)),
      liveRate: "8754000000000000",
      gas: "91200000000000000",
      roundsOfGasLeft: 2310,
    },
    space: {
      capacity: 2 * TIB,
      live: 1.21 * TIB,
      dead: 21.5 * GIB,
      reserved: 0.31 * TIB,
      free: 2 * TIB - 1.52 * TIB,
      diskFree: 0.83 * TIB,
      fragments: 1_284_113,
      allocations: 87,
    },
    scrub: { progress: 0.62, lastPassAt: now - 2.3 * DAY, corrupt: 0 },
    peers: { connections: 41, servers: 18, serving: 3 },
    warnings: [],
    traffic: { received: 3 * 2 ** 20, sent: 11 * 2 ** 20 },
    history: recordOf(points, samplesOf(now - 14 * DAY, now)),
  };
}

/** A provider in its first minute: nothing has happened, and the chain has not answered. */
export function fresh(now: number): Overview {
  return {
    ...busy(now),
    startedAt: now - 20_000,
    addresses: [],
    reachability: "unknown",
    chain: { isDown: false, round: undefined, roundSeconds: undefined, roundEndsAt: undefined, stage: undefined },
    rounds: { passed: 0, missed: 0, lastProved: undefined, misses: 0, openDisputes: 0 },
    money: {
      stake: "0",
      escrow: "0",
      withdrawable: undefined,
      earned: "0",
      liveRate: "0",
      gas: undefined,
      roundsOfGasLeft: undefined,
    },
    space: {
      capacity: TIB,
      live: 0,
      dead: 0,
      reserved: 0,
      free: TIB,
      diskFree: 1.4 * TIB,
      fragments: 0,
      allocations: 0,
    },
    scrub: { progress: 0, lastPassAt: undefined, corrupt: 0 },
    peers: { connections: 0, servers: 0, serving: 0 },
    traffic: { received: 0, sent: 0 },
    history: recordOf([], []),
  };
}

/** An hour old, registered, no client yet. */
export function young(now: number): Overview {
  const first = busy(now);
  return {
    ...fresh(now),
    startedAt: now - HOUR,
    addresses: first.addresses,
    reachability: "public",
    chain: { ...first.chain, round: 3 },
    money: { ...first.money, escrow: "0", withdrawable: "0", liveRate: "0", earned: "0" },
    space: { ...fresh(now).space, capacity: 2 * TIB, free: 2 * TIB, diskFree: 2.4 * TIB },
    peers: { connections: 12, servers: 9, serving: 0 },
    history: recordOf(
      [1, 2].map((round) => ({
        round,
        at: now - (3 - round) * ROUND_MS,
        outcome: "idle",
        earned: "0",
        gasUsed: undefined,
      })),
      samplesOf(now - HOUR, now).map((sample) => ({ ...sample, received: 0, sent: 0 })),
    ),
  };
}

/** The chain is gone, two rounds are lost, the gas runs out, and nobody outside gets through. */
export function troubled(now: number): Overview {
  const well = busy(now);
  const { rounds } = well.history;
  const warnings: Warning[] = [
    {
      level: "warn",
      code: "GAS_LOW",
      text: "The node key has 0.0021 left for gas, enough for about 40 rounds. Without gas no round is proved.",
      whatToDo: "Send some of the chain's own coin to the node key, 0x2546BcD3c84621e976D8185a91A922aE77ECEc30.",
      since: now - 5 * HOUR,
    },
    {
      level: "error",
      code: "CHAIN_DOWN",
      text: "The chain does not answer. Fragments are still served, but no round can be proved: each one that passes like this earns nothing, and three in a row cost stake.",
      whatToDo: "Check the network of this machine and the address in rpcUrl, or set another endpoint and start again.",
      since: now - 70 * MINUTE,
    },
    {
      level: "error",
      code: "ROUNDS_MISSED",
      text: "2 rounds in a row were missed: each earned nothing, and three in a row cost stake; seven eject.",
      whatToDo: "Read the log for the reason; the next proof ends the row.",
      since: now - 40 * MINUTE,
    },
    {
      level: "info",
      code: "UPDATED",
      text: "Version 0.1.0 runs, and 0.2.0 is installed.",
      whatToDo: "Start the daemon again when it suits.",
      since: now - 3 * DAY,
    },
  ];
  return {
    ...well,
    reachability: "relayed",
    chain: { ...well.chain, isDown: true, roundEndsAt: undefined },
    rounds: { passed: 1279, missed: 5, lastProved: well.chain.round! - 2, misses: 2, openDisputes: 1 },
    money: { ...well.money, withdrawable: undefined, gas: "2100000000000000", roundsOfGasLeft: 40 },
    space: { ...well.space, diskFree: 4 * GIB },
    scrub: { ...well.scrub, corrupt: 3 },
    warnings,
    history: {
      ...well.history,
      rounds: rounds.map((point, index) =>
        [1, 2, 17, 60, 900].includes(rounds.length - index) ? missed(point) : point,
      ),
    },
  };
}

/** Numbers and names beyond all measure. */
export function huge(now: number): Overview {
  const well = busy(now);
  const most = String(2n ** 256n - 1n);
  return {
    ...well,
    version: "10.20.30-nightly.20261121120135+0123456789abcdef0123456789abcdef01234567",
    addresses: Array.from(
      { length: 200 },
      (_, index) => `/dns4/${"a-very-long-name.".repeat(14)}example/tcp/${index}/p2p/${PEER}`,
    ),
    price: most,
    chain: { ...well.chain, round: 4_294_967_295, roundSeconds: 0.5 },
    rounds: { ...well.rounds, passed: Number.MAX_SAFE_INTEGER, missed: 1_234_567_890, lastProved: 4_294_967_295 },
    money: {
      stake: most,
      escrow: String(123_456_789_012n * TOKEN),
      withdrawable: "1",
      earned: most,
      liveRate: most,
      gas: most,
      roundsOfGasLeft: Number.MAX_SAFE_INTEGER,
    },
    space: {
      ...well.space,
      capacity: Number.MAX_SAFE_INTEGER,
      live: Number.MAX_SAFE_INTEGER / 2,
      fragments: Number.MAX_SAFE_INTEGER,
      allocations: 4_294_967_295,
    },
    scrub: { progress: 1.7, lastPassAt: 0, corrupt: 4_294_967_295 },
    peers: { connections: 1e9, servers: 1e9, serving: 1e9 },
    warnings: Array.from({ length: 500 }, (_, index) => ({
      level: (["info", "warn", "error"] as const)[index % 3]!,
      code: `ERR_${"LONG_".repeat(20)}${index}`,
      text: "Verylongword".repeat(40),
      whatToDo: "Do-this-without-a-single-space".repeat(20),
      since: 0,
    })),
    history: {
      ...well.history,
      rounds: well.history.rounds.map((point) => ({ ...point, earned: String(BigInt(point.earned) * 10n ** 50n) })),
      samples: well.history.samples.map((sample) => ({
        ...sample,
        received: sample.received * 1e6,
        sent: sample.sent * 1e6,
      })),
    },
  };
}

/** What it would say if somebody could write into its texts. */
export function hostile(now: number): Overview {
  const attack = `<img src=x onerror="window.broken=1"><script>window.broken=1</script>"' onmouseover=window.broken=1 {{7*7}}`;
  const well = busy(now);
  return {
    ...well,
    version: attack,
    owner: attack,
    nodeKey: attack,
    peer: attack,
    addresses: [attack, "javascript:window.broken=1"],
    price: attack,
    money: { ...well.money, stake: attack, withdrawable: "-5", escrow: "1e30", liveRate: "0x10" },
    reachability: attack as "public",
    warnings: (["error", "warn", "info", attack as "info"] as const).map((level) => ({
      level,
      code: attack,
      text: attack,
      whatToDo: attack,
      since: Number.NaN,
    })),
    history: {
      ...well.history,
      rounds: well.history.rounds.map((point) => ({ ...point, earned: attack, outcome: attack as "idle" })),
      samples: well.history.samples,
    },
  };
}

/** All of a record; its cursor differs where its end does. */
function recordOf(rounds: readonly RoundPoint[], samples: readonly SamplePoint[]): History {
  return { cursor: `run.${rounds.at(-1)?.at ?? 0}`, since: undefined, rounds, samples };
}

function missed(point: RoundPoint): RoundPoint {
  return { ...point, outcome: "missed", earned: "0", gasUsed: undefined };
}

/** One every half hour, from a provider that gains clients. */
function roundsOf(from: number, now: number): RoundPoint[] {
  const count = Math.floor((now - from) / ROUND_MS);
  return Array.from({ length: count }, (_, index) => {
    const at = now - 9 * MINUTE - (count - 1 - index) * ROUND_MS + wave(index, 7) * 4 * MINUTE;
    const rate = BigInt(Math.round((index < 20 ? 0 : 3 + (index / count) * 5 + wave(index, 61)) * 1e9)) * 10n ** 6n;
    const point = {
      round: 12 + index,
      at,
      outcome: rate === 0n ? "idle" : "passed",
      earned: String(rate),
      gasUsed: 268_000,
    } as const;
    return point;
  });
}

/** One every five minutes: a daily rhythm, bursts, and an evening on which the daemon was off. */
function samplesOf(from: number, now: number): SamplePoint[] {
  const step = 5 * MINUTE;
  return Array.from({ length: Math.floor((now - from) / step) }, (_, index) => {
    const at = from + index * step;
    const daily = 1 + 0.8 * Math.sin((at / DAY) * 2 * Math.PI);
    return {
      at,
      received: Math.round(GIB * 0.09 * daily * (0.5 + wave(index, 13)) ** 2),
      sent: Math.round(GIB * 0.16 * daily * (0.6 + wave(index, 29)) ** 2),
      live: TIB,
      dead: GIB,
      connections: 40,
    };
  }).filter(({ at }) => now - at < 10 * HOUR || now - at > 13 * HOUR);
}

/** Between 0 and 1, irregular, and the same each time. */
function wave(index: number, period: number): number {
  return 0.5 + 0.3 * Math.sin((index / period) * 2 * Math.PI) + 0.2 * Math.sin(index * 12.9898);
}
