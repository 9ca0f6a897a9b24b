// A provider's folder whose store is not there: its disk is not mounted, or it was deleted. An empty one in its place would be paid
// for what it does not have, and lose rounds and stake.

import { join } from "node:path";
import { CairnError } from "../../../protocol/index.ts";
import { rememberedRegistration } from "../../registration.ts";
import { isThere } from "../../is-there.ts";

/** The first is there before the provider registers; with any of them the store itself says what is missing. */
const STORE_PARTS = ["cairn.json", "logs", "book"];

export interface LostStore {
  readonly text: string;
  readonly whatToDo: string;
}

/** Undefined where all is as it should be. */
export async function lostStore(folder: string): Promise<LostStore | undefined> {
  if ((await rememberedRegistration(folder)) === undefined) return undefined;
  const found = await Promise.all(STORE_PARTS.map((name) => isThere(join(folder, "store", name))));
  if (found.includes(true)) return undefined;
  return {
    text: `A provider was registered from ${folder}, and what it stored is not there: nothing is in ${join(folder, "store")}.`,
    whatToDo:
      "See that its disk is mounted, and put store/ back. If it is gone for good, the next best is to begin with an empty one: remove registered.json, and start. Rounds and disputes about what is lost will cost.",
  };
}

/** Throws ERR_STORE_DAMAGED. */
export async function refuseLostStore(folder: string): Promise<void> {
  const lost = await lostStore(folder);
  if (lost !== undefined)
    throw new CairnError("ERR_STORE_DAMAGED", `${lost.text} ${lost.whatToDo}`, { facts: { folder } });
}
