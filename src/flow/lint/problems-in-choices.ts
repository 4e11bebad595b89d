import { readPicks, saysEnough } from "../../answer-types/choices.ts";
import { editDistance } from "../../lib/edit-distance.ts";
import { plainWords } from "../../lib/plain-words.ts";
import type { Problem } from "../../lib/problem.ts";
import type { Catalogue } from "../../locale/catalogue.ts";
import type { Book } from "../book.ts";
import type { AskStep, Flow } from "../flow.ts";
import { channelLimits } from "./channel-limits.ts";
import { lengthOf, type Tappable, tappables } from "./choices.ts";
import { atStep, atText } from "./place.ts";
import type { Visit } from "./walk.ts";

/** Choices that do not fit on a channel, and those that a number or a word does not tell apart. */
export const problemsInChoices = (book: Book, flow: Flow, visits: readonly Visit[]): Problem[] =>
  visits.flatMap(({ step, offered }) =>
    step.kind === "ask"
      ? [
          ...tooMany(flow, step, offered),
          ...longIds(step),
          ...Object.values(book.catalogues).flatMap((catalogue) =>
            inLanguage(catalogue, step, offered),
          ),
        ]
      : [],
  );

/** What the engine puts beside the options: skipping, and after three tries of a form a person. */
const besides = (flow: Flow, step: AskStep): number =>
  (step.optional ? 1 : 0) + (flow.draft ? 1 : 0) + (isSeveral(step) ? 1 : 0);

const isSeveral = ({ type }: AskStep): boolean => type.name === "choices";

/** What stands before an option that is picked, and before the value of the row that takes it out. */
const tick = { label: "✓ ", value: "-" };

function tooMany(flow: Flow, step: AskStep, offered: readonly (readonly string[])[]): Problem[] {
  const most = Math.max(0, ...offered.map((way) => way.length));
  const all = most === 0 ? 0 : most + besides(flow, step);
  return all > channelLimits.rows
    ? [
        atStep(
          step,
          `offers ${all} choices with those of the program, ${channelLimits.rows} fit in a list`,
          "join some, or ask in two steps",
        ),
      ]
    : [];
}

/** The engine's own values, and the code of a district, which completes half an answer. */
const others = ["tidak", "_officer", "00.00.00.0000"];

function longIds(step: AskStep): Problem[] {
  const before = isSeveral(step) ? tick.value : "";
  const values = [...step.options.map(({ value }) => before + value), ...others];
  const longest = values.reduce((one, other) => (bytes(other) > bytes(one) ? other : one));
  const size = "abcdef..".length + bytes(step.name) + bytes(longest);
  return size > channelLimits.choiceId
    ? [
        atStep(
          step,
          `the choice ${longest} has an id of ${size} bytes, ${channelLimits.choiceId} fit`,
          "shorten the name of the step or of the option",
        ),
      ]
    : [];
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;

function inLanguage(
  catalogue: Catalogue,
  step: AskStep,
  offered: readonly (readonly string[])[],
): Problem[] {
  const all = tappables(catalogue, step);
  const together = (one: string, other: string): boolean =>
    step.options.length === 0 || offered.some((way) => way.includes(one) && way.includes(other));
  const numbered = step.type.display !== "number";
  return [
    ...all.flatMap((one) => longLabel(catalogue, one, isSeveral(step) ? tick.label : "")),
    ...(isSeveral(step) ? all.flatMap((one) => otherMeaning(catalogue, one)) : []),
    ...(numbered ? all.flatMap((one) => strangeNumber(catalogue, step, one, offered)) : []),
    ...all.flatMap((one, index) =>
      all
        .slice(index + 1)
        .filter((other) => together(one.value, other.value))
        .flatMap((other) => clash(catalogue, one, other)),
    ),
  ];
}

/** A label or word that says that it is enough, or all, or none of several. */
function otherMeaning(catalogue: Catalogue, { label, labelKey, wordsKey }: Tappable): Problem[] {
  const words = catalogue.words(wordsKey).map((text) => ({ text, key: wordsKey }));
  return [{ text: label, key: labelKey }, ...words]
    .filter(({ text }) => saysEnough(text) || readPicks(text, []).kind === "picks")
    .map(({ text, key }) =>
      atText(
        catalogue,
        key,
        `"${text}" tells how many of the options, not which`,
        "call the option something else; none is offered by min: 0",
      ),
    );
}

function longLabel(catalogue: Catalogue, { label, labelKey }: Tappable, before: string): Problem[] {
  const length = lengthOf(before + label);
  return length > channelLimits.button
    ? [
        atText(
          catalogue,
          labelKey,
          `the label "${before}${label}" has ${length} characters, ${channelLimits.button} fit on a button`,
          "shorten it",
        ),
      ]
    : [];
}

/** A number in front of a label, or as a word for it, that is not the place it may stand at. */
function strangeNumber(
  catalogue: Catalogue,
  step: AskStep,
  { value, label, labelKey, wordsKey }: Tappable,
  offered: readonly (readonly string[])[],
): Problem[] {
  const places = new Set(offered.map((way) => way.indexOf(value) + 1).filter((place) => place > 0));
  if (step.type.name === "yes-no") places.add(value === "ya" ? 1 : 2);
  const named = [
    { key: labelKey, number: /^\D?(\d{1,2})\b/.exec(label)?.[1] },
    ...[value, ...catalogue.words(wordsKey)].map((word) => ({
      key: word === value ? labelKey : wordsKey,
      number: /^\d{1,2}$/.exec(word)?.[0],
    })),
  ];
  return named.flatMap(({ key, number }) =>
    number === undefined || [...places].every((place) => place === Number(number))
      ? []
      : [
          atText(
            catalogue,
            key,
            `${number} means the option ${value}, which stands at place ${[...places].join(" or ")} of ${step.name}`,
            "use no number, or that of its place",
          ),
        ],
  );
}

/** A label or word by which two options of one question could be meant. */
function clash(catalogue: Catalogue, one: Tappable, other: Tappable): Problem[] {
  const [first, second] = [one, other].map((option) => [
    { text: plainWords(option.label), key: option.labelKey, isLabel: true },
    ...catalogue
      .words(option.wordsKey)
      .map((word) => ({ text: plainWords(word), key: option.wordsKey, isLabel: false })),
  ]);
  for (const a of first ?? [])
    for (const b of second ?? [])
      if (a.text === b.text || (a.isLabel && b.isLabel && isSlip(a.text, b.text)))
        return [
          atText(
            catalogue,
            b.key,
            `"${b.text}" means ${other.value}, and "${a.text}" ${one.value}: nobody can tell which`,
            "give each option words of its own",
          ),
        ];
  return [];
}

/** From five letters on a slip of the thumb is forgiven, but never in a figure. */
const shortestSlip = 5;
const isSlip = (one: string, other: string): boolean =>
  !/\d/.test(one + other) &&
  Math.min(one.length, other.length) >= shortestSlip &&
  editDistance(one, other, 1) === 1;
