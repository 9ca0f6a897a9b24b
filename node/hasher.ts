// SHA-256 by node:crypto's one-shot hash: hardware instructions, and no hash object for each call.

import { hash } from "node:crypto";
import { HASH_BYTES } from "../proofs/index.ts";
import type { Hasher } from "../proofs/index.ts";

export const nodeHasher: Hasher = {
  name: "node:crypto",
  sha256: (preimage) => new Uint8Array(hash("sha256", preimage, "buffer")),
  sha256Each(preimages, bytes, out) {
    for (let from = 0, to = 0; from < preimages.length; from += bytes, to += HASH_BYTES) {
      out.set(hash("sha256", preimages.subarray(from, from + bytes), "buffer"), to);
    }
  },
};
