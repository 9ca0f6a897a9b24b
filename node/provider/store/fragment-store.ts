// The disk seam: where a provider keeps its fragments. Every implementation passes test/compliance/fragment-store.ts.

/** Settings of one put. */
export interface PutOptions {
  /** Until the write begins, aborting takes the request back and nothing of it reaches the disk. Afterwards it has no effect. */
  readonly signal?: AbortSignal;
  /** The round from which nobody pays for the fragment. Kept with it, so that what ends together can lie together. 0 or absent: not known. */
  readonly expires?: number;
}

export interface StoredFragment {
  readonly root: Uint8Array;
  /** Length of the fragment in bytes. */
  readonly bytes: number;
  readonly expires: number;
}

/** All of it is counted by the index, never by walking the disk. `liveBytes + deadBytes` is exactly the size of the store's files. */
export interface Usage {
  readonly fragments: number;
  /** Bytes of the fragments themselves: what clients pay for. */
  readonly payloadBytes: number;
  /** The same with their framing on disk. */
  readonly liveBytes: number;
  /** What removed fragments, tombstones and the framing of files take until it is reclaimed. */
  readonly deadBytes: number;
  /** Puts and removals accepted and not durable yet. What clients have paid for and not yet stored is the book's to say. */
  readonly reservedBytes: number;
  /** What `put` still takes: the disk's free space less a reserve, or what is left of the capacity if that is less. */
  readonly freeBytes: number;
  /** The limit that was set for the files, if any. */
  readonly capacityBytes: number | undefined;
}

/**
 * A set of fragments, each known by its 32-byte root.
 *
 * Changes take effect in the order of the calls. All promises reject with a CairnError.
 *
 * @example
 * await store.put(root, bytes);          // durable
 * await store.read(root, 256, 512);      // the second leaf
 * await store.remove([root]);
 */
export interface FragmentStore {
  /**
   * Stores a fragment that the caller has checked against its root. Durable when it resolves; storing again what is there
   * resolves too, and changes nothing (neither its expiry). `bytes` belong to the store until the promise settles: nobody
   * may write to them, and they are not copied.
   *
   * @param bytes 1 byte to 1 MiB.
   * @throws ERR_DISK_FULL (capacity or disk; nothing of it is kept, a later put may fit), ERR_DISK_FAILED (stops accepting until
   *   restarted), ERR_PEER_BUSY (too many waiting), ERR_ABORTED.
   */
  put(root: Uint8Array, bytes: Uint8Array, options?: PutOptions): Promise<void>;

  /**
   * Bytes `[from, to)`; without them the whole fragment, which is then checked against its checksum. A part is not checked:
   * whoever uses it compares it with the root. The result belongs to the caller.
   *
   * @throws ERR_FRAGMENT_NOT_FOUND, ERR_FRAGMENT_CORRUPT (remove it, then put it again), ERR_DISK_FAILED, ERR_PEER_BUSY (the
   *   process has too many files open, which says nothing of the fragment); RangeError if not
   *   `0 ≤ from ≤ to ≤ length`.
   */
  read(root: Uint8Array, from?: number, to?: number): Promise<Uint8Array>;

  /** Length in bytes, or undefined if the fragment is not there. */
  size(root: Uint8Array): Promise<number | undefined>;

  /** Forgets fragments; durable when it resolves. Roots that are not there are passed over. Works on a full disk as long as the file system has a few megabytes. */
  remove(roots: readonly Uint8Array[]): Promise<void>;

  /** All fragments as of the call, by ascending root. */
  entries(): AsyncIterable<StoredFragment>;

  /** The next fragments above a root, or the first ones: at most `count`, by ascending root. */
  entriesAfter(root: Uint8Array | undefined, count: number): Promise<readonly StoredFragment[]>;

  usage(): Usage;

  /** Somebody reads or writes now: work that can wait should. */
  readonly isBusy: boolean;

  /** Finishes what was begun and takes nothing more. */
  close(): Promise<void>;
}
