import { isDislike } from "./dislike.ts";
import type { Gap, Message } from "./event.ts";
import { limits } from "./limits.ts";
import { pickOffered } from "./offered.ts";
import { activeForm, flowOf, note, pendingStep, type Work } from "./work.ts";

/** Notes a question that stays without the right answer, with nothing that names a person; at most some a day for a contact. */
export function noteGap(
  work: Work,
  why: Gap["why"],
  question: string,
  topics: readonly string[],
): void {
  const { session, now } = work;
  if (question === "") return;
  const { on, count } = session.gaps ?? { on: "", count: 0 };
  const today = on === now.today ? count : 0;
  if (today >= limits.gapsADay) return;
  session.gaps = { on: now.today, count: today + 1 };
  work.gaps.push({ why, question, topics });
}

/**
 * What this message says of the answer before it: none of the topics offered was wanted, or the answer was not what was asked. True
 * when it says nothing else.
 */
export function hearOfAnswer(work: Work, message: Message): boolean {
  const { answered } = work.session;
  if (!answered || message.notice) return false;
  const { question, topics } = answered;
  delete work.session.answered;
  work.told = answered.offered ? [] : topics;
  const text = message.text ?? "";
  const choice = message.choice ?? pickOffered(work, text);
  const [prefix, topic] = choice?.split(".") ?? [];
  if (answered.offered && prefix === "faq" && topics.some((one) => one === topic)) {
    work.question = question;
    return false;
  }
  const asked = pendingStep(work) !== null;
  const disliked = choice === undefined && isDislike(text, asked);
  if (answered.offered) noteGap(work, "unchosen", question, topics);
  else if (disliked) noteGap(work, "disliked", question, topics);
  if (disliked) apologise(work, answered.offered ? [] : topics);
  return disliked;
}

/** Asks for other words, and offers what is near to these topics, and a person. */
function apologise(work: Work, topics: readonly string[]): void {
  delete work.session.topic;
  note(work, "engine.disliked");
  const form = activeForm(work);
  if (form && flowOf(work, form).draft) return;
  const related = topics.flatMap((topic) => work.book.answers.get(topic)?.related ?? []);
  for (const topic of related.filter((one) => !topics.includes(one)).slice(0, 2)) {
    const title = work.book.answers.get(topic)?.title;
    if (title) work.offers.push({ id: `faq.${topic}`, label: title });
  }
  work.offers.push({ id: "cmd.OFFICER", key: "engine.officer" });
}
