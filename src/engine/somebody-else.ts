import type { Value } from "../answer-types/answer-type.ts";
import type { AskStep, RepeatStep } from "../flow/flow.ts";

/**
 * "nama Budi salah" where the name that is known is no Budi: whoever is meant, it is not this person. `rest`: what follows the word
 * for the answer.
 */
export function isSomebodyElses(
  rest: string,
  known: Value | undefined,
  step: AskStep | RepeatStep,
): boolean {
  if (step.kind !== "ask" || step.type.name !== "person-name") return false;
  const name = String(known ?? "").toLowerCase();
  const words = rest.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.some((word) => !pointing.has(word) && !name.includes(word));
}

/** Words that point to an answer and name nobody. */
const pointing = new Set(
  "yang yg tadi td itu tu saya sy aku gue ini di atas barusan sebelumnya pertama kayaknya kyknya ternyata masih kok ada nya ku agak sedikit dikit ketik tulis ejaannya".split(
    " ",
  ),
);
