/** The monitor's HTTP server on loopback, over answers that a test gives. */

import { request } from "node:http";
import { onTestFinished } from "vitest";
import { Doorkeeper } from "../../../node/monitor/access.ts";
import { startHttpServer } from "../../../node/monitor/http-server.ts";
import { monitorRoutes } from "../../../node/monitor/routes.ts";
import type { IncomingHttpHeaders } from "node:http";
import type { HttpServer } from "../../../node/monitor/http-server.ts";
import type { RouteParts } from "../../../node/monitor/routes.ts";

export async function serve(token?: string, changes: Partial<RouteParts> = {}): Promise<HttpServer> {
  const parts: RouteParts = {
    doorkeeper: new Doorkeeper(token),
    overview: () => '{"version":"1"}',
    metrics: async () => "cairn_round 1\n",
    health: () => ({ ok: true, why: [] }),
    ...changes,
  };
  const server = await startHttpServer(monitorRoutes(parts), { host: "127.0.0.1", port: 0 });
  onTestFinished(() => server.stop());
  return server;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request with the headers as they are: `fetch` would not let a test choose its Host. */
export function ask(
  { address }: HttpServer,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: address.host, port: address.port, path, method, headers, agent: false, timeout: 60_000 };
    const asking = request(options, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString("utf8"),
        }),
      );
    });
    asking.on("error", reject);
    asking.end(body);
  });
}
