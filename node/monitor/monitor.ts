// The monitor of a running provider: looks at it, keeps the record, and serves both. It takes nothing from the daemon but looks, and
// nothing that goes wrong here ends the daemon.
//
//   <folder>/monitor.json     where it listens, while it runs
//   <folder>/history.jsonl    the record: history-file.ts

import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CairnError } from "../../protocol/index.ts";
import { MONITOR } from "../limits/index.ts";
import { isLoopback, parseSocketAddress } from "../socket-address.ts";
import { Doorkeeper } from "./access.ts";
import { HistoryFile } from "./history-file.ts";
import { History } from "./history.ts";
import { startHttpServer } from "./http-server.ts";
import { Looker } from "./look.ts";
import { overviewOf } from "./overview-of.ts";
import { RoundWatch } from "./round-watch.ts";
import { monitorRoutes } from "./routes.ts";
import { Sampler } from "./sampler.ts";
import { findings, WarningMemory } from "./warnings.ts";
import type { SocketAddress } from "../socket-address.ts";
import type { HttpServer } from "./http-server.ts";
import type { Sight } from "./look.ts";
import type { Metrics } from "./metrics.ts";
import type { Overview, Warning } from "./overview.ts";
import type { Health } from "./routes.ts";
import type { MonitorLog, MonitorSource } from "./source.ts";

export interface MonitorOptions {
  /** `ADDRESS:PORT`, or `off`: then nothing is looked at, kept or served. */
  readonly listen: string;
  readonly token?: string;
  /** Between two looks. Default `MONITOR.lookMs`. */
  readonly lookMs?: number;
  /** Span of a sample. Default `MONITOR.sampleMs`. */
  readonly sampleMs?: number;
}

export interface MonitorComponents {
  readonly source: MonitorSource;
  /** Already counting since before the provider started. */
  readonly metrics: Metrics;
  readonly log: MonitorLog;
  /** Milliseconds since 1970; default Date.now. */
  readonly clock?: () => number;
}

export interface Monitor {
  /** Where the page is; undefined if it is off, or the port was taken. */
  readonly url: string | undefined;
  /** As of the last look; undefined if it is off. */
  overview(): Overview | undefined;
  health(): Health;
  /** Within `MONITOR.stopMs` and a little, whatever the disk does. */
  stop(): Promise<void>;
}

/**
 * Where to listen, or undefined for `off`.
 * Throws ERR_CONFIG_INVALID for what is no address, and for one that other machines reach without a token.
 */
export function monitorAddress({ listen, token }: Pick<MonitorOptions, "listen" | "token">): SocketAddress | undefined {
  if (listen === "off") return undefined;
  const address = parseSocketAddress(listen);
  if (address === undefined) {
    const message = `monitorListen = ${JSON.stringify(listen)} is no address: use off, or ADDRESS:PORT such as 127.0.0.1:4180.`;
    throw new CairnError("ERR_CONFIG_INVALID", message, { facts: { listen } });
  }
  if (isLoopback(address) || token !== undefined) return address;
  const message = `monitorListen = ${JSON.stringify(listen)} can be reached from other machines: set monitorToken too, or use 127.0.0.1:4180.`;
  throw new CairnError("ERR_CONFIG_INVALID", message, { facts: { listen } });
}

/** Starts looking and serving. A port that is taken is a warning, and no reason not to run. Throws ERR_CONFIG_INVALID as `monitorAddress` does. */
export async function startMonitor(options: MonitorOptions, components: MonitorComponents): Promise<Monitor> {
  const address = monitorAddress(options);
  if (address === undefined) return NO_MONITOR;
  const { source, log } = components;
  const file = new HistoryFile(join(source.folder, "history.jsonl"), MONITOR.rounds + MONITOR.samples, log);
  const history = new History(file);
  await history.load();
  const monitor = new RunningMonitor(options, components, history);
  await monitor.look();
  monitor.run();
  await monitor.serve(address);
  return monitor;
}

const NO_MONITOR: Monitor = {
  url: undefined,
  overview: () => undefined,
  health: () => ({ ok: false, why: ["OFF"] }),
  stop: async () => {},
};

class RunningMonitor implements Monitor {
  readonly #options: MonitorOptions;
  readonly #source: MonitorSource;
  readonly #metrics: Metrics;
  readonly #log: MonitorLog;
  readonly #now: () => number;
  readonly #history: History;
  readonly #looker: Looker;
  readonly #rounds: RoundWatch;
  readonly #sampler: Sampler;
  readonly #memory = new WarningMemory();
  readonly #startedAt: number;
  #warnings: readonly Warning[] = [];
  #told: { readonly sight: Sight | undefined; readonly text: string } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #server: HttpServer | undefined;
  #stopping: Promise<void> | undefined;

  constructor(
    options: MonitorOptions,
    { source, metrics, log, clock = Date.now }: MonitorComponents,
    history: History,
  ) {
    this.#options = options;
    this.#source = source;
    this.#metrics = metrics;
    this.#log = log;
    this.#now = clock;
    this.#history = history;
    this.#looker = new Looker(source, clock);
    this.#rounds = new RoundWatch(history.lastRound);
    this.#startedAt = clock();
    this.#sampler = new Sampler(options.sampleMs ?? MONITOR.sampleMs);
  }

  get url(): string | undefined {
    return this.#server === undefined ? undefined : urlOf(this.#server.address);
  }

  overview(): Overview | undefined {
    const sight = this.#looker.last;
    if (sight === undefined) return undefined;
    const { network, price } = this.#source;
    const [startedAt, warnings, history] = [this.#startedAt, this.#warnings, this.#history];
    const traffic = this.#sampler.under(this.#metrics.traffic);
    return overviewOf({ startedAt, peer: network.peer, price, sight, traffic, warnings, history });
  }

  health(): Health {
    const at = this.#looker.last?.at;
    if (at === undefined || this.#now() - at > MONITOR.staleMs) return { ok: false, why: ["STALE"] };
    const why = this.#warnings.filter(({ level }) => level === "error").map(({ code }) => code);
    return { ok: why.length === 0, why };
  }

  /** One look, and what follows from it. Never throws. */
  async look(): Promise<void> {
    try {
      this.#see(await this.#looker.look());
    } catch (error) {
      this.#log.warn(
        { event: "monitor.look-failed", err: error },
        "the monitor could not look at the daemon, trying again",
      );
    }
  }

  run(): void {
    const again = (): void => {
      this.#timer = setTimeout(() => void this.look().finally(again), this.#options.lookMs ?? MONITOR.lookMs).unref();
      if (this.#stopping !== undefined) clearTimeout(this.#timer);
    };
    again();
  }

  async serve(address: SocketAddress): Promise<void> {
    const app = monitorRoutes({
      doorkeeper: new Doorkeeper(this.#options.token),
      overview: (since) => this.#text(since),
      metrics: () => this.#metrics.text(),
      health: () => this.health(),
    });
    try {
      this.#server = await startHttpServer(app, address);
      await this.#tellWhere();
      this.#log.info({ event: "monitor.listening", url: this.url }, `the status page is at ${this.url}`);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const what = code === "EADDRINUSE" ? "its port is taken by another program" : String(error);
      const facts = { event: "monitor.not-listening", listen: this.#options.listen, errno: code };
      this.#log.warn(facts, `no status page: ${what}. Set another monitorListen; the provider runs without it`);
    }
  }

  stop(): Promise<void> {
    return (this.#stopping ??= this.#stop());
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#timer);
    const sight = this.#looker.last;
    const sample =
      sight === undefined ? undefined : this.#sampler.end({ ...sight, at: this.#now() }, this.#metrics.traffic);
    if (sample !== undefined) this.#history.addSample(sample);
    if (this.#server !== undefined) await rm(this.#file, { force: true }).catch(() => {});
    await this.#server?.stop();
    await Promise.race([this.#history.close(), new Promise((resolve) => setTimeout(resolve, MONITOR.stopMs).unref())]);
  }

  /** With the record from `since` on: a cursor, or `now`. All but the record is made once for each look, however many ask. */
  #text(since: string | undefined): string | undefined {
    const sight = this.#looker.last;
    if (this.#told === undefined || this.#told.sight !== sight) {
      const overview = this.overview();
      if (overview === undefined) return undefined;
      const { history: _, ...rest } = overview;
      this.#told = { sight, text: JSON.stringify(rest).slice(0, -1) };
    }
    return `${this.#told.text},"history":${this.#history.json(since === "now" ? this.#history.cursor : since)}}`;
  }

  #see(sight: Sight): void {
    this.#warnings = this.#memory.warnings(findings(sight), sight.at);
    this.#metrics.see({ ...sight, warnings: this.#warnings });
    for (const point of this.#rounds.see(sight.status, sight.at)) {
      this.#history.addRound(point);
      if (point.gasUsed !== undefined) this.#metrics.proof(point.gasUsed);
    }
    const sample = this.#sampler.see(sight, this.#metrics.traffic);
    if (sample !== undefined) this.#history.addSample(sample);
  }

  /** For the owner's other programs: `cairn provider status` looks here first. */
  async #tellWhere(): Promise<void> {
    const { token } = this.#options;
    const text = JSON.stringify({ url: this.url, ...(token === undefined ? {} : { token }) });
    await rm(this.#file, { force: true }); // an older one may be readable by others
    await writeFile(this.#file, `${text}\n`, { mode: 0o600, flag: "wx" });
  }

  get #file(): string {
    return join(this.#source.folder, "monitor.json");
  }
}

/** As a program of this machine reaches it. */
function urlOf({ host: bound, port }: SocketAddress): string {
  const host = bound === "0.0.0.0" ? "127.0.0.1" : bound === "::" ? "::1" : bound;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}/`;
}
