// What a call throws, seen from the outside.
import { isCairnError } from "../../protocol/index.ts";

/** The code of the CairnError that `call` throws; "nothing" if it returns; any other error passes on and fails the test. */
export function codeOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (isCairnError(error)) return error.code;
    throw error;
  }
  return "nothing";
}

export function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "nothing";
}
