// A deadline for one piece of work. Unlike AbortSignal.timeout it leaves no timer behind when the work is done sooner, which counts
// when thousands of streams are opened within the deadline of the first.

/** Runs `work` with a signal that aborts with `signal`, or with a TimeoutError after `ms`. */
export async function within<T>(
  ms: number,
  signal: AbortSignal,
  work: (deadline: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController();
  const onAbort = (): void => deadline.abort(signal.reason);
  const timer = setTimeout(() => deadline.abort(new DOMException(`not done within ${ms} ms`, "TimeoutError")), ms);
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) onAbort();
  try {
    return await work(deadline.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  }
}
