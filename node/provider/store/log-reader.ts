// Reads fragments out of the logs.

import { CairnError } from "../../../protocol/index.ts";
import { diskError, errno } from "./disk.ts";
import { payloadIn, RECORD_HEADER_BYTES, recordBytes } from "./log-record.ts";
import { checkRoot } from "./root-key.ts";
import type { OpenLogs } from "./open-logs.ts";
import type { Place, StoreIndex } from "./store-index.ts";

export interface ReaderParts {
  readonly index: StoreIndex;
  readonly open: OpenLogs;
}

/** Times a fragment is looked up again because its log was deleted after it had been copied to another. */
const LOOKUPS = 3;

/**
 * As FragmentStore.read. One function that waits once: each further promise of a read costs as much as looking the fragment up,
 * and what they leave behind makes V8 collect earlier.
 */
export async function readFragment(
  { index, open }: ReaderParts,
  wanted: Uint8Array,
  from?: number,
  to?: number,
): Promise<Uint8Array> {
  checkRoot(wanted);
  const root = Buffer.from(wanted);
  for (let lookup = 1; ; lookup += 1) {
    const place = index.placeOf(root);
    if (place === undefined) throw notFound(root);
    const start = from ?? 0;
    const end = to ?? place.length;
    if (!(start >= 0 && start <= end && end <= place.length)) throw noPart(place, start, end);
    const whole = start === 0 && end === place.length;
    const bytes = whole ? recordBytes(place.length) : end - start;
    const position = whole ? place.offset : place.offset + RECORD_HEADER_BYTES + start;
    const log = open.take(place.log);
    try {
      const file = log.file ?? (await log.opening);
      // Memory as it is: what is not read into it in full must not be given to anybody.
      const into = Buffer.allocUnsafeSlow(bytes);
      const read = await file.read(into, position);
      if (read < bytes) throw corrupt(root, place);
      if (!whole) return new Uint8Array(into.buffer);
      const payload = payloadIn(into, root, place.length);
      if (payload === undefined) throw corrupt(root, place);
      return payload;
    } catch (error) {
      if (errno(error) === "ENOENT" && lookup < LOOKUPS) continue;
      throw error instanceof CairnError ? error : unreadable(root, place, error);
    } finally {
      const closing = open.giveBack(log);
      if (closing !== undefined) await closing;
    }
  }
}

function noPart({ length }: Place, from: number, to: number): RangeError {
  return new RangeError(`The fragment has ${length} bytes; ${from} to ${to} is no part of it.`);
}

function notFound(root: Uint8Array): CairnError {
  const message = `Fragment ${hex(root)} is not stored here. Ask another provider of the object.`;
  return new CairnError("ERR_FRAGMENT_NOT_FOUND", message, { facts: { root: hex(root) } });
}

function unreadable(root: Uint8Array, { log }: Place, cause: unknown): CairnError {
  return diskError(`Fragment ${hex(root)} cannot be read`, cause, { root: hex(root), log });
}

function corrupt(root: Uint8Array, { log, offset }: Place): CairnError {
  return new CairnError(
    "ERR_FRAGMENT_CORRUPT",
    `Fragment ${hex(root)} is no longer what was stored (log ${log}, byte ${offset}). Check the disk; remove the fragment and store it again from the other providers.`,
    { facts: { root: hex(root), log, offset } },
  );
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
