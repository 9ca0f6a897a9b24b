// The daemon of a folder as another command of the same person finds it: whether it runs, and what it says of itself.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { isCairnError } from "../../../protocol/index.ts";
import { lockFolder } from "../../folder-lock.ts";
import { boundedText } from "../bounded-text.ts";
import { MONITOR_CLIENT } from "../../limits/index.ts";
import type { Overview } from "../../monitor/index.ts";

/** `absent`: no daemon. `silent`: one that serves no status page, or does not answer. */
export type Running =
  | { readonly state: "absent" }
  | { readonly state: "silent"; readonly why: string }
  | { readonly state: "told"; readonly url: string; readonly overview: Overview };

/** What is used of an overview here; a daemon of another version may say more, or less. */
const overviewSchema = z.looseObject({
  owner: z.string(),
  startedAt: z.number(),
  now: z.number(),
  reachability: z.enum(["public", "relayed", "private", "unknown"]),
  chain: z.looseObject({ isDown: z.boolean() }),
  rounds: z.looseObject({ passed: z.number(), missed: z.number() }),
  space: z.looseObject({
    live: z.number(),
    dead: z.number(),
    free: z.number(),
    capacity: z.number(),
    fragments: z.number(),
    allocations: z.number(),
  }),
  peers: z.looseObject({ connections: z.number(), serving: z.number() }),
  warnings: z.array(z.looseObject({ level: z.string(), text: z.string(), whatToDo: z.string() })),
});

/** Looks for the daemon of a folder and asks it. Never throws for what it finds. */
export async function findRunning(folder: string, signal: AbortSignal): Promise<Running> {
  if (!(await isInUse(folder))) return { state: "absent" };
  const place = await readPlace(folder);
  if (place === undefined) return { state: "silent", why: "it serves no status page (monitorListen is off)" };
  try {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(MONITOR_CLIENT.answerMs)]);
    const headers = place.token === undefined ? {} : { authorization: `Bearer ${place.token}` };
    const response = await fetch(new URL("/api/overview?since=now", place.url), { headers, signal: bounded });
    if (!response.ok) return { state: "silent", why: `its status page answers with ${response.status}` };
    const overview: unknown = JSON.parse(await boundedText(response, MONITOR_CLIENT.answerBytes));
    if (!overviewSchema.safeParse(overview).success)
      return {
        state: "silent",
        why: "it says things that this version does not understand: restart it after an update",
      };
    return { state: "told", url: place.url, overview: overview as Overview };
  } catch (error) {
    signal.throwIfAborted();
    return { state: "silent", why: `its status page at ${place.url} does not answer (${reasonOf(error)})` };
  }
}

/** Whether a process has the folder open. */
export async function isInUse(folder: string): Promise<boolean> {
  try {
    await (await lockFolder(folder)).release();
    return false;
  } catch (error) {
    if (isCairnError(error, "ERR_STORE_LOCKED")) return true;
    throw error;
  }
}

interface Place {
  readonly url: string;
  readonly token?: string;
}

/** Where the daemon of a folder says that its status page is. */
async function readPlace(folder: string): Promise<Place | undefined> {
  try {
    const { url, token } = JSON.parse(await readFile(join(folder, "monitor.json"), "utf8")) as Record<string, unknown>;
    if (typeof url !== "string" || !URL.canParse(url)) return undefined;
    return { url, ...(typeof token === "string" ? { token } : {}) };
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: unknown }; message?: unknown };
  return typeof cause?.code === "string" ? cause.code : String(message);
}
