import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connectLedger } from "../../../contracts/index.ts";
import { loadKernel } from "../../../erasure/index.ts";
import { createClient } from "../../../node/client/client.ts";
import { contactOf } from "../../../node/client/contact.ts";
import { cosignAddition, memoryOfStates } from "../../../node/client/cosign.ts";
import { Gatherer } from "../../../node/client/gather.ts";
import { findObject } from "../../../node/client/holders.ts";
import { createTransfer } from "../../../node/client/transfer.ts";
import { sample } from "../../../node/auditor/verdict.ts";
import { devnet } from "../../../node/devnet/index.ts";
import { nodeHasher } from "../../../node/hasher.ts";
import { createNetwork, peerIdBytes } from "../../../node/network/index.ts";
import { keySigner, newPrivateKey, objectDigest, parseLink } from "../../../protocol/index.ts";
import { sleep } from "../../../node/wait.ts";
import { fingerprint, gathered, randomBytes } from "./bytes.ts";
import { startLiar } from "./liar.ts";
import type { ProviderRecord } from "../../../contracts/index.ts";
import type { ClientComponents } from "../../../node/client/client.ts";
import type { Client, Contact, PutResult, Transfer } from "../../../node/client/index.ts";
import type { Network } from "../../../node/network/index.ts";
import type { Signer } from "../../../protocol/index.ts";
import type { Devnet } from "../../../node/devnet/index.ts";
import type { Liar } from "./liar.ts";

// A liar is a registered provider with a real peer, the lowest price, and false answers. It is in every placement and
// claims to hold every fragment, so each put and get has to get past it.

const CODING = { k: 2, n: 4 };
const BYTES = randomBytes(2_500_000);
let net: Devnet;
let liar: Liar;
/** Waits for long, so that on a busy machine nobody is called slow, the liar included: all of it is to be met. */
let network: Network;
let client: Client;
/** The same with little patience, for where it is kept waiting. */
let hasty: { readonly client: Client; readonly network: Network };
let honest: PutResult;
let patience: { readonly client: Client; readonly network: Network; readonly read: Promise<string> };

beforeAll(async () => {
  // A round that outlasts the tests: a liar that has missed some would come last in every placement.
  net = await devnet({ providers: 6, roundBlocks: 4096 });
  await using plain = await net.connect();
  honest = await plain.put(BYTES, CODING);
  liar = await startLiar(net);
  network = await peerOf(20_000);
  client = await newClient();
  const impatient = await peerOf(2_500);
  hasty = { client: await newClient(impatient), network: impatient };
  const [records] = await liar.network.announce([objectDigest(parseLink(honest.link).object)]);
  expect(records).toBeGreaterThan(0);
  patience = await beginPatientRead();
});

afterAll(async () => {
  await client?.close();
  await hasty?.client.close();
  await hasty?.network.stop();
  await patience?.client.close();
  await patience?.network.stop();
  await network?.stop();
  await liar?.stop();
  await net?.stop();
});

beforeEach(() => liar.reset());

function peerOf(idleMs: number): Promise<Network> {
  const { bootstrap } = net.network;
  return createNetwork({ listen: [], bootstrap, local: true, dhtServer: false, limits: { idleMs } });
}

async function newClient(peer = network): Promise<Client> {
  return createClient(await newComponents(peer));
}

/** With a wallet of its own, so that it has no room anywhere yet and takes the cheapest. */
async function newComponents(peer = network): Promise<ClientComponents & { readonly signer: Signer }> {
  const privateKey = await net.funded();
  const ledger = await connectLedger({ deployment: net.network, privateKey, pollMs: 50 });
  const kernel = await loadKernel();
  return { network: lent(peer), ledger, kernel, hasher: nodeHasher, signer: keySigner(privateKey), workers: 0 };
}

/** The same peer, which a client that is closed does not stop. */
function lent(peer: Network): Network {
  const valueOf = (key: keyof Network): unknown => {
    const value: unknown = peer[key];
    return typeof value === "function" ? value.bind(peer) : value;
  };
  return new Proxy(peer, { get: (_, key) => (key === "stop" ? async () => {} : valueOf(key as keyof Network)) });
}

/** A read that is kept waiting by the liar for as long as it lets itself; the other tests run meanwhile. */
async function beginPatientRead(): Promise<typeof patience> {
  const peer = await peerOf(20_000);
  const reader = await newClient(peer);
  liar.object = "stall";
  const read = gathered(reader.get(honest.link)).then(fingerprint);
  read.catch(() => {}); // the test that awaits it tells
  for (const end = Date.now() + 60_000; liar.asked.object === 0; await sleep(20))
    if (Date.now() > end) throw new Error("the liar was not asked");
  return { client: reader, network: peer, read };
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
    const reader = lie === "stall" ? hasty.client : client;
    expect(fingerprint(await gathered(reader.get(honest.link)))).toBe(fingerprint(BYTES));
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

describe("a search past a provider that lies", () => {
  test("that claims each fragment a thousand times: it is asked for each at most once", async () => {
    liar.object = "repeats";
    expect(fingerprint(await gathered(client.get(honest.link)))).toBe(fingerprint(BYTES));
    expect(liar.asked.retrieve).toBeLessThanOrEqual(16);
  });

  test("that never says what it holds: the object still comes back", async () => {
    liar.object = "stall";
    expect(fingerprint(await gathered(hasty.client.get(honest.link)))).toBe(fingerprint(BYTES));
  });
});

describe("what one provider says, asked for directly", () => {
  let components: Awaited<ReturnType<typeof newComponents>>;
  let transfer: Transfer;
  let contact: Contact;

  beforeAll(async () => {
    components = await newComponents();
    transfer = createTransfer({ ...components, domain: components.ledger.domain });
    const record = await components.ledger.provider(liar.owner);
    const address = await components.network.locate(liar.network.peer);
    contact = { ...(contactOf(record as ProviderRecord) as Contact), address };
  });

  afterAll(async () => {
    components?.ledger.close();
  });

  test("holders that have nothing of what they claim: the search goes on to others", async () => {
    liar.object = "claims";
    const { signal } = new AbortController();
    const found = await findObject({ ...components, transfer }, parseLink(honest.link).object, signal);
    const claims = Array.from({ length: 4 }, (_, shard) => ({ shard, from: 0, to: 1000 }));
    const gatherer = new Gatherer(
      { ...components, transfer },
      found.manifest,
      [{ address: contact.address, holdings: claims }],
      signal,
      async () => found.holders,
    );
    expect((await gatherer.read({ segment: 0, from: 0, to: 2 * 2 ** 20 })).byteLength).toBe(2 * 2 ** 20);
  });

  test("a list of fragments that advances without any ends", async () => {
    const { signal } = new AbortController();
    await expect(transfer.items(contact, 1, { signal })).rejects.toMatchObject({ code: "ERR_MESSAGE_INVALID" });
  });

  test("two states of one number, for two puts at once: the second is found out", async () => {
    liar.append = "sign";
    const { ledger, hasher, signer } = components;
    const states = memoryOfStates();
    const chain = { nextRound: async () => 5, isStateKey: async () => false };
    const parts = { transfer, hasher, domain: ledger.domain, signer, states, ...chain };
    const { signal } = new AbortController();
    const add = () => cosignAddition(parts, contact, 7, { items: [{ root: randomBytes(32), bytes: 256 }] }, { signal });
    const results = await Promise.allSettled([add(), add()]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: expect.stringMatching(/^ERR_STATE_(FORGED|STALE)$/) },
    });
  });

  test.each([
    ["refuses with any reason", "refuse", "missing"],
    ["is busy", "busy", "unknown"],
    ["answers with garbage", "garbage", "failed"],
    ["sends more than it said", "more", "failed"],
  ] as const)("an audited provider that %s", async (_name, lie, verdict) => {
    liar.prove = lie;
    const record = (await components.ledger.provider(liar.owner)) as ProviderRecord;
    const committed = { ...record, root: randomBytes(32), leaves: 100 };
    const { signal } = new AbortController();
    const parts = { transfer, hasher: nodeHasher };
    const sampling = await sample(parts, committed, contact.address, { count: 5 }, signal);
    expect(sampling).toMatchObject({ verdict, passed: 0 });
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
    await using fresh = await newClient(Object.values(lies).includes("stall") ? hasty.network : network);
    const { link, placements } = await fresh.put(bytes, CODING);
    expect(liar.asked.store).toBeGreaterThan(0);
    expect(placements.map(({ provider }) => provider)).not.toContain(liar.owner);
    expect(fingerprint(await gathered(client.get(link)))).toBe(fingerprint(bytes));
  });

  test.each([
    ["shows peaks that are of no tree", { state: "loose peaks" }],
    ["makes an offer that no chain takes", { offer: "expired" }],
    ["calls every allocation full and asks more for the next", { offer: "rising", store: "full" }],
  ] as const)("that %s: the others take the data", async (_name, lies) => {
    Object.assign(liar, lies);
    await using fresh = await newClient();
    const { placements, link } = await fresh.put(randomBytes(30_000), CODING);
    expect(liar.asked.offer).toBeGreaterThan(0);
    expect(placements.map(({ provider }) => provider)).not.toContain(liar.owner);
    expect((await fresh.stat(link)).fragments).toBe(CODING.n);
  });

  test("that calls each second fragment one too many: it sells three allocations at most", async () => {
    liar.store = "often full";
    await using fresh = await newClient();
    await fresh.put(randomBytes(12_000_000), CODING);
    const { allocations } = await fresh.status();
    expect(allocations.filter(({ provider }) => provider === liar.owner).length).toBeLessThanOrEqual(3);
  });

  test("two first puts of one wallet at once: each buys, and both objects come back", async () => {
    await using fresh = await newClient();
    const puts = await Promise.all([fresh.put(randomBytes(30_000), CODING), fresh.put(randomBytes(40_000), CODING)]);
    for (const { link, size } of puts) expect((await gathered(fresh.get(link))).byteLength).toBe(size);
  });

  test("nobody is paid more than the highest price that the caller sets", async () => {
    await using fresh = await newClient();
    const put = fresh.put(randomBytes(30_000), { ...CODING, maxPrice: 1n });
    await expect(put).rejects.toMatchObject({
      code: "ERR_TOO_FEW_PROVIDERS",
      message: expect.stringContaining("maxPrice"),
    });
    expect((await fresh.status()).allocations).toEqual([]);
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

  test("that took another node key and shows nothing of what it signed with the old one: it is not used, and the evidence stays", async () => {
    liar.append = "sign";
    await using fresh = await newClient();
    // Small enough for its manifest: one state is all that is signed.
    const { receipts, placements } = await fresh.put(randomBytes(100), CODING);
    const { allocation } = placements.find(({ provider }) => provider === liar.owner)!;
    const evidence = receipts.find(({ state }) => state.allocation === allocation);
    await liar.rotate();
    const { placements: next } = await fresh.put(randomBytes(100), CODING);
    expect(next.map(({ provider }) => provider)).not.toContain(liar.owner);
    expect(await fresh.signedState(allocation)).toEqual(evidence);
  });

  test("a registration with the peer id of another provider does not push that one out", async () => {
    const register = async (peer: string): Promise<void> => {
      const privateKey = await net.funded();
      const ledger = await connectLedger({ deployment: net.network, privateKey, pollMs: 50 });
      const nodeKey = keySigner(newPrivateKey()).address;
      await ledger.registerProvider({ nodeKey, peerId: peerIdBytes(peer), stake: 100n * 10n ** 18n });
      ledger.close();
    };
    await Promise.all(net.providers.map(({ peer }) => register(peer)));
    await using fresh = await newClient();
    const { placements } = await fresh.put(randomBytes(30_000), { k: 2, n: 6 });
    expect(new Set(placements.map(({ provider }) => provider))).toEqual(
      new Set(net.providers.map(({ owner }) => owner)),
    );
  });
});

test("a patient reader whom it never tells what it holds has got the object all the same", async () => {
  expect(await patience.read).toBe(fingerprint(BYTES));
});
