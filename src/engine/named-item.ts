import { isMore, nameInItem } from "../flow/expanded.ts";
import type { AskStep, RepeatStep, Step } from "../flow/flow.ts";
import { answerStep } from "./answer-step.ts";
import { removeAt } from "./change-items.ts";
import { complain } from "./complain.ts";
import { amend } from "./correct.ts";
import { parseFor } from "./parse-for.ts";
import type { Scope } from "./scope.ts";
import {
  activeForm,
  catalogueOf,
  flowOf,
  type Pending,
  pendingStep,
  scopeOf,
  type Work,
} from "./work.ts";

/** Characters of a request that names somebody; more is a story. */
const longest = 120;

const removing =
  /\b(?:hapus\w*|buang|coret|(?:di)?keluar(?:in|kan)|hilangkan|batal\w*|gajadi|gjd|(?:ga|gak|gk|nggak|ngga|enggak|tidak|tdk|ndak) (?:jadi|usah)|gausah|delete|remove)\b/iu;
const changing =
  /\b(?:u?bah|rubah|ganti|edit|koreksi|ralat|perbaiki|betulin|benerin|salah|keliru|change|fix|correct|wrong)\b/iu;
/** What stands behind these is the new value. */
const becoming =
  /\b(?:harusnya|seharusnya|hrsnya|jadi|jd|menjadi|yang benar|yg bener|yang betul|to|is)\b[\s,:]*/iu;
/** Nobody more comes: the whole text says so. */
const enough =
  /^\W*(?:(?:eh|oh|ya|kak|min|maaf)\s+)*(?:(?:s?udah|udh|sdh|dah)\s+)?(?:cukup|selesai|habis|semua(?:nya)?|(?:itu|segitu|segini)(?:\s+(?:aja|saja|dulu|doang))*|(?:ga|gak|gk|nggak|ngga|enggak|tidak|tdk|ndak)\s*(?:ada|jadi)(?:\s+(?:lagi|nambah|tambah))?|gajadi|done|enough|no more)(?:\s+(?:kak|min|ya|deh|aja|saja|dulu))*\W*$/iu;
/** Asks, or forbids: nothing is to be changed by it. */
const noOrder =
  /\?|\b(?:kalau|kalo|klo|kl|apakah|apa|gimana|gmn|bagaimana|boleh|bisa|jangan|jgn|jgan|if|what|how|can|don't)\b/iu;
const numbered =
  /\b(?:pekerja|karyawan|pegawai|anggota|staf|orang|worker|member)\s*(?:ke-?|yang ke-?|no\.?|nomor|#)?\s*(\d{1,2})\b/iu;

type Named = { scope: Scope; repeat: RepeatStep; index: number; said: readonly string[] };

/**
 * "gaji Siti 2,6 juta", "nama Budi salah, harusnya Budi Santosa", "hapus pekerja 3", while others are being typed: what names one
 * person of a list, and an answer about them or that they are to go, is no answer to the question about somebody else.
 */
export function changeNamedItem(work: Work, text: string): boolean {
  const form = activeForm(work);
  if (!form || text.length > longest) return false;
  const flow = flowOf(work, form);
  if (!flow.draft || !flow.steps.some(isRepeat) || noOrder.test(text)) return false;
  const repeats = flow.steps.filter(isRepeat);
  const pending = pendingStep(work);
  const scope = scopeOf(work, form);
  for (const repeat of repeats) {
    if (!scope.applies(repeat)) continue;
    if (endsItems(work, scope, repeat, pending, text)) return true;
    const named = itemIn(scope, repeat, text);
    if (named && changeOf(work, named, pending, text)) return true;
  }
  return false;
}

const isRepeat = (step: Step): step is RepeatStep => step.kind === "repeat";

/** "cukup" where the NIK of one more is asked: there is no one more. */
function endsItems(
  work: Work,
  scope: Scope,
  repeat: RepeatStep,
  pending: Pending | null,
  text: string,
): boolean {
  const { item } = pending?.step ?? {};
  if (item?.repeat !== repeat.name || item.index < 2 || pending?.step.kind !== "ask") return false;
  if (pending.step.type.name !== "nik" || !enough.test(text)) return false;
  removeAt(work, scope, repeat, item.index);
  const last = flowOf(work, scope.form).byName.get(nameInItem(repeat.name, item.index - 1, "more"));
  if (last?.kind === "ask") answerStep(work, scope.form, last, "done", { typed: true });
  return true;
}

/** The one person of a list whom a text names, by number or by a word of their name; null for none, or more than one. */
function itemIn(scope: Scope, repeat: RepeatStep, text: string): Named | null {
  const names = namesIn(scope, repeat);
  const number = numbered.exec(text);
  if (number) {
    const index = Number(number[1]);
    return names.has(index) ? { scope, repeat, index, said: [number[0].toLowerCase()] } : null;
  }
  const words = new Set(wordsIn(text.replace(becoming, "\n").split("\n")[0] ?? ""));
  const found = [...names].flatMap(([index, name]) => {
    const said = wordsIn(name).filter((word) => words.has(word));
    return said.length > 0 ? [{ index, said }] : [];
  });
  const most = Math.max(...found.map(({ said }) => said.length), 0);
  const [one, ...others] = found.filter(({ said }) => said.length === most);
  if (!one || others.length > 0 || isAnotherToo(scope, one.said)) return null;
  return { scope, repeat, ...one };
}

/** The names of people outside the list: what holds one of them may be about that person. */
const isAnotherToo = ({ flow, form }: Scope, said: readonly string[]): boolean =>
  flow.steps.some(
    (step) =>
      step.kind === "ask" &&
      !step.item &&
      step.type.name === "person-name" &&
      wordsIn(String(form.marks[step.name]?.v ?? "")).some((word) => said.includes(word)),
  );

/** Each item that is begun, with the name that was given in it. */
function namesIn({ flow, form }: Scope, repeat: RepeatStep): Map<number, string> {
  const names = new Map<number, string>();
  for (const step of flow.steps) {
    if (step.kind !== "ask" || step.item?.repeat !== repeat.name || isMore(step)) continue;
    const answer = form.marks[step.name]?.v;
    if (answer === undefined) continue;
    const isName = step.type.name === "person-name";
    names.set(step.item.index, isName ? String(answer) : (names.get(step.item.index) ?? ""));
  }
  return names;
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

function changeOf(work: Work, named: Named, pending: Pending | null, text: string): boolean {
  const { scope, repeat, index } = named;
  const step = answerNamed(work, named, text);
  if (!step && removing.test(text)) {
    removeAt(work, scope, repeat, index);
    return true;
  }
  if (!step || step.name === pending?.step.name) return false;
  const value = valueIn(work, named, step, text);
  if (value !== undefined && amend(work, scope.form, step, value)) return true;
  if (!changing.test(text)) return false;
  const { form } = scope;
  work.naming = true;
  work.session.asked = null;
  form.reopened = step.name;
  form.correcting = true;
  if (value !== undefined) complain(work, scope, step, parseFor(work, scope, step, value));
  return true;
}

/** The answer about this person whose name is in the text; the longest name wins. */
function answerNamed(work: Work, { scope, repeat, index }: Named, text: string) {
  const said = text.toLowerCase();
  let best: { step: AskStep; length: number } | null = null;
  for (const step of scope.flow.steps) {
    if (step.kind !== "ask" || step.item?.repeat !== repeat.name || step.item.index !== index)
      continue;
    if (isMore(step) || scope.form.marks[step.name] === undefined) continue;
    for (const name of namesOf(work, step))
      if (name.length > (best?.length ?? 0) && asWord(name).test(said))
        best = { step, length: name.length };
  }
  return best?.step;
}

const namesOf = (work: Work, step: AskStep): string[] => {
  const { words } = catalogueOf(work);
  return [step.texts, step.partTexts].flatMap((texts) => [...words(`${texts}.names`)]);
};

const asWord = (name: string): RegExp =>
  new RegExp(`(?<!\\p{L})${name}(?:nya|ku)?(?!\\p{L})`, "iu");

/** The new value: what stands behind "harusnya", else, of a strict type, what is left of the text. */
function valueIn(work: Work, { said }: Named, step: AskStep, text: string): string | undefined {
  const [, behind] = text.split(becoming);
  if (behind !== undefined && behind.trim() !== "") return behind.trim();
  if (!step.type.strict) return undefined;
  let rest = text.toLowerCase();
  for (const word of [...said, ...namesOf(work, step)]) rest = rest.replace(asWord(word), " ");
  return /\d/.test(rest) ? rest.trim() : undefined;
}
