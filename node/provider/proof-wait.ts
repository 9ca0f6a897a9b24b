// Waiting for a proof that was sent, only as long as the wait is worth something: it ends with the round, and when the state
// shows the proof although no receipt comes. And asking again where the first node to answer may have been behind.

import { cairnError, isCairnError } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { pause } from "./pause.ts";
import type { RoundClock } from "./round-clock.ts";

export interface WaitParts {
  readonly clock: RoundClock;
  readonly pollMs: number;
  /** Asks the state of the chain whether the round is proved. */
  readonly isProved: (signal: AbortSignal) => Promise<boolean>;
  /** Told of looks that failed. */
  readonly complain: (error: unknown) => void;
}

/**
 * What `send` gives, or undefined if the state showed the proof first.
 * Throws what `send` throws, and ERR_TX_TIMEOUT when the round is over.
 */
export async function whileRoundLasts<T>(
  parts: WaitParts,
  round: number,
  signal: AbortSignal,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const done = new AbortController();
  const end = { because: new AbortController(), isProved: false };
  const watching = watch(parts, round, end, AbortSignal.any([signal, done.signal]));
  try {
    return await send(AbortSignal.any([signal, end.because.signal]));
  } catch (error) {
    if (!end.because.signal.aborted || signal.aborted) throw error;
    if (end.isProved) return undefined;
    throw tooLate(round, error);
  } finally {
    done.abort();
    await watching;
  }
}

interface End {
  readonly because: AbortController;
  isProved: boolean;
}

async function watch(parts: WaitParts, round: number, end: End, until: AbortSignal): Promise<void> {
  const { clock, pollMs, isProved, complain } = parts;
  await pause(pollMs, until);
  for (let look = 1; !until.aborted; look++) {
    try {
      if ((await clock.read(until)).round > round) return end.because.abort();
      if (look % PROVIDER.stateLookPolls === 0 && (await isProved(until))) {
        end.isProved = true;
        return end.because.abort();
      }
    } catch (error) {
      if (!until.aborted) complain(error);
    }
    await pause(pollMs, until);
  }
}

/** A refusal before anything was sent may be that of a node which is behind: the next one is asked at once. */
export async function despiteLag<T>(ask: () => Promise<T>): Promise<T> {
  for (let look = 1; ; look++) {
    try {
      return await ask();
    } catch (error) {
      const isRefusal = isCairnError(error, "ERR_REVERTED") && error.facts["hash"] === undefined;
      if (!isRefusal || look === PROVIDER.viewLooks) throw error;
    }
  }
}

function tooLate(round: number, cause: unknown): Error {
  return cairnError("ERR_TX_TIMEOUT", `The proof of round ${round} was in no block when the round ended.`, {
    facts: { round },
    cause,
  });
}
