// Says what opening the store found after a stop that was none, or on a disk that has lost something.

import type { ProviderLog } from "./provider-log.ts";
import type { LogStore } from "./store/index.ts";

/** Nothing after a clean stop. */
export function tellRecovery(log: ProviderLog, { recovery }: Pick<LogStore, "recovery">): void {
  const { rebuilt, replayedRecords: records, cutBytes, damage, damagedPlaces: places } = recovery;
  if (rebuilt) {
    const what = `the index of the fragments was missing or damaged, and was made again from their logs: ${records} records. If nobody has deleted it, check the disk`;
    log.warn({ event: "data.index-rebuilt", records }, what);
  } else if (records > 0 || cutBytes > 0) {
    const what = `the daemon was not stopped the last time, it ended: ${records} records were read again, ${cutBytes} bytes of one that was not finished were cut off`;
    log.info({ event: "data.recovered", records, cutBytes }, what);
  }
  if (places === 0) return;
  const what = `the logs are damaged in ${places} places: what is lost is named as the scrub comes by. Check the disk`;
  log.error(
    { event: "data.damaged", places, first: damage.map(({ log: file, offset, bytes }) => ({ file, offset, bytes })) },
    what,
  );
}
