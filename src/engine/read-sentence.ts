import type { Parsed } from "../answer-types/answer-type.ts";
import { foundIn } from "../answer-types/found-in.ts";
import { standardSentence } from "../answer-types/standard-sentence.ts";
import type { AskStep } from "../flow/flow.ts";
import { flowIndexOf } from "./flow-index.ts";
import { optionsOf } from "./question.ts";
import type { Scope } from "./scope.ts";
import { catalogueOf, type Work } from "./work.ts";

/** A step's answer within a sentence that asks something: "iuran saya berapa kalau penghasilan 2,5jt". */
export function readSentence(work: Work, scope: Scope, step: AskStep, sentence: string): Parsed {
  const options = optionsOf(work, scope, step, { form: "", step: "", tries: 0 });
  return foundIn(step.type, sentence, {
    today: work.now.today,
    regions: work.book.regions,
    options,
    names: catalogueOf(work).words(`${step.texts}.names`),
    ...(step.min === undefined ? {} : { min: step.min }),
    ...(step.max === undefined ? {} : { max: step.max }),
  });
}

/** The urgent flow that a sentence tells of as a fact, though it asks: "bapak meninggal kemarin, dapat berapa". */
export function tellsOf(work: Work, sentence: string): string | undefined {
  const said = standardSentence(sentence);
  const holds = (words: readonly string[]) => words.some((one) => said.includes(` ${one} `));
  return flowIndexOf(work.book).urgent.find(
    ({ intents, told, supposed }) => holds(intents) && holds(told) && !holds(supposed),
  )?.name;
}
