import { readBelowThousand } from "./number-words.ts";

/** An amount of rupiah, or a figure whose size is not clear: `bare` without a unit, `odd` when it is not well formed. */
export type Amount =
  | { kind: "rupiah"; rupiah: number; next: number }
  | { kind: "bare"; figure: number; next: number }
  | { kind: "odd"; next: number };

const table = (groups: readonly (readonly [number, string])[]): ReadonlyMap<string, number> =>
  new Map(groups.flatMap(([size, words]) => words.split(" ").map((word) => [word, size] as const)));

const units = table([
  [
    1_000,
    "ribu rb rbu rebu rbb rbuan ribuan rebuan k ewu rewu rban rbn rubu rib ribuu thousand thousands",
  ],
  [
    1_000_000,
    "juta jt jta jut jute jeti yuta jutaan jtaan jtan jtn jutak jutah juto jutan jutaa jts jtt juti jua million millions mil",
  ],
  [1_000_000_000, "miliar milyar m mlyr mliar miliyar milliar billion"],
]);
/** Words that are an amount of one unit by themselves; slang only where its value is beyond doubt. */
const wholeAmounts = table([
  [1_000, "seribu sewu sarebu saribu serebu seceng"],
  [5_000, "goceng"],
  [10_000, "ceban"],
  [20_000, "noban"],
  [50_000, "goban"],
  [
    1_000_000,
    "sejuta sjuta sajuta sakjuta sayuta sejutaan sejt sejute sejuto sejeti cetiau sakyuta sejutaa sejta sejtaan",
  ],
]);
const slangHundreds = table([
  [100, "cepek"],
  [500, "gopek gope"],
]);
const halves = new Set(
  "setengah stengah stgh setenga satengah separo tengah stngah stgah".split(" "),
);

export const isUnit = (word: string): boolean => units.has(word) || word === "an" || word === "nan";

/** Words after a figure that make it a count and no sum: "25 hari", "3 orang". */
export type CountWords = { has(word: string): boolean };

/** Reads the amount that begins at a token; null when none does. */
export function readAmount(
  tokens: readonly string[],
  from: number,
  countWords: CountWords,
): Amount | null {
  const first = readPart(tokens, from);
  if (first === null) return null;
  if (first.size === null) return withoutUnit(first);
  let { size, next } = first;
  let rupiah = first.figure * size;
  while (next < tokens.length) {
    const step = readStep(tokens, next, size, countWords);
    if (step === null) break;
    if (step === "odd") return { kind: "odd", next: next + 1 };
    rupiah += step.rupiah;
    size = step.size;
    next = step.next;
  }
  return { kind: "rupiah", rupiah: Math.round(rupiah), next };
}

type Part = { figure: number; size: number | null; next: number; token: string };

function withoutUnit({ figure, token, next }: Part): Amount {
  if (Number.isNaN(figure)) return { kind: "odd", next };
  const isDecimal = /^\d{1,3}[.,]\d{1,2}$/.test(token);
  return figure >= 10_000 && !isDecimal
    ? { kind: "rupiah", rupiah: figure, next }
    : { kind: "bare", figure, next };
}

type Step = { rupiah: number; size: number; next: number };

/** What follows a unit and adds to it: "setengah", "500rb", or the 5 of "2jt5"; "odd" when it may mean two sums. */
function readStep(
  tokens: readonly string[],
  at: number,
  size: number,
  countWords: CountWords,
): Step | "odd" | null {
  const word = tokens[at] ?? "";
  if (word === "an" || word === "nan") return { rupiah: 0, size, next: at + 1 };
  if (halves.has(word) && !units.has(tokens[at + 1] ?? "")) {
    return size < 1_000 ? null : { rupiah: size / 2, size: 1, next: at + 1 };
  }
  const more = readPart(tokens, at);
  if (more === null) return null;
  if (more.size === null)
    return countWords.has(tokens[more.next] ?? "") ? null : readBare(more, size);
  return more.size < size
    ? { rupiah: more.figure * more.size, size: more.size, next: more.next }
    : null;
}

/** A figure without a unit behind one with a unit. */
function readBare(more: Part, size: number): Step | "odd" | null {
  if (more.figure >= size || size < 1_000) return null;
  const implied = impliedSize(more, size);
  return implied === null ? "odd" : { rupiah: more.figure * implied, size: 1, next: more.next };
}

/** "2jt5" and "16rb8" mean tenths, "2jt 500" and "sejuta lima ratus" the next lower unit; "2jt 50" may be either. */
function impliedSize({ figure, token }: Part, size: number): number | null {
  if (figure < 10 && /^\d$/.test(token)) return size / 10;
  const full = figure >= 100 && figure < 1_000 && Number.isInteger(figure);
  return full ? size / 1_000 : null;
}

function readPart(tokens: readonly string[], at: number): Part | null {
  const token = tokens[at] ?? "";
  const whole = wholeAmounts.get(token);
  if (whole !== undefined) return { figure: 1, size: whole, next: at + 1, token };
  const slang = slangHundreds.get(token);
  if (slang !== undefined) return withUnit(tokens, { figure: slang, next: at + 1 }, token);
  if (halves.has(token)) {
    const half = withUnit(tokens, { figure: 0.5, next: at + 1 }, token);
    return half.size === null ? null : half;
  }
  const read = readFigure(tokens, at);
  return read === null ? null : withUnit(tokens, withHalf(tokens, read), token);
}

type Figure = { figure: number; next: number };

/** "satu setengah juta": half of the unit that follows; "dua setengah" alone keeps its half, "2 setengah" does not. */
function withHalf(tokens: readonly string[], { figure, next }: Figure): Figure {
  if (!halves.has(tokens[next] ?? "")) return { figure, next };
  const counts = units.has(tokens[next + 1] ?? "") || !/\d/.test(tokens[next - 1] ?? "");
  return counts ? { figure: figure + 0.5, next: next + 1 } : { figure, next };
}

/** A figure with the unit behind it; three decimals before "juta" may be thousands and are no figure at all. */
function withUnit(tokens: readonly string[], { figure, next }: Figure, token: string): Part {
  const at = tokens[next] === "an" && units.has(tokens[next + 1] ?? "") ? next + 1 : next;
  const unit = tokens[at] ?? "";
  const size = unit === "ceng" ? 1_000 : units.get(unit);
  if (size === undefined) return { figure, size: null, next, token };
  const isDoubtful = size > 1_000 && /^\d+[.,]\d{3}/.test(token);
  return isDoubtful
    ? { figure: Number.NaN, size: null, next: at + 1, token }
    : { figure, size, next: at + 1, token };
}

/** A figure in digits or words, "tiga koma lima" included. */
function readFigure(tokens: readonly string[], at: number): Figure | null {
  const token = tokens[at] ?? "";
  const isPlain = /^\d{1,3}$/.test(token) || isOne(token);
  if (/^\d/.test(token) && !isPlain) return { figure: numeral(token), next: at + 1 };
  const read = isOne(token) ? { value: 1, next: at + 1 } : readBelowThousand(tokens, at);
  if (read === null) return null;
  const isDecimal = tokens[read.next] === "koma" || tokens[read.next] === "titik";
  return isDecimal
    ? readDecimals(tokens, read.value, read.next + 1)
    : { figure: read.value, next: read.next };
}

/** "se juta", "sa juta": written apart. */
const isOne = (token: string): boolean => token === "se" || token === "sa";

function readDecimals(tokens: readonly string[], whole: number, from: number): Figure | null {
  let decimals = "";
  let next = from;
  for (;;) {
    const digit = readBelowThousand(tokens, next);
    if (digit === null || digit.value > 9) break;
    decimals += digit.value;
    next = digit.next;
  }
  return decimals === "" ? null : { figure: Number(`${whole}.${decimals}`), next };
}

/** The number that digits with separators stand for; NaN when they are grouped in no known way. */
export function numeral(token: string): number {
  const whole = token.replace(/(?<=[.,]\d{3}|^\d{4,})[.,]00?$/, "");
  if (/^(?:0|[1-9]\d*)$/.test(whole)) return Number(whole);
  if (/^[1-9]\d{0,3}(?:\.\d{3})+$/.test(whole) || /^[1-9]\d{0,3}(?:,\d{3})+$/.test(whole)) {
    return Number(whole.replace(/[.,]/g, ""));
  }
  return /^\d{1,3}[.,]\d{1,2}$/.test(whole) ? Number(whole.replace(",", ".")) : Number.NaN;
}
