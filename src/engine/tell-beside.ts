import type { Flow } from "../flow/flow.ts";
import { blankForm, home } from "./forms.ts";
import { activeForm, scopeOf, type Work } from "./work.ts";

/** A person and the menu below what weighs on people, where nothing is being filled in. */
export function offerPerson(work: Work): void {
  const active = activeForm(work);
  if (active && active.flow !== home) return;
  work.offers.push({ id: "cmd.OFFICER", key: "engine.officer" });
  work.offers.push({ id: "cmd.MENU", key: "engine.menu" });
}

/** Tells what another flow tells first; the form under way stays as it is, and its question comes again. */
export function tellBeside(work: Work, flow: Flow): void {
  const scope = scopeOf(work, blankForm(work, flow.name));
  for (const step of flow.steps) {
    if ((step.kind !== "say" && step.kind !== "end") || !scope.applies(step)) continue;
    work.walked.push({ flow: flow.name, step: step.name });
    work.notes.push({ text: scope.text(step.texts), key: step.texts });
  }
}
