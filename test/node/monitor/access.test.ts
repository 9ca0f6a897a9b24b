/** Who gets what from the monitor, over real HTTP. */

import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { MONITOR } from "../../../node/limits/index.ts";
import { monitorAddress } from "../../../node/monitor/index.ts";
import { ask, serve } from "./server.ts";
import type { HttpServer } from "../../../node/monitor/http-server.ts";

const TOKEN = "0123456789abcdef-long";
const PATHS = ["/", "/api/overview", "/metrics", "/healthz"];

describe("where it listens", () => {
  test.each(["127.0.0.1:4180", "[::1]:4180", "127.9.9.9:0"])(
    "%s is this machine alone, and needs no token",
    (listen) => {
      expect(monitorAddress({ listen })).toBeDefined();
    },
  );

  test.each(["0.0.0.0:4180", "[::]:4180", "192.168.1.2:80"])(
    "%s is refused without a token, and says what to do",
    (listen) => {
      expect(() => monitorAddress({ listen })).toThrow(
        expect.objectContaining({ code: "ERR_CONFIG_INVALID", message: expect.stringContaining("set monitorToken") }),
      );
      expect(monitorAddress({ listen, token: TOKEN })).toBeDefined();
    },
  );

  test.each(["localhost:4180", "4180", "127.0.0.1", "127.0.0.1:99999", "example.org:80"])(
    "%s is no address",
    (listen) => {
      expect(() => monitorAddress({ listen, token: TOKEN })).toThrow(
        expect.objectContaining({ code: "ERR_CONFIG_INVALID" }),
      );
    },
  );

  test("off is nowhere", () => expect(monitorAddress({ listen: "off" })).toBeUndefined());
});

describe("without a token", () => {
  test.each(PATHS)("%s answers whoever names this machine", async (path) => {
    const server = await serve();
    const { port } = server.address;
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, "LOCALHOST"])
      expect((await ask(server, path, { host })).status, host).toBe(200);
  });

  test.each(PATHS)("%s is refused under a name that is another's: that is how rebinding looks", async (path) => {
    const server = await serve();
    for (const host of [
      "evil.example",
      `evil.example:${server.address.port}`,
      "localhost.evil.example",
      "127.0.0.1.evil.example",
      "192.168.1.2",
    ])
      expect((await ask(server, path, { host })).status, host).toBe(403);
  });
});

describe("with a token", () => {
  test.each(["/", "/api/overview", "/metrics"])("%s wants it", async (path) => {
    const server = await serve(TOKEN);
    const wrong = ["", "Bearer", "Bearer ", `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, `Basic ${TOKEN}`, TOKEN];
    for (const authorization of wrong) {
      const answer = await ask(server, path, { authorization });
      expect([answer.status, answer.headers["www-authenticate"]], authorization).toEqual([401, "Bearer"]);
      expect(answer.body).not.toContain("version");
    }
    expect((await ask(server, path, { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    expect((await ask(server, path, { authorization: `bearer ${TOKEN}`, host: "my-server:4180" })).status).toBe(200);
  });

  test("a browser calls once with it, gets a cookie, and is sent on to where it is not seen", async () => {
    const server = await serve(TOKEN);
    expect((await ask(server, "/?token=wrong-wrong-wrong-wrong")).status).toBe(401);
    const first = await ask(server, `/?token=${TOKEN}`);
    expect(first.status).toBe(303);
    expect(first.headers.location).not.toContain("token");
    const [cookie = ""] = first.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^cairn_monitor=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=\/; Max-Age=\d+$/);
    expect(cookie).not.toContain(TOKEN);
    const [pair = ""] = cookie.split(";");
    for (const path of PATHS) {
      expect((await ask(server, path, { cookie: pair })).status).toBe(200);
      expect((await ask(server, path, { cookie: `a=b; ${pair}; c=d` })).status).toBe(200);
    }
    expect((await ask(server, "/", { cookie: pair.replace("=", "=0") })).status).toBe(401);
    expect((await ask(server, "/", { cookie: `x${pair}` })).status).toBe(401);
    const other = await serve(`${TOKEN}-2`);
    expect((await ask(other, "/", { cookie: pair })).status).toBe(401);
  });

  test("a browser without it gets a page that asks for it, runs nothing, and tells nothing of the provider", async () => {
    const server = await serve(TOKEN);
    const accept = "text/html,application/xhtml+xml,*/*;q=0.8";
    const first = await ask(server, "/", { accept, host: "my-server:4180" });
    expect([first.status, first.headers["content-type"]]).toEqual([401, expect.stringContaining("text/html")]);
    expect(first.headers["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(first.body).toContain('name="token"');
    expect(first.body).not.toMatch(/<script|That is not|0x/);
    const wrong = await ask(server, "/?token=%3Cscript%3Ewrong-wrong", { accept });
    expect([wrong.status, wrong.headers["set-cookie"]]).toEqual([401, undefined]);
    expect(wrong.body).toContain("That is not the token.");
    expect(wrong.body).not.toMatch(/script|wrong-wrong/);
    expect((await ask(server, "/api/overview", { accept })).headers["content-type"]).toContain("text/plain");
  });

  test("health is told without it, in codes", async () => {
    const server = await serve(TOKEN, { health: () => ({ ok: false, why: ["CHAIN_DOWN"] }) });
    const { status, body } = await ask(server, "/healthz", { host: "10.0.0.7:4180" });
    expect([status, JSON.parse(body)]).toEqual([503, { ok: false, why: ["CHAIN_DOWN"] }]);
  });
});

describe("whatever is asked", () => {
  test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])("%s changes nothing and is refused", async (method) => {
    const answer = await ask(await serve(), "/api/overview", {}, method);
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("HEAD is GET without the body", async () => {
    const server = await serve();
    for (const path of PATHS) expect(await ask(server, path, {}, "HEAD")).toMatchObject({ status: 200, body: "" });
  });

  test("a body is refused, and other paths are not there", async () => {
    const server = await serve();
    expect((await ask(server, "/", { "content-length": "5" }, "GET", "12345")).status).toBe(413);
    expect((await ask(server, "/etc/passwd")).status).toBe(404);
    expect((await ask(server, "/monitor.json")).status).toBe(404);
  });

  test("every answer keeps the browser from doing anything else with it", async () => {
    const server = await serve();
    for (const path of [...PATHS, "/nothing"]) {
      const { headers } = await ask(server, path, { origin: "http://evil.example" });
      expect(headers["content-security-policy"]).toMatch(
        /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+';/,
      );
      expect(headers["content-security-policy"]).not.toMatch(/unsafe|https?:|\*/);
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-resource-policy": "same-origin",
      });
      expect(headers["access-control-allow-origin"]).toBeUndefined();
      expect(headers["x-powered-by"]).toBeUndefined();
    }
  });

  test("an error inside is not told", async () => {
    const secret = async (): Promise<string> => {
      throw new Error("the secret is 42");
    };
    const { status, body } = await ask(await serve(undefined, { metrics: secret }), "/metrics");
    expect([status, body.includes("42")]).toEqual([500, false]);
  });

  test("before the first look there is nothing to show", async () => {
    expect((await ask(await serve(undefined, { overview: () => undefined }), "/api/overview")).status).toBe(503);
  });
});

describe("what a caller can make it hold", () => {
  test("headers beyond the bound end the request", async () => {
    const server = await serve();
    const asking = ask(server, "/", { "x-long": "x".repeat(MONITOR.headerBytes) });
    await expect(asking).rejects.toMatchObject({ code: expect.stringMatching(/ECONNRESET|EPIPE/) });
    expect((await ask(server, "/healthz")).status).toBe(200);
  });

  /** Connections of several addresses of this machine, in turn. */
  function crowd({ address: { host, port } }: HttpServer, count: number, from: readonly string[]) {
    const sockets = Array.from({ length: count }, (_, i) =>
      connect({ host, port, localAddress: from[i % from.length] as string }),
    );
    const gone = new Set<number>();
    const closed = sockets.map(
      (socket, i) =>
        new Promise<void>((done) => socket.on("error", () => {}).once("close", () => (gone.add(i), done()))),
    );
    const leave = async (): Promise<void> => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    };
    onTestFinished(leave);
    return { gone, leave };
  }

  test("connections of one address beyond its bound are closed, others still come in, and room comes back", async () => {
    const server = await serve();
    const greedy = crowd(server, MONITOR.connectionsPerAddress + 20, ["127.0.0.2"]);
    await until(() => greedy.gone.size === 20);
    expect((await ask(server, "/healthz", { host: "localhost" })).status).toBe(200);
    expect(greedy.gone.size).toBe(20);
    await greedy.leave();
    // The server hears of those that left a moment after they did.
    for (let isRoom = false; !isRoom;) {
      const again = crowd(server, MONITOR.connectionsPerAddress, ["127.0.0.2"]);
      expect((await ask(server, "/healthz")).status).toBe(200);
      isRoom = again.gone.size === 0;
      await again.leave();
    }
  });

  test("connections beyond the bound are closed, and room comes back", async () => {
    const server = await serve();
    const many = crowd(server, MONITOR.connections + 20, ["127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5"]);
    await until(() => many.gone.size === 20);
    await many.leave();
    expect((await ask(server, "/healthz")).status).toBe(200);
  });

  test("stopping cuts those who hang on", async () => {
    const server = await serve();
    const { host, port } = server.address;
    const socket = connect({ host, port });
    const gone = new Promise<void>((done) => socket.on("error", () => {}).once("close", () => done()));
    await new Promise<void>((done) => socket.once("connect", () => done()));
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n");
    await server.stop();
    await gone;
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}
