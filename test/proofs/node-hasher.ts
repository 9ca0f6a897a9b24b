// Two more hashers for the tests: node:crypto's, and one with a bulk form.

import { hash } from "node:crypto";
import type { Hasher } from "../../proofs/index.ts";

export const nodeHasher: Hasher = {
  name: "node:crypto",
  sha256: (preimage) => plain(hash("sha256", preimage, "buffer")),
};

export const bulkHasher: Hasher = {
  name: "node:crypto, in bulk",
  sha256: (preimage) => nodeHasher.sha256(preimage),
  sha256Each: (preimages, bytes, out) => {
    for (let at = 0; at < preimages.length; at += bytes) {
      out.set(hash("sha256", preimages.subarray(at, at + bytes), "buffer"), (at / bytes) * 32);
    }
  },
};

function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
