// Every bound of what runs: waits, queues, sizes, counts. One constant per part of node/, each entry with its unit and its reason.
// Names end in their unit: …Ms, …Bytes; a bare plural is a count. Tests may pass other values to the part that uses them.

export { AUDITOR } from "./auditor.ts";
export { DOCTOR, EXIT, RPC } from "./cli.ts";
export { CLIENT } from "./client.ts";
export { CODING } from "./coding.ts";
export { DEVNET } from "./devnet.ts";
export { MONITOR, MONITOR_CLIENT, STATUS_PAGE } from "./monitor.ts";
export { NETWORK } from "./network.ts";
export { PROVIDER } from "./provider.ts";
export { STORE } from "./store.ts";
