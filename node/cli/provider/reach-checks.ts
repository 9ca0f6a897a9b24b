// What `cairn provider doctor` finds out about how others reach the provider from this machine: its ports, its status page.

import { createServer, connect } from "node:net";
import { DOCTOR } from "../../limits/index.ts";
import { isLoopback, parseSocketAddress, type SocketAddress } from "../../socket-address.ts";
import type { CommandContext } from "../command.ts";
import { type Check, fault, ok, warning } from "./check.ts";
import type { Running } from "./running.ts";

/** Each port of `listen`: free for the daemon, held by it, or taken by somebody else. */
export async function portChecks(listen: readonly string[], isRunning: boolean): Promise<Check[]> {
  return Promise.all(listen.map((multiaddr) => portCheck(multiaddr, isRunning)));
}

async function portCheck(multiaddr: string, isRunning: boolean): Promise<Check> {
  const address = socketOf(multiaddr);
  if (address === undefined) return warning("port", `${multiaddr} cannot be looked at.`, "Listen on an IP address.");
  if (address.port === 0)
    return warning(
      "port",
      "The port changes with every start (it is 0).",
      "Set one in listen: a router or firewall can let in only a port that stays.",
    );
  const bound = await tryBind(address);
  if (bound === "free" && isRunning)
    return fault(
      "port",
      `The daemon runs, but does not listen on port ${address.port}.`,
      "Restart it: config.toml was changed since its start.",
    );
  if (bound === "free") return ok("port", `Port ${address.port} is free for the daemon.`);
  if (bound !== "EADDRINUSE")
    return fault(
      "port",
      `Port ${address.port} at ${address.host} cannot be opened (${bound}).`,
      bound === "EACCES" ? "Choose a port from 1024 on." : "Correct the address in listen.",
    );
  if (isRunning && (await answers(address)))
    return ok("port", `The running daemon holds port ${address.port}, and it answers.`);
  if (isRunning)
    return fault(
      "port",
      `Port ${address.port} is taken, but does not answer.`,
      "Restart the daemon; look for other programs on the port with ss -ltnp.",
    );
  return fault(
    "port",
    `Another program listens on port ${address.port}.`,
    "Stop it (ss -ltnp shows it), or set another port in listen.",
  );
}

/** The IP address and port of a multiaddr of `listen`. */
export function socketOf(multiaddr: string): SocketAddress | undefined {
  const [, kind, host = "", port] = /^\/(ip4|ip6)\/([^/]+)\/tcp\/(\d+)/.exec(multiaddr) ?? [];
  return kind === undefined ? undefined : parseSocketAddress(kind === "ip6" ? `[${host}]:${port}` : `${host}:${port}`);
}

/** Whether this machine lets a program listen there now: `free`, or the system's code for why not. */
export function tryBind({ host, port }: SocketAddress): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen({ host, port, ipv6Only: host.includes(":"), exclusive: true }, () =>
      server.close(() => resolve("free")),
    );
  });
}

function answers({ host, port }: SocketAddress): Promise<boolean> {
  const at = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return new Promise((resolve) => {
    const socket = connect({ host: at, port, timeout: DOCTOR.connectMs });
    const end = (result: boolean): void => (socket.destroy(), resolve(result));
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}

/** The status page: served by the daemon, or its port free for it. */
export async function monitorCheck({ config }: CommandContext, running: Running): Promise<Check> {
  const address = parseSocketAddress(config.monitorListen);
  if (running.state === "told") return ok("monitor", `The status page is at ${running.url}.`);
  if (address === undefined)
    return ok(
      "monitor",
      "There is no status page (monitorListen is off); `cairn provider status` knows only the chain.",
    );
  if (running.state === "silent")
    return warning("monitor", `The daemon runs, but ${running.why}.`, "Look into its log, or restart it.");
  const isOpen = !isLoopback(address);
  if (address.port !== 0 && (await tryBind(address)) !== "free")
    return warning(
      "monitor",
      `Another program listens on ${config.monitorListen}, where the status page would be.`,
      "Set another port in monitorListen.",
    );
  return ok(
    "monitor",
    `The daemon will serve its status page at ${config.monitorListen}${isOpen ? ", to whoever knows the token" : ""}.`,
  );
}
