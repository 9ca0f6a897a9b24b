/** Whether others can dial a node: what counts as known, who may ask for a dial-back how often, which addresses are dialled at all. */

import { createServer } from "node:net";
import { multiaddr } from "@multiformats/multiaddr";
import { describe, expect, it } from "vitest";
import { NETWORK } from "../../../node/limits/index.ts";
import { DialBackBudget, networkOf } from "../../../node/network/dial-back-budget.ts";
import { forwardedSockets, leadsTo, reachedSockets } from "../../../node/network/own-addresses.ts";
import { isDialable, isPublicHost, publicLookup } from "../../../node/network/reachable.ts";
import { ReachVerdict } from "../../../node/network/reach-verdict.ts";
import { eventually, startNode, startPair } from "./nodes.ts";
import type { AddressInfo } from "node:net";

const RELAY = "/p2p/12D3KooWGQbjWUYvKyPLBbDBbw3ppGGLiLQFZAu5sAjWkVj5nsZE";
const PEER = "/p2p/12D3KooWRBy97UB99e3J6hiPesre1MZeuNQvfan4gBziswrRJsNK";

describe("a verdict", () => {
  const yes = { answers: 1, confirmed: ["a"] };
  const no = { answers: 1, confirmed: [] };
  const silence = { answers: 0, confirmed: [] };
  const after = (...rounds: (typeof yes)[]): string => {
    const verdict = new ReachVerdict();
    for (const round of rounds) verdict.add(round);
    return verdict.direct;
  };

  it("is unknown until somebody has answered", () => {
    expect(after()).toBe("unknown");
    expect(after(silence, silence, silence, silence)).toBe("unknown");
  });

  it("is public by one that reached us, private by two that did not or one that did not twice", () => {
    expect(after(yes)).toBe("public");
    expect(after(no)).toBe("unknown");
    expect(after(no, no)).toBe("private");
    expect(after({ answers: 2, confirmed: [] })).toBe("private");
    expect(after(no, yes)).toBe("public");
  });

  it("that was public is given up after two rounds, and after long silence", () => {
    expect(after(yes, { answers: 3, confirmed: [] })).toBe("public");
    expect(after(yes, no, no)).toBe("private");
    expect(after(yes, silence, silence, silence)).toBe("public");
    expect(after(yes, silence, silence, silence, silence)).toBe("unknown");
  });

  it("is relayed only for one that is not public", () => {
    const verdict = new ReachVerdict();
    verdict.add({ answers: 2, confirmed: [] });
    expect(verdict.reachability([]).state).toBe("private");
    expect(verdict.reachability(["r"])).toEqual({ state: "relayed", confirmed: [], relayed: ["r"] });
    verdict.add(yes);
    expect(verdict.reachability(["r"])).toEqual({ state: "public", confirmed: ["a"], relayed: ["r"] });
  });
});

describe("what peers reached", () => {
  it("is compared with our own addresses, names by what they mean", async () => {
    const sockets = reachedSockets([{ host: "127.0.0.1", ports: [4101] }]);
    const own = (address: string, port: number) => ({ address: multiaddr(address), kind: "announce", port });
    expect(await leadsTo(own("/ip4/127.0.0.1/tcp/4101", 4101), sockets, 1000)).toBe(true);
    expect(await leadsTo(own("/ip4/127.0.0.1/tcp/4102", 4102), sockets, 1000)).toBe(false);
    expect(await leadsTo(own("/dns4/localhost/tcp/4101", 4101), sockets, 1000)).toBe(true);
    expect(await leadsTo(own("/dns4/cairn.invalid/tcp/4101", 4101), sockets, 1000)).toBe(false);
  });

  it("is a forwarded port only when two say so, or there is one to ask", () => {
    const answer = { host: "5.0.3.2", ports: [4101] };
    const other = { host: "5.0.3.2", ports: [] };
    expect(forwardedSockets(reachedSockets([answer]), [], 1)).toEqual(["/ip4/5.0.3.2/tcp/4101"]);
    expect(forwardedSockets(reachedSockets([answer, other]), [], 2)).toEqual([]);
    expect(forwardedSockets(reachedSockets([answer, answer]), [], 2)).toEqual(["/ip4/5.0.3.2/tcp/4101"]);
  });
});

describe("dial-backs for others are bounded", () => {
  it("at once, for a host and in all, until the minute is over", () => {
    let now = 0;
    const limits = { ...NETWORK, dialBacksAtOnce: 2, dialBacksPerHost: 3, dialBacksInAll: 5 };
    const budget = new DialBackBudget(limits, () => now);
    const [first, second] = [budget.enter("5.0.0.1"), budget.enter("5.0.0.2")];
    expect(budget.enter("5.0.0.3")).toBeUndefined(); // two at once
    first?.();
    second?.();
    for (let i = 0; i < 2; i++) budget.enter("5.0.0.1")?.();
    expect(budget.enter("5.0.0.1")).toBeUndefined(); // three of that host
    budget.enter("5.0.0.3")?.();
    expect(budget.enter("5.0.0.4")).toBeUndefined(); // five in all
    now = 59_999;
    expect(budget.enter("5.0.0.4")).toBeUndefined();
    now = 60_000;
    expect(budget.enter("5.0.0.1")).toBeDefined();
  });

  it("for the whole /64 of an IPv6 host", () => {
    expect(networkOf("2a01:4f8:1:2::7")).toBe(networkOf("2a01:04f8:1:2:ffff:0:0:1"));
    expect(networkOf("2a01:4f8:1:2::7")).not.toBe(networkOf("2a01:4f8:1:3::7"));
    expect(networkOf("2a01::7")).toBe(networkOf("2a01:0:0:0:1::"));
    expect(networkOf("5.0.0.1")).toBe("5.0.0.1");
  });
});

describe("outside a local network", () => {
  it.each([
    ["/ip4/5.0.1.2/tcp/1", true],
    [`/ip6/2a01::1/tcp/1${PEER}`, true],
    ["/dns4/node.example/tcp/1", true],
    [`/ip4/5.0.1.2/tcp/1${RELAY}/p2p-circuit`, true],
    [`/dns6/relay.example/tcp/1${RELAY}/p2p-circuit${PEER}`, true],
    ["/ip4/10.0.0.1/tcp/1", false],
    ["/ip4/224.0.0.1/tcp/1", false],
    ["/ip6/::1/tcp/1", false],
    ["/ip6/::ffff:10.0.0.1/tcp/1", false],
    ["/ip6/64:ff9b::a00:1/tcp/1", false],
    ["/ip6/fe80::1/tcp/1", false],
    ["/dns4/localhost/tcp/1", false],
    ["/dns/A.LocalHost./tcp/1", false],
    ["/dns4/127.0.0.1/tcp/1", false],
    [`/ip4/10.0.0.1/tcp/1${RELAY}/p2p-circuit${PEER}`, false],
    [`/ip4/5.0.1.2/tcp/1${RELAY}/p2p-circuit${RELAY}`, false],
    [`/ip4/5.0.1.2/tcp/1${RELAY}/p2p-circuit${PEER}/p2p-circuit${PEER}`, false],
    [`/ip4/5.0.1.2/tcp/1/p2p-circuit${PEER}`, false],
    [`${RELAY}/p2p-circuit${PEER}`, false],
    ["/ip4/5.0.1.2/udp/1/quic-v1", false],
  ])("%s is dialled: %s", (address, expected) => {
    expect(isDialable(multiaddr(address), false)).toBe(expected);
  });

  it("a name that leads to a private network leads nowhere, for a dial too", async () => {
    const looked = (all: boolean) =>
      new Promise((resolve) => publicLookup("localhost", { all }, (error, found) => resolve([error?.message, found])));
    expect(await looked(true)).toEqual(["localhost has no public address", []]);
    expect(await looked(false)).toEqual(["localhost has no public address", []]);
    expect(isPublicHost("5.0.1.2") && isPublicHost("2a01::1")).toBe(true);
  });

  it("a name that a stranger made up reaches no port of this machine", async () => {
    let knocks = 0;
    const victim = createServer((socket) => void (knocks++, socket.destroy()));
    await new Promise<void>((resolve) => victim.listen(0, "127.0.0.1", resolve));
    const { port } = victim.address() as AddressInfo;
    const node = await startNode({ local: false, limits: { joinMs: 100 } });
    // ip6-localhost and the like stand in many hosts files; 127.1 is a number that resolvers take for an address.
    const addresses = ["127.1", "2130706433", "ip6-localhost"].map((name) => `/dns4/${name}/tcp/${port}`);
    const to = { peer: PEER.slice(5), addresses: [...addresses, `/ip4/127.0.0.1/tcp/${port}${RELAY}/p2p-circuit`] };
    const opening = node.open(to, "prove", { signal: AbortSignal.timeout(5000) });
    await expect(opening).rejects.toMatchObject({ code: "ERR_PEER_UNREACHABLE" });
    expect(knocks).toBe(0);
    await new Promise<void>((resolve) => void victim.close(() => resolve()));
  });
});

describe("the state of a node", () => {
  it("on a local network is public when somebody has connected, and unknown before; a client's stays unknown", async () => {
    const { server, client, to } = await startPair();
    expect(server.status.reachability).toEqual({ state: "unknown", confirmed: [], relayed: [] });
    await server.serve("offer", async (channel) => channel.writeMessage(await channel.readMessage(1)));
    const channel = await client.open(to, "offer", { signal: AbortSignal.timeout(5000) });
    await channel.finish();
    await eventually(() => server.status.reachability.state === "public");
    expect(server.status.reachability.confirmed).toEqual(server.addresses);
    expect(client.status.reachability.state).toBe("unknown");
  });

  it("tells announced addresses, IPv6 ones and names among them", async () => {
    const announce = ["/ip6/2a01:4f8::7/tcp/4101", "/dns4/node.example/tcp/4101", "/dns6/node.example/tcp/4101"];
    const node = await startNode({ local: false, announce, limits: { joinMs: 100 } });
    expect(node.addresses).toEqual(announce.map((address) => `${address}/p2p/${node.peer}`));
    expect(node.status.reachability.state).toBe("unknown");
  });
});

describe("over IPv6", () => {
  it("a node listens on all addresses and is dialled at ::1", async () => {
    const { server, client } = await startPair({ listen: ["/ip6/::/tcp/0"] });
    await server.serve("offer", async (channel) => channel.writeMessage(await channel.readMessage(1)));
    const port = /\/tcp\/(\d+)/.exec(server.addresses[0] ?? "")?.[1];
    expect(server.addresses).toContain(`/ip6/::1/tcp/${port}/p2p/${server.peer}`);
    const to = { peer: server.peer, addresses: [`/ip6/::1/tcp/${port}`] };
    const channel = await client.open(to, "offer", { signal: AbortSignal.timeout(5000) });
    await channel.writeMessage(Uint8Array.of(7));
    expect(await channel.readMessage(1)).toEqual(Uint8Array.of(7));
    await channel.finish();
  });

  it("and over IPv4 at the same port", async () => {
    const first = await startNode({ listen: ["/ip6/::1/tcp/0"] });
    const port = /\/tcp\/(\d+)/.exec(first.addresses[0] ?? "")?.[1];
    const both = await startNode({ listen: [`/ip4/127.0.0.1/tcp/${port}`], bootstrap: first.addresses });
    await eventually(() => first.status.connections === 1 && both.status.servers === 1);
    expect(both.addresses).toEqual([`/ip4/127.0.0.1/tcp/${port}/p2p/${both.peer}`]);
  });
});
