import type { Option, ParseContext, Parsed } from "../answer-types/answer-type.ts";
import { answerTypes } from "../answer-types/answer-types.ts";
import { businessSizeIn } from "../answer-types/business-size.ts";
import { contentWords, squeeze, wordsOf } from "../answer-types/words.ts";
import { wellThen } from "../answer-types/yes-no-words.ts";
import type { AskStep } from "../flow/flow.ts";
import { editDistance } from "../lib/edit-distance.ts";
import { plainWords } from "../lib/plain-words.ts";
import { optionsOf } from "./question.ts";
import type { Scope } from "./scope.ts";
import type { Form } from "./session.ts";
import { catalogueOf, scopeOf, type Work } from "./work.ts";

/** Parses a text as this step's answer, with all that the step and the moment offer. */
export function parseFor(work: Work, scope: Scope, step: AskStep, text: string): Parsed {
  const { asked } = work.session;
  const here = asked?.form === scope.form.id && asked.step === step.name ? asked : null;
  const options = optionsOf(work, scope, step, here ?? { form: "", step: "", tries: 0 });
  const context = contextFor(work, step, options, here?.within);
  const size = step.sums ? businessSizeIn(text, work.now.today) : null;
  if (size !== null) return { kind: "value", value: size };
  return parseAmong(work, scope, step, text, context, options);
}

function parseAmong(
  work: Work,
  scope: Scope,
  step: AskStep,
  text: string,
  context: ParseContext,
  options: readonly Option[],
): Parsed {
  const labelled = options.length > 0 ? optionLabelled(options, text) : undefined;
  if (labelled && step.type.name === "choice") return { kind: "value", value: labelled.value };
  const parsed = step.type.parse(labelled?.value ?? text, context);
  if (step.type.name === "yes-no" && !labelled && !isSure(work, step.texts, text, parsed))
    return { kind: "refused", reason: "unclear" };
  if (parsed.kind !== "refused" || options.length === 0 || bareNumber.test(text)) return parsed;
  if (step.type.name === "choice") return parseUnshown(work, scope, step, text) ?? parsed;
  // figures are the type's own to read: "3 juta" is no "3 bulan"
  if (/\d/.test(text)) return parsed;
  const picked = answerTypes.choice.parse(text, context);
  return picked.kind === "value" ? step.type.parse(String(picked.value), context) : parsed;
}

/** An option that is heard only in words. */
function parseUnshown(work: Work, scope: Scope, step: AskStep, text: string): Parsed | undefined {
  const options = optionsOf(work, scope, step, { form: "", step: "", tries: 0 }, false);
  const parsed = step.type.parse(text, contextFor(work, step, options, undefined));
  return parsed.kind === "value" ? parsed : undefined;
}

function contextFor(
  work: Work,
  step: AskStep,
  options: readonly Option[],
  within: string | undefined,
): ParseContext {
  const context: ParseContext = { today: work.now.today, regions: work.book.regions, options };
  if (within !== undefined) context.within = within;
  if (work.sender !== undefined) context.sender = work.sender;
  if (step.min !== undefined) context.min = step.min;
  if (step.max !== undefined) context.max = step.max;
  if (!step.digits) context.digits = false;
  if (step.story) context.story = true;
  if (step.numbers) context.numbers = true;
  return context;
}

/**
 * For questions whose answer cannot be taken back: a yes must hold one of the words of `sure.ya`, a no nothing but those of
 * `sure.tidak`. Without such lists every yes and no counts.
 */
export function isSure(work: Work, key: string, text: string, parsed: Parsed): boolean {
  if (parsed.kind !== "value") return true;
  const catalogue = catalogueOf(work);
  const list = catalogue.words(`${key}.sure.${parsed.value ? "ya" : "tidak"}`);
  if (list.length === 0) return true;
  const wanted = new Set(list.flatMap((one) => wordsOf(one)).map(squeeze));
  const said = contentWords(wordsOf(text.replace(wellThen, "ya sudah"))).map(squeeze);
  if (said.length === 0) return true; // a thumb up or a tick
  if (!parsed.value) return said.every((word) => wanted.has(word));
  const isPutOff = said.some((word, at) => later.has(word) && !isNoMatter(said, at));
  return said.some((word) => wanted.has(word)) && !isPutOff;
}

/** "oke, gpp": the "apa" of "tidak apa" asks nothing. */
const isNoMatter = (said: readonly string[], at: number): boolean =>
  said[at] === "apa" && said[at - 1] === "tidak";

/** "siap-siap dulu", "oke nanti": a yes put off is none. */
const later = new Set(["dulu", "nanti", "besok", "apa"]);

/** Whether a text is, word for word, the label of one of the choices that the step offers. */
export function isLabel(work: Work, form: Form, step: AskStep, text: string): boolean {
  const { asked } = work.session;
  return (
    asked !== null &&
    optionLabelled(optionsOf(work, scopeOf(work, form), step, asked), text) !== undefined
  );
}

function optionLabelled(options: readonly Option[], text: string): Option | undefined {
  const said = plainWords(text);
  const exact = options.find((option) => plainWords(option.label) === said);
  if (exact || said.length < shortestSlip || text.includes("?")) return exact;
  const near = options.filter(({ label }) => isSlip(said, plainWords(label)));
  return near.length === 1 ? near[0] : undefined;
}

/** One slip of the thumb, which never makes one figure of another: "4 bulan" is no "1 bulan". */
const isSlip = (said: string, label: string): boolean =>
  figuresIn(said) === figuresIn(label) && editDistance(said, label, 1) === 1;
const figuresIn = (text: string): string => text.replace(/\D+/g, " ").trim();

/** Characters from which on one slip of the thumb in a whole label is forgiven. */
const shortestSlip = 5;

/** "3", "nomor 3", "3.": a place in a list, or a value; never a label. */
export const bareNumber = /^\W*(?:no(?:mor|mer)?\.?\s*)?(\d{1,2})\W*$/iu;

/** A clear yes or no; undefined for everything else. */
export function parseYesNo(work: Work, text: string): boolean | undefined {
  const parsed = answerTypes["yes-no"].parse(text, { today: work.now.today });
  return parsed.kind === "value" ? parsed.value === true : undefined;
}

/** "masih sama", "tetap", "sda": the proposal stands. */
export const isSame = (text: string): boolean => same.test(text);
const same =
  /^(?:ya\s+|iya\s+)?(?:masih\s+)?(?:sama|tetap|idem|sda|same)(?:\s+(?:aja|saja|kok|kak|pak|bu|yang tadi|seperti tadi))*[\s.!]*$/iu;
