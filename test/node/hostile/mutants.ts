/** Damage to valid messages, the same for the same seed: bits, lengths, types, keys, depth, numbers, and the length before the message. */

import { decode, sameBytes } from "../../../protocol/index.ts";
import { Entries, head, join, Raw, sorted, write } from "./cbor.ts";

/** Numbers from a seed: xorshift of 32 bits. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 1;
  }

  /** 0 … below − 1. */
  roll(below: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % below;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.roll(from.length)] as T;
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.roll(256));
  }
}

/** What goes over the wire: the message with its length before it, right or wrong. */
export interface Mutant {
  readonly what: string;
  readonly message: Uint8Array;
  readonly wire: Uint8Array;
}

type Damage = (message: Uint8Array, dice: Dice, others: readonly Uint8Array[]) => Uint8Array;

const DAMAGES: Readonly<Record<string, Damage>> = {
  "flipped bits": (message, dice) => {
    const copy = message.slice();
    for (let i = dice.roll(8); i >= 0; i--) copy[dice.roll(copy.length)]! ^= 1 << dice.roll(8);
    return copy;
  },
  "a byte set": (message, dice) =>
    message.with(dice.roll(message.length), dice.pick([0, 0x18, 0x5b, 0x9b, 0xbb, 0xff])),
  "cut off": (message, dice) => message.slice(0, dice.roll(message.length)),
  "a part left out": (message, dice) => {
    const at = dice.roll(message.length);
    return join(message.subarray(0, at), message.subarray(at + 1 + dice.roll(16)));
  },
  "a part doubled": (message, dice) => {
    const at = dice.roll(message.length);
    return join(
      message.subarray(0, at),
      message.subarray(Math.max(0, at - 1 - dice.roll(64)), at),
      message.subarray(at),
    );
  },
  "noise put in": (message, dice) => {
    const at = dice.roll(message.length);
    return join(message.subarray(0, at), dice.bytes(1 + dice.roll(32)), message.subarray(at));
  },
  "spliced with another": (message, dice, others) => {
    const other = dice.pick(others);
    return join(message.subarray(0, dice.roll(message.length)), other.subarray(dice.roll(other.length)));
  },
  "nothing but noise": (_, dice) => dice.bytes(dice.roll(400)),
  "a value of another type": (message, dice) => write(replaced(decoded(message), dice, () => strange(dice))),
  "a number of another size": (message, dice) => write(replaced(decoded(message), dice, () => dice.pick(NUMBERS))),
  "a key twice": (message, dice) => {
    const { list } = sorted(decoded(message) as Record<string, unknown>);
    const again = dice.pick(list);
    const at = dice.roll(list.length + 1);
    return write(new Entries([...list.slice(0, at), again, ...list.slice(at)]));
  },
  "keys in another order": (message, dice) => {
    const { list } = sorted(decoded(message) as Record<string, unknown>);
    return write(new Entries([...list].sort(() => dice.roll(3) - 1)));
  },
  "a key that is not known": (message, dice) => {
    const key = dice.pick(["__proto__", "constructor", "toString", "", "/", "x".repeat(dice.roll(300))]);
    return write({ ...(decoded(message) as object), [key]: dice.roll(10) });
  },
  "a key left out": (message, dice) => {
    const { list } = sorted(decoded(message) as Record<string, unknown>);
    return write(new Entries(list.toSpliced(dice.roll(list.length), 1)));
  },
  "deep nesting": (message, dice) => write(replaced(decoded(message), dice, () => deep(dice.pick([9, 100, 5000])))),
  "a long list": (message, dice) => {
    const entry = write(dice.pick([0, null, new Uint8Array(0), []]));
    const count = dice.pick([4097, 20_000, 70_000]);
    const list = new Raw(join(head(4, count), ...Array.from({ length: count }, () => entry)));
    return write(replaced(decoded(message), dice, () => list));
  },
};

const PREFIXES: readonly (readonly [string, readonly number[]])[] = [
  ["a length of zero", [0]],
  ["a length of 2^31", [0x80, 0x80, 0x80, 0x80, 0x08]],
  ["a length of 2^53", [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10]],
  ["a length without end", Array.from({ length: 40 }, () => 0xff)],
  ["a length that is longer than it has to be", [0x81, 0x80, 0x00]],
  ["a length of 256 MiB", [0xff, 0xff, 0xff, 0x7f]],
  ["a length of 255 bytes, of which some never come", [0xff, 0x01]],
];

const NUMBERS: readonly (number | bigint | Raw)[] = [
  0,
  1,
  23,
  255,
  65_536,
  2 ** 32,
  Number.MAX_SAFE_INTEGER,
  2n ** 53n,
  2n ** 63n,
  2n ** 64n - 1n,
  new Raw(head(0, 1, 8)), // not in its shortest form
  new Raw([0x20]), // −1
  new Raw([0x3b, ...Array.from({ length: 8 }, () => 0xff)]), // −2^64
  new Raw([0xfb, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0]), // 1.0
  new Raw([0xf9, 0x7e, 0x00]), // not a number
  new Raw([0xc2, 0x49, 0x01, ...Array.from({ length: 8 }, () => 0)]), // 2^64 as a bignum
];

function strange(dice: Dice): unknown {
  return dice.pick<() => unknown>([
    () => null,
    () => true,
    () => "",
    () => "x".repeat(dice.roll(600)),
    () => dice.bytes(dice.roll(80)),
    () => [],
    () => ({}),
    () => ({ "/": "bafy" }),
    () => new Raw([0xf7]), // undefined
    () => new Raw([0xff]), // a break
    () => new Raw([0x5f, 0x41, 0, 0xff]), // bytes in pieces
    () => new Raw([0xd8, 0x2a, 0x58, 0x25, 0, 1, 0x71, 0x12, 0x20, ...dice.bytes(32)]), // a link
    () => new Raw([0x5b, ...Array.from({ length: 8 }, () => 0xff)]), // 2^64 − 1 bytes
    () => dice.pick(NUMBERS),
  ])();
}

function deep(levels: number): Raw {
  return new Raw([...Array.from({ length: levels }, () => 0x81), 0]);
}

function decoded(message: Uint8Array): unknown {
  return decode(message, message.length);
}

/** The value with one of its parts, or itself, replaced. */
function replaced(value: unknown, dice: Dice, by: () => unknown): unknown {
  if (dice.roll(4) === 0 || typeof value !== "object" || value === null || value instanceof Uint8Array) return by();
  const keys = Object.keys(value);
  if (keys.length === 0) return by();
  const key = dice.pick(keys);
  const inner = replaced((value as Record<string, unknown>)[key], dice, by);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  return { ...value, [key]: inner };
}

/** Damage that changed nothing is done again, this often. */
const MAX_TRIES = 50;

/** `count` mutants of `messages[which]`. */
export function* mutants(
  messages: readonly Uint8Array[],
  which: number,
  count: number,
  seed: number,
): Generator<Mutant> {
  const dice = new Dice(seed);
  const good = messages[which] as Uint8Array;
  const names = Object.keys(DAMAGES);
  for (let i = 0; i < count; i++) {
    const name = names[(i + 8 * which) % names.length] as string; // a few of each message are different ones
    let message = good;
    for (let tries = 0; sameBytes(message, good); tries++)
      message = tries < MAX_TRIES ? (DAMAGES[name] as Damage)(good, dice, messages) : dice.bytes(good.length);
    if (dice.roll(16) > 0) yield { what: name, message, wire: join(varint(message.length), message) };
    else {
      const [what, prefix] = dice.pick(PREFIXES);
      yield { what, message: new Uint8Array(0), wire: join(Uint8Array.from(prefix), good) };
    }
  }
}

function varint(value: number): Uint8Array {
  const out: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    out.push((left % 128) | (left >= 128 ? 128 : 0));
    if (left < 128) return Uint8Array.from(out);
  }
}
