import type { Book } from "../flow/book.ts";
import type { Session } from "./session.ts";

/**
 * Whether a file that comes now is for a question: one that asks for a file stands open or was answered last, or a file for it is on
 * its way. Only for looking; what a file is taken for, the engine decides.
 */
export function wantsFile(book: Book, session: Session): boolean {
  const form = session.forms.find(({ id }) => id === session.stack.at(-1));
  if (!form) return false;
  if (form.fetching) return true;
  const flow = book.flows.get(form.flow);
  return [session.asked, session.last].some((place) => {
    const step = place?.form === form.id ? flow?.byName.get(place.step) : undefined;
    return step?.kind === "ask" && step.type.name === "file";
  });
}
