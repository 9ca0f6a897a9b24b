/** Offers as the market takes them: nonces in a row, a price that fits, no more units than disk and stake suffice for. */

import { beforeEach, expect, test } from "vitest";
import { OFFER_NONCES, UNIT_PRICES } from "../../../contracts/index.ts";
import { PROVIDER } from "../../../node/limits/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { daemonStage } from "./daemon-stage.ts";
import { STAKE } from "./market-world.ts";
import { register, startDaemon } from "./provider-daemon.ts";
import type { SmallClient } from "./small-client.ts";

/** The stake of this world's providers suffices for so many units. */
const STAKED_UNITS = 56;
let client: SmallClient;
const stage = daemonStage({ unitStake: STAKE / BigInt(STAKED_UNITS), minStake: STAKE / 2n });

beforeEach(async () => {
  client = await stage.client();
});

test("nonces follow each other from the milliseconds of the start on, also after a restart", async () => {
  const identity = await register(stage.world);
  const path = await temporaryFolder();
  const started = BigInt(Date.now());
  const first = await stage.daemon({ identity, path });
  const nonces: bigint[] = [];
  for (let i = 0; i < 5; i++) nonces.push((await client.offer(first, 1)).offer.nonce);
  expect(nonces.map((nonce) => nonce - nonces[0]!)).toEqual([0n, 1n, 2n, 3n, 4n]);
  expect(nonces[0]).toBeGreaterThanOrEqual(started);
  expect(nonces.at(-1)).toBeLessThan(OFFER_NONCES);
  await first.stop();
  const second = await stage.daemon({ identity, path });
  const again = await client.offer(second, 1);
  expect(again.offer.nonce).toBeGreaterThan(nonces.at(-1)!);
  const { ids } = await client.account.ledger.openAllocations({ offers: [again], units: 1, rounds: 4 });
  expect(ids).toHaveLength(1);
});

test.each([0n, -1n, UNIT_PRICES])("a price of %s is refused before anything is served", async (pricePerUnitRound) => {
  const identity = await register(stage.world);
  const path = await temporaryFolder();
  const start = startDaemon(stage.world, identity, path, { options: { pricePerUnitRound } });
  await expect(start).rejects.toMatchObject({ code: "ERR_CONFIG_INVALID", facts: { price: pricePerUnitRound } });
});

test("the highest price that fits is offered, and the market takes it", async () => {
  const rich = await stage.client(10n ** 24n);
  const options = { pricePerUnitRound: UNIT_PRICES - 1n };
  const daemon = await stage.daemon({ options });
  expect(await rich.open(daemon, 1, 1)).toBeGreaterThan(0);
});

test("no more is offered than the stake suffices for, whatever the disk has room for", async () => {
  const options = { maxUnitsPerOffer: 64 };
  const daemon = await stage.daemon({ options });
  await expect(client.offer(daemon, STAKED_UNITS + 1)).rejects.toMatchObject({ code: "ERR_NO_CAPACITY" });
  await client.open(daemon, STAKED_UNITS - 2, 8);
  await new Promise((resolve) => setTimeout(resolve, PROVIDER.recordMs));
  await expect(client.offer(daemon, 3)).rejects.toMatchObject({ code: "ERR_NO_CAPACITY" });
  const last = await client.offer(daemon, 2);
  expect(last.offer.maxUnits).toBe(2);
  await client.account.ledger.openAllocations({ offers: [last], units: 2, rounds: 8 });
});
