import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { devnet } from "../../../node/devnet/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { AddressInfo, Server } from "node:net";

async function listening(port = 0): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}

describe("a local network that does not come up", () => {
  test("in the middle of its providers: nothing of it goes on, so that the next start finds the folder free", async () => {
    const folder = await temporaryFolder();
    const taken = await listening();
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const firstPort = port - 1; // the second provider's is taken; others start meanwhile
    await expect(devnet({ folder, providers: 7, firstPort })).rejects.toMatchObject({ code: "ERR_PORT_TAKEN" });
    for (const other of [port + 1, port + 2]) (await listening(other)).close();
    await using net = await devnet({ folder, providers: 7 });
    expect(net.providers.every(({ running }) => running)).toBe(true);
  }, 60_000);
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
