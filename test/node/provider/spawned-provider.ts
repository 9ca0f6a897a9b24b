/** A provider in a process of its own (provider-process.ts), which can be killed for real. */

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { MarketWorld } from "./market-world.ts";
import type { Identity } from "./provider-daemon.ts";
import type { ProcessSettings } from "./provider-process.ts";
import type { Daemon } from "./small-client.ts";

export interface SpawnedProvider extends Daemon {
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
}

export async function spawnProvider(
  { deployment }: Pick<MarketWorld, "deployment">,
  identity: Identity,
  folder: string,
): Promise<SpawnedProvider> {
  const { owner, node, peerKey } = identity;
  const [nodeKeyHex, peerKeyHex] = [node.privateKey, peerKey].map((key) => Buffer.from(key).toString("hex"));
  const settings: ProcessSettings = { deployment, owner, nodeKey: nodeKeyHex!, peerKey: peerKeyHex!, folder };
  const script = fileURLToPath(new URL("provider-process.ts", import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ["pipe", "pipe", "inherit"] });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (data: Buffer) => resolve(data.toString()));
    child.once("exit", (code) => reject(new Error(`the provider ended with ${code}`)));
  });
  const { addresses } = JSON.parse(line) as { addresses: string[] };
  return {
    identity,
    network: { peer: addresses[0]!.split("/p2p/")[1]!, addresses },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
