import type { PersonFields } from "../ports/records.ts";

/** Names that are told of a list; the others are counted. */
const namesAtMost = 5;

/** People of a list by their places (from 1): "Agus Susanto, Imam Wijaya (+3)" */
export function namesAt(rows: readonly PersonFields[], places: readonly number[]): string {
  const names = places.slice(0, namesAtMost).map((place) => rows[place - 1]?.["nama"] ?? place);
  const left = places.length - names.length;
  return `${names.join(", ")}${left > 0 ? ` (+${left})` : ""}`;
}
