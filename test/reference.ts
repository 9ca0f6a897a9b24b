// The oracle: Reed–Solomon and the trees as their definitions read, slow and independent of the code under test.

import { createHash } from "node:crypto";

type Matrix = number[][];

/** Product in GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1. */
export function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (product & 0x80 ? 0x11d : 0);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

/** The n × k Vandermonde matrix `r^c` times the inverse of its upper square: the first k rows are the identity. */
export function generator(k: number, n: number): Matrix {
  const power = (base: number, exponent: number): number =>
    exponent === 0 ? 1 : multiply(base, power(base, exponent - 1));
  const vandermonde = Array.from({ length: n }, (_, r) => Array.from({ length: k }, (_, c) => power(r, c)));
  const inverse = invert(vandermonde.slice(0, k));
  return vandermonde.map((row) => combine(row, inverse));
}

/** Shards `wanted`, from any k of the n. */
export function reconstruct(
  k: number,
  n: number,
  shards: readonly (Uint8Array | undefined)[],
  wanted: readonly number[],
): Uint8Array[] {
  const rows = generator(k, n);
  const present = shards.flatMap((shard, i) => (shard === undefined ? [] : [i])).slice(0, k);
  const solve = invert(present.map((i) => rows[i]!));
  return wanted.map((i) => {
    const factors = combine(rows[i]!, solve);
    return Uint8Array.from(shards[present[0]!]!, (_, at) =>
      factors.reduce((sum, factor, j) => sum ^ multiply(factor, shards[present[j]!]![at]!), 0),
    );
  });
}

/** The n − k parity shards. */
export function encode(k: number, n: number, data: readonly Uint8Array[]): Uint8Array[] {
  return reconstruct(
    k,
    n,
    data,
    Array.from({ length: n - k }, (_, i) => k + i),
  );
}

/** Row vector times matrix. */
function combine(row: readonly number[], matrix: Matrix): number[] {
  return matrix[0]!.map((_, c) => row.reduce((sum, factor, r) => sum ^ multiply(factor, matrix[r]![c]!), 0));
}

/** Gauss and Jordan. */
function invert(square: Matrix): Matrix {
  const rows = square.map((row, r) => [...row, ...square.map((_, c) => (r === c ? 1 : 0))]);
  for (let c = 0; c < rows.length; c++) {
    const pivot = rows.findIndex((row, r) => r >= c && row[c] !== 0);
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    const scale = Array.from({ length: 256 }, (_, i) => i).find((i) => multiply(i, rows[c]![c]!) === 1)!;
    rows[c] = rows[c]!.map((value) => multiply(value, scale));
    rows.forEach((row, r) => {
      const factor = row[c]!;
      if (r !== c) rows[r] = row.map((value, i) => value ^ multiply(factor, rows[c]![i]!));
    });
  }
  return rows.map((row) => row.slice(square.length));
}

export interface Item {
  readonly hash: Uint8Array;
  readonly leaves: number;
}

/** SHA-256 of the parts in a row; a number stands for its 8 bytes, big-endian. */
export function hash(...parts: (Uint8Array | number)[]): Uint8Array {
  const sha = createHash("sha256");
  for (const part of parts) {
    if (typeof part !== "number") sha.update(part);
    else sha.update(Buffer.from(BigInt(part).toString(16).padStart(16, "0"), "hex"));
  }
  return Uint8Array.from(sha.digest());
}

/** RFC 6962's shape, recursively: the left subtree is the largest power of two smaller than the number of nodes. */
export function treeRoot<Node>(nodes: readonly Node[], join: (left: Node, right: Node) => Node): Node {
  if (nodes.length === 1) return nodes[0]!;
  let split = 1;
  while (split * 2 < nodes.length) split *= 2;
  return join(treeRoot(nodes.slice(0, split), join), treeRoot(nodes.slice(split), join));
}

export function fragmentRoot(data: Uint8Array): Uint8Array {
  const leaves = Array.from({ length: Math.ceil(data.length / 256) }, (_, i) => {
    const leaf = new Uint8Array(256);
    leaf.set(data.subarray(i * 256, i * 256 + 256));
    return hash(leaf);
  });
  return hash(
    treeRoot(leaves, (left, right) => hash(left, right)),
    data.length,
  );
}

export function sumRoot(items: readonly Item[]): Item {
  if (items.length === 0) return { hash: new Uint8Array(32), leaves: 0 };
  return treeRoot(items, (left, right) => ({
    hash: hash(left.hash, right.hash, left.leaves, right.leaves),
    leaves: left.leaves + right.leaves,
  }));
}

/** A sum tree as objects, with what a proof says of an item: `show` of the positions in it. */
export interface Shown extends Item {
  readonly halves?: readonly [Shown, Shown];
  readonly show: (positions: readonly number[]) => Uint8Array;
}

/** The tree over the items. */
export function shownTree(items: readonly Shown[]): Shown {
  return treeRoot(items, (left, right) => ({ ...sumRoot([left, right]), halves: [left, right], show: left.show }));
}

/** The proof of positions below a node; none give no bytes. */
export function proofOf(node: Shown, positions: readonly number[]): Uint8Array {
  if (positions.length === 0) return new Uint8Array(0);
  if (node.halves === undefined) return Buffer.concat([packed(0, node.leaves), node.show(positions)]);
  const [left, right] = node.halves;
  const low = positions.filter((position) => position < left.leaves);
  const high = positions.filter((position) => position >= left.leaves).map((position) => position - left.leaves);
  const sibling = low.length === 0 ? left.hash : high.length === 0 ? right.hash : new Uint8Array(0);
  return Buffer.concat([packed(left.leaves, node.leaves), sibling, proofOf(left, low), proofOf(right, high)]);
}

/** A left count below a node of so many leaves: in as many bytes as the largest, `leaves - 1`, has digits to the base 256. */
export function packed(count: number, leaves: number): Uint8Array {
  const width = Math.ceil(Math.log2(leaves) / 8);
  return Buffer.from(count.toString(16).padStart(16, "0"), "hex").subarray(8 - width);
}
