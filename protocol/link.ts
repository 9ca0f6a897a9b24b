// A link: what a user keeps or shares. `cairn:<ObjectId>#<read key>` reads the object; without `#…` it only verifies and repairs.
// The key is a secret: no message and no fact of an error here repeats any of the text.
import { base64url } from "multiformats/bases/base64";
import { type CairnError, cairnError, isCairnError } from "./errors.ts";
import { type ObjectId, parseObjectId } from "./ids.ts";

export interface Link {
  readonly object: ObjectId;
  /** The read key, 32 bytes. */
  readonly key?: Uint8Array;
}

const SCHEME = "cairn:";
export const READ_KEY_BYTES = 32;
/** 32 bytes in base64url without padding. */
const KEY_CHARACTERS = 43;
/** 43 characters hold two bits more than 32 bytes; they are zero, so that a key has one text. */
const LAST_CHARACTER = /[AEIMQUYcgkosw048]$/;
/** Longer text is not looked at; a link has 109 characters. */
const MAX_TEXT = 1024;

/** Throws ERR_INTERNAL if the key is not of 32 bytes. */
export function formatLink(link: Link): string {
  if (link.key === undefined) return `${SCHEME}${link.object}`;
  if (link.key.length !== READ_KEY_BYTES) throw cairnError("ERR_INTERNAL", "A read key has 32 bytes.");
  return `${SCHEME}${link.object}#${base64url.baseEncode(link.key)}`;
}

/**
 * Text of a user → link. White space around it is dropped and the scheme may be in any case, as in every URI; all else is exact.
 * Throws ERR_LINK_INVALID, whose message says what is wrong.
 */
export function parseLink(text: string): Link {
  const trimmed = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT + 1) : text.trim();
  if (trimmed.length > MAX_TEXT) throw invalid("it is far too long");
  if (/\s/.test(trimmed)) throw invalid("there is a space or a line break inside it");
  const rest = withoutScheme(trimmed);
  const hash = rest.indexOf("#");
  if (hash === -1) return { object: parseObject(rest) };
  return { object: parseObject(rest.slice(0, hash)), key: parseKey(rest.slice(hash + 1)) };
}

function withoutScheme(text: string): string {
  if (text.slice(0, SCHEME.length).toLowerCase() === SCHEME) return text.slice(SCHEME.length);
  if (text === "") throw invalid("it is empty");
  if (/^(bafy|bafk)/.test(text)) throw invalid("it is an id without cairn: in front");
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) throw invalid("it starts with another scheme than cairn:");
  throw invalid("it does not start with cairn:");
}

function parseObject(id: string): ObjectId {
  try {
    return parseObjectId(id);
  } catch (cause) {
    throw isCairnError(cause, "ERR_ID_INVALID")
      ? invalid(`its object id is wrong, ${String(cause.facts["why"])}`)
      : cause;
  }
}

function parseKey(text: string): Uint8Array {
  if (text.length < KEY_CHARACTERS)
    throw invalid(`its key is cut short: ${text.length} of ${KEY_CHARACTERS} characters`);
  if (text.length > KEY_CHARACTERS) throw invalid(`its key is longer than ${KEY_CHARACTERS} characters`);
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw invalid("its key has a character that is not base64url");
  if (!LAST_CHARACTER.test(text)) throw invalid("the last character of its key is wrong");
  return base64url.baseDecode(text);
}

function invalid(why: string, cause?: unknown): CairnError {
  return cairnError("ERR_LINK_INVALID", `The text is not a cairn link: ${why}.`, { cause });
}
