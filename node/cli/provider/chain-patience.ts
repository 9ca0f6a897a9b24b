// An endpoint that takes questions and answers none must not keep whoever only wants to look waiting for each of them.

import { CairnError } from "../../../protocol/index.ts";
import { DOCTOR } from "../../limits/index.ts";
import { formatSeconds } from "../../quantity.ts";
import { orAborted } from "../../wait.ts";
import type { CommandContext } from "../command.ts";

/** What `ask` finds out within `DOCTOR.chainMs`; ERR_RPC_DOWN beyond it. Throws what `ask` throws. */
export async function withPatience<T>(
  context: CommandContext,
  ask: (context: CommandContext) => Promise<T>,
): Promise<T> {
  const patience = AbortSignal.timeout(DOCTOR.chainMs);
  const signal = AbortSignal.any([context.signal, patience]);
  try {
    return await orAborted(ask({ ...context, signal }), signal);
  } catch (error) {
    if (!patience.aborted || context.signal.aborted) throw error;
    const message = `The chain's endpoint has not answered within ${formatSeconds(DOCTOR.chainMs / 1000)}.`;
    throw new CairnError("ERR_RPC_DOWN", message, { cause: error });
  }
}
