// Bounds of put, get and placement.

import { MIB, SECOND, MINUTE } from "./units.ts";

/** node/client: put, get, placement. */
export const CLIENT = {
  /** One request with its answer, body included: ten fragments of 1 MiB share an uplink of 1 Mbit/s. A dead stream ends by NETWORK.idleMs. */
  exchangeMs: 2 * MINUTE,
  /** Finding a provider's addresses and one small request: whoever takes longer is not chosen. */
  probeMs: 8 * SECOND,
  /** Providers asked at once. */
  probesAtOnce: 16,
  /** Registered providers looked at for one put or one search. */
  maxProvidersConsidered: 256,
  /** Our allocations looked at for one put, newest first. */
  maxAllocationsConsidered: 256,
  /** Our allocations asked for what they hold of an object that is to be extended: 16 at once, a minute or two where all answer. */
  maxAllocationsSearched: 4096,
  /** An offer to extend that ends sooner is asked for again before it is paid: a transaction takes a few blocks. */
  offerSpareSeconds: 120,
  /** Providers found beyond n before a put starts, so that the first failure costs no search. */
  spareProviders: 2,
  /** Allocations opened in one transaction: a block's gas holds about 300. */
  maxOffersAtOnce: 64,
  /** Smallest allocation, in units of 1 MiB: below it opening costs more than it holds. */
  minUnits: 16,
  /** Highest price of a put that names none, in token base units per unit and round: 100 times what a provider asks by default. */
  maxPrice: 10n ** 16n,
  /** Allocations bought at one provider in one put because it calls the last one full; after that its place goes to another. */
  refills: 2,
  /** The chain's longest allocation, in rounds. */
  maxRounds: 4096,
  /** Capacity opened for a source whose length is unknown; doubled each time it runs out. */
  unknownSizeBytes: 256 * MIB,
  /** Segments being stored or fetched at once: one on the wire, one in the making. */
  segmentsInFlight: 2,
  /** Threads that encode and hash: two keep ahead of any network that we have measured. */
  workers: 2,
  /** Segments that are encoded at once, of all puts of a client: each takes as much memory as its n fragments. */
  workspaces: 2,
  /** Fragments stored but not yet co-signed are kept in memory up to about this much, for a spare provider. */
  batchBytes: 24 * MIB,
  /** Puts of one wallet at once meet in the same allocations: each conflict means that another one went ahead. */
  cosignAttempts: 16,
  /** Pause after a conflict, times the attempt, times a random fraction. */
  cosignRetryMs: 40,
  /** A ticket's life, and how much of it must be left to use it again. */
  ticketSeconds: 12 * 3600,
  ticketSpareSeconds: 600,
  /** Search for provider records in the DHT. */
  findMs: 5 * SECOND,
  /** Announcing a new object, all providers together. Without records a reader takes the slower way over the chain. */
  announceMs: 20 * SECOND,
  /** Holders whose copy of the manifest is fetched at once; the first good one ends it. */
  manifestsAtOnce: 8,
  /** Holders of one object that are asked. */
  maxHolders: 256,
  /** Fragments of one allocation that are listed to remove an object: 4,096 units of the smallest fragments are more, but no disk holds them. */
  maxListedItems: 1_000_000,
} as const;
