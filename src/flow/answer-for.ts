import type { Value } from "../answer-types/answer-type.ts";
import { missingValue } from "../locale/missing-value.ts";
import { dateInWords } from "../locale/words.ts";
import type { Book } from "./book.ts";
import type { FaqAnswer, Source } from "./faq-answer.ts";

/** What is known while a question is answered: the ISO date, and what this person told (`segmen`, answers of a form). */
export type Known = { today: string } & Readonly<Record<string, Value>>;

/** Why a topic is not answered: its time has not come, somebody should have looked at it, a figure is not known. */
export type Withheld = "no_such_topic" | "not_yet" | "overdue" | "no_figure";

/** The answer to a topic in finished words; or why there is none, with a text that points to 175. */
export type FaqReply =
  | {
      withheld: null;
      topic: string;
      title: string;
      text: string;
      buttons: { flow: string; label: string }[];
      related: { topic: string; title: string }[];
      sources: readonly Source[];
    }
  | { withheld: Withheld; topic: string; text: string; missing?: string };

/** `segmen` of somebody who has not told. */
const untold = "belum_tahu";

/** Answers a topic on a day for a person. Never throws for what an author or a rule lacks: such a topic is withheld. */
export function answerFor(book: Book, topic: string, known: Known): FaqReply {
  const texts = book.catalogues.id;
  const withhold = (withheld: Withheld, missing?: string): FaqReply => ({
    withheld,
    topic,
    text: texts.format("faq.withheld"),
    ...(missing === undefined ? {} : { missing }),
  });
  const answer = book.answers.get(topic);
  if (!answer) return withhold("no_such_topic");
  if (known.today < answer.validFrom) return withhold("not_yet");
  if (known.today > answer.reviewBy) return withhold("overdue");
  const finished = finish(book, answer, known);
  if ("missing" in finished) return withhold("no_figure", finished.missing);
  return {
    withheld: null,
    topic,
    title: answer.title,
    text: finished.text,
    buttons: buttonsOf(book, answer, known)
      .filter((flow) => book.flows.has(flow))
      .map((flow) => ({ flow, label: texts.format(`faq.buttons.${flow}`) })),
    related: answer.related.map((other) => ({
      topic: other,
      title: book.answers.get(other)?.title ?? other,
    })),
    sources: answer.sources,
  };
}

/** The flows that it leads to today. */
function buttonsOf(book: Book, { buttons }: FaqAnswer, known: Known): string[] {
  const look = lookUp(book, known);
  return buttons.flatMap((one) => {
    if (typeof one === "string") return [one];
    return look(one.when) === true ? [one.flow] : [];
  });
}

/** The text with the values of the day and its sources below; or the name of the value that is not known. */
export function finish(
  book: Book,
  answer: FaqAnswer,
  known: Known,
): { text: string } | { missing: string } {
  const look = lookUp(book, { language: "id", segmen: untold, ...known });
  const args: Record<string, Value> = {};
  for (const name of answer.names) {
    const value = look(name);
    if (value !== undefined) args[name] = value;
  }
  try {
    const body = answer.format(args).replace(/\n{3,}/g, "\n\n");
    return { text: `${body.trim()}${sourceLine(book, answer, known.today)}` };
  } catch (error) {
    const missing = missingValue(error);
    if (missing === null) throw error;
    return { missing };
  }
}

/** Sources that are sure; what is recalled or disputed the text itself says so of. */
function sourceLine(book: Book, { sources }: FaqAnswer, today: string): string {
  const sure = sources.filter(({ confidence }) => confidence in { certain: 0, verified: 0 });
  if (sure.length === 0) return "";
  const laws = sure.map(({ law }) => law).join("; ");
  return `\n\n${book.catalogues.id.format("faq.sources", { sumber: laws, tanggal: dateInWords(today, "id") })}`;
}

/** Values of the book by name, reckoned from what is known; undefined where an input is not. */
function lookUp(
  book: Book,
  known: Readonly<Record<string, Value>>,
): (name: string) => Value | undefined {
  const found = new Map<string, Value | undefined>(Object.entries(known));
  const look = (name: string): Value | undefined => {
    if (found.has(name)) return found.get(name);
    found.set(name, undefined); // a value that reads itself is not known
    const value = book.values.get(name);
    if (value === undefined) return undefined;
    const given: Record<string, Value> = {};
    for (const input of [...value.inputs, ...(value.optional ?? [])]) {
      const one = look(input);
      if (one !== undefined) given[input] = one;
    }
    const complete = value.inputs.every((input) => input in given);
    const result = complete ? value.compute(given) : undefined;
    found.set(name, result);
    return result;
  };
  return look;
}
