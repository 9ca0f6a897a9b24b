// The keys of the provider whose folder a command is given: which are there, and how to go on without one that is not.

import { stat } from "node:fs/promises";
import { join } from "node:path";
import { CairnError } from "../../../protocol/index.ts";
import { CONFIG_FILE } from "../../config.ts";
import { KEY_FILES } from "../../provider-keys.ts";
import { readKeyFile, type Wallet } from "../../wallet.ts";
import { isThere } from "../../is-there.ts";
import { shellWord } from "../shell-word.ts";

/** What lies in a folder of a provider that has been started. */
const TRACES = ["registered.json", "store"];

/** The owner's wallet, which is all that it takes to look at a provider or to act for it. Throws ERR_WALLET_INVALID. */
export function readOwnerKey(folder: string): Promise<Wallet> {
  return readKey(folder, KEY_FILES.owner);
}

/** The wallet that signs offers, states and closings. Throws ERR_WALLET_INVALID. */
export function readNodeKey(folder: string): Promise<Wallet> {
  return readKey(folder, KEY_FILES.node);
}

async function readKey(folder: string, name: string): Promise<Wallet> {
  if (await isEmptyOf(folder)) throw noProvider(folder);
  if ((await missingKeys(folder)).includes(name)) throw lost(folder, [name]);
  return readKeyFile(join(folder, name));
}

/** File names of the keys that are not there. */
export async function missingKeys(folder: string): Promise<string[]> {
  const names = Object.values(KEY_FILES);
  const found = await Promise.all(names.map((name) => isThere(join(folder, name))));
  return names.filter((_, i) => found[i] !== true);
}

/** True for a folder that nobody has made a provider's: no key, no settings, nothing stored. */
export async function isEmptyOf(folder: string): Promise<boolean> {
  const names = [...Object.values(KEY_FILES), CONFIG_FILE, ...TRACES];
  return !(await Promise.all(names.map((name) => isThere(join(folder, name))))).includes(true);
}

/** True once a provider was started here: its keys are on the chain, and new ones would be another's. */
export async function wasStarted(folder: string): Promise<boolean> {
  return (await Promise.all(TRACES.map((name) => isThere(join(folder, name))))).includes(true);
}

/** A start makes the keys of a new folder; never new ones beside what another has stored and staked. Throws ERR_WALLET_INVALID. */
export async function refuseLostKeys(folder: string): Promise<void> {
  const missing = await missingKeys(folder);
  if (missing.length > 0 && (await wasStarted(folder))) throw lost(folder, missing);
}

/** What root makes beside the keys of another user, that one's daemon cannot read. Throws ERR_STORE_FOREIGN. */
export async function refuseOtherUser(folder: string): Promise<void> {
  const [facts, user] = [await stat(join(folder, KEY_FILES.owner)).catch(() => undefined), process.geteuid?.()];
  if (facts === undefined || user === undefined || facts.uid === user) return;
  const message = `The keys in ${folder} belong to user ${facts.uid}, and this is user ${user}: run it as that user (sudo -u '#${facts.uid}' …), or give the folder to this one with chown -R. Nothing was changed.`;
  throw new CairnError("ERR_STORE_FOREIGN", message, { facts: { folder, owner: facts.uid, user } });
}

export function noProvider(folder: string): CairnError {
  const message = `There is no provider in ${folder}: name its folder with --folder, or make one with \`cairn provider init --folder ${shellWord(folder)}\`. If it has a disk of its own, see that this is mounted.`;
  return new CairnError("ERR_WALLET_INVALID", message, { facts: { folder } });
}

function lost(folder: string, missing: readonly string[]): CairnError {
  const message = `${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} missing in ${folder}. ${withoutKeys(folder, missing)}`;
  return new CairnError("ERR_WALLET_INVALID", message, { facts: { folder, missing } });
}

/** What to do where a provider has lost keys. */
export function withoutKeys(folder: string, missing: readonly string[]): string {
  const copy = `Put the ${missing.length === 1 ? "copy" : "copies"} back`;
  if (missing.includes(KEY_FILES.owner)) return `${copy}: nothing but owner.key can move the stake.`;
  if (missing.includes(KEY_FILES.peer)) return `${copy}: the chain has the peer id of peer.key, and takes no other.`;
  return `${copy}, or make a new one with \`cairn provider rotate --folder ${shellWord(folder)}\`.`;
}
