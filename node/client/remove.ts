// remove: takes an object out of our allocations, so that its space can be used again. Each provider that holds it
// co-signs the smaller state; one that can't be reached keeps it until its allocation ends.

import { bytesToHex } from "@noble/hashes/utils.js";
import { isCairnError, objectDigest } from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { cosignRemoval } from "./cosign.ts";
import { readable } from "./get.ts";
import { findObject } from "./holders.ts";
import { contactAt, rootsOf, runningOf } from "./own-allocations.ts";
import { mapBounded } from "../wait.ts";
import type { Address, Link } from "../../protocol/index.ts";
import type { CosignParts } from "./cosign.ts";
import type { GetParts } from "./get.ts";

export interface RemoveResult {
  readonly removed: readonly { readonly provider: Address; readonly allocation: number }[];
  readonly failed: readonly { readonly provider: Address; readonly allocation: number; readonly reason: string }[];
}

export async function removeObject(
  parts: GetParts & CosignParts,
  link: Link,
  signal: AbortSignal,
): Promise<RemoveResult> {
  const found = await findObject(parts, link.object, signal);
  const manifests = [found.manifest, (await readable(parts, found, signal)).manifest];
  const objects = manifests.map((manifest) => rootsOf(parts.hasher, manifest));
  const roots = new Set(objects.flatMap(({ whole, segments }) => [whole, ...segments.flat()]));
  const { round } = await parts.ledger.clock();
  const live = await runningOf(parts.ledger, parts.signer.address, round, CLIENT.maxAllocationsConsidered, signal);
  const results = await mapBounded(live, CLIENT.probesAtOnce, async ({ id, provider }) => {
    try {
      const contact = await contactAt(parts, provider, signal);
      const isPart = (root: Uint8Array): boolean => roots.has(bytesToHex(root));
      const state = await cosignRemoval(parts, contact, id, objectDigest(link.object), isPart, { signal });
      return state === undefined ? undefined : { ok: true as const, provider, allocation: id };
    } catch (error) {
      signal.throwIfAborted();
      if (!isCairnError(error)) throw error;
      return { ok: false as const, provider, allocation: id, reason: error.message };
    }
  });
  const done = results.filter((result) => result !== undefined);
  return { removed: done.filter((result) => result.ok), failed: done.filter((result) => !result.ok) };
}
