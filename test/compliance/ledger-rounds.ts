// What every ledger must do, round by round: proofs, payment, misses, penalties, catching up, leaving.

import { expect, test } from "vitest";
import type { Settlement } from "../../contracts/index.ts";
import { keySigner } from "../../protocol/index.ts";
import { PRICE, type Stage } from "./ledger-stage.ts";

export function roundTests(stage: Stage): void {
  const { world, key, spent, aProvider, toRound, anAllocation } = stage;

  test("each proved round is paid, a missed one is not, and the rest comes back to the client", async () => {
    const { provider, client, id, allocation } = await anAllocation(3, 4);
    const { owner, nodeLedger } = provider;
    spent("prove, nothing committed", await provider.prove());
    expect(await client.provider(owner)).toMatchObject({
      root: provider.root,
      leaves: provider.leaves,
      nextUnits: 3,
    });
    for (const round of [allocation.startRound, allocation.startRound + 1, allocation.startRound + 3]) {
      await toRound(client, round);
      expect(await client.provider(owner)).toMatchObject({ liveUnits: 3, liveRate: 3n * PRICE });
      // In its last round nothing can be committed for the next.
      if (round === allocation.endRound - 1) provider.store([]);
      spent("prove", await provider.prove());
    }
    expect((await nodeLedger.provider(owner))?.lastProvedRound).toBe(allocation.startRound + 3);
    expect(await client.provedRounds(owner, allocation.startRound - 1, allocation.endRound + 1)).toEqual([
      true,
      true,
      true,
      false,
      true,
      false,
    ]);
    expect(await client.earnings(owner)).toEqual({ escrow: 3n * PRICE, earned: 9n * PRICE });
    expect(await client.statement(id)).toEqual({ deposit: 12n * PRICE, charged: 9n * PRICE, compensation: 0n });
    expect(await client.proofs(allocation.startRound + 2)).toEqual([]);
    expect(await client.proofs(allocation.startRound)).toEqual([
      { provider: owner, earned: 3n * PRICE, block: expect.any(Number) as number },
    ]);
    await expect(client.settle([id])).rejects.toMatchObject({ facts: { reason: "StorageMarket_NotEnded" } });

    await toRound(client, allocation.endRound);
    const settled = spent("settle", await client.settle([id]));
    expect(settled.settlements).toEqual([{ earned: 9n * PRICE, refund: 3n * PRICE, compensation: 0n }]);
    expect(await client.allocation(id)).toEqual({ ...allocation, settled: true });
    expect((await client.balance()).vault).toBe(3n * PRICE);
    expect(spent("withdraw", await client.withdraw()).amount).toBe(3n * PRICE);
    expect(await client.balance()).toMatchObject({ wallet: world().tokens - 9n * PRICE, vault: 0n });
    const elsewhere = keySigner(key()).address;
    await provider.ledger.withdraw({ to: elsewhere });
    expect((await client.balance(elsewhere)).wallet).toBe(world().tokens + 9n * PRICE);
  });

  test("a proof of another leaf, of another round, or the same one twice is refused by name", async () => {
    const { provider, client, allocation } = await anAllocation(1, 3);
    await provider.prove();
    await toRound(client, allocation.startRound);
    const good = await provider.proof();
    const bad = Uint8Array.from(good.proof);
    bad[bad.length - 1]! ^= 1;
    await expect(provider.nodeLedger.prove({ ...good, proof: bad })).rejects.toMatchObject({ code: "ERR_REVERTED" });
    await expect(provider.nodeLedger.prove({ ...good, round: good.round + 1 })).rejects.toMatchObject({
      facts: { reason: "StorageMarket_WrongRound", args: [good.round + 1, good.round] },
    });
    await expect(provider.nodeLedger.prove({ ...good, nextLeaves: 4_097 })).rejects.toMatchObject({
      facts: { reason: "StorageMarket_BadCommitment" },
    });
    await provider.nodeLedger.prove(good);
    await expect(provider.nodeLedger.prove(good)).rejects.toMatchObject({
      facts: { reason: "StorageMarket_AlreadyProved", args: [good.round] },
    });
  });

  test("from the third miss in a row the stake is slashed for the clients, at the seventh the provider is ejected", async () => {
    const { provider, client, id, allocation } = await anAllocation(2, 20);
    const anyone = await world().connect(key());
    await toRound(client, allocation.startRound + 2);
    await expect(anyone.penalize(provider.owner)).rejects.toMatchObject({
      facts: { reason: "StorageMarket_NothingToPenalize" },
    });
    await toRound(client, allocation.startRound + 3);
    const first = spent("penalize, one step", await anyone.penalize(provider.owner));
    expect(first.steps).toBe(1);
    expect(first.bounty).toBeGreaterThan(0n);
    const { slashBasisPoints } = await client.settings();
    const step = first.bounty + first.compensation + first.burned;
    expect(step).toBe((world().minStake * BigInt(slashBasisPoints)) / 10_000n);
    expect((await anyone.balance()).vault).toBe(first.bounty);
    expect(await client.provider(provider.owner)).toMatchObject({
      misses: 3,
      ejected: false,
      stake: world().minStake - step,
    });

    await toRound(client, allocation.startRound + 7);
    expect((await client.provider(provider.owner))?.misses).toBe(7);
    spent("penalize, four steps and ejection", await anyone.penalize(provider.owner));
    const ejected = await client.provider(provider.owner);
    expect(ejected).toMatchObject({ stage: "ejected", ejected: true });
    const [settled] = (await client.settle([id])).settlements as [Settlement];
    expect(settled).toMatchObject({ earned: 0n, refund: allocation.deposit });
    // All of it but what does not divide evenly by the rates.
    expect(ejected!.compensation - settled.compensation).toBeLessThan(10n);
    expect((await client.balance()).vault).toBe(settled.refund + settled.compensation);
    await expect(provider.prove()).rejects.toMatchObject({ facts: { reason: "StorageMarket_WrongStage" } });
  });

  test("skipped rounds are caught up by anyone, 64 in a transaction", async () => {
    const { provider, client, allocation } = await anAllocation(1, 90);
    await toRound(client, allocation.startRound + 70);
    expect((await client.provider(provider.owner))?.behind).toBeGreaterThan(64);
    const anyone = await world().connect(key());
    const before = (await anyone.provider(provider.owner))!.behind;
    spent("catchUp, 1 round", await anyone.catchUp(provider.owner, 1));
    expect((await anyone.provider(provider.owner))?.behind).toBe(before - 1);
    spent("catchUp, 64 rounds and the rest", await anyone.catchUp(provider.owner, 1_000));
    expect((await anyone.provider(provider.owner))?.behind).toBe(0);
  });

  test("a provider that was away for more rounds than one call walks can prove again", async () => {
    const { provider, client, allocation } = await anAllocation(1, 90);
    await toRound(client, allocation.startRound + 70);
    await provider.prove();
    expect((await client.provider(provider.owner))?.lastProvedRound).toBe(allocation.startRound + 70);
  });

  test("an exit is announced, and ended once the stake is no longer bound", async () => {
    const { ledger, owner } = await aProvider();
    expect((await ledger.exit()).released).toBe(0n);
    const round = (await ledger.clock()).round;
    expect(await ledger.provider(owner)).toMatchObject({ stage: "exiting", stageRound: round });
    await expect(ledger.exit()).rejects.toMatchObject({ facts: { reason: "StorageMarket_StillBonded" } });
    let released = 0n;
    for (let later = round + 1; released === 0n && later < round + 40; later++) {
      await toRound(ledger, later);
      released = await ledger.exit().then(
        (receipt) => spent("exit", receipt).released,
        () => 0n,
      );
    }
    expect(released).toBe(world().minStake);
    expect(await ledger.provider(owner)).toMatchObject({ stage: "left", stake: 0n });
    expect((await ledger.balance()).vault).toBe(world().minStake);
  });
}
