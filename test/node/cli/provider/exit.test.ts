/** `cairn provider exit` in trouble, on a real market: after an ejection, with disputes open, and stopped while each step is under way. */

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeNetwork } from "../../../../contracts/index.ts";
import { askRpc } from "../../../../node/cli/rpc.ts";
import { formatTokens } from "../../../../node/quantity.ts";
import { formatPrivateKey } from "../../../../node/wallet.ts";
import { keySigner, newPrivateKey, signClose, type Address } from "../../../../protocol/index.ts";
import { PRICE, type Stage, stageOf } from "../../../compliance/ledger-stage.ts";
import { type AnvilWorld, anvilWorld } from "../../../contracts/anvil-world.ts";
import type { Prover } from "../../../contracts/prover.ts";
import { cairn, type Said, type TerminalOptions } from "../terminal.ts";

let world: AnvilWorld;
let stage: Stage;
let cwd: string;

beforeAll(async () => {
  [world, cwd] = await Promise.all([anvilWorld(9), mkdtemp(join(tmpdir(), "cairn-exit-"))]);
  stage = stageOf(() => world);
  await writeNetwork(join(cwd, "network.json"), { ...world.deployment, bootstrap: [], local: true });
});
afterAll(async () => {
  await world?.stop();
  await rm(cwd, { recursive: true });
});

interface Told {
  readonly stage: string;
  readonly step: string;
  readonly until: number | null;
  readonly toSettle: readonly number[];
  readonly disputes: readonly { readonly id: number; readonly deadline: number }[];
  readonly stake: string;
  readonly done: readonly string[];
}

/** The command over a folder with the keys of a provider whose daemon does not run. */
class Leaver {
  readonly #folder: string;
  readonly #owner: Address;

  private constructor(owner: Address) {
    [this.#folder, this.#owner] = [owner.slice(2, 10), owner];
  }

  static async of({ owner, nodeKey }: Prover): Promise<Leaver> {
    const leaver = new Leaver(owner);
    const folder = join(cwd, leaver.#folder);
    await mkdir(folder);
    const keyOf = (address: Address): Uint8Array => world.keys.find((key) => keySigner(key).address === address)!;
    const keys = { owner: keyOf(owner), node: keyOf(nodeKey.address), peer: newPrivateKey() };
    for (const [name, key] of Object.entries(keys))
      await writeFile(join(folder, `${name}.key`), formatPrivateKey(key), { mode: 0o600 });
    return leaver;
  }

  exit(words: readonly string[] = [], options: Partial<TerminalOptions> = {}): Promise<Said> {
    const all = ["provider", "exit", ...words, "--folder", this.#folder, "--network", "network.json"];
    return cairn(all, { cwd, env: { CAIRN_POLL_SECONDS: "0.05" }, ...options });
  }

  async told(...words: string[]): Promise<Told> {
    const { code, stdout, stderr } = await this.exit([...words, "--json"]);
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    return JSON.parse(stdout) as Told;
  }

  /** Calls it, and stops it while its transaction is on the way; then the chain takes that. */
  async stoppedOnTheWay(...words: string[]): Promise<void> {
    await rpc("evm_setAutomine", false);
    const sent = await this.#transactions("pending");
    await this.#stopped(words, async () => (await this.#transactions("pending")) > sent);
    await world.mine(1);
    await rpc("evm_setAutomine", true);
    expect(await this.#transactions("latest")).toBe(sent + 1);
  }

  /** The same; but it is called again before the chain takes what was sent. Resolves with what that comes to. */
  async calledAgainOnTheWay(...words: string[]): Promise<Told> {
    await rpc("evm_setAutomine", false);
    const sent = await this.#transactions("pending");
    await this.#stopped(words, async () => (await this.#transactions("pending")) > sent);
    const onSaid = (text: string): void => void (text.includes("on its way") && world.mine(1));
    const { code, stdout } = await this.exit(["--json"], { onSaid });
    await rpc("evm_setAutomine", true);
    expect([code, await this.#transactions("latest")]).toEqual([0, sent + 1]);
    return JSON.parse(stdout) as Told;
  }

  async #stopped(words: readonly string[], isTime: () => Promise<boolean>): Promise<void> {
    const stop = new AbortController();
    const said = this.exit(words, { signal: stop.signal });
    await expect.poll(isTime, { timeout: 60_000, interval: 20 }).toBe(true);
    stop.abort();
    expect(await said).toMatchObject({ code: 3, stderr: expect.stringContaining("Nothing is lost") as string });
  }

  async #transactions(tag: string): Promise<number> {
    return Number(await rpc("eth_getTransactionCount", this.#owner, tag));
  }
}

function rpc(method: string, ...params: unknown[]): Promise<unknown> {
  return askRpc({ url: world.chain.rpcUrl, signal: AbortSignal.timeout(10_000) }, method, ...params);
}

test("an ejected provider takes back what is left of its stake and what it earned, however often it is stopped", async () => {
  const { provider, client, id, allocation } = await stage.anAllocation(2, 40);
  const { owner } = provider;
  const leaver = await Leaver.of(provider);
  const payout = keySigner(newPrivateKey()).address;
  await provider.ledger.setPayout(payout);
  for (let round = allocation.startRound - 1; round < allocation.startRound + 2; round++) {
    await stage.toRound(client, round);
    await provider.prove();
  }
  await stage.toRound(client, allocation.startRound + 10);
  expect((await leaver.exit(["--status"])).stdout).toContain("7 rounds in a row were missed: anybody may take");

  const { bounty, compensation, burned } = await client.penalize(owner);
  const left = world.minStake - bounty - compensation - burned;
  const { stageRound } = (await client.provider(owner))!;
  const { stdout } = await leaver.exit(["--status"]);
  expect(stdout).toContain(`It was ejected in round ${stageRound}, after seven rounds in a row without a proof`);
  expect(stdout).toContain(`what is left of the stake, ${formatTokens(left)} tokens, and`);
  expect(stdout).toMatch(new RegExp(`The stake is free in round ${stageRound + 2} \\(in about [\\d.]+ \\w+\\)`));
  expect(stdout).not.toContain("DAEMON");
  expect(stdout).toMatch(/^Next: cairn provider exit --folder /m);
  expect(await leaver.told("--status")).toMatchObject({ stage: "ejected", step: "settle", toSettle: [id], done: [] });

  await leaver.stoppedOnTheWay();
  const until = stageRound + 2;
  expect(await leaver.told()).toMatchObject({
    step: "wait for stake",
    until,
    toSettle: [],
    stake: `${left}`,
    done: [],
  });
  await stage.toRound(client, until);
  await leaver.stoppedOnTheWay();
  expect(await leaver.told("--status")).toMatchObject({ stage: "left", step: "withdraw" });
  await leaver.stoppedOnTheWay();
  expect(await leaver.told()).toMatchObject({ stage: "left", step: "done", done: [] });

  const { wallet, vault } = await client.balance(payout);
  expect(vault).toBe(4n * PRICE);
  expect(wallet).toBeGreaterThanOrEqual(left);
  const { vault: ofClient } = await client.balance();
  expect(wallet + vault + ofClient + burned).toBe(world.minStake + allocation.deposit);
});

test("with a dispute open it is told until when and at what risk; one that is lost is decided, and it leaves with the rest", async () => {
  const { provider, client, id, allocation } = await stage.anAllocation(2, 3);
  const leaver = await Leaver.of(provider);
  await provider.prove();
  await stage.toRound(client, allocation.startRound);
  await provider.prove();
  const signed = provider.signedState(id, allocation.startRound);
  const { dispute: first } = await client.challengeStateLeaf(signed, 0);
  const { deadline } = (await client.dispute(first))!;
  const asked = new RegExp(
    `1 dispute open, to be answered until the end of round ${deadline} \\(about [\\d.]+ \\w+ left\\).* it costs 10 of the 100 tokens of stake and ends the allocation in question; until that is decided the stake stays`,
  );
  const refused = await leaver.exit();
  expect([refused.code, refused.stderr]).toEqual([3, expect.stringMatching(asked)]);

  const waiting = { stage: "exiting", step: "wait for allocations", until: allocation.endRound, done: [] };
  const disputes = [{ id: first, deadline }];
  expect(await leaver.calledAgainOnTheWay("--yes")).toMatchObject({ ...waiting, disputes });
  const { stdout } = await leaver.exit(["--status"]);
  expect(stdout).toMatch(asked);
  expect(stdout).toContain(`After the last allocation the stake is free in round ${allocation.endRound + 2} (in about`);
  await provider.nodeLedger.answer(first, provider.stateLeaf(id, 0));
  expect(await leaver.told()).toMatchObject({ ...waiting, disputes: [] });

  await stage.toRound(client, allocation.endRound - 1);
  const { dispute: second } = await client.challengeStateLeaf(signed, 1);
  await stage.toRound(client, allocation.endRound);
  await leaver.stoppedOnTheWay();
  const end = (await client.dispute(second))!.deadline + 1;
  expect(await leaver.told()).toMatchObject({ step: "wait for disputes", until: end, done: [] });
  expect((await leaver.exit()).stdout).toContain("start it, so that it can answer");
  await stage.toRound(client, end);
  expect((await leaver.exit(["--status"])).stdout).toContain(
    "1 dispute not answered in time and to be decided, which anybody may have done: it costs 10 of the 100 tokens of stake and ends the allocation in question.\nOnce that is decided, the stake is free in round",
  );
  await leaver.stoppedOnTheWay();
  expect((await leaver.told("--wait")).done[0]).toBe("left: the stake of 90 tokens is free");
  const { disputeBond } = await client.settings();
  const { earned } = (await client.provider(provider.owner))!;
  expect(earned).toBe(0n);
  const { wallet } = await client.balance(provider.owner);
  expect(wallet).toBe(world.tokens - world.minStake / 10n + disputeBond + 2n * PRICE);
});

test("an allocation that was closed early and settled late binds the stake longer: it waits for the round that the chain names", async () => {
  const { provider, client, id } = await stage.anAllocation(2, 40);
  const leaver = await Leaver.of(provider);
  await leaver.told("--yes");
  const { round, timestamp } = await client.clock();
  const validUntil = timestamp + 1000;
  const signature = signClose(client.domain, { allocation: id, validUntil }, provider.nodeKey);
  await client.closeAllocation(id, { validUntil, signature });
  const { unbondingRounds } = await client.settings();
  await stage.toRound(client, round + 1 + unbondingRounds);
  const settled = round + 1 + unbondingRounds;
  const until = settled + unbondingRounds;
  expect(await leaver.told()).toMatchObject({ step: "wait for stake", until, done: ["settled 1 allocation"] });
  await stage.toRound(client, until);
  expect(await leaver.told()).toMatchObject({ stage: "left", step: "done" });
});
