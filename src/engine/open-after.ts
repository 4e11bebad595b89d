import { standardSentence } from "../answer-types/standard-sentence.ts";
import { asksBack } from "../answer-types/talk.ts";
import { wordsOf } from "../answer-types/words.ts";
import type { Flow } from "../flow/flow.ts";
import { isAfraid } from "./feelings.ts";
import { findUrgent } from "./find-urgent.ts";
import { flowIndexOf } from "./flow-index.ts";
import { home, openFlow } from "./forms.ts";
import { offerPerson, tellBeside } from "./tell-beside.ts";
import { activeForm, flowOf, pendingStep, type Work } from "./work.ts";

/** Longer texts tell a story. */
const longest = 200;

/**
 * What changes the answer to something that weighs on people, told with it or right after it: "suami meninggal, belum pernah ikut
 * bpjs", or only "dia blm daftar". After a death who speaks only of themselves speaks of something else. False where nothing is so.
 */
export function openAfter(work: Work, text: string): boolean {
  const { after } = flowIndexOf(work.book);
  if (after.length === 0 || text.length > longest || tellsHere(work, text)) return false;
  const said = standardSentence(text);
  const flow = after.find((one) => isSaid(one, said) && follows(work, one, text, said));
  if (!flow) return false;
  const active = activeForm(work);
  offerPerson(work);
  if (active && active.flow !== home) tellBeside(work, flow);
  else openFlow(work, flow.name);
  if (flow.topic) work.session.topic = flow.topic;
  return true;
}

/** Where any text is asked for, it is the answer unless it asks something or is all fear. */
function tellsHere(work: Work, text: string): boolean {
  const step = pendingStep(work)?.step;
  const open = step?.kind === "ask" && !step.type.strict;
  return open && !asksBack(text, wordsOf(text)) && !isAfraid(text);
}

function isSaid({ says, unless }: Flow, said: string): boolean {
  const holds = (words: readonly string[]) => words.some((one) => said.includes(` ${one} `));
  return says.every(holds) && !holds(unless);
}

function follows(work: Work, { after }: Flow, text: string, said: string): boolean {
  const isAfter = (topic: string | null | undefined) => !!topic && after.includes(topic);
  const { urgent } = flowIndexOf(work.book);
  const told = findUrgent(work, text, true);
  if (isAfter(urgent.find(({ name }) => name === told)?.topic)) return true;
  if (urgent.some(({ topic }) => isAfter(topic)))
    return isAfter(work.session.topic) && !isOfThemselves(said);
  const active = activeForm(work);
  return (
    isAfter(work.session.topic) ||
    isAfter(active && flowOf(work, active).topic) ||
    isAfter(work.book.understand(text).topics[0])
  );
}

const isOfThemselves = (said: string): boolean =>
  said.startsWith(" saya ") && !ofAnother.test(said);

/** Somebody else is spoken of, be it as the one of whom somebody knows nothing: "saya gak tau dia ikut apa nggak". */
const ofAnother =
  / (?:dia|ia|beliau|almarhum|almarhumah|suami|istri|bapak|ayah|ibu|mama|anak|[a-z]{3,}ku|he|she|him|her) /;
