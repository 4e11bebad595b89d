import type { AskStep } from "../flow/flow.ts";
import { amend } from "./correct.ts";
import { parseFor } from "./parse-for.ts";
import type { Form } from "./session.ts";
import { activeForm, flowOf, scopeOf, type Work } from "./work.ts";

const negated = /^(?:eh[\s,]+)?(?:bukan|bkn|bukannya|not)\s+(\S.*)$/iu;
/** What stands between the old and the new: a comma and a space (not the comma of a figure), or a word. */
const between =
  /,\s+(?:tapi\s+|tp\s+|melainkan\s+)?|\s+(?:tapi|tp|melainkan|harusnya|yang benar|but)\s+/iu;

/** "bukan 2 juta, 1,5 juta": the answer that says the first becomes the second; of several the one given last. */
export function amendNotBut(work: Work, text: string): boolean {
  const said = negated.exec(text)?.[1];
  const form = activeForm(work);
  if (!said || said.length > longest || !form || !flowOf(work, form).draft) return false;
  const [before, after, ...rest] = said.split(between);
  if (!before || !after || rest.length > 0) return false;
  const step = answeredWith(work, form, before);
  return step !== undefined && amend(work, form, step, after);
}

const longest = 120;

function answeredWith(work: Work, form: Form, text: string): AskStep | undefined {
  const scope = scopeOf(work, form);
  return scope.flow.steps.findLast((step): step is AskStep => {
    const mark = form.marks[step.name];
    if (step.kind !== "ask" || mark === undefined || !scope.applies(step)) return false;
    const parsed = parseFor(work, scope, step, text);
    return parsed.kind === "value" && parsed.value === mark.v;
  });
}
