import type { Value } from "../../answer-types/answer-type.ts";
import type { Problem } from "../../lib/problem.ts";
import type { Catalogue } from "../../locale/catalogue.ts";
import type { Book } from "../book.ts";
import type { AskStep, Flow, Step } from "../flow.ts";
import { showAnswer } from "../show-answer.ts";
import { channelLimits } from "./channel-limits.ts";
import { lengthOf, tappables } from "./choices.ts";
import { atText } from "./place.ts";
import { withItems } from "./with-items.ts";
import { answersTo, highestScore, type World } from "./worlds.ts";

/** Characters of a message on a small phone. */
const most = 900;

/** Arguments that hold a copy of somebody's data: as long as that is, and cut by the program. */
const copies = new Set(["answers", "rincian", "percakapan", "draft_summary", "masalah"]);

/** Texts that are too long on an ISO date once the longest of what they may name stands in them. */
export const problemsInLengths = (book: Book, on: string): Problem[] =>
  Object.values(book.catalogues).flatMap((catalogue) =>
    [...book.flows.values()].flatMap((one) => {
      const { book: among, flow, worded } = withItems(book, one);
      const place: Place = { book: among, catalogue, flow, today: on, found: new Map() };
      const problems = flow.steps.flatMap((step) => [
        ...["", ".again", ".help", ".what", ".propose"].flatMap((part) =>
          tooLong(place, step, part),
        ),
        ...(step.kind === "ask" ? tooLongToTap(place, step) : []),
      ]);
      return problems.map(worded);
    }),
  );

/** `found`: lengths of texts that were measured already. */
type Place = {
  book: Book;
  catalogue: Catalogue;
  flow: Flow;
  today: string;
  found: Map<string, number>;
};

function tooLong(place: Place, step: Step, part: string): Problem[] {
  const { catalogue } = place;
  const key = `${step.texts}${part}`;
  const length = longestOf(place, step, key);
  return length > most
    ? [
        atText(
          catalogue,
          key,
          `text ${key} comes to ${length} characters with the longest of what it names, ${most} fit`,
          "shorten it, or tell it in two steps",
        ),
      ]
    : [];
}

/** What a text of a step names, by the names of its form; null where there is no text, or it holds a copy of data. */
function measured(catalogue: Catalogue, step: Step, key: string): readonly string[] | null {
  const names = catalogue.argumentsOf(key);
  if (!catalogue.has(key) || names.some((name) => copies.has(name))) return null;
  return names.map((name) => nameFor(step, name));
}

/** What a step's text or condition calls by this name: in a repeat, that of its own item. */
const nameFor = ({ item }: Step, name: string): string => item?.named(name) ?? name;

/** Characters of a text at its longest. */
function longestOf(place: Place, step: Step, key: string): number {
  const length = place.found.get(key) ?? measure(place, step, key);
  place.found.set(key, length);
  return length;
}

function measure(place: Place, step: Step, key: string): number {
  const { catalogue, book, flow, today } = place;
  const names = measured(catalogue, step, key);
  if (!names) return 0;
  if (names.length === 0) return lengthOf(catalogue.format(key));
  // told aside, a step may know little
  const unanswered = step.kind === "say" && step.aside !== null;
  const moment = { language: catalogue.language, today, unanswered };
  const reads = [...names, ...(step.when?.reads ?? [])];
  return highestScore(book, flow, reads, moment, (world) => lengthIn(place, step, key, world));
}

/** A question with choices and what is told right before it are one message. */
function tooLongToTap(place: Place, step: AskStep): Problem[] {
  const { catalogue, book, flow, today } = place;
  const told = toldBefore(flow, step);
  if (told.length === 0 || tappables(catalogue, step).length === 0) return [];
  const all = [...told, step].filter((one) => measured(catalogue, one, one.texts));
  const atMost = all.reduce((sum, one) => sum + longestOf(place, one, one.texts) + 2, -2);
  if (atMost <= channelLimits.tappable) return [];
  const reads = all.flatMap((one) => [
    ...(measured(catalogue, one, one.texts) ?? []),
    ...(one.when?.reads ?? []),
  ]);
  const moment = { language: catalogue.language, today, unanswered: false };
  const length = highestScore(book, flow, reads, moment, (world) =>
    all.reduce((sum, one) => sum + lengthIn(place, one, one.texts, world) + 2, -2),
  );
  return length > channelLimits.tappable
    ? [
        atText(
          catalogue,
          step.texts,
          `${step.name} comes to ${length} characters with what is told right before it, ${channelLimits.tappable} fit above buttons`,
          "shorten one of the texts",
        ),
      ]
    : [];
}

/** What is told between a question and the one before it that everybody is asked. */
function toldBefore(flow: Flow, { index }: AskStep): Step[] {
  const before = flow.steps.slice(0, index);
  const from = before.findLastIndex(({ kind, when }) => kind !== "say" && when === null);
  return before.slice(from + 1).filter((step) => step.kind === "say" && step.aside !== "only");
}

/** Characters of a step's text in a world; none where the step does not apply. */
const lengthIn = (place: Place, step: Step, key: string, world: World): number =>
  step.when && !step.when.holds(world) ? 0 : lengthOf(rendered(place, step, key, world));

/** A text as the engine would say it. */
function rendered({ book, catalogue, flow }: Place, step: Step, key: string, world: World): string {
  const shown = (asked: Step | undefined, value: Value | undefined) =>
    asked?.kind === "ask" && typeof value === "string"
      ? showAnswer(book, catalogue, asked, value)
      : value;
  const args: Record<string, Value> = {};
  for (const name of catalogue.argumentsOf(key)) {
    const own = name === "proposal" && step.kind === "ask";
    const value = own
      ? shown(step, answersTo(step, book.regions).at(-1))
      : shown(flow.byName.get(nameFor(step, name)), world(nameFor(step, name)));
    args[name] = value ?? "-";
  }
  return catalogue.format(key, args);
}
