// A number with the noun that it counts.

/** `1 piece`, `3 pieces`, `2 copies`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
