// Ids of fragments and objects: true CIDs, so that any IPLD tool reads them, in the one text form that Cairn writes.
import { CID } from "multiformats/cid";
import { create as digestOf } from "multiformats/hashes/digest";
import type { Hasher } from "../proofs/index.ts";
import { type CairnError, cairnError } from "./errors.ts";

declare const fragment: unique symbol;
declare const object: unique symbol;
/** `bafk…`: CIDv1, raw, sha2-256 over the fragment's 40-byte top preimage (docs/spec/data.md). */
export type FragmentId = string & { readonly [fragment]: true };
/** `bafy…`: CIDv1, dag-cbor, sha2-256 over the manifest's bytes. */
export type ObjectId = string & { readonly [object]: true };

export const DIGEST_BYTES = 32;
/** "b" and 36 bytes (version, codec, hash, length, digest) in base32. */
export const ID_CHARACTERS = 59;

const RAW = 0x55;
const DAG_CBOR = 0x71;
const SHA2_256 = 0x12;
const NAMES: Readonly<Record<number, string>> = {
  [RAW]: "a fragment id",
  [DAG_CBOR]: "an object id",
  0x70: "a file of IPFS (dag-pb)",
};

/** Fragment root, 32 bytes → id. */
export function fragmentId(root: Uint8Array): FragmentId {
  return idOf(RAW, root) as FragmentId;
}

/** The id's fragment root, 32 bytes. */
export function fragmentRootOf(id: FragmentId): Uint8Array {
  return CID.parse(id).multihash.digest;
}

/** Digest of a manifest, 32 bytes → id. */
export function objectId(digest: Uint8Array): ObjectId {
  return idOf(DAG_CBOR, digest) as ObjectId;
}

/** The id's manifest digest, 32 bytes: the object's name on the wire and in the DHT. */
export function objectDigest(id: ObjectId): Uint8Array {
  return CID.parse(id).multihash.digest;
}

export function objectIdOf(hasher: Hasher, manifestBytes: Uint8Array): ObjectId {
  return objectId(hasher.sha256(manifestBytes));
}

/** Text of a user → id. Throws ERR_ID_INVALID, whose message says what is wrong with the text. */
export function parseObjectId(text: string): ObjectId {
  return parseId(text, DAG_CBOR) as ObjectId;
}

/** Text of a user → id. Throws ERR_ID_INVALID, whose message says what is wrong with the text. */
export function parseFragmentId(text: string): FragmentId {
  return parseId(text, RAW) as FragmentId;
}

function idOf(codec: number, digest: Uint8Array): string {
  if (digest.length !== DIGEST_BYTES) {
    throw cairnError("ERR_INTERNAL", `An id is made of a digest of ${DIGEST_BYTES} bytes, not ${digest.length}.`);
  }
  return CID.createV1(codec, digestOf(SHA2_256, digest)).toString();
}

function parseId(text: string, codec: number): string {
  if (text.length < ID_CHARACTERS) throw invalid(`it is cut short: ${text.length} of ${ID_CHARACTERS} characters`);
  if (text.length > ID_CHARACTERS) throw invalid(`it is longer than ${ID_CHARACTERS} characters`);
  if (!/^b[a-z2-7]*$/.test(text))
    throw invalid("ids are written in lower-case base32, a to z and 2 to 7, starting with b");
  const cid = parseCid(text);
  if (cid.code !== codec) {
    throw invalid(`it names ${NAMES[cid.code] ?? `codec 0x${cid.code.toString(16)}`}, not ${NAMES[codec]}`);
  }
  if (cid.multihash.code !== SHA2_256 || cid.multihash.digest.length !== DIGEST_BYTES)
    throw invalid("its hash is not SHA-256");
  return text;
}

/** Every id has one text: spare bits of the last character must be zero, so the text must come back as it was. */
function parseCid(text: string): CID {
  let cid: CID;
  try {
    cid = CID.parse(text);
  } catch (cause) {
    throw invalid("it is not a CID", cause);
  }
  if (cid.version !== 1 || cid.toString() !== text) throw invalid("it is not a CID in its one canonical form");
  return cid;
}

function invalid(why: string, cause?: unknown): CairnError {
  return cairnError("ERR_ID_INVALID", `The text is not an id that fits here: ${why}.`, { facts: { why }, cause });
}
