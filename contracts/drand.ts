// Seeds from drand: published signatures, checked before they cost gas, and the two calls of DrandBeacon that make a seed of them.
// Where the signatures come from is not for this file: any of drand's relays will do, and none has to be trusted.

import { bls12_381 } from "@noble/curves/bls12-381.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { type Hex, encodeFunctionData, hexToBytes } from "viem";
import { z } from "zod";
import { type Address, cairnError } from "../protocol/index.ts";
import { drandBeaconAbi } from "./abi/DrandBeacon.ts";
import type { Connection } from "./evm-connection.ts";
import { count } from "./evm-record.ts";
import type { Wait } from "./ledger.ts";
import type { Sender } from "./transaction.ts";

/** A drand network of the scheme bls-unchained-g1-rfc9380: signatures in G1, the key in G2. */
export interface DrandNetwork {
  /** Compressed, 96 bytes. */
  readonly publicKey: Hex;
  /** Unix seconds of round 1. */
  readonly genesisTime: number;
  readonly periodSeconds: number;
}

/** What one of drand's rounds is: everything else follows from the signature. */
export interface DrandPulse {
  readonly round: number;
  /** Compressed, 48 bytes. */
  readonly signature: Hex;
}

/** The League of Entropy's network of chain hash 52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971. */
export const QUICKNET: DrandNetwork = {
  publicKey:
    "0x83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
  genesisTime: 1_692_803_367,
  periodSeconds: 3,
};

/** How the scheme hashes to the curve (RFC 9380). */
const DOMAIN = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
const WORD_BITS = 256n;
const WORD_MASK = 2n ** WORD_BITS - 1n;
const { shortSignatures } = bls12_381;

const pulseShape = z.object({
  round: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  signature: z.string().regex(/^[0-9a-f]{96}$/),
});

/**
 * The answer of a relay, `{ "round": 42, "signature": "95a9…" }`; whatever else it says is left out, `randomness` too.
 * @throws ERR_MESSAGE_INVALID
 */
export function parsePulse(json: unknown): DrandPulse {
  const parsed = pulseShape.safeParse(json);
  if (!parsed.success) {
    throw cairnError("ERR_MESSAGE_INVALID", "The answer is no round of drand with a signature of 48 bytes.", {
      cause: parsed.error,
    });
  }
  return { round: parsed.data.round, signature: `0x${parsed.data.signature}` };
}

/** Unix seconds when a round is due. */
export function drandTime(network: DrandNetwork, round: number): number {
  return network.genesisTime + (round - 1) * network.periodSeconds;
}

/** The first round due strictly after `unixSeconds`. */
export function drandRoundAfter(network: DrandNetwork, unixSeconds: number): number {
  const since = unixSeconds - network.genesisTime;
  return since < 0 ? 1 : Math.floor(since / network.periodSeconds) + 2;
}

/** Whether the network has signed the round so. False for bytes that are no point of the curve. */
export function verifyPulse(network: Pick<DrandNetwork, "publicKey">, pulse: DrandPulse): boolean {
  const message = new Uint8Array(8);
  new DataView(message.buffer).setBigUint64(0, BigInt(pulse.round));
  try {
    const signature = shortSignatures.Signature.fromBytes(hexToBytes(pulse.signature));
    const publicKey = bls12_381.G2.Point.fromBytes(hexToBytes(network.publicKey));
    return shortSignatures.verify(signature, shortSignatures.hash(sha256(message), DOMAIN), publicKey);
  } catch {
    return false;
  }
}

/** The 32 bytes that drand publishes as `randomness`: the seed. */
export function pulseSeed(pulse: DrandPulse): Uint8Array {
  return sha256(hexToBytes(pulse.signature));
}

/** A signature as `post` takes it. Throws ERR_SIGNATURE_INVALID where it is no point of the curve. */
export function signaturePoint(signature: Hex): { xHigh: bigint; xLow: bigint; yHigh: bigint; yLow: bigint } {
  const { x, y } = affine(() => bls12_381.G1.Point.fromBytes(hexToBytes(signature)).toAffine());
  return { xHigh: high(x), xLow: low(x), yHigh: high(y), yLow: low(y) };
}

/** A public key as the constructor takes it. Throws ERR_SIGNATURE_INVALID where it is no point of the curve. */
export function publicKeyPoint(publicKey: Hex): Record<`${"x" | "y"}${0 | 1}${"High" | "Low"}`, bigint> {
  const { x, y } = affine(() => bls12_381.G2.Point.fromBytes(hexToBytes(publicKey)).toAffine());
  return {
    x0High: high(x.c0),
    x0Low: low(x.c0),
    x1High: high(x.c1),
    x1Low: low(x.c1),
    y0High: high(y.c0),
    y0Low: low(y.c0),
    y1High: high(y.c1),
    y1Low: low(y.c1),
  };
}

/** A DrandBeacon on a chain. */
export interface DrandBeacon {
  /**
   * Fixes which of drand's rounds will be the seed of a block, unless somebody has, and says which it is.
   * @throws ERR_REVERTED the block lies ahead
   */
  anchor(seedBlock: number, wait?: Wait): Promise<number>;
  /**
   * Makes the seed of an anchored block known, unless somebody has, and gives it.
   * @throws ERR_REVERTED the block is not anchored, or the pulse is of another round or network; ERR_SIGNATURE_INVALID
   */
  post(seedBlock: number, pulse: DrandPulse, wait?: Wait): Promise<Uint8Array>;
}

/** The two calls on one contract, paid for by the sender's account. Several accounts may make them at once: one of them counts. */
export function drandBeacon(connection: Connection, sender: Sender, address: Address): DrandBeacon {
  const contract = { address, abi: drandBeaconAbi } as const;
  const { run, client } = connection;
  const progress = (seedBlock: number, wait?: Wait): Promise<{ drandRound: number; known: boolean }> =>
    run(`reading how far the seed of block ${seedBlock} is`, wait, async () => {
      const args = [BigInt(seedBlock)] as const;
      const [drandRound, knownBlock] = await client.readContract({ ...contract, functionName: "progress", args });
      return { drandRound: count(drandRound, "round of drand"), known: knownBlock !== 0n };
    });
  return {
    anchor: async (seedBlock, wait) => {
      const anchored = async (): Promise<number | undefined> =>
        (await progress(seedBlock, wait)).drandRound || undefined;
      const doing = `anchoring the seed of block ${seedBlock}`;
      const data = (): Hex =>
        encodeFunctionData({ abi: drandBeaconAbi, functionName: "anchor", args: [BigInt(seedBlock)] });
      return unlessDone(anchored, () => sender.send({ to: address, data, doing }, wait));
    },
    post: async (seedBlock, pulse, wait) => {
      const seed = (): Promise<Uint8Array> =>
        run(`reading the seed of block ${seedBlock}`, wait, async () =>
          hexToBytes(await client.readContract({ ...contract, functionName: "seed", args: [BigInt(seedBlock)] })),
        );
      const posted = async (): Promise<Uint8Array | undefined> =>
        (await progress(seedBlock, wait)).known ? seed() : undefined;
      const doing = `posting the seed of block ${seedBlock}`;
      const data = (): Hex => {
        const args = [BigInt(seedBlock), signaturePoint(pulse.signature)] as const;
        return encodeFunctionData({ abi: drandBeaconAbi, functionName: "post", args });
      };
      return unlessDone(posted, () => sender.send({ to: address, data, doing }, wait));
    },
  };
}

/** What `look` finds, after `act` if need be. An act that failed because another account was faster has not failed. */
async function unlessDone<T>(look: () => Promise<T | undefined>, act: () => Promise<unknown>): Promise<T> {
  const before = await look();
  if (before !== undefined) return before;
  const failure = await act().then(
    () => cairnError("ERR_REVERTED", "The beacon took the transaction and does not know of it."),
    (error: unknown) => error,
  );
  const after = await look();
  if (after === undefined) throw failure;
  return after;
}

function affine<T>(decompress: () => T): T {
  try {
    return decompress();
  } catch (cause) {
    throw cairnError("ERR_SIGNATURE_INVALID", "These bytes are no point of the curve BLS12-381.", { cause });
  }
}

function high(coordinate: bigint): bigint {
  return coordinate >> WORD_BITS;
}

function low(coordinate: bigint): bigint {
  return coordinate & WORD_MASK;
}
