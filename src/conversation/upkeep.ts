import { closedCaseDays } from "../cases/closed-case.ts";
import type { Book } from "../flow/book.ts";
import { gapDays } from "../flow/faq-answer.ts";
import { daysLater } from "../lib/dates.ts";
import type { Log } from "../lib/log.ts";
import { nameOf } from "../lib/name-of.ts";
import type { Conversation } from "./conversation.ts";
import { tellLate } from "./late-answers.ts";
import type { Cases } from "./ports/cases.ts";
import type { Deliveries } from "./ports/deliveries.ts";
import type { Gaps } from "./ports/gaps.ts";
import type { PersonNames } from "./ports/linked-device.ts";
import type { Outbox } from "./ports/outbox.ts";
import { makeStaleReport } from "./stale-report.ts";

/** Pause between two looks for lines without a holder and for jobs, in ms. */
const every = 1000;
/** Looks between two times that old things are forgotten: an hour. */
const untilForgetting = 3600;
/** Looks between two times that people are looked for whom no officer answers: a minute. */
const untilLate = 60;
/** How long what was sent is remembered, and how long a closed case is kept, in ms. */
const deliveryLife = 7 * 86_400_000;
const caseLife = closedCaseDays * 86_400_000;
/** How long a part waits for a channel that is fetched from, or for its person to write again, in ms: as long as a draft lives. */
const partLife = 30 * 86_400_000;
/** How long it is known who somebody is of whom there are no records, in ms: as long as anything else of theirs waits. */
const nameLife = partLife;

type UpkeepParts = {
  outbox: Outbox;
  deliveries: Pick<Deliveries, "forget">;
  cases: Pick<Cases, "forget" | "unanswered">;
  names: Pick<PersonNames, "forget">;
  gaps: Pick<Gaps, "forget">;
  book: () => Book;
  /** The ISO date of now. */
  today: () => string;
  /** Office time between two instants, in ms; null where office hours are not known. */
  officeTime: ((from: number, to: number) => number) | null;
  clock: () => number;
  log: Log;
};

/** Takes up lines whose holder died, performs jobs, and has old things forgotten, until it is stopped. */
export function startUpkeep(
  conversation: Conversation,
  parts: UpkeepParts,
): { stop(): Promise<void> } {
  const { outbox, deliveries, cases, gaps, names, today, clock, log } = parts;
  const reportStale = makeStaleReport(log);
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  let rounds = 0;
  const once = async (): Promise<void> => {
    try {
      if (rounds % untilForgetting === 0) {
        await conversation.forgetIdle();
        await outbox.forget(clock() - partLife);
        await deliveries.forget(clock() - deliveryLife, clock() - partLife);
        await gaps.forget(daysLater(today(), -gapDays));
        reportStale(parts.book(), today());
        await cases.forget(new Date(clock() - caseLife).toISOString());
        await names.forget(clock() - nameLife);
      }
      if (rounds % untilLate === 0) await tellLate({ ...parts, conversation });
      rounds++;
      await conversation.sweep();
      while (!ended && (await conversation.runJob()));
    } catch (error) {
      if (!ended) log.error("upkeep_failed", { name: nameOf(error) });
    }
  };
  const round = async (): Promise<void> => {
    await once();
    if (!ended) timer = setTimeout(again, every);
  };
  let running = Promise.resolve();
  const again = (): void => {
    running = round();
  };
  again();
  return {
    async stop() {
      ended = true;
      clearTimeout(timer);
      await running;
    },
  };
}
