import type { Parsed } from "../answer-types/answer-type.ts";
import { beginsWithSkip, isSkip, saysNoMore } from "../answer-types/skip-words.ts";
import type { AskStep } from "../flow/flow.ts";
import { programFlows } from "../flow/program-flows.ts";
import { answerStep } from "./answer-step.ts";
import { openFlow } from "./forms.ts";
import { isSame, parseFor, parseYesNo } from "./parse-for.ts";
import { acceptPicks } from "./picks.ts";
import { special } from "./question.ts";
import { isRead } from "./read-first.ts";
import { acceptReview } from "./review.ts";
import type { Scope } from "./scope.ts";
import type { Form } from "./session.ts";
import { type Pending, scopeOf, type Work } from "./work.ts";

/** Takes a text as the answer to the open question, if it is one. */
export function acceptText(work: Work, pending: Pending, text: string): boolean {
  const { form, step } = pending;
  if (step.kind === "review") return acceptReview(work, form, step, text);
  if (step.type.name === "choices") return acceptPicks(work, form, step, text);
  const scope = scopeOf(work, form);
  const { asked } = work.session;
  const parsed = parseFor(work, scope, step, text);
  // "tidak" answers a yes-no, and passes over every other question that may be passed over
  const skips = step.optional && passesOver(scope, step, parsed, text);
  const answers = parsed.kind === "value" && (!skips || step.type.name === "yes-no");
  if (step.type.strict && answers) return settle(work, form, step, parsed, true);
  if (asked?.proposal !== undefined && acceptProposal(work, form, step, text)) return true;
  if (asked?.narrow === "confirm" && confirmNarrow(work, form, step, text)) return true;
  if (skips) {
    answerStep(work, form, step, "", {});
    return true;
  }
  return settle(work, form, step, parsed, true);
}

/**
 * "lewati"; before what a strict type reads also "ga ada, ngojek doang"; and the trade that was told already, where there is nothing
 * but that.
 */
function passesOver(scope: Scope, step: AskStep, parsed: Parsed, text: string): boolean {
  if (isSkip(text) || (step.type.strict && beginsWithSkip(text))) return true;
  if (parsed.kind !== "value" || step.type.name !== "occupation" || !saysNoMore(text)) return false;
  return scope.flow.steps.some(
    (other) =>
      other.kind === "ask" &&
      other.name !== step.name &&
      other.type === step.type &&
      scope.get(other.name) === parsed.value,
  );
}

/** "ya" or "masih sama" takes what was proposed, "bukan, Cikarang" the other, "bukan" asks plainly. */
function acceptProposal(work: Work, form: Form, step: AskStep, text: string): boolean {
  const { asked } = work.session;
  const yes = isSame(text) || parseYesNo(work, text);
  if (yes === undefined || asked?.proposal === undefined) return false;
  if (yes) {
    answerStep(work, form, step, asked.proposal, {});
    return true;
  }
  const instead = notBut.exec(text)?.[1];
  const scope = scopeOf(work, form);
  if (instead && settle(work, form, step, parseFor(work, scope, step, instead), true)) return true;
  declineProposal(work, form, step);
  return true;
}

/** "bukan, Cikarang": what stands behind the comma is meant instead. */
const notBut = /^(?:bukan|bkn|jangan|no|not)\b[^,]*,\s*(\S.*)$/iu;

/** "Maksudnya Depok, Kabupaten Sleman?": yes takes it, no asks plainly. */
function confirmNarrow(work: Work, form: Form, step: AskStep, text: string): boolean {
  const yes = parseYesNo(work, text);
  const [option] = work.session.asked?.options ?? [];
  if (yes === undefined || !option) return false;
  if (!yes) declineProposal(work, form, step);
  else settle(work, form, step, parseFor(work, scopeOf(work, form), step, option.value), true);
  return true;
}

/** "tidak" to a proposal: the question is asked plainly. */
function declineProposal(work: Work, form: Form, step: AskStep): void {
  delete form.earlier[step.name];
  work.session.asked = { form: form.id, step: step.name, tries: 0 };
}

/** Stores a parsed value or goes one level deeper; false when it was refused. */
export function settle(
  work: Work,
  form: Form,
  step: AskStep,
  parsed: Parsed,
  typed: boolean,
): boolean {
  if (parsed.kind === "refused") return false;
  if (parsed.kind === "value") {
    if (parsed.value === true && !isRead(work, form, step))
      work.session.asked = { form: form.id, step: step.name, tries: 0 };
    else answerStep(work, form, step, parsed.value, { typed });
    return true;
  }
  const single = parsed.ask === "which" && parsed.options.length === 1;
  work.session.asked = {
    form: form.id,
    step: step.name,
    tries: 0,
    narrow: single ? "confirm" : parsed.ask,
    within: parsed.within,
    settled: parsed.settled,
    ...(parsed.options.length > 0 ? { options: parsed.options } : {}),
  };
  return true;
}

/** A choice of the engine's own beside a step's options; false when it is none. */
export function takeSpecial(work: Work, form: Form, step: AskStep, value: string): boolean {
  if (value === special.same) {
    const proposal = work.session.asked?.proposal ?? form.marks[step.name]?.v;
    if (proposal !== undefined) answerStep(work, form, step, proposal, {});
    return true;
  }
  if (value === special.skip && step.optional) {
    answerStep(work, form, step, "", {});
    return true;
  }
  if (value === special.officer) {
    openFlow(work, programFlows.OFFICER);
    return true;
  }
  return false;
}
