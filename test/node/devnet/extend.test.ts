/** Files kept for longer: on a real network, beyond the end that was paid for first, with all, some or none of the providers willing. */

import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectLedger } from "../../../contracts/index.ts";
import { devnet } from "../../../node/devnet/index.ts";
import { readKeyFile } from "../../../node/wallet.ts";
import { fingerprint, gathered, randomBytes } from "./bytes.ts";
import type { Client, ExtendQuote } from "../../../node/client/index.ts";
import type { Devnet } from "../../../node/devnet/index.ts";

const PRICE = 10n ** 14n;
const UNITS = 16n;
let net: Devnet;
let client: Client;

beforeAll(async () => {
  net = await devnet({ providers: 4, roundBlocks: 128 });
  client = await net.connect();
});

afterAll(async () => {
  await client?.close();
  await net?.stop();
});

async function tokens(): Promise<bigint> {
  return (await client.status()).balance?.wallet ?? -1n;
}

test("what was put lasts beyond its first end: proved, paid, and there to get; only what is left is paid twice", async () => {
  const bytes = randomBytes(200_000);
  const { link, placements, paidUntilRound } = await client.put(bytes, { k: 2, n: 4, keepRounds: 1 });
  const until = paidUntilRound + 3;
  const [first, ...others] = placements.map(({ allocation }) => allocation);
  const cost = PRICE * UNITS * 3n;
  const before = await tokens();

  // As if a first try had been ended after one of four.
  const begun = await client.extend([first!], { until });
  expect(begun).toMatchObject({
    until,
    paid: cost,
    allocations: [{ allocation: first, outcome: "extended", endRound: until }],
  });
  const quotes: ExtendQuote[] = [];
  const result = await client.extend(link.split("#")[0]!, { until, onQuote: (quote) => void quotes.push(quote) });
  expect(quotes).toMatchObject([{ until, price: 3n * cost, others: [{ allocation: first, outcome: "enough" }] }]);
  expect(new Set(quotes[0]?.buys.map(({ allocation }) => allocation.id))).toEqual(new Set(others));
  expect(result).toMatchObject({ until, paid: 3n * cost, coverage: { fragments: 4, needed: 2, of: 4 } });
  expect(await client.extend(link, { until })).toMatchObject({ paid: 0n, coverage: { fragments: 4 } });
  expect(before - (await tokens())).toBe(4n * cost);

  const owners = net.providers.map(({ owner }) => owner);
  for (let over = false; !over;) {
    const [report] = await net.rounds(1);
    expect(report?.verdicts.map(({ verdict }) => verdict)).toEqual(["passed", "passed", "passed", "passed"]);
    over = report!.round > paidUntilRound;
  }
  const { round } = await client.status();
  expect(round).toBeLessThan(until);
  for (const owner of owners) {
    expect(await net.treasury.provedRounds(owner, round, round + 1)).toEqual([true]);
    expect((await net.treasury.provider(owner))?.liveRate).toBe(PRICE * UNITS);
  }
  expect(fingerprint(await gathered(client.get(link)))).toBe(fingerprint(bytes));
});

test("who leaves or is away extends nothing: the others are paid all the same, and it is said what is left", async () => {
  const bytes = randomBytes(100_000);
  const { link, placements, paidUntilRound } = await client.put(bytes, { k: 2, n: 4, keepRounds: 5 });
  const until = paidUntilRound + 2;
  const at = (index: number): number =>
    placements.find(({ provider }) => provider === net.providers[index]?.owner)!.allocation;
  const [left, away] = [at(0), at(1)];
  const { privateKey } = await readKeyFile(join(net.providers[0]!.folder, "owner.key"));
  const owner = await connectLedger({ deployment: net.network, privateKey });
  try {
    await owner.exit();
  } finally {
    owner.close();
  }
  await net.kill(1);
  const before = await tokens();
  const result = await client.extend(link, { until });
  const outcomes = new Map(result.allocations.map((one) => [one.allocation, one]));
  expect(outcomes.get(left)).toMatchObject({ outcome: "failed", code: "ERR_NO_CAPACITY", paid: 0n });
  expect(outcomes.get(away)).toMatchObject({ outcome: "unknown", code: "ERR_PEER_UNREACHABLE", paid: 0n });
  expect(result.coverage).toMatchObject({ fragments: 2, needed: 2, of: 4 });
  expect(result.paid).toBe(2n * 2n * UNITS * PRICE);
  expect(before - (await tokens())).toBe(result.paid);
  expect((await net.treasury.allocation(left))?.endRound).toBe(paidUntilRound);
});

test("nothing is paid before the price is agreed to, for what is not ours, beyond what is sold ahead, or without the tokens", async () => {
  const { link, placements } = await client.put(randomBytes(100), { k: 1, n: 2, keepRounds: 3 });
  const ids = placements.map(({ allocation }) => allocation);
  const before = await tokens();
  const refuse = new Error("too dear");
  await expect(
    client.extend(link, {
      rounds: 100,
      onQuote() {
        throw refuse;
      },
    }),
  ).rejects.toBe(refuse);
  for (const options of [
    { rounds: 0 },
    { rounds: 4097 },
    { rounds: 1.5 },
    { until: 1 },
    { until: 2 ** 60 },
    {},
    { rounds: 1, until: 9 },
  ])
    await expect(client.extend(ids, options)).rejects.toMatchObject({ code: "ERR_CONFIG_INVALID" });
  const privateKey = await net.funded(UNITS * PRICE * 50n);
  await using poor = await net.connect({ privateKey });
  await expect(poor.extend(ids, { rounds: 100 })).rejects.toMatchObject({ code: "ERR_CONFIG_INVALID" });
  await expect(poor.extend(link, { rounds: 100 })).rejects.toMatchObject({ code: "ERR_ALLOCATION_UNKNOWN" });
  const own = await poor.put(randomBytes(100), { k: 1, n: 2, keepRounds: 10 });
  await expect(poor.extend(own.link, { rounds: 4000 })).rejects.toMatchObject({ code: "ERR_NOT_ENOUGH_TOKENS" });
  expect(before - (await tokens())).toBe(0n);
});
