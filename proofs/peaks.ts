// The right edge of a sum tree: all that is needed to append to it and to know its root.
//
//   7 items:      peaks 4 + 2 + 1             root = node(p0, node(p1, p2))
//
// Sixteen thousand items take at most fifteen peaks, so client and provider sign a state after each append at no cost.

import { HASH_BYTES, isCount, sumNode } from "./hash.ts";
import type { Hasher } from "./hash.ts";
import { unbuildable } from "./proof-error.ts";
import { addLeaves, EMPTY_ROOT } from "./sum-tree.ts";
import type { SumItem } from "./sum-tree.ts";

/** The perfect subtrees of a sum tree of `items` items, left to right: one for each set bit of `items`. */
export interface Peaks {
  readonly items: number;
  readonly peaks: readonly SumItem[];
}

/** The peaks of the empty tree. */
export const NO_PEAKS: Peaks = { items: 0, peaks: [] };

/**
 * The peaks with one more item at the right end; the given ones stay as they are.
 * Throws `ERR_TREE_INPUT` on a bad item, or on peaks that do not go with their item count.
 */
export function appendItem(hasher: Hasher, peaks: Peaks, item: SumItem): Peaks {
  addLeaves(checkPeaks(peaks), item.leaves);
  checkHash(item);
  const edge = [...peaks.peaks];
  let right: SumItem = { hash: item.hash.slice(), leaves: item.leaves };
  for (let bits = peaks.items; bits % 2 === 1; bits = (bits - 1) / 2) {
    right = join(hasher, edge.pop() as SumItem, right);
  }
  return { items: peaks.items + 1, peaks: [...edge, right] };
}

/** Root and leaf count of the tree with these peaks: equal to `sumTree` over all items; `EMPTY_ROOT` and 0 without any. */
export function peaksRoot(hasher: Hasher, peaks: Peaks): SumItem {
  checkPeaks(peaks);
  if (peaks.items === 0) return { hash: EMPTY_ROOT, leaves: 0 };
  return peaks.peaks.reduceRight((right, left) => join(hasher, left, right));
}

function join(hasher: Hasher, left: SumItem, right: SumItem): SumItem {
  return {
    hash: sumNode(hasher, left.hash, right.hash, left.leaves, right.leaves),
    leaves: left.leaves + right.leaves,
  };
}

/** The leaves under all peaks. Peaks come from disks and peers, so their number is checked against the items'. */
function checkPeaks({ items, peaks }: Peaks): number {
  if (!isCount(items) || peaks.length !== setBits(items)) {
    throw unbuildable("There is one peak for each set bit of the item count.", { items, peaks: peaks.length });
  }
  return peaks.reduce((total, peak) => {
    checkHash(peak);
    return addLeaves(total, peak.leaves);
  }, 0);
}

function checkHash({ hash }: SumItem): void {
  if (hash.length !== HASH_BYTES)
    throw unbuildable("A sum tree's item has a hash of 32 bytes.", { bytes: hash.length });
}

function setBits(value: number): number {
  let bits = 0;
  for (let rest = value; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
