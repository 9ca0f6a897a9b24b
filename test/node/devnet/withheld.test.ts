/** A provider that goes back to an older state: the client's co-signed states show it, off chain and on. */

import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { devnet } from "../../../node/devnet/index.ts";
import { stateFiles } from "../../../node/state-files.ts";
import { sleep } from "../../../node/wait.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { randomBytes } from "./bytes.ts";
import type { Devnet, DevnetProvider } from "../../../node/devnet/index.ts";

const CODING = { k: 2, n: 4 };
let net: Devnet;

beforeAll(async () => {
  net = await devnet({ providers: 4 });
});

afterAll(async () => {
  await net?.stop();
});

test("what was signed and then lost is found out by the next put, and on chain it costs stake that the client gets", async () => {
  const states = stateFiles(await temporaryFolder(), net.treasury.domain);
  const [forgetful] = net.providers as [DevnetProvider];
  const store = join(forgetful.folder, "store");
  const copy = join(await temporaryFolder(), "store");
  {
    await using client = await net.connect({ states });
    await client.put(randomBytes(50_000), CODING);
    await net.kill(forgetful.index);
    await cp(store, copy, { recursive: true });
    await net.restart(forgetful.index);
    const later = await client.put(randomBytes(60_000), CODING);
    expect(later.placements.map(({ provider }) => provider)).toContain(forgetful.owner);
  }
  await net.kill(forgetful.index);
  await rm(store, { recursive: true });
  await cp(copy, store, { recursive: true });
  await net.restart(forgetful.index);
  await net.rounds(3);

  // Another run of the client: it has the states from the disk alone.
  await using client = await net.connect({ states });
  const { allocations } = await client.status();
  const { id } = allocations.find(({ provider }) => provider === forgetful.owner)!;
  const signed = (await client.signedState(id))!;
  expect(signed.state.seq).toBeGreaterThan(1);
  await expect(client.put(randomBytes(1_000), CODING)).rejects.toMatchObject({ code: "ERR_TOO_FEW_PROVIDERS" });

  const before = await net.treasury.provider(forgetful.owner);
  const dispute = await client.dispute(signed);
  expect(dispute).toMatchObject({
    kind: "inclusion",
    provider: forgetful.owner,
    allocation: id,
    seq: signed.state.seq,
  });
  await expect(client.decide(dispute.id)).rejects.toMatchObject({ facts: { reason: "StorageMarket_AnswerPending" } });
  while ((await net.treasury.clock()).round <= dispute.deadline) await net.rounds(1);
  expect((await net.providers[0]?.daemon?.status())?.disputes.failure).toMatchObject({ code: "ERR_STORE_DAMAGED" });
  const fine = await client.decide(dispute.id);
  const slashed = before!.stake / 10n;
  expect(fine.bounty + fine.compensation + fine.burned).toBe(slashed);
  expect((await net.treasury.provider(forgetful.owner))?.stake).toBe(before!.stake - slashed);
  const { balance } = await client.status();
  // The client is challenger and harmed in one; and the price of the rounds that the allocation loses comes back.
  expect(balance!.vault).toBeGreaterThanOrEqual(dispute.bond + fine.bounty + fine.compensation);
});

test("an honest provider that is asked for a leaf of a state shows it on chain by itself", async () => {
  await using client = await net.connect();
  const honest = net.providers[1]!;
  const { allocations } = await client.status();
  const mine = allocations.find(({ provider }) => provider === honest.owner)!;
  expect(await client.signedState(mine.id)).toBeUndefined();
  await using other = await net.connect({ privateKey: await net.funded() });
  const { receipts } = await other.put(randomBytes(50_000), { k: 1, n: 2 });
  const [signed] = receipts;
  const dispute = await other.dispute(signed!, { position: signed!.state.leaves - 1 });
  for (const end = Date.now() + 60_000; (await net.treasury.dispute(dispute.id)) !== undefined; await sleep(50))
    if (Date.now() > end) throw new Error("it was not answered");
  expect((await net.treasury.provider(dispute.provider))?.openDisputes).toBe(0);
  await expect(other.decide(dispute.id)).rejects.toMatchObject({ facts: { reason: "StorageMarket_NoDispute" } });
});
