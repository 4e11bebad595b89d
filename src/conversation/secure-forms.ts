import type { Now } from "../engine/event.ts";
import { secureFault, secureQuestion } from "../engine/secure-form.ts";
import type { Session } from "../engine/session.ts";
import type { Book } from "../flow/book.ts";
import type { Contact } from "./ports/contact.ts";
import type { Intake } from "./ports/intake.ts";
import type { Line } from "./ports/line.ts";
import type { SecureForm, SecureForms, SecureInput } from "./ports/secure-form.ts";
import type { Tickets } from "./ports/tickets.ts";
import { openTicket, type Ticket } from "./secure-links.ts";

type SecureFormParts = {
  book: () => Book;
  line: Pick<Line, "peek">;
  intake: Pick<Intake, "accept">;
  tickets: Tickets;
  now: () => Now;
};

/** Inputs by answer type; any other is a line of text. */
const inputs: Partial<Record<string, SecureInput>> = {
  nik: "numeric",
  number: "numeric",
  phone: "tel",
  email: "email",
};

/** Pages for single answers, over the same engine as the chat: what is accepted there is accepted here. */
export function makeSecureForms(parts: SecureFormParts): SecureForms {
  const { book, line, intake, tickets, now } = parts;

  const find = async (token: string, visitor: Contact | null): Promise<Found> => {
    const ticket = openTicket(tickets, token);
    if (!ticket || !isFor(ticket.contact, visitor)) return { fault: "unknown", language: "id" };
    const session = (await line.peek(ticket.contact)) as Session | null;
    if (!session) return { fault: "unknown", language: "id" };
    const { language } = session;
    if (now().at > ticket.until) return { fault: "expired", language };
    return { ticket, session, language };
  };

  const closed = (language: Language, state: ClosedState): SecureForm => {
    const catalogue = book().catalogues[language];
    return {
      state,
      language,
      words: { title: catalogue.format("web.secure.title"), name: catalogue.format("web.name") },
      sentence: catalogue.format(`web.secure.${state}`),
    };
  };

  const opened = ({ ticket, session, language }: Open, fault?: string): SecureForm => {
    const question = secureQuestion(book(), session, ticket, now());
    if (!question) return closed(language, "used");
    const catalogue = book().catalogues[language];
    const word = (key: string) => catalogue.format(`web.secure.${key}`);
    return {
      state: "open",
      language,
      words: {
        title: word("title"),
        name: catalogue.format("web.name"),
        promise: word("promise"),
        label: word("label"),
        send: word("send"),
      },
      question: question.texts,
      input: inputs[question.type] ?? "text",
      ...(fault === undefined ? {} : { fault }),
    };
  };

  return {
    async show(token, visitor) {
      const found = await find(token, visitor);
      return found.fault ? closed(found.language, found.fault) : opened(found);
    },
    async answer(token, visitor, text) {
      const found = await find(token, visitor);
      if (found.fault) return closed(found.language, found.fault);
      const { ticket, session, language } = found;
      if (!secureQuestion(book(), session, ticket, now())) return closed(language, "used");
      const place = { form: ticket.form, step: ticket.step };
      const fault = secureFault(book(), session, { place, text }, now());
      if (fault !== null) return opened(found, fault);
      const at = new Date(now().at).toISOString();
      const message = { kind: "message", at, text, place } as const;
      const state = await intake.accept(ticket.contact, `isi-${ticket.part}`, message);
      return closed(language, became[state]);
    },
  };
}

const became = { entered: "done", seen: "used", refused: "busy" } as const;

type Language = Session["language"];
type ClosedState = Exclude<SecureForm["state"], "open">;
type Open = { ticket: Ticket; session: Session; language: Language; fault?: never };
type Found = Open | { fault: "unknown" | "expired"; language: Language };

/** A contact of the web chat is a browser: its links work in no other. On other channels whoever holds the link fills in for the contact. */
const isFor = (contact: Contact, visitor: Contact | null): boolean =>
  contact.channel !== "web" || contact.user === visitor?.user;
