import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { devnet } from "../../../node/devnet/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { Server } from "node:net";

async function listening(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}

/**
 * So many ports in a row that nobody has. From below those that systems give to whoever asks for any (RFC 6335 and Linux: 32768 and
 * higher), which the programs of other tests get all the time.
 */
async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 12_000);
    const ports = Array.from({ length: count }, (_, i) => listening(first + i));
    const taken = await Promise.allSettled(ports);
    for (const one of taken) if (one.status === "fulfilled") await closed(one.value);
    if (taken.every(({ status }) => status === "fulfilled")) return first;
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => void server.close(() => resolve()));
}

describe("a local network that does not come up", () => {
  test("in the middle of its providers: nothing of it goes on, so that the next start finds the folder free", async () => {
    const folder = await temporaryFolder();
    const firstPort = await freePorts(7);
    const taken = await listening(firstPort + 1); // the second provider's; others start meanwhile
    onTestFinished(() => closed(taken));
    await expect(devnet({ folder, providers: 7, firstPort })).rejects.toMatchObject({ code: "ERR_PORT_TAKEN" });
    for (const other of [0, 2, 3]) await closed(await listening(firstPort + other));
    await using net = await devnet({ folder, providers: 7 });
    expect(net.providers.every(({ running }) => running)).toBe(true);
  });
});

describe("stopping", () => {
  test("twice, and at once, is stopping once; a stopped network starts no provider", async () => {
    const net = await devnet({ providers: 1 });
    await Promise.all([net.stop(), net.stop()]);
    await net.stop();
    await expect(net.restart(0)).rejects.toMatchObject({ code: "ERR_ABORTED" });
    expect(net.providers.map(({ running }) => running)).toEqual([false]);
  });
});
