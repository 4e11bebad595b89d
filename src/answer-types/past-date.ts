import { ageInYears, daysLater, isoDate } from "../lib/dates.ts";
import { type Parsed, refused, value } from "./answer-type.ts";
import { type DayMonthYear, onlyDate } from "./birth-date.ts";
import { answerType } from "./tidy.ts";
import { wordsOf } from "./words.ts";

/** Years that a working life lasts at most. */
const longest = 60;

/** The ISO date of something in a working life that has begun ("mulai kerja 1 Maret 2024", "kemarin"). */
export const pastDate = answerType({
  name: "past-date",
  strict: true,
  cel: "string",
  display: "date",
  longest: 300,
  parse(text, { today }) {
    const daysAgo = daysAgoIn(wordsOf(text).join(" "));
    if (daysAgo !== null) return value(daysLater(today, -daysAgo));
    const date = onlyDate(text, today);
    return date === null ? refused("unclear") : judge(date, today);
  },
});

function judge({ day, month, year }: DayMonthYear, today: string): Parsed {
  const date = isoDate(year, month, day);
  if (date === null) return refused("bad_date", { day, month, year });
  if (date > today) return refused("future_date", { year });
  return ageInYears(date, today) > longest ? refused("too_old") : value(date);
}

/** Days named from today on; with a figure beside them they are none. */
function daysAgoIn(text: string): number | null {
  if (/\d/.test(text)) return null;
  if (/\b(?:hari ini|tadi|barusan|baru mulai|today)\b/.test(text)) return 0;
  return /^(?:baru |mulai |sejak |dari )*(?:kemarin|kemaren|kmrn|yesterday)$/.test(text) ? 1 : null;
}
