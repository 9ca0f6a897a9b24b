// A node in a process of its own, for tests that put it into a network namespace. Options as JSON in the first argument, commands as
// JSON lines on stdin, an answer to each as a JSON line on stdout. The first line out says who it is.
//
// It serves the verbs with the bytes themselves: store keeps what it gets, retrieve sends it back, prove answers one byte.

import { createHash } from "node:crypto";
import { createInterface } from "node:readline";
import { ask, createNetwork } from "../../../node/network/index.ts";
import type { Channel, Network, NetworkOptions, PeerAddress } from "../../../node/network/index.ts";
import type { Verb } from "../../../protocol/index.ts";

const GO = Uint8Array.of(1);

export type Command =
  | { readonly do: "status" }
  | { readonly do: "store" | "retrieve"; readonly to: PeerAddress; readonly bytes: number }
  | { readonly do: "prove"; readonly to: PeerAddress }
  | { readonly do: "locate"; readonly peer: string };

const network = await createNetwork(JSON.parse(process.argv[2] ?? "{}") as NetworkOptions);
let kept = new Uint8Array(0);

await network.serve("store", async (channel) => {
  const message = await channel.readMessage(4);
  const bytes = new DataView(message.buffer, message.byteOffset).getUint32(0);
  kept = await taken(channel, bytes);
  await channel.writeMessage(createHash("sha256").update(kept).digest());
});
await network.serve("retrieve", async (channel) => {
  await channel.readMessage(4);
  await channel.writeMessage(GO);
  await channel.write(kept);
});
await network.serve("prove", async (channel) => {
  await channel.writeMessage(await channel.readMessage(4));
});

say({ peer: network.peer, addresses: network.addresses });
for await (const line of createInterface({ input: process.stdin })) {
  try {
    say(await obey(network, JSON.parse(line) as Command));
  } catch (error) {
    say({ code: (error as { code?: string }).code ?? "?", message: String(error) });
  }
}
await network.stop();

async function obey(node: Network, command: Command): Promise<unknown> {
  if (command.do === "status") return { addresses: node.addresses, ...node.status };
  if (command.do === "locate") return await node.locate(command.peer);
  if (command.do === "prove") return { bytes: (await exchange(node, command.to, "prove", 0)).byteLength };
  if (command.do === "store") {
    const body = new Uint8Array(command.bytes).map((_, at) => at * 31);
    return { digest: hex(await exchange(node, command.to, "store", command.bytes, body)), expected: digest(body) };
  }
  return { digest: digest(await exchange(node, command.to, "retrieve", command.bytes)) };
}

async function exchange(
  node: Network,
  to: PeerAddress,
  verb: Verb,
  bytes: number,
  body?: Uint8Array,
): Promise<Uint8Array> {
  const channel = await node.open(to, verb, { signal: AbortSignal.timeout(20_000) });
  const message = new Uint8Array(4);
  new DataView(message.buffer).setUint32(0, bytes);
  try {
    const answer = await ask(channel, { message, maxAnswerBytes: 64, ...(body && { body }) });
    return verb === "retrieve" ? await taken(channel, bytes) : answer;
  } finally {
    await channel.finish();
  }
}

async function taken(channel: Channel, bytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for await (const part of channel.readBody(bytes)) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

function digest(bytes: Uint8Array): string {
  return hex(createHash("sha256").update(bytes).digest());
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

function say(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
