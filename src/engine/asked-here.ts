import { asksBack } from "../answer-types/talk.ts";
import { wordsOf } from "../answer-types/words.ts";
import type { AskStep } from "../flow/flow.ts";
import { isAfraid } from "./feelings.ts";
import { answerTopic, answerUnderstood, keepQuestion } from "./questions.ts";
import type { Form } from "./session.ts";
import { catalogueOf, type Pending, scopeOf, type Work } from "./work.ts";

/** Longer texts tell a story. */
const longest = 200;

/**
 * A question or a worry that comes where an answer was asked for which hangs on trust, such as a consent ("aman ga nih", "takut
 * bocor"). What is clearly asked is answered; what leans on the step's own topic is answered in short, the second time as a whole.
 * False for anything else.
 */
export function answerHere(work: Work, pending: Pending | null, text: string): boolean {
  if (pending?.step.kind !== "ask" || pending.step.topic === null) return false;
  if (text.length > longest) return false;
  const { topic } = pending.step;
  const alone = work.book.understand(text);
  const sure = alone.decision === "answer" ? alone.topics : [];
  const near = [topic, ...(work.book.answers.get(topic)?.related ?? [])];
  const asks = asksHere(text);
  if (!asks && !sure.some((one) => near.includes(one))) return false;
  work.question = work.book.anonymous(text);
  if (sure.length > 0 && !sure.includes(topic)) answerUnderstood(work, alone, true);
  else if (sure.length > 0 || leansOn(work, topic, text))
    tellTopic(work, pending.form, pending.step, topic);
  else return false;
  return true;
}

/** Where a yes or a no was asked for and it is neither, a denial behind other words asks: "datanya dijual ga nanti". */
function asksHere(text: string): boolean {
  const words = wordsOf(text);
  return (
    asksBack(text, words) ||
    words.slice(1).some((word) => askingLate.has(word)) ||
    words[0] === "memang" ||
    isAfraid(text)
  );
}
const askingLate = new Set(["tidak", "bukan", "apa", "kan", "kah"]);

/** Whether what was asked is about this topic as far as can be told where nothing else was spoken of. */
function leansOn({ book }: Work, topic: string, text: string): boolean {
  const { decision, topics, kind } = book.understand(text, topic);
  if (decision === "none") return kind !== undefined && courtesies.has(kind);
  return topics[0] === topic;
}

/** A question is neither thanks nor a greeting: what looks so holds a word that nobody knows ("nanti disalahgunakan ga"). */
const courtesies = new Set(["terima-kasih", "sapaan"]);

function tellTopic(work: Work, form: Form, step: AskStep, topic: string): void {
  const key = `${step.texts}.what`;
  if (work.session.topic === topic || !catalogueOf(work).has(key)) {
    answerTopic(work, topic, true);
    return;
  }
  work.notes.push({ text: scopeOf(work, form).text(key, {}, step), key });
  work.session.topic = topic;
  keepQuestion(work, topic);
}
