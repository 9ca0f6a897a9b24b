// What the daemon answered, checked for being an overview at all: between it and the page there may be a proxy with a page of its own.

import { MONITOR } from "../../limits/index.ts";
import type { History, Overview } from "../overview.ts";

const OBJECTS = ["chain", "rounds", "money", "space", "scrub", "peers", "traffic", "history"] as const;
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
  const { rounds, samples, cursor } = overview.history;
  const isRecord = typeof cursor === "string" && [rounds, samples].every(isListOfObjects);
  return isRecord && isListOfObjects(overview.warnings) ? overview : undefined;
}

/**
 * The whole record: what was heard now, or what was heard before with the news in it. The same object where there are none, so that
 * nothing is drawn again. Undefined if the news are of another record.
 */
export function joinHistory(before: History | undefined, heard: History): History | undefined {
  if (heard.cursor === before?.cursor) return before;
  if (heard.since === undefined) return heard;
  if (heard.since !== before?.cursor) return undefined;
  return {
    cursor: heard.cursor,
    since: undefined,
    rounds: joined(before.rounds, heard.rounds, "round", MONITOR.rounds),
    samples: joined(before.samples, heard.samples, "at", MONITOR.samples),
  };
}

/** Ascending, the later word on a point in place of the earlier one, the oldest left out beyond `most`. */
function joined<K extends string, T extends Readonly<Record<K, number>>>(
  before: readonly T[],
  news: readonly T[],
  key: K,
  most: number,
): T[] {
  const points = new Map([...before, ...news].map((point) => [point[key], point]));
  return [...points.values()].sort((a, b) => a[key] - b[key]).slice(-most);
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every(isObject);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
