import { secp256k1 } from "@noble/curves/secp256k1.js";
import * as fc from "fast-check";
import { recoverAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, test } from "vitest";
import {
  type Address,
  ZERO_ADDRESS,
  addressBytes,
  addressOf,
  isAddress,
  keySigner,
  newPrivateKey,
  recover,
  sameAddress,
} from "../../protocol/index.ts";
import { bytesOf, digest } from "./arbitraries.ts";
import { codeOf } from "./thrown.ts";

const ORDER = secp256k1.Point.Fn.ORDER;
const KEY = new Uint8Array(32).fill(1);
const SIGNER = keySigner(KEY);
const DIGEST = new Uint8Array(32).fill(2);
const SIGNATURE = SIGNER.sign(DIGEST);

const hex = (bytes: Uint8Array): `0x${string}` => `0x${Buffer.from(bytes).toString("hex")}`;
const secretKey = fc.bigInt({ min: 1n, max: ORDER - 1n }).map((n) => word(n));

function word(value: bigint): Uint8Array {
  return Uint8Array.from(Buffer.from(value.toString(16).padStart(64, "0"), "hex"));
}

function parts(r: bigint, s: bigint, v: number): Uint8Array {
  return Uint8Array.from([...word(r), ...word(s), v]);
}

describe("a signature", () => {
  test("recovers to its signer", () => {
    fc.assert(
      fc.property(secretKey, digest, (key, message) => {
        const signer = keySigner(key);
        expect(recover(message, signer.sign(message))).toBe(signer.address);
      }),
      { numRuns: 50 },
    );
  });

  test("and its address are what viem makes of the same key and digest", async () => {
    for (let i = 0; i < 10; i++) {
      const key = newPrivateKey();
      const account = privateKeyToAccount(hex(key));
      const message = newPrivateKey();
      const signature = keySigner(key).sign(message);
      expect(keySigner(key).address).toBe(account.address);
      expect(hex(signature)).toBe(await account.sign({ hash: hex(message) }));
      expect(await recoverAddress({ hash: hex(message), signature: hex(signature) })).toBe(account.address);
    }
  });

  test("has low s and v 27 or 28, for every digest", () => {
    fc.assert(
      fc.property(digest, (message) => {
        const signature = SIGNER.sign(message);
        expect(signature).toHaveLength(65);
        expect([27, 28]).toContain(signature[64]);
        expect(BigInt(hex(signature.subarray(32, 64))) <= ORDER / 2n).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test("over another digest, or with a bit changed, is of someone else or of nobody", () => {
    fc.assert(
      fc.property(fc.nat(64 * 8 - 1), (bit) => {
        const forged = Uint8Array.from(SIGNATURE);
        forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(isSigners(DIGEST, forged)).toBe(false);
      }),
      { numRuns: 200 },
    );
    expect(
      recover(
        DIGEST.map((byte) => byte ^ 1),
        SIGNATURE,
      ),
    ).not.toBe(SIGNER.address);
  });

  test("survives a change of the caller's key bytes after the signer was made", () => {
    const key = Uint8Array.from(KEY);
    const signer = keySigner(key);
    key.fill(9);
    expect(signer.sign(DIGEST)).toEqual(SIGNATURE);
  });
});

describe("bytes that are not a signature are rejected:", () => {
  const r = BigInt(hex(SIGNATURE.subarray(0, 32)));
  const s = BigInt(hex(SIGNATURE.subarray(32, 64)));
  const v = SIGNATURE[64] as number;
  test.each<[string, Uint8Array]>([
    ["none", new Uint8Array(0)],
    ["64", SIGNATURE.subarray(0, 64)],
    ["66", Uint8Array.from([...SIGNATURE, 0])],
    ["zeros", new Uint8Array(65)],
    ["v 0", parts(r, s, v - 27)],
    ["v 26", parts(r, s, 26)],
    ["v 29", parts(r, s, v + 2)],
    ["v 35, as in old transactions", parts(r, s, v + 8)],
    ["the high-s twin, which the curve would accept", parts(r, ORDER - s, 55 - v)],
    ["the high-s twin with the same v", parts(r, ORDER - s, v)],
    ["s one above half the order", parts(r, ORDER / 2n + 1n, v)],
    ["r = 0", parts(0n, s, v)],
    ["s = 0", parts(r, 0n, v)],
    ["r = the order", parts(ORDER, s, v)],
    ["s = the order", parts(r, ORDER, v)],
    ["r and s all ones", parts(2n ** 256n - 1n, 2n ** 256n - 1n, v)],
    ["r of no point on the curve", parts(5n, s, v)],
  ])("%s", (_, signature) => {
    expect(codeOf(() => recover(DIGEST, signature))).toBe("ERR_SIGNATURE_INVALID");
  });

  test("v 29 where r plus the order is a point too: a third form of a signature that the chain does not know", () => {
    const r = [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n].find((small) => isOnCurve(small + ORDER)) as bigint;
    const third = secp256k1.Signature.fromBytes(parts(r, s, 27).subarray(0, 64)).addRecoveryBit(2);
    expect(third.recoverPublicKey(DIGEST).toBytes()).toHaveLength(33);
    expect(codeOf(() => recover(DIGEST, parts(r, s, 29)))).toBe("ERR_SIGNATURE_INVALID");
  });

  test("anything of 65 bytes, without another error", () => {
    fc.assert(
      fc.property(bytesOf(64), fc.constantFrom(27, 28, 0, 1, 255), (rs, last) => {
        const code = codeOf(() => recover(DIGEST, Uint8Array.from([...rs, last])));
        expect(["ERR_SIGNATURE_INVALID", "nothing"]).toContain(code);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a private key", () => {
  test.each<[string, Uint8Array]>([
    ["of 31 bytes", new Uint8Array(31).fill(1)],
    ["of 33 bytes", new Uint8Array(33).fill(1)],
    ["of zeros", new Uint8Array(32)],
    ["of the order", word(ORDER)],
    ["above the order", new Uint8Array(32).fill(255)],
  ])("%s is no wallet", (_, key) => {
    expect(codeOf(() => keySigner(key))).toBe("ERR_WALLET_INVALID");
  });

  test("newly made is another one each time", () => {
    expect(newPrivateKey()).not.toEqual(newPrivateKey());
    expect(newPrivateKey()).toHaveLength(32);
  });

  test("signs digests of 32 bytes only", () => {
    expect(codeOf(() => SIGNER.sign(new Uint8Array(31)))).toBe("ERR_INTERNAL");
    expect(codeOf(() => recover(new Uint8Array(33), SIGNATURE))).toBe("ERR_INTERNAL");
  });
});

describe("an address", () => {
  // The examples of EIP-55.
  const EXAMPLES = [
    "0x52908400098527886E0F7030069857D2E4169EE7",
    "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
    "0xde709f2102306220921060314715629080e2fb77",
    "0x27b1fdb04752bbc536007a920d24acb045561c26",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
    "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
    "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
  ] as const;

  test.each(EXAMPLES)("%s has the checksum of EIP-55", (text) => {
    expect(isAddress(text)).toBe(true);
    expect(addressOf(addressBytes(text))).toBe(text);
    expect(addressBytes(text.toLowerCase() as Address)).toEqual(addressBytes(text));
  });

  test("goes to bytes and back", () => {
    fc.assert(
      fc.property(bytesOf(20), (bytes) => {
        expect(addressBytes(addressOf(bytes))).toEqual(bytes);
      }),
    );
    expect(addressOf(new Uint8Array(20))).toBe(ZERO_ADDRESS);
  });

  test.each<[string, unknown]>([
    ["a wrong checksum", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD"],
    ["39 digits", EXAMPLES[0].slice(0, -1)],
    ["41 digits", `${EXAMPLES[0]}0`],
    ["no 0x", EXAMPLES[0].slice(2)],
    ["0X", EXAMPLES[2].replace("0x", "0X")],
    ["a letter that is no digit", EXAMPLES[0].replace("E", "g")],
    ["a line after it", `${EXAMPLES[0]}\n`],
    ["a number", 5],
    ["bytes", new Uint8Array(20)],
  ])("is not %s", (_, text) => {
    expect(isAddress(text)).toBe(false);
    expect(codeOf(() => addressBytes(text as Address))).toBe("ERR_CONFIG_INVALID");
  });

  test("may be written without a checksum, all lower or all upper case", () => {
    const upper = `0x${EXAMPLES[4].slice(2).toUpperCase()}`;
    expect(isAddress(upper)).toBe(true);
    expect(isAddress(EXAMPLES[4].toLowerCase())).toBe(true);
    expect(addressOf(addressBytes(upper as Address))).toBe(EXAMPLES[4]);
  });

  test("is the same in any case, and only of 20 bytes", () => {
    expect(sameAddress(EXAMPLES[4], EXAMPLES[4].toLowerCase() as Address)).toBe(true);
    expect(sameAddress(EXAMPLES[4], EXAMPLES[5])).toBe(false);
    expect(codeOf(() => addressOf(new Uint8Array(32)))).toBe("ERR_INTERNAL");
  });
});

function isSigners(message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return recover(message, signature) === SIGNER.address;
  } catch {
    return false;
  }
}

function isOnCurve(x: bigint): boolean {
  try {
    return secp256k1.Point.fromHex(`02${x.toString(16).padStart(64, "0")}`).x === x;
  } catch {
    return false;
  }
}
