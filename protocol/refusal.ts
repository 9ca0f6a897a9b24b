// The answer "no": what a server says instead of an answer, and the error it becomes at the client.
import * as z from "zod";
import { MAX_CODE_CHARACTERS, MAX_DETAIL_BYTES } from "./bounds.ts";
import { ERRORS, type ErrorCode } from "./error-list.ts";
import { type CairnError, cairnError, isCairnError } from "./errors.ts";
import type { Frozen } from "./fields.ts";
import { printable } from "./printable.ts";

export const refusal = z.strictObject({
  ok: z.literal(false),
  code: z
    .string()
    .max(MAX_CODE_CHARACTERS)
    .regex(/^ERR_[A-Z0-9_]+$/, { error: "expected an error code" }),
  detail: z.exactOptional(
    z
      .string()
      .refine((text) => new TextEncoder().encode(text).length <= MAX_DETAIL_BYTES, { error: "detail too long" }),
  ),
});

export type Refusal = Frozen<z.infer<typeof refusal>>;

/**
 * The codes that a server may refuse with. Any other code of the list is about the caller's own machine, wallet or data:
 * a peer that sends it is not believed, or it could talk a user into funding a wallet or deleting a store.
 */
export const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  "ERR_OBJECT_NOT_FOUND",
  "ERR_RANGE_INVALID",
  "ERR_MANIFEST_INVALID",
  "ERR_MANIFEST_WRONG",
  "ERR_FRAGMENT_WRONG",
  "ERR_FRAGMENT_NOT_FOUND",
  "ERR_FRAGMENT_CORRUPT",
  "ERR_FRAGMENT_NOT_STAGED",
  "ERR_MESSAGE_INVALID",
  "ERR_MESSAGE_TOO_LONG",
  "ERR_BODY_TRUNCATED",
  "ERR_BODY_TOO_LONG",
  "ERR_PEER_STALLED",
  "ERR_PEER_BUSY",
  "ERR_TICKET_INVALID",
  "ERR_TICKET_EXPIRED",
  "ERR_STATE_CONFLICT",
  "ERR_STATE_FORGED",
  "ERR_ALLOCATION_UNKNOWN",
  "ERR_ALLOCATION_EXPIRED",
  "ERR_ALLOCATION_FULL",
  "ERR_NO_CAPACITY",
  "ERR_PRICE_CHANGED",
  "ERR_ROOT_UNKNOWN",
  "ERR_SIGNATURE_INVALID",
  "ERR_RPC_DOWN",
  "ERR_DISK_FULL",
  "ERR_DISK_FAILED",
  "ERR_TIMEOUT",
  "ERR_INTERNAL",
]);

/** Server side: what to answer when `error` ended the request. Codes that are nobody else's business become ERR_INTERNAL; no message leaves the machine. */
export function refusalOf(error: unknown): Refusal {
  return { ok: false, code: isCairnError(error) && REFUSALS.has(error.code) ? error.code : "ERR_INTERNAL" };
}

/**
 * Client side: the error for a refusal that `peer` answered to `verb`. Facts: peer, verb, refused: true, code, detail (made printable).
 * A code that no server may refuse with, known or not, becomes ERR_PEER_REFUSED with that code in the facts.
 */
export function refusalError(verb: string, refused: Refusal, peer: string): CairnError {
  const code = knownRefusal(refused.code);
  const detail = refused.detail === undefined ? undefined : printable(refused.detail, MAX_DETAIL_BYTES);
  const facts = { peer, verb, refused: true, code: refused.code, ...(detail === undefined ? {} : { detail }) };
  const why = code === "ERR_PEER_REFUSED" ? `its reason is ${refused.code}.` : ERRORS[code].meaning;
  return cairnError(code, `Peer ${peer} refused ${verb}: ${why}`, { facts });
}

function knownRefusal(code: string): ErrorCode {
  return REFUSALS.has(code as ErrorCode) ? (code as ErrorCode) : "ERR_PEER_REFUSED";
}
