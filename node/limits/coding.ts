// Bounds of the threads that encode and hash.

import { KIB, MIB, SECOND } from "./units.ts";

/** node/coding: the threads that encode and hash. */
export const CODING = {
  /** Threads of one pool. Beyond the cores of a large machine more only wait for memory. */
  workers: 64,
  /** Callers that wait for a workspace. Each is a segment of an object on its way: more means that nobody releases. */
  waiting: 64,
  /** Jobs handed to one worker: the one that it does, and the next, so that it never waits for the event loop of the pool. */
  openJobs: 2,
  /** Columns of one job of encoding, at most: an abort waits for the jobs that are out. */
  columnBytes: 256 * KIB,
  /** Bytes of all n shards that one such job touches: 1 to 4 ms, so that the loop breathes where there are no workers. */
  encodeBytes: 8 * MIB,
  /** Bytes of fragments hashed in one job: half a millisecond, or one whole fragment if that is longer. */
  hashBytes: 256 * KIB,
  /** Workers started again in place of dead ones within respawnMs: a kernel that cannot run here must not start threads for ever. */
  respawns: 3,
  respawnMs: 60 * SECOND,
  /** A worker that has not answered by then is taken for dead. Loading takes 0.1 s, a job some milliseconds on an idle machine. */
  answerMs: 60 * SECOND,
  /** A browser does not say when a worker that it was told to end has ended: no job lasts as long as this. */
  lingerMs: 1 * SECOND,
} as const;
