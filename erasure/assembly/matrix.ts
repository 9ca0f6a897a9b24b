// Rows of a matrix times columns of shards, in GF(2^8), in AssemblyScript: what reconstructs, and what encodes while the
// generated encoder of a scheme is still being compiled.
//
//      out[r] = Σ factors[r][j] · in[j]                     a product: two look-ups in tables of sixteen bytes (gf256.ts)
//
// A processor has sixteen vector registers, and V8 leaves fifteen. Four rows by 32 bytes are eight sums, two pairs of nibbles,
// the mask and two tables: exactly as many. What is left over goes in twos, then one by one, with wider columns instead.
// Built twice: with relaxed SIMD a look-up is one instruction, without it two or three.

/** Columns that are done with all rows before the next, so that inputs stay in the first cache. */
const BLOCK: usize = 1024;
/** The same where the inputs' nibbles are kept apart, which takes twice the room. */
const SPLIT_BLOCK: usize = 256;

// @ts-ignore: decorator
@inline
function lookUp(table: v128, nibbles: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i8x16.relaxed_swizzle(table, nibbles);
  return i8x16.swizzle(table, nibbles);
}

// @ts-ignore: decorator
@inline
function high(bytes: v128, mask: v128): v128 {
  return v128.and(i64x2.shr_u(bytes, 4), mask);
}

// @ts-ignore: decorator
@inline
function add(a: v128, b: v128): v128 {
  return v128.xor(a, b);
}

// @ts-ignore: decorator
@inline
function store4(
  targets: usize, at: usize, a0: v128, a1: v128, b0: v128, b1: v128, c0: v128, c1: v128, d0: v128, d1: v128,
): void {
  let target: usize = load<usize>(targets) + at;
  v128.store(target, a0); v128.store(target, a1, 16);
  target = load<usize>(targets, 4) + at;
  v128.store(target, b0); v128.store(target, b1, 16);
  target = load<usize>(targets, 8) + at;
  v128.store(target, c0); v128.store(target, c1, 16);
  target = load<usize>(targets, 12) + at;
  v128.store(target, d0); v128.store(target, d1, 16);
}

/** The mask is loaded, not written as a constant: V8 makes a constant anew at each use. */
function fourRows(tables: usize, inputs: u32, sources: usize, targets: usize, from: usize, to: usize, mask: usize): void {
  const nibble = v128.load(mask);
  for (let at = from; at < to; at += 32) {
    let a0 = i8x16.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
    let table = tables, source = sources;
    const end = sources + (<usize>inputs << 2);
    do {
      const shard: usize = load<usize>(source) + at;
      const x = v128.load(shard), y = v128.load(shard, 16);
      const xl = v128.and(x, nibble), xh = high(x, nibble), yl = v128.and(y, nibble), yh = high(y, nibble);
      let t = v128.load(table);
      a0 = add(a0, lookUp(t, xl)); a1 = add(a1, lookUp(t, yl));
      t = v128.load(table, 16);
      a0 = add(a0, lookUp(t, xh)); a1 = add(a1, lookUp(t, yh));
      t = v128.load(table, 32);
      b0 = add(b0, lookUp(t, xl)); b1 = add(b1, lookUp(t, yl));
      t = v128.load(table, 48);
      b0 = add(b0, lookUp(t, xh)); b1 = add(b1, lookUp(t, yh));
      t = v128.load(table, 64);
      c0 = add(c0, lookUp(t, xl)); c1 = add(c1, lookUp(t, yl));
      t = v128.load(table, 80);
      c0 = add(c0, lookUp(t, xh)); c1 = add(c1, lookUp(t, yh));
      t = v128.load(table, 96);
      d0 = add(d0, lookUp(t, xl)); d1 = add(d1, lookUp(t, yl));
      t = v128.load(table, 112);
      d0 = add(d0, lookUp(t, xh)); d1 = add(d1, lookUp(t, yh));
      table += 128;
      source += 4;
    } while (source != end);
    store4(targets, at, a0, a1, b0, b1, c0, c1, d0, d1);
  }
}

/** The nibbles of a block of every source, low before high for each vector: done once for all rows. */
function split(inputs: u32, sources: usize, from: usize, to: usize, nibbles: usize, mask: usize): void {
  const nibble = v128.load(mask);
  for (let input: u32 = 0; input < inputs; input++) {
    const shard = load<usize>(sources + (<usize>input << 2));
    let out = nibbles + <usize>input * (2 * SPLIT_BLOCK);
    for (let at = from; at < to; at += 16) {
      const x = v128.load(shard + at);
      v128.store(out, v128.and(x, nibble));
      v128.store(out, high(x, nibble), 16);
      out += 32;
    }
  }
}

/** As fourRows, over what `split` has left. */
function fourSplitRows(tables: usize, inputs: u32, nibbles: usize, targets: usize, from: usize, to: usize): void {
  let column = nibbles;
  for (let at = from; at < to; at += 32) {
    let a0 = i8x16.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
    let table = tables, source = column;
    const end = column + <usize>inputs * (2 * SPLIT_BLOCK);
    do {
      const xl = v128.load(source), xh = v128.load(source, 16), yl = v128.load(source, 32), yh = v128.load(source, 48);
      let t = v128.load(table);
      a0 = add(a0, lookUp(t, xl)); a1 = add(a1, lookUp(t, yl));
      t = v128.load(table, 16);
      a0 = add(a0, lookUp(t, xh)); a1 = add(a1, lookUp(t, yh));
      t = v128.load(table, 32);
      b0 = add(b0, lookUp(t, xl)); b1 = add(b1, lookUp(t, yl));
      t = v128.load(table, 48);
      b0 = add(b0, lookUp(t, xh)); b1 = add(b1, lookUp(t, yh));
      t = v128.load(table, 64);
      c0 = add(c0, lookUp(t, xl)); c1 = add(c1, lookUp(t, yl));
      t = v128.load(table, 80);
      c0 = add(c0, lookUp(t, xh)); c1 = add(c1, lookUp(t, yh));
      t = v128.load(table, 96);
      d0 = add(d0, lookUp(t, xl)); d1 = add(d1, lookUp(t, yl));
      t = v128.load(table, 112);
      d0 = add(d0, lookUp(t, xh)); d1 = add(d1, lookUp(t, yh));
      table += 128;
      source += 2 * SPLIT_BLOCK;
    } while (source != end);
    store4(targets, at, a0, a1, b0, b1, c0, c1, d0, d1);
    column += 64;
  }
}

function twoRows(tables: usize, inputs: u32, sources: usize, targets: usize, from: usize, to: usize, mask: usize): void {
  const nibble = v128.load(mask);
  for (let at = from; at < to; at += 64) {
    let a0 = i8x16.splat(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
    let table = tables, source = sources;
    const end = sources + (<usize>inputs << 2);
    do {
      const shard: usize = load<usize>(source) + at;
      const al = v128.load(table), ah = v128.load(table, 16), bl = v128.load(table, 32), bh = v128.load(table, 48);
      let x = v128.load(shard), xl = v128.and(x, nibble), xh = high(x, nibble);
      a0 = add(add(a0, lookUp(al, xl)), lookUp(ah, xh)); b0 = add(add(b0, lookUp(bl, xl)), lookUp(bh, xh));
      x = v128.load(shard, 16); xl = v128.and(x, nibble); xh = high(x, nibble);
      a1 = add(add(a1, lookUp(al, xl)), lookUp(ah, xh)); b1 = add(add(b1, lookUp(bl, xl)), lookUp(bh, xh));
      x = v128.load(shard, 32); xl = v128.and(x, nibble); xh = high(x, nibble);
      a2 = add(add(a2, lookUp(al, xl)), lookUp(ah, xh)); b2 = add(add(b2, lookUp(bl, xl)), lookUp(bh, xh));
      x = v128.load(shard, 48); xl = v128.and(x, nibble); xh = high(x, nibble);
      a3 = add(add(a3, lookUp(al, xl)), lookUp(ah, xh)); b3 = add(add(b3, lookUp(bl, xl)), lookUp(bh, xh));
      table += 64;
      source += 4;
    } while (source != end);
    let target: usize = load<usize>(targets) + at;
    v128.store(target, a0); v128.store(target, a1, 16); v128.store(target, a2, 32); v128.store(target, a3, 48);
    target = load<usize>(targets, 4) + at;
    v128.store(target, b0); v128.store(target, b1, 16); v128.store(target, b2, 32); v128.store(target, b3, 48);
  }
}

function oneRow(tables: usize, inputs: u32, sources: usize, targets: usize, from: usize, to: usize, mask: usize): void {
  const nibble = v128.load(mask);
  for (let at = from; at < to; at += 64) {
    let a0 = i8x16.splat(0), a1 = a0, a2 = a0, a3 = a0;
    let table = tables, source = sources;
    const end = sources + (<usize>inputs << 2);
    do {
      const shard: usize = load<usize>(source) + at;
      const low = v128.load(table), up = v128.load(table, 16);
      let x = v128.load(shard);
      a0 = add(add(a0, lookUp(low, v128.and(x, nibble))), lookUp(up, high(x, nibble)));
      x = v128.load(shard, 16);
      a1 = add(add(a1, lookUp(low, v128.and(x, nibble))), lookUp(up, high(x, nibble)));
      x = v128.load(shard, 32);
      a2 = add(add(a2, lookUp(low, v128.and(x, nibble))), lookUp(up, high(x, nibble)));
      x = v128.load(shard, 48);
      a3 = add(add(a3, lookUp(low, v128.and(x, nibble))), lookUp(up, high(x, nibble)));
      table += 32;
      source += 4;
    } while (source != end);
    const target: usize = load<usize>(targets) + at;
    v128.store(target, a0); v128.store(target, a1, 16); v128.store(target, a2, 32); v128.store(target, a3, 48);
  }
}

/** Rows of the next group: fours, then twos, then one. */
// @ts-ignore: decorator
@inline
function groupOf(rows: u32): u32 {
  return rows >= 4 ? 4 : rows >= 2 ? 2 : 1;
}

/** Lays out the tables of `rows` × `inputs` factors, row after row, as the loops above read them. 32 bytes each. */
export function pack(factors: usize, inputs: u32, rows: u32, nibbles: usize, tables: usize): void {
  let out = tables;
  for (let row: u32 = 0; row < rows; row += groupOf(rows - row)) {
    const group = groupOf(rows - row);
    for (let input: u32 = 0; input < inputs; input++) {
      for (let member: u32 = 0; member < group; member++) {
        const table = nibbles + (<usize>load<u8>(factors + <usize>(row + member) * inputs + input) << 5);
        v128.store(out, v128.load(table));
        v128.store(out, v128.load(table, 16), 16);
        out += 32;
      }
    }
  }
}

/**
 * Columns `[from, to)`, a multiple of 64 bytes, of `rows` targets from `inputs` sources; both are arrays of addresses.
 * `nibbles` is scratch of `inputs` × 512 bytes.
 */
export function multiply(
  tables: usize, inputs: u32, rows: u32, sources: usize, targets: usize, from: usize, to: usize, mask: usize, nibbles: usize,
): void {
  const isSplit = rows >= 8;
  const block = isSplit ? SPLIT_BLOCK : BLOCK;
  for (let at = from; at < to; at += block) {
    const end = min<usize>(at + block, to);
    if (isSplit) split(inputs, sources, at, end, nibbles, mask);
    for (let row: u32 = 0; row < rows; row += groupOf(rows - row)) {
      const table = tables + (<usize>(row * inputs) << 5), target = targets + (<usize>row << 2);
      const group = groupOf(rows - row);
      if (group == 2) twoRows(table, inputs, sources, target, at, end, mask);
      else if (group == 1) oneRow(table, inputs, sources, target, at, end, mask);
      else if (isSplit) fourSplitRows(table, inputs, nibbles, target, at, end);
      else fourRows(table, inputs, sources, target, at, end, mask);
    }
  }
}

/** Reads a word of every cache line of columns `[from, to)`, source after source, as a processor likes to fetch ahead. */
export function touch(sources: usize, count: u32, from: usize, to: usize): u32 {
  let sum: u32 = 0;
  for (let source: u32 = 0; source < count; source++) {
    const shard = load<usize>(sources + (<usize>source << 2));
    for (let at = from; at < to; at += 64) sum += load<u32>(shard + at);
  }
  return sum;
}
