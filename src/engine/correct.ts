import { isMore } from "../flow/expanded.ts";
import type { AskStep, RepeatStep, Step } from "../flow/flow.ts";
import { acceptText, settle } from "./answer.ts";
import { answerStep } from "./answer-step.ts";
import { changeItem, moreOf, reopenItem } from "./change-items.ts";
import { complain } from "./complain.ts";
import { bring, home, latestDraft } from "./forms.ts";
import { itemsOf } from "./items.ts";
import { parseFor } from "./parse-for.ts";
import type { Scope } from "./scope.ts";
import type { Form } from "./session.ts";
import { isSomebodyElses } from "./somebody-else.ts";
import {
  activeForm,
  catalogueOf,
  flowOf,
  formById,
  note,
  pendingStep,
  scopeOf,
  type Work,
} from "./work.ts";

const verb =
  "ubah|rubah|ruba|ganti|edit|koreksi|ralat|perbaiki|betulin|benerin|benarkan|change|fix|correct|edit";
const opening =
  "(?:(?:eh|sebentar|sbntr|bentar|bntr|tunggu|maaf|maap|sori|sorry|min|kak|pak|bu|tolong|mau|saya mau|tadi)[\\s,]+)*";
const byVerb = new RegExp(
  `^${opening}(?:${verb})\\s+(?:yang\\s+)?(?:no(?:mor|mer)?\\.?\\s*)?(.+)$`,
  "iu",
);
const bareVerb = new RegExp(`^${opening}(?:${verb})[\\s.!]*$`, "iu");
const byFault = new RegExp(
  `^${opening}(?:salah\\s+)?(.+?)\\s+(?:tadi\\s+|saya\\s+)?(?:salah|keliru|wrong)(?:[\\s,]+(.+))?$`,
  "iu",
);
/** What follows a name without being its new value: a particle, another name, "salah ketik". */
const noValue =
  /^[\s,.]*(?:(?:ya|dong|donk|deh|tolong|please|pak|bu|kak|min|gan|nya|ketik|tulis|eja|ngetik|nulis)[\s,.!]*)*$|^[\s,]*(?:dan|sama|&|\+|and)\s/iu;
const to =
  /^[\s,:=]*(?:(?:jadi|jd|menjadi|ke|dengan|harusnya|seharusnya|yang benar|to)\s+)?(.+)$/iu;
const amended =
  /^(?:(?:eh|ralat|maksud(?:nya|ku| saya)?)[\s,]+)+(.+?)(?:\s+maksud(?:nya|ku| saya)?)?$/iu;
/** "gajadi yg ...", "eh ga jadi, ...", "salah, ...": what was said before does not hold. */
const takenBack =
  /^(?:(?:eh|ralat|maaf|sori|sorry|tunggu|bentar|kak|min|pak|bu)[\s,]+)*(?:(?:ga|gak|gk|g|nggak|ngga|enggak|engga|tidak|tdk|ndak|ora|kaga|kagak)\s*jadi|gajadi|gjd|salah|slh)\b(?:[\s,]+(?:deh|dong|ding|kak|min|pak|bu|ganti|jadi|harusnya|yang benar|yg bener))*[\s,]+(\S.*)$/iu;
const fillers = /(?:\s+(?:deh|dong|ding|kak|min|pak|bu|ya))+[\s.!]*$/iu;
const amendedLast = /^(.+?)\s+maksud(?:nya|ku| saya)$/iu;

/**
 * "ubah 3", "ganti alamat", "ganti nama jadi Sri Contohsari", "NIK tadi keliru": opens that answer again, or replaces it.
 * Outside a form the draft touched last is meant.
 */
export function correct(work: Work, text: string): boolean {
  if (text.length > 200) return false;
  const active = activeForm(work);
  const under = active && isCorrectable(work, active) ? active : undefined;
  const form = under ?? (active && active.flow !== home ? undefined : latestDraft(work));
  if (!form) return nothingToChange(work, active, text);
  if (changeItem(work, text)) return true;
  if (bareVerb.test(text)) {
    note(work, "engine.change_which");
    return true;
  }
  const scope = scopeOf(work, form);
  const wanted = byVerb.exec(text)?.[1];
  if (wanted) return correctWanted(work, scope, wanted);
  const fault = byFault.exec(text);
  const named = fault?.[1] ? findNamed(work, scope, scope.reviewed(), fault[1]) : null;
  if (
    named === null ||
    isSomebodyElses(named.rest, scope.form.marks[named.step.name]?.v, named.step)
  )
    return false;
  return reopen(work, scope, named.step, fault?.[2] ?? "");
}

/** A form that is kept, or any whose answers stand there to be looked at. */
const isCorrectable = (work: Work, form: Form): boolean =>
  flowOf(work, form).draft || pendingStep(work)?.step.kind === "review";

/** Asked to change something where nothing is being filled in: says where what was sent is changed. */
function nothingToChange(work: Work, active: Form | undefined, text: string): boolean {
  const asks = bareVerb.test(text) || (text.length <= longestRequest && byVerb.test(text));
  if (!asks || (active && active.flow !== home)) return false;
  note(work, "engine.nothing_to_change");
  return true;
}

/** Characters of a request to change something; more is a story. */
const longestRequest = 60;

/** What stands behind the verb: a number of the review, or the name of an answer, and perhaps a new value. */
function correctWanted(work: Work, scope: Scope, wanted: string): boolean {
  const asked = correctable(work, scope);
  const [, number, rest = ""] = /^(\d{1,2})\b(.*)$/su.exec(wanted) ?? [];
  const named =
    number === undefined
      ? findNamed(work, scope, asked, wanted)
      : { step: asked[Number(number) - 1], rest };
  if (named?.step) return reopen(work, scope, named.step, named.rest);
  const later = scope.flow.steps.filter((step): step is AskStep => step.kind === "ask");
  if (number === undefined && !findNamed(work, scope, later, wanted)) return false;
  note(work, "engine.no_such_answer", { count: asked.length });
  return true;
}

/** Answers that can be changed, numbered as in the review: given, fallen, or asked right now. */
function correctable(work: Work, scope: Scope): Answered[] {
  const { flow, form } = scope;
  const catalogue = catalogueOf(work);
  const open = pendingStep(work)?.step;
  const isGiven = (step: Step) =>
    step.kind === "ask"
      ? (!step.item || isSameItem(step, open)) &&
        (step.name in form.marks || step.name in form.earlier || step.name === open?.name)
      : step.kind === "repeat" && itemsOf(scope, step).length > 0;
  return flow.steps.filter(
    (step): step is Answered =>
      isGiven(step) && !isMore(step) && scope.applies(step) && catalogue.has(`${step.texts}.label`),
  );
}

/** What can be changed by name: an answer, or the items of a repeat. */
type Answered = AskStep | RepeatStep;

const isSameItem = ({ item }: Step, open: Step | undefined): boolean =>
  item?.repeat === open?.item?.repeat && item?.index === open?.item?.index;

/**
 * "eh 5 maksudnya", "gajadi yg jkk jkm aja": replaces the answer given just before, or the one before that takes these words. What
 * takes back and answers the open question is its answer.
 */
export function amendLast(work: Work, text: string): boolean {
  const unmade = takenBack.exec(text)?.[1];
  const meant = unmade ?? amended.exec(text)?.[1] ?? amendedLast.exec(text)?.[1];
  if (meant === undefined) return false;
  const said = meant.replace(fillers, "");
  const pending = unmade === undefined ? null : pendingStep(work);
  if (pending?.step.kind === "ask" && pending.step.type.strict && acceptText(work, pending, said))
    return true;
  const answered = lastAnswered(work);
  if (answered && amend(work, answered.form, answered.step, said)) return true;
  return amendNamed(work, said) || amendEarlier(work, said);
}

/** "penghasilannya 3 juta": an answer that was given, by its name and with its new value. */
export function amendNamed(work: Work, text: string): boolean {
  const form = activeForm(work);
  if (!form || !flowOf(work, form).draft || text.length > 200) return false;
  const scope = scopeOf(work, form);
  const named = findNamed(work, scope, scope.reviewed(), text);
  const value = named && to.exec(named.rest)?.[1]?.trim();
  if (!value || named.step.kind !== "ask" || !named.step.type.strict) return false;
  return amend(work, form, named.step, value);
}

/** Of the answers that words alone tell apart, the latest one that these words change. A bare number may mean any of them. */
function amendEarlier(work: Work, text: string): boolean {
  const form = activeForm(work);
  if (!form || !flowOf(work, form).draft || !/\p{L}/u.test(text)) return false;
  const scope = scopeOf(work, form);
  const step = scope.flow.steps.findLast((step): step is AskStep => {
    const mark = form.marks[step.name];
    if (step.kind !== "ask" || mark === undefined || !scope.applies(step)) return false;
    if (step.type.name !== "choice" && !distinctive.has(step.type.name)) return false;
    const parsed = parseFor(work, scope, step, text);
    return parsed.kind === "value" && parsed.value !== mark.v;
  });
  return step !== undefined && amend(work, form, step, text);
}

/**
 * A NIK, a birth date, a phone number, an address of mail or an amount that answers the question before and not the one that
 * stands open: a late correction of it.
 */
export function amendPrevious(work: Work, text: string): boolean {
  const answered = lastAnswered(work);
  if (!answered || !distinctive.has(answered.step.type.name)) return false;
  return amend(work, answered.form, answered.step, text);
}
const distinctive = new Set(["nik", "birth-date", "phone", "email", "rupiah-per-month"]);

function lastAnswered(work: Work): { form: Form; step: AskStep } | null {
  const { last } = work.session;
  const form = last && formById(work, last.form);
  const step = form && flowOf(work, form).byName.get(last.step);
  if (!form || step?.kind !== "ask" || activeForm(work)?.id !== form.id) return null;
  return { form, step };
}

/** Replaces an answer and leaves the open question open; false when the text is no such answer. */
export function amend(work: Work, form: Form, step: AskStep, text: string): boolean {
  const parsed = parseFor(work, scopeOf(work, form), step, text);
  if (parsed.kind !== "value") return false;
  const { asked } = work.session;
  answerStep(work, form, step, parsed.value, { typed: true });
  work.session.asked = asked;
  return true;
}

function reopen(work: Work, scope: Scope, answered: Answered, rest: string): boolean {
  if (answered.kind === "repeat" && reopenItem(work, scope, answered, rest)) return true;
  const step = answered.kind === "repeat" ? moreOf(scope, answered) : answered;
  if (!step) return false;
  const value = noValue.test(rest) ? undefined : to.exec(rest)?.[1]?.trim();
  const { form } = scope;
  bring(work, form);
  work.naming = true;
  work.session.asked = null;
  form.reopened = step.name;
  form.correcting = true;
  if (!value) return true;
  const parsed = parseFor(work, scope, step, value);
  if (!settle(work, form, step, parsed, true)) complain(work, scope, step, parsed);
  return true;
}

/** The question that a text begins by naming; the longest name wins. */
function findNamed(
  work: Work,
  scope: Scope,
  asked: readonly Answered[],
  text: string,
): { step: Answered; rest: string } | null {
  const said = text.replace(/^(?:yang|bagian|isian|soal|kolom|the|my)\s+/iu, "");
  let best: { step: Answered; rest: string; length: number } | null = null;
  for (const step of asked)
    for (const name of namesOf(work, scope, step)) {
      const rest = restAfter(said, name);
      if (rest !== null && name.length > (best?.length ?? 0))
        best = { step, rest, length: name.length };
    }
  return best;
}

/** What people call an answer: its label and the other names of the locale, in lower case. */
function namesOf(work: Work, scope: Scope, step: Answered): string[] {
  const catalogue = catalogueOf(work);
  const key = step.texts;
  const label = catalogue.has(`${key}.label`) ? [scope.text(`${key}.label`, {}, step)] : [];
  return [...label, ...catalogue.words(`${key}.names`)].map((name) => name.toLowerCase());
}

/** What follows a name at the beginning of a text ("alamatnya saya ..." -> "..."); null when it does not begin so. */
function restAfter(said: string, name: string): string | null {
  if (!said.toLowerCase().startsWith(name)) return null;
  const follows = said.slice(name.length);
  if (!/^(?:nya|ku)?(?:$|[\s,:=?!.])/iu.test(follows)) return null;
  return follows.replace(/^(?:nya|ku)\b/iu, "").replace(/^\s*(?:saya|tadi|itu|is)\b/iu, "");
}
