// What `cairn provider doctor` finds out about how others reach the provider: its ports, its reachability, its status page.

import { createServer, connect } from "node:net";
import { join } from "node:path";
import type { NetworkFile } from "../../../contracts/index.ts";
import { DOCTOR } from "../../limits/index.ts";
import type { ProviderKeys } from "../../provider-keys.ts";
import { isLoopback, parseSocketAddress, type SocketAddress } from "../../socket-address.ts";
import type { CommandContext } from "../command.ts";
import { type Check, fault, ok, warning } from "./check.ts";
import type { Running } from "./running.ts";

type Reached = "public" | "relayed" | "private" | "unknown";

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

function socketOf(multiaddr: string): SocketAddress | undefined {
  const [, kind, host = "", port] = /^\/(ip4|ip6)\/([^/]+)\/tcp\/(\d+)/.exec(multiaddr) ?? [];
  return kind === undefined ? undefined : parseSocketAddress(kind === "ip6" ? `[${host}]:${port}` : `${host}:${port}`);
}

/** `free`, or the system's code for why not. */
function tryBind({ host, port }: SocketAddress): Promise<string> {
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

/** Whether others can dial the provider: by what the daemon has heard from them, or a peer that is started to ask. */
export async function reachCheck(
  context: CommandContext,
  network: NetworkFile,
  keys: ProviderKeys,
  running: Running,
): Promise<Check> {
  if (running.state === "silent")
    return warning(
      "reach",
      "Whether others can dial you only the running daemon knows, and it does not say.",
      `Stop it and run this again, or set monitorListen: ${running.why}.`,
    );
  if (running.state === "told" && !network.local) return verdict(running.overview.reachability, context);
  if (network.local) return ok("reach", "A local network: everybody is on this machine or near it.");
  if (network.bootstrap.length === 0)
    return warning(
      "reach",
      "Nobody can be asked whether you can be dialled: the network file names no first peers.",
      "Take the network file anew from whoever runs the network.",
    );
  try {
    return verdict(await askOthers(context, network, keys), context);
  } catch (error) {
    context.signal.throwIfAborted();
    return fault(
      "reach",
      `The peer could not be started to ask others: ${(error as Error).message}`,
      "Mend what is said above first.",
    );
  }
}

/** Starts the provider's peer for some seconds. Nothing of its data is served. */
async function askOthers(
  { config, signal }: CommandContext,
  network: NetworkFile,
  keys: ProviderKeys,
): Promise<Reached> {
  const { folder, listen, announce, upnp, relay } = config;
  const { createNetwork } = await import("../../network/index.ts");
  const { bootstrap, local } = network;
  const peers = join(folder, "peers");
  const peer = await createNetwork({
    privateKey: keys.peer,
    listen,
    announce,
    bootstrap,
    local,
    folder: peers,
    dhtServer: true,
    upnp,
    relay,
  });
  try {
    const end = performance.now() + DOCTOR.reachMs;
    while (performance.now() < end && !signal.aborted) {
      const { state } = peer.status.reachability;
      if (state === "public" || state === "relayed") return state;
      await new Promise((resolve) => setTimeout(resolve, DOCTOR.reachPollMs));
    }
    signal.throwIfAborted();
    return peer.status.reachability.state;
  } finally {
    await peer.stop();
  }
}

function verdict(state: Reached, { config }: CommandContext): Check {
  const ports = config.listen.map((one) => socketOf(one)?.port).filter((port) => port !== undefined);
  const where = `TCP port ${[...new Set(ports)].join(" and ")}`;
  if (state === "public") return ok("reach", "Others can dial you from outside.");
  if (state === "relayed")
    return warning(
      "reach",
      "Others cannot dial you, and reach you through relays only: clients without a public address of their own cannot store at yours.",
      `Let ${where} through the firewall and forward it in the router, or set upnp = true.`,
    );
  if (state === "private")
    return fault(
      "reach",
      "Others cannot dial you, and no relay takes you: nobody can store anything here.",
      `Let ${where} through the firewall and forward it in the router, or set upnp = true; with a fixed name set announce.`,
    );
  return warning(
    "reach",
    "Nobody could say yet whether you can be dialled: the first peers did not answer.",
    "Try again in a minute; if it stays so, check the line and the network file.",
  );
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
