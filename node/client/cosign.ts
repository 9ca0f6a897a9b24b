// Co-signing: after each change client and provider sign the same allocation state (docs/spec/wire.md, sync). The client
// rebuilds the new root itself from the peaks of the last state it signed, so a provider can't slip anything in or out.

import { ProofError, peaksRoot, appendItem, leafCount, sumTree } from "../../proofs/index.ts";
import {
  CairnError,
  isCairnError,
  recover,
  sameBytes,
  stateDigest,
  stateSigner,
  verifyStateSignature,
} from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { sleep } from "../wait.ts";
import type { Hasher, Peaks, SumItem } from "../../proofs/index.ts";
import type { Address, AllocationState, Domain, SignedState, Signer } from "../../protocol/index.ts";
import type { Contact } from "./contact.ts";
import type { ListedItem, Transfer } from "./transfer.ts";

/** Remembers the last state co-signed per allocation, so that a provider that shows an older one is found out. */
export interface StateMemory {
  get(allocation: number): Promise<SignedState | undefined>;
  set(signed: SignedState): Promise<void>;
}

export interface CosignParts {
  readonly transfer: Transfer;
  readonly hasher: Hasher;
  readonly domain: Domain;
  readonly signer: Signer;
  readonly states: StateMemory;
  /** The first round in which a state signed now is challenged. */
  readonly nextRound: () => Promise<number>;
  /** Whether the chain holds the allocation's provider to what this key has signed: a node key of now, or one that was replaced since. */
  readonly isStateKey: (allocation: number, key: Address) => Promise<boolean>;
}

export interface CosignOptions {
  readonly signal: AbortSignal;
}

/** What a provider must hold before it may sign: stored fragments, and with the last of them the object they complete. */
export interface Addition {
  readonly items: readonly ListedItem[];
  readonly object?: { readonly id: Uint8Array; readonly manifest: Uint8Array };
}

interface AllocationView {
  readonly peaks: Peaks;
  readonly signed: SignedState | undefined;
}

export function memoryOfStates(): StateMemory {
  const states = new Map<number, SignedState>();
  return {
    get: async (allocation) => states.get(allocation),
    set: async (signed) => void states.set(signed.state.allocation, signed),
  };
}

/** How many leaves the allocation holds by its last co-signed state, checked. */
export async function leavesIn(
  parts: CosignParts,
  to: Contact,
  allocation: number,
  options: CosignOptions,
): Promise<number> {
  const view = await currentState(parts, to, allocation, options);
  return view.signed?.state.leaves ?? 0;
}

/** The fragments that the allocation holds, checked against its last co-signed state: nothing is missing, nothing made up. */
export async function itemsIn(
  parts: CosignParts,
  to: Contact,
  allocation: number,
  options: CosignOptions,
): Promise<readonly ListedItem[]> {
  for (let attempt = 1; ; attempt++) {
    const listed = await parts.transfer.items(to, allocation, options);
    const view = await currentState(parts, to, allocation, options);
    if (sameRoot(sumTree(parts.hasher, listed.map(sumItem)), peaksRoot(parts.hasher, view.peaks))) return listed;
    if (attempt === CLIENT.cosignAttempts) throw conflict(to, allocation);
    await sleep(CLIENT.cosignRetryMs * attempt * Math.random(), options.signal);
  }
}

/** Adds fragments that the provider has staged to the allocation. Resolves with the state both have signed. */
export function cosignAddition(
  parts: CosignParts,
  to: Contact,
  allocation: number,
  addition: Addition,
  options: CosignOptions,
): Promise<SignedState> {
  return withoutConflict(parts, to, allocation, options, (view) => {
    const peaks = addition.items.reduce((grown, item) => appendItem(parts.hasher, grown, sumItem(item)), view.peaks);
    return {
      next: peaksRoot(parts.hasher, peaks),
      send: (state, clientSignature) => parts.transfer.append(to, { state, clientSignature, ...addition }, options),
    };
  });
}

/** Takes every fragment whose root is in `roots` out of the allocation. Undefined if it holds none of them. */
export async function cosignRemoval(
  parts: CosignParts,
  to: Contact,
  allocation: number,
  object: Uint8Array,
  isPart: (root: Uint8Array) => boolean,
  options: CosignOptions,
): Promise<SignedState | undefined> {
  const listed = await parts.transfer.items(to, allocation, options);
  if (!listed.some((item) => isPart(item.root))) return undefined;
  const before = sumTree(parts.hasher, listed.map(sumItem));
  const after = sumTree(parts.hasher, listed.filter((item) => !isPart(item.root)).map(sumItem));
  return withoutConflict(parts, to, allocation, options, (view) => {
    if (!sameRoot(before, peaksRoot(parts.hasher, view.peaks))) throw conflict(to, allocation);
    return {
      next: { hash: after.root, leaves: after.leaves },
      send: (state, clientSignature) => parts.transfer.remove(to, { state, clientSignature, object }, options),
    };
  });
}

interface Change {
  readonly next: SumItem;
  readonly send: (state: AllocationState, clientSignature: Uint8Array) => Promise<Uint8Array>;
}

// Another put may have moved the state between our reading and our signing: read again, a bounded number of times.
async function withoutConflict(
  parts: CosignParts,
  to: Contact,
  allocation: number,
  options: CosignOptions,
  change: (view: AllocationView) => Change,
): Promise<SignedState> {
  let attempted: AllocationState | undefined;
  for (let attempt = 1; ; attempt++) {
    const view = await currentState(parts, to, allocation, options);
    if (attempted !== undefined && view.signed !== undefined && sameState(view.signed.state, attempted))
      return remember(parts, to, view.signed);
    const { next, send } = change(view);
    const fromRound = await parts.nextRound();
    attempted = {
      allocation,
      seq: (view.signed?.state.seq ?? 0) + 1,
      subRoot: next.hash,
      leaves: next.leaves,
      fromRound,
    };
    try {
      return await sign(parts, to, attempted, send);
    } catch (error) {
      if (!isCairnError(error, "ERR_STATE_CONFLICT") || attempt === CLIENT.cosignAttempts) throw error;
      await sleep(CLIENT.cosignRetryMs * attempt * Math.random(), options.signal);
    }
  }
}

async function sign(
  parts: CosignParts,
  to: Contact,
  state: AllocationState,
  send: Change["send"],
): Promise<SignedState> {
  const digest = stateDigest(parts.domain, state);
  const clientSignature = parts.signer.sign(digest);
  const providerSignature = await send(state, clientSignature);
  if (recover(digest, providerSignature) !== to.nodeKey) {
    throw new CairnError(
      "ERR_STATE_FORGED",
      `Provider ${to.owner} answered with a signature that is not its own: put again with another provider.`,
      {
        facts: { provider: to.owner, allocation: state.allocation },
      },
    );
  }
  return remember(parts, to, { state, clientSignature, providerSignature });
}

const remembering = new WeakMap<StateMemory, Promise<unknown>>();

// Two puts at once are told of their states in any order: the later one is kept. Both of one number would be a promise to each,
// of which the provider can keep one.
function remember(parts: CosignParts, to: Contact, signed: SignedState): Promise<SignedState> {
  const { states } = parts;
  const { allocation, seq } = signed.state;
  const turn = (remembering.get(states) ?? Promise.resolve()).then(async () => {
    const known = await knownOf(parts, to, allocation);
    if (known?.state.seq === seq && !sameState(known.state, signed.state))
      throw forged(to, allocation, `it signed two different states of number ${seq}`);
    if (known === undefined || known.state.seq < seq) await states.set(signed);
    return signed;
  });
  remembering.set(
    states,
    turn.catch(() => {}),
  );
  return turn;
}

/** The provider's answer about the allocation, believed only as far as both signatures, the peaks and our memory agree. */
async function currentState(
  parts: CosignParts,
  to: Contact,
  allocation: number,
  options: CosignOptions,
): Promise<AllocationView> {
  const { peaks, signed } = await parts.transfer.state(to, allocation, options);
  const known = await knownOf(parts, to, allocation);
  const root = rootOf(parts.hasher, peaks);
  if (root === undefined) throw forged(to, allocation, "its peaks are of no tree");
  if (signed === undefined) {
    if (known !== undefined) throw stale(to, allocation, known.state.seq, 0);
    if (peaks.items !== 0) throw forged(to, allocation, "it lists fragments and shows no signed state");
    return { peaks, signed };
  }
  if (signed.state.allocation !== allocation) throw forged(to, allocation, "its state is of another allocation");
  verifyStateSignature(parts.domain, signed.state, signed.clientSignature, parts.signer.address);
  if (!(await isBoundBy(parts, to, signed)))
    throw forged(to, allocation, `state ${signed.state.seq} is signed by no key of its own`);
  if (!sameRoot({ root: signed.state.subRoot, leaves: signed.state.leaves }, root)) {
    throw forged(to, allocation, "its peaks do not fold to the signed root");
  }
  if (known !== undefined && known.state.seq > signed.state.seq)
    throw stale(to, allocation, known.state.seq, signed.state.seq);
  return { peaks, signed };
}

// A chain that rolled back may have given the number to an allocation at another provider: then what we know is not of this one.
async function knownOf(parts: CosignParts, to: Contact, allocation: number): Promise<SignedState | undefined> {
  const known = await parts.states.get(allocation);
  return known !== undefined && (await isBoundBy(parts, to, known)) ? known : undefined;
}

// What is signed now has to be by the present node key. What was signed before may be by one that the provider has replaced: if it
// did not count, replacing the key would be a way to show an older state.
async function isBoundBy(parts: CosignParts, to: Contact, { state, providerSignature }: SignedState): Promise<boolean> {
  const key = stateSigner(parts.domain, state, providerSignature);
  return key === to.nodeKey || parts.isStateKey(state.allocation, key);
}

// Undefined for peaks that no tree can have: they are the peer's word.
function rootOf(hasher: Hasher, peaks: Peaks): SumItem | undefined {
  try {
    return peaksRoot(hasher, peaks);
  } catch (error) {
    if (error instanceof ProofError) return undefined;
    throw error;
  }
}

function sumItem(item: ListedItem): SumItem {
  return { hash: item.root, leaves: leafCount(item.bytes) };
}

function sameState(a: AllocationState, b: AllocationState): boolean {
  return a.seq === b.seq && a.leaves === b.leaves && a.fromRound === b.fromRound && sameBytes(a.subRoot, b.subRoot);
}

function sameRoot(tree: { readonly root: Uint8Array; readonly leaves: number }, item: SumItem): boolean {
  return tree.leaves === item.leaves && sameBytes(tree.root, item.hash);
}

function conflict(to: Contact, allocation: number): CairnError {
  return new CairnError("ERR_STATE_CONFLICT", `Allocation ${allocation} changed while it was read: try again.`, {
    facts: { provider: to.owner, allocation },
  });
}

function forged(to: Contact, allocation: number, why: string): CairnError {
  return new CairnError(
    "ERR_STATE_FORGED",
    `Provider ${to.owner} gave a false account of allocation ${allocation}: ${why}. Use another provider.`,
    {
      facts: { provider: to.owner, allocation },
    },
  );
}

function stale(to: Contact, allocation: number, known: number, shown: number): CairnError {
  return new CairnError(
    "ERR_STATE_STALE",
    `Provider ${to.owner} shows state ${shown} of allocation ${allocation}, but signed state ${known} before: it may have lost data. Use another provider, and keep the newer state as evidence.`,
    { facts: { provider: to.owner, allocation, known, shown } },
  );
}
