/** Numbers that a spreadsheet has turned into powers of ten: `3.31E+15`. */
export const isScientific = (text: string): boolean =>
  /(?:^|[^a-z\d])\d(?:[.,]\d+)?\s?e\s?\+?\s?\d{1,2}(?![a-z\d])/i.test(text);

/** Digits of a text that belong together, and the word before them. */
export type Run = { digits: string; plus: boolean; label: string };

/** What a text holds in digits; `mixed` when letters stand among them. */
export type Digits = { runs: readonly Run[]; mixed: boolean };

/** Collects runs of digits joined by spaces, dots, dashes, underscores or brackets; labels may stand directly before them. */
export function digitsIn(text: string, labels: ReadonlySet<string>): Digits {
  const tokens = text.toLowerCase().match(/\p{L}+|\d+|\+|[^\p{L}\d+]+/gu) ?? [];
  const runs: { digits: string; plus: boolean; label: string }[] = [];
  let open = false;
  let label = "";
  tokens.forEach((token, at) => {
    const last = runs.at(-1);
    const plus = tokens[at - 1] === "+";
    if (isDigits(token)) {
      if (open && last && !plus) last.digits += token;
      else runs.push({ digits: token, plus, label });
      open = true;
    } else if (isLetters(token)) {
      open = false;
      label = token;
    } else {
      open &&= joins.test(token);
    }
  });
  const mixed = tokens.some((token, at) => isLetters(token) && isAmongDigits(tokens, at, labels));
  return { runs, mixed };
}

const joins = /^[\s.\-_()[\]'"]+$/u;
const isDigits = (token: string | undefined): boolean => token !== undefined && /^\d/.test(token);
const isLetters = (token: string): boolean => /^\p{L}/u.test(token);

/** Letters that touch digits without being their label, or a single one between digits. */
function isAmongDigits(
  tokens: readonly string[],
  at: number,
  labels: ReadonlySet<string>,
): boolean {
  const token = tokens[at] ?? "";
  if (isDigits(tokens[at - 1])) return true;
  if (isDigits(tokens[at + 1]) && !labels.has(token)) return true;
  const isSingle = token.length === 1;
  return isSingle && tokens.slice(0, at).some(isDigits) && tokens.slice(at + 1).some(isDigits);
}
