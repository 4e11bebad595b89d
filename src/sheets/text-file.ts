import type { Sheet } from "./cell.ts";
import { parseRows } from "./hucre.ts";

const separators = [",", ";", "\t", "|"] as const;

/** Lines looked at to find out what parts the cells. */
const sampleLines = 40;

/** A .csv or .txt as a sheet. A row number is that of the row in a spreadsheet that opens it: line breaks in quotes count for none. */
export function sheetInText(bytes: Uint8Array): Sheet {
  const text = decoded(bytes).replace(/^\uFEFF/, "");
  const told = /^"?sep=(.)"?\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const separator = told?.[1] ?? separatorOf(body);
  const rows = cellsIn(body, separator).map((cells, at) => ({
    // A line `sep=;` tells the spreadsheet the separator and is no row in it.
    row: at + 1,
    cells: cells.map((cell) => (cell === "" ? null : cell)),
  }));
  return { name: "", rows, date1904: false };
}

/** A quotation mark that nobody closed would take all that follows into one cell: then none of them counts. */
function cellsIn(text: string, separator: string): string[][] {
  const rows = parseRows(text, separator);
  const isOdd = (text.match(/"/g)?.length ?? 0) % 2 === 1;
  const isSwallowed = isOdd && rows.some((cells) => cells.some((cell) => /[\r\n]/.test(cell)));
  return isSwallowed ? parseRows(text.replaceAll('"', ""), separator) : rows;
}

/** Text of a file in UTF-8, UTF-16 (with or without its mark) or, where it is no UTF-8, Windows-1252. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const wide = unmarkedWide(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** UTF-16 without a mark shows in zero bytes on every other place. */
function unmarkedWide(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const head = bytes.subarray(0, 1000);
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length);
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < head.length / 4) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** The separator that parts most lines into the same number of cells, more cells before fewer. */
function separatorOf(text: string): string {
  const lines = linesOutsideQuotes(text);
  const scored = separators.map((separator) => ({ separator, score: evenness(lines, separator) }));
  return scored.sort((a, b) => b.score - a.score)[0]?.separator ?? ",";
}

function evenness(lines: readonly string[], separator: string): number {
  const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0);
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  const [best] = [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best ? best[1] * 100 + Math.min(best[0], 30) : 0;
}

/** The first lines with what stands in quotes left out. */
function linesOutsideQuotes(text: string): string[] {
  return text
    .slice(0, 40_000)
    .replace(/"(?:[^"]|""){0,2000}"/g, "")
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, sampleLines);
}
