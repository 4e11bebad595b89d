import { asksBack } from "../answer-types/talk.ts";
import { wordsOf } from "../answer-types/words.ts";
import type { Understanding } from "../flow/book.ts";
import type { AskStep } from "../flow/flow.ts";
import { isAfraid } from "./feelings.ts";
import { flowIndexOf } from "./flow-index.ts";
import { blankForm } from "./forms.ts";
import { findIntent } from "./intent.ts";
import { answerTopic, answerUnderstood, greet, offerUnderstood } from "./questions.ts";
import { catalogueOf, scopeOf, type Work } from "./work.ts";

/**
 * What a sentence asks that also names a flow. "gimana cara daftar?" is answered, and the flow is a button below: true, and nothing
 * is to open. "mau daftar, datanya aman?" is answered too, but the flow begins: false, as where nothing is asked.
 */
export function answerBeside(work: Work, intent: string, sentence: string): boolean {
  const whole = work.book.understand(sentence);
  const beside = besideRequest(work, sentence, whole);
  if (beside !== undefined) {
    tellInShort(work, beside);
    return false;
  }
  // answers are in Indonesian alone: who writes English goes on to the form, which is not
  if (work.session.language !== "id" || !asksHow(sentence) || whole.decision === "none")
    return false;
  work.question = work.book.anonymous(sentence);
  if (whole.decision === "answer") answerUnderstood(work, whole, false);
  else offerBoth(work, intent, whole);
  return true;
}

/** The two likeliest topics, the flow that was named, and a person. */
function offerBoth(work: Work, intent: string, whole: Understanding): void {
  offerUnderstood(work, { ...whole, topics: whole.topics.slice(0, 2) });
  const key = `faq.buttons.${intent}`;
  if (catalogueOf(work).has(key)) work.offers.splice(-1, 0, { id: `go.${intent}`, key });
}

/** The topic that another part of the sentence asks about than the one with the request; it counts where the whole is about it too, or about trust. */
function besideRequest(work: Work, sentence: string, whole: Understanding): string | undefined {
  for (const clause of clausesOf(sentence)) {
    const asks = asksBack(clause, wordsOf(clause)) || isAfraid(clause);
    if (!asks || findIntent(work, clause, true) !== undefined) continue;
    const { decision, topics } = work.book.understand(clause);
    const [topic] = decision === "answer" ? topics : [];
    if (topic === undefined) continue;
    if (topic === whole.topics[0] || isOfTrust(work, topic)) return topic;
  }
  return undefined;
}

/** Whether a question asked later on has this topic, or one next to it. */
const isOfTrust = ({ book }: Work, topic: string): boolean =>
  flowIndexOf(book).trusted.some(
    ({ step }) =>
      step.topic === topic || book.answers.get(step.topic ?? "")?.related.includes(topic),
  );

/** Parts of a sentence, each with the mark that ends it. */
const clausesOf = (sentence: string): string[] =>
  sentence
    .split(/(?<=[,.;!?\n])|\b(?=(?:tapi|tp|tetapi|but)\b)/i)
    .filter((part) => /\w/.test(part));

const how = new Set(
  "cara syarat syaratnya persyaratan persyaratannya prosedur prosedurnya bagaimana mana dimana apa kapan kenapa mengapa berapa how what where when why".split(
    " ",
  ),
);

/** Whether a sentence asks how something is done or what it takes, and not only whether it may be ("mau daftar, bisa?"). */
const asksHow = (sentence: string): boolean => wordsOf(sentence).some((word) => how.has(word));

/** In the short words of a question that has this topic, such as a consent; else the answer as it is. */
function tellInShort(work: Work, topic: string): void {
  const what = ({ texts }: AskStep) => `${texts}.what`;
  const found = flowIndexOf(work.book).trusted.find(
    ({ step }) => step.topic === topic && catalogueOf(work).has(what(step)),
  );
  if (!found) {
    answerTopic(work, topic, true);
    return;
  }
  greet(work);
  const key = what(found.step);
  work.notes.push({ text: scopeOf(work, blankForm(work, found.flow)).text(key), key });
}
