import { standardSpelling } from "../lib/colloquial.ts";
import { wordsOf } from "./words.ts";

/** A text's words in standard spelling, without "-nya", between single spaces: " berapa iuran kalau jualan sayur ". */
export const standardSentence = (text: string): string =>
  ` ${wordsOf(text)
    .filter((word) => word !== "nya")
    .map(withoutEnding)
    .join(" ")} `;

/** "iurannya" as "iuran"; short words ("hanya") are whole ones. */
function withoutEnding(word: string): string {
  const stem = /^([a-z]{4,})nya$/.exec(word)?.[1];
  return stem === undefined ? word : standardSpelling(stem);
}
