/** A provider's whole life by its commands, on a real network: made by answers, run, examined, paid, left, stake and pay at home. */

import { chmod, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProvedRound, ProviderRecord } from "../../../../contracts/index.ts";
import { loadConfig } from "../../../../node/config.ts";
import { type Devnet, devnet } from "../../../../node/devnet/index.ts";
import { rememberedRegistration } from "../../../../node/registration.ts";
import { stateFiles } from "../../../../node/state-files.ts";
import { keySigner, newPrivateKey, stateSigner, type Address, type SignedState } from "../../../../protocol/index.ts";
import { startNarrowEndpoint } from "./narrow-endpoint.ts";
import { cairn, type Said, type TerminalOptions } from "../terminal.ts";

const ROUND_BLOCKS = 16;
const TOKEN = 10n ** 18n;
const payout = keySigner(newPrivateKey()).address;

let net: Devnet;
let cwd: string;
let owner: Address;
let stop = new AbortController();
let running: Promise<Said>;
let paidLink: string;

beforeAll(async () => {
  [net, cwd] = await Promise.all([
    devnet({ providers: 3, roundBlocks: ROUND_BLOCKS }),
    mkdtemp(join(tmpdir(), "cairn-")),
  ]);
});

afterAll(async () => {
  stop.abort();
  await running;
  await net.stop();
  await rm(cwd, { recursive: true, force: true });
});

function provider(words: string, options: Partial<TerminalOptions> = {}): Promise<Said> {
  return cairn(["provider", ...words.split(" "), "--folder", "mine"], { cwd, ...options });
}

/** The result of a command, which has to be JSON. */
async function told<T>(words: string, code = 0): Promise<T> {
  const said = await provider(`${words} --json`);
  expect([said.code, said.stderr]).toEqual([code, expect.any(String)]);
  return JSON.parse(said.stdout) as T;
}

async function record(): Promise<ProviderRecord> {
  const found = await net.treasury.provider(owner);
  if (found === undefined) throw new Error("it is not registered");
  return found;
}

/** The chain's round, and what it says the provider was paid for. */
async function paidSoFar(): Promise<{ round: number; proofs: ProvedRound[] }> {
  const { round } = await net.treasury.clock();
  const rounds = await Promise.all(Array.from({ length: round + 1 }, (_, i) => net.treasury.proofs(i)));
  return { round, proofs: rounds.flat().filter((proof) => proof.provider === owner) };
}

/** Goes on to the next round and waits until the provider has proved it. */
async function nextRound(): Promise<void> {
  const { round, blocksLeft } = await net.treasury.clock();
  await net.chain.mine(blocksLeft + 1);
  await expect.poll(async () => (await record()).lastProvedRound, { timeout: 60_000 }).toBeGreaterThan(round);
}

/** Starts the daemon; resolves with what it says when it is ready. */
async function start(): Promise<{ owner: Address; nodeKey: Address; price: string; registered: boolean }> {
  stop = new AbortController();
  let heard = (_line: string): void => {};
  const ready = new Promise<string>((done) => (heard = done));
  running = provider("start --json --log-level silent --listen /ip4/127.0.0.1/tcp/0 --poll-seconds 0.2", {
    signal: stop.signal,
    onOutput: (line) => heard(line),
  });
  return JSON.parse(await Promise.race([ready, running.then(({ stderr }) => stderr)])) as Awaited<
    ReturnType<typeof start>
  >;
}

interface Doctor {
  readonly ok: boolean;
  readonly running: boolean;
  readonly checks: readonly { name: string; level: string; text: string; whatToDo?: string }[];
}

function levels({ checks }: Doctor): Record<string, string> {
  return Object.fromEntries(checks.map(({ name, level }) => [name, level]));
}

it("is made by answering questions, each asked again until the answer is one", async () => {
  const answers = [
    "mine",
    "none.json",
    net.networkFile,
    "9 EB",
    "1 GiB",
    "free",
    "30000000",
    "1",
    "",
    "me",
    "0x71C7656EC7ab88b098defB751B7401B5f6d8976f", // its last letter is a capital
    payout,
    new URL(net.network.rpcUrl).port,
    "0",
  ];
  const options = { cwd, answers };
  const words = "provider init --fund --monitor-listen 127.0.0.1:0 --poll-seconds 0.2".split(" ");
  const made = await cairn(words, options);
  expect([made.code, made.stderr]).toEqual([0, expect.stringContaining("Nobody sells here yet.")]);
  const wrongs = ["none.json", "Give a size", "Give an amount", "no less than 100", "or owner", "Copy it again"];
  for (const wrong of [...wrongs, "Another program listens"]) expect(made.stderr).toContain(wrong);
  const { values } = await loadConfig({ cwd, flags: { folder: "mine" } });
  expect(values).toMatchObject({
    network: net.networkFile,
    capacity: 2 ** 30,
    price: { amount: 30_000_000n * TOKEN, per: "TiB-month" },
    stake: 100n * TOKEN,
    payout,
    listen: expect.arrayContaining(["/ip4/0.0.0.0/tcp/0"]) as string[],
    monitorListen: "127.0.0.1:0",
  });
  for (const file of ["owner.key", "node.key", "peer.key", "config.toml"])
    expect([file, (await stat(join(cwd, "mine", file))).mode & 0o777]).toEqual([file, 0o600]);
  const again = ["provider", "init", "--yes", "--network", net.networkFile, "--folder"];
  expect((await cairn([...again, "mine"], { cwd })).code).toBe(3);
  const nowhere = await cairn([...again, "/sys/none"], { cwd });
  expect([nowhere.code, nowhere.stderr]).toEqual([6, expect.stringContaining("The folder /sys/none cannot be made")]);
});

it("is asked about the router where there may be one, and opens no port without a yes", async () => {
  const file = join(cwd, "far.json");
  await writeFile(file, JSON.stringify({ version: 2, ...net.network, local: false, rpcUrl: "http://127.0.0.1:1" }));
  const words = ["provider", "init", "--capacity", "1 GiB", "--network", file];
  const said = await cairn(words, { cwd, answers: ["far", "5", "100", "", "", "no"] });
  expect([said.code, said.stderr]).toEqual([0, expect.stringContaining("cannot be asked")]);
  expect((await loadConfig({ cwd, flags: { folder: "far" } })).values).toMatchObject({
    upnp: false,
    price: { per: "TiB-month" },
  });
  expect(await readFile(join(cwd, "far", "config.toml"), "utf8")).toMatch(/^upnp = false$/m);
});

it("is looked at before its first start", async () => {
  expect(await told("status", 1)).toMatchObject({ registered: false, daemon: { state: "absent" } });
  const found = await told<Doctor>("doctor --offline");
  expect(levels(found)).toMatchObject({ node: "ok", keys: "ok", room: "ok", port: "warning", monitor: "ok" });
  expect((await told<{ registered: boolean }>("earnings", 1)).registered).toBe(false);
  expect((await provider("exit --status")).code).toBe(3);
});

it("starts at the price by the month, with its payout on chain, once", async () => {
  const line = await start();
  owner = line.owner;
  expect(line.registered).toBe(true);
  // 16 blocks, most of which take a second.
  const rounds = Number(30_000_000n * TOKEN) / Number(line.price) / 2 ** 20;
  expect(2_592_000 / rounds).toBeGreaterThan(ROUND_BLOCKS / 16);
  expect(2_592_000 / rounds).toBeLessThan(ROUND_BLOCKS * 2);
  expect(await record()).toMatchObject({ payout, stage: "active", stake: 100n * TOKEN });
  const seen = await cairn(["status", "--json", "--folder", net.folder], { cwd });
  expect(seen.stdout).toContain(owner);
  const second = await provider("start --log-level silent");
  expect([second.code, second.stderr]).toEqual([3, expect.stringContaining("ERR_STORE_LOCKED")]);
  expect((await provider("rotate")).stderr).toContain("ERR_STORE_LOCKED");
});

it("is examined while it runs, by what it says of itself and what lies on the disk", async () => {
  await expect
    .poll(async () => (await told<{ daemon: { state: string } }>("status")).daemon.state, { timeout: 60_000 })
    .toBe("told");
  const status = await provider("status");
  expect(status.stdout).toMatch(/daemon +runs for/);
  const found = await told<Doctor>("doctor");
  expect(found).toMatchObject({ ok: true, running: true });
  const expected = { keys: "ok", room: "ok", clock: "ok", chain: "ok", registration: "ok", stake: "ok", gas: "ok" };
  expect(levels(found)).toMatchObject({ ...expected, payout: "ok", price: "ok", monitor: "ok" });
  const changed = await told<Doctor>(`doctor --payout ${owner}`);
  expect(changed.checks.find(({ name }) => name === "payout")?.whatToDo).toContain(`provider payout ${owner}`);
  const key = join(cwd, "mine", "owner.key");
  await chmod(key, 0o644);
  const wide = await told<Doctor>("doctor --offline", 1);
  expect(wide.checks.find(({ level }) => level === "fault")?.whatToDo).toContain("chmod 600");
  await chmod(key, 0o600);
  const wrong = await told<Doctor>("doctor --rpc-url http://127.0.0.1:1", 1);
  expect(wrong.checks.find(({ name }) => name === "chain")).toMatchObject({ level: "fault" });
  expect((await provider("earnings --rpc-url http://127.0.0.1:1")).stderr).toContain("DOWN (http://127.0.0.1:1)");
});

it("is paid, and its earnings are those of the chain's own record", async () => {
  const put = await cairn(["put", "-", "--quiet", "-k", "2", "-n", "4", "--folder", net.folder], {
    cwd,
    stdin: "paid for",
  });
  expect([put.code, put.stderr]).toEqual([0, ""]);
  paidLink = put.stdout.trim();
  await nextRound();
  await nextRound();
  await nextRound();
  interface Book {
    readonly totals: Record<string, string | number>;
    readonly periods: unknown[];
    readonly forecast: { readonly earned: string };
  }
  // The chain goes on by itself: the two records are of one moment if no round ended and nothing was paid between them.
  let paid = await paidSoFar();
  let book: Book;
  let before: typeof paid;
  do {
    before = paid;
    book = await told<Book>("earnings --by round");
    paid = await paidSoFar();
  } while (paid.round !== before.round || paid.proofs.length !== before.proofs.length);
  const { round, proofs } = paid;
  const earned = proofs.reduce((sum, proof) => sum + proof.earned, 0n);
  expect(earned).toBeGreaterThan(0n);
  // On a busy machine a round of 16 seconds can go by without it.
  const [sold] = await net.treasury.allocationsOfProvider(owner, { max: 1 });
  const proved = await net.treasury.provedRounds(owner, sold!.startRound, round);
  expect(book.totals).toMatchObject({ earned: earned.toString(), proofs: proofs.length, slashed: "0" });
  expect(book.totals["missed"]).toBe(proved.filter((isProved) => !isProved).length);
  expect(BigInt(book.totals["gas"] as string)).toBeGreaterThan(0n);
  expect(book.periods).toHaveLength(proofs.length);
  expect(BigInt(book.forecast.earned)).toBeGreaterThan(0n);
  const { stdout } = await provider("earnings");
  expect(stdout).toContain("per TiB-month");
});

it("reads its earnings as well from an endpoint that gives few blocks at once, and says so if it gives none", async () => {
  await using endpoint = await startNarrowEndpoint(net.network.rpcUrl, 20);
  interface Book {
    readonly complete: boolean;
    readonly totals: { readonly earned: string; readonly gas: string };
    readonly unknown: readonly string[];
  }
  const whole = await told<Book>("earnings");
  const pieces = await told<Book>(`earnings --rpc-url ${endpoint.url}`);
  endpoint.allow(0);
  const none = await told<Book>(`earnings --rpc-url ${endpoint.url}`);
  expect(BigInt(pieces.totals.earned)).toBeGreaterThanOrEqual(BigInt(whole.totals.earned));
  expect([whole.complete, pieces.complete, none.complete]).toEqual([true, true, false]);
  expect(none).toMatchObject({
    totals: { earned: "0" },
    unknown: expect.arrayContaining([expect.stringContaining("too many blocks")]) as string[],
  });
});

it("gets another node key while clients have room with it, also where a crash came between", async () => {
  stop.abort();
  await running;
  const file = join(cwd, "mine", "node.key");
  const before = await readFile(file, "utf8");
  expect((await record()).unsettled).toBe(1);
  const { nodeKey, kept } = await told<{ nodeKey: Address; kept: string }>("rotate");
  expect((await record()).nodeKey).toBe(nodeKey);
  expect(await readFile(kept, "utf8")).toBe(before);
  // As if it had ended between the chain and the file.
  await rename(file, `${file}.next`);
  await writeFile(file, before, { mode: 0o600 });
  expect((await provider("doctor --rpc-url " + net.network.rpcUrl)).stdout).toContain("cairn provider rotate");
  expect(await told("rotate")).toMatchObject({ nodeKey, kept });
  expect(await readFile(kept, "utf8")).toBe(before);
  expect(await rememberedRegistration(join(cwd, "mine"))).toMatchObject({ owner, nodeKey });
  await net.chain.fund(nodeKey);
});

it("gets another node key where the old one is lost, which no start makes in silence", async () => {
  const file = join(cwd, "mine", "node.key");
  const { nodeKey: before } = await record();
  await rm(file);
  const refused = await provider("start --log-level silent");
  expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining("cairn provider rotate")]);
  await expect(stat(file)).rejects.toThrow("ENOENT");
  expect(await told("status")).toMatchObject({ owner, registered: true });
  const { nodeKey, ...rest } = await told<{ nodeKey: Address }>("rotate");
  expect(rest).toEqual({ owner, before, kept: null });
  expect((await record()).nodeKey).toBe(nodeKey);
  expect(await rememberedRegistration(join(cwd, "mine"))).toMatchObject({ owner, nodeKey });
  await net.chain.fund(nodeKey);
});

it("can be given more stake by its owner", async () => {
  const more = await provider("stake 7.5");
  expect([more.code, more.stderr]).toEqual([3, expect.stringContaining("ERR_NOT_ENOUGH_TOKENS")]);
  expect((await cairn(["wallet", "send", owner, "8", "--folder", net.folder], { cwd })).code).toBe(0);
  const { stake } = await record();
  const added = await told("stake 7.5");
  expect(added).toMatchObject({ owner, added: "7500000000000000000", stake: String(stake + (15n * TOKEN) / 2n) });
  expect((await record()).stake).toBe(stake + (15n * TOKEN) / 2n);
  for (const none of ["0", "much"]) expect((await provider(`stake ${none}`)).stderr).toContain("no amount of tokens");
});

it("starts at the price of the last time while the chain cannot be asked, and at no other", async () => {
  const away = "start --log-level silent --rpc-url http://127.0.0.1:1 --listen /ip4/127.0.0.1/tcp/0";
  const gone = new AbortController();
  const same = await provider(away, {
    signal: gone.signal,
    onSaid: (said) => void (said.includes("Starting") && gone.abort()),
  });
  expect(same.stderr).toContain("the price of the last start holds");
  const other = await cairn(["provider", ...away.split(" "), "--folder", "mine", "--price", "7 per TiB-month"], {
    cwd,
  });
  expect([other.code, other.stderr]).toEqual([5, expect.stringContaining("ERR_RPC_DOWN")]);
  expect(await start()).toMatchObject({ registered: false });
  expect(await told("payout " + payout)).toMatchObject({ payout, changed: false });
});

it("goes on under the new key with what it holds: read, added to, removed, proved, and shown when it is asked for", async () => {
  const { domain } = net.treasury;
  await using client = await net.connect({ states: stateFiles(join(net.folder, "states"), domain) });
  const { allocations } = await client.status();
  const { id } = allocations.find((each) => each.provider === owner)!;
  const old = (await client.signedState(id))!;
  const { nodeKey, stake } = await record();
  const keyOf = (signed: SignedState): Address => stateSigner(domain, signed.state, signed.providerSignature);
  expect(keyOf(old)).not.toBe(nodeKey);

  const { link, receipts } = await client.put(new TextEncoder().encode("after it"), { k: 2, n: 4 });
  expect((await client.status()).allocations).toEqual(allocations);
  const added = receipts.find(({ state }) => state.allocation === id)!;
  expect([added.state.seq, keyOf(added)]).toEqual([old.state.seq + 1, nodeKey]);
  for (const [each, text] of [
    [paidLink, "paid for"],
    [link, "after it"],
  ] as const)
    expect((await cairn(["get", each, "-o", "-", "--folder", net.folder], { cwd })).stdout).toBe(text);

  const { removed, failed } = await client.remove(paidLink);
  expect([removed.length, failed]).toEqual([4, []]);
  const last = (await client.signedState(id))!;
  expect([last.state.seq, keyOf(last)]).toEqual([old.state.seq + 2, nodeKey]);
  await nextRound();

  const { id: dispute } = await client.dispute(old, { position: 0 });
  await expect.poll(() => net.treasury.dispute(dispute), { timeout: 60_000 }).toBeUndefined();
  expect((await record()).stake).toBe(stake);
});

it("announces that it leaves only after a yes to the numbers, and never loses its place by being stopped", async () => {
  const refused = await provider("exit");
  expect([refused.code, refused.stdout]).toEqual([3, ""]);
  for (const sentence of [
    "can never register here again",
    "1 allocation still to be kept",
    "seven missed rounds take 24.3",
  ])
    expect(refused.stderr).toContain(sentence);
  expect((await record()).stage).toBe("active");
  expect((await provider("exit", { answers: ["no"] })).code).toBe(3);
  expect((await record()).stage).toBe("active");
  const leave = new AbortController();
  const left = await provider("exit --wait --yes --consents consents.json", {
    signal: leave.signal,
    onSaid: (said) => void (said.includes("It leaves") && leave.abort()),
  });
  expect([left.code, left.stderr]).toEqual([3, expect.stringContaining("Nothing is lost")]);
  expect(await told("exit --status")).toMatchObject({
    stage: "exiting",
    step: "wait for allocations",
    daemonRuns: true,
  });
});

it("hands over to a client that takes its consent, and goes home with stake and pay", async () => {
  const { allocations } = JSON.parse(
    (await cairn(["ledger", "provider", owner, "--folder", net.folder, "--json"], { cwd })).stdout,
  ) as { allocations: { id: number }[] };
  const [{ id } = { id: 0 }] = allocations;
  const close = (more: string): Promise<Said> =>
    cairn(["ledger", "close", String(id), "--folder", net.folder, ...more.split(" ")], { cwd });
  expect((await close("--consents consents.json")).stderr).toContain("Add --yes");
  expect((await close("--consents mine/config.toml --yes")).stderr).toContain("ERR_CONFIG_INVALID");
  expect((await close("--consents consents.json --yes")).stdout).toContain("ends with this round");
  await nextRound().catch(() => {}); // the last one that is owed may be the one that is over
  await net.chain.mine(ROUND_BLOCKS);
  expect(await told("exit")).toMatchObject({ step: "wait for stake", done: ["settled 1 allocation"] });
  const { earned } = await record();
  await net.chain.mine(ROUND_BLOCKS * 20);
  const home = await told<{ done: string[] }>("exit --wait");
  expect(home).toMatchObject({ stage: "left", step: "done", vault: "0" });
  expect(home.done).toEqual(["left: the stake of 107.5 tokens is free", `sent 107.5 tokens to ${payout}`]);
  const { disputeBond } = await net.treasury.settings();
  expect(await net.treasury.balance(payout)).toMatchObject({
    wallet: (215n * TOKEN) / 2n,
    vault: earned + disputeBond,
  });
  stop.abort();
  expect((await running).code).toBe(0);
  const again = await provider("start --log-level silent --listen /ip4/127.0.0.1/tcp/0");
  expect([again.code, again.stderr]).toEqual([3, expect.stringContaining("has left this market")]);
  expect(await readFile(join(cwd, "consents.json"), "utf8")).toContain(`"allocation": ${id}`);
});
