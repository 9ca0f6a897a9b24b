// What the monitor answers: the page, its data, metrics, and whether all is well. Only reading; nothing here changes anything.

import { Hono } from "hono";
import { compress } from "hono/compress";
import { DOOR_POLICY, doorPage } from "./door.ts";
import { PAGE, PAGE_HASHES } from "./page.html.ts";
import type { Doorkeeper } from "./access.ts";

/** Whether the daemon does what it is paid for. */
export interface Health {
  readonly ok: boolean;
  /** Codes of warnings that are errors, or STALE while the daemon does not answer. */
  readonly why: readonly string[];
}

export interface RouteParts {
  readonly doorkeeper: Doorkeeper;
  /** As JSON, with what of the record came after the cursor `since`; undefined before the first look. */
  readonly overview: (since: string | undefined) => string | undefined;
  readonly metrics: () => Promise<string>;
  readonly health: () => Health;
}

const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    `script-src '${PAGE_HASHES.script}'`,
    `style-src '${PAGE_HASHES.style}'`,
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cache-Control": "no-store",
};

export function monitorRoutes({ doorkeeper, overview, metrics, health }: RouteParts): Hono {
  const app = new Hono();
  app.use(compress()); // the record of some weeks, sent once to each page, is half a megabyte of much the same
  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    const { req } = context;
    if (req.method !== "GET" && req.method !== "HEAD") return context.text("Only GET.\n", 405, { Allow: "GET, HEAD" });
    if ((req.header("content-length") ?? "0") !== "0" || req.header("transfer-encoding") !== undefined)
      return context.text("A request here has no body.\n", 413, { Connection: "close" });
    const isHealth = req.path === "/healthz";
    const access = doorkeeper.access({
      host: req.header("host"),
      authorization: req.header("authorization"),
      cookie: req.header("cookie"),
      token: req.query("token"),
    });
    if (access.kind === "denied")
      return context.text("Ask for this machine by localhost or its loopback address.\n", 403);
    if (access.kind === "unknown" && !isHealth) {
      context.header("WWW-Authenticate", "Bearer");
      const isBrowser = req.path === "/" && (req.header("accept") ?? "").includes("text/html");
      if (!isBrowser) return context.text(NO_TOKEN, 401);
      return context.html(doorPage(req.query("token") !== undefined), 401, { "Content-Security-Policy": DOOR_POLICY });
    }
    if (access.kind === "enter") return context.body(null, 303, { "Set-Cookie": access.cookie, Location: "." });
    return await next();
  });
  app.get("/", (context) => context.html(PAGE));
  app.get("/api/overview", (context) => {
    const text = overview(context.req.query("since"));
    if (text === undefined) return context.text("The daemon has not answered yet.\n", 503);
    return context.body(text, 200, { "Content-Type": "application/json" });
  });
  app.get("/metrics", async (context) => context.body(await metrics(), 200, { "Content-Type": METRICS_TYPE }));
  app.get("/healthz", (context) => {
    const state = health();
    return context.json(state, state.ok ? 200 : 503);
  });
  app.notFound((context) => context.text("There is nothing here.\n", 404));
  app.onError((_, context) => context.text("This could not be answered.\n", 500));
  return app;
}

const NO_TOKEN = "Call this address once with ?token= and monitorToken, or send it as Authorization: Bearer.\n";
