// A disk that tells how long each sync of a file took: the one figure that says whether a disk is fit for this.

import { nodeDisk } from "./disk.ts";
import type { Disk, DiskFile } from "./disk.ts";

/** `disk`, with `tell` called after each sync that succeeded; it must not throw. */
export function timedDisk(tell: (seconds: number) => void, disk: Disk = nodeDisk): Disk {
  const timed = async (opening: Promise<DiskFile>): Promise<DiskFile> => timedFile(await opening, tell);
  return {
    ...disk,
    create: (path) => timed(disk.create(path)),
    openToAppend: (path) => timed(disk.openToAppend(path)),
  };
}

function timedFile(file: DiskFile, tell: (seconds: number) => void): DiskFile {
  return {
    size: () => file.size(),
    append: (pieces) => file.append(pieces),
    read: (into, position) => file.read(into, position),
    truncate: (bytes) => file.truncate(bytes),
    async sync() {
      const started = performance.now();
      await file.sync();
      tell((performance.now() - started) / 1000);
    },
    close: () => file.close(),
  };
}
