import { textsOf } from "../flow/every-step.ts";
import type { DoStep } from "../flow/flow.ts";
import type { Effect } from "./event.ts";
import type { Scope } from "./scope.ts";
import { note, type Work } from "./work.ts";

/** Has a step's effect done, and waits for its result. */
export function perform(work: Work, scope: Scope, step: DoStep): void {
  const { form, flow } = scope;
  work.session.asked = null;
  if (form.waiting === step.name) {
    note(work, "engine.still_working");
    return;
  }
  const payload: Effect["payload"] = {};
  for (const [field, source] of Object.entries(step.with)) {
    const value = source.startsWith("text:")
      ? scope.text(textsOf(flow, source.slice(5)))
      : scope.get(source);
    if (value !== undefined) payload[field] = value;
  }
  form.waiting = step.name;
  const key = `${form.id}.${step.name}.${form.revision}`;
  if (step.slow) performAside(work, scope, step, `${key}.${work.seed}`, payload);
  else work.effects.push({ kind: step.effect, key, payload });
}

/** The person hears what is under way and may go on chatting. What is read anew (another file) is another effect. */
function performAside(
  work: Work,
  scope: Scope,
  step: DoStep,
  key: string,
  payload: Effect["payload"],
): void {
  scope.form.waitingFor = key;
  work.notes.push({ text: scope.text(step.texts), key: step.texts });
  work.effects.push({ kind: step.effect, key, payload, slow: true });
}
