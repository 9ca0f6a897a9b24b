// What a provider is made of, opened from its folder in the order in which one needs the other.

import { AllocationBook } from "./allocation-book.ts";
import { Announcer } from "./announcer.ts";
import { openTables } from "./book-tables.ts";
import { ClockWatch } from "./clock-watch.ts";
import { DecidedRounds } from "./decided-rounds.ts";
import { DisputeReport } from "./dispute-report.ts";
import { FragmentKeeper } from "./fragment-keeper.ts";
import { FragmentReader } from "./fragment-reader.ts";
import { openFragmentScrub } from "./fragment-scrub.ts";
import { LostFragments } from "./lost-fragments.ts";
import { ObjectIndex } from "./object-index.ts";
import { OfferBook } from "./offer-book.ts";
import { RoundClock } from "./round-clock.ts";
import { RoundReport } from "./round-report.ts";
import { SnapshotShelf } from "./snapshot-shelf.ts";
import { Staging } from "./staging.ts";
import { TicketDesk } from "./ticket-desk.ts";
import { TreeCache } from "./tree-cache.ts";
import { Withdrawable } from "./withdrawable.ts";
import type { Ledger } from "../../contracts/index.ts";
import type { Address, Signer } from "../../protocol/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { Network } from "../network/index.ts";
import type { BookTables } from "./book-tables.ts";
import type { FragmentStore, ProviderFolder, Scrub, ScrubOptions } from "./store/index.ts";
import type { ProviderLog } from "./provider-log.ts";
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
  readonly offers: OfferBook;
  readonly now: () => number;
}

/** Reads the book. Throws ERR_STORE_DAMAGED when it cannot be read. */
export async function assemble(options: ProviderOptions, components: ProviderComponents): Promise<ProviderParts> {
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
    offers: await OfferBook.open(tables),
    tickets: new TicketDesk({ domain: ledger.domain, hasher, owner, now }),
    now,
  };
}
