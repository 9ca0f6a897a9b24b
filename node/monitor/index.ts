// The monitor of a provider: status page, data for other programs of its owner, metrics and health.

export { Metrics } from "./metrics.ts";
export { monitorAddress, startMonitor } from "./monitor.ts";
export { WARNINGS } from "./warnings.ts";
export type { MetricFacts } from "./metrics.ts";
export type { Monitor, MonitorComponents, MonitorOptions } from "./monitor.ts";
export type { History, Overview, RoundPoint, SamplePoint, Warning } from "./overview.ts";
export type { Health } from "./routes.ts";
export type { MonitorLog, MonitorSource } from "./source.ts";
