// Lets so many at once through, makes so many more wait in line, and turns the rest away.

import { CairnError } from "../../protocol/index.ts";

export class Turnstile {
  readonly #inside: number;
  readonly #line: number;
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(inside: number, line: number) {
    this.#inside = inside;
    this.#line = line;
  }

  /** Runs `work` when there is room. Throws ERR_PEER_BUSY when the line is full, or the signal's reason while waiting. */
  async pass<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#enter(signal);
    try {
      return await work();
    } finally {
      this.#busy--;
      this.#waiting.shift()?.();
    }
  }

  async #enter(signal: AbortSignal): Promise<void> {
    if (this.#busy < this.#inside) {
      this.#busy++;
      return;
    }
    if (this.#waiting.length >= this.#line)
      throw new CairnError("ERR_PEER_BUSY", "Too many wait already: try again later.");
    await new Promise<void>((resolve, reject) => {
      const enter = (): void => {
        signal.removeEventListener("abort", leave);
        this.#busy++;
        resolve();
      };
      const leave = (): void => {
        const at = this.#waiting.indexOf(enter);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(signal.reason);
      };
      this.#waiting.push(enter);
      signal.addEventListener("abort", leave, { once: true });
    });
  }
}
