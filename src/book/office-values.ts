import {
  isOpen,
  nextOpening,
  type OfficeHours,
  type OpenRange,
  officeZones,
} from "../cases/office-hours.ts";
import type { BookValue } from "../flow/book.ts";
import { dateIn, daysLater, minutesIn, weekdayOf } from "../lib/dates.ts";
import type { Language } from "../locale/language.ts";
import { dateInWords, listInWords, timeInDigits, weekdayInWords } from "../locale/words.ts";

/** Values on when officers are there, in finished words; "" where no hours are configured. */
export const officeValues = (office: OfficeHours | null): Record<string, BookValue> => ({
  jam_ada: {
    inputs: [],
    type: "bool",
    elsewhere: [false, true],
    compute: () => office !== null,
  },
  petugas_buka: {
    inputs: ["now"],
    type: "bool",
    elsewhere: [true, false],
    compute: ({ now }) => office !== null && isOpen(office, Date.parse(String(now))),
  },
  jam_petugas: {
    inputs: ["language"],
    type: "string",
    elsewhere: ["Senin–Kamis 08.00–12.00 dan 13.00–16.00, Jumat 08.00–11.30 dan 13.30–16.00 WITA"],
    compute: ({ language }) => (office ? hoursInWords(office, language as Language) : ""),
  },
  petugas_buka_lagi: {
    inputs: ["now", "language"],
    type: "string",
    elsewhere: ["Rabu 31 September 2026 pukul 08.00 WITA"],
    compute: ({ now, language }) =>
      office ? openingInWords(office, Date.parse(String(now)), language as Language) : "",
  },
});

const words: Record<Language, { everyDay: string; today: string; tomorrow: string; at: string }> = {
  id: { everyDay: "Setiap hari", today: "hari ini", tomorrow: "besok", at: "pukul" },
  en: { everyDay: "Every day", today: "today", tomorrow: "tomorrow", at: "at" },
};

/** "Senin–Jumat 08.00–12.00 dan 13.00–16.00, Sabtu 08.00–12.00 WIB". */
function hoursInWords({ week, zone }: OfficeHours, language: Language): string {
  const rangeInWords = ({ from, to }: OpenRange) =>
    `${timeInDigits(from, language)}–${timeInDigits(to, language)}`;
  const daysOf = new Map<string, number[]>();
  week.forEach((ranges, index) => {
    if (ranges.length === 0) return;
    const times = listInWords(ranges.map(rangeInWords), language);
    daysOf.set(times, [...(daysOf.get(times) ?? []), index + 1]);
  });
  const groups = [...daysOf].map(([times, days]) => `${daysInWords(days, language)} ${times}`);
  return `${groups.join(", ")} ${zone}`;
}

/** [1, 2, 3, 6] -> "Senin–Rabu dan Sabtu". */
function daysInWords(days: readonly number[], language: Language): string {
  if (days.length === 7) return words[language].everyDay;
  const runs: { first: number; last: number }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  const name = (day: number) => weekdayInWords(day, language);
  return listInWords(
    runs.map(({ first, last }) => (first === last ? name(first) : `${name(first)}–${name(last)}`)),
    language,
  );
}

/** When it opens again, from a closed moment: "besok pukul 08.00 WIB"; "" while it is open or if it does not open within 60 days. */
function openingInWords(office: OfficeHours, now: number, language: Language): string {
  const opening = nextOpening(office, now);
  if (opening === null || opening === now) return "";
  const zone = officeZones[office.zone];
  const today = dateIn(zone, now);
  const { at } = words[language];
  const time = timeInDigits(minutesIn(zone, opening), language);
  return `${dayInWords(dateIn(zone, opening), today, language)} ${at} ${time} ${office.zone}`;
}

/** "hari ini", "besok", "Senin, 23 November 2026". */
function dayInWords(date: string, today: string, language: Language): string {
  if (date === today) return words[language].today;
  if (date === daysLater(today, 1)) return words[language].tomorrow;
  return `${weekdayInWords(weekdayOf(date), language)}, ${dateInWords(date, language)}`;
}
