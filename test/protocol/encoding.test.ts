import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, encode, sameBytes } from "../../protocol/index.ts";
import { codeOf, messageOf } from "./thrown.ts";

const MAX = 4096;
const hex = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));

const leaf = fc.oneof(fc.maxSafeNat(), fc.boolean(), fc.constant(null), fc.string(), fc.uint8Array({ maxLength: 40 }));
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    leaf,
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ maxLength: 5 }).filter((key) => key !== "" && key !== "__proto__" && key !== "/" && key !== "asCID"),
      tie("tree"),
      { maxKeys: 4 },
    ),
  ),
}));

describe("a value", () => {
  test("of maps, lists, text, bytes and integers comes back", () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(decode(encode(value), 100_000)).toEqual(plain(value));
      }),
      { numRuns: 500 },
    );
  });

  test("has one encoding, whatever the order its keys were set in", () => {
    expect(encode({ b: 1, aa: 2, a: 3 })).toEqual(encode({ a: 3, aa: 2, b: 1 }));
    expect(Buffer.from(encode({ b: 1, aa: 2, a: 3 })).toString("hex")).toBe("a361610361620162616102");
  });

  test("is encoded to bytes of its own, and plain ones", () => {
    const bytes = encode({ a: "x".repeat(500) });
    expect(bytes.constructor).toBe(Uint8Array);
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  });

  test("is decoded to bytes of its own, also from a Buffer", () => {
    const source = Buffer.from(encode([new Uint8Array(9).fill(1)]));
    const [bytes] = decode(source, MAX) as [Uint8Array];
    source.fill(0);
    expect(bytes).toEqual(new Uint8Array(9).fill(1));
    expect(bytes.constructor).toBe(Uint8Array);
  });

  test("that CBOR here cannot carry is not sent", () => {
    for (const value of [undefined, { a: undefined }, Number.NaN, () => 1, Symbol("s")]) {
      expect(codeOf(() => encode(value))).toBe("ERR_INTERNAL");
    }
  });
});

describe("bytes that are not the one encoding of a value are rejected:", () => {
  test.each([
    ["nothing at all", ""],
    ["5 in two bytes", "1805"],
    ["255 in three bytes", "1900ff"],
    ["a length in two bytes that fits one", "580161"],
    ["keys out of order", "a2616201616101"],
    ["a longer key first", "a262616101616201"],
    ["a key twice", "a2616101616102"],
    ["a key that is a number", "a10101"],
    ["a list of unstated length", "9f01ff"],
    ["text in pieces", "7f6161ff"],
    ["a break", "ff"],
    ["undefined", "f7"],
    ["an unassigned simple value", "f820"],
    ["a half float", "f93c00"],
    ["a double", "fb3ff0000000000000"],
    ["minus one", "20"],
    ["a tag", "c001"],
    ["a CID", `d82a5825000155122${"0".repeat(65)}`],
    ["text that is not UTF-8", "62c328"],
    ["text with a byte order mark in disguise", "63efbbbf".replace("63", "62")],
    ["a second value", "0101"],
    ["a list cut short", "8201"],
    ["a map without its last value", "a16161"],
    ["bytes cut short", "43aabb"],
    ["a head cut short", "19ff"],
    ["a reserved head", "1c"],
  ])("%s", (_, text) => {
    expect(codeOf(() => decode(hex(text), MAX))).toBe("ERR_MESSAGE_INVALID");
  });

  test("with the reason in the message", () => {
    expect(messageOf(() => decode(hex("1805"), MAX))).toMatch(/^The message is not valid: .*\. Update both programs/);
    expect(messageOf(() => decode(hex("f93c00"), MAX))).toContain("a float or a simple value");
  });

  test("noise, without another error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (noise) => {
        let value: unknown;
        const code = codeOf(() => (value = decode(noise, MAX)));
        if (code === "nothing") expect(encode(value)).toEqual(noise);
        else expect(code).toBe("ERR_MESSAGE_INVALID");
      }),
      { numRuns: 5000 },
    );
  });

  test("a map that plays a CID for the library", () => {
    for (const value of [
      { "/": "x", bytes: "x" },
      { asCID: 1 },
      { "/": new Uint8Array(3), bytes: new Uint8Array(3) },
    ]) {
      const code = codeOf(() => decode(rawMap(value), MAX));
      expect(["ERR_MESSAGE_INVALID", "nothing"]).toContain(code);
    }
  });
});

test("a message of exactly the limit is read, one byte more is not", () => {
  const bytes = encode(new Uint8Array(MAX - 3));
  expect(bytes.length).toBe(MAX);
  expect(decode(bytes, MAX)).toHaveLength(MAX - 3);
  expect(codeOf(() => decode(bytes, MAX - 1))).toBe("ERR_MESSAGE_TOO_LONG");
});

test("integers above 2^53 − 1 come as bigint and so fit no schema", () => {
  expect(decode(hex("1b0020000000000000"), MAX)).toBe(2n ** 53n);
  expect(decode(hex("1b001fffffffffffff"), MAX)).toBe(Number.MAX_SAFE_INTEGER);
});

test("a key __proto__ is a key like any other and changes no prototype", () => {
  const value = decode(hex("a1695f5f70726f746f5f5fa1616101"), MAX) as object;
  expect(Object.keys(value)).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect((value as { a?: unknown }).a).toBeUndefined();
});

test("bytes are the same only at equal length and content", () => {
  expect(sameBytes(hex("0102"), hex("0102"))).toBe(true);
  expect(sameBytes(hex("0102"), hex("0103"))).toBe(false);
  expect(sameBytes(hex("0102"), hex("01"))).toBe(false);
  expect(sameBytes(hex(""), hex(""))).toBe(true);
});

/** fast-check's records have no prototype. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** A map of short text keys, written by hand: the library would read a CID into it. */
function rawMap(value: Record<string, unknown>): Uint8Array {
  const entries = Object.entries(value).toSorted(([a], [b]) => a.length - b.length);
  const parts = entries.flatMap(([key, inner]) => [...encode(key), ...encode(inner)]);
  return Uint8Array.from([0xa0 + entries.length, ...parts]);
}
