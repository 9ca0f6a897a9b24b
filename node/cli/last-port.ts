// The port that the local chain had last time. Providers and clients outside `cairn up` know the chain by it, and find it
// again after a restart only if it stays.

import { readFile } from "node:fs/promises";
import { createServer } from "node:net";

/** The RPC port in this network file, if there is one and nobody listens on it now. */
export async function lastRpcPort(networkFile: string): Promise<number | undefined> {
  const port = portIn(await readFile(networkFile, "utf8").catch(() => ""));
  return port !== undefined && (await isFree(port)) ? port : undefined;
}

/** Undefined for anything unexpected: whoever opens the network checks its file and says what is wrong. */
function portIn(text: string): number | undefined {
  try {
    const { rpcUrl } = JSON.parse(text) as { rpcUrl?: unknown };
    const { hostname, port } = new URL(String(rpcUrl));
    return hostname === "127.0.0.1" && Number(port) > 0 ? Number(port) : undefined;
  } catch {
    return undefined;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
