import type { Now, Reply } from "../engine/event.ts";
import { copySession, emptySession, type Session } from "../engine/session.ts";
import type { Book } from "../flow/book.ts";
import type { Turn } from "./ports/line.ts";
import type { Taken } from "./turn.ts";

/** Puts the head of the line aside as a dead letter, with one sentence to the person; the session stays as it was. */
export function giveUp({ book, now }: { book: () => Book; now: () => Now }, turn: Turn): Taken {
  const head = turn.items[0]?.id;
  const before = turn.session as Session | null;
  const session = before ? copySession(before) : emptySession(now().at);
  const reply: Reply = {
    text: book().catalogues[session.language].format("engine.given_up"),
    choices: [],
    numbered: true,
    keys: ["engine.given_up"],
  };
  const taken = head === undefined ? [] : [head];
  const part = { id: `${turn.seed}.0`, body: reply };
  return {
    outcome: {
      session: turn.session,
      taken,
      parts: [part],
      jobs: [],
      dead: taken.map((id) => ({ id, code: "poison" })),
    },
    report: {
      items: taken,
      parts: [{ id: part.id, reply }],
      effects: [],
      failed: [],
      jobs: 0,
      flow: null,
      step: null,
      walked: [],
    },
    gaps: [],
  };
}
