import { type Option, refused } from "../answer-types/answer-type.ts";
import { joinPicks, readPicks, saysEnough, saysOnly } from "../answer-types/choices.ts";
import type { AskStep } from "../flow/flow.ts";
import { answerStep } from "./answer-step.ts";
import { complain } from "./complain.ts";
import { bareNumber } from "./parse-for.ts";
import { picksOf, takesOut } from "./picked.ts";
import { optionsOf, special } from "./question.ts";
import type { Form } from "./session.ts";
import { pendingStep, scopeOf, type Work } from "./work.ts";

/**
 * A text to a question with several answers. A list is the whole answer, and so is "jht saja"; a single option joins what is
 * picked so far, until "selesai". Where something was tapped before, a list joins it too: nothing that was picked is lost.
 */
export function acceptPicks(work: Work, form: Form, step: AskStep, text: string): boolean {
  if (bareNumber.test(text)) return false; // the row of that number, as if it were tapped
  const options = offered(work, form, step);
  const before = picked(work, form, step);
  const out = dropping.exec(text)?.[1];
  if (out !== undefined) {
    const read = readPicks(out, options);
    if (read.kind === "picks" && read.picks.length > 0)
      return keep(
        work,
        form,
        step,
        before.filter((one) => !read.picks.includes(one)),
      );
  }
  if (saysEnough(text) && (before.length > 0 || step.min !== 0))
    return finish(work, form, step, before);
  const read = readPicks(text, options);
  if (read.kind === "refused") return false;
  const together = [...new Set([...before, ...read.picks])];
  const begun = form.picked?.[step.name] !== undefined;
  if (begun && read.picks.length === 0) return finish(work, form, step, before);
  if (begun || (read.picks.length === 1 && !saysOnly(text)))
    return keep(work, form, step, together);
  return finish(work, form, step, read.picks, true);
}

const dropping =
  /^(?:hapus|buang|batal(?:kan|in)?|jangan|tanpa|keluarkan|coret|kurangi|bukan|(?:gak|ga|nggak|tidak)\s+jadi|remove|without)\s+(.+)$/iu;

/** A tapped row adds its option, a ticked one takes it out; the same row twice changes nothing more. */
export function tapPick(work: Work, form: Form, step: AskStep, value: string): void {
  const pending = pendingStep(work);
  const isOpen = pending?.form.id === form.id && pending.step.name === step.name;
  if (value === special.done) {
    if (isOpen) finish(work, form, step, picked(work, form, step));
    return;
  }
  const before = picked(work, form, step);
  const name = takesOut(value) ?? value;
  if (!offered(work, form, step).some((option) => option.value === name)) return;
  const others = before.filter((one) => one !== name);
  keep(work, form, step, name === value ? [...others, name] : others);
  if (isOpen) return;
  form.reopened = step.name;
  work.session.asked = null;
}

const offered = (work: Work, form: Form, step: AskStep): Option[] =>
  optionsOf(work, scopeOf(work, form), step, { form: "", step: "", tries: 0 });

/** What is picked and still on offer. */
const picked = (work: Work, form: Form, step: AskStep): string[] => {
  const values = offered(work, form, step).map(({ value }) => value);
  return picksOf(form, step).filter((value) => values.includes(value));
};

/** Keeps what is picked so far, in the order of the list; the question stays open. */
function keep(work: Work, form: Form, step: AskStep, picks: readonly string[]): true {
  const { max = step.options.length } = step;
  if (picks.length > max) return refuse(work, form, step, "too_many", { max });
  const values = offered(work, form, step).map(({ value }) => value);
  const inOrder = values.filter((value) => picks.includes(value));
  form.picked = { ...form.picked, [step.name]: joinPicks(inOrder) };
  form.touchedAt = work.now.at;
  const { asked } = work.session;
  if (asked?.step === step.name) work.session.asked = { ...asked, tries: 0 };
  return true;
}

function finish(
  work: Work,
  form: Form,
  step: AskStep,
  picks: readonly string[],
  typed = false,
): true {
  const { min = 1, max = step.options.length } = step;
  if (picks.length < min) return refuse(work, form, step, "too_few", { min });
  if (picks.length > max) return refuse(work, form, step, "too_many", { max });
  answerStep(work, form, step, joinPicks(picks), { typed });
  return true;
}

function refuse(
  work: Work,
  form: Form,
  step: AskStep,
  reason: "too_few" | "too_many",
  detail: Record<string, number>,
): true {
  complain(work, scopeOf(work, form), step, refused(reason, detail));
  return true;
}
