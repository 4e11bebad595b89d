import { isRemark } from "../answer-types/no-answer.ts";
import { asksDifference, asksWhatIs, isExcuse, isWeary } from "../answer-types/small-talk.ts";
import { home, recall } from "./forms.ts";
import {
  catalogueOf,
  flowOf,
  note,
  type Pending,
  questionsLeft,
  scopeOf,
  type Work,
} from "./work.ts";

/** Longer texts tell more. */
const longest = 80;

/**
 * What is said beside the open question and is no answer to it: that it is tiresome, an excuse for being late, or what the thing
 * asked for is. The question comes again, and no try is counted. False for anything else.
 */
export function hearSmallTalk(work: Work, pending: Pending | null, text: string): boolean {
  if (!pending || pending.form.flow === home || text.length > longest) return false;
  return (
    hearWeariness(work, pending, text) ||
    hearExcuse(work, pending, text) ||
    explain(work, pending, text)
  );
}

/** A kind word, how much is left, and the ways out. */
function hearWeariness(work: Work, { form }: Pending, text: string): boolean {
  if (!isWeary(text)) return false;
  const left = questionsLeft(scopeOf(work, form));
  note(work, flowOf(work, form).draft ? "engine.weary" : "engine.weary_here", { left });
  return true;
}

/** Nobody is late here; where the form stands is told. After a sum a remark ("gila mahal bgt", "oh gitu") needs no other answer. */
function hearExcuse(work: Work, { form }: Pending, text: string): boolean {
  const { draft, steps } = flowOf(work, form);
  const reckons = steps.some((step) => step.kind === "ask" && step.reads);
  if (!isExcuse(text) && !(reckons && isRemark(text))) return false;
  note(work, "engine.no_hurry");
  if (draft) recall(work, form);
  return true;
}

/** "NIK itu apa", "nik nya yang mana", of choices also "bedanya apa": what is said of it. */
function explain(work: Work, { form, step }: Pending, text: string): boolean {
  const catalogue = catalogueOf(work);
  const key = `${step.texts}.what`;
  if (step.kind !== "ask" || !catalogue.has(key)) return false;
  const names = catalogue.words(`${step.texts}.names`);
  const differs = step.type.name === "choice" && asksDifference(text);
  if (!differs && !asksWhatIs(text, names)) return false;
  work.complaint = { text: scopeOf(work, form).text(key, {}, step), key };
  return true;
}
