import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connectLedger } from "../../../contracts/index.ts";
import { loadKernel } from "../../../erasure/index.ts";
import { createClient } from "../../../node/client/client.ts";
import { devnet } from "../../../node/devnet/index.ts";
import { nodeHasher } from "../../../node/hasher.ts";
import { createNetwork } from "../../../node/network/index.ts";
import { keySigner, objectDigest, parseLink } from "../../../protocol/index.ts";
import { fingerprint, gathered, randomBytes } from "./bytes.ts";
import { startLiar } from "./liar.ts";
import type { Client, PutResult } from "../../../node/client/index.ts";
import type { Devnet } from "../../../node/devnet/index.ts";
import type { Liar } from "./liar.ts";

// A liar is a registered provider with a real peer, the lowest price, and false answers. It is in every placement and
// claims to hold every fragment, so each put and get has to get past it.

const CODING = { k: 2, n: 4 };
const BYTES = randomBytes(2_500_000);
let net: Devnet;
let liar: Liar;
let client: Client;
let honest: PutResult;

beforeAll(async () => {
  net = await devnet({ providers: 6 });
  await using plain = await net.connect();
  honest = await plain.put(BYTES, CODING);
  liar = await startLiar(net);
  client = await newClient();
  const [records] = await liar.network.announce([objectDigest(parseLink(honest.link).object)]);
  expect(records).toBeGreaterThan(0);
});

afterAll(async () => {
  await client?.close();
  await liar?.stop();
  await net?.stop();
});

beforeEach(() => liar.reset());

/** With a wallet of its own, so that it has no room anywhere yet and takes the cheapest; and little patience. */
async function newClient(): Promise<Client> {
  const network = await createNetwork({
    listen: [],
    bootstrap: net.network.bootstrap,
    local: true,
    dhtServer: false,
    limits: { idleMs: 1200 },
  });
  const privateKey = await net.funded();
  const ledger = await connectLedger({ deployment: net.network, privateKey, pollMs: 50 });
  return createClient({
    network,
    ledger,
    kernel: await loadKernel(),
    hasher: nodeHasher,
    signer: keySigner(privateKey),
  });
}

describe("getting past a provider that lies", () => {
  test.each([
    ["sends wrong bytes", "wrong"],
    ["sends too few bytes and ends", "short"],
    ["claims a longer fragment", "long"],
    ["sends more bytes than it said", "more"],
    ["sends nothing", "nothing"],
    ["stalls in the middle", "stall"],
    ["answers with garbage", "garbage"],
    ["answers with an endless message", "oversized"],
    ["resets the stream", "reset"],
  ] as const)("that %s: the object still comes back", async (_name, lie) => {
    liar.retrieve = lie;
    expect(fingerprint(await gathered(client.get(honest.link)))).toBe(fingerprint(BYTES));
    expect(liar.asked.retrieve).toBeGreaterThan(0);
  });

  test("a manifest that is not the object's is not believed", async () => {
    liar.manifest = "another";
    expect(fingerprint(await gathered(client.get(honest.link)))).toBe(fingerprint(BYTES));
  });

  test("a range read gets past it too", async () => {
    for (const lie of ["wrong", "short", "garbage"] as const) {
      liar.retrieve = lie;
      expect(fingerprint(await gathered(client.get(honest.link, { offset: 1_000_000, length: 5000 })))).toBe(
        fingerprint(BYTES.subarray(1_000_000, 1_005_000)),
      );
    }
  });
});

describe("putting past a provider that lies", () => {
  test.each([
    ["refuses to store", { store: "refuse" }],
    ["stalls while storing", { store: "stall" }],
    ["answers storing with garbage", { store: "garbage" }],
    ["resets the stream", { store: "reset" }],
    ["signs states with another key", { append: "foreign-key" }],
    ["signs another state", { append: "other-state" }],
    ["never answers an append", { append: "stall" }],
    ["says conflict for ever", { append: "conflict" }],
    ["calls every allocation full", { store: "full" }],
  ] as const)("that %s: a spare takes its place", async (_name, lies) => {
    Object.assign(liar, lies);
    const bytes = randomBytes(30_000);
    await using fresh = await newClient();
    const { link, placements } = await fresh.put(bytes, CODING);
    expect(liar.asked.store).toBeGreaterThan(0);
    expect(placements.map(({ provider }) => provider)).not.toContain(liar.owner);
    expect(fingerprint(await gathered(client.get(link)))).toBe(fingerprint(bytes));
  });

  test("a provider that shows a state it never signed before is not used", async () => {
    liar.state = "forged";
    await using fresh = await newClient();
    const { placements } = await fresh.put(randomBytes(30_000), CODING);
    expect(placements.map(({ provider }) => provider)).not.toContain(liar.owner);
  });

  test("an offer with a forged signature is not taken", async () => {
    liar.offer = "forged";
    liar.state = "forged";
    await using fresh = await newClient();
    const { placements } = await fresh.put(randomBytes(30_000), CODING);
    expect(placements.map(({ provider }) => provider)).not.toContain(liar.owner);
  });
});
