// A client opened from a command's settings and closed when the command is done with it. What it co-signs it keeps in the
// data folder, for the day on which a provider shows something else.

import { join } from "node:path";
import { stateFiles } from "../state-files.ts";
import { loadWallet } from "../wallet.ts";
import { readNetworkOf } from "./chain.ts";
import type { Client } from "../client/index.ts";
import type { CommandContext } from "./command.ts";

/** Runs `work` with a client that only reads, and closes it. */
export async function withReader<T>(context: CommandContext, work: (client: Client) => Promise<T>): Promise<T> {
  return withClient(context, undefined, work);
}

/** Runs `work` with a client that pays and signs with the wallet of the settings, and closes it. */
export async function withWriter<T>(context: CommandContext, work: (client: Client) => Promise<T>): Promise<T> {
  const { privateKey } = await loadWallet(context.config.wallet, context.io.env);
  return withClient(context, privateKey, work);
}

async function withClient<T>(
  context: CommandContext,
  privateKey: Uint8Array | undefined,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const network = await readNetworkOf(context.config);
  const { connect } = await import("../client/index.ts");
  const client = await connect({
    network,
    signal: context.signal,
    ...(privateKey === undefined
      ? {}
      : { privateKey, states: stateFiles(join(context.config.folder, "states"), network) }),
  });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
