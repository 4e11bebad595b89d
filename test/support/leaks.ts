import type { Form } from "../../src/engine/session.ts";
import type { Book } from "../../src/flow/book.ts";
import type { Call } from "./walk.ts";

/**
 * What of one person came into the form of another: a message answers only in the form that asked, and a form that is opened
 * for somebody else holds nothing that is known already.
 */
export function leaks(book: Book, { before, does, event, response }: Call): string[] {
  const forms = response.session.forms.filter(({ flow }) => book.flows.get(flow)?.others);
  const known = before?.forms ?? [];
  const opened = forms.filter((form) => form.whose && !known.some(({ id }) => id === form.id));
  const [message] = event.messages;
  const answers =
    does === "answers" && event.messages.length === 1 && message?.choice === undefined;
  return [
    ...opened.flatMap((form) =>
      Object.keys(form.earlier).length > 0 || form.given
        ? [`a form for somebody else (${form.whose}) begins with answers`]
        : [],
    ),
    ...forms.flatMap((form) => {
      const was = known.find(({ id }) => id === form.id);
      const elsewhere = answers && was && before?.asked && before.asked.form !== form.id;
      return elsewhere && answersIn(book, was) !== answersIn(book, form)
        ? ["an answer went into a form that had not asked"]
        : [];
    }),
  ];
}

const answersIn = (book: Book, { flow, marks }: Form): string =>
  JSON.stringify(
    Object.entries(marks).filter(
      ([name]) => book.flows.get(flow)?.byName.get(name)?.kind === "ask",
    ),
  );
