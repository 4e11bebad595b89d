import type { FileKind } from "../answer-types/file.ts";
import type { Message, Now } from "../engine/event.ts";
import { secureFault, secureQuestion } from "../engine/secure-form.ts";
import type { Session } from "../engine/session.ts";
import type { Book } from "../flow/book.ts";
import { keyOf } from "./for-officers.ts";
import { kindOf } from "./perform/file-kind.ts";
import { keepBrought } from "./perform/file-take.ts";
import type { Contact } from "./ports/contact.ts";
import type { Files } from "./ports/files.ts";
import type { Intake } from "./ports/intake.ts";
import type { Inbound, Line } from "./ports/line.ts";
import type { SecureAnswer, SecureForm, SecureForms, SecureInput } from "./ports/secure-form.ts";
import type { Tickets } from "./ports/tickets.ts";
import { openTicket, type Ticket } from "./secure-links.ts";

type SecureFormParts = {
  book: () => Book;
  line: Pick<Line, "peek">;
  intake: Pick<Intake, "accept">;
  files: Files;
  tickets: Tickets;
  now: () => Now;
};

/** Inputs by answer type; any other is a line of text. */
const inputs: Partial<Record<string, SecureInput>> = {
  nik: "numeric",
  number: "numeric",
  phone: "tel",
  email: "email",
  file: "file",
};

/** Kinds of files as browsers are told them. */
const accepted: Readonly<Record<FileKind, string>> = {
  sheet: ".xlsx,.csv",
  image: "image/*",
  pdf: ".pdf",
};

/** A name by which the engine knows what a file is by its content. */
const named = { sheet: "a.xlsx", image: "a.jpg", pdf: "a.pdf", other: "a.zip" } as const;

/** Pages for single answers, over the same engine as the chat: what is accepted there is accepted here. */
export function makeSecureForms(parts: SecureFormParts): SecureForms {
  const { book, line, intake, files, tickets, now } = parts;

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
        label: word(question.type === "file" ? "file" : "label"),
        send: word("send"),
      },
      question: question.texts,
      input: inputs[question.type] ?? "text",
      ...(question.type === "file"
        ? { accept: question.kinds.map((kind) => accepted[kind]).join(",") }
        : {}),
      ...(fault === undefined ? {} : { fault }),
    };
  };

  return {
    async show(token, visitor) {
      const found = await find(token, visitor);
      return found.fault ? closed(found.language, found.fault) : opened(found);
    },
    async answer(token, visitor, given) {
      const found = await find(token, visitor);
      if (found.fault) return closed(found.language, found.fault);
      const { ticket, session, language } = found;
      if (!secureQuestion(book(), session, ticket, now())) return closed(language, "used");
      const place = { form: ticket.form, step: ticket.step };
      const fault = secureFault(book(), session, { place, ...judged(given) }, now());
      if (fault !== null) return opened(found, fault);
      const at = new Date(now().at).toISOString();
      const id = `isi-${ticket.part}`;
      const { contact } = ticket;
      if (typeof given !== "string") await keepBrought(files, contact, id, given, at);
      const state = await intake.accept(contact, id, {
        kind: "message",
        at,
        ...told(given),
        place,
      });
      // What was not taken makes room for the next try.
      if (typeof given !== "string" && state === "refused") await forget(files, contact, id);
      return closed(language, became[state]);
    },
  };
}

/** What the engine is to judge: of a file its size, and what it is by its content whatever its name says. */
function judged(given: SecureAnswer): Pick<Message, "text" | "media"> {
  if (typeof given === "string") return { text: given };
  const { media } = told(given);
  const name = named[kindOf(given.content).kind];
  return { media: { kind: "document", handle: "", ...media, name } };
}

/** The answer as a message holds it: of a file never the content. */
function told(given: SecureAnswer): Pick<Inbound, "text" | "media"> {
  if (typeof given === "string") return { text: given };
  const { name, content } = given;
  const kind = kindOf(content).kind === "image" ? "image" : "document";
  return { media: { kind, name, size: content.byteLength } };
}

async function forget(files: Files, contact: Contact, id: string): Promise<void> {
  const kept = await files.find(contact, keyOf(contact, id));
  if (kept) await files.remove(kept.id);
}

const became = { entered: "done", seen: "used", refused: "busy" } as const;

type Language = Session["language"];
type ClosedState = Exclude<SecureForm["state"], "open">;
type Open = { ticket: Ticket; session: Session; language: Language; fault?: never };
type Found = Open | { fault: "unknown" | "expired"; language: Language };

/** A contact of the web chat is a browser: its links work in no other. On other channels whoever holds the link fills in for the contact. */
const isFor = (contact: Contact, visitor: Contact | null): boolean =>
  contact.channel !== "web" || contact.user === visitor?.user;
