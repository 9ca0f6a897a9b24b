// The wait of a daemon: until somebody stops it.

/** Resolves when the signal aborts. What the daemon runs keeps the process alive, not this. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
