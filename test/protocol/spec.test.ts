// The figures in docs/spec are those of the program.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { MAX_SHARD_BYTES } from "../../erasure/index.ts";
import { LEAF_BYTES } from "../../proofs/index.ts";
import {
  MAX_INLINE_BYTES,
  MAX_MANIFEST_BYTES,
  RECORD_BYTES,
  TAG_BYTES,
  VERBS,
  type Verb,
} from "../../protocol/index.ts";

const read = (name: string) => readFileSync(new URL(`../../docs/spec/${name}`, import.meta.url), "utf8");
const UNITS: Readonly<Record<string, number>> = { B: 1, KiB: 1024, MiB: 1_048_576 };

test("docs/spec/data.md has the constants of the program", () => {
  const rows = [...read("data.md").matchAll(/^\| `([A-Z_]+)` \| ([\d,]+) \|/gm)];
  const stated = Object.fromEntries(rows.map(([, name, figure]) => [name, Number(figure?.replaceAll(",", ""))]));
  expect(stated).toEqual({
    RECORD_BYTES,
    TAG_BYTES,
    LEAF_BYTES,
    MAX_SHARD_BYTES,
    MAX_INLINE_BYTES,
    MAX_MANIFEST_BYTES,
  });
});

describe("docs/spec/wire.md", () => {
  const headings = [...read("wire.md").matchAll(/^## (\w+) — (.*)$/gm)];

  test("has a section for every verb and no other", () => {
    expect(headings.map(([, verb]) => verb)).toEqual(Object.keys(VERBS));
  });

  test.each(headings.map(([, verb, limits]) => [verb as Verb, limits as string] as const))(
    "limits %s as the program does: %s",
    (verb, limits) => {
      const bytesAfter = (words: string) => {
        const found = new RegExp(`${words} (\\d+) (B|KiB|MiB)`).exec(limits);
        return found === null ? 0 : Number(found[1]) * (UNITS[found[2] as string] as number);
      };
      expect(bytesAfter("max request")).toBe(VERBS[verb].maxRequest);
      expect(bytesAfter("max answer")).toBe(VERBS[verb].maxAnswer);
      expect(bytesAfter("body ≤")).toBe(VERBS[verb].maxBody);
    },
  );

  test("names every protocol id", () => {
    for (const { protocol } of Object.values(VERBS)) expect(read("wire.md")).toContain(`\`${protocol}\``);
  });
});
