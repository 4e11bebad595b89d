import { nearest, nearIndex } from "../lib/edit-distance.ts";

const names: Readonly<Record<number, string>> = {
  1: "januari jan jnr january januwari janwari",
  2: "februari feb peb pebruari february febuari pebuari pebruwari",
  3: "maret mar mrt mart march",
  4: "april apr aprl avril apl",
  5: "mei may mey",
  6: "juni jun juny june",
  7: "juli jul july",
  8: "agustus ags agt agst agu agus agust august aug agts agusts agutus",
  9: "september sep sept setember septembr sptember",
  10: "oktober okt oct october oktbr",
  11: "november nov nop nopember nopembr",
  12: "desember des dec december dsember desembr",
};

const numbers = new Map<string, number>();
for (const [month, spellings] of Object.entries(names)) {
  for (const spelling of spellings.split(" ")) numbers.set(spelling, Number(month));
}
const near = nearIndex([...numbers.keys()].filter((name) => name.length >= 5));

/** The number of a month by its name as people write it, slips of the thumb included; null when it is none. */
export function monthNumber(word: string): number | null {
  const exact = numbers.get(word);
  if (exact !== undefined) return exact;
  const months = new Set(
    nearest(word, near, word.length < 7 ? 1 : 2).map((name) => numbers.get(name)),
  );
  return months.size === 1 ? ([...months][0] ?? null) : null;
}

const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/** The number of a month in Roman figures; null when it is none. */
export function romanMonth(word: string): number | null {
  const at = romans.indexOf(word);
  return at < 0 ? null : at + 1;
}
