import { BarChart } from "echarts/charts";
import { GridComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Bar, Comparison } from "../flow/comparison.ts";
import { linesOf } from "./lines-of.ts";

use([BarChart, GridComponent, TitleComponent, SVGRenderer]);

/** The font that pictures are written in; its name must be the font file's own. */
export const font = "DejaVu Sans";

/** Twice the width of a small telephone, in pixels; letters of 28 are 14 there. */
export const width = 720;
const margin = 32;
const size = { title: 34, about: 26, heading: 26, label: 26, note: 22 };
/** Height of a bar with its label above, and of a heading. */
const row = 92;

/** Dark enough on white for small letters and for bars (WCAG 1.4.3, 1.4.11). */
const colour = { ink: "#1c2b33", quiet: "#4a5b64", bars: ["#0b6e75", "#b3541e"] };

const room = width - 2 * margin;

/** How wide a letter of DejaVu is at most on average, as a part of its size. */
const letter = { plain: 0.6, bold: 0.71 };

/** Letters of a size that fit beside each other. */
const fitting = (letters: number, each = letter.plain): number =>
  Math.floor(room / (letters * each));

/** A heading, or a bar with its label above. */
type Row = { heading: string } | Bar;

const wordsOf = (row: Row): string => ("heading" in row ? row.heading : row.label);

/** As large as it may be; smaller where it would not fit on its line. */
function styleOf(row: Row) {
  const isHeading = "heading" in row;
  const most = isHeading ? size.heading : size.label;
  const each = isHeading ? letter.bold : letter.plain;
  const fontSize = Math.min(most, Math.floor(room / (wordsOf(row).length * each)));
  const style = { fontSize, color: colour.ink };
  return isHeading ? { ...style, fontWeight: "bold" as const, padding: [0, 0, -40, 0] } : style;
}

/** The picture as SVG: horizontal bars, each with its label above and its amount at the end, on as much height as they need. */
export function comparisonSvg({ title, about, groups, notes }: Comparison): string {
  const heading = linesOf(title, fitting(size.title, letter.bold));
  const below = linesOf(about, fitting(size.about));
  const foot = notes.flatMap((note) => linesOf(note, fitting(size.note)));
  const rows: Row[] = groups.flatMap((group) => [
    ...(group.title === "" ? [] : [{ heading: group.title }]),
    ...group.bars,
  ]);
  const top = margin + heading.length * size.title * 1.3 + below.length * size.about * 1.4 + 28;
  const end = top + rows.length * row + 8;
  const height = Math.ceil(end + foot.length * size.note * 1.4 + margin);
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({
    animation: false,
    backgroundColor: "#ffffff",
    textStyle: { fontFamily: font, color: colour.ink },
    title: [
      {
        left: margin - 5,
        top: margin - 5,
        itemGap: 8,
        text: heading.join("\n"),
        subtext: below.join("\n"),
        textStyle: { fontSize: size.title, lineHeight: size.title * 1.3, color: colour.ink },
        subtextStyle: { fontSize: size.about, lineHeight: size.about * 1.4, color: colour.quiet },
      },
      {
        left: margin - 5,
        top: end,
        text: foot.join("\n"),
        textStyle: {
          fontSize: size.note,
          fontWeight: "normal",
          lineHeight: size.note * 1.4,
          color: colour.quiet,
        },
      },
    ],
    grid: { left: margin, right: margin, top, height: rows.length * row },
    xAxis: { type: "value", show: false, min: 0, max: longest(groups) },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map((one, index) => `{row${index}|${plain(wordsOf(one))}}`),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        inside: true,
        margin: 0,
        align: "left",
        verticalAlign: "bottom",
        padding: [0, 0, 22, 0],
        rich: Object.fromEntries(rows.map((one, index) => [`row${index}`, styleOf(one)])),
      },
      z: 3,
    },
    series: [
      {
        type: "bar",
        barWidth: 30,
        label: { show: true, position: "right", fontSize: size.label, fontWeight: "bold" },
        data: rows.map((one) =>
          "heading" in one
            ? null
            : {
                value: one.amount,
                label: { formatter: plain(one.words) },
                itemStyle: { color: colour.bars[0] },
              },
        ),
      },
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** Without the marks of the library's own styling. */
const plain = (words: string): string => words.replace(/[{}|]/g, "");

/** The axis: its end leaves room for the amount beside the longest bar. */
function longest(groups: Comparison["groups"]): number {
  const bars = groups.flatMap((group) => group.bars);
  const words = Math.max(...bars.map((bar) => bar.words.length)) * size.label * letter.bold;
  return (
    Math.max(1, ...bars.map(({ amount }) => amount)) * (room / Math.max(room / 4, room - words))
  );
}
