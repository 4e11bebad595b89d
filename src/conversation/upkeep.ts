import { closedCaseDays } from "../cases/closed-case.ts";
import type { Book } from "../flow/book.ts";
import { gapDays } from "../flow/faq-answer.ts";
import { daysLater } from "../lib/dates.ts";
import type { Log } from "../lib/log.ts";
import { nameOf } from "../lib/name-of.ts";
import type { Conversation } from "./conversation.ts";
import { tellLate } from "./late-answers.ts";
import type { Cases } from "./ports/cases.ts";
import type { DeadLetters } from "./ports/dead.ts";
import type { Deliveries } from "./ports/deliveries.ts";
import type { Files } from "./ports/files.ts";
import type { Gaps } from "./ports/gaps.ts";
import type { Leftovers } from "./ports/leftovers.ts";
import type { PersonNames } from "./ports/linked-device.ts";
import type { Outbox } from "./ports/outbox.ts";
import type { WorkerLists } from "./ports/worker-lists.ts";
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
/** How long files, and lists that belong to no registration, are kept, in ms: as long as the form that they were sent for. */
const fileLife = partLife;

/** How long what was given up can be tried again, in ms. */
const deadLife = partLife;

/** Jobs that one process has under way at the same time: a long one does not keep the next waiting. */
const jobsAtOnce = 2;

type UpkeepParts = {
  outbox: Outbox;
  dead: Pick<DeadLetters, "forget">;
  leftovers: Leftovers;
  deliveries: Pick<Deliveries, "forget">;
  cases: Pick<Cases, "forget" | "unanswered">;
  names: Pick<PersonNames, "forget">;
  gaps: Pick<Gaps, "forget">;
  files: Pick<Files, "forget">;
  workers: Pick<WorkerLists, "forget">;
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
  const { outbox, deliveries, cases, gaps, names, files, workers, today, clock, log } = parts;
  const reportStale = makeStaleReport(log);
  let ended = false;
  let rounds = 0;
  const forget = async (): Promise<void> => {
    await conversation.forgetIdle();
    await outbox.forget(clock() - partLife);
    await deliveries.forget(clock() - deliveryLife, clock() - partLife);
    await gaps.forget(daysLater(today(), -gapDays));
    reportStale(parts.book(), today());
    await cases.forget(new Date(clock() - caseLife).toISOString());
    await files.forget(new Date(clock() - fileLife).toISOString());
    await workers.forget(new Date(clock() - fileLife).toISOString());
    await names.forget(clock() - nameLife);
    await parts.dead.forget(clock() - deadLife);
    await parts.leftovers.forget(clock());
  };
  const look = async (): Promise<void> => {
    if (rounds % untilForgetting === 0) await forget();
    if (rounds % untilLate === 0) await tellLate({ ...parts, conversation });
    rounds++;
    await conversation.sweep();
  };
  const performJobs = async (): Promise<void> => {
    while (!ended && (await conversation.runJob()));
  };
  const failed = (error: unknown): void => {
    if (!ended) log.error("upkeep_failed", { name: nameOf(error) });
  };
  const loops = [look, ...Array.from({ length: jobsAtOnce }, () => performJobs)].map((work) =>
    repeatedly(() => work().catch(failed)),
  );
  return {
    async stop() {
      ended = true;
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

/** Does it again and again with a pause, until it is stopped; `stop` waits for what is under way. */
function repeatedly(work: () => Promise<void>): { stop(): Promise<void> } {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const round = async (): Promise<void> => {
    await work();
    if (!ended) timer = setTimeout(again, every);
  };
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
