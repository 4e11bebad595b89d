import { standardSentence } from "../answer-types/standard-sentence.ts";
import type { Flow } from "../flow/flow.ts";
import { flowIndexOf } from "./flow-index.ts";
import { openFlow } from "./forms.ts";
import { findUrgent } from "./intent.ts";
import type { Work } from "./work.ts";

/** Longer texts tell a story. */
const longest = 200;

/**
 * What changes the answer to something grave, told with it or right after it: "suami meninggal, belum pernah ikut bpjs", or only
 * "dia blm daftar". Who speaks of themselves speaks of something else. False where nothing is so.
 */
export function openAfter(work: Work, text: string): boolean {
  const { after } = flowIndexOf(work.book);
  if (after.length === 0 || text.length > longest) return false;
  const said = standardSentence(text);
  const flow = after.find((one) => isSaid(one, said) && follows(work, one, text, said));
  if (!flow) return false;
  openFlow(work, flow.name);
  if (flow.topic) work.session.topic = flow.topic;
  return true;
}

function isSaid({ says, unless }: Flow, said: string): boolean {
  const holds = (words: readonly string[]) => words.some((one) => said.includes(` ${one} `));
  return says.every(holds) && !holds(unless);
}

function follows(work: Work, { after }: Flow, text: string, said: string): boolean {
  const urgent = findUrgent(work, text, true);
  const told = urgent && work.book.flows.get(urgent)?.topic;
  const before = said.startsWith(" saya ") ? undefined : work.session.topic;
  return [told, before].some((topic) => topic && after.includes(topic));
}
