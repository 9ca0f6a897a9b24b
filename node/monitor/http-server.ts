// The HTTP server below the routes, with a bound on everything that a caller can make it hold.

import { createServer } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { MONITOR } from "../limits/index.ts";
import type { Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Hono } from "hono";
import type { SocketAddress } from "../socket-address.ts";

export interface HttpServer {
  /** Where it listens. */
  readonly address: SocketAddress;
  /** Lets answers under way finish for a moment, then cuts everything. */
  stop(): Promise<void>;
}

/** Throws the system's error, such as EADDRINUSE. */
export async function startHttpServer(app: Hono, { host, port }: SocketAddress): Promise<HttpServer> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    createServer,
    overrideGlobalObjects: false,
    serverOptions: {
      maxHeaderSize: MONITOR.headerBytes,
      headersTimeout: MONITOR.headersMs,
      requestTimeout: MONITOR.requestMs,
      keepAliveTimeout: MONITOR.keepAliveMs,
      connectionsCheckingInterval: MONITOR.checkMs,
    },
  }) as Server;
  server.maxConnections = MONITOR.connections;
  limitEachAddress(server);
  server.maxRequestsPerSocket = MONITOR.requestsPerConnection;
  server.setTimeout(MONITOR.answerMs, (socket) => socket.destroy());
  server.on("clientError", (_, socket) => socket.destroy());
  await listening(server, host, port);
  server.unref();
  const { address, port: bound } = server.address() as AddressInfo;
  return { address: { host: address, port: bound }, stop: () => stopped(server) };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      server.on("error", () => {}); // of single connections; they end by themselves
      resolve();
    });
  });
}

/** Beyond the bound a connection is closed before it is read. */
function limitEachAddress(server: Server): void {
  const open = new Map<string, number>();
  server.prependListener("connection", (socket: Socket) => {
    const { remoteAddress: address = "" } = socket; // none: it is gone already
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    if (count > MONITOR.connectionsPerAddress) socket.destroy();
  });
}

function stopped(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), MONITOR.stopMs);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
