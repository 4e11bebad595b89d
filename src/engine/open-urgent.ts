import { findUrgent } from "./find-urgent.ts";
import { openFlow } from "./forms.ts";
import { storyIn } from "./story.ts";
import { offerPerson } from "./tell-beside.ts";
import { activeForm, type Work } from "./work.ts";

/** Somebody tells of an accident or a death: that goes before every question that may take any text. */
export function openUrgent(work: Work, text: string): boolean {
  const flow = findUrgent(work, text);
  if (!flow || isUnderWay(work, flow)) return false;
  work.story = storyIn(text);
  const topic = work.book.flows.get(flow)?.topic;
  if (topic) offerPerson(work);
  openFlow(work, flow);
  if (topic) work.session.topic = topic;
  return true;
}

/** Whether it is told already, or what it goes on to is being filled in. */
function isUnderWay(work: Work, flow: string): boolean {
  const active = activeForm(work)?.flow;
  if (active === undefined) return false;
  const steps = work.book.flows.get(flow)?.steps ?? [];
  return active === flow || steps.some((step) => step.kind === "go" && step.flow === active);
}
