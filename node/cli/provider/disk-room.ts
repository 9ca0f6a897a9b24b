// The disk that a folder lies on, or would lie on.

import { statfs } from "node:fs/promises";
import { dirname } from "node:path";

/** What records, index and what is dead until it is compacted take besides what is sold: docs/spec/store.md. */
const SOLD_SHARE = 0.9;
const STEP_BYTES = 10 ** 9;

export interface DiskRoom {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** Of the folder, or of the nearest one above it that is there. */
export async function diskRoom(folder: string): Promise<DiskRoom> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || dirname(folder) === folder) throw error;
    return diskRoom(dirname(folder));
  }
}

/** A capacity that fits into free space with room to work, in whole gigabytes where there are some. */
export function fittingCapacity(freeBytes: number): number {
  const fitting = freeBytes * SOLD_SHARE;
  return fitting > STEP_BYTES ? Math.floor(fitting / STEP_BYTES) * STEP_BYTES : Math.floor(fitting);
}
