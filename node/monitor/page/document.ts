// What the daemon answered, checked for being an overview at all: between it and the page there may be a proxy with a page of its own.

import type { History, Overview } from "../overview.ts";

const OBJECTS = ["chain", "rounds", "money", "space", "scrub", "peers", "history"] as const;
const TEXTS = ["version", "owner", "peer", "reachability", "price"] as const;

/** The overview, or undefined if a part is missing that the page is made of. */
export function readOverview(value: unknown): Overview | undefined {
  if (!isObject(value)) return undefined;
  const isWhole =
    OBJECTS.every((name) => isObject(value[name])) &&
    TEXTS.every((name) => typeof value[name] === "string") &&
    [value["now"], value["startedAt"]].every(Number.isFinite) &&
    Array.isArray(value["addresses"]);
  if (!isWhole) return undefined;
  const overview = value as unknown as Overview;
  const { rounds, samples } = overview.history;
  return [rounds, samples, overview.warnings].every(isListOfObjects) ? overview : undefined;
}

/** Whether two records say the same, so that nothing needs to be drawn again. */
export function isSameHistory(a: History, b: History): boolean {
  return isSameList(a.rounds, b.rounds, ROUND_KEYS) && isSameList(a.samples, b.samples, SAMPLE_KEYS);
}

const ROUND_KEYS = ["round", "at", "outcome", "earned"] as const;
const SAMPLE_KEYS = ["at", "received", "sent"] as const;

function isSameList<T>(a: readonly T[], b: readonly T[], keys: readonly (keyof T)[]): boolean {
  return a.length === b.length && a.every((one, index) => keys.every((key) => one[key] === b[index]?.[key]));
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every(isObject);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
