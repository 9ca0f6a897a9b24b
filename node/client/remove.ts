// remove: takes an object out of our allocations, so that its space can be used again. Each provider that holds it
// co-signs the smaller state; one that can't be reached keeps it until its allocation ends.

import { bytesToHex } from "@noble/hashes/utils.js";
import { fragmentRoot } from "../../proofs/index.ts";
import {
  CairnError,
  encodeManifest,
  fragmentRootAt,
  isCairnError,
  objectDigest,
  segmentCount,
} from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { contactOf } from "./contact.ts";
import { cosignRemoval } from "./cosign.ts";
import { readable } from "./get.ts";
import { findObject } from "./holders.ts";
import { mapBounded, within } from "../wait.ts";
import type { Address, Link, Manifest } from "../../protocol/index.ts";
import type { Contact } from "./contact.ts";
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
  const roots = new Set<string>();
  addRoots(parts, roots, found.manifest);
  addRoots(parts, roots, (await readable(parts, found, signal)).manifest);
  const { round } = await parts.ledger.clock();
  const mine = await parts.ledger.allocationsOfClient(parts.signer.address, { max: CLIENT.maxAllocationsConsidered });
  const live = mine.filter(({ endRound, settled }) => !settled && endRound > round);
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

function addRoots(parts: GetParts, roots: Set<string>, manifest: Manifest): void {
  roots.add(bytesToHex(fragmentRoot(parts.hasher, encodeManifest(manifest))));
  if (manifest.body.kind === "inline") return;
  for (let segment = 0; segment < segmentCount(manifest); segment++) {
    for (let shard = 0; shard < manifest.body.scheme.n; shard++)
      roots.add(bytesToHex(fragmentRootAt(manifest, segment, shard)));
  }
}

async function contactAt(parts: GetParts, provider: Address, signal: AbortSignal): Promise<Contact> {
  const record = await parts.ledger.provider(provider);
  const contact = record === undefined ? undefined : contactOf(record);
  if (contact === undefined) throw notRegistered(provider);
  return {
    ...contact,
    address: await parts.network.locate(contact.address.peer, { signal: within(CLIENT.probeMs, signal) }),
  };
}

function notRegistered(provider: Address): CairnError {
  return new CairnError("ERR_PEER_UNREACHABLE", `Provider ${provider} has no usable peer id on chain.`, {
    facts: { provider },
  });
}
