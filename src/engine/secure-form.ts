import type { FileKind } from "../answer-types/file.ts";
import type { Book } from "../flow/book.ts";
import type { AskStep } from "../flow/flow.ts";
import { settle } from "./answer.ts";
import { complain } from "./complain.ts";
import type { Message, Now, Place } from "./event.ts";
import { takeFiles } from "./files.ts";
import { bring } from "./forms.ts";
import { parseFor } from "./parse-for.ts";
import { renderQuestion } from "./question.ts";
import type { Form, Session } from "./session.ts";
import { flowOf, formById, newWork, note, scopeOf, type Work } from "./work.ts";

/** Takes a text as the answer to this question, wherever the conversation stands; a question that is no longer one takes nothing. */
export function answerAt(work: Work, place: Place, text: string): void {
  const found = open(work, place);
  if (!found) {
    note(work, "engine.secure.gone");
    return;
  }
  const { form, step } = found;
  const scope = scopeOf(work, form);
  const parsed = parseFor(work, scope, step, text);
  if (!settle(work, form, step, parsed, true)) complain(work, scope, step, parsed);
}

/** The same for a file that was sent to this question's page. */
export function answerFileAt(work: Work, place: Place, message: Message): void {
  if (open(work, place) && takeFiles(work, [message]) > 0) return;
  note(work, "engine.secure.gone");
}

/** A question as a page of its own asks it; `type`: name of its answer type, `kinds`: of files that it takes. */
export type SecureQuestion = { texts: string[]; type: string; kinds: readonly FileKind[] };

/** What a page asks for; null where this question is not, or no longer, one of the session's. Nothing is changed. */
export function secureQuestion(
  book: Book,
  session: Session,
  place: Place,
  now: Now,
): SecureQuestion | null {
  const work = newWork(book, session, "", now);
  const found = open(work, place);
  // a page shows the question in full, whatever the chat showed before
  work.session.shown = null;
  const question = found && renderQuestion(work);
  return (
    question && {
      texts: question.texts.map(({ text }) => text),
      type: found.step.type.name,
      kinds: found.step.kinds,
    }
  );
}

/** What is wrong with a text or file as the answer to this question, in words for the person; null if nothing. Nothing is changed. */
export function secureFault(
  book: Book,
  session: Session,
  { place, text = "", media }: { place: Place } & Pick<Message, "text" | "media">,
  now: Now,
): string | null {
  const work = newWork(book, session, "", now);
  if (media) answerFileAt(work, place, { media });
  else answerAt(work, place, text);
  return work.complaint?.text ?? null;
}

/** Has this question asked, if it stands open or was reopened: one that is answered is corrected in the chat. */
function open(work: Work, { form: id, step: name }: Place): { form: Form; step: AskStep } | null {
  const form = formById(work, id);
  const step = form && flowOf(work, form).byName.get(name);
  if (!form || form.waiting || step?.kind !== "ask" || !scopeOf(work, form).applies(step))
    return null;
  const { asked } = work.session;
  const isAsked = asked?.form === id && asked.step === name;
  if (!isAsked && form.marks[name]) return null;
  bring(work, form);
  work.session.asked = { form: id, step: name, tries: 0 };
  return { form, step };
}
