/** What a hostile or mistaken client is told, on each verb; and that a provider serves on afterwards. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fragmentRoot, leafCount, nobleHasher } from "../../../proofs/index.ts";
import { encode, keySigner, newPrivateKey, VERBS } from "../../../protocol/index.ts";
import { startMarket } from "./market-world.ts";
import { register, startDaemon } from "./provider-daemon.ts";
import { fragmentOf, startClient } from "./small-client.ts";
import type { Verb } from "../../../protocol/index.ts";
import type { MarketWorld } from "./market-world.ts";
import type { Daemon } from "./provider-daemon.ts";
import type { SmallClient } from "./small-client.ts";

let world: MarketWorld;
let daemon: Daemon;
let client: SmallClient;
let stranger: SmallClient;
let allocation: number;
let folder: string;
/** Milliseconds by which the provider's clock goes before ours. */
let ahead = 0;

beforeAll(async () => {
  world = await startMarket();
  folder = await mkdtemp(join(tmpdir(), "cairn-"));
  daemon = await startDaemon(world, await register(world), folder, {
    options: { maxUnitsPerOffer: 8, capacityBytes: 16_777_216 },
    clock: () => Date.now() + ahead,
  });
  client = await startClient(await world.account(10n ** 21n));
  stranger = await startClient(await world.account(10n ** 21n));
  allocation = await client.open(daemon, 1, 100);
});
afterAll(async () => {
  await client.network.stop();
  await stranger.network.stop();
  await daemon.stop();
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});

const code = (code: string) => ({ code });

describe("tickets", () => {
  test("a ticket of somebody else's wallet opens nothing", async () => {
    const foreign = { ...client.ticket(daemon, stranger.account.signer), client: client.account.signer.address };
    await expect(client.store(daemon, allocation, fragmentOf(1, 300), { ticket: foreign })).rejects.toMatchObject(
      code("ERR_TICKET_INVALID"),
    );
  });

  test("a ticket made for another connection is worth nothing on this one", async () => {
    const stolen = client.ticket(daemon);
    await expect(stranger.store(daemon, allocation, fragmentOf(1, 300), { ticket: stolen })).rejects.toMatchObject(
      code("ERR_TICKET_INVALID"),
    );
  });

  test("a good ticket of a stranger does not reach a client's allocation", async () => {
    await expect(stranger.store(daemon, allocation, fragmentOf(1, 300))).rejects.toMatchObject(
      code("ERR_ALLOCATION_UNKNOWN"),
    );
    await expect(stranger.state(daemon, allocation)).rejects.toMatchObject(code("ERR_ALLOCATION_UNKNOWN"));
    const items = { op: "items", ticket: stranger.ticket(daemon), allocation, from: 0 } as const;
    await expect(stranger.sync(daemon, items)).rejects.toMatchObject(code("ERR_ALLOCATION_UNKNOWN"));
  });

  test("an expired ticket is refused, also after it was good, and one for longer than a day too", async () => {
    client.ticketSeconds = -5;
    await expect(client.state(daemon, allocation)).rejects.toMatchObject(code("ERR_TICKET_EXPIRED"));
    client.ticketSeconds = 90_000;
    await expect(client.state(daemon, allocation)).rejects.toMatchObject(code("ERR_TICKET_EXPIRED"));
    client.ticketSeconds = 300;
    const short = client.ticket(daemon);
    await client.sync(daemon, { op: "state", ticket: short, allocation });
    ahead = 301_000;
    await expect(client.sync(daemon, { op: "state", ticket: short, allocation })).rejects.toMatchObject(
      code("ERR_TICKET_EXPIRED"),
    );
    ahead = 0;
    client.ticketSeconds = 3600;
  });
});

describe("store", () => {
  test("an allocation that nobody opened is unknown", async () => {
    await expect(client.store(daemon, 9_999, fragmentOf(1, 300))).rejects.toMatchObject(code("ERR_ALLOCATION_UNKNOWN"));
  });

  test("bytes that do not hash to their root are refused and leave nothing behind", async () => {
    const root = fragmentRoot(nobleHasher, fragmentOf(3, 5_000));
    await expect(client.store(daemon, allocation, fragmentOf(4, 5_000), { root })).rejects.toMatchObject(
      code("ERR_FRAGMENT_WRONG"),
    );
    expect(await daemon.store.size(root)).toBeUndefined();
    expect((await daemon.provider.status()).staged).toBe(0);
  });

  test("a body that ends early is refused and leaves nothing behind", async () => {
    const data = fragmentOf(5, 5_000);
    await expect(client.store(daemon, allocation, data, { bytes: 6_000 })).rejects.toThrow();
    expect((await daemon.provider.status()).staged).toBe(0);
  });

  test("more than the allocation has room for is refused while the body is still under way", async () => {
    await client.store(daemon, allocation, fragmentOf(6, 600_000));
    const second = fragmentOf(7, 600_000);
    await expect(client.store(daemon, allocation, second)).rejects.toMatchObject(code("ERR_ALLOCATION_FULL"));
    expect(await daemon.store.size(fragmentRoot(nobleHasher, second))).toBeUndefined();
  });

  test("requests side by side cannot take the same room twice", async () => {
    const roomy = await client.open(daemon, 1, 100);
    const tries = await Promise.allSettled(
      [11, 12, 13, 14].map((seed) => client.store(daemon, roomy, fragmentOf(seed, 400_000))),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(2);
  });

  test("storing what is there already answers at once, and with another length is refused", async () => {
    const data = fragmentOf(15, 1_000);
    const item = await client.store(daemon, allocation, data);
    await client.store(daemon, allocation, new Uint8Array(0), { root: item.root, bytes: 1_000 });
    await expect(client.store(daemon, allocation, data, { root: item.root, bytes: 999 })).rejects.toMatchObject(
      code("ERR_FRAGMENT_WRONG"),
    );
  });
});

test("an allocation with a number that the chain cannot count to is unknown, and nobody's fault but the asker's", async () => {
  for (const never of [2 ** 48 - 1, 2 ** 48, Number.MAX_SAFE_INTEGER])
    await expect(client.state(daemon, never)).rejects.toMatchObject(code("ERR_ALLOCATION_UNKNOWN"));
});

describe("append", () => {
  const first = fragmentOf(21, 900);

  test("the same append repeated answers the same signature, and changes nothing", async () => {
    const item = await client.store(daemon, allocation, first);
    const proposal = await client.proposal(daemon, allocation, [item]);
    const signature = await client.append(daemon, proposal, [item]);
    expect(await client.append(daemon, proposal, [item])).toEqual(signature);
    expect((await client.state(daemon, allocation)).items).toBe(1);
  });

  test("two appends on top of one state: the second is a conflict", async () => {
    const [a, b] = [
      await client.store(daemon, allocation, fragmentOf(22, 300)),
      await client.store(daemon, allocation, fragmentOf(23, 300)),
    ];
    const [one, two] = [await client.proposal(daemon, allocation, [a]), await client.proposal(daemon, allocation, [b])];
    const results = await Promise.allSettled([client.append(daemon, one, [a]), client.append(daemon, two, [b])]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: code("ERR_STATE_CONFLICT"),
    });
  });

  test("a state that the client did not sign is refused", async () => {
    const item = await client.store(daemon, allocation, fragmentOf(24, 300));
    const { state } = await client.proposal(daemon, allocation, [item]);
    const forged = client.signed(state, keySigner(newPrivateKey()));
    await expect(client.append(daemon, forged, [item])).rejects.toMatchObject(code("ERR_STATE_FORGED"));
  });

  test("a signed state with another root or another leaf count than its items is refused", async () => {
    const item = await client.store(daemon, allocation, fragmentOf(25, 300));
    const { state } = await client.proposal(daemon, allocation, [item]);
    for (const wrong of [{ subRoot: fragmentOf(1, 32) }, { leaves: state.leaves - 1 }]) {
      const proposal = client.signed({ ...state, ...wrong });
      await expect(client.append(daemon, proposal, [item])).rejects.toMatchObject(code("ERR_STATE_FORGED"));
    }
  });

  test("an item that was never stored, or stored with another length, is not staged", async () => {
    const data = fragmentOf(26, 300);
    const never = { root: fragmentRoot(nobleHasher, data), bytes: 300 };
    await expect(
      client.append(daemon, await client.proposal(daemon, allocation, [never]), [never]),
    ).rejects.toMatchObject(code("ERR_FRAGMENT_NOT_STAGED"));
    const lying = { ...(await client.store(daemon, allocation, data)), bytes: 400 };
    await expect(
      client.append(daemon, await client.proposal(daemon, allocation, [lying]), [lying]),
    ).rejects.toMatchObject(code("ERR_FRAGMENT_NOT_STAGED"));
  });

  test("more leaves than were paid for are refused even if each fragment is staged", async () => {
    const item = await client.store(daemon, allocation, fragmentOf(27, 300_000));
    const items = [item, item, item, item];
    expect(4 * leafCount(item.bytes)).toBeGreaterThan(4096);
    await expect(client.append(daemon, await client.proposal(daemon, allocation, items), items)).rejects.toMatchObject(
      code("ERR_ALLOCATION_FULL"),
    );
  });

  test("an object whose manifest is not its last item, or hashes to something else, is refused", async () => {
    const item = await client.store(daemon, allocation, fragmentOf(28, 300));
    const proposal = await client.proposal(daemon, allocation, [item]);
    const elsewhere = { id: fragmentOf(1, 32), manifest: fragmentOf(2, 32) };
    await expect(client.append(daemon, proposal, [item], elsewhere)).rejects.toMatchObject(code("ERR_MESSAGE_INVALID"));
    const wrong = { id: fragmentOf(1, 32), manifest: item.root };
    await expect(client.append(daemon, proposal, [item], wrong)).rejects.toMatchObject(code("ERR_MANIFEST_WRONG"));
  });

  test("a state for a round that is over is refused", async () => {
    await world.nextRound();
    const item = await client.store(daemon, allocation, fragmentOf(29, 300));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { state } = await client.proposal(daemon, allocation, [item]);
    const late = client.signed({ ...state, fromRound: 0 });
    await expect(client.append(daemon, late, [item])).rejects.toMatchObject(code("ERR_STATE_CONFLICT"));
  });

  test("an object that is not there cannot be removed, found or announced", async () => {
    const nobody = fragmentOf(30, 32);
    await expect(client.remove(daemon, allocation, nobody, () => false)).rejects.toMatchObject(
      code("ERR_OBJECT_NOT_FOUND"),
    );
    await expect(client.sync(daemon, { op: "object", object: nobody })).rejects.toMatchObject(
      code("ERR_OBJECT_NOT_FOUND"),
    );
  });
});

describe("offers, audits, reads", () => {
  test("more units than the provider has left are not offered", async () => {
    await expect(client.offer(daemon, 9)).rejects.toMatchObject(code("ERR_NO_CAPACITY"));
    expect((await client.offer(daemon, 8)).offer.maxUnits).toBe(8);
  });

  test("a root that was never committed is unknown", async () => {
    await expect(client.audit(daemon, fragmentOf(1, 32), fragmentOf(2, 32), 5)).rejects.toMatchObject(
      code("ERR_ROOT_UNKNOWN"),
    );
  });

  test("a fragment that is not there, and a range beyond the end of one that is, are refused", async () => {
    await expect(client.retrieve(daemon, fragmentOf(1, 32))).rejects.toMatchObject(code("ERR_FRAGMENT_NOT_FOUND"));
    const item = await client.store(daemon, allocation, fragmentOf(31, 600));
    await expect(client.retrieve(daemon, item.root, 3, 4)).rejects.toMatchObject(code("ERR_MESSAGE_INVALID"));
  });
});

describe("garbage", () => {
  const verbs = Object.keys(VERBS) as Verb[];
  const garbage: readonly (readonly [string, Uint8Array])[] = [
    ["no CBOR", Uint8Array.of(0xff, 0xff, 0x13)],
    ["an empty message", new Uint8Array(0)],
    ["a map without keys", encode({})],
    ["a map with a foreign key", encode({ root: fragmentOf(1, 32), from: 0, to: 0, more: 1 })],
  ];

  test.each(verbs.flatMap((verb) => garbage.map(([what, bytes]) => [verb, what, bytes] as const)))(
    "%s refuses %s",
    async (verb, _, bytes) => {
      const { answer, finish } = await client.exchange(daemon, verb, bytes);
      await finish();
      expect(Buffer.from(answer).toString("latin1")).toContain("ERR_MESSAGE_INVALID");
    },
  );

  test.each(verbs)("%s refuses a message longer than it may be", async (verb) => {
    const { answer, finish } = await client.exchange(daemon, verb, new Uint8Array(VERBS[verb].maxRequest + 1));
    await finish();
    expect(Buffer.from(answer).toString("latin1")).toContain("ERR_MESSAGE_TOO_LONG");
  });

  test("after all of it the provider still serves, and blames nobody's fault on itself", async () => {
    const data = fragmentOf(41, 2_000);
    const item = await client.store(daemon, allocation, data);
    expect(Buffer.from((await client.retrieve(daemon, item.root)).data).equals(data)).toBe(true);
    expect(daemon.lines.filter((line) => line.level === "error")).toEqual([]);
  });
});
