// The daemon's own server and policy, with an overview that the test chooses instead of a daemon behind it.

import { Hono } from "hono";
import { Doorkeeper } from "../../../../node/monitor/access.ts";
import { startHttpServer } from "../../../../node/monitor/http-server.ts";
import { monitorRoutes } from "../../../../node/monitor/routes.ts";
import type { HttpBindings } from "@hono/node-server";
import type { Overview } from "../../../../node/monitor/overview.ts";

/** What `GET /api/overview` says: an overview, something that no daemon would say, or nothing as the connection is cut. */
export type Answer = Overview | { readonly status: 200 | 401 | 503; readonly body: string } | "gone";

export interface PageServer extends AsyncDisposable {
  /** Ends in a slash. */
  readonly url: string;
  /** From now on. */
  answer: Answer;
}

export async function servePage(answer: Answer, token?: string): Promise<PageServer> {
  const state = { answer };
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use("/api/overview", async (context, next) => {
    if (state.answer === "gone") context.env.incoming.socket.destroy();
    else if ("body" in state.answer) return context.body(state.answer.body, state.answer.status);
    return await next();
  });
  const routes = monitorRoutes({
    doorkeeper: new Doorkeeper(token),
    overview: () =>
      typeof state.answer === "object" && "now" in state.answer ? JSON.stringify(state.answer) : undefined,
    metrics: () => Promise.resolve(""),
    health: () => ({ ok: true, why: [] }),
  });
  app.route("/", routes);
  const server = await startHttpServer(app as unknown as Hono, { host: "127.0.0.1", port: 0 });
  return Object.assign(state, {
    url: `http://127.0.0.1:${server.address.port}/`,
    [Symbol.asyncDispose]: async () => await server.stop(),
  });
}
