// The HTTP server below the routes, with a bound on everything that a caller can make it hold.

import { createServer } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { MONITOR } from "../limits/index.ts";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
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
