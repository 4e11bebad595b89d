import { asksBack } from "../answer-types/talk.ts";
import { wordsOf } from "../answer-types/words.ts";
import { cleaned } from "./cleaned.ts";
import { openUrgent } from "./open-urgent.ts";
import { answerQuestion } from "./questions.ts";
import { activeForm, type Work } from "./work.ts";

/** Something is under way for the form: what asks or tells of something grave is answered, nothing else is taken. False where nothing is. */
export function hearMeanwhile(work: Work, text: string): boolean {
  if (!activeForm(work)?.waiting) return false;
  if (!openUrgent(work, text)) answerQuestion(work, text);
  return true;
}

/** What was written beneath a file, which goes with it: what tells of something grave or asks is answered too. */
export function hearCaption(work: Work, caption: string): void {
  const text = cleaned(caption);
  if (openUrgent(work, text)) return;
  if (asksBack(text, wordsOf(text)) || text.includes("?")) answerQuestion(work, text);
}
