import type { Message } from "../../src/engine/event.ts";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, sessionAt, type Talked, talk } from "../support/talk.ts";

export const book = bookForTests();

/** The case that is opened whenever somebody asks for an officer. */
export const number = "KSS-00000-00000-0";

/** One turn of these messages. */
export const say = (session: Session | null, ...messages: (string | Message)[]): Talked =>
  talk(
    book,
    session,
    messages.map((one) => (typeof one === "string" ? { text: one } : one)),
  );

/** The keys of all that was said. */
export const keys = ({ replies }: Talked): string[] => replies.flatMap((reply) => reply.keys);

/** Somebody who asked for an officer, at a step or in no form, and wrote the first line to them. */
export const withOfficer = (step: string | null = null): Session =>
  say(step === null ? null : sessionAt(book, step), "petugas", "selamat pagi").session;
