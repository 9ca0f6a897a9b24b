/** The chain's port stays the same from one `cairn up` to the next where it can. */

import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lastRpcPort } from "../../../node/cli/last-port.ts";
import { temporaryFolder } from "../temporary-folder.ts";

it("is the port of the network file, unless somebody else has it by now", async () => {
  const file = join(await temporaryFolder(), "network.json");
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await writeFile(file, JSON.stringify({ rpcUrl: `http://127.0.0.1:${port}` }));
  expect(await lastRpcPort(file)).toBeUndefined();
  server.close();
  await once(server, "close");
  expect(await lastRpcPort(file)).toBe(port);
});

it("is none without a file, or with one that is no network file of this machine", async () => {
  const file = join(await temporaryFolder(), "network.json");
  expect(await lastRpcPort(file)).toBeUndefined();
  for (const text of ["{", "null", "{}", '{"rpcUrl":"http://192.0.2.1:8545"}', '{"rpcUrl":"http://127.0.0.1"}']) {
    await writeFile(file, text);
    expect(await lastRpcPort(file)).toBeUndefined();
  }
});
