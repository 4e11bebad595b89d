import type { Log } from "../lib/log.ts";
import type { Conversation } from "./conversation.ts";
import type { Cases } from "./ports/cases.ts";

/** Office time after which a person is told, once, that nobody has answered yet, in ms. */
export const tellAfter = 2 * 3_600_000;

/** The same by the clock, where no office hours are known, in ms. */
const tellAfterClock = 4 * 3_600_000;

/** People told in one round. */
const atOnce = 50;

type LateParts = {
  cases: Pick<Cases, "unanswered">;
  conversation: Pick<Conversation, "receive">;
  /** Epoch ms. */
  clock: () => number;
  /** Office time between two instants, in ms; null where office hours are not known. */
  officeTime: ((from: number, to: number) => number) | null;
  log: Log;
};

/** Tells people whom no officer has answered for two office hours that it takes longer; each once. */
export async function tellLate(parts: LateParts): Promise<void> {
  const { cases, conversation, clock, officeTime, log } = parts;
  const now = clock();
  const before = new Date(now - (officeTime ? tellAfter : tellAfterClock)).toISOString();
  for (const { number, contact, since } of await cases.unanswered(before, atOnce)) {
    const from = Date.parse(since);
    if (officeTime && officeTime(from, now) < tellAfter) continue;
    const id = `late-${number}-${from}`;
    await conversation.receive(contact, id, {
      kind: "officer",
      case: number,
      act: "late",
      by: "payung",
    });
    log.info("told_late");
  }
}
