import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addProvider, getProviders, providersOf } from "../../../node/network/dht-message.ts";

const KEY = Uint8Array.from(Buffer.from("1220" + "ab".repeat(32), "hex"));

describe("kad-dht messages", () => {
  it("have the bytes of the protobuf schema", () => {
    const self = { id: Uint8Array.of(1, 2, 3), addresses: [Uint8Array.of(4), Uint8Array.of(5, 6)] };
    const peer = "0a03" + "010203" + "1201" + "04" + "1202" + "0506";
    expect(Buffer.from(addProvider(KEY, self)).toString("hex")).toBe(
      `0802` + `1222` + `1220${"ab".repeat(32)}` + `4a0c` + peer,
    );
    expect(Buffer.from(getProviders(KEY)).toString("hex")).toBe(`0803` + `1222` + `1220${"ab".repeat(32)}`);
  });

  it("of many providers give their ids in order, whatever other fields stand between", () => {
    const one = addProvider(KEY, { id: randomBytes(38), addresses: [randomBytes(12)] });
    const closer = Uint8Array.of(0x42, 2, 0x0a, 0); // field 8
    const fixed = Uint8Array.of(0x21, 1, 2, 3, 4, 5, 6, 7, 8, 0x2d, 1, 2, 3, 4); // fields 4 and 5, 64 and 32 bits
    const two = addProvider(KEY, { id: Uint8Array.of(7), addresses: [] });
    const ids = providersOf(Buffer.concat([one, closer, fixed, two]));
    expect(ids.map((id) => id.byteLength)).toEqual([38, 1]);
  });

  it("that are cut anywhere have no provider or a whole one, and never throw", () => {
    const id = randomBytes(38);
    const whole = addProvider(KEY, { id, addresses: [randomBytes(12), randomBytes(12)] });
    for (let bytes = 0; bytes < whole.byteLength; bytes++) expect(providersOf(whole.subarray(0, bytes))).toEqual([]);
    expect(providersOf(whole)).toHaveLength(1);
  });

  it("of hostile bytes never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        for (const id of providersOf(bytes)) expect(id.byteLength).toBeLessThanOrEqual(300);
      }),
      { numRuns: 2000 },
    );
  });
});
