import type { Value } from "../answer-types/answer-type.ts";
import type { BookPicture, BookValue } from "../flow/book.ts";
import type { Language } from "../locale/language.ts";
import { moneyInDigits } from "../locale/words.ts";
import { type Benefit, benefitFor } from "../rules/benefit.ts";
import type { BenefitEvent } from "../rules/benefit-ask.ts";
import type { BenefitItem, BenefitNote } from "../rules/benefit-case.ts";
import { bpuRates } from "../rules/bpu-rates.ts";
import { inForce, laws } from "../rules/dated.ts";
import { isMain, noteLimits, urgentNotes } from "./benefit-texts.ts";
import { withinReview } from "./calculator-horizon.ts";
import { footNotes } from "./foot-notes.ts";
import type { ValueSay } from "./value-texts.ts";

type Inputs = Readonly<Record<string, Value>>;
type Found = Extract<Benefit, { kind: "benefit" }>;

const answers = {
  inputs: ["kejadian", "today", "language"],
  optional: ["penghasilan", "bulan_dibayar", "lama_dibayar", "anak"],
};

/** JP and JKP are for employees alone. */
const ofEmployees: readonly string[] = ["jp", "jkp"];
/** What goes by income; the others are the same for everybody. */
const byIncome: readonly string[] = ["kecelakaan", "cacat", "meninggal-kerja", "jkp"];
/** Whose sums of money are given together. */
const summed: readonly string[] = ["meninggal", "meninggal-kerja"];
/** Notes that the answer says by itself. */
const saidAnyway: readonly BenefitNote[] = ["estimate_only", "some_not_settled", "base_of_band"];
/** Notes beside the amounts; the others are told when asked for. */
const notesBeside = 2;

/** What the event brings by these answers; without an income for the lowest one. Somebody who paid nothing yet asks for later. */
function found(inputs: Inputs): Found | undefined {
  const { kejadian = "", today = "", penghasilan, anak } = inputs;
  if (!withinReview(String(today))) return undefined;
  const income = penghasilan ?? (byIncome.includes(String(kejadian)) ? lowest(String(today)) : 0);
  const paid = Number(inputs["bulan_dibayar"] ?? inputs["lama_dibayar"] ?? 0);
  const benefit = benefitFor({
    event: kejadian as BenefitEvent,
    on: String(today),
    segment: ofEmployees.includes(String(kejadian)) ? "usaha" : "mandiri",
    ...(income ? { income: Number(income) } : {}),
    ...(paid > 0 ? { monthsPaid: paid } : {}),
    // how old they are is not asked: the most that children not yet at school may come to
    ...(anak ? { children: Array.from({ length: Number(anak) }, () => "belum" as const) } : {}),
  });
  return benefit.kind === "benefit" ? benefit : undefined;
}

const lowest = (today: string): number =>
  inForce(bpuRates.tables, today.slice(0, 7))?.rows[0]?.base ?? 0;

/** Values on what an event brings: finished lines, conditions and laws. */
export function benefitValues(say: ValueSay): Record<string, BookValue> {
  const text = (compute: (benefit: Found, inputs: Inputs) => string): BookValue => ({
    ...answers,
    type: "string",
    compute: (inputs) => {
      const benefit = found(inputs);
      return benefit && compute(benefit, inputs);
    },
  });
  const note = (inputs: Inputs, benefit: Found, code: BenefitNote): string =>
    noteIn(say, inputs["language"] as Language, benefit, code);
  const lines = (inputs: Inputs, shown: readonly BenefitItem[]): string =>
    shown.map((one) => line(say, inputs["language"] as Language, one, laws(shown))).join("\n");

  return {
    // of answers it reads none: their questions hang on it
    manfaat_diketahui: {
      inputs: ["kejadian", "today", "language"],
      type: "bool",
      compute: (inputs) => found(inputs) !== undefined,
    },
    manfaat_judul: {
      inputs: ["kejadian", "language"],
      type: "string",
      compute: ({ kejadian, language }) =>
        say(language as Language, `manfaat.title.${kejadian}`, {}),
    },
    manfaat_baris: text((benefit, inputs) => {
      const main = benefit.items.filter(({ code }) => isMain(code));
      const total = totalOf(benefit, main);
      const sum =
        total === null
          ? []
          : [say(inputs["language"] as Language, "manfaat.total", { amount: total })];
      const all = [...sum, lines(inputs, main)].filter(Boolean);
      return all.map((one) => `\n${one}`).join("");
    }),
    manfaat_dasar: text((benefit, inputs) => {
      const words = baseWords(say, inputs, benefit);
      return words === "" ? "" : ` ${words}`;
    }),
    // who gets nothing yet reads the law of those who do
    manfaat_hukum: text(({ items }, { lama_dibayar: _paid, ...inputs }) =>
      laws(items.length > 0 ? items : (found(inputs)?.items ?? [])).join(", "),
    ),
    manfaat_catatan: text((benefit, inputs) =>
      beside(benefit)
        .map((code) => note(inputs, benefit, code))
        .join(" "),
    ),
    manfaat_belum_pasti: {
      ...answers,
      type: "bool",
      compute: (inputs) =>
        found(inputs)?.items.some((one) => isMain(one.code) && !isSettled(one)) ?? false,
    },
    manfaat_gambar: {
      ...answers,
      type: "bool",
      compute: (inputs) => comparable(found(inputs)).length > 1,
    },
    manfaat_lengkap: text((benefit, inputs) => {
      const more = benefit.items.filter(({ code }) => !isMain(code));
      const notes = benefit.notes
        .filter((code) => !beside(benefit).includes(code) && !saidAnyway.includes(code))
        .map((code) => `• ${note(inputs, benefit, code)}`);
      if (more.some((one) => !isSettled(one)))
        notes.push(note(inputs, benefit, "some_not_settled"));
      const shown = lines(inputs, more).split("\n").filter(Boolean);
      return fitting(shown, notes).join("\n");
    }),
  };
}

/** What a family gets, part by part, with the conditions that stand beside it: a picture is passed on without the answer. */
export const benefitPictures = (say: ValueSay): Record<string, BookPicture> => ({
  manfaat: {
    ...answers,
    compare: (inputs) => {
      const benefit = found(inputs);
      const parts = comparable(benefit);
      if (!benefit || parts.length < 2) return undefined;
      const language = inputs["language"] as Language;
      const text = (key: string, args = {}) => say(language, `manfaat.${key}`, args);
      const doubt = parts.every(isSettled) ? [] : (["some_not_settled"] as const);
      return {
        title: text(`title.${benefit.event}`).replace(/\.$/, ""),
        about: baseWords(say, inputs, benefit),
        groups: [{ title: "", bars: parts.map((one) => barOf(say, language, one)) }],
        notes: [
          ...[...beside(benefit), ...doubt].map((code) => noteIn(say, language, benefit, code)),
          ...footNotes(say, inputs, laws(parts).join(", ")),
        ],
      };
    },
  },
});

/** Sums that may stand beside each other: paid once, on one event. */
function comparable(benefit: Found | undefined): BenefitItem[] {
  if (!benefit || !summed.includes(benefit.event)) return [];
  const once = (unit: string) => unit === "rupiah" || unit === "rupiah_at_most";
  return benefit.items.filter(({ code, unit, amount }) => isMain(code) && once(unit) && amount);
}

function barOf(say: ValueSay, language: Language, one: BenefitItem) {
  const { code, unit, amount } = one;
  const rupiah = amount ?? 0;
  const money = moneyInDigits(rupiah, language);
  const item = say(language, `manfaat.item.${code}`, {});
  return {
    label: isSettled(one) ? item : say(language, "manfaat.unsettled", { line: item }),
    amount: rupiah,
    words: unit === "rupiah_at_most" ? say(language, "gambar.at_most", { money }) : money,
  };
}

function baseWords(say: ValueSay, inputs: Inputs, { base, items }: Found): string {
  if (base === null || items.length === 0) return "";
  const key = inputs["penghasilan"] === undefined ? "base_example" : "base";
  return say(inputs["language"] as Language, `manfaat.${key}`, { base });
}

function noteIn(say: ValueSay, language: Language, { limits }: Found, code: BenefitNote): string {
  const named = noteLimits[code].map((name) => [name, limits[name] ?? 0] as const);
  return say(language, `manfaat.note.${code}`, Object.fromEntries(named));
}

const beside = ({ notes }: Found): BenefitNote[] =>
  urgentNotes.filter((code) => notes.includes(code)).slice(0, notesBeside);

/** Characters for what a person asks to see beside the answer; the screen has 900 and more to say. */
const mostMore = 760;

/** Conditions go before things that may be paid too: of these as many as there is room for. */
function fitting(items: readonly string[], notes: readonly string[]): string[] {
  const shown: string[] = [];
  for (const one of items)
    if ([...shown, one, ...notes].join("\n").length <= mostMore) shown.push(one);
  return [...shown, ...notes];
}

const isSettled = ({ confidence }: BenefitItem): boolean =>
  confidence === "certain" || confidence === "verified";

/** The sums of a death together; null where it is a single one or none. */
function totalOf({ event }: Found, items: readonly BenefitItem[]): number | null {
  const sums = items.filter(({ unit }) => unit === "rupiah").map(({ amount }) => amount ?? 0);
  return summed.includes(event) && sums.length > 1 ? sums.reduce((all, one) => all + one, 0) : null;
}

/** An item with its amount; with its law where not all have the same, and marked where it is not settled. */
function line(
  say: ValueSay,
  language: Language,
  one: BenefitItem,
  named: readonly string[],
): string {
  const { code, amount, unit, basis } = one;
  const item = say(language, `manfaat.item.${code}`, {});
  const plain =
    amount === null
      ? say(language, `manfaat.none.${unit}`, { item })
      : say(language, `manfaat.amount.${unit}`, { item, amount });
  const marked = isSettled(one) ? plain : say(language, "manfaat.unsettled", { line: plain });
  return named.length > 1 ? say(language, "manfaat.by_law", { line: marked, law: basis }) : marked;
}
