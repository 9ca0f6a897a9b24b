/** What the tests of this folder attack: a market, and a registered provider with fragments to prove, in a process of its own. */

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startMarket } from "../provider/market-world.ts";
import { register, until } from "../provider/provider-daemon.ts";
import { fragmentOf, startClient } from "../provider/small-client.ts";
import type { Address } from "../../../protocol/index.ts";
import type { MarketWorld } from "../provider/market-world.ts";
import type { Item, SmallClient } from "../provider/small-client.ts";
import type { DaemonSettings, Look } from "./daemon-process.ts";

export interface Target {
  readonly world: MarketWorld;
  readonly daemon: {
    readonly identity: { readonly owner: Address };
    readonly network: { readonly peer: string; readonly addresses: readonly string[] };
  };
  /** Where it listens. */
  readonly port: number;
  /** An honest client with an allocation and some fragments in it. */
  readonly client: SmallClient;
  readonly allocation: number;
  readonly items: readonly Item[];
  /** Throws when the process has ended. */
  look(): Promise<Look>;
  /** A new round begins on chain, and is proved. */
  proveRound(): Promise<void>;
  stop(): Promise<void>;
}

/** Memory that its young generation may take is that of `cairn`: node/launch.mjs. */
const NODE_FLAGS = ["--expose-gc", "--max-semi-space-size=4"];
const MAIN = join(import.meta.dirname, "daemon-process.ts");
/** Fragments of the honest client. */
const FRAGMENTS = 4;

/** `flags`: further ones of Node, such as --cpu-prof. */
export async function startTarget({
  flags = [],
  ...changes
}: Partial<Pick<DaemonSettings, "options" | "limits">> & { flags?: readonly string[] } = {}): Promise<Target> {
  const world = await startMarket({ roundBlocks: 64 });
  const { owner, node, peerKey } = await register(world);
  const folder = await mkdtemp(join(tmpdir(), "cairn-"));
  const settings: DaemonSettings = {
    deployment: world.deployment,
    owner,
    nodeKey: Buffer.from(node.privateKey).toString("hex"),
    peerKey: Buffer.from(peerKey).toString("hex"),
    folder,
    options: {},
    limits: {},
    ...changes,
  };
  const child = spawn(process.execPath, [...NODE_FLAGS, ...flags, MAIN, JSON.stringify(settings)], { stdio: "pipe" });
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => (words = `${words}${chunk.toString()}`.slice(-4000)));
  const waiting: PromiseWithResolvers<unknown>[] = [Promise.withResolvers()];
  const ready = waiting[0] as PromiseWithResolvers<unknown>;
  let ended: Error | undefined;
  createInterface({ input: child.stdout }).on("line", (line) => waiting.shift()?.resolve(JSON.parse(line)));
  child.on("exit", (code, signal) => {
    ended = new Error(`the daemon ended with ${code ?? signal}: ${words}`);
    for (const one of waiting.splice(0)) one.reject(ended);
  });
  const look = (): Promise<Look> => {
    const answer = Promise.withResolvers<unknown>();
    if (ended !== undefined) throw ended;
    waiting.push(answer);
    child.stdin.write("\n");
    return answer.promise as Promise<Look>;
  };
  const network = (await ready.promise) as Target["daemon"]["network"];
  const daemon = { identity: { owner }, network };
  const client = await startClient(await world.account(10n ** 21n));
  const allocation = await client.open(daemon, 8, 1000);
  const items = await client.put(
    daemon,
    allocation,
    Array.from({ length: FRAGMENTS }, (_, i) => fragmentOf(1000 + i, 40_000 + i)),
  );
  return {
    world,
    daemon,
    port: Number(/\/tcp\/(\d+)/.exec(network.addresses[0] ?? "")?.[1]),
    client,
    allocation,
    items,
    look,
    async proveRound() {
      const round = await world.nextRound();
      await until(async () => (await look()).lastProvedRound >= round, `the proof of round ${round}`);
    },
    async stop() {
      await client.network.stop();
      if (flags.length > 0) {
        child.stdin.end();
        await new Promise((resolve) => child.once("exit", resolve));
      }
      child.kill("SIGKILL");
      await world.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
