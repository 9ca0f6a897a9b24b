// From a program to WebAssembly: a loop over columns of sixteen bytes, in which every value of the program is a local.
//
// A multiple by a constant c is two look-ups (gf256.ts): the operand is split into its nibbles once, however many constants
// multiply it in a row, and each half selects from sixteen bytes of c's tables. Tables that the next multiplication needs too
// stay in locals. What it costs is arithmetic: four vector instructions a cycle, of which a product takes four and a split three.

import { NIBBLE_BYTES } from "./gf256.ts";
import { isProduct, operands } from "./program.ts";
import { SHARD_STRIDE } from "./scheme.ts";
import { moduleOf, OP, pushUnsigned } from "./wasm-writer.ts";
import type { Program, Step } from "./program.ts";

const VECTOR_BYTES = 16;
/** Programs of up to so many steps do two columns in a turn, which share tables; longer ones run out of registers. */
const PAIRED_STEPS = 128;

/** Parameters of the generated function. */
const NIBBLES = 0;
const MASK = 1;
const FROM = 2;
const TO = 3;
const PARAMETERS = 4;

/** What is multiplied by one constant: the two tables, as locals while they are needed again. */
interface Tables {
  readonly factor: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The module that exports `encode(nibbles, mask, from, to)`: computes parity in columns. `nibbles` addresses the tables of
 * gf256.ts and `mask` sixteen bytes of 15. `from` and `to` address the first data shard's columns to begin and to end with,
 * a multiple of 32 bytes apart and not equal; shard i lies i × SHARD_STRIDE bytes further on.
 */
export function encoderModule(
  program: Program,
  { isRelaxed, isShared }: { isRelaxed: boolean; isShared: boolean },
): Uint8Array<ArrayBuffer> {
  const columns = program.steps.length <= PAIRED_STEPS ? 2 : 1;
  const { code, vectors } = new Encoder(program, columns, isRelaxed ? OP.relaxedSwizzle : OP.swizzle).loop();
  return moduleOf({ name: "encode", parameters: PARAMETERS, vectors, code }, isShared);
}

class Encoder {
  readonly #program: Program;
  readonly #columns: readonly number[];
  readonly #swizzle: readonly number[];
  /** The shards that a step's value is. */
  readonly #outputs: ReadonlyMap<number, readonly number[]>;
  readonly #code: number[] = [];
  #locals = PARAMETERS;
  readonly #mask = this.#newLocal();
  /** The locals that hold a step's value, one for each column. */
  readonly #places = new Map<number, number[]>();
  /** The operand that was split last, and the locals of its nibbles. */
  #split: { value: number; low: number[]; high: number[] } | undefined;
  #tables: Tables | undefined;

  constructor(program: Program, columns: number, swizzle: readonly number[]) {
    this.#program = program;
    this.#columns = Array.from({ length: columns }, (_, column) => column);
    this.#swizzle = swizzle;
    this.#outputs = outputShards(program);
  }

  loop(): { code: readonly number[]; vectors: number } {
    const { steps } = this.#program;
    const isUsedAgain = tablesUsedAgain(steps);
    this.#get(MASK);
    this.#emit(OP.vectorLoad, 0);
    this.#set(this.#mask);
    this.#emit(OP.loop);
    steps.forEach((step, index) => {
      if (!("input" in step)) this.#places.set(index, this.#compute(step, isUsedAgain[index] === true));
      this.#store(index);
    });
    this.#get(FROM);
    this.#emit(OP.i32Const, this.#columns.length * VECTOR_BYTES);
    this.#emit(OP.i32Add);
    this.#emit(OP.localTee, FROM);
    this.#get(TO);
    this.#emit(OP.i32LessUnsigned);
    this.#emit(OP.branchIf, 0);
    this.#emit(OP.end);
    return { code: this.#code, vectors: this.#locals - PARAMETERS };
  }

  #compute(step: Exclude<Step, { input: number }>, keepsTables: boolean): number[] {
    const { a, factor, b } = step;
    if (!isProduct(step) && a !== undefined) {
      return this.#each((column) => {
        this.#value(a, column);
        this.#value(b, column);
        this.#emit(OP.xor);
      });
    }
    const { low, high } = this.#nibblesOf(b);
    const tables = this.#tablesOf(factor);
    if (!keepsTables) this.#tables = undefined;
    const sums = this.#each((column) => {
      this.#lookUp(tables.low, low[column] as number);
      if (a === undefined) return;
      this.#value(a, column);
      this.#emit(OP.xor);
    });
    return this.#each((column) => {
      this.#lookUp(tables.high, high[column] as number);
      this.#get(sums[column] as number);
      this.#emit(OP.xor);
    });
  }

  #nibblesOf(value: number): { low: number[]; high: number[] } {
    if (this.#split?.value === value) return this.#split;
    const low = this.#each((column) => {
      this.#value(value, column);
      this.#get(this.#mask);
      this.#emit(OP.and);
    });
    const high = this.#each((column) => {
      this.#value(value, column);
      this.#emit(OP.i32Const, 4);
      this.#emit(OP.shiftRight64);
      this.#get(this.#mask);
      this.#emit(OP.and);
    });
    this.#split = { value, low, high };
    return this.#split;
  }

  #tablesOf(factor: number): Tables {
    if (this.#tables?.factor === factor) return this.#tables;
    const load = (offset: number): number => {
      this.#get(NIBBLES);
      this.#emit(OP.vectorLoad, offset);
      const local = this.#newLocal();
      this.#set(local);
      return local;
    };
    this.#tables = { factor, low: load(factor * NIBBLE_BYTES), high: load(factor * NIBBLE_BYTES + VECTOR_BYTES) };
    return this.#tables;
  }

  #lookUp(table: number, nibbles: number): void {
    this.#get(table);
    this.#get(nibbles);
    this.#emit(this.#swizzle);
  }

  /** Pushes a value; an input is loaded the first time. */
  #value(index: number, column: number): void {
    const places = this.#places.get(index) ?? [];
    const place = places[column];
    if (place !== undefined) return this.#get(place);
    this.#get(FROM);
    this.#emit(OP.vectorLoad, this.#offset((this.#program.steps[index] as { input: number }).input, column));
    places[column] = this.#newLocal();
    this.#places.set(index, places);
    this.#emit(OP.localTee, places[column]);
  }

  #store(index: number): void {
    for (const shard of this.#outputs.get(index) ?? []) {
      for (const column of this.#columns) {
        this.#get(FROM);
        this.#value(index, column);
        this.#emit(OP.vectorStore, this.#offset(shard, column));
      }
    }
  }

  #offset(shard: number, column: number): number {
    return shard * SHARD_STRIDE + column * VECTOR_BYTES;
  }

  /** Runs `push`, which leaves one vector on the stack, for each column; the locals that these went to. */
  #each(push: (column: number) => void): number[] {
    return this.#columns.map((column) => {
      push(column);
      const local = this.#newLocal();
      this.#set(local);
      return local;
    });
  }

  #newLocal(): number {
    return this.#locals++;
  }

  #get(local: number): void {
    this.#emit(OP.localGet, local);
  }

  #set(local: number): void {
    this.#emit(OP.localSet, local);
  }

  #emit(op: readonly number[], operand?: number): void {
    for (const byte of op) this.#code.push(byte);
    if (operand !== undefined) pushUnsigned(this.#code, operand);
  }
}

function outputShards({ steps, outputs }: Program): Map<number, number[]> {
  const shards = new Map<number, number[]>();
  const data = steps.filter((step) => operands(step).length === 0).length;
  outputs.forEach((step, i) => shards.set(step, [...(shards.get(step) ?? []), data + i]));
  return shards;
}

/** For each multiplication, whether the next one is by the same constant. */
function tablesUsedAgain(steps: readonly Step[]): boolean[] {
  let next: number | undefined;
  return steps
    .toReversed()
    .map((step) => {
      if (!isProduct(step)) return false;
      const isSame = step.factor === next;
      next = step.factor;
      return isSame;
    })
    .reverse();
}
