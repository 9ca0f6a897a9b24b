// How an object's bytes lie: plaintext in records, ciphertext in segments, segments in fragments. All of it follows from size, cipher and scheme.
import { segmentLength, shardBytes } from "../erasure/index.ts";
import { cairnError } from "./errors.ts";
import type { Cipher, Manifest } from "./manifest.ts";

/** Ciphertext of one full record, tag included. */
export const RECORD_BYTES = 65_536;
/** AES-256-GCM's tag. */
export const TAG_BYTES = 16;
/** Plaintext of one full record. */
export const RECORD_PLAIN_BYTES = RECORD_BYTES - TAG_BYTES;

/** Bytes that `size` bytes of plaintext are enciphered to: a tag for each record, and one record for an empty object. */
export function ciphertextBytes(size: number): number {
  return size + TAG_BYTES * Math.max(1, Math.ceil(size / RECORD_PLAIN_BYTES));
}

/** Bytes that are stored for `size` bytes of plaintext: with cipher `none` the plaintext itself. */
export function storedBytesOf(size: number, cipher: Cipher): number {
  return cipher === "none" ? size : ciphertextBytes(size);
}

/** Bytes before erasure coding. */
export function storedBytes(manifest: Manifest): number {
  return storedBytesOf(manifest.size, manifest.cipher);
}

/** 0 for an inline object. */
export function segmentCount(manifest: Manifest): number {
  return manifest.body.kind === "inline" ? 0 : manifest.body.roots.length;
}

/** Bytes of one segment before erasure coding, at least 1. */
export function segmentBytes(manifest: Manifest, segment: number): number {
  return segmentLength(storedBytes(manifest), codedBody(manifest, segment).scheme, segment);
}

/** Bytes of each of the n fragments of one segment. */
export function fragmentBytes(manifest: Manifest, segment: number): number {
  return shardBytes(segmentBytes(manifest, segment), codedBody(manifest, segment).scheme.k);
}

/** Root of one fragment, 32 bytes: a view of the manifest, not to be written to. */
export function fragmentRootAt(manifest: Manifest, segment: number, shard: number): Uint8Array {
  const { roots, scheme } = codedBody(manifest, segment);
  if (!Number.isInteger(shard) || shard < 0 || shard >= scheme.n) {
    throw cairnError("ERR_INTERNAL", `The object has shards 0 to ${scheme.n - 1}, not ${shard}.`);
  }
  return (roots[segment] as Uint8Array).subarray(shard * 32, shard * 32 + 32);
}

function codedBody(manifest: Manifest, segment: number) {
  const { body } = manifest;
  if (body.kind === "inline" || body.roots[segment] === undefined) {
    throw cairnError(
      "ERR_INTERNAL",
      `The object has ${segmentCount(manifest)} segments; there is no number ${segment}.`,
    );
  }
  return body;
}
