import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Region, Regions } from "../../src/answer-types/regions.ts";

const folder = new URL(
  "data/",
  `file://${createRequire(import.meta.url)
    .resolve("idn-area-data/package.json")
    .replace(/[^/]+$/, "")}`,
);

/** The real areas of Indonesia, read from the data package once per test file. */
export function realRegions(): Regions {
  return {
    provinces: rows("provinces.csv"),
    regencies: rows("regencies.csv"),
    districts: rows("districts.csv"),
  };
}

function rows(file: string): Region[] {
  const lines = readFileSync(new URL(file, folder), "utf8").trim().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const code = line.slice(0, line.indexOf(","));
    const name = line.slice(line.lastIndexOf(",") + 1);
    return { code, name: name.replace(/^"|"$/g, "").replaceAll('""', '"') };
  });
}
