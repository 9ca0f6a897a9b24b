// Finds which leaf of a challenge a provider lacks. A proof shows all of them or none; but the challenge of a seed begins with
// the same positions however many are asked for. So halving finds the first one without which there is a proof.

import { sample } from "./verdict.ts";
import type { ProviderRecord } from "../../contracts/index.ts";
import type { PeerAddress } from "../network/index.ts";
import type { SampleParts, Sampling } from "./verdict.ts";

/** The index, in the challenge that failed, of a leaf that is not shown; undefined if the provider does not answer to the point. */
export async function notShown(
  parts: SampleParts,
  record: ProviderRecord,
  address: PeerAddress,
  { seed, asked }: Sampling,
  signal: AbortSignal,
): Promise<number | undefined> {
  let shown = 0;
  let failing = asked;
  while (failing - shown > 1) {
    const count = (shown + failing) >>> 1;
    const { verdict } = await sample(parts, record, address, { count, seed }, signal);
    if (verdict === "unknown") return undefined;
    if (verdict === "passed") shown = count;
    else failing = count;
  }
  return failing - 1;
}
