import type { TypeName } from "../../answer-types/answer-types.ts";
import type { Problem } from "../../lib/problem.ts";
import type { Book } from "../book.ts";
import { openingEffects } from "../effects.ts";
import { everyStep } from "../every-step.ts";
import type { AskStep, DoStep, Flow, PrivacyClass } from "../flow.ts";
import { retention } from "../retention.ts";
import { atStep } from "./place.ts";
import { sourcesOf } from "./reads.ts";

/** Answers whose class is not what they are, that are kept without a rule until when, or are noted before consent. */
export const problemsInRetention = (book: Book): Problem[] =>
  [...book.flows.values()].flatMap((flow) => [
    ...everyStep(flow.steps).flatMap((step) => (step.kind === "ask" ? lightly(step) : [])),
    ...flow.steps.flatMap((step) => (step.kind === "do" ? withoutRule(book, flow, step) : [])),
    ...beforeConsent(flow),
  ]);

/** What answers of a type are, whatever the flow says. */
const classes: Readonly<Partial<Record<TypeName, readonly PrivacyClass[]>>> = {
  nik: ["identity"],
  npwp: ["identity"],
  "person-name": ["identity", "personal"],
  "birth-date": ["identity", "personal"],
  phone: ["identity", "personal"],
  email: ["identity", "personal"],
  region: ["identity", "personal"],
  file: ["identity", "financial", "personal"],
  "rupiah-per-month": ["identity", "financial", "personal"],
};

function lightly(step: AskStep): Problem[] {
  const may = classes[step.type.name as TypeName];
  return !may || may.includes(step.class)
    ? []
    : [
        atStep(
          step,
          `a ${step.type.name} is ${may.at(-1)}, not ${step.class}`,
          `class: ${may.at(-1)}`,
        ),
      ];
}

/** Answers in a payload, also those that a text or a value in it is made of. */
function withoutRule(book: Book, flow: Flow, step: DoStep): Problem[] {
  const { keeps } = retention[step.effect];
  const read = Object.values(step.with).flatMap((source) =>
    source.startsWith("text:")
      ? Object.values(book.catalogues).flatMap((catalogue) =>
          catalogue.argumentsOf(`${flow.name}.${source.slice(5)}`),
        )
      : [source],
  );
  const answers = new Set(read.flatMap((name) => [...sourcesOf(book, flow, name)]));
  const asked = everyStep([...answers].flatMap((name) => flow.byName.get(name) ?? []));
  return asked.flatMap((one) => {
    if (one.kind !== "ask" || keeps.includes(one.class)) return [];
    const message = `${step.effect} keeps ${one.name} (${one.class}), and no rule says until when`;
    return [atStep(step, message, "leave it out, or write the rule in src/flow/retention.ts")];
  });
}

/** A file is stored at once, also where the form is not kept: after consent, or for a case that stands open by then. */
function tooEarly(flow: Flow, step: AskStep): Problem[] {
  const { draft } = flow;
  if (step.type.name === "file")
    return isForCase(flow, step)
      ? []
      : [atStep(step, "takes a file before consent.record", "ask for consent before")];
  if (!draft || step.class === "plain") return [];
  const message = `notes what is ${step.class} before consent.record, in a form that is kept`;
  return [atStep(step, message, "ask for consent before, or keep no draft")];
}

/** In a form that is no draft, a case is opened for everybody before this question. */
const isForCase = ({ draft, steps }: Flow, { index }: AskStep): boolean =>
  !draft &&
  steps.some(
    (step) =>
      step.kind === "do" &&
      step.index < index &&
      step.when === null &&
      openingEffects.has(step.effect),
  );

/** A form that is kept holds nothing personal before the person has agreed: to what everybody is asked, else to each that only some are. */
function beforeConsent(flow: Flow): Problem[] {
  const consents = flow.steps.filter(
    (step) => step.kind === "do" && step.effect === "consent.record",
  );
  const consent = consents.find((step) => step.when === null) ?? consents.at(-1);
  return flow.steps
    .filter(({ index }) => index <= (consent?.index ?? Infinity))
    .flatMap((step) => everyStep([step]))
    .flatMap((step) => (step.kind === "ask" ? tooEarly(flow, step) : []));
}
