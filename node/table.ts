// Tables in text, for people.

/** Rows as aligned columns; numbers and amounts to the right. The first row is the heading. */
export function table(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, column) => align(String(cell), widths[column] ?? 0, typeof rows.at(-1)?.[column] === "number"))
      .join("  ")
      .trimEnd(),
  );
}

function align(text: string, width: number, isRight: boolean): string {
  return isRight ? text.padStart(width) : text.padEnd(width);
}
