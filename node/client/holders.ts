// Who holds an object: the DHT's provider records first, then the providers registered on chain. What a holder says it
// has is only a hint; every byte is verified when it comes.

import { CairnError, isCairnError, objectDigest, verifyManifest } from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { contactOf } from "./contact.ts";
import { mapBounded, within } from "../wait.ts";
import type { Ledger } from "../../contracts/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { Manifest, ObjectId } from "../../protocol/index.ts";
import type { Network, PeerAddress } from "../network/index.ts";
import type { Holding, Transfer } from "./transfer.ts";

export interface FindParts {
  readonly transfer: Transfer;
  readonly network: Network;
  readonly ledger: Ledger;
  readonly hasher: Hasher;
}

export interface Holder {
  readonly address: PeerAddress;
  readonly manifest: { readonly root: Uint8Array; readonly bytes: number };
  readonly holdings: readonly Holding[];
}

export interface Found {
  readonly object: ObjectId;
  readonly manifest: Manifest;
  readonly manifestBytes: number;
  readonly holders: readonly Holder[];
  /** Those registered on chain who were not asked yet: for when the holders turn out not to have what they said. Asked once. */
  readonly more: () => Promise<readonly Holder[]>;
}

/** Finds the holders of an object and its verified manifest. Throws ERR_OBJECT_NOT_FOUND. */
export async function findObject(parts: FindParts, object: ObjectId, signal: AbortSignal): Promise<Found> {
  const asked = new Set<string>();
  const holders = await askAll(parts, object, await recorded(parts, object, signal), asked, signal);
  let found = await anyManifest(parts, object, holders, signal);
  let others: Promise<Holder[]> | undefined;
  const more = (): Promise<Holder[]> =>
    (others ??= registered(parts, asked, signal).then((peers) => askAll(parts, object, peers, asked, signal)));
  if (found === undefined || !areEnough(found.manifest, holders)) {
    const further = await more();
    others = Promise.resolve([]);
    holders.push(...further);
    found ??= await anyManifest(parts, object, further, signal);
  }
  if (found !== undefined) return { object, ...found, holders, more };
  throw new CairnError(
    "ERR_OBJECT_NOT_FOUND",
    `None of ${asked.size} providers asked has ${object}: check the link and the network, or try again when more providers are online.`,
    {
      facts: { object, asked: asked.size },
    },
  );
}

// Providers that hold all shards between them need no further search, if what they say is true.
function areEnough({ body }: Manifest, holders: readonly Holder[]): boolean {
  if (body.kind === "inline") return true;
  const { n } = body.scheme;
  const shards = holders.flatMap(({ holdings }) => holdings.map(({ shard }) => shard));
  return new Set(shards.filter((shard) => shard < n)).size === n;
}

interface VerifiedManifest {
  readonly manifest: Manifest;
  readonly manifestBytes: number;
}

// The first that comes and verifies; a few are asked at once, so that those who stall don't hold up the search.
async function anyManifest(
  parts: FindParts,
  object: ObjectId,
  holders: readonly Holder[],
  signal: AbortSignal,
): Promise<VerifiedManifest | undefined> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const first = Promise.withResolvers<VerifiedManifest | undefined>();
  mapBounded(holders, CLIENT.manifestsAtOnce, async (holder) => {
    const found = stop.signal.aborted ? undefined : await manifestFrom(parts, object, holder, either);
    if (found !== undefined) first.resolve(found);
  }).then(() => first.resolve(undefined), first.reject);
  try {
    return await first.promise;
  } finally {
    stop.abort(new CairnError("ERR_ABORTED", "Another holder was faster."));
  }
}

async function manifestFrom(
  parts: FindParts,
  object: ObjectId,
  { address, manifest }: Holder,
  signal: AbortSignal,
): Promise<VerifiedManifest | undefined> {
  try {
    const wanted = { root: manifest.root, byteLength: manifest.bytes };
    const bytes = await parts.transfer.retrieve(address, wanted, { signal });
    return { manifest: verifyManifest(parts.hasher, object, bytes), manifestBytes: bytes.byteLength };
  } catch (error) {
    signal.throwIfAborted();
    if (!isCairnError(error)) throw error; // a lying or dead holder; the others may be better
    return undefined;
  }
}

async function recorded(parts: FindParts, object: ObjectId, signal: AbortSignal): Promise<PeerAddress[]> {
  const found: PeerAddress[] = [];
  try {
    const search = parts.network.findHolders(objectDigest(object), { signal: within(CLIENT.findMs, signal) });
    for await (const holder of search) if (found.push(holder) >= CLIENT.maxHolders) break;
  } catch (error) {
    signal.throwIfAborted();
    if (!isCairnError(error)) throw error; // the search ran out of time: what it found is what there is
  }
  return found;
}

async function registered(parts: FindParts, asked: ReadonlySet<string>, signal: AbortSignal): Promise<PeerAddress[]> {
  const records = await parts.ledger.providers(0, CLIENT.maxProvidersConsidered).catch(() => []);
  const peers = records.flatMap((record) => contactOf(record)?.address.peer ?? []).filter((peer) => !asked.has(peer));
  const located = await mapBounded(peers, CLIENT.probesAtOnce, async (peer) => {
    return parts.network.locate(peer, { signal: within(CLIENT.probeMs, signal) }).catch(() => undefined);
  });
  signal.throwIfAborted();
  return located.filter((address) => address !== undefined);
}

async function askAll(
  parts: FindParts,
  object: ObjectId,
  peers: readonly PeerAddress[],
  asked: Set<string>,
  signal: AbortSignal,
): Promise<Holder[]> {
  const fresh = peers.filter(({ peer }) => !asked.has(peer) && asked.add(peer));
  const answers = await mapBounded(fresh, CLIENT.probesAtOnce, async (address) => {
    const holding = await parts.transfer
      .object(address, objectDigest(object), { signal: within(CLIENT.probeMs, signal) })
      .catch((error: unknown) => {
        signal.throwIfAborted();
        if (isCairnError(error)) return undefined;
        throw error;
      });
    return holding === undefined ? undefined : { address, ...holding };
  });
  return answers.filter((holder) => holder !== undefined);
}

/** What the holders of an object hold of another one, such as the manifest inside its manifest. */
export async function holdersOf(
  parts: FindParts,
  object: ObjectId,
  among: readonly Holder[],
  signal: AbortSignal,
): Promise<Holder[]> {
  return askAll(
    parts,
    object,
    among.map(({ address }) => address),
    new Set(),
    signal,
  );
}
