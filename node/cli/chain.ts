// The network and chain that a command works on, opened from its settings.

import { access } from "node:fs/promises";
import { CairnError } from "../../protocol/index.ts";
import type { Ledger, NetworkFile } from "../../contracts/index.ts";
import type { Config } from "../config.ts";
import type { CommandContext } from "./command.ts";

/** The network file of the settings, with the settings' RPC endpoint in place of its own. ERR_NETWORK_UNKNOWN if there is none. */
export async function readNetworkOf(config: Config): Promise<NetworkFile> {
  const { readNetwork } = await import("../../contracts/index.ts");
  await access(config.network).catch((cause) => {
    const message = `There is no network file ${config.network}: start a local network with \`cairn up\`, or name the file of a network with --network.`;
    throw new CairnError("ERR_NETWORK_UNKNOWN", message, { facts: { file: config.network }, cause });
  });
  const network = await readNetwork(config.network);
  return config.rpcUrl === undefined ? network : { ...network, rpcUrl: config.rpcUrl };
}

/** The chain of the settings' network. With a private key it can send transactions, without one only read. */
export async function openLedger({ config, signal }: CommandContext, privateKey?: Uint8Array): Promise<Ledger> {
  const deployment = await readNetworkOf(config);
  const { connectLedger } = await import("../../contracts/index.ts");
  const key = privateKey === undefined ? {} : { privateKey };
  return connectLedger({ deployment, pollMs: config.pollSeconds * 1000, signal, ...key });
}
