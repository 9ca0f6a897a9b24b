// What every ledger must do for a provider's owner: keys changed, earnings sent elsewhere, collected and withdrawn; and tell the settings.

import { expect, test } from "vitest";
import { keySigner, ZERO_ADDRESS } from "../../protocol/index.ts";
import { PRICE, type Sold, type Stage } from "./ledger-stage.ts";

export function ownerTests(stage: Stage): void {
  const { world, key, spent, aProvider, nextRound, toRound, anAllocation } = stage;

  /** A provider that has proved one paid round of two units. */
  async function earning(): Promise<Sold> {
    const sold = await anAllocation(2, 6);
    await sold.provider.prove();
    await toRound(sold.client, sold.allocation.startRound);
    await sold.provider.prove();
    return sold;
  }

  test("the settings are those of the deployment", async () => {
    const ledger = await world().connect();
    const { beacon, roundBlocks, challenges } = ledger.deployment;
    const settings = await ledger.settings();
    expect(settings).toMatchObject({ beacon, roundBlocks, challenges, minStake: world().minStake });
    expect(settings.disputeBond).toBeGreaterThan(0n);
  });

  test("a new node key proves, and the old one no longer does", async () => {
    const { provider, client } = await anAllocation(1, 6);
    await provider.prove();
    const node = key();
    const nodeKey = keySigner(node);
    const peerId = Uint8Array.of(9, 8, 7);
    spent("updateNode", await provider.ledger.updateNode({ nodeKey: nodeKey.address, peerId }));
    expect(await client.provider(provider.owner)).toMatchObject({ nodeKey: nodeKey.address, peerId });
    expect(await client.providerOf(nodeKey.address)).toBe(provider.owner);
    expect(await client.providerOf(provider.nodeKey.address)).toBeUndefined();
    await nextRound(client);
    await expect(provider.prove()).rejects.toMatchObject({
      code: "ERR_REVERTED",
      facts: { reason: "StorageMarket_NoProvider", args: [provider.nodeKey.address] },
    });
    await provider.withNode(await world().connect(node), nodeKey).prove();
    const taken = provider.ledger.updateNode({ nodeKey: (await aProvider()).owner, peerId });
    await expect(taken).rejects.toMatchObject({ facts: { reason: "StorageMarket_BadNodeKey" } });
  });

  test("earnings wait until somebody collects them for the payout address", async () => {
    const { provider, client } = await earning();
    const { owner, ledger } = provider;
    const payout = keySigner(key()).address;
    spent("setPayout", await ledger.setPayout(payout));
    expect(await client.provider(owner)).toMatchObject({ payout, earned: 2n * PRICE });
    expect(await client.earnings(owner)).toEqual({ escrow: 10n * PRICE, earned: 2n * PRICE });
    expect((await client.balance(payout)).vault).toBe(0n);
    expect(spent("collect", await client.collect(owner)).amount).toBe(2n * PRICE);
    expect((await client.balance(payout)).vault).toBe(2n * PRICE);
    expect(await client.provider(owner)).toMatchObject({ earned: 0n, escrow: 10n * PRICE });
    expect(await client.earnings(owner)).toEqual({ escrow: 10n * PRICE, earned: 2n * PRICE });
    expect((await client.collect(owner)).amount).toBe(0n);
    await ledger.setPayout(ZERO_ADDRESS);
    expect((await client.provider(owner))?.payout).toBe(owner);
  });

  test("who withdraws gets what it has earned without collecting it first", async () => {
    const { provider, client } = await earning();
    const elsewhere = keySigner(key()).address;
    const { amount } = await provider.ledger.withdraw({ to: elsewhere });
    expect(amount).toBe(2n * PRICE);
    expect((await client.balance(elsewhere)).wallet).toBe(world().tokens + 2n * PRICE);
    expect(await client.earnings(provider.owner)).toEqual({ escrow: 10n * PRICE, earned: 0n });
  });

  test("who has its earnings sent elsewhere withdraws only what is its own", async () => {
    const { provider, client } = await earning();
    const payout = keySigner(key()).address;
    await provider.ledger.setPayout(payout);
    await expect(provider.ledger.withdraw()).rejects.toMatchObject({
      code: "ERR_REVERTED",
      facts: { reason: "TokenVault_NothingToWithdraw", args: [provider.owner] },
    });
    expect((await client.provider(provider.owner))?.earned).toBe(2n * PRICE);
  });

  test("a round whose seed came in time is not void", async () => {
    const ledger = await world().connect();
    const round = await nextRound(ledger);
    expect(await ledger.isVoid(round - 1)).toBe(false);
  });
}
