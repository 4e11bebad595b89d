import { ageInYears, isoDate, nearestPastYear } from "../lib/dates.ts";
import { type Parsed, refused, value } from "./answer-type.ts";
import { monthNumber, romanMonth } from "./month-names.ts";
import { readCount, splitNumberWord } from "./number-words.ts";
import { answerType } from "./tidy.ts";

/** Ages no working person has; the flow decides about the limits of the programmes. */
const youngest = 10;
const oldest = 100;

/** The ISO date on which a working person was born: day before month, two-digit years in the nearest past. */
export const birthDate = answerType({
  name: "birth-date",
  strict: true,
  cel: "string",
  display: "date",
  longest: 600,
  parse(text, { today }) {
    const date = onlyDate(text, today);
    return date === null ? refused("unclear") : judge(date, today);
  },
});

export type DayMonthYear = { day: number; month: number; year: number };

/** The only full date in a text, also one that no calendar has; null where there is none or several. */
export function onlyDate(text: string, today: string): DayMonthYear | null {
  const plain = plainDate(text);
  const readings = new Map(
    readDates(plain, today).map((date) => [`${date.year}-${date.month}-${date.day}`, date]),
  );
  const [date] = readings.values();
  return date === undefined || readings.size > 1 ? null : date;
}

function judge({ day, month, year }: DayMonthYear, today: string): Parsed {
  const date = isoDate(year, month, day);
  if (date === null) return refused("bad_date", { day, month, year });
  if (date > today) return refused("future_date", { year });
  const age = ageInYears(date, today);
  if (age < youngest) return refused("too_young", { age });
  return age > oldest ? refused("too_old", { age }) : value(date);
}

const dayNames =
  /\b(?:senin|senen|selasa|rabu|rebo|kamis|kemis|jum'?at|jumaat|sabtu|saptu|minggu|ahad|legi|pahing|pon|wage|kliwon)\b[ ,]*/g;

/** An age told beside the date. */
const ages =
  /\b(?:umur|usia)(?:nya)?\s*:?\s*\d{1,2}(?:\s*(?:tahun|thn|th)\b)?|\(\s*\d{1,2}\s*(?:tahun|thn|th)\s*\)/g;

const plainDate = (text: string): string =>
  text
    .toLowerCase()
    .replace(dayNames, "")
    .replace(ages, " ")
    .replace(/\b(tgl|tanggal|tggl|ttl|lahir|bulan|bln|th|thn|tahun|taun)[.:]?\s*(?=\d)/g, "$1 ")
    .replace(/(\d)(?:st|nd|rd)\b/g, "$1");

/** Every full date in a text, in the first form that is found. */
function readDates(plain: string, today: string): DayMonthYear[] {
  const inDigits = datesInDigits(plain, today);
  if (inDigits.length > 0) return inDigits;
  const named = dateInWords(plain, today);
  return named === null ? [] : [named];
}

const separator = String.raw`\s?[-/.,_:|\\ ]\s?`;
const edgeBefore = String.raw`(?<![\p{L}\d]|\d[-/.,])`;
const edgeAfter = String.raw`(?![\p{L}\d]|[-/.,]\d)`;
const yearFirst = new RegExp(
  `${edgeBefore}((?:1[89]|2[01])\\d\\d)${separator}(\\d{1,2})${separator}(\\d{1,2})${edgeAfter}`,
  "gu",
);
const dayFirst = new RegExp(
  `${edgeBefore}(\\d{1,2})${separator}(\\d{1,2}|[ivx]{1,4})${separator}('?\\d{2}|\\d{4})${edgeAfter}`,
  "gu",
);
const eightDigits = new RegExp(`${edgeBefore}(\\d{2})(\\d{2})(\\d{4})${edgeAfter}`, "gu");
const sixDigits = new RegExp(`${edgeBefore}(\\d{2})(\\d{2})(\\d{2})${edgeAfter}`, "gu");

function datesInDigits(plain: string, today: string): DayMonthYear[] {
  const iso = [...plain.matchAll(yearFirst)].map(([, year = "", month = "", day = ""]) =>
    dateOf(day, month, year, today),
  );
  if (iso.length > 0) return iso;
  const usual = [...plain.matchAll(dayFirst)].map(([, day = "", month = "", year = ""]) =>
    dateOf(day, month, year, today),
  );
  if (usual.length > 0) return usual;
  const eight = [...plain.matchAll(eightDigits)].map(
    ([digits, day = "", month = "", year = ""]) => {
      const compactIso = dateOf(digits.slice(6), digits.slice(4, 6), digits.slice(0, 4), today);
      const asWritten = dateOf(day, month, year, today);
      return isBirth(compactIso) && !isBirth(asWritten) ? compactIso : asWritten;
    },
  );
  if (eight.length > 0) return eight;
  return [...plain.matchAll(sixDigits)].map(([, day = "", month = "", year = ""]) =>
    dateOf(day, month, year, today),
  );
}

const isBirth = ({ day, month, year }: DayMonthYear): boolean =>
  year > 1900 && year < 2100 && isoDate(year, month, day) !== null;

function dateOf(day: string, month: string, year: string, today: string): DayMonthYear {
  const monthOfYear = romanMonth(month) ?? Number(month);
  return {
    day: Number(day),
    month: monthOfYear,
    year: fullYear(year, monthOfYear, Number(day), today),
  };
}

function fullYear(year: string, month: number, day: number, today: string): number {
  const digits = year.replace("'", "");
  return digits.length === 2 ? nearestPastYear(Number(digits), month, day, today) : Number(digits);
}

/** Roles that a word gives to the figure after it. */
const roles: ReadonlyMap<string, "day" | "month" | "year"> = new Map(
  Object.entries({
    tgl: "day",
    tanggal: "day",
    tggl: "day",
    tanggalnya: "day",
    bln: "month",
    bulan: "month",
    bl: "month",
    bulannya: "month",
    th: "year",
    thn: "year",
    tahun: "year",
    taun: "year",
    tahunnya: "year",
  }),
);

type Figures = { day?: string; month?: number; year?: string; loose: string[] };

/** A date with the month by name ("17 agustus 90", "bulan mei tgl 3 th 1979") or with every figure labelled. */
function dateInWords(plain: string, today: string): DayMonthYear | null {
  if (/\d(?:an|-an)\b|\d\s?(?:tahun|thn|th)\b(?!\s*\d)/.test(plain)) return null;
  const found = figuresIn(joinSpokenYear(tokensOf(plain)));
  if (found === null) return null;
  const { day = found.loose.shift(), month } = found;
  const year = found.year ?? found.loose.shift();
  if (day === undefined || month === undefined || year === undefined || found.loose.length > 0)
    return null;
  const [dayDigits, yearDigits] = day.length === 4 ? [year, day] : [day, year];
  if (!/^\d{1,2}$/.test(dayDigits) || !/^'?(?:\d{2}|\d{4})$/.test(yearDigits)) return null;
  return dateOf(dayDigits, String(month), yearDigits, today);
}

/** Figures by their role; null when two months are named. */
function figuresIn(tokens: readonly string[]): Figures | null {
  const found: Figures = { loose: [] };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? "";
    const role = roles.get(tokens[at - 1] ?? "");
    const month = monthIn(token, role);
    if (month !== null && found.month !== undefined && found.month !== month) return null;
    if (month !== null) found.month = month;
    else if (isFigure(token) && (role === "day" || role === "year")) found[role] = token;
    else if (isFigure(token)) found.loose.push(token);
  }
  return found;
}

const isFigure = (token: string): boolean => /^'?\d+$/.test(token);

function monthIn(token: string, role: string | undefined): number | null {
  if (!isFigure(token)) return monthNumber(token);
  return role === "month" ? Number(token) : null;
}

/** Words and figures; number words as digits. Letters that touch figures spoil them, unless they name a month. */
function tokensOf(plain: string): string[] {
  const raw = (plain.match(/'?\d+|\p{L}+/gu) ?? []).flatMap(splitNumberWord);
  const tokens: string[] = [];
  for (let at = 0; at < raw.length; ) {
    const token = raw[at] ?? "";
    const spoken = /^'?\d/.test(token) ? null : readCount(raw, at);
    tokens.push(spoken ? String(spoken.value) : token);
    at = spoken?.next ?? at + 1;
  }
  return tokens;
}

/** "sembilan belas" "delapan puluh dua" is the year 1982. */
function joinSpokenYear(tokens: readonly string[]): string[] {
  const at = tokens.findIndex(
    (token, index) => (token === "19" || token === "20") && /^\d{2}$/.test(tokens[index + 1] ?? ""),
  );
  if (at < 1) return [...tokens];
  return [...tokens.slice(0, at), `${tokens[at]}${tokens[at + 1]}`, ...tokens.slice(at + 2)];
}
