import type { Option } from "../answer-types/answer-type.ts";
import type { AskStep, ReviewStep } from "../flow/flow.ts";
import { optionLabel, showAnswer } from "../flow/show-answer.ts";
import { listInWords } from "../locale/words.ts";
import type { Choice } from "./event.ts";
import { isFetching } from "./fetching.ts";
import { isCalculator } from "./is-calculator.ts";
import { limits } from "./limits.ts";
import { type Question, renderOwn } from "./own-question.ts";
import { picksOf } from "./picked.ts";
import { isRead } from "./read-first.ts";
import type { Scope } from "./scope.ts";
import type { Asked } from "./session.ts";
import { catalogueOf, pendingStep, reviewLine, scopeOf, type Work } from "./work.ts";

/** Values of choices that the engine itself offers beside a step's own. */
export const special = {
  same: "_same",
  skip: "_skip",
  edit: "_edit",
  officer: "_officer",
  done: "_done",
} as const;

/** The open question in words: reason, question, help after a slip, and what can be tapped. */
export function renderQuestion(work: Work): Question | null {
  const own = renderOwn(work);
  if (own) return own;
  const pending = pendingStep(work);
  const { asked } = work.session;
  if (!pending || !asked) return null;
  const scope = scopeOf(work, pending.form);
  return pending.step.kind === "review"
    ? renderReview(work, scope, pending.step, asked)
    : renderAsk(work, scope, pending.step, asked);
}

function renderReview(work: Work, scope: Scope, step: ReviewStep, asked: Asked): Question {
  const catalogue = catalogueOf(work);
  const { name } = step;
  return {
    numbered: false,
    texts: reviewTexts(work, scope, step, asked),
    choices: [
      choice(scope, name, "ya", catalogue.format("engine.review_yes")),
      choice(scope, name, special.edit, catalogue.format("engine.review_edit")),
    ],
  };
}

/** The whole review; where the last reply showed this very one, in short, and nothing where a complaint says what to do. */
function reviewTexts(work: Work, scope: Scope, step: ReviewStep, asked: Asked): Question["texts"] {
  const { texts: key } = step;
  const isKnown = isShown(work, asked) && isRead(work, scope.form, step);
  if (isKnown && asked.tries > 0 && work.complaint) return [];
  if (isKnown && wasShown(work, asked)) {
    const again = "engine.review_again";
    return [{ text: catalogueOf(work).format(again), key: again }];
  }
  const answers = scope
    .reviewed()
    .map((step, index) => `${index + 1}. ${reviewLine(work, scope, step)}`)
    .join("\n");
  return [{ text: scope.text(key, { answers }), key }];
}

/** Whether the last reply asked this very question. */
const isShown = ({ session: { shown } }: Work, asked: Asked): boolean =>
  shown?.form === asked.form && shown.step === asked.step;

/** Whether it did so not long ago. */
const wasShown = (work: Work, asked: Asked): boolean =>
  isShown(work, asked) &&
  work.now.at - (work.session.shown?.at ?? 0) < limits.awayHours * 3_600_000;

function renderAsk(work: Work, scope: Scope, step: AskStep, asked: Asked): Question {
  const catalogue = catalogueOf(work);
  if (isFetching(scope.form, step)) {
    const key = "engine.file.fetching";
    return { texts: [{ text: catalogue.format(key), key }], choices: [], numbered: false };
  }
  const key = step.texts;
  const texts = step.type.name === "choices" ? [] : [wording(work, scope, step, asked)];
  if (step.type.name === "choices") texts.push(...wordingOfPicks(work, scope, step, asked));
  if (asked.tries > 0 && catalogue.has(`${key}.help`))
    texts.push({ text: scope.text(`${key}.help`, {}, step), key: `${key}.help` });
  const stuck = waysOut(scope, asked);
  if (stuck) texts.push({ text: catalogue.format(stuck), key: stuck });

  const choices =
    step.type.name === "choices"
      ? picksToTap(work, scope, step, asked)
      : optionsOf(work, scope, step, asked).map(({ value, label }) =>
          choice(
            scope,
            step.name,
            value,
            asked.narrow === "confirm" ? catalogue.format("engine.same") : label,
          ),
        );
  const own = (value: string, text: string) =>
    choices.push(choice(scope, step.name, value, catalogue.format(text)));
  if (asked.proposal !== undefined && choices.length === 0) own(special.same, "engine.same");
  if (step.optional) own(special.skip, "engine.skip");
  if (stuck) own(special.officer, "engine.officer");
  const wants = wantsOf(scope, step, asked);
  const numbered = step.type.display !== "number";
  const secure = secureOf(work, scope, step, asked);
  return { texts, choices, numbered, ...(wants ? { wants } : {}), ...(secure ? { secure } : {}) };
}

/** Where the bot's own link will stand in a sentence. */
export const linkMark = "[tautan]";

/** What is to be picked or confirmed says nothing by itself: it stays in the chat. */
function secureOf(work: Work, scope: Scope, step: AskStep, asked: Asked): Question["secure"] {
  if (step.class === "plain" || step.options.length > 0 || asked.options) return undefined;
  if (asked.proposal !== undefined || step.type.name === "yes-no") return undefined;
  const sentence = catalogueOf(work).format("engine.secure.link", { link: linkMark });
  return { form: scope.form.id, step: step.name, class: step.class, sentence };
}

/** A row for each option, those picked ticked; last that it is enough, as soon as it may be. */
function picksToTap(work: Work, scope: Scope, step: AskStep, asked: Asked): Choice[] {
  const { min = 1, max = step.options.length } = step;
  const options = optionsOf(work, scope, step, asked);
  const picks = picksOf(scope.form, step);
  const rows = options.map(({ value, label }) =>
    picks.includes(value)
      ? choice(scope, step.name, `-${value}`, `✓ ${label}`)
      : choice(scope, step.name, value, label),
  );
  const { length } = options.filter(({ value }) => picks.includes(value));
  if (length < min || length > max) return rows;
  const enough = catalogueOf(work).format(length === 0 ? "engine.pick_none" : "engine.pick_done");
  return [...rows, choice(scope, step.name, special.done, enough)];
}

/** The question, and what is picked; after a tap that alone. */
function wordingOfPicks(work: Work, scope: Scope, step: AskStep, asked: Asked): Question["texts"] {
  const catalogue = catalogueOf(work);
  const offered = optionsOf(work, scope, step, asked);
  const picks = picksOf(scope.form, step);
  const labels = offered.filter(({ value }) => picks.includes(value)).map(({ label }) => label);
  const key = labels.length === 0 ? "engine.pick_several" : "engine.picked";
  const picked = listInWords(labels, catalogue.language);
  const below = { text: catalogue.format(key, { picked }), key };
  const begun = scope.form.picked?.[step.name] !== undefined && asked.tries === 0;
  if (begun && labels.length > 0 && wasShown(work, asked)) return [below];
  return [wording(work, scope, step, asked), below];
}

/** A telephone's own number is wanted only where it may be the answer, and was not offered already. */
function wantsOf(scope: Scope, step: AskStep, { proposal }: Asked): Question["wants"] {
  if (step.location) return "location";
  const isOwn = step.propose === "sender_phone" && !scope.form.whose;
  return isOwn && proposal === undefined ? "phone" : undefined;
}

function wording(work: Work, scope: Scope, step: AskStep, asked: Asked): Question["texts"][number] {
  const catalogue = catalogueOf(work);
  const base = step.texts;
  if (asked.narrow) {
    const key = `engine.narrow.${asked.narrow}`;
    const [option] = asked.options ?? [];
    const settled = asked.narrow === "confirm" ? option?.label : asked.settled;
    return { text: catalogue.format(key, { settled: settled ?? "" }), key };
  }
  if (asked.proposal !== undefined) {
    const proposal = showAnswer(work.book, catalogue, step, asked.proposal);
    const own = `${base}.propose`;
    const computed = step.propose !== null && scope.get(step.propose) === asked.proposal;
    if (computed && catalogue.has(own))
      return { text: scope.text(own, { proposal }, step), key: own };
    const text = `${scope.text(base, {}, step)}\n\n${catalogue.format("engine.earlier", { proposal })}`;
    return { text, key: base };
  }
  const short = `${base}.again`;
  const repeated = isRead(work, scope.form, step) && (asked.tries > 0 || wasShown(work, asked));
  const key = repeated && catalogue.has(short) ? short : base;
  return { text: scope.text(key, {}, step), key };
}

/**
 * What can be picked for a step right now: its own options, or those that complete a half answer; with `shown` false those that
 * are heard only in words.
 */
export function optionsOf(
  work: Work,
  scope: Scope,
  step: AskStep,
  asked: Asked,
  shown = true,
): Option[] {
  if (asked.options) return [...asked.options];
  const catalogue = catalogueOf(work);
  if (step.type.name === "yes-no") {
    const words = (value: string) => catalogue.words(`${step.texts}.words.${value}`);
    const label = (value: string, common: string) => {
      const own = `${step.texts}.options.${value}`;
      return catalogue.format(catalogue.has(own) ? own : common);
    };
    return [
      { value: "ya", label: label("ya", "engine.yes"), words: words("ya") },
      { value: "tidak", label: label("tidak", "engine.no"), words: words("tidak") },
    ];
  }
  return step.options
    .filter(({ when }) => !when || when.holds((name) => scope.get(name)))
    .filter((one) => (!one.shown || one.shown.holds((name) => scope.get(name))) === shown)
    .map(({ value }) => ({
      value,
      label: optionLabel(catalogue, step, value),
      words: catalogue.words(`${step.texts}.words.${value}`),
    }));
}

/** `<form, 6 letters>.<step>.<value>`: an old button finds its step again. */
const choice = (scope: Scope, step: string, value: string, label: string): Choice => ({
  id: `${scope.form.id.slice(0, 6)}.${step}.${value}`,
  label,
});

/** What is said to who gave several answers that were none: in a form, in a calculator; null elsewhere, where the choices say it. */
function waysOut({ flow }: Scope, { tries }: Asked): string | null {
  if (isCalculator(flow)) return tries < limits.triesHere ? null : "engine.stuck_here";
  return tries >= limits.tries && flow.draft ? "engine.stuck" : null;
}
