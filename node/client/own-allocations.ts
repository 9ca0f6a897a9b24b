// Our allocations that still run, and what of an object lies in each: asked of its provider, and believed as far as the last state
// that both have signed agrees.

import { bytesToHex } from "@noble/hashes/utils.js";
import { fragmentRoot } from "../../proofs/index.ts";
import { CairnError, encodeManifest, fragmentRootAt, segmentCount } from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { contactOf } from "./contact.ts";
import { within } from "../wait.ts";
import type { AllocationRecord, Ledger } from "../../contracts/index.ts";
import type { Address, Manifest } from "../../protocol/index.ts";
import type { Hasher } from "../../proofs/index.ts";
import type { Network } from "../network/index.ts";
import type { Contact } from "./contact.ts";

/** The fragment roots of an object, in hex. */
export interface ObjectRoots {
  /** Of its manifest. */
  readonly whole: string;
  /** Of each segment, those of its shards. */
  readonly segments: readonly (readonly string[])[];
}

export function rootsOf(hasher: Hasher, manifest: Manifest): ObjectRoots {
  const whole = bytesToHex(fragmentRoot(hasher, encodeManifest(manifest)));
  if (manifest.body.kind === "inline") return { whole, segments: [] };
  const { n } = manifest.body.scheme;
  const segments = Array.from({ length: segmentCount(manifest) }, (_, segment) =>
    Array.from({ length: n }, (_shard, shard) => bytesToHex(fragmentRootAt(manifest, segment, shard))),
  );
  return { whole, segments };
}

/** Allocations of the client that last beyond the round, the newest first, of its newest `most`. */
export async function runningOf(
  ledger: Ledger,
  client: Address,
  round: number,
  most: number,
  signal: AbortSignal,
): Promise<AllocationRecord[]> {
  const found: AllocationRecord[] = [];
  for (let seen = 0, before: number | undefined; seen < most;) {
    const page = {
      max: Math.min(CLIENT.maxAllocationsConsidered, most - seen),
      ...(before !== undefined && { before }),
    };
    const records = await ledger.allocationsOfClient(client, page, { signal });
    found.push(...records.filter(({ settled, endRound }) => !settled && endRound > round));
    if (records.length < page.max) break;
    seen += records.length;
    before = records.at(-1)?.id;
  }
  return found;
}

/** The provider of an allocation where it answers. Throws ERR_PEER_UNREACHABLE. */
export async function contactAt(
  { ledger, network }: { readonly ledger: Ledger; readonly network: Network },
  provider: Address,
  signal: AbortSignal,
): Promise<Contact> {
  const record = await ledger.provider(provider, { signal });
  const contact = record === undefined ? undefined : contactOf(record);
  if (contact === undefined) throw notRegistered(provider);
  const address = await network.locate(contact.address.peer, { signal: within(CLIENT.probeMs, signal) });
  return { ...contact, address };
}

function notRegistered(provider: Address): CairnError {
  return new CairnError("ERR_PEER_UNREACHABLE", `Provider ${provider} has no usable peer id on chain.`, {
    facts: { provider },
  });
}
