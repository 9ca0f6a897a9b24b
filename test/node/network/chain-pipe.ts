// A way to a chain on this machine's loopback out of network namespaces: through a socket that is a file, which all of them see.

import { connect, createServer } from "node:net";
import type { AddressInfo, Server } from "node:net";

/** Outside: gives what comes at the file to the port of this machine. */
export async function openPipe(file: string, rpcUrl: string): Promise<Server> {
  const { port, hostname } = new URL(rpcUrl);
  const server = createServer((socket) => join(socket, connect(Number(port), hostname)));
  await new Promise<void>((resolve) => server.listen(file, resolve));
  return server;
}

/** Inside: the URL of the chain, for as long as the process runs. */
export async function rpcThrough(file: string): Promise<string> {
  const server = createServer((socket) => join(socket, connect(file))).unref();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function join(a: ReturnType<typeof connect>, b: ReturnType<typeof connect>): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    from.on("error", () => to.destroy());
    from.on("close", () => to.destroy());
    from.pipe(to);
  }
}
