import { isUnit, readAmount } from "./amount.ts";
import { type Parsed, refused, value } from "./answer-type.ts";
import { withIndonesianNumbers } from "./english-numbers.ts";
import { splitNumberWord } from "./number-words.ts";
import {
  clauseBreaks,
  countedThings,
  countingLabels,
  edge,
  labelWords,
  type Period,
  periodWords,
} from "./rupiah-words.ts";
import { answerType } from "./tidy.ts";

/** Sums outside are asked again: below, a day's takings or thousands left out; above, turnover or a zero too many. */
const least = 100_000;
const most = 100_000_000;

/** Income in whole rupiah per month. A sum for another period, a range or an unclear unit is asked again, never converted. */
export const rupiahPerMonth = answerType({
  name: "rupiah-per-month",
  strict: true,
  cel: "int",
  display: "money",
  longest: 400,
  parse(text) {
    const plain = plainMoney(text);
    if (isQuestion(text, plain) || hasStrayLetters(plain) || /^-\d|\bminus\b|\bbukan\b/.test(plain))
      return refused("unclear");
    return decide(itemsIn(tokensOf(plain)), plain);
  },
});

type Item =
  | { kind: "sum"; rupiah: number; period: Period | null; gross: boolean }
  | { kind: "bare" | "odd"; period: Period | null }
  | { kind: "period"; period: Period }
  | { kind: "label"; gross: boolean }
  | { kind: "break" };
type Sum = Extract<Item, { kind: "sum" }>;

/** "jam 5 pagi", "pukul 07.30": a time of day, no pay by the hour. */
const clockTime =
  /\b(?:jam|jm|pukul|pkl) \d{1,2}(?:[.:]\d\d)?(?= *(?:$|[,;.?!-]|(?:pagi|siang|sore|malam|malem|subuh|sampai|sampe|wib|wita|wit)\b))/g;

/** "3jt potong bensin 1jt": taken off, where "per potong" is pay by the piece. */
const deduction = /(?<=\d.*)(?<!\b(?:per|tiap|setiap|satu|\d{1,2}) )\bpotong(?=[^\d]*\d)/g;

const plainMoney = (text: string): string =>
  withIndonesianNumbers(text.toLowerCase())
    .replace(clockTime, " ")
    .replace(deduction, "dipotong")
    .replace(
      /(\d)?\s*(?:½|\b1\/2\b)/g,
      (_, before: string | undefined) => `${before ?? ""} setengah `,
    )
    .replace(/(?<!\d\s?)\b([a-z]{3,})2(?=\s|$)/g, "$1")
    .replace(/±|\bplus minus\b|\+ ?\/ ?-/g, " ")
    .replace(/\bs\s?[/.]\s?d\b/g, " sampai ")
    .replace(/\b(?:rp|idr)(?![a-z])\.?|\b(?:rupiah|perak)\b/g, " ")
    .replace(/(?<=\d)\s?[.,]?\s?[-=](?=\s|\/|$)/g, " ")
    .replace(/(?<![\d.,])(\d{1,3})((?: \d{3}){2,}|(?: 000)+)(?![\d.,])/g, (run) =>
      run.replace(/ /g, "."),
    )
    .trim();

const isQuestion = (text: string, plain: string): boolean =>
  /\b(?:berapa|brp|apakah|kenapa|knp|gimana|gmn|bagaimana|how|what|why)\b/.test(plain) ||
  (text.includes("?") && plain.split(" ").length > 5) ||
  (text.includes("?") && /\b(?:kalau|kalo|klo|apa|harus|boleh|bisa)\b/.test(plain));

/** A letter in place of a digit ("1o0rb", "l500000") makes the figure unsafe. */
function hasStrayLetters(plain: string): boolean {
  if (/(?:^|[^a-z])[a-z][.,]?\d/.test(plain) || /\d\s?e\s?\+\d/.test(plain)) return true;
  return [...plain.matchAll(/\d([a-z]+)/g)].some(([, run = ""]) => splitUnit(run) === null);
}

/** "jtperbulan" as "jt", "perbulan"; null when the letters that touch a figure are no unit. */
function splitUnit(run: string): string[] | null {
  if (
    isUnit(run) ||
    periodWords.has(run) ||
    countedThings.has(run) ||
    run === "sampai" ||
    run === "sd"
  )
    return [run];
  for (let length = run.length - 1; length > 0; length--) {
    const rest = run.slice(length);
    const known =
      isUnit(rest) ||
      periodWords.has(rest) ||
      ["aja", "lebih", "per", "an", "bersih", "sampai"].includes(rest);
    if (isUnit(run.slice(0, length)) && known) return [run.slice(0, length), rest];
  }
  return null;
}

const tokensOf = (plain: string): string[] =>
  (plain.match(/\d+(?:[.,]\d+)*|[a-z]+|[^\sa-z\d]/g) ?? []).flatMap((token, at, all) =>
    /^\d/.test(all[at - 1] ?? "") && /^[a-z]/.test(token)
      ? (splitUnit(token) ?? splitNumberWord(token))
      : splitNumberWord(token),
  );

const countWords = {
  has: (word: string): boolean => countedThings.has(word) || periodWords.has(word),
};

function itemsIn(tokens: readonly string[]): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < tokens.length; ) {
    const amount = readAmount(tokens, at, countWords);
    if (amount === null) {
      const item = itemOf(tokens[at] ?? "", tokens[at - 1]);
      if (item) items.push(item);
      at++;
    } else if (amount.kind === "rupiah") {
      items.push({ kind: "sum", rupiah: amount.rupiah, period: null, gross: false });
      at = amount.next;
    } else {
      items.push(...bareItems(tokens, at, amount));
      at =
        amount.next + (amount.kind === "bare" && countWords.has(tokens[amount.next] ?? "") ? 1 : 0);
    }
  }
  return items;
}

/** A figure without a unit: a stretch of time ("2 minggu"), a count to pass over, or an unclear sum. */
function bareItems(
  tokens: readonly string[],
  at: number,
  amount: { kind: "bare" | "odd"; figure?: number; next: number },
): Item[] {
  if (amount.kind === "odd") return [{ kind: "odd", period: null }];
  const period = periodWords.get(tokens[amount.next] ?? "");
  if (period)
    return amount.figure === undefined || amount.figure > 99
      ? [
          { kind: "bare", period: null },
          { kind: "period", period },
        ]
      : [{ kind: "period", period: period === "month" && amount.figure !== 1 ? "job" : period }];
  if (countedThings.has(tokens[amount.next] ?? "") || countingLabels.has(tokens[at - 1] ?? ""))
    return [];
  return [{ kind: "bare", period: null }];
}

/** "sekali jalan": what is paid by the turn. */
const turns = new Set(
  "jalan angkut kirim narik tarik tampil antar nganter berangkat turun".split(" "),
);

function itemOf(token: string, before: string | undefined): Item | null {
  const period = periodWords.get(token);
  if (period) return { kind: "period", period };
  const label = labelWords.get(token);
  if (label) return { kind: "label", gross: label === "gross" };
  if (clauseBreaks.has(token)) return { kind: "break" };
  const isTurn = before === "sekali" && turns.has(token);
  return isTurn || before === "per" || before === "@" ? { kind: "period", period: "job" } : null;
}

/** Ties each period and label to a sum of its clause: to the next one where the clause begins with it, else to the one before. */
function tie(items: readonly Item[]): void {
  for (const clause of clausesOf(items)) {
    for (const kind of ["period", "label"] as const) {
      const row = clause.filter(
        (item) => item.kind === kind || item.kind === "sum" || item.kind === "bare",
      );
      const forward = row[0]?.kind === kind;
      row.forEach((item, at) => {
        if (item.kind === kind) mark(row[at + (forward ? 1 : -1)], item);
      });
    }
  }
}

function mark(target: Item | undefined, by: Item): void {
  if (by.kind === "period" && (target?.kind === "sum" || target?.kind === "bare"))
    target.period ??= by.period;
  if (by.kind === "label" && target?.kind === "sum") target.gross = by.gross;
}

function clausesOf(items: readonly Item[]): Item[][] {
  const clauses: Item[][] = [[]];
  for (const item of items) {
    if (item.kind === "break") clauses.push([]);
    else clauses.at(-1)?.push(item);
  }
  return clauses;
}

/** A sum with another taken off it, and no word of what is left. */
const takesOff =
  /^(?!.*\b(?:bersih|net|netto|nett|untung|laba)).*\d.*\b(?:dipotong|dikurangi)\b.*\d/;

function decide(items: readonly Item[], plain: string): Parsed {
  tie(items);
  const sums = items.filter((item): item is Sum => item.kind === "sum");
  const income = sums.filter((sum) => !sum.gross);
  const monthly = income.filter((sum) => sum.period === "month");
  const open = income.filter((sum) => sum.period === null);
  const unclear = items.filter(
    (item) =>
      (item.kind === "bare" || item.kind === "odd") &&
      (item.period === null || item.period === "month"),
  );
  const otherPeriods = items.some((item) => item.kind === "period" && item.period !== "month");
  if (monthly.length === 0 && otherPeriods) return refused("not_monthly");
  if (sums.length > 1 && takesOff.test(plain)) return refused("range");
  if (sums.length > 0 && income.length === 0) return refused("unclear", { omzet: 1 });
  const candidates = new Set([...monthly, ...open].map((sum) => sum.rupiah));
  if (candidates.size === 0)
    return refused(unclear.some((item) => item.kind === "bare") ? "no_unit" : "unclear");
  if (unclear.some((item) => item.kind === "odd")) return refused("unclear");
  if (candidates.size > 1 || unclear.length > 0 || edge.test(plain)) return refused("range");
  const [rupiah = 0] = candidates;
  if (rupiah < least) return refused("too_small", { min: least });
  return rupiah > most ? refused("too_large", { max: most }) : value(rupiah);
}
