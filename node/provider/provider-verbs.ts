// The five verbs that a provider answers, each with the parts that it takes.

import { CairnError } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { HeldFragments } from "./held-fragments.ts";
import { OfferDesk } from "./offer-handler.ts";
import { handleProve } from "./prove-handler.ts";
import { handleRetrieve } from "./retrieve-handler.ts";
import { handleStore } from "./store-handler.ts";
import { handleSync } from "./sync-handler.ts";
import { Turnstile } from "./turnstile.ts";
import type { Ledger } from "../../contracts/index.ts";
import type { ProviderParts } from "./provider-parts.ts";
import type { RoundReport } from "./round-report.ts";

/** Answers from now on. */
export async function serveAll(parts: ProviderParts): Promise<void> {
  const { options, components, tables, book, staging, keeper, reader, objects, trees, clock, tickets, announcer, now } =
    parts;
  const { decided } = parts;
  const { network, store, hasher, ledger, owner, nodeSigner } = components;
  const { domain } = ledger;
  const stagedTtlMs = options.stagedTtlMs ?? PROVIDER.stagedTtlMs;
  const storing = {
    tables,
    book,
    staging,
    keeper,
    reader,
    store,
    tickets,
    hasher,
    capacityBytes: options.capacityBytes,
    stagedTtlMs,
    now,
  };
  const changes = { tables, book, staging, reader, objects, trees, clock, decided, hasher, domain, nodeSigner };
  const held = new HeldFragments(parts);
  const audits = new Turnstile(PROVIDER.audits, PROVIDER.auditsWaiting, PROVIDER.auditsWaitingPerPeer);
  const proofs = { tables, hasher, book, trees, reader };
  const offers = new OfferDesk({
    terms: options,
    ledger: whileItAnswers(ledger, parts.report),
    clock,
    store,
    book,
    offers: parts.offers,
    owner,
    domain,
    nodeSigner,
    now,
  });
  await network.serve("store", (channel, { signal }) => handleStore(storing, channel, signal));
  await network.serve("retrieve", (channel) => handleRetrieve({ reader }, channel));
  await network.serve("prove", (channel, { signal }) =>
    handleProve({ proofs, shelf: parts.shelf, audits }, channel, signal),
  );
  await network.serve("sync", (channel, { signal }) =>
    handleSync({ changes, held, tickets, announcer }, channel, signal),
  );
  await network.serve("offer", (channel) => offers.handle(channel));
}

/** For questions of peers: while the chain is known to be away each gets its refusal at once, instead of waiting for it. */
function whileItAnswers(ledger: Ledger, report: RoundReport): Ledger {
  const refuse = (): void => {
    if (report.chainDown) throw new CairnError("ERR_RPC_DOWN", "The chain does not answer: no offers until it does.");
  };
  return {
    ...ledger,
    provider: async (owner, wait) => (refuse(), ledger.provider(owner, wait)),
    settings: async (wait) => (refuse(), ledger.settings(wait)),
  };
}
