// Writes WebAssembly: the binary form of one module that imports a memory and exports one function
// (WebAssembly Core Specification 3.0, chapter 5; relaxed SIMD included).

/** The few instructions that an encoder is made of; operands follow. */
export const OP = {
  loop: [0x03, 0x40],
  end: [0x0b],
  branchIf: [0x0d],
  localGet: [0x20],
  localSet: [0x21],
  localTee: [0x22],
  i32Load: [0x28, 2], // alignment 2^2
  i32Const: [0x41],
  i32LessUnsigned: [0x49],
  i32Add: [0x6a],
  vectorLoad: [0xfd, 0x00, 4], // alignment 2^4
  vectorStore: [0xfd, 0x0b, 4],
  swizzle: [0xfd, 0x0e],
  and: [0xfd, 0x4e],
  xor: [0xfd, 0x51],
  shiftRight64: [0xfd, 0xcd, 0x01],
  relaxedSwizzle: [0xfd, 0x80, 0x02],
} as const;

const I32 = 0x7f;
const V128 = 0x7b;

/** A function of `parameters` i32 and no result, with so many v128 locals, whose body is `code`. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly vectors: number;
  readonly code: readonly number[];
}

/** The module of one function over an imported memory `env.memory`. */
export function moduleOf(body: WasmFunction, isShared: boolean): Uint8Array<ArrayBuffer> {
  const limits = isShared ? [3, ...unsigned(1), ...unsigned(65_536)] : [0, ...unsigned(1)];
  const code = [1, ...unsigned(body.vectors), V128].concat(body.code, OP.end);
  const parameters = Array.from({ length: body.parameters }, () => I32);
  const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]; // "\0asm", version 1
  return Uint8Array.from(
    header.concat(
      section(1, [1, 0x60, ...sized(parameters), 0]),
      section(2, [1, ...text("env"), ...text("memory"), 2, ...limits]),
      section(3, [1, 0]),
      section(7, [1, ...text(body.name), 0, 0]),
      section(10, [1].concat(sized(code))),
    ),
  );
}

/** Appends the LEB128 form of a whole number below 2^32. */
export function pushUnsigned(code: number[], value: number): void {
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) code.push((rest % 128) | 128);
  code.push(rest);
}

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  pushUnsigned(bytes, value);
  return bytes;
}

function section(id: number, content: readonly number[]): number[] {
  return [id].concat(sized(content));
}

function sized(bytes: readonly number[]): number[] {
  return unsigned(bytes.length).concat(bytes);
}

function text(name: string): number[] {
  return sized(Array.from(name, (letter) => letter.charCodeAt(0)));
}
