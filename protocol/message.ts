// A message codec: the schema that says what a message may hold, and how long it may be on the wire.
import * as z from "zod";
import { decode, encode } from "./encoding.ts";
import { type CairnError, cairnError } from "./errors.ts";
import type { Frozen } from "./fields.ts";
import { printable } from "./printable.ts";

export interface MessageCodec<Message> {
  /** Throws ERR_INTERNAL for a value that breaks the schema, ERR_MESSAGE_TOO_LONG for one that does not fit. */
  readonly encode: (message: Message) => Uint8Array;
  /** Total on hostile bytes: throws ERR_MESSAGE_INVALID or ERR_MESSAGE_TOO_LONG and nothing else. */
  readonly decode: (bytes: Uint8Array) => Message;
}

/** `name` is for people, as in "store request". */
export function messageCodec<S extends z.ZodType>(
  name: string,
  schema: S,
  maxBytes: number,
): MessageCodec<Frozen<z.output<S>>> {
  return {
    encode: (message) => encodeMessage(name, schema, maxBytes, message),
    decode: (bytes) => decodeMessage(name, schema, maxBytes, bytes) as Frozen<z.output<S>>,
  };
}

function encodeMessage(name: string, schema: z.ZodType, maxBytes: number, message: unknown): Uint8Array {
  const parsed = z.safeEncode(schema, message);
  if (!parsed.success)
    throw cairnError("ERR_INTERNAL", `The ${name} to send is not valid: ${firstIssue(parsed.error)}.`);
  const bytes = encode(parsed.data);
  if (bytes.length <= maxBytes) return bytes;
  const facts = { message: name, bytes: bytes.length, maxBytes };
  throw cairnError("ERR_MESSAGE_TOO_LONG", `The ${name} has ${bytes.length} bytes, more than ${maxBytes}.`, { facts });
}

function decodeMessage(name: string, schema: z.ZodType, maxBytes: number, bytes: Uint8Array): unknown {
  const parsed = z.safeDecode(schema, decode(bytes, maxBytes));
  if (parsed.success) return parsed.data;
  throw messageInvalid(name, firstIssue(parsed.error));
}

function messageInvalid(name: string, why: string): CairnError {
  return cairnError("ERR_MESSAGE_INVALID", `The ${name} is not valid: ${why}.`, { facts: { message: name } });
}

/** Where and what, short and printable: the text can quote keys that a peer chose. */
function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  const where = (issue?.path ?? []).map(String).join(".");
  return printable(`${where === "" ? "message" : where}: ${issue?.message ?? "wrong"}`, 120);
}
