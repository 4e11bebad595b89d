import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Region, Regions } from "../answer-types/regions.ts";

/**
 * The areas of Indonesia from the package idn-area-data (Kepmendagri 300.2.2-2138/2025; data under ODbL).
 * Its tables end in the name; one name is quoted, none holds a comma.
 */
export function readRegions(): Regions {
  const { resolve } = createRequire(import.meta.url);
  const read = (table: string): Region[] =>
    readFileSync(resolve(`idn-area-data/data/${table}.csv`), "utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => {
        const cells = line.split(",");
        const name = (cells.at(-1) ?? "").replace(/^"|"$/g, "").replaceAll('""', '"');
        return { code: cells[0] ?? "", name };
      });
  return {
    provinces: read("provinces"),
    regencies: read("regencies"),
    districts: read("districts"),
  };
}
