// The stop of a whole provider within one deadline, whatever its peers, the readers of its page and the chain do.
//
//        ┌ peers   streams are cut, connections are closed    ┐
//   stop ┼ work    proofs, answers, scrub, upkeep break off   ├ stopMs, all at once ─ disk, not cut off ─ lock
//        └ page    answers under way are finished or cut      ┘
//
// Nothing that was acknowledged depends on it: that was on the disk before its answer left. So peers, readers and the chain are left
// behind when their time is over, and the disk is let finish the write that it is at: a batch of a few MiB.

import { PROVIDER } from "./limits/index.ts";
import type { ProviderLog } from "./provider/index.ts";

/** What is stopped before the disk, with the word for it in the log. */
export interface Stoppable {
  readonly name: string;
  /** Begins to stop at once, and should be done within `PROVIDER.stopMs`. */
  readonly stop: () => Promise<unknown>;
}

/** What speaks with the world outside: it is stopped all at once. */
export class Serving implements AsyncDisposable {
  readonly #parts: Stoppable[] = [];
  #ending: Promise<readonly string[]> | undefined;

  add(part: Stoppable): void {
    this.#parts.push(part);
  }

  /** Names of those that did not end in time, and are not waited for any longer. May be called again. */
  end(): Promise<readonly string[]> {
    return (this.#ending ??= this.#end());
  }

  /** The same parts in another's hands; this one has none any more. */
  move(): Serving {
    const moved = new Serving();
    moved.#parts.push(...this.#parts.splice(0));
    return moved;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end();
  }

  async #end(): Promise<readonly string[]> {
    const going = new Set<string>();
    const ends = this.#parts.map(async ({ name, stop }) => {
      going.add(name);
      await stop().finally(() => going.delete(name));
    });
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, PROVIDER.stopMs + PROVIDER.stopSlackMs);
    await Promise.race([Promise.allSettled(ends), late]);
    clearTimeout(timer);
    return [...going];
  }
}

/** Stops what serves, then what it stands on: disk, chain, lock of the folder. Says so in the log, and what took too long. */
export async function stopInOrder(serving: Serving, below: AsyncDisposable, log: ProviderLog): Promise<void> {
  log.info(
    { event: "daemon.stopping" },
    "stopping: no new requests are taken, and what is being written to the disk is finished",
  );
  const started = performance.now();
  const late = await serving.end();
  if (late.length > 0) {
    const what = `${late.join(" and ")} did not end in time and are left behind; what was acknowledged is on the disk`;
    log.warn({ event: "daemon.left-behind", parts: late }, what);
  }
  const patience = setTimeout(() => tellSlowDisk(log), PROVIDER.stopDiskMs);
  try {
    await below[Symbol.asyncDispose]();
  } finally {
    clearTimeout(patience);
  }
  const seconds = Math.round(performance.now() - started) / 1000;
  log.info({ event: "daemon.stopped", seconds }, `stopped after ${seconds} s`);
}

function tellSlowDisk(log: ProviderLog): void {
  log.warn(
    { event: "daemon.disk-slow" },
    "the disk is still busy with the last write, which is waited for. Stopping once more ends at once: that loses nothing that was acknowledged, and the next start takes a little longer",
  );
}
