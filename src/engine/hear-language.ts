import { rawWordsOf } from "../answer-types/words.ts";
import type { Work } from "./work.ts";

const english = new Set(
  "i you we my your he she the a an is are am was it this that to for of at in on with and or how what where when who which can could do does did want need would like have has get register sign work pay help please am not his her husband wife father mother died yesterday accident as if but not so from here there be been will they me check still working worker month next contract finish extend talk speak real person someone hi hello money salary company boss because after before his her".split(
    " ",
  ),
);

/** A sentence of at least this many words is English if this share of them is of the commonest English ones. */
const fewest = 3;
const share = 0.5;

/** Whoever is new and writes an English sentence is answered in English; anybody else chooses by ENGLISH and INDONESIA. */
export function hearLanguage(work: Work, text: string): void {
  if (!work.stranger || work.session.language !== "id") return;
  const words = rawWordsOf(text);
  if (words.length < fewest) return;
  const known = words.filter((word) => english.has(word)).length;
  if (known >= words.length * share) work.session.language = "en";
}
