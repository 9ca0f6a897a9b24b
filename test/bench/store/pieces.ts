/**
 * A provider without its peers: folder, store, book, snapshots, trees and a ledger on a real chain, put together as the daemon
 * does. What it costs to open and to use these is what the benchmarks of the store measure.
 */

import { connectLedger } from "../../../contracts/index.ts";
import { keySigner } from "../../../protocol/index.ts";
import { fastHasher } from "../../../node/hasher.ts";
import { AllocationBook } from "../../../node/provider/allocation-book.ts";
import { openTables } from "../../../node/provider/book-tables.ts";
import { DecidedRounds } from "../../../node/provider/decided-rounds.ts";
import { FragmentKeeper } from "../../../node/provider/fragment-keeper.ts";
import { openFragmentScrub } from "../../../node/provider/fragment-scrub.ts";
import { FragmentReader } from "../../../node/provider/fragment-reader.ts";
import { LostFragments } from "../../../node/provider/lost-fragments.ts";
import { ObjectIndex } from "../../../node/provider/object-index.ts";
import { RoundClock } from "../../../node/provider/round-clock.ts";
import { RoundReport } from "../../../node/provider/round-report.ts";
import { SnapshotShelf } from "../../../node/provider/snapshot-shelf.ts";
import { Staging } from "../../../node/provider/staging.ts";
import { openLogStore, openProviderFolder } from "../../../node/provider/store/index.ts";
import { TreeCache } from "../../../node/provider/tree-cache.ts";
import type { Deployment, Ledger } from "../../../contracts/index.ts";
import type { Hasher } from "../../../proofs/index.ts";
import type { Address, Signer } from "../../../protocol/index.ts";
import type { ProofParts } from "../../../node/provider/proof-builder.ts";
import type { ChangeParts } from "../../../node/provider/state-changes.ts";
import type { ProviderLog } from "../../../node/provider/provider-log.ts";
import type {
  LogStore,
  LogStoreOptions,
  ProviderFolder,
  Scrub,
  ScrubOptions,
} from "../../../node/provider/store/index.ts";
import type { UpkeepParts } from "../../../node/provider/upkeep.ts";

/** Whose provider it is, and where. */
export interface Place {
  readonly deployment: Deployment;
  readonly owner: Address;
  /** Hex. */
  readonly nodeKey: string;
  readonly folder: string;
}

export interface Pieces {
  readonly folder: ProviderFolder;
  readonly store: LogStore;
  readonly ledger: Ledger;
  readonly hasher: Hasher;
  readonly nodeSigner: Signer;
  readonly reader: FragmentReader;
  readonly lost: LostFragments;
  readonly scrub: Scrub;
  readonly shelf: SnapshotShelf;
  readonly changes: ChangeParts;
  readonly proofs: ProofParts;
  readonly upkeep: UpkeepParts;
  close(): Promise<void>;
}

export const SILENT: ProviderLog = { debug() {}, info() {}, warn() {}, error() {} };

export async function openPieces(
  { deployment, owner, nodeKey, folder: path }: Place,
  { scrub: scrubOptions = {}, ...options }: LogStoreOptions & { readonly scrub?: ScrubOptions } = {},
): Promise<Pieces> {
  const privateKey = new Uint8Array(Buffer.from(nodeKey, "hex"));
  const [ledger, hasher] = await Promise.all([connectLedger({ deployment, privateKey, pollMs: 25 }), fastHasher()]);
  const nodeSigner = keySigner(privateKey);
  const { chainId, market } = deployment;
  const folder = await openProviderFolder({ folder: path, owner: { chainId, market, provider: owner } });
  const store = await openLogStore({ keepFreeBytes: 0, ...options }, { folder });
  const tables = openTables(folder);
  const shelf = await SnapshotShelf.open(tables, hasher);
  const clock = new RoundClock(ledger, shelf.lastOffered < 0 ? undefined : shelf.lastOffered);
  const book = await AllocationBook.open({ tables, ledger, owner, clock });
  const staging = new Staging(tables);
  await staging.load(async (root) => (await store.size(root)) !== undefined);
  const lost = await LostFragments.open(folder.sublevel("lost"));
  const reader = new FragmentReader(store, hasher, lost);
  const objects = new ObjectIndex(tables, hasher, reader);
  const keeper = new FragmentKeeper(tables, staging, store, lost);
  const about = { table: folder.sublevel("scrub"), report: new RoundReport(Date.now), log: SILENT, now: Date.now };
  const scrub = await openFragmentScrub({ ...about, store, reader, tables, book, ledger, hasher }, scrubOptions);
  const decided = new DecidedRounds(shelf.lastOffered);
  const trees = new TreeCache(tables, hasher);
  const { domain } = ledger;
  return {
    folder,
    store,
    ledger,
    hasher,
    nodeSigner,
    reader,
    lost,
    scrub,
    shelf,
    changes: { tables, book, staging, objects, trees, reader, clock, decided, hasher, domain, nodeSigner },
    proofs: { tables, hasher, book, trees, reader },
    upkeep: { tables, book, staging, keeper, objects, shelf, trees },
    async close() {
      ledger.close();
      await store.close();
      await folder.close();
    },
  };
}
