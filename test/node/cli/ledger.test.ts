/** `cairn ledger`: the books of a real market, for any address, without a key; and what is over, settled. */

import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ledger, TOKEN, writeNetwork } from "../../../contracts/index.ts";
import { keySigner } from "../../../protocol/index.ts";
import { formatPrivateKey } from "../../../node/wallet.ts";
import { PRICE, type Sold, type Stage, stageOf } from "../../compliance/ledger-stage.ts";
import { type AnvilWorld, anvilWorld } from "../../contracts/anvil-world.ts";
import { cairn, type Said } from "./terminal.ts";

let world: AnvilWorld;
let stage: Stage;
let folder: string;
beforeAll(async () => {
  world = await anvilWorld(60);
  stage = stageOf(() => world);
  folder = await mkdtemp(join(tmpdir(), "cairn-ledger-"));
  await writeNetwork(join(folder, "network.json"), { ...world.deployment, bootstrap: [], local: true });
});
afterAll(async () => {
  await world?.stop();
  await rm(folder, { recursive: true });
});

/** No key is there unless the words bring one. */
const ledger = (words: readonly string[], env: Record<string, string> = {}): Promise<Said> =>
  cairn(["ledger", ...words, "--network", "network.json"], {
    cwd: folder,
    env: { CAIRN_POLL_SECONDS: "0.05", ...env },
  });
async function json(words: readonly string[], env: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await ledger([...words, "--json"], env);
  // Progress, where a list has several pages, and nothing else.
  expect([code, stderr.replaceAll(/^(read|settled) .*\n/gm, "")]).toEqual([0, ""]);
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** A provider that proves the first of its paid rounds and misses the rest, seen from three rounds later. */
async function missing(): Promise<Sold & { round: number }> {
  const sold = await stage.anAllocation(2, 12);
  await sold.provider.prove();
  await stage.toRound(sold.client, sold.allocation.startRound);
  await sold.provider.prove();
  const round = sold.allocation.startRound + 4;
  await stage.toRound(sold.client, round);
  return { ...sold, round };
}

describe("cairn ledger provider", () => {
  it("shows stake, earnings, allocations, what is missed and what comes of it, by owner and by node key", async () => {
    const { provider, client, id, allocation, round } = await missing();
    const value = await json(["provider", provider.owner]);
    expect(value).toMatchObject({
      registered: true,
      owner: provider.owner,
      nodeKey: provider.nodeKey.address,
      payout: provider.owner,
      round,
      stage: "active",
      stake: String(world.minStake),
      stakeNeeded: String(world.minStake),
      earned: String(2n * PRICE),
      payoutBalance: "0",
      escrow: String(22n * PRICE),
      misses: 3,
      provedNow: false,
      openDisputes: 0,
      disputes: [],
      allocations: [
        { id, client: client.account, units: 2, state: "live", startRound: allocation.startRound, settled: false },
      ],
    });
    expect(value["next"]).toBe(
      "3 rounds missed in a row: 1 step of about 5 tokens of stake can be taken now; 4 more eject it",
    );
    const { code, stdout } = await ledger(["provider", provider.nodeKey.address]);
    expect(code).toBe(0);
    expect(stdout).toContain(`provider ${provider.owner}: active since round`);
    expect(stdout).toMatch(/next +3 rounds missed in a row/);
    expect(stdout).toMatch(new RegExp(`${id} +${client.account} +2 MiB`));
  });

  it("shows open disputes with their deadlines, and how many rounds are left", async () => {
    const { provider } = await missing();
    const challenger = await world.connect(stage.key());
    const { dispute } = await challenger.challengeLeaf(provider.owner, 5);
    const { deadline } = (await challenger.dispute(dispute))!;
    const value = await json(["provider", provider.owner]);
    const expected = { id: dispute, kind: "root-leaf", challenger: challenger.account, position: 5, deadline };
    expect(value["disputes"]).toEqual([expect.objectContaining({ ...expected, roundsLeft: 3, bond: String(TOKEN) })]);
    const { stdout } = await ledger(["provider", provider.owner]);
    expect(stdout).toContain("1 open dispute");
    expect(stdout).toContain("leaf 5 of the root");
    expect(stdout).toContain(`${deadline}, 3 rounds left`);
    await stage.toRound(challenger, deadline + 1);
    expect((await ledger(["provider", provider.owner])).stdout).toContain("over, anybody may decide it");
  });

  it.each<[string, (sold: Sold, anyone: Ledger) => Promise<unknown>, RegExp]>([
    ["proves", ({ provider }) => provider.prove(), /this round is proved/],
    ["is to prove", async () => {}, /this round is to be proved/],
    ["is leaving", ({ provider }) => provider.ledger.exit(), /leaving: its stake is free 2 rounds after/],
    [
      "was ejected",
      async ({ provider, allocation }, anyone) => {
        await stage.toRound(anyone, allocation.startRound + 7);
        await anyone.penalize(provider.owner);
      },
      /what is left of its stake from round \d+ on, once 1 allocation/,
    ],
  ])("says of one that %s what comes next", async (_, act, next) => {
    const sold = await stage.anAllocation(1, 12);
    await sold.provider.prove();
    await stage.toRound(sold.client, sold.allocation.startRound);
    await act(sold, await world.connect(stage.key()));
    expect((await json(["provider", sold.provider.owner]))["next"]).toMatch(next);
  });

  it("fails for an address that never was one, and for what is no address", async () => {
    const nobody = await ledger(["provider", keySigner(stage.key()).address]);
    expect([nobody.code, nobody.stdout]).toEqual([1, expect.stringContaining("no provider")]);
    const wrong = await ledger(["provider", "0x12"]);
    expect([wrong.code, wrong.stderr]).toEqual([3, expect.stringContaining("no address")]);
  });
});

describe("cairn ledger client", () => {
  it("shows what was bought of whom, what was charged, and what can be settled now", async () => {
    const { provider, client, id } = await missing();
    const other = await stage.aProvider();
    const second = await client.openAllocations({ offers: [stage.anOffer(other)], units: 1, rounds: 2 });
    const before = await json(["client", client.account!]);
    expect(before).toMatchObject({
      client: client.account,
      wallet: String(world.tokens - 26n * PRICE),
      vault: "0",
      totals: { deposit: String(26n * PRICE), charged: String(2n * PRICE), open: String(24n * PRICE), refundable: "0" },
      settleable: [],
    });
    const list = before["providers"] as { provider: string; allocations: object[] }[];
    expect(list.map((each) => each.provider).toSorted()).toEqual([provider.owner, other.owner].toSorted());
    expect(list.find((each) => each.provider === provider.owner)!.allocations).toEqual([
      expect.objectContaining({ id, units: 2, price: String(PRICE), state: "live", charged: String(2n * PRICE) }),
    ]);
    const end = (await client.allocation(second.ids[0]!))!.endRound;
    await stage.toRound(client, end);
    const after = await json(["client", client.account!]);
    expect(after).toMatchObject({ settleable: second.ids, totals: { refundable: String(2n * PRICE) } });
    const { stdout } = await ledger(["client", client.account!]);
    expect(stdout).toContain("1 allocation can be settled now for 0.000000000000002 tokens: cairn ledger settle");
  });

  it("reads page by page, and no more than it was told to", async () => {
    const provider = await stage.aProvider();
    const client = await world.connect(stage.key());
    const offers = Array.from({ length: 150 }, (_, i) => stage.anOffer(provider, { nonce: BigInt(i) }));
    for (let i = 0; i < 2; i++) await client.openAllocations({ offers, units: 1, rounds: 2 });
    const few = await json(["client", client.account!, "--max", "7"]);
    expect((few["providers"] as { allocations: object[] }[])[0]!.allocations).toHaveLength(7);
    const all = await json(["client", client.account!, "--max", "1000"]);
    expect((all["providers"] as { allocations: object[] }[])[0]!.allocations).toHaveLength(300);
    expect(all).toMatchObject({ totals: { deposit: String(600n * PRICE) } });
  });

  it("needs a wallet only where no address is given", async () => {
    const bare = await ledger(["client"]);
    expect([bare.code, bare.stderr]).toEqual([3, expect.stringContaining("ERR_WALLET_INVALID")]);
    const key = stage.key();
    const own = await json(["client"], { CAIRN_WALLET_KEY: formatPrivateKey(key) });
    expect(own["client"]).toBe(keySigner(key).address);
  });
});

describe("cairn ledger round", () => {
  it("shows who proved, who missed and who owed nothing, and what was paid", async () => {
    const { provider, client, round } = await missing();
    const idle = await stage.aProvider();
    const proved = await json(["round", String(round - 4)]);
    const lineOf = (value: Record<string, unknown>, owner: string): unknown =>
      (value["providers"] as { provider: string }[]).find((each) => each.provider === owner);
    expect(proved).toMatchObject({ round: round - 4, over: true, void: false, paid: String(2n * PRICE) });
    expect(lineOf(proved, provider.owner)).toMatchObject({ outcome: "proved", paid: String(2n * PRICE) });
    const missed = await json(["round"]);
    expect(missed).toMatchObject({ round: round - 1, over: true, paid: "0" });
    expect(lineOf(missed, provider.owner)).toEqual({
      provider: provider.owner,
      outcome: "missed",
      units: 2,
      paid: "0",
    });
    expect(lineOf(missed, idle.owner)).toEqual({ provider: idle.owner, outcome: "not owed", units: 0, paid: "0" });
    const now = await json(["round", String((await client.clock()).round)]);
    expect(now).toMatchObject({ over: false });
    expect(lineOf(now, provider.owner)).toMatchObject({ outcome: "due" });
    const { stdout } = await ledger(["round"]);
    expect(stdout).toMatch(new RegExp(`${provider.owner} +missed +2 MiB`));
    expect(stdout).toMatch(/\d+ proved, \d+ missed, 0 due, 0 excused/);
  });

  it("refuses what is no round", async () => {
    const { code, stderr } = await ledger(["round", "last"]);
    expect([code, stderr]).toEqual([3, expect.stringContaining("no round")]);
  });
});

describe("the JSON of cairn ledger", () => {
  /** The keys that docs/cli.md gives of a value, the first ones in a row of its table. */
  const documented = (name: string, nth = 0): string[] => {
    const text = readFileSync(new URL("../../../docs/cli.md", import.meta.url), "utf8");
    const rows = text
      .slice(text.indexOf("## Books"))
      .split("\n")
      .filter((line) => line.startsWith(`| ${name} |`));
    const keys = /`\{ ([^}]+) \}`/.exec(rows[nth] ?? "")?.[1] ?? "";
    return keys.split(", ").toSorted();
  };
  const keysOf = (value: unknown): string[] => Object.keys(value as object).toSorted();

  it("has the keys that docs/cli.md names, and no others", async () => {
    const { provider, client } = await missing();
    const challenger = await world.connect(stage.key());
    await challenger.challengeLeaf(provider.owner, 0);
    const ofProvider = await json(["provider", provider.owner]);
    expect(keysOf(ofProvider)).toEqual(documented("`ledger provider`"));
    expect(keysOf((ofProvider["allocations"] as object[])[0])).toEqual(documented("its `allocations`"));
    expect(keysOf((ofProvider["disputes"] as object[])[0])).toEqual(documented("its `disputes`"));
    const ofClient = await json(["client", client.account!]);
    expect(keysOf(ofClient)).toEqual(documented("`ledger client`"));
    expect(keysOf(ofClient["totals"])).toEqual(documented("`totals`"));
    const [bought] = ofClient["providers"] as { allocations: object[] }[];
    expect(keysOf(bought)).toEqual(documented("its `providers`"));
    expect(keysOf(bought!.allocations[0])).toEqual(documented("an allocation there"));
    const ofRound = await json(["round"]);
    expect(keysOf(ofRound)).toEqual(documented("`ledger round`"));
    expect(keysOf((ofRound["providers"] as object[])[0])).toEqual(documented("its `providers`", 1));
    const settled = await json(["settle"], { CAIRN_WALLET_KEY: formatPrivateKey(stage.key()) });
    expect(keysOf(settled)).toEqual(documented("`ledger settle`"));
  });
});

describe("cairn ledger settle", () => {
  it("settles what is over and nothing else, once", async () => {
    const key = stage.key();
    const env = { CAIRN_WALLET_KEY: formatPrivateKey(key) };
    const client = await world.connect(key);
    const provider = await stage.aProvider();
    const offers = Array.from({ length: 30 }, (_, i) => stage.anOffer(provider, { nonce: BigInt(i) }));
    await stage.nextRound(client);
    const { ids } = await client.openAllocations({ offers, units: 1, rounds: 1 });
    const { ids: live } = await client.openAllocations({ offers: offers.slice(0, 1), units: 1, rounds: 50 });
    await stage.toRound(client, (await client.allocation(ids[0]!))!.endRound);
    const value = await json(["settle", "--max", "100"], env);
    expect(value).toMatchObject({
      account: client.account,
      refund: String(30n * PRICE),
      compensation: "0",
      earned: "0",
    });
    expect((value["allocations"] as { id: number }[]).map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(ids);
    expect((await client.balance()).vault).toBe(30n * PRICE);
    expect((await client.allocation(live[0]!))?.settled).toBe(false);
    const again = await ledger(["settle"], env);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining("nothing to settle")]);
  });

  it("settles what a provider has sold, for its way out", async () => {
    const ownerFile = join(folder, "owner.key");
    const owner = stage.key();
    await writeFile(ownerFile, `${formatPrivateKey(owner)}\n`, { mode: 0o600 });
    const own = await world.connect(owner);
    const nodeKey = keySigner(owner);
    await own.registerProvider({ nodeKey: nodeKey.address, peerId: Uint8Array.of(1), stake: world.minStake });
    const client = await world.connect(stage.key());
    await stage.nextRound(client);
    const offers = [stage.anOffer({ ...(await stage.aProvider()), owner: own.account!, nodeKey })];
    const { ids } = await client.openAllocations({ offers, units: 1, rounds: 1 });
    await stage.toRound(client, (await client.allocation(ids[0]!))!.endRound);
    const value = await json(["settle", "--sold", "--wallet", ownerFile]);
    expect(value).toMatchObject({ account: own.account, allocations: [{ id: ids[0] }] });
    expect((await own.provider(own.account!))?.unsettled).toBe(0);
  });
});
