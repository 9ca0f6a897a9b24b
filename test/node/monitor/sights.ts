/** A look at a provider with which all is well, and what a test changes of it. */

import type { Sight } from "../../../node/monitor/look.ts";

export const NOW = 1_800_000_000_000;
const TOKEN = 10n ** 18n;
const MIB = 2 ** 20;

export interface Changes {
  readonly status?: Partial<Sight["status"]>;
  readonly rounds?: Partial<Sight["status"]["rounds"]>;
  readonly disputes?: Partial<Sight["status"]["disputes"]>;
  readonly money?: Partial<Sight["status"]["money"]>;
  readonly network?: Partial<Sight["network"]>;
  readonly sight?: Partial<Sight>;
}

export function sightOf({ status, rounds, disputes, money, network, sight }: Changes = {}): Sight {
  return {
    at: NOW,
    status: {
      owner: "0x0000000000000000000000000000000000000001",
      peer: "12D3KooWPeer",
      addresses: [],
      round: 100,
      chainDown: false,
      head: { block: 6400, at: NOW - 3000 },
      stage: "active",
      rounds: { passed: 9, missed: 0, lastProved: 100, misses: 0, ...rounds },
      proofSeconds: 0.05,
      failure: undefined,
      disputes: { open: 0, answered: 0, lost: 0, bonds: 0n, failure: undefined, ...disputes },
      committed: undefined,
      allocations: 3,
      leaves: 4096,
      staged: 0,
      fragments: 12,
      liveBytes: 10 * MIB,
      deadBytes: MIB,
      paidBytes: 40 * MIB,
      freeBytes: 2 ** 40,
      capacityBytes: 100 * MIB,
      corruptFragments: 0,
      scrub: { progress: 0.5, lastPassAt: NOW - 1000, corrupt: 0 },
      money: {
        earned: 5n * TOKEN,
        liveRate: TOKEN,
        stake: 100n * TOKEN,
        escrow: 3n * TOKEN,
        withdrawable: TOKEN,
        lastGas: 120_000,
        gas: TOKEN,
        roundsOfGasLeft: 5000,
        ...money,
      },
      ...status,
    },
    network: {
      connections: 4,
      servers: 3,
      serving: 1,
      streams: 1,
      reachability: { state: "public", confirmed: [], relayed: [] },
      ...network,
    },
    addresses: ["/ip4/1.2.3.4/tcp/4101"],
    nodeKey: "0x0000000000000000000000000000000000000002",
    diskFree: 2 ** 40,
    market: undefined,
    roundBlocks: 64,
    roundSeconds: 64 * 12,
    roundEndsAt: NOW + 600_000,
    aloneMs: 0,
    installed: undefined,
    ...sight,
  };
}
