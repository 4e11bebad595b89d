/** Edits between two words (insert, delete, replace, swap of neighbours), counted no further than `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = nextRow(a, b, row, last, beforeLast);
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}

/** One row of the table of edits between the beginnings of two words. */
function nextRow(
  a: string,
  b: string,
  row: number,
  last: readonly number[],
  beforeLast: readonly number[],
): number[] {
  const current = [row];
  for (let column = 1; column <= b.length; column++) {
    const cost = a[row - 1] === b[column - 1] ? 0 : 1;
    const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    const edits = Math.min(
      (last[column] ?? 0) + 1,
      (current[column - 1] ?? 0) + 1,
      (last[column - 1] ?? 0) + cost,
    );
    const bySwap = swapped && row > 1 && column > 1 ? (beforeLast[column - 2] ?? 0) + 1 : edits;
    current.push(Math.min(edits, bySwap));
  }
  return current;
}

/** Slips of the thumb forgiven in a word of this length: none below 5 letters, 2 from 9. */
export const forgiven = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2);

/** Words grouped by length, with the set of their letters as bits, so that most are passed over without comparing. */
export type NearIndex = ReadonlyMap<number, readonly { word: string; letters: number }[]>;

export function nearIndex(words: Iterable<string>): NearIndex {
  const index = new Map<number, { word: string; letters: number }[]>();
  for (const word of words) {
    const group = index.get(word.length);
    const entry = { word, letters: lettersOf(word) };
    if (group) group.push(entry);
    else index.set(word.length, [entry]);
  }
  return index;
}

/** The nearest words within the edits forgiven (or `most`, if fewer); several when they tie, none when nothing is near. */
export function nearest(word: string, index: NearIndex, most = 2): string[] {
  const limit = Math.min(forgiven(word.length), most);
  if (limit === 0) return [];
  const letters = lettersOf(word);
  let best = limit;
  let found: string[] = [];
  for (let length = word.length - limit; length <= word.length + limit; length++) {
    for (const entry of index.get(length) ?? []) {
      if (bitCount(entry.letters ^ letters) > 2 * best) continue;
      const edits = editDistance(word, entry.word, best);
      if (edits > best) continue;
      if (edits < best) found = [];
      best = edits;
      found.push(entry.word);
    }
  }
  return found;
}

function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 32);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
