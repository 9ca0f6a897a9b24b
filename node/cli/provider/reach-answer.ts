// Whether others can dial the provider: yes, no, or nobody could tell yet. The running daemon knows it from those that tried; without
// one the provider's own peer is started for a while, and asks.

import { join } from "node:path";
import type { NetworkFile } from "../../../contracts/index.ts";
import { DOCTOR } from "../../limits/index.ts";
import type { Reachability } from "../../network/index.ts";
import type { ProviderKeys } from "../../provider-keys.ts";
import { formatSeconds } from "../../quantity.ts";
import { sleep } from "../../wait.ts";
import type { CommandContext } from "../command.ts";
import { counted } from "../counted.ts";
import { type Check, fault, ok, warning } from "./check.ts";
import { socketOf } from "./reach-checks.ts";
import { findRunning, type Running } from "./running.ts";

/** What is known, and who could be asked. */
export interface Answer {
  readonly state: Reachability["state"];
  /** Peers that are connected. */
  readonly connections: number;
  /** How long whoever asks has been asking, in seconds. */
  readonly seconds: number;
}

/** Never takes longer than `DOCTOR.reachMs` and what a peer needs to start and stop; no time at all where the daemon knows. */
export async function reachCheck(
  context: CommandContext,
  network: NetworkFile,
  keys: ProviderKeys,
  running: Running,
): Promise<Check> {
  if (running.state === "silent")
    return warning(
      "reach",
      "Nobody could tell yet: only the running daemon knows whether others can dial you, and it does not say.",
      `Stop it and run this again, or set monitorListen: ${running.why}.`,
    );
  if (network.local) return ok("reach", "A local network: everybody is on this machine or near it.");
  const { listen } = context.config;
  if (running.state === "told") return reachAnswer(await askDaemon(context, running), listen);
  if (network.bootstrap.length === 0)
    return warning(
      "reach",
      "Nobody could tell yet: the network file names no first peers that could be asked.",
      "Take the network file anew from whoever runs the network.",
    );
  try {
    return reachAnswer(await askOthers(context, network, keys), listen);
  } catch (error) {
    context.signal.throwIfAborted();
    return fault(
      "reach",
      `Nobody could be asked, as the peer could not be started: ${(error as Error).message}`,
      "Mend what is said above first.",
    );
  }
}

/** The answer in a sentence, and what to do. `listen` are multiaddrs. */
export function reachAnswer({ state, connections, seconds }: Answer, listen: readonly string[]): Check {
  const ports = listen.map((one) => socketOf(one)?.port).filter((port) => port !== undefined);
  const open = `Let TCP port ${[...new Set(ports)].join(" and ")} through the firewall and forward it in the router, or set upnp = true`;
  if (state === "public") return ok("reach", "Yes: others can dial you from outside.");
  if (state === "relayed")
    return warning(
      "reach",
      "No: others cannot dial you, and reach you through relays only. Clients without a public address of their own cannot store at yours.",
      `${open}.`,
    );
  if (state === "private")
    return fault(
      "reach",
      "No: others cannot dial you, and no relay takes you. Nobody can store anything here.",
      `${open}; with a fixed name set announce.`,
    );
  const asked = `after ${formatSeconds(Math.round(seconds))}`;
  if (connections === 0)
    return warning(
      "reach",
      `Nobody could tell yet whether others can dial you: no other peer is connected ${asked}.`,
      "Check the line and whether this machine may open connections to others; then the first peers in the network file (bootstrap).",
    );
  return warning(
    "reach",
    `Nobody could tell yet whether others can dial you: of ${counted(connections, "connected peer")} none has tried ${asked}.`,
    "Ask again in some minutes: the daemon goes on asking by itself. If it stays so, too few others are there to ask.",
  );
}

/** A daemon that has just started may not know yet: then it is asked until one would. */
async function askDaemon(
  { config, output, signal }: CommandContext,
  running: Running & { readonly state: "told" },
): Promise<Answer> {
  let { overview } = running;
  while (overview.reachability === "unknown" && overview.now - overview.startedAt < DOCTOR.reachMs) {
    output.status("waiting for what others tell the daemon, which has just started …");
    await sleep(DOCTOR.reachAgainMs, signal);
    const again = await findRunning(config.folder, signal);
    if (again.state !== "told") break;
    overview = again.overview;
  }
  const seconds = (overview.now - overview.startedAt) / 1000;
  return { state: overview.reachability, connections: overview.peers.connections, seconds };
}

/** Starts the provider's peer for a while. Nothing of its data is served. */
async function askOthers(
  { config, output, signal }: CommandContext,
  network: NetworkFile,
  keys: ProviderKeys,
): Promise<Answer> {
  const { folder, listen, announce, upnp, relay } = config;
  const { createNetwork } = await import("../../network/index.ts");
  const { bootstrap, local } = network;
  output.status(`asking others whether they reach us, which takes up to ${DOCTOR.reachMs / 1000} s …`);
  const peer = await createNetwork({
    privateKey: keys.peer,
    listen,
    announce,
    bootstrap,
    local,
    folder: join(folder, "peers"),
    dhtServer: true,
    upnp,
    relay,
  });
  const start = performance.now();
  const passed = (): number => performance.now() - start;
  try {
    let deniedAt: number | undefined;
    while (passed() < DOCTOR.reachMs && !signal.aborted) {
      const { connections, reachability } = peer.status;
      if (reachability.state === "public" || reachability.state === "relayed") break;
      if (reachability.state === "private") deniedAt ??= passed();
      // A no is one only when no relay has taken us, which is asked for after it.
      if (deniedAt !== undefined && passed() - deniedAt > DOCTOR.relayMs) break;
      if (connections === 0 && passed() > DOCTOR.lonelyMs) break;
      await sleep(DOCTOR.reachPollMs, signal);
    }
    signal.throwIfAborted();
    const { connections, reachability } = peer.status;
    return { state: reachability.state, connections, seconds: passed() / 1000 };
  } finally {
    await peer.stop();
  }
}
