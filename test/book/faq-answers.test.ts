import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { draftDays, faqValues } from "../../src/book/faq-values.ts";
import { openBook } from "../../src/book/open-book.ts";
import { limits } from "../../src/engine/limits.ts";
import { answerFor, type Known } from "../../src/flow/answer-for.ts";
import type { Book } from "../../src/flow/book.ts";
import { problemsOn } from "../../src/flow/problems-in-answers.ts";
import { problemLine } from "../../src/lib/problem.ts";
import type { Figures } from "./faq-figures.ts";
import { benefitFigures } from "./faq-figures-benefits.ts";
import { membershipFigures } from "./faq-figures-membership.ts";

const figuresByTopic: Record<string, Figures> = { ...membershipFigures, ...benefitFigures };

const opened = openBook(".", { operator: null, office: null });
if (!opened.book) throw new Error(opened.problems.map(problemLine).join("\n"));
const book: Book = opened.book;

function told(topic: string, today: string, more: Omit<Known, "today"> = {}): string {
  const reply = answerFor(book, topic, { ...more, today });
  if (reply.withheld !== null) throw new Error(`${topic} is withheld: ${reply.withheld}`);
  return reply.text;
}

const figure = new RegExp(
  [
    /Rp\d+(?:\.\d{3})*(?:,\d+)?(?: juta| miliar)?/,
    /\d+(?:,\d+)?%/,
    /\d+x\d+ jam/,
    /paling banyak \d+/,
    /tanggal \d+/,
    /(?:sampai|mulai) \d{4}/,
    /(?:Januari|Februari|Maret|April|November|Desember) \d{4}/,
    /(?:\d+, )*(?:\d+ atau )?\d+ (?:hari|bulan|tahun|kali|x|anak|pekerjaan|lamaran)\b/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gi",
);

/** The figures of an answer, each once; those that overlap ("paling banyak 2 anak") count as both. */
function figuresIn(text: string): string[] {
  const found = new Set<string>();
  figure.lastIndex = 0;
  for (let hit = figure.exec(text); hit; hit = figure.exec(text)) {
    found.add(hit[0].toLowerCase());
    const [start = ""] = /^paling banyak /i.exec(hit[0]) ?? [];
    if (start !== "") figure.lastIndex = hit.index + start.length;
  }
  return [...found].sort();
}

const body = (text: string): string => text.replace(/\n\nSumber: .*$/s, "");
const sorted = (...lists: (string[] | undefined)[]): string[] =>
  [...new Set(lists.flatMap((list) => list ?? []).map((one) => one.toLowerCase()))].sort();

const topics = readdirSync("locales/id/faq")
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.slice(0, -4));

test("every topic has an answer and a row in the table of figures", () => {
  expect(topics).toHaveLength(65);
  expect([...book.answers.keys()].sort()).toEqual([...topics].sort());
  expect(Object.keys(figuresByTopic).sort()).toEqual([...topics].sort());
});

test.for(topics)("%s tells its figures, and no others, on either side of the new year", (topic) => {
  const { both, november, january, says = [], ...one } = figuresByTopic[topic] ?? {};
  const before = told(topic, "2026-11-22");
  const after = told(topic, "2027-01-15");
  expect(figuresIn(body(before))).toEqual(sorted(both, november));
  expect(figuresIn(body(after))).toEqual(sorted(both, january));
  for (const words of [...says, ...(one.saysNovember ?? [])]) expect(before).toContain(words);
  for (const words of [...says, ...(one.saysJanuary ?? [])]) expect(after).toContain(words);
  expect(before.length).toBeLessThanOrEqual(900);
  expect(after.length).toBeLessThanOrEqual(900);
});

test("no answer is at fault on either day, whatever the person told", () => {
  for (const on of ["2026-11-22", "2027-01-15"])
    expect(problemsOn(book, on).map(problemLine)).toEqual([]);
});

test("answers fit where somebody runs it too, and name who that is and when officers are there", () => {
  const zone = "WIB";
  const day = [
    { from: 8 * 60, to: 12 * 60 },
    { from: 13 * 60, to: 16 * 60 },
  ];
  const office = {
    week: [day, day, day, day, day, [], []],
    zone,
    holidays: new Set<string>(),
  } as const;
  const operator = { name: "Dinas Koperasi dan UMKM Kabupaten Sleman", contact: "0274-555-0100" };
  const run = openBook(".", { operator, office });
  if (!run.book) throw new Error("faulty");
  expect(problemsOn(run.book, "2026-11-22").map(problemLine)).toEqual([]);
  const officers = answerFor(run.book, "bicara-petugas", { today: "2026-11-22" });
  expect(officers.text).toContain(
    "Petugas Dinas Koperasi dan UMKM Kabupaten Sleman menjawab Senin",
  );
  const data = answerFor(run.book, "privasi-data", { today: "2026-11-22" });
  expect(data.text).toContain("Data dipegang Dinas Koperasi");
});

test("values of answers have names of their own", () => {
  for (const [name, value] of Object.entries(faqValues))
    expect(book.values.get(name), name).toBe(value);
});

test("what is said on keeping drafts is what the bot does", () => {
  expect(draftDays).toBe(limits.draftDays);
});

test("who carries people hears of the relief until March, who does not of none after December", () => {
  const driver = told("iuran-bpu", "2027-01-15", { angkutan: true, penghasilan: 2_500_000 });
  expect(driver).toContain("Rp16.400 per bulan");
  expect(driver).toContain("sampai iuran Maret 2027");
  const trader = told("iuran-bpu", "2027-01-15", { angkutan: false, penghasilan: 2_500_000 });
  expect(trader).toContain("Rp32.800 per bulan");
  expect(trader).toContain("tidak ada keringanan");
  const byWork = told("diskon-iuran", "2027-01-15", { pekerjaan: "ojek-online" });
  expect(byWork).toContain("Ada. Iuran JKK");
  expect(byWork).not.toContain("pekerjaan lain");
  const untold = told("diskon-iuran", "2027-01-31");
  expect(untold).toContain("hanya untuk ojek");
});

test("an employer hears what is the employer's to do", () => {
  expect(told("telat-bayar", "2026-11-22", { segmen: "usaha" })).toContain("tanggungan perusahaan");
  expect(told("telat-bayar", "2026-11-22", { segmen: "mandiri" })).not.toContain("Perusahaan");
  expect(told("jkk-lapor", "2026-11-22", { segmen: "usaha" })).toContain("Dinas Tenaga Kerja");
});

test("an answer names its buttons and what people ask next", () => {
  const reply = answerFor(book, "biaya-daftar", { today: "2026-11-22" });
  expect(reply).toMatchObject({
    withheld: null,
    title: "Biaya mendaftar",
    buttons: [{ flow: "daftar_mandiri", label: "Daftar sekarang" }],
    related: [
      { topic: "iuran-bpu", title: "Iuran mandiri" },
      { topic: "cara-bayar", title: "Cara bayar iuran" },
      { topic: "penipuan", title: "Waspada penipuan" },
    ],
  });
  for (const topic of topics) {
    const one = answerFor(book, topic, { today: "2026-11-22" });
    if (one.withheld !== null) throw new Error(topic);
    expect(one.title.length).toBeLessThanOrEqual(24);
    for (const { label } of one.buttons) expect(label.length).toBeLessThanOrEqual(20);
  }
});

test.for([
  ["iuran-bpu", "2027-02-01", { withheld: "overdue" }],
  ["iuran-bpu", "2025-12-31", { withheld: "not_yet" }],
  ["tidak-ada", "2026-11-22", { withheld: "no_such_topic" }],
] as const)("%s on %s is withheld, with a pointer to 175", ([topic, today, withheld]) => {
  const reply = answerFor(book, topic, { today });
  expect(reply).toMatchObject(withheld);
  expect(reply.text).toContain("175");
  expect(reply.text).not.toMatch(/Rp\d|\d%/);
});

test("an answer whose figure no rule knows any more is withheld, not told without it", () => {
  const fresh = [...book.answers].map(([topic, answer]) => {
    return [topic, { ...answer, reviewBy: "2099-12-31" }] as const;
  });
  const reply = answerFor({ ...book, answers: new Map(fresh) }, "jp-manfaat", {
    today: "2027-03-01",
  });
  expect(reply).toMatchObject({ withheld: "no_figure", missing: "jp_terendah" });
  expect(reply.text).toContain("175");
});
