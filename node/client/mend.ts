// Mending: when a lane left its provider in the middle of a put, what was signed there is rebuilt from the other lanes'
// fragments and stored with the new one, so that no segment of the object has fewer than n fragments at its providers.

import { encodeSegment } from "../../erasure/index.ts";
import { fragmentBytes, fragmentRootAt, segmentBytes, segmentCount } from "../../protocol/index.ts";
import { CLIENT } from "../limits/index.ts";
import { Gatherer } from "./gather.ts";
import type { Manifest } from "../../protocol/index.ts";
import type { GatherParts } from "./gather.ts";
import type { Lane } from "./lane.ts";

/** A coded manifest, and which of its shards the lane of a shard carries. */
export interface Coded {
  readonly manifest: Manifest;
  readonly shardsOf: (lane: number) => readonly number[];
}

interface Loss {
  readonly lane: Lane;
  readonly shard: number;
}

/**
 * Stores again and co-signs what the lanes' present providers lack; returns the lanes that lacked something. Mend again until none does:
 * a provider can fail meanwhile. Throws ERR_TOO_FEW_FRAGMENTS when fewer than k of a segment are left.
 */
export async function mendLanes(
  parts: GatherParts,
  { manifest, shardsOf }: Coded,
  lanes: readonly Lane[],
  signal: AbortSignal,
): Promise<readonly Lane[]> {
  const mended = new Set<Lane>();
  const commit = (): Promise<unknown> => Promise.all([...mended].map((lane) => lane.commit()));
  let uncommitted = 0;
  for (let segment = 0; segment < segmentCount(manifest); segment++) {
    const carried = lanes.flatMap((lane) => shardsOf(lane.shard).map((shard) => ({ lane, shard })));
    const isHeld = ({ lane, shard }: Loss): boolean => lane.holds(fragmentRootAt(manifest, segment, shard));
    const lost = carried.filter((load) => !isHeld(load));
    if (lost.length === 0) continue;
    await rebuild(parts, manifest, segment, carried.filter(isHeld), lost, signal);
    for (const { lane } of lost) mended.add(lane);
    uncommitted += lost.length * fragmentBytes(manifest, segment);
    if (uncommitted < CLIENT.batchBytes) continue;
    await commit();
    uncommitted = 0;
  }
  await commit();
  return [...mended];
}

async function rebuild(
  parts: GatherParts,
  manifest: Manifest,
  segment: number,
  held: readonly Loss[],
  lost: readonly Loss[],
  signal: AbortSignal,
): Promise<void> {
  if (manifest.body.kind === "inline") return;
  const holders = held.map(({ lane, shard }) => {
    return { address: lane.place.contact.address, holdings: [{ shard, from: segment, to: segment + 1 }] };
  });
  const run = { segment, from: 0, to: segmentBytes(manifest, segment) };
  const whole = await new Gatherer(parts, manifest, holders, signal).read(run);
  const shards = encodeSegment(parts.kernel, manifest.body.scheme, whole);
  await Promise.all(
    lost.map(({ lane, shard }) =>
      lane.store({ root: fragmentRootAt(manifest, segment, shard), data: shards[shard] as Uint8Array }),
    ),
  );
}
