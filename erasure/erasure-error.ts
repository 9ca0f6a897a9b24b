// The one error of this folder.

/** What each code means; the message of an error says what to do. */
export const ERASURE_ERRORS = {
  ERR_SCHEME: "k and n are no scheme: 1 ≤ k < n ≤ 256",
  ERR_SEGMENT_LENGTH: "a segment or object has a length that this scheme cannot have",
  ERR_SHARD_LENGTH: "shards differ in length, are empty, too long, or no multiple of 256 bytes",
  ERR_SHARD_COUNT: "the array of shards has not one place for each shard",
  ERR_SHARD_INDEX: "a shard is none of the scheme's, or is named twice",
  ERR_TOO_FEW_SHARDS: "fewer than k shards are there",
  ERR_SHARD_PLACE: "shards or columns do not lie inside the kernel's memory, or lie over its tables",
  ERR_MEMORY: "the memory that a kernel works in cannot be had",
  ERR_KERNEL: "the erasure kernel could not be loaded or failed",
} as const;

export type ErasureErrorCode = keyof typeof ERASURE_ERRORS;

export class ErasureError extends Error {
  readonly code: ErasureErrorCode;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: ErasureErrorCode, message: string, facts: Readonly<Record<string, unknown>>, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ErasureError";
    this.code = code;
    this.facts = facts;
  }
}
