// The chain of a provider that starts: asked for a while, and done without where an earlier run knows what is needed of it.

import { connectLedger, connectLedgerLater } from "../contracts/index.ts";
import { isCairnError } from "../protocol/index.ts";
import { PROVIDER } from "./limits/index.ts";
import { DEFAULT_POLL_MS, providerLog } from "./provider-options.ts";
import type { Ledger, RemovedTransaction } from "../contracts/index.ts";
import type { ProviderNodeOptions } from "./provider-options.ts";
import type { Registration } from "./registration.ts";

/**
 * Sends as the node key; the caller closes it. A provider that was registered before needs no chain to start.
 * Throws ERR_RPC_DOWN, ERR_WRONG_CHAIN, ERR_NOT_DEPLOYED.
 */
export async function openChain(
  options: ProviderNodeOptions,
  privateKey: Uint8Array,
  known: Registration | undefined,
): Promise<Ledger> {
  const { network: deployment, pollMs = DEFAULT_POLL_MS, signal } = options;
  const log = providerLog(options.log);
  const ledgerOptions = {
    deployment,
    privateKey,
    pollMs,
    patienceMs: Math.min(pollMs * PROVIDER.patiencePolls, PROVIDER.patienceMs),
    onRemoved: (removed: RemovedTransaction) =>
      log.warn({ event: "chain.transaction-removed", ...removed }, removalText(removed)),
  };
  const connected = await ifChainAnswers(signal, known, (wait) => connectLedger({ ...ledgerOptions, ...wait }));
  return connected ?? connectLedgerLater(ledgerOptions);
}

/** Undefined if the chain is away, or silent for long, and an earlier run knows what is needed of it. */
export async function ifChainAnswers<T>(
  signal: AbortSignal | undefined,
  known: Registration | undefined,
  ask: (wait: { readonly signal?: AbortSignal }) => Promise<T>,
): Promise<T | undefined> {
  if (known === undefined) return ask(signal === undefined ? {} : { signal });
  const late = AbortSignal.timeout(PROVIDER.startMs);
  try {
    return await ask({ signal: signal === undefined ? late : AbortSignal.any([signal, late]) });
  } catch (error) {
    const isAway = isCairnError(error, "ERR_RPC_DOWN") || (late.aborted && isCairnError(error, "ERR_ABORTED"));
    if (signal?.aborted === true || !isAway) throw error;
    return undefined;
  }
}

/** One errand with the owner's key, which is not kept. */
export async function asOwner<T>(
  options: ProviderNodeOptions,
  privateKey: Uint8Array,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const { network: deployment, pollMs = DEFAULT_POLL_MS, signal } = options;
  const ownerLedger = await connectLedger({
    deployment,
    privateKey,
    pollMs,
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    return await work(ownerLedger);
  } finally {
    ownerLedger.close();
  }
}

function removalText({ doing, outcome }: RemovedTransaction): string {
  const what = `the chain has taken back the block with a transaction of this provider (${doing})`;
  return outcome === "sent again"
    ? `${what}: it was sent again, nothing is to be done`
    : `${what}, and nothing is left for it to do; what is still needed is sent anew`;
}
