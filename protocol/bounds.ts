// The sizes that every message and manifest is measured against (docs/spec/data.md, docs/spec/wire.md).
import { MAX_SHARD_BYTES } from "../erasure/index.ts";
import { LEAF_BYTES } from "../proofs/index.ts";

export const KIBIBYTE = 1024;
/** A fragment is a shard at rest. */
export const MAX_FRAGMENT_BYTES = MAX_SHARD_BYTES;
/** Leaves of 256 bytes in the largest fragment. */
export const FRAGMENT_LEAVES = MAX_FRAGMENT_BYTES / LEAF_BYTES;
/** Most hashes in a range proof: two for each of the 12 levels below the root of 4,096 leaves. */
export const MAX_RANGE_SIBLINGS = 24;
/** Leaves in one unit of capacity, 1 MiB (docs/spec/chain.md). */
export const UNIT_LEAVES = 4096;
/** Samples in one proof over the wire. */
export const MAX_SAMPLES = 256;
/** Entries in one list of fragments. */
export const MAX_LIST = 4096;
/** Objects in one announcement. */
export const MAX_ANNOUNCED = 256;
/** A tree of fewer than 2^53 items has at most one peak per bit. */
export const MAX_PEAKS = 53;
/** Runs of segments in one answer about an object. */
export const MAX_HOLDINGS = 8192;
/** Text that a refusal may add, in UTF-8 bytes. */
export const MAX_DETAIL_BYTES = 256;
/** Letters of an error code on the wire. */
export const MAX_CODE_CHARACTERS = 64;
