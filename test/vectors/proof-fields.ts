// A proof of one position, field by field: for tests that spoil one of them.

import type { Sample, SumStep } from "../../proofs/index.ts";
import { packed } from "../reference.ts";

/** Name → bytes, in the order of the proof: `aggregate count 0`, `aggregate sibling 0`, …, `leaf`, `path`. */
export type Fields = ReadonlyMap<string, Uint8Array>;

export function fieldsOf(sample: Sample, leaves: number): Fields {
  const fields = new Map<string, Uint8Array>();
  let [total, position] = [leaves, sample.position];
  const down = (tree: string, steps: readonly SumStep[]): void => {
    for (const [level, { leftLeaves, sibling }] of steps.entries()) {
      fields.set(`${tree} count ${level}`, packed(leftLeaves, total));
      fields.set(`${tree} sibling ${level}`, sibling);
      const goesRight = position >= leftLeaves;
      total = goesRight ? total - leftLeaves : leftLeaves;
      if (goesRight) position -= leftLeaves;
    }
    fields.set(`${tree} end`, packed(0, total));
  };
  down("aggregate", sample.aggregateSteps);
  fields.set("allocation", u64(sample.allocation));
  fields.set("seq", u64(sample.seq));
  down("sub", sample.subSteps);
  fields.set("fragmentBytes", u32(sample.fragmentBytes));
  fields.set("leaf", sample.leaf);
  fields.set("path", sample.path);
  return fields;
}

/** The fields in a row, some of them others. */
export function joinFields(fields: Fields, change: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  for (const name of Object.keys(change)) if (!fields.has(name)) throw new Error(`no field ${name}`);
  return Uint8Array.from(Buffer.concat([...fields].map(([name, bytes]) => change[name] ?? bytes)));
}

export function u32(value: number): Uint8Array {
  return Uint8Array.from(Buffer.from(value.toString(16).padStart(8, "0"), "hex"));
}

export function u64(value: number): Uint8Array {
  return Uint8Array.from(Buffer.from(value.toString(16).padStart(16, "0"), "hex"));
}
