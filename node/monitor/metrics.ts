// The metrics for Prometheus: what is counted as it happens (requests, syncs), and what one look at the daemon shows. Every label
// has a fixed set of values, so that nothing a peer does adds a series. docs/monitoring.md lists the names.

import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { VERBS } from "../../protocol/index.ts";
import { REQUEST_OUTCOMES } from "../network/index.ts";
import { EventLoopLag, NO_LAG } from "./event-loop-lag.ts";
import { VERSION } from "./installed-version.ts";
import { COUNTERS, GAUGES, GROUPS } from "./metric-list.ts";
import type { RequestFacts } from "../network/index.ts";
import type { Verb } from "../../protocol/index.ts";
import type { Lag } from "./event-loop-lag.ts";
import type { MetricSight } from "./metric-list.ts";

/** From a fragment of some bytes on a local line to 1 MiB at 16 KiB/s. */
const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
/** From an NVMe disk with a protected cache to a disk that is about to fail. */
const SYNC_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Bytes of fragments, with the short messages around them, that came to be stored and went to readers since the start. */
export interface Traffic {
  readonly received: number;
  readonly sent: number;
}

/** What is fixed about a metric. */
export interface MetricFacts {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly labels: readonly string[];
}

/** What prom-client keeps in a metric and its types do not name. */
type Described = Omit<MetricFacts, "labels"> & { readonly labelNames?: readonly string[] };

export class Metrics {
  readonly #registry = new Registry();
  /** From the first look on: its timers are for nothing where nobody looks. */
  #lag: EventLoopLag | undefined;
  readonly #requests: Counter<"verb" | "outcome">;
  readonly #bytes: Counter<"verb" | "direction">;
  readonly #seconds: Histogram<"verb">;
  readonly #syncs: Histogram;
  readonly #gas: Counter;
  #traffic: Traffic = { received: 0, sent: 0 };
  /** What each counter showed last: a chain that rolls back must not look like a daemon that was started again. */
  readonly #counted = new Map<string, number>();
  #sight: MetricSight | undefined;

  constructor(startedAt: number) {
    const registers = [this.#registry];
    this.#requests = new Counter({
      name: "cairn_requests_total",
      help: "Requests of peers, by how they ended.",
      labelNames: ["verb", "outcome"],
      registers,
    });
    this.#bytes = new Counter({
      name: "cairn_request_bytes_total",
      help: "Bytes of messages and fragments in requests of peers.",
      labelNames: ["verb", "direction"],
      registers,
    });
    this.#seconds = new Histogram({
      name: "cairn_request_duration_seconds",
      help: "From a request's first byte to the end of its answer.",
      labelNames: ["verb"],
      buckets: REQUEST_BUCKETS,
      registers,
    });
    this.#syncs = new Histogram({
      name: "cairn_disk_sync_duration_seconds",
      help: "What the disk took to make a batch of fragments durable.",
      buckets: SYNC_BUCKETS,
      registers,
    });
    this.#gas = new Counter({ name: "cairn_proof_gas_total", help: "Gas of all proofs.", registers });
    for (const verb of Object.keys(VERBS) as Verb[]) this.#beginVerb(verb);
    const build = new Gauge({
      name: "cairn_build_info",
      help: "1, with the version that runs.",
      labelNames: ["version"],
      registers,
    });
    build.set({ version: VERSION }, 1);
    const started = new Gauge({
      name: "cairn_start_time_seconds",
      help: "When the daemon started, unix time.",
      registers,
    });
    started.set(startedAt / 1000);
    this.#listSeen();
    this.#listProcess();
  }

  get traffic(): Traffic {
    return this.#traffic;
  }

  /** One request that was served. */
  request({ verb, outcome, seconds, received, sent }: RequestFacts): void {
    this.#requests.inc({ verb, outcome });
    this.#bytes.inc({ verb, direction: "in" }, received);
    this.#bytes.inc({ verb, direction: "out" }, sent);
    if (outcome !== "busy") this.#seconds.observe({ verb }, seconds);
    if (verb === "store") this.#traffic = { ...this.#traffic, received: this.#traffic.received + received };
    if (verb === "retrieve") this.#traffic = { ...this.#traffic, sent: this.#traffic.sent + sent };
  }

  /** One sync of a log that succeeded. */
  sync(seconds: number): void {
    this.#syncs.observe(seconds);
  }

  /** A proof that the chain took. */
  proof(gasUsed: number): void {
    this.#gas.inc(gasUsed);
  }

  /** What the daemon looks like now. */
  see(sight: MetricSight): void {
    this.#lag ??= new EventLoopLag();
    this.#sight = sight;
  }

  /** Every metric there is, what is fixed about it. */
  list(): MetricFacts[] {
    return this.#registry.getMetricsAsArray().map((metric) => {
      const { name, help, type, labelNames = [] } = metric as unknown as Described;
      return { name, help, type, labels: [...labelNames] };
    });
  }

  /** In the text format of Prometheus. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  stop(): void {
    this.#lag?.stop();
    this.#registry.clear();
  }

  /** At 0 from the start, so that the first refusal is a step and not the beginning of a series. */
  #beginVerb(verb: Verb): void {
    for (const outcome of REQUEST_OUTCOMES) this.#requests.inc({ verb, outcome }, 0);
    for (const direction of ["in", "out"]) this.#bytes.inc({ verb, direction }, 0);
    this.#seconds.zero({ verb });
  }

  #listSeen(): void {
    const sight = (): MetricSight | undefined => this.#sight;
    for (const { name, help, read } of GAUGES) {
      this.#registry.registerMetric(
        new Gauge({
          name,
          help,
          registers: [],
          collect() {
            const value = read(sight());
            if (value === undefined) this.remove();
            else this.set(value);
          },
        }),
      );
    }
    for (const { name, help, read } of COUNTERS) {
      const monotone = (): number => this.#monotone(name, read(sight()) ?? 0);
      this.#registry.registerMetric(
        new Counter({
          name,
          help,
          registers: [],
          collect() {
            this.reset();
            this.inc(monotone());
          },
        }),
      );
    }
    for (const { name, help, label, values, read } of GROUPS) {
      this.#registry.registerMetric(
        new Gauge({
          name,
          help,
          labelNames: [label],
          registers: [],
          collect() {
            for (const value of values) this.set({ [label]: value }, read(sight(), value) ?? 0);
          },
        }),
      );
    }
  }

  #listProcess(): void {
    const read = (): Lag => this.#lag?.read() ?? NO_LAG;
    this.#registry.registerMetric(
      new Gauge({
        name: "cairn_event_loop_lag_seconds",
        help: "How late the program gets to its work, over the last minute or so.",
        labelNames: ["quantile"],
        registers: [],
        collect() {
          const { median, high, most } = read();
          this.set({ quantile: "0.5" }, median);
          this.set({ quantile: "0.99" }, high);
          this.set({ quantile: "1" }, most);
        },
      }),
    );
    this.#registry.registerMetric(
      new Gauge({
        name: "cairn_memory_bytes",
        help: "Memory of the process: all of it, and the part that JavaScript objects use.",
        labelNames: ["kind"],
        registers: [],
        collect() {
          const { rss, heapUsed, external } = process.memoryUsage();
          this.set({ kind: "resident" }, rss);
          this.set({ kind: "heap" }, heapUsed);
          this.set({ kind: "external" }, external);
        },
      }),
    );
    this.#registry.registerMetric(
      new Counter({
        name: "cairn_cpu_seconds_total",
        help: "Processor time of the process.",
        registers: [],
        collect() {
          const { user, system } = process.cpuUsage();
          this.reset();
          this.inc((user + system) / 1e6);
        },
      }),
    );
  }

  #monotone(name: string, value: number): number {
    const most = Math.max(value, this.#counted.get(name) ?? 0);
    this.#counted.set(name, most);
    return most;
  }
}
