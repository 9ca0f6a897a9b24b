// "The right books": what the market tells of everything is what its events add up to, no token is made or lost, and every escrow
// holds exactly what is owed from it.

import { createPublicClient, hexToBytes, http } from "viem";
import { expect } from "vitest";
import { storageMarketAbi } from "../../contracts/abi/StorageMarket.ts";
import { storageTokenAbi } from "../../contracts/abi/StorageToken.ts";
import { tokenVaultAbi } from "../../contracts/abi/TokenVault.ts";
import type { AllocationRecord, Ledger, ProviderRecord } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import { Replay, type ReplayedAllocation, type ReplayedProvider, replayChain } from "./replay.ts";

/** Rounds that a view walks. */
const MAX_WALK = 64;
const MAX_MISSES = 7;
const SHARE_BITS = 64n;
const ESCROW = 1n;
const STAKE = 2n;
const COMPENSATION = 3n;
const BOND = 4n;

/** Looks at a chain that does not stand still. */
const LOOKS = 5;

/** Replays all events and compares with all views; `ledger` reads from an endpoint that tells the truth. Gives what was replayed. */
export async function expectRightBooks(ledger: Ledger): Promise<Replay> {
  for (let look = 1; ; look++) {
    const { block } = await ledger.clock();
    const found = await compared(ledger).catch((error: unknown) => error);
    if (found instanceof Replay) return found;
    // What was read before and after a block does not have to agree.
    if ((await ledger.clock()).block === block || look === LOOKS) throw found;
  }
}

async function compared(ledger: Ledger): Promise<Replay> {
  const { deployment } = ledger;
  const client = createPublicClient({ transport: http(deployment.rpcUrl), cacheTime: 0 });
  const market = { address: deployment.market, abi: storageMarketAbi } as const;
  const vault = { address: deployment.vault, abi: tokenVaultAbi } as const;
  const { block, round } = await ledger.clock();
  const replay = await replayChain(deployment, BigInt(block));

  expect(await ledger.settings()).toMatchObject(replay.settings!);
  expect(await client.readContract({ ...market, functionName: "paused" })).toBe(replay.paused);
  expect(await ledger.providerCount()).toBe(replay.providers.size);
  for (const provider of replay.providers.values()) {
    expect(await ledger.provider(provider.owner)).toEqual(await recordOf(replay, provider, round, ledger));
    const proved = await ledger.provedRounds(provider.owner, 0, round + 1);
    expect(proved.flatMap((is, at) => (is ? [at] : []))).toEqual([...provider.proved].toSorted((a, b) => a - b));
    for (const [nonce, units] of provider.unitsTaken) {
      const args = [provider.owner, nonce] as const;
      expect(await client.readContract({ ...market, functionName: "usedUnits", args })).toBe(BigInt(units));
    }
    expectEscrow(replay, provider);
  }

  expect(await client.readContract({ ...market, functionName: "allocationCount" })).toBe(
    BigInt(replay.allocations.size),
  );
  for (const allocation of replay.allocations.values()) {
    expect(await ledger.allocation(allocation.id)).toEqual(allocationRecordOf(replay, allocation));
    const { deposit, charge: charged, claim } = account(replay, allocation);
    const compensation = allocation.settled ? 0n : claim;
    expect(await ledger.statement(allocation.id)).toEqual({ deposit, charged, compensation });
  }

  expect(await ledger.disputeCount()).toBe(replay.disputeCount);
  const open = await ledger.disputes(1, 256);
  expect(open).toEqual(
    [...replay.disputes.values()].map(({ kind, root, subRoot, seq, ...rest }) => ({
      ...rest,
      kind: (["inclusion", "state-leaf", "root-leaf"] as const)[kind],
      root: hexToBytes(root),
      subRoot: hexToBytes(subRoot),
      seq: Number(seq),
    })),
  );

  for (const [holder, balance] of replay.balances) expect((await ledger.balance(holder)).vault).toBe(balance);
  for (const [lock, amount] of replay.locks) {
    const args = [lock as `0x${string}`] as const;
    expect(await client.readContract({ ...vault, functionName: "locked", args })).toBe(amount);
  }
  const total = sum([...replay.balances.values()]) + sum([...replay.locks.values()]);
  expect(total).toBe(replay.deposited - replay.withdrawn);
  const args = [deployment.vault] as const;
  const tokens = await client.readContract({
    address: deployment.token,
    abi: storageTokenAbi,
    functionName: "balanceOf",
    args,
  });
  expect(tokens).toBe(total);
  return replay;
}

/** A provider's record as the market should tell it. */
async function recordOf(
  replay: Replay,
  provider: ReplayedProvider,
  round: number,
  ledger: Ledger,
): Promise<ProviderRecord> {
  const { owner, stage, horizon, reached } = provider;
  const stop = Math.min(round, horizon);
  const behind = reached < stop ? stop - reached : 0;
  expect(behind).toBeLessThanOrEqual(MAX_WALK);
  const now = replay.live(owner, round);
  const mine = replay.allocationsOf(owner);
  return {
    owner,
    nodeKey: provider.nodeKey,
    payout: provider.payout,
    peerId: hexToBytes(provider.peerId as `0x${string}`),
    root: hexToBytes(provider.root as `0x${string}`),
    leaves: provider.leaves,
    committedRound: provider.lastProved,
    lastProvedRound: provider.lastProved,
    liveRate: now.rate,
    liveUnits: now.units,
    nextUnits: replay.live(owner, round + 1).units,
    stake: locked(replay, STAKE, owner),
    misses: await missesOf(replay, provider, round, ledger),
    stepsTaken: provider.stepsTaken,
    stage,
    stageRound: provider.stageRound,
    ejected: stage === "ejected",
    unsettled: mine.filter(({ settled }) => !settled).length,
    openDisputes: [...replay.disputes.values()].filter((dispute) => dispute.provider === owner).length,
    finedUntil: provider.finedUntil,
    behind,
    minOfferNonce: provider.minOfferNonce,
    escrow: locked(replay, ESCROW, owner) - provider.earned,
    earned: provider.earned,
    compensation: locked(replay, COMPENSATION, owner),
  };
}

/** Rounds since the last proof that were owed and are over. An ejection ends the count at its round. */
async function missesOf(replay: Replay, provider: ReplayedProvider, round: number, ledger: Ledger): Promise<number> {
  const from = provider.proved.size === 0 ? 0 : provider.lastProved + 1;
  const until = provider.stage === "ejected" ? Math.min(round, provider.horizon) : round;
  let misses = 0;
  for (let each = from; each < until && misses < MAX_MISSES; each++) {
    if (replay.live(provider.owner, each).units > 0 && !(await ledger.isVoid(each))) misses++;
  }
  return misses;
}

function allocationRecordOf(replay: Replay, allocation: ReplayedAllocation): AllocationRecord {
  const { id, client, provider, price, start, end, settled, growths } = allocation;
  const { deposit } = account(replay, allocation);
  const units = growths.at(-1)!.units;
  return { id, client, provider, units, price, startRound: start, endRound: end, deposit, settled };
}

/** What it has cost, round by round. */
function account(replay: Replay, allocation: ReplayedAllocation): { deposit: bigint; charge: bigint; claim: bigint } {
  const { proved, shares } = replay.providers.get(allocation.provider)!;
  const { start, end, growths, price } = allocation;
  let [deposit, charge, claim] = [0n, 0n, 0n];
  for (let round = start; round < end; round++) {
    const rate = BigInt(replay.unitsAt(allocation, round)) * price;
    deposit += rate;
    if (proved.has(round)) charge += rate;
  }
  const before = (round: number): bigint => shares.findLast((share) => share.round < round)?.perRate ?? 0n;
  growths.forEach(({ from, units }, i) => {
    const to = growths[i + 1]?.from ?? end;
    if (to > from) claim += (BigInt(units) * price * (before(to) - before(from))) >> SHARE_BITS;
  });
  return { deposit, charge, claim };
}

/** Escrow = earned and not collected + Σ over unsettled allocations of deposit − charge; what is shared covers all claims; bonds are those of open disputes. */
function expectEscrow(replay: Replay, provider: ReplayedProvider): void {
  const { owner } = provider;
  const accounts = replay
    .allocationsOf(owner)
    .filter(({ settled }) => !settled)
    .map((each) => account(replay, each));
  const owed = sum(accounts.map(({ deposit, charge }) => deposit - charge));
  expect(locked(replay, ESCROW, owner)).toBe(provider.earned + owed);
  expect(locked(replay, COMPENSATION, owner)).toBeGreaterThanOrEqual(sum(accounts.map(({ claim }) => claim)));
  const bonds = [...replay.disputes.values()].filter((each) => each.provider === owner).map(({ bond }) => bond);
  expect(locked(replay, BOND, owner)).toBe(sum(bonds));
}

function locked(replay: Replay, kind: bigint, owner: Address): bigint {
  const lock = `0x${((kind << 160n) | BigInt(owner)).toString(16).padStart(64, "0")}`;
  return replay.locks.get(lock) ?? 0n;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
