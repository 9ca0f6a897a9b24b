// What a node keeps about its network in a folder: its key if nobody else keeps it, the peers it knows, the provider records it serves.

import { mkdir } from "node:fs/promises";
import { peerIdFromCID } from "@libp2p/peer-id";
import { LevelDatastore } from "datastore-level";
import { base32 } from "multiformats/bases/base32";
import { CID } from "multiformats/cid";
import { cairnError } from "../../protocol/index.ts";
import { RECORD_PREFIX } from "./dht.ts";
import { newPeerKey } from "./peer-key.ts";
import type { PeerId } from "@libp2p/interface";

const PEER_KEY = "/cairn/peer-key";
/** Where libp2p keeps what it knows of each peer: `<prefix>/<peer id as a CID>`. */
const PEERS = "/peers";
/** The folder may hold a private key. */
const OWNER_ONLY = 0o700;

/** Throws ERR_STORE_LOCKED or ERR_DISK_FAILED. */
export async function openPeerFolder(folder: string): Promise<LevelDatastore> {
  try {
    await mkdir(folder, { recursive: true, mode: OWNER_ONLY });
    const datastore = new LevelDatastore(folder);
    await datastore.db.open();
    return datastore;
  } catch (cause) {
    const code = isLocked(cause) ? "ERR_STORE_LOCKED" : "ERR_DISK_FAILED";
    throw cairnError(code, `The network's folder ${folder} cannot be opened.`, { facts: { folder }, cause });
  }
}

/** The key that this folder had before, or a new one that it keeps from now on. */
export async function keptPeerKey({ db }: LevelDatastore): Promise<Uint8Array> {
  const kept = await db.get(PEER_KEY);
  if (kept !== undefined) return kept;
  const key = await newPeerKey();
  await db.put(PEER_KEY, key, { sync: true });
  return key;
}

/** Deletes our own records of an earlier run: they are announced anew, and kad-dht would renew them one by one for ever. */
export async function dropOwnRecords({ db }: LevelDatastore, self: string): Promise<void> {
  for await (const key of db.keys({ gt: `${RECORD_PREFIX}/`, lt: `${RECORD_PREFIX}0` })) {
    if (key.endsWith(`/${self}`)) await db.del(key);
  }
}

/** Peers whose record of an object is kept, at most `most`. */
export async function keptHolders({ db }: LevelDatastore, { multihash }: CID, most: number): Promise<string[]> {
  const prefix = `${RECORD_PREFIX}/${base32.baseEncode(multihash.bytes)}/`;
  const keys = await db.keys({ gt: prefix, lt: `${prefix}~`, limit: most }).all();
  return keys.map((key) => key.slice(prefix.length));
}

/** Peers that were met in earlier runs, at most `most`; the others are forgotten. */
export async function keptPeers({ db }: LevelDatastore, most: number): Promise<PeerId[]> {
  const peers: PeerId[] = [];
  for await (const key of db.keys({ gt: `${PEERS}/`, lt: `${PEERS}0` })) {
    const peer = peers.length < most ? peerOf(key) : undefined;
    if (peer === undefined) await db.del(key);
    else peers.push(peer);
  }
  return peers;
}

function peerOf(key: string): PeerId | undefined {
  try {
    return peerIdFromCID(CID.parse(key.slice(PEERS.length + 1)));
  } catch {
    return undefined;
  }
}

function isLocked(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "LEVEL_LOCKED") || isLocked(error.cause);
}
