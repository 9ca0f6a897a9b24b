/**
 * A provider that is told to stop in the middle of its work, in a process of its own: while clients store, and while whatever it can
 * wait for keeps it waiting. And what it logged on the way.
 */

import { once } from "node:events";
import { readFile, stat, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { encodeRetrieveRequest } from "../../../protocol/index.ts";
import { openLogStore, openProviderFolder } from "../../../node/provider/index.ts";
import { startFrozenLine } from "../provider/frozen-line.ts";
import { startMarket } from "../provider/market-world.ts";
import { startSilentRpc } from "../provider/silent-rpc.ts";
import { fragmentOf, startClient } from "../provider/small-client.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { startCommand } from "./provider-command.ts";
import { clientWithTokens, fundedKeys, networkOf, until } from "./provider-folder.ts";
import type { Socket } from "node:net";
import type { Address } from "../../../protocol/index.ts";
import type { Channel } from "../../../node/network/index.ts";
import type { MarketWorld } from "../provider/market-world.ts";
import type { SilentRpc } from "../provider/silent-rpc.ts";
import type { Daemon, SmallClient } from "../provider/small-client.ts";
import type { Command } from "./provider-command.ts";

/** Promised, of the daemon's own work and of the process; a machine that runs other tests besides gets twice as long for the latter. */
const STOP_SECONDS = 5;
const PROCESS_MS = 2 * STOP_SECONDS * 1000;
/** Two signals within this are one (docs/cli.md). */
const SAME_SIGNAL_MS = 450;
const TRANSFERS = 20;
const TOKEN = "a-token-nobody-must-see-in-a-log";
const MIB = 2 ** 20;
/** Answers that nobody reads, of 1 MiB: more than the system keeps for a connection. */
const UNREAD = 16;

interface Acknowledged {
  readonly root: Uint8Array;
  readonly seed: number;
  readonly bytes: number;
}

let world: MarketWorld;
let rpc: SilentRpc;

beforeAll(async () => {
  world = await startMarket();
  rpc = await startSilentRpc(world.chain.rpcUrl);
});

afterAll(async () => {
  await rpc.close();
  await world.stop();
});

test("SIGTERM while clients store and everybody keeps it waiting: ends in time, what was acknowledged stays, no secret is logged", async () => {
  const folder = await temporaryFolder();
  const keys = await fundedKeys(world, folder);
  await writeFile(join(folder, "network.json"), JSON.stringify({ ...networkOf(world), rpcUrl: rpc.url }));
  const flags = {
    folder,
    listen: "/ip4/127.0.0.1/tcp/0",
    capacity: "200 MiB",
    price: "0.000000000001",
    "poll-seconds": "0.1",
    "log-level": "debug",
    "monitor-listen": "127.0.0.1:0",
    "monitor-token": TOKEN,
  };
  const first = await startCommand(flags);
  const client = await clientWithTokens(world);
  onTestFinished(() => client.network.stop());
  const daemon = asSeen(first);
  const allocation = await client.open(daemon, 150);
  const wrong = { root: new Uint8Array(32).fill(7) };
  await expect(client.store(daemon, allocation, fragmentOf(1, 5000), wrong)).rejects.toMatchObject({
    code: "ERR_FRAGMENT_WRONG",
  });
  const [large] = await client.put(daemon, allocation, [fragmentOf(2, MIB)]);

  const acknowledged: Acknowledged[] = [];
  const { reader } = await keepWaiting(folder, daemon, large!.root);
  const transfers = storeOn(client, daemon, allocation, acknowledged);
  await until(() => acknowledged.length >= TRANSFERS, "the first fragments");
  const ended = await first.stop("SIGTERM");
  await transfers.end();
  expect({ ...ended, ms: ended.ms < PROCESS_MS }).toEqual({ code: 0, signal: null, ms: true });
  expect(secondsOf(first)).toBeLessThanOrEqual(STOP_SECONDS);
  expect(reader.destroyed).toBe(true);
  await expect(stat(join(folder, "monitor.json"))).rejects.toMatchObject({ code: "ENOENT" });
  expect(first.lines.some((line) => line.includes(`"code":"ERR_STORE`))).toBe(false);

  rpc.speak();
  const second = await startCommand(flags);
  const again = asSeen(second);
  for (const { root, seed, bytes } of acknowledged) {
    const { data } = await client.retrieve(again, root);
    expect(Buffer.compare(data, fragmentOf(seed, bytes))).toBe(0);
  }
  await keepWaiting(folder, again, large!.root);
  const more = storeOn(client, again, allocation, acknowledged);
  const before = acknowledged.length;
  await until(() => acknowledged.length >= before + TRANSFERS, "more fragments");
  void second.stop("SIGHUP");
  await until(() => second.lines.some((line) => line.startsWith("Stopping")), "the first signal to be heard");
  await new Promise((resolve) => setTimeout(resolve, SAME_SIGNAL_MS));
  const { code, signal } = await second.stop("SIGTERM");
  // It was still waiting: for the reader of the page, or as a process for the silent chain.
  expect(["143", "SIGTERM"]).toContain(String(signal ?? code));
  await more.end();
  await expectStored(folder, world, keys.owner.signer.address, acknowledged);

  const lines = [...first.lines, ...second.lines]; // among them what the command says to people
  for (const line of lines.filter((one) => one.startsWith("{"))) {
    const { time, level, msg } = JSON.parse(line) as Record<string, unknown>;
    expect([Number.isNaN(Date.parse(String(time))), level, typeof msg], line).toEqual([
      false,
      expect.stringMatching(/^(debug|info|warn|error)$/),
      "string",
    ]);
  }
  expect(lines.some((line) => line.includes('"level":"debug"'))).toBe(true);
  const events = first.lines.flatMap((line) => /"event":"([^"]+)"/.exec(line)?.[1] ?? []);
  const ofDaemon = ["daemon.started", "daemon.stopping", "daemon.stopped"];
  expect(events.filter((event) => ofDaemon.includes(event))).toEqual(ofDaemon);
  expect(events.at(-1)).toBe("daemon.stopped");
  const log = lines.join("\n");
  const ticket = client.ticket(daemon).signature;
  const secrets = [keys.owner.privateKey, keys.node.privateKey, keys.peer, client.account.privateKey, ticket];
  for (const secret of secrets)
    for (const text of [
      Buffer.from(secret).toString("hex"),
      Buffer.from(secret).toString("base64"),
      secret.slice(0, 8).join(","),
    ])
      expect(log.toLowerCase().includes(text.toLowerCase())).toBe(false);
  expect(log).not.toContain(TOKEN);
});

function asSeen(command: Command): Daemon {
  return { identity: { owner: command.owner }, network: command };
}

/** As the daemon itself has measured it. */
function secondsOf({ lines }: Command): number {
  const line = lines.find((one) => one.includes('"event":"daemon.stopped"')) ?? "{}";
  return (JSON.parse(line) as { seconds: number }).seconds;
}

/** Many clients at once, as long as they are answered. */
function storeOn(client: SmallClient, daemon: Daemon, allocation: number, acknowledged: Acknowledged[]) {
  const over = new AbortController();
  const from = acknowledged.length * 10_000;
  const lanes = Array.from({ length: TRANSFERS }, async (_, lane) => {
    for (let i = 0; !over.signal.aborted; i++) {
      const seed = from + lane * 1000 + i;
      const bytes = 100_000 + (seed % 10_000);
      const item = await client.store(daemon, allocation, fragmentOf(seed, bytes)).catch(() => undefined);
      if (item === undefined) return;
      acknowledged.push({ root: item.root, seed, bytes });
    }
  });
  return {
    async end(): Promise<void> {
      over.abort();
      await Promise.all(lanes);
    },
  };
}

/**
 * All that a provider could wait for: a peer that asks for much and reads nothing, a reader of the page that never ends its request,
 * and a chain that is silent since the provider sent it a proof.
 */
async function keepWaiting(folder: string, daemon: Daemon, root: Uint8Array): Promise<{ readonly reader: Socket }> {
  const line = await startFrozenLine(daemon.network.addresses);
  const peer = await startClient(await world.account());
  onTestFinished(async () => {
    await line.close();
    await peer.network.stop();
  });
  const to = { peer: daemon.network.peer, addresses: line.addresses };
  const patience = { signal: AbortSignal.timeout(60_000) };
  const open = (): Promise<Channel> => peer.network.open(to, "retrieve", patience);
  const channels = await Promise.all(Array.from({ length: UNREAD }, open));
  line.freeze();
  for (const channel of channels) await channel.writeMessage(encodeRetrieveRequest({ root, from: 0, to: 0 }));

  const { url } = JSON.parse(await readFile(join(folder, "monitor.json"), "utf8")) as { url: string };
  const reader = connect(Number(new URL(url).port), "127.0.0.1");
  reader.on("error", () => {}).write("GET / HTTP/1.1\r\nHost: localhost\r\n");
  await once(reader, "connect");

  rpc.silentFrom("eth_sendRawTransaction");
  await world.nextRound();
  await until(() => rpc.held > 0, "a proof that nobody answers");
  return { reader };
}

async function expectStored(
  folder: string,
  { deployment }: MarketWorld,
  provider: Address,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  const { chainId, market } = deployment;
  const opened = await openProviderFolder({ folder: join(folder, "store"), owner: { chainId, market, provider } });
  const store = await openLogStore({}, { folder: opened });
  for (const { root, seed, bytes } of acknowledged)
    expect(Buffer.compare(await store.read(root), fragmentOf(seed, bytes))).toBe(0);
  await store.close();
  await opened.close();
}
