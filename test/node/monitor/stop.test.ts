/** A provider that is told to stop in the middle of its work, in a process of its own; and what it logged on the way. */

import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startMarket } from "../provider/market-world.ts";
import { fragmentOf } from "../provider/small-client.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { startCommand } from "./provider-command.ts";
import { clientWithTokens, fundedKeys, networkOf, until } from "./provider-folder.ts";
import type { MarketWorld } from "../provider/market-world.ts";

/** Promised is that a provider stops within 5 seconds; a machine that runs other tests besides gets twice as long. */
const STOP_MS = 10_000;
const TRANSFERS = 20;
const TOKEN = "a-token-nobody-must-see-in-a-log";

let world: MarketWorld;

beforeAll(async () => {
  world = await startMarket();
});

afterAll(() => world.stop());

test(
  "SIGTERM while 20 transfers run: ends in time with 0, what was acknowledged stays, and no secret is in its log",
  { timeout: 120_000 },
  async () => {
    const folder = await temporaryFolder();
    const keys = await fundedKeys(world, folder);
    await writeFile(join(folder, "network.json"), JSON.stringify(networkOf(world)));
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
    const daemon = { identity: { owner: first.owner }, network: first };
    const allocation = await client.open(daemon, 100);

    const wrong = { root: new Uint8Array(32).fill(7) };
    await expect(client.store(daemon, allocation, fragmentOf(1, 5000), wrong)).rejects.toMatchObject({
      code: "ERR_FRAGMENT_WRONG",
    });
    const acknowledged: { root: Uint8Array; seed: number; bytes: number }[] = [];
    const stopped = new AbortController();
    const transfers = Array.from({ length: TRANSFERS }, async (_, lane) => {
      for (let i = 0; !stopped.signal.aborted; i++) {
        const seed = lane * 1000 + i;
        const bytes = 100_000 + seed;
        const item = await client.store(daemon, allocation, fragmentOf(seed, bytes)).catch(() => undefined);
        if (item === undefined) return;
        acknowledged.push({ root: item.root, seed, bytes });
      }
    });
    await until(() => acknowledged.length >= TRANSFERS, "the first fragments");
    const ended = await first.stop("SIGTERM");
    stopped.abort();
    await Promise.all(transfers);
    expect({ ...ended, ms: ended.ms < STOP_MS }).toEqual({ code: 0, signal: null, ms: true });
    await expect(stat(join(folder, "monitor.json"))).rejects.toMatchObject({ code: "ENOENT" });

    const second = await startCommand(flags);
    const again = { identity: { owner: second.owner }, network: second };
    for (const { root, seed, bytes } of acknowledged) {
      const { data } = await client.retrieve(again, root);
      expect(Buffer.compare(data, fragmentOf(seed, bytes))).toBe(0);
    }
    expect(await second.stop("SIGHUP")).toMatchObject({ code: 0, signal: null });

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
    expect(events.filter((event) => event.startsWith("daemon."))).toEqual([
      "daemon.started",
      "daemon.stopping",
      "daemon.stopped",
    ]);
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
  },
);
