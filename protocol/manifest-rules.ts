// What must hold between the parts of a manifest, for those made here and those received alike.
import { MAX_SHARDS, segmentCount } from "../erasure/index.ts";
import { type CairnError, cairnError } from "./errors.ts";
import { storedBytesOf } from "./layout.ts";
import type { Manifest, ManifestBody } from "./manifest.ts";

/** Objects of up to this many bytes live in their manifest. */
export const MAX_INLINE_BYTES = 4096;
/** A manifest larger than this is itself stored as an object; as one fragment it fits a store request. */
export const MAX_MANIFEST_BYTES = 1_048_576;
/**
 * The largest manifest inside another one: half a million fragment roots, which is 200 GiB at 4 of 10. Every provider of the object
 * reads it whole to know what it holds.
 */
export const MAX_INNER_MANIFEST_BYTES = 16 * MAX_MANIFEST_BYTES;

/** Throws ERR_MANIFEST_INVALID, whose message names the rule. Bounded work, whatever the figures say. */
export function checkManifest(manifest: Manifest): void {
  const { size, cipher, content, body } = manifest;
  if (!Number.isSafeInteger(size) || size < 0) throw manifestInvalid("its size is not a whole number of bytes");
  const stored = storedBytesOf(size, cipher);
  if (!Number.isSafeInteger(stored)) throw manifestInvalid("its size is beyond 2^53");
  if (content === "manifest") checkOuter(manifest);
  const inline = content === "bytes" && size <= MAX_INLINE_BYTES;
  if (inline !== (body.kind === "inline")) {
    throw manifestInvalid(`the objects of up to ${MAX_INLINE_BYTES} bytes are inline, and no others`);
  }
  if (body.kind === "inline") checkInline(body.bytes, stored);
  else checkCoded(body, stored);
}

/** Not enciphered: those who verify and repair have no key, and need the roots inside. */
function checkOuter({ size, cipher }: Manifest): void {
  if (cipher !== "none") throw manifestInvalid("a manifest stored as an object is not enciphered");
  if (size < 1 || size > MAX_INNER_MANIFEST_BYTES) throw manifestInvalid("the manifest inside is empty or too large");
}

function checkInline(bytes: Uint8Array, stored: number): void {
  if (bytes.length === stored) return;
  throw manifestInvalid(`it has ${bytes.length} inline bytes where its size gives ${stored}`);
}

/** Counts what is there against what the size says, and builds nothing from the size: a hostile one can name 2^33 segments. */
function checkCoded({ scheme: { k, n }, roots }: ManifestBody & { kind: "coded" }, stored: number): void {
  if (!Number.isInteger(k) || !Number.isInteger(n) || k < 1 || k >= n || n > MAX_SHARDS) {
    throw manifestInvalid(`its scheme is not 1 ≤ k < n ≤ ${MAX_SHARDS}`);
  }
  const segments = segmentCount(stored, { k, n });
  if (roots.length !== segments) {
    throw manifestInvalid(`it has roots of ${roots.length} segments where its size gives ${segments}`);
  }
  if (!roots.every((run) => run.length === n * 32)) throw manifestInvalid(`a segment has not ${n} roots of 32 bytes`);
}

export function manifestInvalid(why: string, cause?: unknown): CairnError {
  return cairnError("ERR_MANIFEST_INVALID", `The bytes are not a well-formed manifest: ${why}.`, { cause });
}
