import type { Value } from "../answer-types/answer-type.ts";
import type { BookPicture } from "../flow/book.ts";
import type { Comparison } from "../flow/comparison.ts";
import { addMonths } from "../lib/months.ts";
import type { Language } from "../locale/language.ts";
import { moneyInDigits, monthInWords } from "../locale/words.ts";
import type { MonthQuote } from "../rules/mandiri-quote.ts";
import { withinReview } from "./calculator-horizon.ts";
import { lawsOf, quoteFor, reliefOf } from "./contribution-values.ts";
import { employeePicture } from "./employer-values.ts";
import { footNotes } from "./foot-notes.ts";
import type { ValueSay } from "./value-texts.ts";

type Inputs = Readonly<Record<string, Value>>;

/** How far ahead a change of what is due is looked for, in months. */
const monthsAhead = 12;

/** Both packages in one month: the programmes on their own, and with JHT. */
type Due = { month: string; two: number; three: number };
/** Months of one price; the last one known goes on. */
type Run = Due & { until: string };

/** Pictures of what contributions cost; of every amount that the answer beside them tells. */
export const contributionPictures = (say: ValueSay): Record<string, BookPicture> => ({
  iuran: {
    inputs: ["penghasilan", "angkutan", "today", "language"],
    compare: (inputs) => ownPicture(say, inputs),
  },
  iuran_karyawan: employeePicture(say),
});

function ownPicture(say: ValueSay, inputs: Inputs): Comparison | undefined {
  const language = inputs["language"] as Language;
  const text = (key: string, args: Record<string, string> = {}) =>
    say(language, `gambar.${key}`, args);
  const money = (rupiah: number) => moneyInDigits(rupiah, language);
  const months = known(inputs);
  const runs = runsOf(months.map(({ due }) => due));
  if (runs.length === 0) return undefined;
  const base = quoteFor(inputs, "jkk_jkm", 1)?.base ?? 0;
  return {
    title: text("contribution"),
    about: text("income", { income: money(Number(inputs["penghasilan"])), base: money(base) }),
    groups: runs.map((run) => ({
      title: period(run, run === runs.at(-1), { inputs, language, text }),
      bars: (["two", "three"] as const).map((one) => ({
        label: text(one),
        amount: run[one],
        words: money(run[one]),
      })),
    })),
    notes: footNotes(say, inputs, lawsOf({ months: months.flatMap(({ quotes }) => quotes) })),
  };
}

/** Months from the first one due, as far ahead as the rules give a figure that may be told. */
function known(inputs: Inputs): { due: Due; quotes: MonthQuote[] }[] {
  const both = (["jkk_jkm", "jkk_jkm_jht"] as const).map(
    (program) => (quoteFor(inputs, program, monthsAhead) ?? quoteFor(inputs, program, 1))?.months,
  );
  const [two = [], three = []] = both;
  return two.flatMap((one, index) => {
    const other = three[index];
    if (!other || !withinReview(one.month)) return [];
    const due = { month: one.month, two: one.total, three: other.total };
    return [{ due, quotes: [other] }];
  });
}

function runsOf(months: readonly Due[]): Run[] {
  const runs: Run[] = [];
  for (const due of months) {
    const run = runs.at(-1);
    const goesOn = run?.two === due.two && run.three === due.three;
    if (run && goesOn && addMonths(run.until, 1) === due.month) run.until = due.month;
    else runs.push({ ...due, until: due.month });
  }
  return runs;
}

type Words = {
  inputs: Inputs;
  language: Language;
  text: (key: string, args: Record<string, string>) => string;
};

function period({ month, until }: Run, isLast: boolean, { inputs, language, text }: Words): string {
  const first = monthInWords(month, language);
  const last = monthInWords(until, language);
  // "November sampai Desember 2026": the year once, where both have it
  const from = month.slice(0, 4) === until.slice(0, 4) ? first.replace(/ \d+$/, "") : first;
  const run = month === until ? first : text("months", { from, until: last });
  const months = isLast ? text("since", { month: first }) : run;
  return reliefOf({ ...inputs, today: month }) ? text("relief", { months }) : months;
}
