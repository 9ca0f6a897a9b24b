// Published signatures of drand: judged by another implementation than the contract's, and posted to the contract on a real EVM.

import { readFileSync } from "node:fs";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { type Hex, bytesToHex, concat, encodeDeployData, hexToBytes, numberToHex, stringToHex } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drandBeaconAbi, drandBeaconBytecode } from "../../contracts/abi/DrandBeacon.ts";
import {
  type DrandPulse,
  QUICKNET,
  drandBeacon,
  drandRoundAfter,
  drandTime,
  parsePulse,
  publicKeyPoint,
  pulseSeed,
  signaturePoint,
  verifyPulse,
} from "../../contracts/drand.ts";
import { type Connection, openConnection } from "../../contracts/evm-connection.ts";
import { type Chain, startChain } from "../../contracts/index.ts";
import { type Sender, createSender } from "../../contracts/transaction.ts";
import type { Address } from "../../protocol/index.ts";

interface VectorNetwork {
  readonly name: string;
  readonly hash: Hex;
  readonly groupHash: Hex;
  readonly publicKey: Hex;
  readonly publicKeyPoint: readonly [Hex];
  readonly period: number;
  readonly genesisTime: number;
  readonly rounds: readonly number[];
  readonly signatures: readonly Hex[];
  readonly points: readonly Hex[];
  readonly randomness: readonly Hex[];
}

interface Vectors {
  readonly quicknet: VectorNetwork;
  readonly walkthrough: VectorNetwork;
  readonly fastnet: Pick<VectorNetwork, "publicKey" | "rounds" | "signatures">;
  readonly refused: {
    readonly round: number;
    readonly names: readonly string[];
    readonly reasons: readonly ("point" | "signature")[];
    readonly points: readonly Hex[];
    readonly publicKeyPoint: readonly [Hex];
  };
}

const vectors = JSON.parse(readFileSync(new URL("../vectors/drand.json", import.meta.url), "utf8")) as Vectors;
const { quicknet, walkthrough, fastnet, refused } = vectors;
const { G1, G2 } = bls12_381;

const words = (point: Readonly<Record<string, bigint>>): Hex =>
  concat(Object.values(point).map((word) => numberToHex(word, { size: 32 })));
const pulses = (network: Pick<VectorNetwork, "rounds" | "signatures">): DrandPulse[] =>
  network.rounds.map((round, at) => ({ round, signature: network.signatures[at]! }));
/** The coordinates of a point as EIP-2537 writes it. */
const coordinates = (point: Hex): bigint[] =>
  (point.slice(2).match(/.{128}/g) ?? []).map((coordinate) => BigInt(`0x${coordinate}`));

describe("the vectors", () => {
  test.each([quicknet, walkthrough])("$name: key, period and beginning are those of its chain hash", (network) => {
    // As drand makes it: period u32, genesis time i64, key, hash of the group, name.
    const parts = [
      numberToHex(network.period, { size: 4 }),
      numberToHex(network.genesisTime, { size: 8 }),
      network.publicKey,
      network.groupHash,
      stringToHex(network.name),
    ];
    expect(bytesToHex(sha256(hexToBytes(concat(parts))))).toBe(network.hash);
  });

  test.each([quicknet, walkthrough])("$name has signed each round, and the points are the signatures'", (network) => {
    expect(words(publicKeyPoint(network.publicKey))).toBe(network.publicKeyPoint[0]);
    for (const [at, pulse] of pulses(network).entries()) {
      expect(verifyPulse(network, pulse)).toBe(true);
      expect(words(signaturePoint(pulse.signature))).toBe(network.points[at]);
      expect(bytesToHex(pulseSeed(pulse))).toBe(network.randomness[at]);
    }
  });

  test("they have signatures with either y, and at least three", () => {
    const larger = quicknet.signatures.filter((signature) => (hexToBytes(signature)[0]! & 0x20) !== 0);
    expect(quicknet.signatures.length).toBeGreaterThanOrEqual(3);
    expect(larger.length).toBeGreaterThan(0);
    expect(larger.length).toBeLessThan(quicknet.signatures.length);
  });

  test("what is refused is no point of the group, or a point and not the signature", () => {
    const right = quicknet.points[quicknet.rounds.indexOf(refused.round)]!;
    for (const [at, name] of refused.names.entries()) {
      const point = refused.points[at]!;
      const [x, y] = coordinates(point) as [bigint, bigint];
      const isPoint = (): boolean => {
        if (x === 0n && y === 0n) return true;
        const { ORDER } = bls12_381.fields.Fp;
        if (x >= ORDER || y >= ORDER || (y * y - x * x * x - 4n) % ORDER !== 0n) return false;
        return G1.Point.fromAffine({ x, y }).isTorsionFree();
      };
      expect(isPoint(), name).toBe(refused.reasons[at] === "signature");
      expect(point, name).not.toBe(right);
    }
    const [x0, x1, y0, y1] = coordinates(refused.publicKeyPoint[0]) as [bigint, bigint, bigint, bigint];
    const strange = G2.Point.fromAffine({ x: { c0: x0, c1: x1 }, y: { c0: y0, c1: y1 } });
    expect(strange.is0()).toBe(false);
    expect(strange.isTorsionFree()).toBe(false);
  });
});

describe("a pulse", () => {
  const [first, second] = pulses(quicknet) as [DrandPulse, DrandPulse];

  test("of another round, network, scheme or curve is not verified", () => {
    expect(verifyPulse(QUICKNET, first)).toBe(true);
    expect(verifyPulse(QUICKNET, { ...first, round: first.round + 1 })).toBe(false);
    expect(verifyPulse(QUICKNET, { ...first, signature: second.signature })).toBe(false);
    expect(verifyPulse(QUICKNET, pulses(walkthrough)[0]!)).toBe(false);
    expect(verifyPulse(fastnet, pulses(fastnet)[0]!)).toBe(false);
    expect(verifyPulse(QUICKNET, { ...first, signature: `0x${"ff".repeat(48)}` })).toBe(false);
    expect(verifyPulse(QUICKNET, { ...first, signature: `0xc0${"00".repeat(47)}` })).toBe(false);
    expect(verifyPulse(QUICKNET, { ...first, signature: "0x" })).toBe(false);
  });

  test("is read from a relay's answer, whatever else that says", () => {
    const signature = first.signature.slice(2);
    expect(parsePulse({ round: first.round, signature, randomness: "none" })).toEqual(first);
  });

  test.each([
    ["nothing", undefined],
    ["text", "42"],
    ["no signature", { round: 42 }],
    ["a short signature", { round: 42, signature: first.signature.slice(4) }],
    ["a prefix", { round: 42, signature: first.signature }],
    ["round 0", { round: 0, signature: first.signature.slice(2) }],
    ["half a round", { round: 1.5, signature: first.signature.slice(2) }],
    ["a round too large", { round: 2 ** 53, signature: first.signature.slice(2) }],
  ])("is not read from %s", (_, json) => {
    expect(() => parsePulse(json)).toThrow(expect.objectContaining({ code: "ERR_MESSAGE_INVALID" }));
  });

  test("that is no point makes no arguments", () => {
    const bad = expect.objectContaining({ code: "ERR_SIGNATURE_INVALID" });
    expect(() => signaturePoint(`0x${"ff".repeat(48)}`)).toThrow(bad);
    expect(() => publicKeyPoint(`0x${"ff".repeat(96)}`)).toThrow(bad);
  });

  test("is due when its network says", () => {
    expect(drandTime(QUICKNET, 1)).toBe(1_692_803_367);
    expect(drandTime(QUICKNET, 42)).toBe(1_692_803_490);
    for (const round of [2, 42, 20_905_307]) {
      expect(drandRoundAfter(QUICKNET, drandTime(QUICKNET, round) - 1)).toBe(round);
      expect(drandRoundAfter(QUICKNET, drandTime(QUICKNET, round))).toBe(round + 1);
    }
    expect(drandRoundAfter(QUICKNET, 0)).toBe(1);
    expect(drandRoundAfter(QUICKNET, QUICKNET.genesisTime - 1)).toBe(1);
    expect(drandRoundAfter(QUICKNET, QUICKNET.genesisTime)).toBe(2);
  });
});

describe("on a chain", () => {
  const DELAY_SECONDS = 60;
  /** So long that all of this test is within it: the round that will be the seed is then one whose signature is known. */
  const PERIOD_SECONDS = 1_000_000;
  let chain: Chain;
  const connections: Connection[] = [];
  const accounts: Sender[] = [];

  beforeAll(async () => {
    chain = await startChain();
    for (const { privateKey } of chain.accounts.slice(0, 2)) {
      const connection = openConnection({
        rpcUrl: chain.rpcUrl,
        chainId: chain.chainId,
        privateKey,
      });
      connections.push(connection);
      accounts.push(createSender(connection));
    }
  });
  afterAll(async () => {
    for (const connection of connections) connection.close();
    await chain?.kill();
  });

  /** A beacon with quicknet's key and a clock set so that `round` is due in half a period. */
  async function deployFor(round: number): Promise<Address> {
    const { timestamp } = await connections[0]!.client.getBlock();
    const genesisTime = timestamp + BigInt(PERIOD_SECONDS / 2 - (round - 1) * PERIOD_SECONDS);
    const publicKey = publicKeyPoint(QUICKNET.publicKey);
    const args = [{ publicKey, genesisTime, period: PERIOD_SECONDS, delay: DELAY_SECONDS }] as const;
    const data = (): Hex => encodeDeployData({ abi: drandBeaconAbi, bytecode: drandBeaconBytecode, args });
    const { contractAddress } = await accounts[0]!.send({ to: undefined, data, doing: "creating the beacon" });
    return contractAddress!;
  }

  test("two accounts that make a seed at once get the same one", async () => {
    const pulse = pulses(quicknet)[1]!;
    const address = await deployFor(pulse.round);
    const [one, other] = connections.map((connection, at) => drandBeacon(connection, accounts[at]!, address));
    const seedBlock = Number(await connections[0]!.client.getBlockNumber());
    await expect(one!.post(seedBlock, pulse)).rejects.toMatchObject({ code: "ERR_REVERTED" });
    await expect(one!.anchor(seedBlock + 1_000)).rejects.toMatchObject({ code: "ERR_REVERTED" });

    expect(await Promise.all([one!.anchor(seedBlock), other!.anchor(seedBlock)])).toEqual([pulse.round, pulse.round]);
    await expect(one!.post(seedBlock, pulses(quicknet)[0]!)).rejects.toMatchObject({ code: "ERR_REVERTED" });
    const seeds = await Promise.all([one!.post(seedBlock, pulse), other!.post(seedBlock, pulse)]);
    expect(seeds.map((seed) => bytesToHex(seed))).toEqual([quicknet.randomness[1], quicknet.randomness[1]]);
    expect(await other!.post(seedBlock, pulse)).toEqual(seeds[0]);

    const [posted] = await connections[0]!.client.getContractEvents({
      address,
      abi: drandBeaconAbi,
      eventName: "SeedPosted",
      fromBlock: 0n,
    });
    const receipt = await connections[0]!.client.getTransactionReceipt({ hash: posted!.transactionHash });
    console.log(`posting a seed: ${receipt.gasUsed} gas`);
    expect(receipt.gasUsed).toBeLessThan(180_000n);
  });
});
