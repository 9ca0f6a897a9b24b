// Looks at the daemon again and again: every few seconds while it answers, ever more seldom while it does not, and not at all
// while nobody looks at the page.

import { STATUS_PAGE } from "../../limits/index.ts";
import { joinHistory, readOverview } from "./document.ts";
import type { Overview } from "../overview.ts";

/** Why there is no newer overview: no answer, an answer that waits for the daemon, one for others only, or one of something else. */
export type Fault = "silent" | "starting" | "locked" | "strange";

export interface Contact {
  /** The last one heard. */
  readonly overview: Overview | undefined;
  /** By this browser's clock. */
  readonly heardAt: number | undefined;
  /** What came of the last look, if it was no overview. */
  readonly fault: Fault | undefined;
}

/** Starts with `start`, ends with `stop`; `tell` hears of every change. */
export class Feed {
  readonly #url: URL;
  readonly #tell: (contact: Contact) => void;
  readonly #end = new AbortController();
  #contact: Contact = { overview: undefined, heardAt: undefined, fault: undefined };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isAsking = false;

  constructor(url: URL, tell: (contact: Contact) => void) {
    this.#url = url;
    this.#tell = tell;
  }

  get contact(): Contact {
    return this.#contact;
  }

  start(): void {
    const options = { signal: this.#end.signal };
    document.addEventListener("visibilitychange", () => this.#wake(), options);
    addEventListener("online", () => this.#wake(), options);
    this.askNow();
  }

  stop(): void {
    this.#end.abort();
    clearTimeout(this.#timer);
  }

  /** Without waiting for the next turn. */
  askNow(): void {
    clearTimeout(this.#timer);
    if (!this.#isAsking) void this.#look();
  }

  #wake(): void {
    if (document.visibilityState === "visible") this.askNow();
  }

  async #look(): Promise<void> {
    this.#isAsking = true;
    const answer = await this.#ask();
    this.#isAsking = false;
    if (this.#end.signal.aborted) return;
    if (typeof answer === "string") {
      this.#failures++;
      this.#contact = { ...this.#contact, fault: answer };
    } else {
      this.#failures = 0;
      this.#contact = { overview: answer, heardAt: Date.now(), fault: undefined };
    }
    if (document.visibilityState === "visible") this.#timer = setTimeout(() => this.askNow(), this.#waitMs());
    this.#tell(this.#contact);
  }

  #waitMs(): number {
    return Math.min(STATUS_PAGE.refreshMs * 2 ** Math.max(0, this.#failures - 1), STATUS_PAGE.slowestMs);
  }

  /** Of the record only what this page does not have yet. */
  async #ask(): Promise<Overview | Fault> {
    const before = this.#contact.overview?.history;
    const url = new URL(this.#url);
    if (before !== undefined) url.searchParams.set("since", before.cursor);
    try {
      const signal = AbortSignal.any([this.#end.signal, AbortSignal.timeout(STATUS_PAGE.askMs)]);
      const response = await fetch(url, { signal, cache: "no-cache", headers: { accept: "application/json" } });
      if (response.status === 401 || response.status === 403) return "locked";
      if (response.status === 503) return "starting";
      if (!response.ok) return "strange";
      const overview = readOverview(await response.json());
      const history = overview === undefined ? undefined : joinHistory(before, overview.history);
      return overview === undefined || history === undefined ? "strange" : { ...overview, history };
    } catch (error) {
      return error instanceof SyntaxError ? "strange" : "silent";
    }
  }
}
