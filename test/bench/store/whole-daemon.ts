/** A whole provider, libp2p and prover included, in a process of its own on a folder that is full already. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { NODE_FLAGS } from "./asked-process.ts";
import { residentBytes } from "./process-memory.ts";
import type { ProcessSettings } from "../../node/provider/provider-process.ts";
import type { BenchMarket } from "./market.ts";
import type { ResidentMemory } from "./process-memory.ts";

const PROGRAM = join(import.meta.dirname, "../../node/provider/provider-process.ts");

export interface WholeDaemon {
  readonly identity: { readonly owner: BenchMarket["identity"]["owner"] };
  readonly network: { readonly peer: string; readonly addresses: readonly string[] };
  /** Milliseconds from its spawn until it answers its peers. */
  readonly readyMs: number;
  memory(): ResidentMemory;
  stop(): Promise<void>;
}

export async function startWholeDaemon(market: BenchMarket, folder: string): Promise<WholeDaemon> {
  const { identity, world } = market;
  const settings: ProcessSettings = {
    deployment: world.deployment,
    owner: identity.owner,
    nodeKey: Buffer.from(identity.node.privateKey).toString("hex"),
    peerKey: Buffer.from(identity.peerKey).toString("hex"),
    folder,
  };
  const start = performance.now();
  const child = spawn(process.execPath, [...NODE_FLAGS, PROGRAM, JSON.stringify(settings)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), "line"), exited])) as unknown[];
  if (typeof line !== "string") throw new Error("the provider ended by itself");
  const readyMs = performance.now() - start;
  const { addresses } = JSON.parse(line) as { addresses: readonly string[] };
  const peer = addresses[0]?.split("/p2p/")[1] ?? "";
  return {
    identity,
    network: { peer, addresses },
    readyMs,
    memory: () => residentBytes(child.pid ?? 0),
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}
