/** The monitor of a whole provider on a real chain: what it shows is what happened. */

import { readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startMarket } from "../provider/market-world.ts";
import { startRpcProxy } from "../provider/rpc-proxy.ts";
import { fragmentOf } from "../provider/small-client.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { clientWithTokens, daemonOf, fundedKeys, networkOf, openNode, until } from "./provider-folder.ts";
import type { Overview } from "../../../node/monitor/index.ts";
import type { AddressInfo } from "node:net";
import type { MarketWorld } from "../provider/market-world.ts";

let world: MarketWorld;

beforeAll(async () => {
  world = await startMarket();
});

afterAll(() => world.stop());

async function get(url: string | undefined, path: string): Promise<Response> {
  return fetch(new URL(path, url), { signal: AbortSignal.timeout(5000) });
}

test("shows space, rounds, money, traffic and peers as they are, and remembers them over a restart", async () => {
  const folder = await temporaryFolder();
  const keys = await fundedKeys(world, folder);
  const node = await openNode(world, folder);
  onTestFinished(() => node.stop());
  const { url } = node.monitor;
  const overview = async (): Promise<Overview> => (await (await get(url, "api/overview")).json()) as Overview;
  expect(JSON.parse(await readFile(join(folder, "monitor.json"), "utf8"))).toEqual({ url });
  expect((await stat(join(folder, "monitor.json"))).mode & 0o777).toBe(0o600);

  const client = await clientWithTokens(world);
  onTestFinished(() => client.network.stop());
  const daemon = daemonOf(node);
  const allocation = await client.open(daemon, 4);
  const data = fragmentOf(1, 300_000);
  const [item] = await client.put(daemon, allocation, [data]);
  expect(Buffer.from((await client.retrieve(daemon, (item as { root: Uint8Array }).root)).data)).toEqual(
    Buffer.from(data),
  );
  let round = 0;
  for (let i = 0; i < 3; i++) {
    round = await world.nextRound();
    await until(async () => (await node.provider.status()).rounds.lastProved === round, `the proof of round ${round}`);
  }
  await until(async () => (await overview()).rounds.lastProved === round, "the page to show it");

  const seen = await overview();
  const status = await node.provider.status();
  const { passed } = status.rounds; // the round in which the client bought may be among them
  expect(passed).toBeGreaterThanOrEqual(3);
  expect(seen).toMatchObject({
    owner: keys.owner.signer.address,
    peer: node.network.peer,
    addresses: node.network.addresses,
    price: "1000000",
    chain: { isDown: false, round: status.round, stage: "active" },
    rounds: { passed, missed: 0, lastProved: status.round, misses: 0, openDisputes: 0 },
    money: { stake: String(status.money.stake), earned: String(status.money.earned), liveRate: "4000000" },
    space: {
      capacity: 64 * 2 ** 20,
      live: 300_000,
      dead: status.deadBytes,
      reserved: 4 * 2 ** 20 - 300_000,
      fragments: 1,
      allocations: 1,
    },
    peers: { connections: 1, serving: 0 },
  });
  expect(status.money.earned).toBeGreaterThan(0n);
  expect(seen.space.live + seen.space.reserved + seen.space.free).toBe(seen.space.capacity);
  expect(seen.history.rounds.filter(({ outcome }) => outcome === "passed")).toHaveLength(passed);
  expect(seen.history.rounds.at(-1)).toMatchObject({
    round: status.round,
    outcome: "passed",
    gasUsed: status.money.lastGas,
  });
  expect((await (await get(url, "healthz")).json()) as object).toEqual({ ok: true, why: [] });

  const text = await (await get(url, "metrics")).text();
  expect(text).toMatch(/^cairn_requests_total\{verb="store",outcome="ok"\} 1$/m);
  expect(text).toMatch(new RegExp(`^cairn_rounds_passed_total ${passed}$`, "m"));
  const value = (name: string): number =>
    Number(new RegExp(`^${name.replace(/[{}]/g, "\\$&")} (\\S+)$`, "m").exec(text)?.[1]);
  expect(value('cairn_request_bytes_total{verb="store",direction="in"}')).toBeGreaterThan(300_000);
  expect(value('cairn_request_bytes_total{verb="retrieve",direction="out"}')).toBeGreaterThan(300_000);
  expect(value("cairn_disk_sync_duration_seconds_count")).toBeGreaterThan(0);
  expect(value("cairn_proof_gas_total")).toBeGreaterThan(100_000);
  expect(value("cairn_earned_tokens_total")).toBeCloseTo(Number(status.money.earned) / 1e18, 18);
  await expectAgreement(url);

  const rest = await get(url, `api/overview?since=${encodeURIComponent(seen.history.cursor)}`);
  const { history: news } = (await rest.json()) as Overview;
  expect(news).toMatchObject({ since: seen.history.cursor, rounds: [], samples: [] });
  const { history: none } = (await (await get(url, "api/overview?since=now")).json()) as Overview;
  expect(none).toEqual({ cursor: news.cursor, since: news.cursor, rounds: [], samples: [] });

  await node.stop();
  await expect(stat(join(folder, "monitor.json"))).rejects.toMatchObject({ code: "ENOENT" });
  await expect(get(url, "healthz")).rejects.toThrow();

  const again = await openNode(world, folder);
  onTestFinished(() => again.stop());
  const remembered = again.monitor.overview();
  // The span that was under way at the stop is in it.
  const moved = (points: readonly { received: number; sent: number }[]) =>
    points.reduce((sum, { received, sent }) => sum + received + sent, 0);
  expect(moved(remembered?.history.samples ?? [])).toBe(moved([...seen.history.samples, seen.traffic]));
  expect(remembered?.history.rounds.filter(({ outcome }) => outcome === "passed")).toHaveLength(passed);
  expect(remembered?.money.earned).toBe(seen.money.earned);
  expect(remembered?.space).toMatchObject({ live: 300_000, fragments: 1 });
});

test("with the chain away it still answers at once, says so and what to do, and takes it back", async () => {
  const folder = await temporaryFolder();
  await fundedKeys(world, folder);
  const proxy = await startRpcProxy(world.deployment.rpcUrl);
  onTestFinished(() => proxy.close());
  const node = await openNode(world, folder, { network: { ...networkOf(world), rpcUrl: proxy.url } });
  onTestFinished(() => node.stop());
  const { url } = node.monitor;
  const health = async (): Promise<unknown> => (await get(url, "healthz")).json();
  await until(async () => (await get(url, "healthz")).status === 200, "health");

  proxy.down();
  await until(async () => (await get(url, "healthz")).status === 503, "the bad news");
  expect(await health()).toEqual({ ok: false, why: ["CHAIN_DOWN"] });
  const { chain, warnings, money } = (await (await get(url, "api/overview")).json()) as Overview;
  expect(chain.isDown).toBe(true);
  expect(money.withdrawable).toBeUndefined();
  expect(warnings[0]).toMatchObject({
    level: "error",
    code: "CHAIN_DOWN",
    whatToDo: expect.stringContaining("rpcUrl"),
  });
  expect(await (await get(url, "metrics")).text()).toMatch(/^cairn_chain_up 0$/m);

  proxy.up();
  await until(async () => (await get(url, "healthz")).status === 200, "the good news");
});

test("a port that is taken is a warning, and the provider runs", async () => {
  const folder = await temporaryFolder();
  await fundedKeys(world, folder);
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const said: { facts: object; message: string }[] = [];
  const warn = (facts: object, message: string): void => void said.push({ facts, message });
  const node = await openNode(world, folder, {
    monitorListen: `127.0.0.1:${port}`,
    log: { debug() {}, warn, error: warn },
  });
  onTestFinished(() => node.stop());
  expect(node.monitor.url).toBeUndefined();
  expect(node.monitor.overview()?.owner).toBe(node.owner);
  expect(said.find(({ message }) => message.includes("taken"))?.facts).toMatchObject({
    event: "monitor.not-listening",
    errno: "EADDRINUSE",
  });
  expect(await readdir(folder)).not.toContain("monitor.json");
});

test("an address that others reach is refused without a token, before anything is begun", async () => {
  const folder = join(await temporaryFolder(), "new");
  await expect(openNode(world, folder, { monitorListen: "0.0.0.0:0" })).rejects.toMatchObject({
    code: "ERR_CONFIG_INVALID",
    message: expect.stringContaining("monitorToken"),
  });
  await expect(stat(folder)).rejects.toMatchObject({ code: "ENOENT" });
});

/** Every number of the page that is a metric, too, has the value that the metric has, at one and the same look. */
async function expectAgreement(url: string | undefined): Promise<void> {
  const overview = async (): Promise<Overview> => (await (await get(url, "api/overview")).json()) as Overview;
  let [before, text, after] = [await overview(), "", await overview()];
  do {
    before = await overview();
    text = await (await get(url, "metrics")).text();
    after = await overview();
  } while (before.now !== after.now);
  const series = new Map([...text.matchAll(/^(cairn_\S+) (\S+)$/gm)].map(([, name, value]) => [name, Number(value)]));
  const { space, rounds, money, chain, peers, scrub, history, traffic } = after;
  const coins = (amount: string | undefined) => (amount === undefined ? undefined : Number(BigInt(amount)) / 1e18);
  const received = history.samples.reduce((sum, sample) => sum + sample.received, traffic.received);
  const sent = history.samples.reduce((sum, sample) => sum + sample.sent, traffic.sent);
  const earned = history.rounds.reduce((sum, point) => sum + BigInt(point.earned), 0n);
  const level = (name: string) => after.warnings.filter((warning) => warning.level === name).length;
  // What the page does not know is no series.
  const shown: Record<string, number | undefined> = {
    cairn_capacity_bytes: space.capacity,
    cairn_disk_free_bytes: space.diskFree,
    cairn_fragments: space.fragments,
    cairn_allocations: space.allocations,
    'cairn_space_bytes{kind="live"}': space.live,
    'cairn_space_bytes{kind="dead"}': space.dead,
    'cairn_space_bytes{kind="reserved"}': space.reserved,
    'cairn_space_bytes{kind="free"}': space.free,
    cairn_round: chain.round,
    cairn_round_duration_seconds: chain.roundSeconds,
    cairn_chain_up: chain.isDown ? 0 : 1,
    cairn_rounds_passed_total: rounds.passed,
    cairn_rounds_missed_total: rounds.missed,
    cairn_round_last_proved: rounds.lastProved,
    cairn_rounds_missed_in_row: rounds.misses,
    cairn_disputes_open: rounds.openDisputes,
    cairn_stake_tokens: coins(money.stake),
    cairn_escrow_tokens: coins(money.escrow),
    cairn_withdrawable_tokens: coins(money.withdrawable),
    cairn_live_rate_tokens: coins(money.liveRate),
    cairn_gas_balance_coins: coins(money.gas),
    cairn_gas_rounds_left: money.roundsOfGasLeft,
    cairn_earned_tokens_total: coins(String(earned)),
    cairn_fragments_corrupt: scrub.corrupt,
    cairn_scrub_progress_ratio: scrub.progress,
    cairn_connections: peers.connections,
    cairn_dht_servers: peers.servers,
    cairn_requests_serving: peers.serving,
    [`cairn_reachability{state="${after.reachability}"}`]: 1,
    'cairn_warnings{level="error"}': level("error"),
    'cairn_warnings{level="warn"}': level("warn"),
    'cairn_request_bytes_total{verb="store",direction="in"}': received,
    'cairn_request_bytes_total{verb="retrieve",direction="out"}': sent,
  };
  expect(Object.fromEntries(Object.keys(shown).map((name) => [name, series.get(name)]))).toEqual(shown);
  expect(received).toBeGreaterThan(300_000);
  expect(sent).toBeGreaterThan(300_000);
}
