// Behind a router: three nodes in network namespaces (namespaces.ts says what the router does), a relay and a client with public
// addresses, and a provider that nobody can dial. Needs root; skipped where there are no namespaces, with the reason printed.

import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Internet, means } from "./namespaces.ts";
import type { NetworkOptions, NetworkStatus, PeerAddress } from "../../../node/network/index.ts";
import type { Place } from "./namespaces.ts";
import type { Command } from "./netns-peer.ts";

const { router, missing } = means();
if (missing !== undefined) console.log(`nat.test.ts is skipped: ${missing}`);
else console.log(`nat.test.ts: the router is made with ${router}`);

const PORT = 4101;
const FRAGMENT_BYTES = 2 ** 20;
// Everything a hundred times sooner than in earnest, and as many questions as that takes.
const LIMITS = {
  dialBacksPerHost: 1000,
  dialBacksInAll: 1000,
  reachFirstMs: 200,
  reachSoonMs: 300,
  reachLaterMs: 1000,
  dialBackMs: 1000,
  joinMs: 2000,
  upgradeWaitMs: 4000,
};
const PROGRAM = new URL("netns-peer.ts", import.meta.url).pathname;

type Answer = Partial<
  NetworkStatus & PeerAddress & { code: string; message: string; digest: string; expected: string }
>;

/** A node in a namespace. */
class Peer {
  readonly #lines: AsyncIterator<string>;
  readonly #child;
  address: PeerAddress = { peer: "", addresses: [] };

  constructor(internet: Internet, place: Place, options: Partial<NetworkOptions>) {
    const all = { listen: [`/ip4/0.0.0.0/tcp/${PORT}`], bootstrap: [], local: false, dhtServer: true, limits: LIMITS };
    this.#child = internet.run(place, PROGRAM, [JSON.stringify({ ...all, ...options })]);
    const output = this.#child.stdout;
    if (output === null) throw new Error("no output");
    this.#lines = createInterface({ input: output })[Symbol.asyncIterator]();
  }

  async started(): Promise<this> {
    const { peer = "", addresses = [] } = await this.#next();
    this.address = { peer, addresses };
    return this;
  }

  async tell(command: Command): Promise<Answer> {
    this.#child.stdin?.write(`${JSON.stringify(command)}\n`);
    return await this.#next();
  }

  async reachability(): Promise<NetworkStatus["reachability"]> {
    return (await this.tell({ do: "status" })).reachability ?? { state: "unknown", confirmed: [], relayed: [] };
  }

  /** Waits for a state and returns it. */
  async becomes(state: string): Promise<NetworkStatus["reachability"]> {
    let now = await this.reachability();
    await eventually(async () => (now = await this.reachability()).state === state);
    return now;
  }

  async #next(): Promise<Answer> {
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error("the node has ended");
    return JSON.parse(value) as Answer;
  }
}

/** Waits until something holds, at most 15 seconds. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 100) {
    if (waited > 15_000) throw new Error(`never: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe.skipIf(router === undefined)("behind a router", () => {
  let internet: Internet;
  let relay: Peer;
  let bootstrap: string[];

  beforeEach(async () => {
    internet = new Internet(router ?? "tc");
  });

  afterEach(() => internet.stop());

  async function startRelay(options: Partial<NetworkOptions>): Promise<void> {
    relay = await new Peer(internet, "relay", options).started();
    bootstrap = [`/ip4/5.0.1.2/tcp/${PORT}/p2p/${relay.address.peer}`];
  }

  it("a provider is private, relayed through a relay, direct after an upgrade, and public with a forwarded port", async () => {
    await startRelay({ relay: "serve" });
    const provider = new Peer(internet, "provider", { bootstrap });
    const alone = new Peer(internet, "provider", {
      bootstrap,
      relay: "off",
      listen: [`/ip4/0.0.0.0/tcp/${PORT + 1}`],
    });
    const client = new Peer(internet, "client", { bootstrap, listen: [], dhtServer: false });
    await Promise.all([provider.started(), alone.started(), client.started()]);

    const seen = await relay.becomes("public");
    expect(seen.confirmed).toEqual([`/ip4/5.0.1.2/tcp/${PORT}/p2p/${relay.address.peer}`]);
    expect(await alone.becomes("private")).toEqual({ state: "private", confirmed: [], relayed: [] });
    const { confirmed, relayed } = await provider.becomes("relayed");
    expect(confirmed).toEqual([]);
    expect(relayed).toEqual([`${bootstrap[0]}/p2p-circuit/p2p/${provider.address.peer}`]);

    // What needs no direct connection does without.
    const to = { peer: provider.address.peer, addresses: relayed };
    expect(await client.tell({ do: "prove", to })).toEqual({ bytes: 4 });

    // The client knows the peer id alone.
    const unknown = { peer: to.peer, addresses: [] };
    await eventually(async () => (await client.tell({ do: "locate", peer: to.peer })).code === undefined);
    const stored = await client.tell({ do: "store", to: unknown, bytes: FRAGMENT_BYTES });
    expect(stored.code, stored.message).toBeUndefined();
    expect(stored.digest).toBe(stored.expected);
    const got = await client.tell({ do: "retrieve", to: unknown, bytes: FRAGMENT_BYTES });
    expect(got.digest).toBe(stored.expected);

    internet.forward(PORT + 1);
    const forwarded = await alone.becomes("public");
    const found = `/ip4/${internet.hostSeen("provider")}/tcp/${PORT + 1}/p2p/${alone.address.peer}`;
    expect(forwarded.confirmed).toEqual([found]);
    expect((await alone.tell({ do: "status" })).addresses).toContain(found);
  });
});
