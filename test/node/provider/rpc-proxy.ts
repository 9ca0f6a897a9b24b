/** A TCP proxy before the chain's endpoint, which a test takes away and gives back. */

import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

export interface RpcProxy {
  readonly url: string;
  /** Cuts what is open and refuses what comes. */
  down(): void;
  up(): void;
  close(): Promise<void>;
}

export async function startRpcProxy(rpcUrl: string): Promise<RpcProxy> {
  const target = Number(new URL(rpcUrl).port);
  const sockets = new Set<Socket>();
  let open = true;
  const server = createServer((inside) => {
    if (!open) {
      inside.destroy();
      return;
    }
    const outside = connect(target, "127.0.0.1");
    for (const socket of [inside, outside]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        inside.destroy();
        outside.destroy();
      });
    }
    inside.pipe(outside);
    outside.pipe(inside);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    down() {
      open = false;
      cut();
    },
    up() {
      open = true;
    },
    async close() {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
