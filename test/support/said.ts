import type { Session } from "../../src/engine/session.ts";
import { bookForTests, talk } from "./talk.ts";

const book = bookForTests();
const on = (today: string) => ({ now: { at: Date.parse(`${today}T03:00:00Z`), today } });

/** The last turn of a conversation that is typed, with all that it said. */
export function said(texts: readonly string[], from: Session | null = null, today = "2026-11-22") {
  let session = from;
  let turn = talk(book, session, [], on(today));
  for (const text of texts) {
    turn = talk(book, session, [{ text }], on(today));
    session = turn.session;
  }
  return {
    ...turn,
    text: turn.replies.map(({ text }) => text).join("\n"),
    keys: turn.replies.flatMap(({ keys }) => keys),
    labels: turn.replies.at(-1)?.choices.map(({ label }) => label) ?? [],
    flow: session?.forms.find(({ id }) => id === session?.stack.at(-1))?.flow,
    answers: session?.forms.find(({ id }) => id === session?.stack.at(-1))?.marks ?? {},
  };
}
