import { respond } from "../../src/engine/respond.ts";
import type { Session } from "../../src/engine/session.ts";
import type { Book } from "../../src/flow/book.ts";
import { bookOfOneForm, scriptOf } from "./form.ts";

/** Everybody's first message, then everybody's second ...: microseconds of each, by message. */
function round(book: Book, users: number): number[][] {
  const now = { at: 1_795_000_000_000, today: "2026-11-22" };
  const sessions: (Session | null)[] = Array.from({ length: users }, () => null);
  const scripts = Array.from({ length: users }, (_, user) => scriptOf(user).says);
  const times = Array.from({ length: 12 }, (_, step) =>
    scripts.map((script, user) => {
      const messages = [{ text: script[step] ?? "" }];
      const before = performance.now();
      const { session } = respond(
        book,
        sessions[user] ?? null,
        { seed: "abcdefghijklmnop", messages },
        now,
      );
      const taken = (performance.now() - before) * 1000;
      sessions[user] = session;
      return taken;
    }),
  );
  if (!sessions.every((session) => session?.closed[0]?.end === "selesai"))
    throw new Error(
      `a form did not end: ${JSON.stringify(sessions.find((one) => one?.closed.length !== 1)?.asked)}`,
    );
  return times;
}

const median = (all: number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

const book = bookOfOneForm();
round(book, 200);
const rounds = Array.from({ length: 5 }, () => round(book, 1000));
const byMessage = Array.from({ length: 12 }, (_, step) =>
  median(rounds.flatMap((one) => one[step] ?? [])),
);
process.stdout.write(
  `${JSON.stringify({
    microseconds: median(rounds.flat(2)),
    byMessage: byMessage.map((one) => Number(one.toFixed(1))),
    node: process.version,
  })}\n`,
);
