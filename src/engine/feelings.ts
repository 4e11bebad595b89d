import { plainWords } from "../lib/plain-words.ts";
import { findUrgent } from "./find-urgent.ts";
import { flowIndexOf } from "./flow-index.ts";
import { home } from "./forms.ts";
import { offerPerson } from "./tell-beside.ts";
import { activeForm, note, pendingStep, type Work } from "./work.ts";

/** Longer texts tell more than a feeling. */
const longest = 80;

const insults =
  /\b(?:bangsat|goblok|goblog|gblk|tolol|bego|bajingan|jancok|jancuk|brengsek|keparat|kampret|kontol|memek|ngentot|anjing lo|anjir lo|bacot)\b/;
/** Animals, which somebody may live by: an insult only beside words that address the bot. */
const animals = /\b(?:anjing|anjg|babi|asu|monyet)\b/;
const addressing =
  /\b(?:lo|lu|loe|elu|kau|kamu|bot|dong|woi|woy|dasar|jawab|jawabannya|ah|emang)\b/;
const thanks =
  /\b(?:ma?kasi+h?|terima ?kasih|mksh|mkasih|trims|thx|thanks?|tq|suwun|nuwun|nuhun|kasih|tengkyu)\b/;
const fear =
  /\b(?:takut|panik|bingung|gemetar|gemeteran|syok|shock|cemas|khawatir|kalut|scared|afraid|panicking)\b/;
const no = "(?:tidak|tdk|gak|ga|gk|nggak|ngga|enggak|ndak)";
const sorrow = new RegExp(
  `\\b(?:sedih|berduka|nangis|menangis|kehilangan|terpukul|hancur|pilu|${no} (?:kuat|sanggup))\\b`,
);
/** "terus saya harus kemana", "gatau mesti gimana lagi" */
const helpless =
  /\b(?:harus|mesti|kudu|musti) (?:gimana|bagaimana|gmn|apa|ngapain|ke ?mana|mulai)\b|\b(?:gimana|gmn|bagaimana) (?:lagi|ini|dong)\b/;

/** Whether a text is said in anger and answers nothing ("jawab yang bener dong anjing"). */
export function isInsult(text: string): boolean {
  if (text.length > longest) return false;
  const said = plainWords(text);
  if (insults.test(said)) return true;
  return animals.test(said) && (addressing.test(said) || !said.includes(" "));
}

/** An insult is no answer to the open question, which comes again after a calm word. Whatever was said with it of an accident goes first. */
export function hearInsult(work: Work, text: string): boolean {
  const asked = pendingStep(work);
  if (!asked || asked.form.flow === home || !isInsult(text) || findUrgent(work, text)) return false;
  note(work, "engine.none.makian");
  return true;
}

/** Whether a text says that its writer is afraid or at a loss. */
export const isAfraid = (text: string): boolean => fear.test(plainWords(text));

/** Longest cry of fear that tells nothing else, in words. */
const fearWords = 5;

/** Fear alone, where somebody tells of an accident: a calm word; the open question comes again. False for anything else. */
export function hearFear(work: Work, text: string): boolean {
  const said = plainWords(text);
  if (said.split(" ").length > fearWords || !fear.test(said)) return false;
  note(work, "engine.fear");
  return true;
}

/** Where nothing is filled in and something grave was spoken of: the one next step, and a person. False elsewhere. */
export function comfort(work: Work): boolean {
  const active = activeForm(work);
  const { topic } = work.session;
  if ((active && active.flow !== home) || topic === undefined) return false;
  if (!flowIndexOf(work.book).urgent.some((flow) => flow.topic === topic)) return false;
  note(work, "engine.next_step");
  offerPerson(work);
  return true;
}

/** Grief, fear, or not knowing what to do, after something grave was told. False for anything else. */
export function hearDistress(work: Work, text: string): boolean {
  if (text.length > longest) return false;
  const said = plainWords(text);
  if (!sorrow.test(said) && !fear.test(said) && !helpless.test(said)) return false;
  return comfort(work);
}

/** A kind word for grief or thanks that answer nothing; the open question comes again. False for anything else. */
export function hearFeelings(work: Work, text: string): boolean {
  if (text.length > longest) return false;
  if (sorrow.test(plainWords(text))) {
    note(work, "engine.sorrow");
    return true;
  }
  if (!thanks.test(plainWords(text))) return false;
  const { decision, kind } = work.book.understand(text);
  if (decision !== "none" || kind !== "terima-kasih") return false;
  note(work, "engine.welcome");
  return true;
}
