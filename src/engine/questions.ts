import { asksBack } from "../answer-types/talk.ts";
import { wordsOf } from "../answer-types/words.ts";
import { answerFor, type Known } from "../flow/answer-for.ts";
import type { Understanding } from "../flow/book.ts";
import { instantInIso } from "../lib/dates.ts";
import { home, latestDraft, underWay } from "./forms.ts";
import { noteGap } from "./gaps.ts";
import { isCalculator } from "./is-calculator.ts";
import type { Form } from "./session.ts";
import { activeForm, catalogueOf, flowOf, note, removeForm, type Work } from "./work.ts";

/** Longer texts are no question. */
const longest = 1200;

/** Answers of a form that an answer may go by; nothing that names a person. */
const told = ["pekerjaan", "angkutan", "antar_angkut", "penghasilan"];

/**
 * Answers a question about work social security. Within a form only what is asked as a question and is understood for
 * certain; elsewhere also what may be meant is offered, and what nobody can answer here gets a fitting word. False where
 * nothing was said.
 */
export function answerQuestion(work: Work, text: string): boolean {
  if (text.length > longest) return false;
  const active = activeForm(work);
  const within = active !== undefined && active.flow !== home;
  if (within && !asksBack(text, wordsOf(text)) && !text.includes("?")) return false;
  const understood = understoodAnew(work, text, within);
  work.question = work.book.anonymous(text);
  if (understood === "told") return sayTold(work, within);
  if (understood.decision === "answer") {
    answerUnderstood(work, understood, within && flowOf(work, active).draft);
    return true;
  }
  if (within && !mayLeave(work, active, understood)) return false;
  return understood.decision === "choose"
    ? offerUnderstood(work, understood)
    : turnAway(work, understood, text);
}

/** What leans on the answer right above and would only bring it again counts by itself; `told` where it then answers nothing. */
function understoodAnew(work: Work, text: string, within: boolean): Understanding | "told" {
  const understood = work.book.understand(text, work.session.topic);
  const [first, ...others] = understood.decision === "answer" ? understood.topics : [];
  if (first === undefined || !work.told.includes(first) || others.length > 0) return understood;
  const alone = work.book.understand(text);
  return alone.decision === "none" || (within && alone.decision === "choose") ? "told" : alone;
}

/** Nobody is told the same answer twice running: there are other topics and a person. */
function sayTold(work: Work, within: boolean): true {
  const { topic = "" } = work.session;
  note(work, "engine.told_above");
  noteGap(work, "unanswered", work.question ?? "", [topic]);
  if (within) return true;
  const reply = answerFor(work.book, topic, known(work));
  for (const other of reply.withheld ? [] : reply.related.slice(0, 2))
    work.offers.push({ id: `faq.${other.topic}`, label: other.title });
  work.offers.push({ id: "cmd.OFFICER", key: "engine.officer" });
  return true;
}

/** A calculator is left for what may be meant; a form is not. */
const mayLeave = (work: Work, form: Form, { decision }: Understanding): boolean =>
  decision === "choose" && isCalculator(flowOf(work, form));

/** Says what fits a message that asks nothing of Payung's; what may be misread is noted. */
function turnAway(work: Work, understood: Understanding, text: string): boolean {
  const said = sayKind(work, understood);
  const { question } = work;
  const missed = !said || (outside.has(understood.kind ?? "") && asksBack(text, wordsOf(text)));
  if (missed) noteGap(work, "unanswered", question ?? "", []);
  work.session.answered = { question: missed ? "" : (question ?? ""), topics: [] };
  return said;
}

/** Kinds of questions that are turned away as none of Payung's; some may be misread. */
const outside: ReadonlySet<string> = new Set(["obrolan", "skema-lain"]);

/** Tells what was understood for certain; `within` a form nothing is offered below it. */
export function answerUnderstood(work: Work, { topics }: Understanding, within: boolean): void {
  for (const topic of topics) answerTopic(work, topic, within);
}

/** Tells the answer to a topic, with what one may do about it; `segmen`: for whom, where the button says so. */
export function answerTopic(work: Work, topic: string, within = false, segmen = ""): void {
  const reply = answerFor(work.book, topic, { ...known(work), ...(segmen ? { segmen } : {}) });
  greet(work);
  makeRoom(work);
  work.notes.push({ text: reply.text, key: `faq.${topic}` });
  work.session.topic = topic;
  if (reply.withheld) return;
  keepQuestion(work, topic);
  if (within) return;
  const { buttons, related } = reply;
  for (const { flow, label } of buttons) work.offers.push({ id: `go.${flow}`, label });
  for (const other of related.slice(0, Math.max(0, 3 - buttons.length)))
    work.offers.push({ id: `faq.${other.topic}`, label: other.title });
}

/** What was asked, should the next message say that this was not the answer. */
export function keepQuestion({ session, question }: Work, topic: string): void {
  if (!question) return;
  session.answered = { question, topics: [...(session.answered?.topics ?? []), topic] };
}

/** "Maksudnya yang mana?" with up to three topics. */
export function offerUnderstood(work: Work, { topics }: Understanding): true {
  greet(work);
  makeRoom(work);
  note(work, "engine.which_topic");
  const offered = topics.slice(0, 3);
  if (work.question)
    work.session.answered = { question: work.question, topics: offered, offered: true };
  for (const topic of offered) {
    const title = work.book.answers.get(topic)?.title;
    if (title) work.offers.push({ id: `faq.${topic}`, label: title });
  }
  work.offers.push({ id: "cmd.OFFICER", key: "engine.officer" });
  return true;
}

/** What is certainly no question for Payung gets a fitting word; the rest is left to the menu. */
function sayKind(work: Work, { kind }: Understanding): boolean {
  const key = `engine.none.${kind?.replaceAll("-", "_")}`;
  if (kind === undefined || !catalogueOf(work).has(key)) return false;
  greet(work);
  makeRoom(work);
  note(work, key);
  return true;
}

/** A stranger hears first who this is. */
export function greet(work: Work): void {
  if (!work.stranger) return;
  work.stranger = false;
  note(work, "engine.first_words");
}

/** Neither the menu nor a calculator's question need stand below an answer; what awaits a result stays. */
function makeRoom(work: Work): void {
  const form = activeForm(work);
  if (!form || form.waiting || (form.flow !== home && !isCalculator(flowOf(work, form)))) return;
  removeForm(work.session, form.id);
  work.session.asked = null;
}

function known(work: Work): Known {
  const latest = underWay(work) ?? latestDraft(work);
  // of several people only the one whose form is under way is spoken of
  const draft = latest?.whose && latest !== underWay(work) ? undefined : latest;
  const answers = told.flatMap((name) => {
    const value = draft?.marks[name]?.v;
    return value === undefined || value === "" ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(answers),
    ...(draft?.flow === "daftar_mandiri" ? { segmen: "mandiri" } : {}),
    now: instantInIso(work.now.at),
    today: work.now.today,
  };
}
