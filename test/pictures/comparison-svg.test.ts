import { expect, test } from "vitest";
import { comparisonSvg, width } from "../../src/pictures/comparison-svg.ts";
import { comparisonFor, usualComparison } from "./comparison.ts";

/** Texts of a picture from top to bottom. */
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) =>
    text.replaceAll("&amp;", "&").replaceAll("&lt;", "<"),
  );
/** How long its bars are. */
const barsOf = (svg: string): number[] =>
  [...svg.matchAll(/<path d="M32 [\d.]+l([\d.]+) 0[^"]*" fill="#0b6e75"/g)].map(([, long]) =>
    Number(long),
  );

test("a picture says its title, whom it is for, every amount beside its label, law, day, and that it is no decision", () => {
  const comparison = usualComparison();
  const said = textsOf(comparisonSvg(comparison));
  const bars = comparison.groups.flatMap((group) => group.bars);
  for (const { label, words } of bars) {
    expect(said).toContain(label);
    expect(said).toContain(words);
  }
  for (const { title } of comparison.groups) expect(said).toContain(title);
  const all = said.join(" ");
  for (const part of [comparison.title, comparison.about, ...comparison.notes])
    expect(all).toContain(part);
  expect(all).toContain("PP 50/2025");
  expect(all).toContain("Per 22 November 2026");
  expect(all).toContain("bukan keputusan BPJS");
});

test("a bar is as long as its amount", () => {
  const comparison = usualComparison();
  const amounts = comparison.groups.flatMap((group) => group.bars.map(({ amount }) => amount));
  const bars = barsOf(comparisonSvg(comparison)).sort((a, b) => a - b);
  const wanted = [...amounts].sort((a, b) => a - b);
  expect(bars).toHaveLength(wanted.length);
  const longest = bars.at(-1) ?? 0;
  for (const [index, bar] of bars.entries())
    expect(bar / longest).toBeCloseTo((wanted[index] ?? 0) / (wanted.at(-1) ?? 1), 2);
});

test("no word runs out of the picture, however long it is", () => {
  const words = "sampai Rp999.999.999.999";
  const long = "Santunan berkala yang dibayar sekaligus kepada ahli waris";
  const svg = comparisonSvg({
    ...usualComparison(),
    title: "Judul yang panjang sekali sehingga tidak muat dalam satu baris saja",
    groups: [{ title: `${long} semuanya`, bars: [{ label: long, amount: 999, words }] }],
  });
  const texts = [
    ...svg.matchAll(
      /<text [^>]*font-size:(\d+)px;[^>]*?(bold)?[^>]*translate\(([\d.]+) [^>]*>([^<]*)</g,
    ),
  ];
  expect(texts.map(([, , , , text]) => text)).toContain(words);
  for (const [, size, bold, x, text = ""] of texts) {
    // 0.66 and 0.58: what these words came to in this font, when they were measured
    const letter = Number(size) * (bold ? 0.66 : 0.58);
    expect(Number(x) + text.length * letter, text).toBeLessThan(width);
  }
});

test("what looks like styling or markup in a label is shown as words", () => {
  const bar = { label: "{a|b} <b>", amount: 1, words: "Rp1 & {c}" };
  const svg = comparisonSvg({ ...usualComparison(), groups: [{ title: "", bars: [bar] }] });
  expect(textsOf(svg)).toContain("ab <b&gt;");
  expect(svg).not.toContain("<b>");
});

test("death has a picture of its parts with the conditions that go with them; an accident has none", () => {
  const death = comparisonFor("manfaat", { kejadian: "meninggal" });
  expect(death?.groups[0]?.bars.map(({ words }) => words)).toEqual([
    ...["Rp20.000.000", "Rp12.000.000", "Rp10.000.000"],
  ]);
  expect(death?.notes.join(" ")).toMatch(/3 bulan berturut-turut.*Permenaker 1\/2025.*PP 82\/2019/);
  expect(comparisonFor("manfaat", { kejadian: "meninggal", bulan_dibayar: 1 })).toBeUndefined();
  expect(comparisonFor("manfaat", { kejadian: "kecelakaan" })).toBeUndefined();
  const most = comparisonFor("manfaat", { kejadian: "meninggal", bulan_dibayar: 36, anak: 2 });
  expect(most?.groups[0]?.bars.at(-1)?.words).toMatch(/^sampai Rp/);
});
