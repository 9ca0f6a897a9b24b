// The bytes of records: what was encoded decodes, and nothing else does.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeLogHeader,
  decodeRecordHeader,
  encodeLogHeader,
  encodeRecord,
  isWhole,
  RECORD_ALIGN_BYTES,
  recordBytes,
} from "../../../../node/provider/store/log-record.ts";
import type { LogRecord } from "../../../../node/provider/store/log-record.ts";

const bytes = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length });
const number = fc.maxSafeNat();
const payload = fc.uint8Array({ minLength: 1, maxLength: 300 });
const marker = bytes(16);
const tombstone = fc.record({
  kind: fc.constant("tombstone" as const),
  sequence: number,
  root: bytes(32),
  until: number,
  targetLog: fc.nat(),
});
const cases = fc.oneof(
  fc.record({ sequence: number, root: bytes(32), expires: number, data: payload }).map(({ data, ...rest }) => ({
    record: { kind: "fragment", length: data.byteLength, ...rest } as LogRecord,
    data,
  })),
  tombstone.map((record) => ({ record: record as LogRecord, data: new Uint8Array(0) })),
);

function parts(encoded: Buffer, payloadBytes: number): [header: Uint8Array, payload: Uint8Array, trailer: Uint8Array] {
  return [encoded.subarray(0, 96), encoded.subarray(96, 96 + payloadBytes), encoded.subarray(encoded.byteLength - 8)];
}

describe("a record", () => {
  test("decodes to what was encoded, and its length keeps the next one aligned", () => {
    fc.assert(
      fc.property(cases, marker, number, ({ record, data }, marker, offset) => {
        const encoded = Buffer.concat(encodeRecord(record, data, marker, offset));
        expect(encoded.byteLength).toBe(recordBytes(data.byteLength));
        expect(encoded.byteLength % RECORD_ALIGN_BYTES).toBe(0);
        const [header, body, trailer] = parts(encoded, data.byteLength);
        expect(decodeRecordHeader(header, marker, offset)).toEqual(record);
        expect(isWhole(header, body, trailer)).toBe(true);
      }),
    );
  });

  test("with any bit flipped is not whole", () => {
    fc.assert(
      fc.property(
        cases,
        marker,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        ({ record, data }, marker, place) => {
          const encoded = Buffer.concat(encodeRecord(record, data, marker, 64));
          const padding = encoded.byteLength - 104 - data.byteLength;
          const bit = Math.floor(place * 8 * (encoded.byteLength - padding));
          // Padding is nobody's: a flip there changes nothing that is read.
          const at = bit >> 3 < 96 + data.byteLength ? bit >> 3 : (bit >> 3) + padding;
          encoded[at] = (encoded[at] ?? 0) ^ (1 << (bit & 7));
          const [header, body, trailer] = parts(encoded, data.byteLength);
          const whole = isWhole(header, body, trailer) && decodeRecordHeader(header, marker, 64) !== undefined;
          expect(whole).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("of another log, or moved to another place, is none", () => {
    const record: LogRecord = { kind: "fragment", sequence: 1, root: new Uint8Array(32), length: 10, expires: 0 };
    const mine = new Uint8Array(16).fill(1);
    const encoded = Buffer.concat(encodeRecord(record, new Uint8Array(10), mine, 64));
    expect(decodeRecordHeader(encoded, mine, 64)).toEqual(record);
    expect(decodeRecordHeader(encoded, new Uint8Array(16).fill(2), 64)).toBeUndefined();
    expect(decodeRecordHeader(encoded, mine, 72)).toBeUndefined();
  });

  test("header is never found in other bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), marker, (bytes, marker) => {
        expect(decodeRecordHeader(bytes, marker, 64)).toBeUndefined();
        expect(decodeLogHeader(bytes)).toBeUndefined();
      }),
    );
  });
});

describe("a log's header", () => {
  test("decodes to what was encoded, and with any bit flipped to nothing", () => {
    const header = { log: 7, store: new Uint8Array(16).fill(3), marker: new Uint8Array(16).fill(9), group: 12 };
    const encoded = encodeLogHeader(header);
    expect(decodeLogHeader(encoded)).toEqual(header);
    for (let bit = 0; bit < 8 * encoded.byteLength; bit++) {
      const flipped = encoded.slice();
      flipped[bit >> 3] = flipped[bit >> 3]! ^ (1 << (bit & 7));
      expect(decodeLogHeader(flipped)).toBeUndefined();
    }
  });
});
