import type { Value } from "../answer-types/answer-type.ts";
import { asksBack } from "../answer-types/talk.ts";
import { wordsOf } from "../answer-types/words.ts";
import type { AskStep } from "../flow/flow.ts";
import { answerStep } from "./answer-step.ts";
import { mark } from "./mark.ts";
import { readSentence } from "./read-sentence.ts";
import { flowOf, type Pending, scopeOf, type Work } from "./work.ts";

/** Words of a sentence that may hold several answers. */
const least = 3;
const most = 30;

/**
 * A sentence that answers several questions of a calculator at once ("4 pegawai gaji 2,4 juta"): each is taken, also those that are
 * not asked yet, and none is asked again. False where it holds fewer than two.
 */
export function answerSeveral(work: Work, { form }: Pending, sentence: string): boolean {
  const flow = flowOf(work, form);
  const { length } = sentence.split(/\s+/);
  if (flow.about.length === 0 || length < least || length > most || !/\d/.test(sentence))
    return false;
  if (asksBack(sentence, wordsOf(sentence))) return false;
  const trial = { ...form, marks: { ...form.marks } };
  const found: { step: AskStep; value: Value }[] = [];
  for (const step of flow.steps) {
    const scope = scopeOf(work, trial);
    if (step.kind !== "ask" || !step.reads || trial.marks[step.name] || !scope.applies(step))
      continue;
    const parsed = readSentence(work, scope, step, sentence);
    if (parsed.kind !== "value") continue;
    mark(scope, step, parsed.value);
    found.push({ step, value: parsed.value });
  }
  if (found.length < 2) return false;
  for (const { step, value } of found) answerStep(work, form, step, value, { typed: true });
  return true;
}
