import type { AskStep } from "../../flow/flow.ts";
import { showAnswer } from "../../flow/show-answer.ts";
import type { PersonFields, Registration } from "../ports/records.ts";
import type { Setting } from "./performer.ts";

/** Names that are told in a message; the others are counted. */
const namesAtMost = 20;

/** Workers that a copy names one by one; the others are counted. */
export const workersAtMost = 1000;

type Workers = readonly PersonFields[];

export const workersOf = ({ workers }: Registration): Workers =>
  workers.map(({ fields }) => fields);

/** "Agus Susanto, Imam Wijaya (+180)"; `total`: how many there are, where not all are given. */
export function workerNames(workers: Workers, total = workers.length): string {
  const names = workers.slice(0, namesAtMost).map(({ nama }) => String(nama));
  return `${names.join(", ")}${more(total - names.length)}`;
}

/** A line for each: "1. Agus Susanto, NIK: 6171••••••••9429, ..."; identity numbers masked. */
export function workerLines(setting: Setting, workers: Workers, total = workers.length): string {
  const steps = questionsOn(setting);
  const shown = workers.slice(0, workersAtMost);
  const lines = shown.map(({ nama, ...fields }, index) => {
    const told = Object.entries(fields).flatMap(([name, value]) =>
      inWords(setting, steps.get(name), value, index + 1),
    );
    return `${index + 1}. ${[String(nama), ...told].join(", ")}`;
  });
  return `${lines.join("\n")}${more(total - shown.length)}`;
}

const more = (left: number): string => (left > 0 ? ` (+${left})` : "");

/** The questions by which workers are told of in the chat, by name. */
function questionsOn({ book }: Setting): ReadonlyMap<string, AskStep> {
  const repeats = [...book.flows.values()].flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === "repeat" ? step.steps : [])),
  );
  return new Map(repeats.flatMap((step) => (step.kind === "ask" ? [[step.name, step]] : [])));
}

function inWords(
  { book, session }: Setting,
  step: AskStep | undefined,
  value: PersonFields[string],
  item: number,
): string[] {
  const catalogue = book.catalogues[session.language];
  if (!step || value === undefined || value === "") return [];
  const label = [`${step.partTexts}.label`, `${step.texts}.label`].find((key) =>
    catalogue.has(key),
  );
  if (label === undefined) return [];
  return [`${catalogue.format(label, { item })}: ${showAnswer(book, catalogue, step, value)}`];
}
