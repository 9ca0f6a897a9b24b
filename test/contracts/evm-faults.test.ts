// What the EVM ledger says when the chain, the endpoint or the wallet is not as it should be.

import { createTestClient, http, publicActions } from "viem";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Deployment, type Ledger, connectLedger } from "../../contracts/index.ts";
import { CairnError, keySigner, newPrivateKey } from "../../protocol/index.ts";
import { type AnvilWorld, anvilWorld } from "./anvil-world.ts";
import { type FaultyRpc, type RpcCall, faultyRpc } from "./faulty-rpc.ts";

const QUICK = { pollMs: 50 };

let world: AnvilWorld;
let proxy: FaultyRpc;
let next = 0;
beforeAll(async () => {
  world = await anvilWorld(24);
  proxy = await faultyRpc(world.chain.rpcUrl);
});
afterEach(() => {
  proxy.fault = { kind: "none" };
});
afterAll(async () => {
  await proxy?.stop();
  await world?.stop();
});

const key = (): Uint8Array => world.keys[next++]!;
const somebody = (): `0x${string}` => keySigner(newPrivateKey()).address;
const behindProxy = ({ rpcUrl } = proxy): Deployment => ({
  ...world.deployment,
  rpcUrl: `${rpcUrl}/v2/secret-access-key`,
});
const anvil = () =>
  createTestClient({ mode: "anvil", cacheTime: 0, transport: http(world.chain.rpcUrl) }).extend(publicActions);

describe("connecting", () => {
  test("to an endpoint of another chain is refused with both chain ids", async () => {
    await expect(connectLedger({ deployment: { ...world.deployment, chainId: 1 } })).rejects.toMatchObject({
      code: "ERR_WRONG_CHAIN",
      facts: { expected: 1, found: 31_337 },
    });
  });

  test.each<[string, (deployment: Deployment) => Partial<Deployment>, string]>([
    ["no code", () => ({ market: somebody() }), "no code"],
    ["another contract", ({ token }) => ({ market: token }), "no market"],
    ["another vault", ({ token }) => ({ vault: token }), "vault"],
    ["another beacon", ({ token }) => ({ beacon: token }), "beacon"],
    ["rounds of another length", () => ({ roundBlocks: 9 }), "roundBlocks"],
    ["another extension", ({ views }) => ({ extension: views }), "extension"],
    ["another number of challenges", () => ({ challenges: 6 }), "challenges"],
    ["another first block", () => ({ genesisBlock: 1 }), "genesisBlock"],
  ])("where the market has %s is refused", async (_, other, why) => {
    const deployment = { ...world.deployment, ...other(world.deployment) };
    const facts = { why: expect.stringContaining(why) as string };
    await expect(connectLedger({ deployment })).rejects.toMatchObject({ code: "ERR_NOT_DEPLOYED", facts });
  });

  test("with a key that is none is refused, and the message does not repeat it", async () => {
    const privateKey = new Uint8Array(32);
    const error = await connectLedger({ deployment: world.deployment, privateKey }).catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "ERR_WALLET_INVALID" });
    expect(JSON.stringify(error)).not.toContain("00000000");
  });

  test("where nobody listens fails", async () => {
    const deployment = { ...world.deployment, rpcUrl: "http://127.0.0.1:1" };
    await expect(connectLedger({ deployment })).rejects.toMatchObject({ code: "ERR_RPC_DOWN" });
  });
});

describe("an endpoint that fails", () => {
  // Side by side, each with an endpoint of its own: every one takes all the pauses between tries.
  test.concurrent.for<[string, FaultyRpc["fault"]]>([
    ["is silent", { kind: "silent" }],
    ["hangs up", { kind: "hang up" }],
    ["answers 502 with a page", { kind: "body", status: 502, body: "<html>Bad gateway</html>" }],
    ["answers 200 with a page", { kind: "body", status: 200, body: "<html>Welcome</html>" }],
    ["answers with nothing", { kind: "body", status: 200, body: "" }],
    ["answers with another shape", { kind: "body", status: 200, body: '{"neither":"result nor error"}' }],
    ["limits the rate", { kind: "body", status: 429, body: '{"error":"slow down"}' }],
  ])("because it %s is ERR_RPC_DOWN, and its access key stays secret", async ([, fault], { onTestFinished }) => {
    const failing = await faultyRpc(world.chain.rpcUrl);
    onTestFinished(() => failing.stop());
    // Short where every one of four tries runs into it; long enough for the true answers before.
    const patience = fault.kind === "silent" ? { requestTimeoutMs: 700 } : {};
    const ledger = await connectLedger({ deployment: behindProxy(failing), ...QUICK, ...patience });
    failing.fault = fault;
    const error = await ledger.clock().catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "ERR_RPC_DOWN", facts: { rpc: failing.rpcUrl } });
    const { message, cause, facts } = error as CairnError;
    expect(`${message} ${String(cause)} ${JSON.stringify(facts)}`).not.toContain("secret");
  });

  test.each<[string, unknown]>([
    ["a round beyond all numbers", `0x${"ff".repeat(32 * 5)}`],
    ["too few bytes", "0x00"],
    ["no bytes", "0x"],
  ])("answering the clock with %s is not believed", async (_, result) => {
    const ledger = await connectLedger({ deployment: behindProxy(), ...QUICK });
    proxy.fault = { kind: "result", of: ({ method }) => (method === "eth_call" ? result : undefined) };
    await expect(ledger.clock()).rejects.toMatchObject({ code: "ERR_NOT_DEPLOYED" });
  });

  test.each(["zz", 7, {}, [], "0x", true])("answering everything with %j gives one of our errors", async (result) => {
    const ledger = await connectLedger({ deployment: behindProxy(), privateKey: key(), timeoutMs: 100, ...QUICK });
    proxy.fault = { kind: "result", of: () => result };
    const calls: (() => Promise<unknown>)[] = [
      () => ledger.clock(),
      () => ledger.seed(0),
      () => ledger.provider(somebody()),
      () => ledger.providers(0, 10),
      () => ledger.provedRounds(somebody(), 0, 10),
      () => ledger.allocationsOfClient(somebody(), { max: 10 }),
      () => ledger.balance(),
      () => ledger.exit(),
      () => ledger.transfer(somebody(), 1n),
    ];
    for (const call of calls) await expect(call()).rejects.toBeInstanceOf(CairnError);
  });

  test("is asked once for the clock", async () => {
    const ledger = await connectLedger({ deployment: behindProxy(), ...QUICK });
    proxy.seen.clear();
    await ledger.clock();
    expect([...proxy.seen]).toEqual([["eth_call", 1]]);
  });
});

describe("a transaction", () => {
  test("of an account without gas is refused before it is sent", async () => {
    const ledger = await connectLedger({ deployment: world.deployment, privateKey: newPrivateKey() });
    await expect(ledger.catchUp(somebody(), 1)).rejects.toMatchObject({ code: "ERR_REVERTED" });
    const approved = ledger.transfer(somebody(), 0n);
    await expect(approved).rejects.toMatchObject({
      code: "ERR_NOT_ENOUGH_GAS",
      facts: { account: ledger.account, have: 0n, need: expect.any(BigInt) as bigint },
    });
  });

  test("arrives although another program uses the same key at the same time, or its caller hears that it cannot any more", async () => {
    const [privateKey, to] = [key(), somebody()];
    const { deployment } = world;
    const ledgers = await Promise.all([1, 2].map(() => connectLedger({ deployment, privateKey, pollMs: 50 })));
    const amounts = [1n, 2n, 3n, 4n];
    const sending = ledgers.flatMap((ledger) => amounts.map((amount) => ledger.transfer(to, amount)));
    const outcomes = await Promise.allSettled(sending);
    for (const ledger of ledgers) ledger.close();

    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "ERR_TX_LOST" });
    }
    const arrived = outcomes.map(({ status }, i) => (status === "fulfilled" ? amounts[i % amounts.length]! : 0n));
    expect((await world.admin.balance(to)).wallet).toBe(arrived.reduce((sum, amount) => sum + amount));
    expect(arrived.filter((amount) => amount > 0n).length).toBeGreaterThanOrEqual(amounts.length);
  });

  test("arrives although the endpoint gave a nonce that is used already", async () => {
    const ledger = await connectLedger({ deployment: behindProxy(), privateKey: key(), ...QUICK });
    await ledger.transfer(somebody(), 1n);
    let lies = 1;
    const stale = ({ method, params }: RpcCall): unknown =>
      method === "eth_getTransactionCount" && params[1] === "pending" && lies-- > 0 ? "0x0" : undefined;
    proxy.fault = { kind: "result", of: stale };
    proxy.seen.clear();
    await ledger.transfer(somebody(), 1n);
    expect(proxy.seen.get("eth_sendRawTransaction")).toBe(2);
  });

  test("arrives although the endpoint once told of a million others before it", async () => {
    const ledger = await connectLedger({ deployment: behindProxy(), privateKey: key(), ...QUICK });
    let lies = 1;
    const far = ({ method, params }: RpcCall): unknown =>
      method === "eth_getTransactionCount" && params[1] === "pending" && lies-- > 0 ? "0xf4240" : undefined;
    proxy.fault = { kind: "result", of: far };
    const to = somebody();
    await ledger.transfer(to, 1n);
    await ledger.transfer(to, 2n);
    expect((await world.admin.balance(to)).wallet).toBe(3n);
    expect(await anvil().getTransactionCount({ address: ledger.account! })).toBe(2);
  });

  test("with an argument that no call can hold is an error of the caller", async () => {
    const ledger = await world.connect(key());
    await expect(ledger.settle([2 ** 48])).rejects.toMatchObject({ code: "ERR_INTERNAL" });
    await expect(ledger.withdraw({ to: "0x12" })).rejects.toMatchObject({ code: "ERR_INTERNAL" });
  });

  test("survives an endpoint that is away after taking it", async () => {
    const ledger = await connectLedger({ deployment: behindProxy(), privateKey: key(), ...QUICK });
    const to = somebody();
    const down = ({ method }: RpcCall): unknown => {
      if (method === "eth_getTransactionReceipt") proxy.fault = { kind: "hang up" };
      return undefined;
    };
    proxy.fault = { kind: "result", of: down };
    const sending = ledger.transfer(to, 3n);
    setTimeout(() => (proxy.fault = { kind: "none" }), 1_500);
    await sending;
    expect((await world.admin.balance(to)).wallet).toBe(3n);
  });

  describe("on a chain that makes no blocks", () => {
    beforeAll(() => anvil().setAutomine(false));
    afterAll(() => anvil().setAutomine(true));
    const patient = (privateKey: Uint8Array, timeoutMs: number): Promise<Ledger> =>
      connectLedger({ deployment: world.deployment, privateKey, timeoutMs, ...QUICK });

    test("ends with its hash, under which it may still arrive", async () => {
      const ledger = await patient(key(), 300);
      const to = somebody();
      const error = await ledger.transfer(to, 9n).catch((error: unknown) => error);
      expect(error).toMatchObject({
        code: "ERR_TX_TIMEOUT",
        facts: { hash: expect.stringMatching(/^0x[0-9a-f]{64}$/) as string },
      });
      await world.mine(1);
      const hash = (error as CairnError).facts["hash"] as `0x${string}`;
      expect((await anvil().getTransactionReceipt({ hash })).status).toBe("success");
      expect((await world.admin.balance(to)).wallet).toBe(9n);
    });

    test("is sent again to an endpoint that has forgotten it", async () => {
      const ledger = await patient(key(), 60_000);
      const to = somebody();
      const sending = ledger.transfer(to, 4n);
      await anvilHas(1);
      await anvil().request({ method: "anvil_dropAllTransactions" } as never);
      await anvilHas(1);
      await world.mine(1);
      await sending;
      expect((await world.admin.balance(to)).wallet).toBe(4n);
    });

    test("that fails in its block, though not when simulated, says why", async () => {
      const account = key();
      const [rich, poor] = [await patient(account, 60_000), await patient(account, 60_000)];
      const all = world.tokens;
      // Both are simulated on the same block, in which either is fine. The first takes what the second needs.
      const first = rich.transfer(somebody(), all);
      await anvilHas(1);
      const second = poor.transfer(somebody(), all).catch((error: unknown) => error);
      await Promise.race([second, anvilHas(2)]);
      await world.mine(1);
      await first;
      expect(await second).toMatchObject({ code: "ERR_NOT_ENOUGH_TOKENS", facts: { need: all, have: 0n } });
    });

    test("is no longer waited for when told to stop", async () => {
      const ledger = await patient(key(), 60_000);
      const stop = new AbortController();
      const sending = ledger.transfer(somebody(), 1n, { signal: stop.signal });
      await anvilHas(1);
      stop.abort();
      await expect(sending).rejects.toMatchObject({ code: "ERR_ABORTED" });
      await world.mine(1);
    });
  });
});

/** Waits until so many transactions are in the pool. */
async function anvilHas(transactions: number): Promise<void> {
  const deadline = Date.now() + 45_000;
  while ((await anvil().getTxpoolStatus()).pending < transactions) {
    if (Date.now() > deadline) throw new Error(`No ${transactions} transactions in the pool after 45 s.`);
  }
}
