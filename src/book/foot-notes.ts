import type { Value } from "../answer-types/answer-type.ts";
import type { Language } from "../locale/language.ts";
import { dateInWords } from "../locale/words.ts";
import type { ValueSay } from "./value-texts.ts";

/** What stands below every picture of amounts: law and day, and that nobody has decided anything. Pictures are passed on. */
export function footNotes(
  say: ValueSay,
  { today, language }: Readonly<Record<string, Value>>,
  law: string,
): string[] {
  const day = dateInWords(String(today), language as Language);
  return [
    say(language as Language, "gambar.basis", { law, day }),
    say(language as Language, "gambar.no_decision", {}),
  ];
}
