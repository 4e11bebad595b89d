import type { Problem } from "../lib/problem.ts";
import type { Catalogue, Entry } from "../locale/catalogue.ts";
import { type Book, builtIns } from "./book.ts";
import { everyStep, ofRepeat } from "./every-step.ts";
import type { AskStep, Flow, Step } from "./flow.ts";
import { atStep } from "./lint/place.ts";
import { problemsBetweenLanguages } from "./lint/problems-between-languages.ts";
import { problemsInFlows } from "./lint/problems-in-flows.ts";
import { problemsInRetention } from "./lint/problems-in-retention.ts";
import { programTexts } from "./program-texts.ts";
import { isUsedText } from "./used-text.ts";

/** Characters a text may have on a small phone, its placeholders counted as they stand. */
const longest = 900;

/** Arguments that the engine fills in itself. */
const engineArguments = new Set(
  "proposal line old title name number last left label settled item answers found expected omzet two value count teks nomor sumber tanggal gambar_isi link picked min max jenis baris lembar alasan row gone old jumlah nama umur".split(
    " ",
  ),
);

/** Everything wrong between flows, texts and values, in the order of the files; [] when the book may be used. */
export function problemsIn(book: Book): Problem[] {
  const catalogues = Object.values(book.catalogues);
  return [
    ...[...book.flows.values()].flatMap((flow) => [
      ...goals(book, flow),
      ...pictures(book, flow),
      ...endings(book, flow),
      ...borrowing(flow),
      ...reading(book, flow),
      ...catalogues.flatMap((catalogue) => missingTexts(catalogue, flow)),
    ]),
    ...catalogues.flatMap((catalogue) => textProblems(book, catalogue)),
    ...problemsBetweenLanguages(book),
    ...problemsInFlows(book),
    ...problemsInRetention(book),
  ];
}

function goals(book: Book, flow: Flow): Problem[] {
  return flow.steps.flatMap((step) => {
    if (step.kind !== "go" && step.kind !== "call") return [];
    const goal = book.flows.get(step.flow);
    if (!goal)
      return [atStep(step, `goes to ${step.flow}, which is no flow`, "name a file of flows/")];
    if (step.kind === "call" && !flow.draft)
      return [atStep(step, "calls from a flow that is not kept", "set draft: true, or use go")];
    const remedy = "the other flow must ask it under this name, as the same type";
    return (step.kind === "go" ? [...step.with, ...step.given] : step.takes)
      .filter((name) => !isSameQuestion(flow.byName.get(name), goal.byName.get(name)))
      .map((name) => atStep(step, `hands ${name} over to ${goal.name}`, remedy));
  });
}

const isSameQuestion = (one: Step | undefined, other: Step | undefined): boolean =>
  one?.kind === "ask" && other?.kind === "ask" && one.type === other.type;

function pictures(book: Book, flow: Flow): Problem[] {
  const remedy = `one of ${[...book.pictures.keys()].join(", ")}`;
  return flow.steps.flatMap((step) =>
    step.kind !== "say" || step.picture === null || book.pictures.has(step.picture)
      ? []
      : [atStep(step, `there is no picture ${step.picture}`, remedy)],
  );
}

function endings(book: Book, flow: Flow): Problem[] {
  return flow.steps.flatMap((step) =>
    step.kind !== "end"
      ? []
      : step.topics
          .filter(({ topic }) => !book.answers.has(topic))
          .map(({ topic }) =>
            atStep(step, `offers ${topic}, which is no answer`, "name a file of locales/id/faq/"),
          ),
  );
}

/** Answers that may be taken over from other forms: never who somebody is. */
const borrowed = new Set(["plain", "financial"]);

function borrowing(flow: Flow): Problem[] {
  const [first] = flow.steps;
  return flow.borrows.flatMap((name) => {
    const step = flow.byName.get(name);
    if (step?.kind === "ask")
      return borrowed.has(step.class)
        ? []
        : [atStep(step, `borrows what is ${step.class}`, "borrow no personal data")];
    return first
      ? [atStep(first, `the flow borrows ${name}, which it does not ask`, "name an ask step")]
      : [];
  });
}

/** Steps that read a sentence need something to find the answer by. */
function reading(book: Book, flow: Flow): Problem[] {
  return everyStep(flow.steps).flatMap((step) => {
    if (step.kind !== "ask" || !step.reads) return [];
    if (!readable.has(step.type.name))
      return [atStep(step, `a ${step.type.name} is not read from a sentence`, "drop reads")];
    const keys =
      step.type.name === "choice"
        ? step.options.map(({ value }) => `words.${value}`)
        : step.type.name === "number"
          ? ["names"]
          : [];
    return Object.values(book.catalogues).flatMap((catalogue) =>
      keys
        .map((key) => `${step.texts}.${key}`)
        .filter((key) => catalogue.words(key).length === 0)
        .map((key) =>
          atStep(step, `no words ${key} in ${catalogue.language}`, "list words to find it by"),
        ),
    );
  });
}
const readable = new Set(["choice", "number", "rupiah-per-month", "occupation"]);

function missingTexts(catalogue: Catalogue, flow: Flow): Problem[] {
  const missing = (step: Step, key: string) =>
    atStep(
      step,
      `no text ${key} in ${catalogue.language}`,
      `write it in locales/${catalogue.language}/${key.split(".")[0]}.yaml`,
    );
  const title = `${flow.name}.title`;
  const first = flow.steps[0];
  return [
    ...(first && !catalogue.has(title) ? [missing(first, title)] : []),
    ...everyStep(flow.steps).flatMap((step) =>
      neededBy(step, catalogue)
        .filter((key) => !catalogue.has(key))
        .map((key) =>
          missing(step, step.partTexts ? key.replace(step.texts, step.partTexts) : key),
        ),
    ),
  ];
}

function neededBy(step: Step, catalogue: Catalogue): string[] {
  const key = step.texts;
  switch (step.kind) {
    case "say":
      return step.picture === null ? [key] : [key, `${key}.alt`];
    case "review":
    case "end":
      return [key];
    case "ask":
      return [key, ...optionTexts(step, catalogue)];
    case "repeat":
      return [key, `${key}.item`, ...optionTexts(step.more, catalogue)];
    case "do":
      return step.slow ? [key] : [];
    case "call":
    case "go":
    case "reopen":
      return [];
  }
}

const optionTexts = (step: AskStep, catalogue: Catalogue): string[] =>
  step.options.map(({ value }) => {
    const common = `types.${step.type.name}.options.${value}`;
    return catalogue.has(common) ? common : `${step.texts}.options.${value}`;
  });

function textProblems(book: Book, catalogue: Catalogue): Problem[] {
  const spoken = Object.entries(book.valueTexts).map(
    ([file, texts]) => [file, Object.keys(texts)] as const,
  );
  const missing = [...Object.entries(programTexts), ...spoken].flatMap(([file, keys]) =>
    keys
      .map((key) => `${file}.${key}`)
      .filter((key) => !catalogue.has(key))
      .map((key) => ({
        file: `locales/${catalogue.language}/${file}.yaml`,
        line: 1,
        message: `no text ${key}`,
        remedy: "write it",
      })),
  );
  const owners = ownersOf(book);
  return [
    ...missing,
    ...catalogue.entries.flatMap((entry) => entryProblems(book, catalogue, entry, owners)),
  ];
}

/** Figures in rupiah: "Rp10.000", "2 juta", "900 ribu", "dua puluh ribu", "sejuta". */
const amount =
  /Rp\s?\d|\b(?:\d[\d.,]*|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|puluh|belas|ratus|setengah|one|two|three|five|ten|hundred)\s?(?:rb|ribu|jt|juta|miliar|milyar|million|thousand|billion)\b|\b(?:seribu|sejuta)\b/iu;

/** By the key of a step's texts: the flows that say them. */
type Owners = ReadonlyMap<string, readonly Flow[]>;

function ownersOf(book: Book): Owners {
  const owners = new Map<string, Flow[]>();
  for (const flow of book.flows.values())
    for (const { texts, partTexts } of everyStep(flow.steps))
      for (const key of partTexts === null ? [texts] : [texts, partTexts])
        owners.set(key, [...(owners.get(key) ?? []), flow]);
  return owners;
}

function entryProblems(book: Book, catalogue: Catalogue, entry: Entry, owners: Owners): Problem[] {
  const { key, text, file, line } = entry;
  const found: Problem[] = [];
  const fault = (message: string, remedy: string) => found.push({ file, line, message, remedy });
  const [name = "", step = ""] = key.split(".");
  const flows = owners.get(`${name}.${step}`) ?? [];
  const spoken = book.valueTexts[name]?.[key.slice(name.length + 1)];
  if (!spoken && !isUsedText(book, key))
    fault(`text ${key} is used by nothing`, "remove it, or name the step it belongs to");
  if (typeof text !== "string") return found;
  if (amount.test(text))
    fault(`text ${key} holds an amount of money`, "use a value: Rp{name, number}");
  if (text.length > longest)
    fault(`text ${key} has ${text.length} characters, ${longest} fit`, "shorten it");
  for (const argument of catalogue.argumentsOf(key))
    if (spoken ? !spoken.includes(argument) : !isKnown(book, flows, argument))
      fault(
        `text ${key} names {${argument}}, which nothing gives`,
        "an answer, a value, or a built-in",
      );
  return found;
}

function isKnown(book: Book, flows: readonly Flow[], name: string): boolean {
  if (engineArguments.has(name) || builtIns.has(name) || book.values.has(name)) return true;
  return flows.length > 0 && flows.every((flow) => givesName(flow, name));
}

function givesName({ steps, byName, givenBy }: Flow, name: string): boolean {
  const isAsked = everyStep(steps).some((step) => step.kind === "ask" && step.name === name);
  if (isAsked || givenBy.has(name)) return true;
  return ofRepeat({ byName }, name) !== undefined && byName.get(name)?.kind !== "repeat";
}
