import type { AskStep } from "../flow/flow.ts";
import { settle, takeSpecial } from "./answer.ts";
import { takeOffered } from "./answer-first.ts";
import { isCommand, obey, restart } from "./commands.ts";
import { drop, keep, tapDraft } from "./drafts.ts";
import { bring, home, openFlow } from "./forms.ts";
import { parseFor } from "./parse-for.ts";
import { tapPick } from "./picks.ts";
import { special } from "./question.ts";
import { answerTopic } from "./questions.ts";
import { confirmReview } from "./review.ts";
import type { Form } from "./session.ts";
import { flowOf, note, scopeOf, type Work } from "./work.ts";

/** A tapped choice: one that stands open is taken; an old one opens its step again and is taken there. */
export function tap(work: Work, id: string): void {
  const [prefix = "", name = "", ...rest] = id.split(".");
  const open = takeOwnQuestions(work);
  if (prefix === "cmd" && tapCommand(work, name, open)) return;
  if (tapBelowAnswer(work, prefix, name, rest)) return;
  const form = work.session.forms.find((other) => other.id.slice(0, 6) === prefix);
  const step = form && flowOf(work, form).byName.get(name);
  if (form && !form.waiting && step?.kind === "ask" && scopeOf(work, form).applies(step))
    tapAnswer(work, form, step, rest.join("."));
  else if (form && !form.waiting && step?.kind === "review") {
    bring(work, form);
    confirmReview(work, form, step, rest[0] !== special.edit);
  } else {
    note(work, "engine.old_choice");
    if (work.session.stack.length === 0) openFlow(work, home);
  }
}

/** Questions of the engine's own that stood open; whatever is tapped, they do no more. */
type Open = { restarting: boolean; dropping: string | undefined };
function takeOwnQuestions({ session }: Work): Open {
  const { restarting = false, dropping } = session;
  delete session.restarting;
  delete session.dropping;
  delete session.resuming;
  return { restarting, dropping };
}

/** A command, or yes or no to starting over or to throwing a draft away where that was asked. */
function tapCommand(work: Work, name: string, { restarting, dropping }: Open): boolean {
  if (restarting && name === "RESTART_YES") restart(work);
  else if (dropping && name === "DROP_YES") drop(work, dropping);
  else if (dropping && name === "DROP_NO") keep(work);
  else if (isCommand(name)) obey(work, name);
  else return restarting && name === "RESTART_NO";
  return true;
}

/** What stands below an answer of the FAQ: another topic, or a flow that it leads to. */
function tapBelowAnswer(
  work: Work,
  prefix: string,
  name: string,
  [step = "", ...value]: readonly string[],
): boolean {
  if (prefix === "faq") answerTopic(work, name, false, step);
  else if (prefix === "draft") return tapDraft(work, name);
  else if (prefix === "go" && work.book.flows.has(name)) {
    openFlow(work, name);
    takeOffered(work, step, value.join("."));
  } else return false;
  return true;
}

function tapAnswer(work: Work, form: Form, step: AskStep, value: string): void {
  const { asked } = work.session;
  if (asked?.form !== form.id || asked.step !== step.name) {
    bring(work, form);
    work.session.asked = null;
  }
  if (step.type.name === "choices" && value !== special.officer) {
    tapPick(work, form, step, value);
    return;
  }
  if (takeSpecial(work, form, step, value)) return;
  const offered =
    step.type.name === "choice" && step.options.some((option) => option.value === value);
  const parsed = offered
    ? ({ kind: "value", value } as const)
    : parseFor(work, scopeOf(work, form), step, value);
  if (settle(work, form, step, parsed, false)) return;
  form.reopened = step.name;
  work.session.asked = null;
}
