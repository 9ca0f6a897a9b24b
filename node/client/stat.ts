// stat: what an object is and how safe it is, from the manifest and from what its holders say. Needs no key.

import { segmentCount } from "../../protocol/index.ts";
import { findObject } from "./holders.ts";
import { readable } from "./get.ts";
import type { Scheme } from "../../erasure/index.ts";
import type { Link, ObjectId } from "../../protocol/index.ts";
import type { GetParts } from "./get.ts";
import type { Holder } from "./holders.ts";

export interface ObjectStat {
  readonly object: ObjectId;
  readonly size: number;
  /** Undefined for an object that lies whole in its manifest. */
  readonly scheme: Scheme | undefined;
  readonly segments: number;
  /** Peers that answered and say that they hold a part, with the shards they hold. */
  readonly holders: readonly { readonly peer: string; readonly shards: readonly number[] }[];
  /** Of the worst segment: how many of its n fragments are said to be there. k are enough. */
  readonly fragments: number;
}

export async function statObject(parts: GetParts, link: Link, signal: AbortSignal): Promise<ObjectStat> {
  const found = await findObject(parts, link.object, signal);
  const { manifest, holders: holding } = await readable(parts, found, signal);
  const scheme = manifest.body.kind === "coded" ? manifest.body.scheme : undefined;
  const segments = segmentCount(manifest);
  const holders = holding.map(({ address, holdings }) => {
    return { peer: address.peer, shards: [...new Set(holdings.map(({ shard }) => shard))].sort((a, b) => a - b) };
  });
  const fragments = scheme === undefined ? holding.length : worstSegment(holding, segments);
  return { object: link.object, size: manifest.size, scheme, segments, holders, fragments };
}

function worstSegment(holders: readonly Holder[], segments: number): number {
  let worst = Infinity;
  for (let segment = 0; segment < segments; segment++) {
    const here = holders.flatMap(({ holdings }) => holdings.filter(({ from, to }) => from <= segment && segment < to));
    worst = Math.min(worst, new Set(here.map(({ shard }) => shard)).size);
  }
  return worst;
}
