/** The metrics are the ones of the document, the dashboard and the alerts use no others, and no peer can add a series. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { Metrics } from "../../../node/monitor/index.ts";
import { findings, WarningMemory } from "../../../node/monitor/warnings.ts";
import { ROOT } from "../../../scripts/project-files.ts";
import { NOW, sightOf } from "./sights.ts";
import type { Changes } from "./sights.ts";

function metricsOf(changes: Changes = {}): Metrics {
  const metrics = new Metrics(NOW);
  onTestFinished(() => metrics.stop());
  const sight = sightOf(changes);
  metrics.see({ ...sight, warnings: new WarningMemory().warnings(findings(sight), NOW) });
  return metrics;
}

interface Family {
  readonly type: string;
  readonly series: ReadonlyMap<string, number>;
}

/** The text format of Prometheus, read as strictly as this test needs. */
function families(text: string): Map<string, Family> {
  const found = new Map<string, { type: string; series: Map<string, number> }>();
  let current: { type: string; series: Map<string, number> } | undefined;
  for (const line of text.split("\n").filter(Boolean)) {
    const [, name = "", type = ""] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? [];
    if (name !== "") found.set(name, (current = { type, series: new Map() }));
    if (line.startsWith("#")) continue;
    const [, series = "", value = ""] = /^([a-z_]+(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
    expect(Number.isFinite(Number(value)), line).toBe(true);
    current?.series.set(series, Number(value));
  }
  return found;
}

/** Names in the table of docs/monitoring.md with their kinds. */
function documented(): Map<string, string> {
  const text = readFileSync(join(ROOT, "docs/monitoring.md"), "utf8");
  return new Map(
    [...text.matchAll(/^\| `(cairn_[a-z_]+)`\s*\| (\w+)/gm)].map((match) => [match[1] ?? "", match[2] ?? ""]),
  );
}

describe("the list in docs/monitoring.md", () => {
  test("is what the server gives, with its kinds", async () => {
    const given = new Map([...families(await metricsOf().text())].map(([name, { type }]) => [name, type]));
    expect(Object.fromEntries(given)).toEqual(Object.fromEntries(documented()));
  });

  test.each([...documented().keys()])("%s has a value, and a name with its unit", async (name) => {
    const family = families(await metricsOf().text()).get(name);
    expect(family?.series.size).toBeGreaterThan(0);
    const isTotal = name.endsWith("_total");
    expect(isTotal).toBe(family?.type === "counter");
    if (family?.type === "histogram") expect(name).toMatch(/_seconds$/);
    expect(name).not.toMatch(/_(ms|kb|mb|minutes|hours|percent)(_|$)/);
  });
});

describe("values", () => {
  test("are those of the look, amounts in whole tokens", async () => {
    const text = families(await metricsOf().text());
    const value = (series: string): number | undefined => text.get(series.replace(/\{.*/, ""))?.series.get(series);
    expect(value('cairn_space_bytes{kind="live"}')).toBe(10 * 2 ** 20);
    expect(value('cairn_space_bytes{kind="reserved"}')).toBe(30 * 2 ** 20);
    expect(value('cairn_space_bytes{kind="free"}')).toBe(60 * 2 ** 20);
    expect(value("cairn_earned_tokens_total")).toBe(5);
    expect(value("cairn_chain_up")).toBe(1);
    expect(value("cairn_chain_last_block_age_seconds")).toBe(3);
    expect(value('cairn_reachability{state="public"}')).toBe(1);
    expect(value('cairn_warnings{level="error"}')).toBe(0);
    expect(value("cairn_start_time_seconds")).toBe(NOW / 1000);
  });

  test("that are not known are not there", async () => {
    const metrics = metricsOf({
      money: { withdrawable: undefined, gas: undefined },
      rounds: { lastProved: undefined },
      status: { head: undefined },
    });
    const text = families(await metrics.text());
    for (const name of [
      "cairn_withdrawable_tokens",
      "cairn_gas_balance_coins",
      "cairn_round_last_proved",
      "cairn_chain_last_block_age_seconds",
    ])
      expect(text.get(name)?.series.size, name).toBe(0);
  });

  test("of counters do not go back when the chain does", async () => {
    const metrics = metricsOf({ money: { earned: 9n * 10n ** 18n } });
    expect(await metrics.text()).toMatch(/^cairn_earned_tokens_total 9$/m);
    metrics.see({ ...sightOf(), warnings: [] });
    expect(await metrics.text()).toMatch(/^cairn_earned_tokens_total 9$/m);
  });

  test("of requests and syncs are counted as they come", async () => {
    const metrics = metricsOf();
    metrics.request({ verb: "store", outcome: "ok", seconds: 0.02, received: 1000, sent: 3 });
    metrics.request({ verb: "retrieve", outcome: "cut", seconds: 3, received: 20, sent: 700 });
    metrics.request({ verb: "store", outcome: "busy", seconds: 0, received: 0, sent: 0 });
    metrics.sync(0.003);
    metrics.proof(111);
    const text = await metrics.text();
    expect(text).toMatch(/^cairn_requests_total\{verb="store",outcome="ok"\} 1$/m);
    expect(text).toMatch(/^cairn_requests_total\{verb="store",outcome="busy"\} 1$/m);
    expect(text).toMatch(/^cairn_requests_total\{verb="prove",outcome="ok"\} 0$/m);
    expect(text).toMatch(/^cairn_request_bytes_total\{verb="retrieve",direction="out"\} 700$/m);
    expect(text).toMatch(/^cairn_request_duration_seconds_bucket\{le="0.025",verb="store"\} 1$/m);
    expect(text).toMatch(/^cairn_request_duration_seconds_count\{verb="store"\} 1$/m);
    expect(text).toMatch(/^cairn_disk_sync_duration_seconds_bucket\{le="0.005"\} 1$/m);
    expect(text).toMatch(/^cairn_proof_gas_total 111$/m);
    expect(metrics.traffic).toEqual({ received: 1000, sent: 700 });
  });

  test("come in the same series however much happens", async () => {
    const metrics = metricsOf();
    const names = async (): Promise<string[]> =>
      [...families(await metrics.text()).values()].flatMap(({ series }) => [...series.keys()]);
    const before = await names();
    for (let i = 0; i < 1000; i++)
      metrics.request({ verb: "sync", outcome: "refused", seconds: i, received: i, sent: i });
    metrics.see({
      ...sightOf({ status: { stage: "ejected", owner: "0x0000000000000000000000000000000000000002" } }),
      warnings: [],
    });
    expect(await names()).toEqual(before);
  });
});

describe("examples/provider", () => {
  const names = documented();
  const known = (used: string): boolean => {
    const family = used.replace(/_(bucket|sum|count)$/, "");
    return names.has(used) || (names.get(family) === "histogram" && used !== family);
  };

  test.each(["grafana-dashboard.json", "alerts.yml"])("%s uses these names and no others", (file) => {
    const text = readFileSync(join(ROOT, "examples/provider", file), "utf8");
    const used = new Set([...text.matchAll(/\bcairn_[a-z_]+/g)].map(([name]) => name));
    expect(used.size).toBeGreaterThan(10);
    expect([...used].filter((name) => !known(name))).toEqual([]);
  });

  test("the dashboard shows every metric, in panels that do not overlap", () => {
    const text = readFileSync(join(ROOT, "examples/provider/grafana-dashboard.json"), "utf8");
    expect([...names.keys()].filter((name) => !text.includes(name) && !name.startsWith("cairn_capacity"))).toEqual([]);
    const { panels } = JSON.parse(text) as {
      panels: { id: number; gridPos: { x: number; y: number; w: number; h: number } }[];
    };
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const taken = new Set<string>();
    for (const {
      gridPos: { x, y, w, h },
    } of panels) {
      expect(x + w).toBeLessThanOrEqual(24);
      for (let i = x; i < x + w; i++)
        for (let j = y; j < y + h; j++) {
          expect(taken.has(`${i},${j}`)).toBe(false);
          taken.add(`${i},${j}`);
        }
    }
  });
});
