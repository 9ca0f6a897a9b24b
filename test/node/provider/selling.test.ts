/** How much is sold: never more than can be stored, to nobody more than the operator allows, and offers count until they end. */

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { PROVIDER } from "../../../node/limits/index.ts";
import { Reservations } from "../../../node/provider/reservations.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { startMarket } from "./market-world.ts";
import { register, startDaemon, until } from "./provider-daemon.ts";
import { fragmentOf, startClient } from "./small-client.ts";
import type { ProviderOptions } from "../../../node/provider/index.ts";
import type { SignedOffer } from "../../../protocol/index.ts";
import type { MarketWorld } from "./market-world.ts";
import type { Daemon, Identity } from "./provider-daemon.ts";
import type { SmallClient } from "./small-client.ts";

const MIB = 1_048_576;
const FULL = { code: "ERR_NO_CAPACITY" };
let world: MarketWorld;
let one: SmallClient;
let two: SmallClient;
const open: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  world = await startMarket();
  [one, two] = await Promise.all([
    startClient(await world.account(10n ** 21n)),
    startClient(await world.account(10n ** 21n)),
  ]);
});
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});
afterAll(async () => {
  await one.network.stop();
  await two.network.stop();
  await world.stop();
});

async function start(options: Partial<ProviderOptions>, identity?: Identity, folder?: string): Promise<Daemon> {
  const daemon = await startDaemon(world, identity ?? (await register(world)), folder ?? (await temporaryFolder()), {
    options,
  });
  open.push(() => daemon.stop());
  return daemon;
}

/** What the provider believes of itself on chain is a moment old. */
function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PROVIDER.recordMs + 50));
}

test("what is offered to one is not offered to another, until it is bought; then it counts once", async () => {
  const daemon = await start({ capacityBytes: 10 * MIB });
  const [first, second] = await Promise.allSettled([one.offer(daemon, 6), two.offer(daemon, 6)]);
  const [buyer, loser] = first.status === "fulfilled" ? [one, two] : [two, one];
  expect([first, second].map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(loser.offer(daemon, 5)).rejects.toMatchObject(FULL);
  const offer = (first.status === "fulfilled" ? first : second) as PromiseFulfilledResult<SignedOffer>;
  expect(offer.value.offer.maxUnits).toBe(6);
  await buyer.account.ledger.openAllocations({ offers: [offer.value], units: 6, rounds: 16 });
  await moment();
  await expect(loser.offer(daemon, 5)).rejects.toMatchObject(FULL);
  expect((await loser.offer(daemon, 4)).offer.maxUnits).toBe(4);
  await expect(buyer.offer(daemon, 1)).rejects.toMatchObject(FULL);
});

test("a client gets no more than the operator lets one have, in all its allocations and offers together", async () => {
  const daemon = await start({ capacityBytes: 60 * MIB, clientBytes: 5 * MIB });
  await expect(one.offer(daemon, 6)).rejects.toMatchObject(FULL);
  await one.open(daemon, 3);
  await until(
    async () => (await one.offer(daemon, 1).catch(() => undefined)) !== undefined,
    "the provider knows the first",
  );
  await expect(one.offer(daemon, 2)).rejects.toMatchObject(FULL); // 3 bought, 1 offered
  expect((await two.offer(daemon, 5)).offer.maxUnits).toBe(5);
});

test("a provider whose capacity was made smaller than what it sold stores up to it, and sells nothing", async () => {
  const identity = await register(world);
  const folder = await temporaryFolder();
  const large = await start({ capacityBytes: 4 * MIB }, identity, folder);
  const allocation = await one.open(large, 4);
  await large.stop();
  const small = await start({ capacityBytes: 2 * MIB }, identity, folder);
  for (const seed of [51, 52]) await one.store(small, allocation, fragmentOf(seed, MIB));
  await expect(one.store(small, allocation, fragmentOf(53, 300))).rejects.toMatchObject(FULL);
  await expect(one.offer(small, 1)).rejects.toMatchObject(FULL);
});

test("the space that the disk has left is all that is sold, whatever the capacity", async () => {
  const daemon = await start({ capacityBytes: Number.MAX_SAFE_INTEGER, maxUnitsPerOffer: 2 ** 31 });
  const { payloadBytes, freeBytes } = daemon.store.usage();
  const room = Math.floor((payloadBytes + freeBytes) / MIB);
  await expect(one.offer(daemon, room + 1000)).rejects.toMatchObject(FULL);
});

test("strangers' offers hold a part of what is left, and clients can still buy the rest", () => {
  const unsold = 10 * PROVIDER.strangersUnits;
  const most = unsold * PROVIDER.strangersPart;
  const reserved = new Reservations();
  reserved.see(0, 100);
  expect(reserved.left(unsold, false)).toBe(most);
  reserved.add("0x01", false, most, 700);
  expect(reserved.left(unsold, false)).toBe(0);
  expect(reserved.left(unsold, true)).toBe(unsold - most);
  reserved.see(0, 701);
  expect(reserved.left(unsold, false)).toBe(most);
});

test("what is bought ends its reservation, in the order in which offers were made", () => {
  const reserved = new Reservations();
  reserved.see(10, 0);
  reserved.add("0x01", true, 5, 600);
  reserved.add("0x02", true, 7, 600);
  reserved.see(16, 1);
  expect([reserved.of("0x01"), reserved.of("0x02")]).toEqual([0, 6]);
  reserved.see(4, 2); // allocations ended
  expect(reserved.left(20, true)).toBe(14);
  reserved.see(10, 3);
  expect(reserved.left(20, true)).toBe(20);
});
