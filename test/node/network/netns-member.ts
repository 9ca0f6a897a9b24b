// A whole provider, or a client that puts and gets, in a process of its own, for tests that put it into a network namespace. Settings as
// JSON in the first argument, commands as JSON lines on stdin, an answer to each as a JSON line on stdout.

import { createInterface } from "node:readline";
import { connect } from "../../../node/client/index.ts";
import { openProviderNode } from "../../../node/provider-node.ts";
import { rpcThrough } from "./chain-pipe.ts";
import type { NetworkFile } from "../../../contracts/index.ts";
import type { Client } from "../../../node/client/index.ts";
import type { ProviderNode } from "../../../node/provider-node.ts";

export interface MemberSettings {
  readonly network: NetworkFile;
  /** The file that leads to the chain. */
  readonly pipe: string;
  /** Of a provider. */
  readonly folder?: string;
  readonly stake?: string;
  /** Of a client, in hex. */
  readonly wallet?: string;
}

const PRICE = 10n ** 14n;
const settings = JSON.parse(process.argv[2] ?? "{}") as MemberSettings;
const network = { ...settings.network, rpcUrl: await rpcThrough(settings.pipe) };
const member = settings.folder === undefined ? await openClient() : await openProvider(settings.folder);

for await (const line of createInterface({ input: process.stdin })) {
  try {
    say(await member(JSON.parse(line) as { link?: string; bytes?: number }));
  } catch (error) {
    say({ code: (error as { code?: string }).code ?? "?", message: String(error) });
  }
}
process.exit();

async function openProvider(folder: string) {
  const node: ProviderNode = await openProviderNode({
    folder,
    network,
    listen: ["/ip4/0.0.0.0/tcp/4101"],
    capacityBytes: 64 * 2 ** 20,
    pricePerUnitRound: PRICE,
    stake: BigInt(settings.stake ?? 0),
    relay: "serve",
    pollMs: 100,
  });
  say({ peer: node.network.peer, addresses: node.network.addresses });
  return async () => {
    const { fragments } = await node.provider.status();
    return { ...node.network.status.reachability, fragments };
  };
}

async function openClient() {
  const client: Client = await connect({ network, privateKey: settings.wallet ?? "" });
  say({ peer: "", addresses: [] });
  return async ({ link, bytes = 0 }: { link?: string; bytes?: number }) => {
    const content = new Uint8Array(bytes).map((_, at) => (at * 31) ^ (at >> 8));
    if (link === undefined) return { link: (await client.put(content, { k: 1, n: 2 })).link };
    let at = 0;
    for await (const part of client.get(link)) {
      if (Buffer.compare(part, content.subarray(at, at + part.byteLength)) !== 0) return { same: false };
      at += part.byteLength;
    }
    return { same: at === bytes };
  };
}

function say(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
