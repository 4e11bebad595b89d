import { editDistance, forgiven } from "../lib/edit-distance.ts";
import { plainWords } from "../lib/plain-words.ts";
import type { Choice } from "./event.ts";
import { bareNumber } from "./parse-for.ts";
import type { Work } from "./work.ts";

/** Keeps what stood below a reply that asked nothing, for whoever answers by its number or its words. */
export function keepOffered(work: Work, choices: readonly Choice[], asks: boolean): void {
  const { session } = work;
  if (asks || choices.length === 0) delete session.offered;
  else session.offered = choices.map(({ id, label }) => ({ id, label }));
}

/** The id of what stood below the last reply and was typed: its number, its label, or its label with a slip. */
export function pickOffered({ session }: Work, text: string): string | undefined {
  const { offered, handover } = session;
  if (!offered || handover) return undefined;
  const number = bareNumber.exec(text)?.[1];
  if (number) return offered[Number(number) - 1]?.id;
  const said = plainWords(text);
  const near = (label: string) => {
    const words = plainWords(label);
    return editDistance(said, words, 2) <= forgiven(words.length);
  };
  return offered.find(({ label }) => near(label))?.id;
}
