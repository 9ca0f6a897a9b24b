// The error that every part of Cairn throws: a stable code, the facts of the case, and a message that says what to do next.
import { ERRORS, type ErrorCode, type Fault } from "./error-list.ts";

export interface ErrorDetails {
  /** The figures and names of the case at hand. Never a key, a plaintext or a path of another machine. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** Test `error.code`, not the message. The fault follows from the code. */
export class CairnError extends Error {
  override readonly name = "CairnError";
  readonly code: ErrorCode;
  readonly fault: Fault;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.fault = ERRORS[code].fault;
    this.facts = details.facts ?? {};
  }
}

/** True if `error` is a CairnError, and of this code if one is given. */
export function isCairnError(error: unknown, code?: ErrorCode): error is CairnError {
  return error instanceof CairnError && (code === undefined || error.code === code);
}

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERRORS, text);
}

/** A CairnError whose message is the list's meaning and remedy, with `what` happened in front where given. */
export function cairnError(code: ErrorCode, what?: string, details?: ErrorDetails): CairnError {
  const { meaning, remedy } = ERRORS[code];
  return new CairnError(code, `${what ?? meaning} ${remedy}`, details);
}
