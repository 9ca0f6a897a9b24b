// The transform over plain numbers, the program that it writes down, and the factors of Lagrange, against the naive reference.

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate, interpolate, parity } from "../../erasure/additive-fft.ts";
import { divide, interpolationFactors, multiply, NIBBLE_BYTES, nibbleTables } from "../../erasure/gf256.ts";
import { multiplications, operands, parityProgram } from "../../erasure/program.ts";
import { range, scheme } from "../../erasure/scheme.ts";
import * as reference from "../reference.ts";

const numbers = {
  zero: 0,
  add: (a: number, b: number) => a ^ b,
  addMultiple: (a: number, factor: number, b: number) => a ^ multiply(factor, b),
};

test("every product and quotient of the field is the reference's", () => {
  for (let a = 0; a < 256; a++) {
    for (let b = 0; b < 256; b++) {
      const product = reference.multiply(a, b);
      if (multiply(a, b) !== product) expect([a, b, multiply(a, b)]).toEqual([a, b, product]);
      if (b !== 0 && divide(product, b) !== a) expect([product, b, divide(product, b)]).toEqual([product, b, a]);
    }
  }
});

test("two look-ups in the tables of a constant are its product", () => {
  const tables = nibbleTables();
  for (let c = 0; c < 256; c++) {
    for (let x = 0; x < 256; x++) {
      const at = c * NIBBLE_BYTES;
      const product = tables[at + (x & 15)]! ^ tables[at + 16 + (x >> 4)]!;
      if (product !== multiply(c, x)) expect([c, x, product]).toEqual([c, x, multiply(c, x)]);
    }
  }
});

const columns = fc
  .integer({ min: 1, max: 255 })
  .chain((k) => fc.tuple(fc.array(fc.nat(255), { minLength: k, maxLength: k }), fc.integer({ min: k + 1, max: 256 })));

test("the transform's parity is the generator matrix's, for any scheme", () => {
  fc.assert(
    fc.property(columns, ([data, n]) => {
      const rows = interpolationFactors(range(0, data.length), range(data.length, n));
      const expected = range(0, n - data.length).map((t) =>
        data.reduce((sum, value, j) => sum ^ multiply(rows[t * data.length + j]!, value), 0),
      );
      expect(parity(numbers, data, n)).toEqual(expected);
    }),
  );
});

test("the factors of Lagrange are the rows of the Vandermonde generator", () => {
  for (const [k, n] of [
    [1, 4],
    [5, 9],
    [10, 14],
    [29, 80],
  ] as const) {
    const rows = reference.generator(k, n).slice(k).flat();
    expect([...interpolationFactors(range(0, k), range(k, n))]).toEqual(rows);
  }
});

test("what is interpolated from any number of values evaluates to them again, on every coset", () => {
  const cases = fc.record({
    level: fc.integer({ min: 0, max: 6 }),
    coset: fc.nat(),
    values: fc.array(fc.nat(255), { minLength: 64, maxLength: 64 }),
    known: fc.nat(),
  });
  fc.assert(
    fc.property(cases, ({ level, coset, values, known }) => {
      const size = 1 << level;
      const beta = (coset % (256 / size)) * size;
      const given = values.slice(0, known % (size + 1));
      const tail = values.slice(given.length, size);
      const whole = interpolate(numbers, beta, given, tail, size);
      expect(whole.values.slice(0, given.length)).toEqual(given);
      expect(whole.coefficients.slice(given.length)).toEqual(tail);
      expect(evaluate(numbers, whole.coefficients, beta, 0, size)).toEqual(whole.values);
      expect(evaluate(numbers, whole.coefficients, beta, given.length, size)).toEqual(whole.values.slice(given.length));
    }),
  );
});

test("a program computes what the transform does, in an order in which nothing is used before it is there", () => {
  fc.assert(
    fc.property(columns, ([data, n]) => {
      const { steps, outputs } = parityProgram(scheme(data.length, n));
      const values: number[] = [];
      steps.forEach((step, index) => {
        expect(operands(step).every((operand) => operand < index)).toBe(true);
        if ("input" in step) values.push(data[step.input]!);
        else values.push((step.a === undefined ? 0 : values[step.a]!) ^ multiply(step.factor, values[step.b]!));
      });
      expect(outputs.map((output) => values[output])).toEqual(parity(numbers, data, n));
    }),
  );
});

test("a program takes far fewer products than the matrix has factors", () => {
  expect(multiplications(parityProgram(scheme(10, 14)))).toBe(14);
  expect(multiplications(parityProgram(scheme(10, 30)))).toBe(42);
  expect(multiplications(parityProgram(scheme(29, 80)))).toBe(171);
  expect(multiplications(parityProgram(scheme(128, 256)))).toBe(769);
});
