// Placement: which providers take the n fragments of each segment, and under which allocation. Distinct providers with
// distinct owners; those who prove come first, then those with paid room (P6: no transaction then), then the cheap; chance among equals.

import { CairnError, UNIT_LEAVES, isCairnError, verifyOffer } from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { contactOf } from "./contact.ts";
import { leavesIn } from "./cosign.ts";
import { inTurn } from "./paying.ts";
import { mapBounded, within } from "../wait.ts";
import type { AllocationRecord, Ledger } from "../../contracts/index.ts";
import type { Address, SignedOffer } from "../../protocol/index.ts";
import type { Network } from "../network/index.ts";
import type { Contact } from "./contact.ts";
import type { CosignParts } from "./cosign.ts";

/** One provider with an allocation of ours that has room for `room` more leaves. */
export interface Place {
  readonly contact: Contact;
  readonly allocation: number;
  readonly endRound: number;
  readonly room: number;
}

export interface Demand {
  /** Leaves that each provider must have room for. */
  readonly leaves: number;
  /** Rounds that an allocation must still last to be used; new ones are opened for twice as long. */
  readonly keepRounds: number;
  /** The most that one unit may cost in one round. */
  readonly maxPrice: bigint;
}

export interface PlacementParts extends CosignParts {
  readonly network: Network;
  readonly ledger: Ledger;
}

interface Candidate {
  readonly contact: Contact;
  readonly place: Place | undefined;
  readonly offer: SignedOffer | undefined;
}

interface Wanted {
  readonly candidate: Candidate;
  readonly leaves: number;
  readonly done: (place: Place) => void;
  readonly failed: (error: unknown) => void;
}

/** Chooses providers for one put, and finds replacements for those that fail in the middle of it. */
export class Placement {
  readonly #parts: PlacementParts;
  readonly #demand: Demand;
  readonly #signal: AbortSignal;
  readonly #used = new Set<Address>();
  readonly #peers = new Set<string>();
  #untried: Contact[] = [];
  #spare: Candidate[] = [];
  #tooDear = 0;
  #now = 0; // the chain's clock, which decides whether an offer still holds
  #round = 0;
  #wanted: Wanted[] = [];

  constructor(parts: PlacementParts, demand: Demand, signal: AbortSignal) {
    this.#parts = parts;
    this.#demand = demand;
    this.#signal = signal;
  }

  /** n places at distinct providers. Opens, in one transaction, the allocations that are missing. Throws ERR_TOO_FEW_PROVIDERS. */
  async choose(n: number): Promise<Place[]> {
    this.#untried = await this.#registered();
    const registered = this.#untried.length;
    await this.#probeUntil(n + CLIENT.spareProviders);
    if (this.#spare.length < n) throw this.#tooFew(n, this.#spare.length, registered);
    const chosen = this.#spare.splice(0, n);
    for (const { contact } of chosen) this.#used.add(contact.owner);
    return Promise.all(chosen.map((candidate) => this.#takenAt(candidate)));
  }

  /** A place at a provider not used in this put yet. Throws ERR_TOO_FEW_PROVIDERS when there is none. */
  async replacement(failed: Contact, cause: unknown): Promise<Place> {
    if (this.#spare.length === 0) await this.#probeUntil(1);
    const candidate = this.#spare.shift();
    if (candidate === undefined) throw this.#tooFew(1, 0, this.#used.size, failed, cause);
    this.#used.add(candidate.contact.owner);
    return this.#takenAt(candidate);
  }

  // A place at the candidate, or at the next one if the chain does not take its offer. Ends because no candidate comes twice.
  async #takenAt(candidate: Candidate): Promise<Place> {
    try {
      return await this.#placeAt(candidate, this.#demand.leaves);
    } catch (error) {
      if (!isCairnError(error, "ERR_REVERTED")) throw error;
      return this.replacement(candidate.contact, error);
    }
  }

  /** Another allocation at a provider whose allocation is full. */
  async more(contact: Contact, leaves: number): Promise<Place> {
    const offer = await this.#offer(contact, unitsFor(leaves));
    return this.#placeAt({ contact, place: undefined, offer }, leaves);
  }

  async #registered(): Promise<Contact[]> {
    const records = await this.#parts.ledger.providers(0, CLIENT.maxProvidersConsidered, { signal: this.#signal });
    const active = records.filter(({ stage }) => stage === "active");
    const contacts = active.flatMap((record) => contactOf(record) ?? []);
    return shuffled(contacts);
  }

  // Asks candidates in bounded groups until enough have answered. Those with paid room go first, then the cheap.
  async #probeUntil(enough: number): Promise<void> {
    const mine = await this.#parts.ledger.allocationsOfClient(this.#parts.signer.address, {
      max: CLIENT.maxAllocationsConsidered,
    });
    const { round, timestamp } = await this.#parts.ledger.clock({ signal: this.#signal });
    this.#now = timestamp;
    this.#round = round;
    const usable = mine.filter(
      (allocation) => !allocation.settled && allocation.endRound >= round + this.#demand.keepRounds,
    );
    const paid = (contact: Contact): boolean => usable.some((allocation) => allocation.provider === contact.owner);
    this.#untried.sort((a, b) => reliability(a, b) || Number(paid(b)) - Number(paid(a)));
    while (this.#spare.length < enough && this.#untried.length > 0) {
      const group = this.#untried.splice(0, Math.max(CLIENT.probesAtOnce, enough - this.#spare.length));
      const answers = await mapBounded(group, CLIENT.probesAtOnce, (contact) => this.#probe(contact, usable));
      for (const candidate of answers) {
        if (candidate !== undefined && !this.#isKnownPeer(candidate)) this.#spare.push(candidate);
      }
      this.#spare.sort((a, b) => reliability(a.contact, b.contact) || byPaidThenPrice(a, b));
    }
  }

  // Anyone can register with the peer id of another: only of those whose offers and states verify is the peer taken once.
  #isKnownPeer({ contact }: Candidate): boolean {
    const { peer } = contact.address;
    if (this.#peers.has(peer)) return true;
    this.#peers.add(peer);
    return false;
  }

  async #probe(known: Contact, usable: readonly AllocationRecord[]): Promise<Candidate | undefined> {
    const signal = within(CLIENT.probeMs, this.#signal);
    try {
      const contact = { ...known, address: await this.#parts.network.locate(known.address.peer, { signal }) };
      const place = await this.#paidPlace(contact, usable, signal);
      if (place !== undefined) return { contact, place, offer: undefined };
      return { contact, place, offer: await this.#offer(contact, unitsFor(this.#demand.leaves)) };
    } catch (error) {
      this.#signal.throwIfAborted();
      if (isCairnError(error)) return undefined;
      throw error;
    }
  }

  async #paidPlace(
    contact: Contact,
    usable: readonly AllocationRecord[],
    signal: AbortSignal,
  ): Promise<Place | undefined> {
    for (const { id, provider, units, endRound } of usable) {
      if (provider !== contact.owner) continue;
      const room = units * UNIT_LEAVES - (await leavesIn(this.#parts, contact, id, { signal }));
      if (room >= this.#demand.leaves) return { contact, allocation: id, endRound, room };
    }
    return undefined;
  }

  async #offer(contact: Contact, units: number): Promise<SignedOffer> {
    const rounds = roundsToOpen(this.#round + 1, this.#demand.keepRounds);
    const request = { client: this.#parts.signer.address, units, rounds };
    const signed = await this.#parts.transfer.offer(contact, request, { signal: within(CLIENT.probeMs, this.#signal) });
    verifyOffer(this.#parts.domain, signed, contact.nodeKey, this.#now);
    const { offer } = signed;
    if (offer.pricePerUnitRound > this.#demand.maxPrice) throw this.#dear(contact, offer.pricePerUnitRound);
    const usable = offer.provider === contact.owner && offer.maxUnits >= units && offer.minRounds <= rounds;
    if (usable) return signed;
    throw new CairnError(
      "ERR_OFFER_INVALID",
      `Provider ${contact.owner} offers ${offer.maxUnits} units for at least ${offer.minRounds} rounds, not the ${units} for ${rounds} asked for.`,
      {
        facts: { provider: contact.owner },
      },
    );
  }

  #dear({ owner }: Contact, price: bigint): CairnError {
    const { maxPrice } = this.#demand;
    this.#tooDear++;
    return new CairnError(
      "ERR_OFFER_INVALID",
      `Provider ${owner} asks ${price} base units per MiB and round, more than the maxPrice of ${maxPrice}.`,
      { facts: { provider: owner, price, maxPrice } },
    );
  }

  #placeAt(candidate: Candidate, leaves: number): Promise<Place> {
    if (candidate.place !== undefined) return Promise.resolve(candidate.place);
    const { ledger } = this.#parts;
    return new Promise((done, failed) => {
      this.#wanted.push({ candidate, leaves, done, failed });
      void inTurn(ledger, () => this.#open());
    });
  }

  // All places wanted by now go into one transaction. If the chain refuses it, one offer is at fault: then each goes alone.
  async #open(): Promise<void> {
    const wanted = this.#wanted.splice(0, CLIENT.maxOffersAtOnce);
    if (wanted.length === 0) return;
    try {
      await this.#openTogether(wanted);
    } catch (error) {
      const isAlone = wanted.length === 1 || !isCairnError(error, "ERR_REVERTED");
      for (const one of wanted) await (isAlone ? one.failed(error) : this.#openTogether([one]).catch(one.failed));
    }
  }

  async #openTogether(wanted: readonly Wanted[]): Promise<void> {
    const { ledger } = this.#parts;
    const wait = { signal: this.#signal };
    const units = unitsFor(Math.max(...wanted.map(({ leaves }) => leaves)));
    const offers = wanted.map(({ candidate }) => candidate.offer as SignedOffer);
    const { round } = await ledger.clock(wait); // before, so that the end told is never later than the true one
    const rounds = roundsToOpen(round + 1, this.#demand.keepRounds);
    const { ids } = await ledger.openAllocations({ offers, units, rounds }, wait);
    wanted.forEach(({ candidate: { contact }, done }, i) => {
      done({ contact, allocation: ids[i] as number, endRound: round + 1 + rounds, room: units * UNIT_LEAVES });
    });
  }

  #tooFew(need: number, have: number, registered: number, failed?: Contact, cause?: unknown): CairnError {
    const wanted =
      failed === undefined
        ? `${need} providers are needed`
        : `Another provider is needed to take the place of ${failed.owner}, which failed`;
    const dear = this.#tooDear === 0 ? "" : ` (${this.#tooDear} ask more than maxPrice)`;
    return new CairnError(
      "ERR_TOO_FEW_PROVIDERS",
      `${wanted}; ${have} of ${registered} looked at can take the data${dear}: start more providers, use a smaller n, or try later.`,
      { facts: { need, have, registered }, cause },
    );
  }
}

/**
 * Rounds to open for from `start` on: twice as many as are wanted, less up to a sixteenth, so that many allocations of a
 * provider end in the same round. The chain keeps a sum for each end; a further allocation with a known end costs a fifth less gas.
 */
export function roundsToOpen(start: number, keepRounds: number): number {
  const most = Math.min(CLIENT.maxRounds, Math.max(1, keepRounds * 2));
  const step = 2 ** Math.max(0, Math.floor(Math.log2(most / 16)));
  return most - ((start + most) % step);
}

/** Whole units for a number of leaves; never fewer than the smallest allocation worth its gas. */
export function unitsFor(leaves: number): number {
  return Math.max(CLIENT.minUnits, Math.ceil(leaves / UNIT_LEAVES));
}

/** Who proves goes before who does not. One missed round can befall anybody's network; two are a sign. */
function reliability(a: Contact, b: Contact): number {
  const failing = ({ misses }: Contact): number => Math.max(0, misses - 1);
  return failing(a) - failing(b);
}

function byPaidThenPrice(a: Candidate, b: Candidate): number {
  const price = (candidate: Candidate): bigint => candidate.offer?.offer.pricePerUnitRound ?? -1n;
  return price(a) < price(b) ? -1 : Number(price(a) > price(b));
}

// A random order per put spreads objects over providers of one price; no provider can place itself first.
function shuffled(contacts: readonly Contact[]): Contact[] {
  const weight = new Map(contacts.map((contact) => [contact, crypto.getRandomValues(new Uint32Array(1))[0] as number]));
  return contacts.toSorted((a, b) => (weight.get(a) as number) - (weight.get(b) as number));
}
