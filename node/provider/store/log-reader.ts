// Reads fragments out of the logs.

import { CairnError } from "../../../protocol/index.ts";
import { diskError, errno } from "./disk.ts";
import {
  isWhole,
  paddedBytes,
  RECORD_HEADER_BYTES,
  RECORD_TRAILER_BYTES,
  recordBytes,
  statedBy,
} from "./log-record.ts";
import type { DiskFile } from "./disk.ts";
import type { OpenLogs } from "./open-logs.ts";
import type { Place, StoreIndex } from "./store-index.ts";

export interface ReaderParts {
  readonly index: StoreIndex;
  readonly open: OpenLogs;
}

/** Times a fragment is looked up again because its log was deleted after it had been copied to another. */
const LOOKUPS = 3;

/** As FragmentStore.read. */
export async function readFragment(
  parts: ReaderParts,
  root: Uint8Array,
  from?: number,
  to?: number,
): Promise<Uint8Array> {
  for (let lookup = 1; ; lookup += 1) {
    const [place] = await parts.index.find([root]);
    if (place === undefined) throw notFound(root);
    const [start, end] = [from ?? 0, to ?? place.length];
    if (!(start >= 0 && start <= end && end <= place.length)) {
      throw new RangeError(`The fragment has ${place.length} bytes; ${start} to ${end} is no part of it.`);
    }
    const whole = start === 0 && end === place.length;
    try {
      return await parts.open.use(place.log, (file) =>
        whole ? readWhole(file, root, place) : readPart(file, root, place, start, end),
      );
    } catch (error) {
      if (errno(error) === "ENOENT" && lookup < LOOKUPS) continue;
      if (error instanceof CairnError) throw error;
      throw diskError(`Fragment ${hex(root)} cannot be read`, error, { root: hex(root), log: place.log });
    }
  }
}

/** One read of the whole record, which shows whether it is still what was written. */
async function readWhole(file: DiskFile, root: Uint8Array, place: Place): Promise<Uint8Array> {
  const record = unfilled(recordBytes(place.length));
  const read = await file.read(record, place.offset);
  const header = record.subarray(0, RECORD_HEADER_BYTES);
  const payload = record.subarray(RECORD_HEADER_BYTES, RECORD_HEADER_BYTES + place.length);
  const trailerAt = RECORD_HEADER_BYTES + paddedBytes(place.length);
  const trailer = record.subarray(trailerAt, trailerAt + RECORD_TRAILER_BYTES);
  const stated = statedBy(header);
  const same = stated.length === place.length && Buffer.compare(stated.root, root) === 0;
  if (read < record.byteLength || !same || !isWhole(header, payload, trailer)) throw corrupt(root, place);
  return payload;
}

async function readPart(file: DiskFile, root: Uint8Array, place: Place, from: number, to: number): Promise<Uint8Array> {
  const bytes = unfilled(to - from);
  const read = await file.read(bytes, place.offset + RECORD_HEADER_BYTES + from);
  if (read < bytes.byteLength) throw corrupt(root, place);
  return bytes;
}

/** Memory as it is: what is not read into it in full must not be given to anybody. */
function unfilled(bytes: number): Uint8Array {
  return new Uint8Array(Buffer.allocUnsafeSlow(bytes).buffer);
}

function notFound(root: Uint8Array): CairnError {
  const message = `Fragment ${hex(root)} is not stored here. Ask another provider of the object.`;
  return new CairnError("ERR_FRAGMENT_NOT_FOUND", message, { facts: { root: hex(root) } });
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
