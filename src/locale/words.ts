import type { Language } from "./language.ts";

const months: Record<Language, readonly string[]> = {
  id: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(
    " ",
  ),
  en: "January February March April May June July August September October November December".split(
    " ",
  ),
};

/** `2026-12-31` -> "31 Desember 2026". Finished words, since ICU's own date follows the machine's time zone. */
export function dateInWords(iso: string, language: Language): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${months[language][(month ?? 1) - 1]} ${year}`;
}

/** `2026-12` -> "Desember 2026". */
export function monthInWords(month: string, language: Language): string {
  const [year, number] = month.split("-").map(Number);
  return `${months[language][(number ?? 1) - 1]} ${year}`;
}

/** Whole rupiah -> "Rp16.800" (id) or "Rp16,800" (en). */
export function moneyInDigits(rupiah: number, language: Language): string {
  const mark = language === "id" ? "." : ",";
  const sign = rupiah < 0 ? "-" : "";
  return `${sign}Rp${String(Math.abs(rupiah)).replace(/\B(?=(\d{3})+$)/g, mark)}`;
}

const bigUnits: readonly { worth: number; words: Record<Language, string> }[] = [
  { worth: 1_000_000_000, words: { id: "miliar", en: "billion" } },
  { worth: 1_000_000, words: { id: "juta", en: "million" } },
];

/** Whole rupiah as people say big sums: "Rp42 juta", "Rp1,5 juta"; in digits where that would leave something out. */
export function moneyInWords(rupiah: number, language: Language): string {
  const unit = bigUnits.find(({ worth }) => rupiah >= worth);
  if (unit === undefined || rupiah % (unit.worth / 10) !== 0)
    return moneyInDigits(rupiah, language);
  const tenths = (rupiah * 10) / unit.worth;
  return `Rp${decimalInDigits(tenths, 1, language)} ${unit.words[language]}`;
}

/** Basis points -> per cent without its sign: 174 -> "1,74" (id) or "1.74" (en), 370 -> "3,7", 100 -> "1". */
export const percentInDigits = (basisPoints: number, language: Language): string =>
  decimalInDigits(basisPoints, 2, language);

/** 174 with 2 places -> "1,74"; noughts at the end are left out. */
function decimalInDigits(units: number, places: number, language: Language): string {
  const digits = String(units).padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  const mark = language === "id" ? "," : ".";
  return digits.slice(0, -places) + (fraction === "" ? "" : mark + fraction);
}

const weekdays: Record<Language, readonly string[]> = {
  id: "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split(" "),
  en: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "),
};

/** 1 -> "Senin", 7 -> "Minggu". */
export const weekdayInWords = (weekday: number, language: Language): string =>
  weekdays[language][weekday - 1] ?? "";

/** Minutes since midnight -> "08.00" (id) or "08:00" (en). */
export function timeInDigits(minutes: number, language: Language): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const mark = language === "id" ? "." : ":";
  return two(Math.trunc(minutes / 60)) + mark + two(minutes % 60);
}

/** ["Senin", "Rabu", "Jumat"] -> "Senin, Rabu dan Jumat". */
export const listInWords = (items: readonly string[], language: Language): string =>
  joined(items, { id: " dan ", en: " and " }[language]);

/** ["1", "3", "6"] -> "1, 3 atau 6". */
export const alternativesInWords = (items: readonly string[], language: Language): string =>
  joined(items, { id: " atau ", en: " or " }[language]);

function joined(items: readonly string[], lastJoin: string): string {
  const last = items.at(-1) ?? "";
  const before = items.slice(0, -1).join(", ");
  return before === "" ? last : before + lastJoin + last;
}
