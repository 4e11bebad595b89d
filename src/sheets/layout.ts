import { type Cell, isEmpty, type SheetRow, textOf } from "./cell.ts";
import { looksLike, shareLike } from "./column-content.ts";
import type { Column, ColumnKind } from "./columns.ts";
import { type Heading, headingOf, type WageHead } from "./header-words.ts";

/** Where the columns of a table are (0-based), and what its header says of the wages. */
export type Layout = {
  at: ReadonlyMap<string, number>;
  wage: WageHead;
  /** Rows of the sheet that are the header, from 1; none where the columns were known by their content. */
  header: readonly number[];
};

const noWageHead: WageHead = { period: null, unit: 1 };

/** Rows below a header that are looked at to tell its columns by their content. */
const sampled = 200;

/** The share of a column's cells that must look like a kind where no header says so. */
const evident = 0.6;

type Headings = readonly (Heading | "other" | null)[];

/** The header at one row, in one or two lines, with the columns below it; null when the row is no header. */
export function layoutAt(
  rows: readonly SheetRow[],
  at: number,
  columns: readonly Column[],
  today: string,
): Layout | null {
  const first = rows[at];
  if (!first || holdsData(first, today)) return null;
  const second = secondLine(rows, at, today);
  const single = first.cells.map((cell) => headingOf(textOf(cell)));
  const double = second ? joined(first, second).map(headingOf) : null;
  const isDouble = second !== null && double !== null && isBetter(second, single, double);
  const headings = isDouble ? double : single;
  if (!isHeader(headings, columns)) return null;
  const below = rows.slice(at + (isDouble ? 2 : 1), at + sampled);
  const found = columnsAt(headings, below, columns, today);
  const wageAt = found.get(columns.find((column) => column.kind === "money")?.key ?? "");
  const wage = headings[wageAt ?? -1];
  return {
    at: found,
    wage: wage && wage !== "other" && wage.wage ? wage.wage : noWageHead,
    header: isDouble ? [first.row, second.row] : [first.row],
  };
}

/** The columns of a table without a header, by what stands in them; null when there is no evident NIK and name. */
export function layoutByContent(
  rows: readonly SheetRow[],
  columns: readonly Column[],
  today: string,
): Layout | null {
  const sample = rows.slice(0, sampled).filter((row) => row.cells.length > 1);
  const at = columnsAt([], sample, columns, today);
  const kinds = columns.filter(({ key }) => at.has(key)).map(({ kind }) => kind);
  return kinds.includes("nik") && kinds.includes("name")
    ? { at, wage: noWageHead, header: [] }
    : null;
}

/** Whether a row has cells that no header has. */
const holdsData = (row: SheetRow, today: string): boolean =>
  row.cells.some(
    (cell) =>
      (typeof cell === "object" && cell !== null) ||
      (["nik", "phone", "birth_date"] as const).some((kind) => looksLike(kind, cell, today)),
  );

function secondLine(rows: readonly SheetRow[], at: number, today: string): SheetRow | null {
  const first = rows[at];
  const second = rows[at + 1];
  if (!first || !second || second.row !== first.row + 1 || holdsData(second, today)) return null;
  return second;
}

/** Both lines of a header in one: a group's name goes with each column below it. */
function joined(first: SheetRow, second: SheetRow): string[] {
  const width = Math.max(first.cells.length, second.cells.length);
  let group = "";
  return Array.from({ length: width }, (_, at) => {
    const own = textOf(first.cells[at]);
    const below = textOf(second.cells[at]);
    if (own !== "") group = own;
    return own === "" && below !== "" ? `${group} ${below}` : `${own} ${below}`.trim();
  });
}

/** A second line belongs to the header when both together make more columns known than either, or it adds to one that is a header. */
function isBetter(second: SheetRow, single: Headings, double: Headings): boolean {
  const [one, two] = [kindsOf(single).size, kindsOf(double).size];
  const filled = second.cells.filter((cell) => !isEmpty(cell)).length;
  const ownKinds = kindsOf(second.cells.map((cell) => headingOf(textOf(cell)))).size;
  if (!second.cells.some((cell) => /\p{L}/u.test(textOf(cell))) || two <= ownKinds) return false;
  return two > one || (two === one && filled > 1 && (ownKinds > 0 || one > 2));
}

const kindsOf = (headings: Headings): Set<ColumnKind> =>
  new Set(headings.flatMap((heading) => (heading && heading !== "other" ? [heading.kind] : [])));

/** A header names two kinds of columns, a NIK or a name among them. */
function isHeader(headings: Headings, columns: readonly Column[]): boolean {
  const wanted = new Set(columns.map(({ kind }) => kind));
  const kinds = [...kindsOf(headings)].filter((kind) => wanted.has(kind));
  return kinds.length >= 2 && (kinds.includes("nik") || kinds.includes("name"));
}

function columnsAt(
  headings: Headings,
  below: readonly SheetRow[],
  columns: readonly Column[],
  today: string,
): Map<string, number> {
  const width = Math.max(headings.length, ...below.map((row) => row.cells.length), 0);
  const end = Math.min(width, besideAt(headings));
  const cellsAt = (at: number): (Cell | undefined)[] => below.map((row) => row.cells[at]);
  const found = new Map<string, number>();
  const taken = new Set<number>();
  const gap = gapIn(headings, below, end);
  const take = (column: Column, at: number | null): void => {
    if (at === null) return;
    found.set(column.key, at);
    taken.add(at);
  };
  for (const column of columns) {
    const scored = headings.slice(0, end).flatMap((heading, at) =>
      heading && heading !== "other" && heading.kind === column.kind
        ? [
            {
              at,
              score:
                heading.rank +
                4 * shareLike(column.kind, cellsAt(at), today) -
                (at > gap ? beyondGap : 0),
            },
          ]
        : [],
    );
    take(column, best(scored));
  }
  for (const kind of byContent) {
    const column = columns.find((one) => one.kind === kind);
    if (!column || found.has(column.key)) continue;
    const free = Array.from({ length: end }, (_, at) => at).filter(
      (at) => !taken.has(at) && (headings[at] ?? null) === null,
    );
    const scored = free.map((at) => ({ at, score: evidence(kind, cellsAt(at), today) }));
    take(column, best(scored.filter(({ score }) => score >= evident)));
  }
  return found;
}

/** What a column loses that stands beyond an empty one: it may be of another table. */
const beyondGap = 3;

/** The first column, behind one with a header, that has neither a header nor a cell. */
function gapIn(headings: Headings, below: readonly SheetRow[], end: number): number {
  const first = headings.findIndex((heading) => heading !== null);
  for (let at = Math.max(first, 0); at < end; at++) {
    const isHeaded = (headings[at] ?? null) !== null;
    if (!isHeaded && below.every((row) => isEmpty(row.cells[at]))) return at;
  }
  return end;
}

/** Kinds in the order in which they are told from their content, the surest first. */
const byContent = ["nik", "phone", "birth_date", "money", "name"] as const;

/** How evidently a column holds a kind; names differ from row to row, departments do not. */
function evidence(
  kind: (typeof byContent)[number],
  cells: readonly (Cell | undefined)[],
  today: string,
): number {
  const share = shareLike(kind, cells, today);
  if (kind !== "name" || share < evident) return share;
  const texts = cells.map((cell) => textOf(cell).toLowerCase()).filter((text) => text !== "");
  return share - 0.4 + 0.4 * (new Set(texts).size / texts.length);
}

const best = (scored: readonly { at: number; score: number }[]): number | null =>
  [...scored].sort((a, b) => b.score - a.score || a.at - b.at)[0]?.at ?? null;

/** Where a second table begins beside the first: its NIK and another column are named a second time. */
function besideAt(headings: Headings): number {
  const seen = new Set<ColumnKind>();
  const again: { kind: ColumnKind; at: number }[] = [];
  headings.forEach((heading, at) => {
    if (!heading || heading === "other" || heading.rank < 2) return;
    if (seen.has(heading.kind)) again.push({ kind: heading.kind, at });
    seen.add(heading.kind);
  });
  const kinds = new Set(again.map(({ kind }) => kind));
  return kinds.has("nik") && kinds.has("name")
    ? (again[0]?.at ?? headings.length)
    : Number.POSITIVE_INFINITY;
}
