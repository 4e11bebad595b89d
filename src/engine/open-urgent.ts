import { openFlow } from "./forms.ts";
import { findUrgent } from "./intent.ts";
import { storyIn } from "./story.ts";
import { activeForm, type Work } from "./work.ts";

/** Somebody tells of an accident or a death: that goes before every question that may take any text. */
export function openUrgent(work: Work, text: string): boolean {
  const flow = findUrgent(work, text);
  if (!flow || activeForm(work)?.flow === flow) return false;
  work.story = storyIn(text);
  openFlow(work, flow);
  const topic = work.book.flows.get(flow)?.topic;
  if (topic) work.session.topic = topic;
  return true;
}
