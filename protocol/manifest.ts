// The manifest: an object's recipe. It names sizes, scheme, cipher and the root of every fragment, never a place, so repair never rewrites it.
import * as z from "zod";
import type { Scheme } from "../erasure/index.ts";
import type { Hasher } from "../proofs/index.ts";
import { decode, encode, sameBytes } from "./encoding.ts";
import { type CairnError, cairnError, isCairnError } from "./errors.ts";
import { counter } from "./fields.ts";
import { type ObjectId, objectDigest } from "./ids.ts";
import { MAX_INNER_MANIFEST_BYTES, MAX_MANIFEST_BYTES, checkManifest, manifestInvalid } from "./manifest-rules.ts";

export type Cipher = "aes-256-gcm" | "none";

/** The stored bytes themselves, or how they were coded: `roots` has one entry per segment, n × 32 bytes in the order of the shards. */
export type ManifestBody =
  | { readonly kind: "inline"; readonly bytes: Uint8Array }
  | { readonly kind: "coded"; readonly scheme: Scheme; readonly roots: readonly Uint8Array[] };

export interface Manifest {
  /** Plaintext bytes. */
  readonly size: number;
  readonly cipher: Cipher;
  /** `manifest`: the plaintext is another manifest, for `decodeInnerManifest`. */
  readonly content: "bytes" | "manifest";
  readonly body: ManifestBody;
}

const byteString = z.instanceof(Uint8Array);
const fields = z.strictObject({
  v: z.literal(1),
  size: counter,
  cipher: z.enum(["aes-256-gcm", "none"]),
  content: z.enum(["bytes", "manifest"]),
  inline: z.exactOptional(byteString),
  k: z.exactOptional(counter),
  n: z.exactOptional(counter),
  roots: z.exactOptional(z.array(byteString)),
});
type Fields = z.infer<typeof fields>;

/**
 * Canonical bytes, whose hash is the object's id. Throws ERR_MANIFEST_INVALID for parts that do not fit together.
 * The result may be longer than MAX_MANIFEST_BYTES: then it is stored as an object of its own, with content `manifest`.
 */
export function encodeManifest(manifest: Manifest): Uint8Array {
  checkManifest(manifest);
  const { size, cipher, content, body } = manifest;
  const common = { v: 1, size, cipher, content };
  if (body.kind === "inline") return encode({ ...common, inline: body.bytes });
  return encode({ ...common, k: body.scheme.k, n: body.scheme.n, roots: body.roots });
}

/** Bytes of anyone → manifest. Throws ERR_MANIFEST_INVALID and nothing else. That they are the right bytes is for `verifyManifest`. */
export function decodeManifest(bytes: Uint8Array): Manifest {
  return decodeWithin(bytes, MAX_MANIFEST_BYTES);
}

/** Bytes of an object with content `manifest` → the manifest of the user's bytes. Throws ERR_MANIFEST_INVALID and nothing else. */
export function decodeInnerManifest(bytes: Uint8Array): Manifest {
  const inner = decodeWithin(bytes, MAX_INNER_MANIFEST_BYTES);
  if (inner.content !== "bytes") throw manifestInvalid("a manifest inside another one holds a third");
  return inner;
}

/** Throws ERR_MANIFEST_WRONG unless `bytes` hash to `id`, then decodes them. */
export function verifyManifest(hasher: Hasher, id: ObjectId, bytes: Uint8Array): Manifest {
  if (bytes.length > MAX_MANIFEST_BYTES || !sameBytes(hasher.sha256(bytes), objectDigest(id))) throw wrong(id, bytes);
  return decodeManifest(bytes);
}

function decodeWithin(bytes: Uint8Array, maxBytes: number): Manifest {
  const parsed = fields.safeParse(decodeCbor(bytes, maxBytes));
  if (!parsed.success) throw manifestInvalid("a key is missing, unknown, or has a value that it may not have");
  const manifest = fromFields(parsed.data);
  checkManifest(manifest);
  return manifest;
}

/** The shortest run of roots has 64 bytes, so no manifest has more values than a 32nd of its bytes and its few keys. */
function decodeCbor(bytes: Uint8Array, maxBytes: number): unknown {
  try {
    return decode(bytes, maxBytes, maxBytes / 32);
  } catch (cause) {
    if (!isCairnError(cause)) throw cause;
    throw manifestInvalid("it is not canonical CBOR of at most a manifest's size", cause);
  }
}

function fromFields({ size, cipher, content, inline, k, n, roots }: Fields): Manifest {
  const common = { size, cipher, content };
  if (inline !== undefined && k === undefined && n === undefined && roots === undefined) {
    return { ...common, body: { kind: "inline", bytes: inline } };
  }
  if (inline === undefined && k !== undefined && n !== undefined && roots !== undefined) {
    return { ...common, body: { kind: "coded", scheme: { k, n }, roots } };
  }
  throw manifestInvalid("it needs either inline, or k, n and roots");
}

function wrong(id: ObjectId, bytes: Uint8Array): CairnError {
  return cairnError("ERR_MANIFEST_WRONG", undefined, { facts: { object: id, bytes: bytes.length } });
}
