// Checks that contracts which run on one storage agree on where everything in it lies.

/**
 * Throws if the storage layouts are not all the same: variables in their order with slot, offset and type, and the insides of every
 * type, however deep.
 *
 * @param {Record<string, { storage: readonly object[], types: Record<string, object> | null }>} layouts solc's `storageLayout`
 *   outputs, by contract.
 */
export function requireSameLayout(layouts) {
  const names = Object.keys(layouts);
  if (names.length < 2) throw new Error("give at least two contracts to compare");
  const [first, ...others] = names.map((name) => ({ name, lines: linesOf(layouts[name]) }));
  if (first.lines.length === 0) throw new Error(`${first.name} has no storage: was storageLayout asked for?`);
  for (const other of others) {
    const length = Math.max(first.lines.length, other.lines.length);
    for (let index = 0; index < length; ++index) {
      if (first.lines[index] === other.lines[index]) continue;
      throw new Error(
        `The storage of ${first.name} and ${other.name} differs, so neither can run on the other's:\n` +
          `  ${first.name}: ${first.lines[index] ?? "nothing more"}\n` +
          `  ${other.name}: ${other.lines[index] ?? "nothing more"}`,
      );
    }
  }
}

/** One line for each variable, members of structs included. */
function linesOf(layout) {
  if (layout === undefined || !Array.isArray(layout.storage)) throw new Error("that is no storageLayout of solc");
  const types = layout.types ?? {};
  const lines = [];
  const seen = new Set();
  const pending = [];
  const add = (scope, variable) => {
    const type = types[variable.type];
    if (type === undefined) throw new Error(`the type of ${variable.label} is missing: ${variable.type}`);
    lines.push(`${scope}${variable.label} at slot ${variable.slot} + ${variable.offset} as ${type.label}`);
    pending.push(variable.type);
  };
  for (const variable of layout.storage) add("", variable);
  // Names of types hold numbers of the syntax tree, which differ between contracts; labels do not.
  while (pending.length > 0) {
    const id = pending.shift();
    const type = types[id];
    if (seen.has(id)) continue;
    seen.add(id);
    lines.push(`${type.label}: ${type.encoding}, ${type.numberOfBytes} bytes`);
    for (const member of type.members ?? []) add(`${type.label}.`, member);
    for (const inner of [type.key, type.value, type.base]) {
      if (inner === undefined) continue;
      if (types[inner] === undefined) throw new Error(`the type ${inner} is missing`);
      pending.push(inner);
    }
  }
  return lines;
}
