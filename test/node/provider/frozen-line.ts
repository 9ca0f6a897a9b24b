/** A line to a provider that can be frozen: then what the provider sends is read by nobody, and its connection stays open. */

import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

export interface FrozenLine {
  /** The provider's addresses by this line. */
  readonly addresses: readonly string[];
  freeze(): void;
  close(): Promise<void>;
}

/** `addresses`: of a provider on IPv4 loopback. */
export async function startFrozenLine(addresses: readonly string[]): Promise<FrozenLine> {
  const [, port = "", peer = ""] = /\/ip4\/127\.0\.0\.1\/tcp\/(\d+)(\/p2p\/\w+)/.exec(addresses.join(" ")) ?? [];
  const sockets = new Set<Socket>();
  const fromProvider = new Set<Socket>();
  const server = createServer((inside) => {
    const outside = connect(Number(port), "127.0.0.1");
    fromProvider.add(outside);
    for (const socket of [inside, outside]) {
      sockets.add(socket);
      socket.on("error", () => {});
    }
    inside.pipe(outside);
    outside.pipe(inside);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    addresses: [`/ip4/127.0.0.1/tcp/${(server.address() as AddressInfo).port}${peer}`],
    freeze() {
      for (const socket of fromProvider) socket.unpipe().pause();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
