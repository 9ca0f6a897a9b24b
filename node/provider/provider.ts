// The provider role: stores, serves and proves. Answers the five verbs, and runs what goes on by itself: proving each round,
// answering disputes, announcing, reading again what is stored, letting go of what nobody pays for.

import { PROVIDER } from "../limits/index.ts";
import { Answerer } from "./answerer.ts";
import { sweep, Tidying } from "./housekeeping.ts";
import { pause } from "./pause.ts";
import { ProveSlot, slotOf } from "./prove-slot.ts";
import { Prover } from "./prover.ts";
import { assemble } from "./provider-parts.ts";
import { providerStatus } from "./provider-status.ts";
import { serveAll } from "./provider-verbs.ts";
import { TermsWatch } from "./terms-watch.ts";
import type { Address } from "../../protocol/index.ts";
import type { ProviderComponents, ProviderOptions, ProviderParts } from "./provider-parts.ts";
import type { ProviderStatus } from "./provider-status.ts";

export interface Provider {
  readonly owner: Address;
  status(): Promise<ProviderStatus>;
  /**
   * Breaks off what runs by itself, within `PROVIDER.stopMs`. Network, store, ledger and folder stay open: stop the network before
   * it or with it, close the others after it.
   */
  stop(): Promise<void>;
}

/**
 * Starts serving and proving. Resolves when all verbs are answered; the chain need not be reachable.
 * Throws ERR_STORE_DAMAGED when the book cannot be read.
 */
export async function startProvider(options: ProviderOptions, components: ProviderComponents): Promise<Provider> {
  const parts = await assemble(options, components);
  await serveAll(parts);
  const stop = new AbortController();
  const running = runAll(parts, stop.signal);
  return {
    owner: components.owner,
    status: () => providerStatus(parts),
    async stop() {
      stop.abort();
      await Promise.race([running, pause(PROVIDER.stopMs, new AbortController().signal)]);
    },
  };
}

/** Until the signal, and until what was begun then has broken off. */
async function runAll(parts: ProviderParts, stop: AbortSignal): Promise<void> {
  const tidying = new Tidying(parts, stop);
  const prover = proverOf(parts, (round) => tidying.begin(round));
  await Promise.all([
    prover.run(stop),
    answererOf(parts, prover).run(stop),
    parts.announcer.run(stop),
    sweep(parts, stop),
    parts.scrub.run(stop),
  ]);
  await tidying.idle();
  await parts.lost.settled();
}

function proverOf(parts: ProviderParts, afterRound: (round: number) => void): Prover {
  const { components, options, clock, shelf, decided, report, tables, book, trees, reader, now } = parts;
  const { ledger, owner, log, hasher } = components;
  const { pollMs } = options;
  const proofs = { tables, hasher, book, trees, reader };
  const terms = new TermsWatch({ ledger, owner, clock, book, log });
  const spread = options.spreadBlocks ?? 0;
  const slot = new ProveSlot((round) => slotOf(hasher, owner, round, spread), ledger.deployment.roundBlocks);
  return new Prover({
    ledger,
    owner,
    clock,
    slot,
    shelf,
    decided,
    terms,
    proofs,
    report,
    log,
    pollMs,
    now,
    afterRound,
  });
}

function answererOf(parts: ProviderParts, prover: Prover): Answerer {
  const {
    components,
    options,
    clock,
    shelf,
    report: rounds,
    disputes: report,
    tables,
    book,
    trees,
    reader,
    now,
  } = parts;
  const { ledger, owner, log, hasher } = components;
  const { pollMs } = options;
  const proofs = { tables, hasher, book, trees, reader };
  return new Answerer({ ledger, owner, clock, shelf, prover, proofs, rounds, report, log, pollMs, now });
}
