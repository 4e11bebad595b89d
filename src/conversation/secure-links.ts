import type { Reply } from "../engine/event.ts";
import { linkMark } from "../engine/question.ts";
import type { PrivacyClass } from "../flow/flow.ts";
import type { Contact } from "./ports/contact.ts";
import type { Tickets } from "./ports/tickets.ts";

/** How long a link can be used, in ms. */
export const linkLife = 15 * 60_000;

/** Which answers move to a page, and where. */
export type SecureRule = {
  /** Channels whose people are offered it. */
  channels: readonly string[];
  /** Those of them where an identity number typed in the chat is not taken. */
  only: readonly string[];
  classes: readonly PrivacyClass[];
  /** Where people reach the web server, without a slash at the end. */
  publicUrl: string;
};

/** What a link stands for. */
export type Ticket = {
  contact: Contact;
  form: string;
  step: string;
  /** Epoch ms. */
  until: number;
  /** Of the part that the link went out with: an answer by it is a message of this id. */
  part: string;
};

export const sealTicket = (
  tickets: Tickets,
  { contact, form, step, until, part }: Ticket,
): string =>
  tickets.seal([contact.channel, contact.account, contact.user, form, step, String(until), part]);

/** Null for what is no ticket of this installation. */
export function openTicket(tickets: Tickets, sealed: string): Ticket | null {
  const read = tickets.open(sealed);
  if (read?.length !== 7) return null;
  const [channel = "", account = "", user = "", form = "", step = "", until = "", part = ""] = read;
  return { contact: { channel, account, user }, form, step, until: Number(until), part };
}

/** What goes out for a stored reply, as far as pages are concerned; `part`: the id that it goes out under. */
export type Linking = (contact: Contact, part: string, reply: Reply) => Omit<Reply, "secure">;

/** Everything is typed in the chat. */
export const withoutLinks: Linking = (_contact, _part, { secure: _, ...reply }) => reply;

/** Adds to a question the way to its page, made when it is sent: nothing that is stored holds a link. `clock` gives epoch ms. */
export const makeLinking =
  (rule: SecureRule, tickets: Tickets, clock: () => number): Linking =>
  (contact, part, { secure, ...reply }) => {
    if (!secure || !rule.channels.includes(contact.channel)) return reply;
    if (!rule.classes.includes(secure.class)) return reply;
    const { form, step, sentence } = secure;
    const until = clock() + linkLife;
    const link = `${rule.publicUrl}/isi/${sealTicket(tickets, { contact, form, step, until, part })}`;
    return { ...reply, text: `${reply.text}\n\n${sentence.replace(linkMark, () => link)}` };
  };
