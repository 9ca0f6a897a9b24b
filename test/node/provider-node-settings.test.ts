/** Settings of a file, as far as what a client or a reader of the page meets. */

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { encodeStoreRequest } from "../../protocol/index.ts";
import { loadConfig } from "../../node/config.ts";
import { openProviderNode, settingsOfNode } from "../../node/provider-node.ts";
import { daemonOf, fundedKeys, networkOf, until } from "./monitor/provider-folder.ts";
import { startMarket } from "./provider/market-world.ts";
import { fragmentOf, startClient } from "./provider/small-client.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import type { Channel } from "../../node/network/index.ts";
import type { MarketWorld } from "./provider/market-world.ts";
import type { Daemon, SmallClient } from "./provider/small-client.ts";

const TOKEN = "a-token-of-this-test";
const BYTES = 48 * 1024;
/** What 48 KiB take at least at 64 KiB a second, of which an eighth and a piece of 16 KiB may go at once. */
const LEAST_MS = 300;
// The limits of bytes would let through three transfers, and two of one peer.
const SETTINGS = `
listen = ["/ip4/127.0.0.1/tcp/0"]
capacity = "64 MiB"
price = "0.000000000001"
stake = "1000"
pollSeconds = 0.1
maxTransfers = 2
maxTransfersPerPeer = 1
uploadLimit = "64 KiB"
downloadLimit = "64 KiB"
clientCapacity = "5 MiB"
monitorListen = "127.0.0.1:0"
monitorToken = "${TOKEN}"
`;
let world: MarketWorld;

beforeAll(async () => {
  world = await startMarket();
});
afterAll(() => world.stop());

async function startedFromFile(): Promise<{ readonly daemon: Daemon; readonly folder: string }> {
  const folder = await temporaryFolder();
  await fundedKeys(world, folder);
  await writeFile(join(folder, "config.toml"), SETTINGS);
  const { values } = await loadConfig({ flags: { folder } });
  const node = await openProviderNode({
    ...settingsOfNode(values),
    network: networkOf(world),
    pricePerUnitRound: 1_000_000n,
  });
  onTestFinished(() => node.stop());
  return { daemon: daemonOf(node), folder };
}

async function newClient(): Promise<SmallClient> {
  const client = await startClient(await world.account(10n ** 21n));
  onTestFinished(() => client.network.stop());
  return client;
}

/** A transfer that has begun and moves nothing. */
async function begin(client: SmallClient, daemon: Daemon, allocation: number): Promise<Channel> {
  const { peer, addresses } = daemon.network;
  const channel = await client.network.open({ peer, addresses }, "store", { signal: AbortSignal.timeout(30_000) });
  const root = new Uint8Array(32).fill(allocation);
  await channel.writeMessage(encodeStoreRequest({ ticket: client.ticket(daemon), allocation, root, bytes: BYTES }));
  return channel;
}

/** Whether the provider refuses a small transfer because of others. */
async function isBusy(client: SmallClient, daemon: Daemon, allocation: number): Promise<boolean> {
  try {
    await client.store(daemon, allocation, fragmentOf(allocation, 100));
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: "ERR_PEER_BUSY" });
    return true;
  }
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

test("limits of transfers, bytes and capacity hold as the file says, and the page asks for the token", async () => {
  const { daemon, folder } = await startedFromFile();
  const [one, two, three] = await Promise.all([newClient(), newClient(), newClient()]);

  await expect(one.offer(daemon, 6)).rejects.toMatchObject({ code: "ERR_NO_CAPACITY" });
  const [ofOne, ofTwo, ofThree] = [
    await one.open(daemon, 5),
    await two.open(daemon, 1),
    await three.open(daemon, 1),
  ] as const;

  const ofOneBegun = await begin(one, daemon, ofOne);
  await until(() => isBusy(one, daemon, ofOne), "the peer's one transfer to be under way");
  expect(await isBusy(two, daemon, ofTwo)).toBe(false);
  const ofTwoBegun = await begin(two, daemon, ofTwo);
  await until(() => isBusy(three, daemon, ofThree), "both transfers to be under way");
  ofOneBegun.abort();
  await until(async () => !(await isBusy(three, daemon, ofThree)), "room for another");
  ofTwoBegun.abort();

  let root = new Uint8Array(32);
  const stored = async () => (root = (await one.store(daemon, ofOne, fragmentOf(4, BYTES))).root as typeof root);
  expect(await millisecondsOf(stored)).toBeGreaterThan(LEAST_MS);
  expect(await millisecondsOf(() => one.retrieve(daemon, root))).toBeGreaterThan(LEAST_MS);

  const { url } = JSON.parse(await readFile(join(folder, "monitor.json"), "utf8")) as { url: string };
  expect((await fetch(`${url}metrics`)).status).toBe(401);
  const headers = { authorization: `Bearer ${TOKEN}` };
  expect((await fetch(`${url}metrics`, { headers })).status).toBe(200);
});
