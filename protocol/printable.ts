// Text of a peer made fit to show: a terminal obeys control characters, and bidirectional marks make a line read as another one.

/** At most `maxCharacters` of `text`, with everything that is not plainly visible replaced by a dot. */
export function printable(text: string, maxCharacters: number): string {
  const shown = text.slice(0, maxCharacters).replace(/[^\p{L}\p{N}\p{P}\p{S}\p{M} ]/gu, "·");
  return text.length > maxCharacters ? `${shown}…` : shown;
}
