import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";
import type { Comparison } from "../flow/comparison.ts";
import { comparisonSvg, font } from "./comparison-svg.ts";
import { indexedPng } from "./indexed-png.ts";

/** What the main thread asks for, and what it gets; an error is a name, for its words might hold what was to be drawn. */
export type Asked = { id: number; comparison: Comparison };
export type Drawn = { id: number; png: Uint8Array } | { id: number; error: string };

const { resolve } = createRequire(import.meta.url);
// Without font files the words would be missing without an error.
const fontFiles = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) =>
  resolve(`dejavu-fonts-ttf/ttf/${name}`),
);

parentPort?.on("message", ({ id, comparison }: Asked) => {
  parentPort?.postMessage(drawn(id, comparison));
});

function drawn(id: number, comparison: Comparison): Drawn {
  try {
    return { id, png: pngOf(comparisonSvg(comparison)) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.name : "unknown" };
  }
}

function pngOf(svg: string): Uint8Array {
  const picture = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: font },
  }).render();
  const { width, height, pixels } = picture;
  return indexedPng({ width, height, rgba: pixels }) ?? picture.asPng();
}
