// What every ledger must do: the life of providers, allocations and money as docs/spec/chain.md tells it, with real proofs.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EMPTY_ROOT } from "../../proofs/index.ts";
import { keySigner } from "../../protocol/index.ts";
import { disputeTests } from "./ledger-disputes.ts";
import { orderTests } from "./ledger-orders.ts";
import { ownerTests } from "./ledger-owners.ts";
import { roundTests } from "./ledger-rounds.ts";
import { type LedgerWorld, type Stage, stageOf } from "./ledger-stage.ts";
import { termsTests } from "./ledger-terms.ts";

export type { LedgerWorld } from "./ledger-stage.ts";

/** Runs the suite on a world of its own, which needs 200 accounts. */
export function ledgerSuite(name: string, make: () => Promise<LedgerWorld>): void {
  describe(`ledger ${name}`, () => {
    let world: LedgerWorld | undefined;
    beforeAll(async () => {
      world = await make();
    });
    afterAll(() => world?.stop());

    const stage = stageOf(() => world!);
    generalTests(stage);
    orderTests(stage);
    roundTests(stage);
    ownerTests(stage);
    termsTests(stage);
    disputeTests(stage);
  });
}

function generalTests(stage: Stage): void {
  const { world, key, spent, aProvider, nextRound } = stage;

  test("the clock counts the blocks of a round down and knows from which block on its seed is known", async () => {
    const ledger = await world().connect();
    const round = await nextRound(ledger);
    const { block, blocksLeft } = await ledger.clock();
    expect(await ledger.clock()).toMatchObject({ round, provable: true });
    await world().mine(blocksLeft - 1);
    expect(await ledger.clock()).toMatchObject({ round, provable: true, blocksLeft: 1 });
    await world().mine(1);
    expect(await ledger.clock()).toMatchObject({ round, block: block + blocksLeft, blocksLeft: 0, provable: false });
    await world().mine(1);
    expect(await ledger.clock()).toMatchObject({ round: round + 1, provable: false });
    await world().mine(1);
    expect(await ledger.clock()).toMatchObject({ round: round + 1, provable: true });
  });

  test("the seed of a round is 32 bytes that stay the same, and there is none of a round to come", async () => {
    const ledger = await world().connect();
    const round = await nextRound(ledger);
    const seed = await ledger.seed(round);
    expect(seed).toHaveLength(32);
    await nextRound(ledger);
    expect(await ledger.seed(round)).toEqual(seed);
    expect(await ledger.seed(round + 1)).not.toEqual(seed);
    await expect(ledger.seed(round + 2)).rejects.toMatchObject({ code: "ERR_REVERTED" });
  });

  test("a provider reads back as it was registered, by its owner, its node key and its place in the list", async () => {
    const { ledger, owner, nodeKey } = await aProvider();
    const record = await ledger.provider(owner);
    expect(record).toMatchObject({ owner, nodeKey: nodeKey.address, peerId: Uint8Array.of(0, 36, 8, 1) });
    expect(record).toMatchObject({
      stake: world().minStake,
      root: EMPTY_ROOT,
      leaves: 0,
      stage: "active",
      ejected: false,
    });
    expect(await ledger.providerOf(nodeKey.address)).toBe(owner);
    const many = await ledger.providerCount();
    expect(await ledger.providers(many - 1, 10)).toEqual([record]);
    expect(await ledger.providers(many, 10)).toEqual([]);
    expect((await ledger.balance()).wallet).toBe(world().tokens - world().minStake);
  });

  test("an address that never registered has no record, and a number that was never given no allocation", async () => {
    const ledger = await world().connect();
    expect(await ledger.provider(keySigner(key()).address)).toBeUndefined();
    expect(await ledger.providerOf(keySigner(key()).address)).toBeUndefined();
    expect(await ledger.allocation(1_000_000)).toBeUndefined();
    expect(await ledger.statement(1_000_000)).toBeUndefined();
    expect(await ledger.dispute(1_000_000)).toBeUndefined();
    expect(await ledger.disputes(1_000_000, 9)).toEqual([]);
  });

  test("a stake below the least one is refused by name, and one above the wallet before anything is sent", async () => {
    const owner = key();
    const ledger = await world().connect(owner);
    const nodeKey = keySigner(owner).address;
    const peerId = Uint8Array.of(1);
    await expect(ledger.registerProvider({ nodeKey, peerId, stake: world().minStake - 1n })).rejects.toMatchObject({
      code: "ERR_REVERTED",
      facts: { reason: "StorageMarket_StakeTooSmall", args: [world().minStake - 1n, world().minStake] },
    });
    const before = await ledger.balance();
    await expect(ledger.registerProvider({ nodeKey, peerId, stake: world().tokens + 1n })).rejects.toMatchObject({
      code: "ERR_NOT_ENOUGH_TOKENS",
      facts: { need: world().tokens + 1n, have: world().tokens },
    });
    expect(await ledger.balance()).toEqual(before);
  });

  test("a stake grows by what is added", async () => {
    const { ledger, owner } = await aProvider();
    spent("addStake", await ledger.addStake(7n));
    expect((await ledger.provider(owner))?.stake).toBe(world().minStake + 7n);
  });

  test("tokens are sent, and not more than there are", async () => {
    const ledger = await world().connect(key());
    const to = keySigner(key()).address;
    spent("transfer", await ledger.transfer(to, 5n));
    expect((await ledger.balance(to)).wallet).toBe(world().tokens + 5n);
    await expect(ledger.transfer(to, world().tokens)).rejects.toMatchObject({
      code: "ERR_NOT_ENOUGH_TOKENS",
      facts: { need: world().tokens, have: world().tokens - 5n },
    });
  });

  test("transactions begun together all arrive", async () => {
    const ledger = await world().connect(key());
    const to = keySigner(key()).address;
    const receipts = await Promise.all(Array.from({ length: 8 }, () => ledger.transfer(to, 1n)));
    expect(new Set(receipts.map(({ hash }) => hash)).size).toBe(8);
    expect((await ledger.balance(to)).wallet).toBe(world().tokens + 8n);
  });

  test("without a wallet it reads, and says so when asked for more", async () => {
    const ledger = await world().connect();
    expect(ledger.account).toBeUndefined();
    await expect(ledger.exit()).rejects.toMatchObject({ code: "ERR_WALLET_INVALID" });
    await expect(ledger.balance()).rejects.toMatchObject({ code: "ERR_WALLET_INVALID" });
  });

  test("a call that was told to stop ends with ERR_ABORTED, and so does every call of a closed ledger", async () => {
    const ledger = await world().connect();
    await expect(ledger.clock({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "ERR_ABORTED" });
    const asking = ledger.clock();
    ledger.close();
    await expect(asking).rejects.toMatchObject({ code: "ERR_ABORTED" });
    await expect(ledger.clock()).rejects.toMatchObject({ code: "ERR_ABORTED" });
  });
}
