// What the tests of the store write, in every process the same.

import { createHash } from "node:crypto";
import type { FolderOwner } from "../../../../node/provider/store/data-folder.ts";

export const OWNER: FolderOwner = {
  chainId: 31_337,
  market: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  provider: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
};

/** A fragment known by a number: the same bytes and root in every process. Roots are any 32 bytes to a store. */
export function fragment(
  number: number,
  bytes = 1 + ((number * 7919) % 20_000),
): { root: Uint8Array; data: Uint8Array } {
  const root = new Uint8Array(createHash("sha256").update(`fragment ${number}`).digest());
  const data = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 32) data.set(root.subarray(0, Math.min(32, bytes - at)), at);
  // Position and number are in it, so that neither a shifted nor another fragment's piece passes.
  for (let at = 0; at + 4 <= bytes; at += 64) new DataView(data.buffer).setUint32(at, number ^ at);
  return { root, data };
}
