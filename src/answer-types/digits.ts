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
  let mixed = false;
  let open = false;
  let label = "";
  let plus = false;
  tokens.forEach((token, at) => {
    if (/^\d/.test(token)) {
      const last = runs.at(-1);
      if (open && last && !plus) last.digits += token;
      else runs.push({ digits: token, plus, label });
      open = true;
      plus = false;
    } else if (token === "+") {
      plus = true;
    } else if (/^\p{L}/u.test(token)) {
      const touches = isDigit(tokens[at - 1]) || (isDigit(tokens[at + 1]) && !labels.has(token));
      if (touches || (token.length === 1 && runs.length > 0 && isLaterDigit(tokens, at)))
        mixed = true;
      open = false;
      label = token;
    } else if (!/^[\s.\-_()[\]'"]+$/u.test(token)) {
      open = false;
    }
  });
  return { runs, mixed };
}

const isDigit = (token: string | undefined): boolean => token !== undefined && /^\d/.test(token);

const isLaterDigit = (tokens: readonly string[], at: number): boolean =>
  tokens.slice(at + 1).some(isDigit);
