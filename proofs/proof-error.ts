// The one error of this folder: what was refused, and by which rule.

/** The rules of docs/spec/data.md by which a proof is refused. */
export const PROOF_RULES = {
  root: "what the proof shows does not hash to the root",
  leaves: "the leaf count is no whole number, or does not go with the root",
  count: "the number of challenges is no whole number from 1 to 65,536",
  seed: "a seed is 32 bytes",
  position: "a position is a whole number below the leaf count",
  truncated: "the bytes end before the proof does",
  trailing: "bytes follow the end of the proof",
  "aggregate-depth": "the aggregate tree is at most 40 levels deep",
  "aggregate-split": "each half of an aggregate node has at least one leaf",
  "sub-depth": "an allocation's tree is at most 40 levels deep",
  "sub-split": "each half of an allocation's node has at least one leaf",
  "fragment-bytes": "a fragment has at least one byte",
  "fragment-leaves": "the fragment's length does not give the leaf count that the tree has for it",
  place: "the allocation is not where its first leaf is said to be, or has other leaves there",
} as const;

export type ProofRule = keyof typeof PROOF_RULES;

export type ProofErrorCode = "ERR_PROOF" | "ERR_TREE_INPUT" | "ERR_TREE_KERNEL";

/**
 * `ERR_PROOF`: bytes from someone else do not prove what they should; `rule` says why.
 * `ERR_TREE_INPUT`: the caller asked for a tree or a proof that cannot exist; `rule` is undefined.
 * `ERR_TREE_KERNEL`: the compiled hashing cannot run here, or there is no more memory for it; `rule` is undefined.
 */
export class ProofError extends Error {
  readonly code: ProofErrorCode;
  readonly rule: ProofRule | undefined;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(
    code: ProofErrorCode,
    message: string,
    { rule, facts = {}, cause }: { rule?: ProofRule; facts?: Readonly<Record<string, unknown>>; cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ProofError";
    this.code = code;
    this.rule = rule;
    this.facts = facts;
  }
}

/** The refusal of a proof by one rule. */
export function refused(rule: ProofRule, facts: Readonly<Record<string, unknown>> = {}): ProofError {
  return new ProofError("ERR_PROOF", `Proof refused: ${PROOF_RULES[rule]}. Ask its maker for another.`, {
    rule,
    facts,
  });
}

/** The refusal of an argument; `message` says what to pass instead. */
export function unbuildable(message: string, facts: Readonly<Record<string, unknown>> = {}): ProofError {
  return new ProofError("ERR_TREE_INPUT", message, { facts });
}

/** The compiled hashing cannot run; `message` says what to do instead. */
export function noKernel(message: string, cause: unknown, facts: Readonly<Record<string, unknown>> = {}): ProofError {
  return new ProofError("ERR_TREE_KERNEL", message, { cause, facts });
}
