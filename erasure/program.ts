// A straight-line program over shards: what additive-fft.ts writes down instead of computing.
//
// Equal steps are one step, multiples by 0 and 1 vanish, and only what some output needs is kept.

import { parity } from "./additive-fft.ts";
import type { Arithmetic } from "./additive-fft.ts";
import type { Scheme } from "./scheme.ts";

/** One value: an input shard, or `a + factor · b` of two earlier values; without `a` it is the multiple alone. */
export type Step =
  | { readonly input: number }
  | { readonly a: number | undefined; readonly factor: number; readonly b: number };

export interface Program {
  /** Each step by its index; a step refers to lower indices only. */
  readonly steps: readonly Step[];
  /** The steps that are the parity shards, in order. */
  readonly outputs: readonly number[];
}

/** The program of the parity of a scheme. */
export function parityProgram({ k, n }: Scheme): Program {
  const writer = new Writer();
  const inputs = Array.from({ length: k }, (_, i) => writer.input(i));
  const outputs = parity<number | undefined>(writer, inputs, n);
  return needed(writer.steps, outputs as number[]); // parity is never 0 throughout: any k shards tell the data
}

/** Multiplications by a constant: the cost of a program, nearly. */
export function multiplications({ steps }: Program): number {
  return steps.filter(isProduct).length;
}

/** Whether a step multiplies, and does not only add. */
export function isProduct(step: Step): step is Exclude<Step, { input: number }> {
  return !("input" in step) && (step.factor !== 1 || step.a === undefined);
}

/** The arithmetic that writes steps. `undefined` is the value 0. */
class Writer implements Arithmetic<number | undefined> {
  readonly zero = undefined;
  readonly steps: Step[] = [];
  readonly #known = new Map<string, number>();

  input(shard: number): number {
    this.steps.push({ input: shard });
    return this.steps.length - 1;
  }

  add(a: number | undefined, b: number | undefined): number | undefined {
    if (a === b) return undefined;
    if (a === undefined || b === undefined) return a ?? b;
    return this.#step(Math.min(a, b), 1, Math.max(a, b));
  }

  addMultiple(a: number | undefined, factor: number, b: number | undefined): number | undefined {
    if (factor === 0 || b === undefined) return a;
    return factor === 1 ? this.add(a, b) : this.#step(a, factor, b);
  }

  #step(a: number | undefined, factor: number, b: number): number {
    const key = `${a} ${factor} ${b}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.steps.push({ a, factor, b });
    this.#known.set(key, this.steps.length - 1);
    return this.steps.length - 1;
  }
}

/** The values that a step reads. */
export function operands(step: Step): number[] {
  if ("input" in step) return [];
  return step.a === undefined ? [step.b] : [step.a, step.b];
}

/** The program without the steps that no output needs, multiples of one value side by side. */
function needed(steps: readonly Step[], outputs: readonly number[]): Program {
  const isNeeded = new Set(outputs);
  for (let i = steps.length - 1; i >= 0; i--) {
    if (isNeeded.has(i)) for (const operand of operands(steps[i] as Step)) isNeeded.add(operand);
  }
  const order = groupedByOperand(
    steps,
    [...isNeeded].sort((a, b) => a - b),
  );
  const place = new Map(order.map((old, index) => [old, index]));
  const moved = (old: number): number => place.get(old) as number;
  const kept = order.map((old): Step => {
    const step = steps[old] as Step;
    if ("input" in step) return step;
    return { a: step.a === undefined ? undefined : moved(step.a), factor: step.factor, b: moved(step.b) };
  });
  return { steps: kept, outputs: outputs.map(moved) };
}

/** The order in which a value is multiplied by all its constants at once, where that can be: it is split into nibbles once. */
function groupedByOperand(steps: readonly Step[], kept: readonly number[]): number[] {
  const products = Map.groupBy(
    kept.filter((index) => isProduct(steps[index] as Step)),
    (index) => (steps[index] as { b: number }).b,
  );
  const done = new Set<number>();
  for (const index of kept) {
    done.add(index);
    const step = steps[index] as Step;
    if (!isProduct(step)) continue;
    for (const other of products.get(step.b) ?? []) {
      if (operands(steps[other] as Step).every((operand) => done.has(operand))) done.add(other);
    }
  }
  return [...done];
}
