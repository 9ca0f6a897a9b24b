// The provider role: stores, serves and proves. Composes the parts, answers the five verbs, and runs what goes on by itself:
// proving each round, answering disputes, announcing, letting go of what nobody pays for.

import { CairnError } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { AllocationBook } from "./allocation-book.ts";
import { ClockWatch } from "./clock-watch.ts";
import { Announcer } from "./announcer.ts";
import { Answerer } from "./answerer.ts";
import { openTables } from "./book-tables.ts";
import { DecidedRounds } from "./decided-rounds.ts";
import { DisputeReport } from "./dispute-report.ts";
import { FragmentKeeper } from "./fragment-keeper.ts";
import { FragmentReader } from "./fragment-reader.ts";
import { openFragmentScrub } from "./fragment-scrub.ts";
import { LostFragments } from "./lost-fragments.ts";
import { ObjectIndex } from "./object-index.ts";
import { OfferDesk } from "./offer-handler.ts";
import { pause } from "./pause.ts";
import { handleProve } from "./prove-handler.ts";
import { ProveSlot, slotOf } from "./prove-slot.ts";
import { Prover } from "./prover.ts";
import { providerStatus } from "./provider-status.ts";
import { handleRetrieve } from "./retrieve-handler.ts";
import { RoundClock } from "./round-clock.ts";
import { RoundReport } from "./round-report.ts";
import { SnapshotShelf } from "./snapshot-shelf.ts";
import { Staging } from "./staging.ts";
import { handleStore } from "./store-handler.ts";
import { handleSync } from "./sync-handler.ts";
import { TermsWatch } from "./terms-watch.ts";
import { TicketDesk } from "./ticket-desk.ts";
import { TreeCache } from "./tree-cache.ts";
import { Turnstile } from "./turnstile.ts";
import { Withdrawable } from "./withdrawable.ts";
import { dropEnded, dropExpired, dropRemoved, dropStates } from "./upkeep.ts";
import type { Ledger } from "../../contracts/index.ts";
import type { Address, Signer } from "../../protocol/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { Network } from "../network/index.ts";
import type { BookTables } from "./book-tables.ts";
import type { FragmentStore, ProviderFolder, Scrub, ScrubOptions } from "./store/index.ts";
import type { ProviderLog } from "./provider-log.ts";
import type { ProviderStatus } from "./provider-status.ts";
import type { UpkeepParts } from "./upkeep.ts";

export interface ProviderOptions {
  /** Bytes of fragments to hold at most. */
  readonly capacityBytes: number;
  /** Token base units per unit of 1 MiB and round. */
  readonly pricePerUnitRound: bigint;
  readonly maxUnitsPerOffer: number;
  readonly minRounds: number;
  /** Bytes that the allocations of one client may have together. Default: any. */
  readonly clientBytes?: number;
  /** Between two looks at the chain: well below the length of a round. */
  readonly pollMs: number;
  /** Blocks of a round over which the proofs of all providers are spread, see prove-slot.ts. Default 0: each at once. */
  readonly spreadBlocks?: number;
  /** How long a stored fragment waits for an allocation state. Default one hour, which the wire promises. */
  readonly stagedTtlMs?: number;
  /** How fast and how often what is stored is read again. */
  readonly scrub?: ScrubOptions;
}

export interface ProviderComponents {
  readonly folder: Pick<ProviderFolder, "book" | "sublevel">;
  readonly store: FragmentStore;
  readonly network: Network;
  /** Its account is the node key. */
  readonly ledger: Ledger;
  readonly nodeSigner: Signer;
  readonly owner: Address;
  readonly hasher: Hasher;
  readonly log: ProviderLog;
  /** Milliseconds since 1970; default Date.now. */
  readonly clock?: () => number;
}

export interface Provider {
  readonly owner: Address;
  status(): Promise<ProviderStatus>;
  /** Ends what runs by itself, within `PROVIDER.stopMs`. Network, store, ledger and folder stay open: stop the network first. */
  stop(): Promise<void>;
}

/** Everything a provider is made of. */
export interface ProviderParts extends UpkeepParts {
  readonly options: ProviderOptions;
  readonly components: ProviderComponents;
  readonly clock: RoundClock;
  readonly reader: FragmentReader;
  readonly lost: LostFragments;
  readonly watch: ClockWatch;
  readonly scrub: Scrub;
  readonly decided: DecidedRounds;
  readonly report: RoundReport;
  readonly disputes: DisputeReport;
  readonly withdrawable: Withdrawable;
  readonly announcer: Announcer;
  readonly tickets: TicketDesk;
  readonly now: () => number;
}

/**
 * Starts serving and proving. Resolves when all verbs are answered; the chain need not be reachable.
 * Throws ERR_STORE_DAMAGED when the book cannot be read.
 */
export async function startProvider(options: ProviderOptions, components: ProviderComponents): Promise<Provider> {
  const parts = await assemble(options, components);
  await serveAll(parts);
  const stop = new AbortController();
  const tidying = new Tidying(parts);
  const prover = proverOf(parts, (round) => tidying.begin(round));
  const running = Promise.all([
    prover.run(stop.signal),
    answererOf(parts, prover).run(stop.signal),
    parts.announcer.run(stop.signal),
    sweep(parts, stop.signal),
    parts.scrub.run(stop.signal),
  ])
    .then(() => tidying.idle())
    .then(() => parts.lost.settled());
  return {
    owner: components.owner,
    status: () => providerStatus(parts),
    async stop() {
      stop.abort();
      await Promise.race([running, pause(PROVIDER.stopMs, new AbortController().signal)]);
    },
  };
}

async function assemble(options: ProviderOptions, components: ProviderComponents): Promise<ProviderParts> {
  const { folder, store, network, ledger, owner, hasher, log } = components;
  const now = components.clock ?? Date.now;
  const tables: BookTables = openTables(folder);
  const shelf = await SnapshotShelf.open(tables, hasher);
  // The round in which a root was offered last is over or present: enough to serve by until the chain answers.
  const clock = new RoundClock(ledger, shelf.lastOffered < 0 ? undefined : shelf.lastOffered);
  const book = await AllocationBook.open({ tables, ledger, owner, clock });
  const staging = new Staging(tables);
  await staging.load(async (root) => (await store.size(root)) !== undefined);
  const lost = await LostFragments.open(folder.sublevel("lost"));
  const reader = new FragmentReader(store, hasher, lost);
  const objects = new ObjectIndex(tables, hasher, reader);
  const report = new RoundReport(now);
  const table = folder.sublevel("scrub");
  const scrub = await openFragmentScrub(
    { table, store, reader, tables, book, report, ledger, hasher, log, now },
    options.scrub ?? {},
  );
  return {
    options,
    components,
    tables,
    clock,
    book,
    staging,
    reader,
    lost,
    watch: await ClockWatch.open({ table: folder.sublevel("clock"), log, now }),
    scrub,
    objects,
    keeper: new FragmentKeeper(tables, staging, store, lost),
    shelf,
    decided: new DecidedRounds(shelf.lastOffered),
    trees: new TreeCache(tables, hasher),
    report,
    disputes: new DisputeReport(now),
    withdrawable: new Withdrawable({ ledger, owner, report, now }),
    announcer: new Announcer({ network, objects, log, now }),
    tickets: new TicketDesk({ domain: ledger.domain, hasher, owner, now }),
    now,
  };
}

async function serveAll(parts: ProviderParts): Promise<void> {
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
  const changes = { tables, book, staging, objects, trees, clock, decided, hasher, domain, nodeSigner };
  const audits = new Turnstile(PROVIDER.audits, PROVIDER.auditsWaiting, PROVIDER.auditsWaitingPerPeer);
  const proofs = { tables, hasher, book, trees, reader };
  const offers = new OfferDesk({
    terms: options,
    ledger: whileItAnswers(ledger, parts.report),
    clock,
    store,
    book,
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
  await network.serve("sync", (channel, { signal }) => handleSync({ changes, tickets, announcer }, channel, signal));
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

/** After a round what ended or was removed may go, beside the proving: letting go of a million rows takes longer than a round. */
class Tidying {
  readonly #parts: ProviderParts;
  #work: Promise<void> | undefined;

  constructor(parts: ProviderParts) {
    this.#parts = parts;
  }

  /** Unless it still runs for an earlier round. */
  begin(round: number): void {
    this.#work ??= this.#letGo(round).finally(() => (this.#work = undefined));
  }

  async idle(): Promise<void> {
    await this.#work;
  }

  async #letGo(round: number): Promise<void> {
    const { log } = this.#parts.components;
    try {
      if (!(await this.#parts.watch.isPresent(round))) return;
      const removed = await dropRemoved(this.#parts);
      const allocations = await dropEnded(this.#parts, round);
      if (removed + allocations > 0)
        log.info({ event: "data.dropped", round, removed, allocations }, "dropped what nobody pays for any more");
    } catch (error) {
      log.warn({ event: "data.not-dropped", round, err: error }, "dropping old data failed, trying again next round");
    }
  }
}

async function sweep(parts: ProviderParts, signal: AbortSignal): Promise<void> {
  const ttl = parts.options.stagedTtlMs ?? PROVIDER.stagedTtlMs;
  while (!signal.aborted) {
    await pause(Math.min(PROVIDER.stagedSweepMs, ttl), signal);
    if (signal.aborted) return;
    try {
      await dropStates(parts);
      if (await parts.watch.jumped()) parts.staging.beginAnew(parts.now() + ttl);
      const expired = await dropExpired(parts, parts.now());
      if (expired > 0)
        parts.components.log.info(
          { event: "staged.dropped", expired },
          "dropped staged fragments that no state named in time",
        );
    } catch (error) {
      parts.components.log.warn(
        { event: "staged.not-dropped", err: error },
        "dropping what expired failed, trying again soon",
      );
    }
  }
}
