/** Where a text is best cut, best first. */
const cuts = [/\n\n+/g, /\n/g, /(?<=[.!?])\s+/g, /\s+/g];

/**
 * Cuts a text into pieces of at most `limit` characters (UTF-16 units, as messengers count them): after a paragraph if
 * it can, else a line, a sentence, a word; never inside what a reader sees as one sign.
 */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const [end, next] = cutIn(rest, limit);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(next).trimStart();
  }
  if (rest !== "" || pieces.length === 0) pieces.push(rest);
  return pieces;
}

/** Where the first piece ends, and where the next one begins. */
function cutIn(text: string, limit: number): [end: number, next: number] {
  for (const cut of cuts) {
    let found: RegExpMatchArray | undefined;
    for (const match of text.slice(0, limit + 1).matchAll(cut)) if (match.index > 0) found = match;
    // A cut near the front would leave a crumb; the next kind of cut is better then.
    if (found?.index !== undefined && found.index >= limit / 3)
      return [found.index, found.index + found[0].length];
  }
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter("id").segment(text.slice(0, limit + 1))) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  // One sign longer than a piece: only a heap of marks is that.
  return end > 0 ? [end, end] : [limit, limit];
}
