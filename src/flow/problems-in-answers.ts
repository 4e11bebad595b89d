import type { Value } from "../answer-types/answer-type.ts";
import { daysToEndOf } from "../lib/months.ts";
import type { Problem } from "../lib/problem.ts";
import { finish, type Known } from "./answer-for.ts";
import { type Book, builtIns } from "./book.ts";
import { type FaqAnswer, faqLimits, type SourceConfidence } from "./faq-answer.ts";

/** What a person may have told before asking, for texts to `select` on. */
const told = new Set(["segmen"]);

/** Longest time until somebody must look at an answer again, in days. */
const longestReview = 366;

/** Everything wrong with the FAQ's answers whatever the day: names that nobody knows, titles, amounts in a text. */
export function problemsInAnswers(book: Book): Problem[] {
  const titles = new Map<string, string>();
  return [...book.answers.values()].flatMap((answer) => [
    ...titleProblems(answer, titles),
    ...nameProblems(book, answer),
    ...amounts(answer),
  ]);
}

/** What is wrong with the answers on an ISO date: not looked at in time, a figure not known, too long for a small phone. */
export function problemsOn(book: Book, on: string): Problem[] {
  return [...book.answers.values()].flatMap((answer) => [
    ...reviewProblems(answer, on),
    ...textProblems(book, answer, on),
  ]);
}

/** An answer that somebody must look at: `daysLeft` until its review is due, negative once it is over-due. */
export type StaleAnswer = {
  topic: string;
  file: string;
  reviewBy: string;
  daysLeft: number;
  /** A value that is not known on the day, so that the answer is withheld. */
  missing: string | null;
};

/** Answers to be looked at within so many days of an ISO date, or withheld for lack of a figure; soonest first. */
export function staleAnswers(book: Book, on: string, withinDays: number): StaleAnswer[] {
  return [...book.answers.values()]
    .map((answer) => {
      const { topic, file, reviewBy } = answer;
      const finished = finish(book, answer, { today: on });
      const missing = "missing" in finished ? finished.missing : null;
      return { topic, file, reviewBy, daysLeft: daysToEndOf(reviewBy, on), missing };
    })
    .filter(({ daysLeft, missing }) => daysLeft <= withinDays || missing !== null)
    .sort((a, b) => a.daysLeft - b.daysLeft || (a.topic < b.topic ? -1 : 1));
}

const fault = (
  { file, lines }: FaqAnswer,
  field: string,
  message: string,
  remedy: string,
): Problem => ({ file, line: lines[field] ?? 1, message, remedy });

function titleProblems(answer: FaqAnswer, titles: Map<string, string>): Problem[] {
  const { title, topic } = answer;
  const found: Problem[] = [];
  if (title.length > faqLimits.title)
    found.push(
      fault(
        answer,
        "title",
        `the title has ${title.length} characters, ${faqLimits.title} fit`,
        "shorten it",
      ),
    );
  const other = titles.get(title.toLowerCase());
  if (other)
    found.push(fault(answer, "title", `${other} has the same title`, "give each its own title"));
  titles.set(title.toLowerCase(), topic);
  return found;
}

const surest: readonly SourceConfidence[] = ["certain", "verified", "recalled", "conflict"];

function nameProblems(book: Book, answer: FaqAnswer): Problem[] {
  const { topic, related, names, sources, confidence } = answer;
  const buttons = answer.buttons.map((one) => (typeof one === "string" ? one : one.flow));
  const conditions = answer.buttons.flatMap((one) => (typeof one === "string" ? [] : [one.when]));
  const weakest = Math.max(...sources.map((one) => surest.indexOf(one.confidence)));
  return [
    ...related
      .filter((name) => name === topic || !book.answers.has(name))
      .map((name) =>
        fault(answer, "related", `${name} is no other topic`, "name files of this folder"),
      ),
    ...buttons
      .filter((flow) => !book.flows.has(flow))
      .map((flow) => fault(answer, "buttons", `${flow} is no flow`, "name a file of flows/")),
    ...conditions
      .filter((name) => book.values.get(name)?.type !== "bool")
      .map((name) =>
        fault(answer, "buttons", `${name} is no value that is true or false`, "name such a value"),
      ),
    ...buttons
      .filter((flow) => !book.catalogues.id.has(`faq.buttons.${flow}`))
      .map((flow) =>
        fault(
          answer,
          "buttons",
          `the button ${flow} has no label`,
          `write buttons.${flow} in locales/id/faq.yaml`,
        ),
      ),
    ...names
      .filter((name) => !book.values.has(name) && !builtIns.has(name) && !told.has(name))
      .map((name) =>
        fault(
          answer,
          "body",
          `the text names {${name}}, which nothing gives`,
          "a value of src/book/faq-values.ts, or segmen",
        ),
      ),
    ...(surest.indexOf(confidence) === weakest
      ? []
      : [
          fault(
            answer,
            "confidence",
            `it says ${confidence}, its least sure source ${surest[weakest]}`,
            `write ${surest[weakest]}`,
          ),
        ]),
  ];
}

/** Figures that a rule may change: rupiah, shares, big numbers, lengths of time. */
const figure =
  /Rp\s?\d|\d\s?%|\b\d[\d.,]*\s?(?:rb|ribu|jt|juta|miliar|persen)\b|\b\d+(?:\s?x\s?\d+)?\s?(?:jam|hari|minggu|bulan|tahun|kali)\b/iu;

const amounts = (answer: FaqAnswer): Problem[] =>
  answer.body.split("\n").flatMap((line, index) => {
    const [found] = figure.exec(line) ?? [];
    if (found === undefined) return [];
    const place = (answer.lines["body"] ?? 1) + index;
    const { file } = answer;
    return [
      {
        file,
        line: place,
        message: `the text holds a figure of its own: ${found}`,
        remedy: "use a value: Rp{name, number}, {name}%, {name} bulan",
      },
    ];
  });

function reviewProblems(answer: FaqAnswer, on: string): Problem[] {
  const { reviewBy } = answer;
  const left = daysToEndOf(reviewBy, on);
  if (left < 0)
    return [
      fault(
        answer,
        "review_by",
        `it should have been looked at by ${reviewBy} and is withheld`,
        "check it against its sources and set the next date",
      ),
    ];
  return left > longestReview
    ? [
        fault(
          answer,
          "review_by",
          `${reviewBy} is more than twelve months ahead`,
          "set a date within twelve months",
        ),
      ]
    : [];
}

/** What people may have told in any combination. */
const cases: readonly Readonly<Record<string, Value>>[] = [
  {},
  ...["mandiri", "usaha", "koperasi", "pendamping"].map((segmen) => ({ segmen })),
  ...[true, false].flatMap((angkutan) => [
    { angkutan },
    { segmen: "mandiri", angkutan, penghasilan: 12_345_000 },
  ]),
];

function textProblems(book: Book, answer: FaqAnswer, on: string): Problem[] {
  if (on < answer.validFrom) return [];
  const finished = cases.map((one) => finish(book, answer, { ...one, today: on } as Known));
  const missing = [...new Set(finished.flatMap((one) => ("missing" in one ? [one.missing] : [])))];
  const longest = Math.max(...finished.map((one) => ("text" in one ? one.text.length : 0)));
  return [
    ...missing.map((name) =>
      fault(
        answer,
        "body",
        `{${name}} is not known on ${on}, so the answer is withheld`,
        "add the rule of that day, or say it by select",
      ),
    ),
    ...(longest > faqLimits.text
      ? [
          fault(
            answer,
            "body",
            `the answer has ${longest} characters, ${faqLimits.text} fit`,
            "shorten it",
          ),
        ]
      : []),
  ];
}
