import type { Effect, EffectOutcome, Now } from "../../engine/event.ts";
import { emptySession, type Session } from "../../engine/session.ts";
import type { Book } from "../../flow/book.ts";
import { type EffectKind, isEffectKind } from "../../flow/effects.ts";
import type { Log } from "../../lib/log.ts";
import type { Contact } from "../ports/contact.ts";
import type { Job } from "../ports/line.ts";
import { submitAgency } from "./agency-submit.ts";
import { submitBusiness } from "./business-submit.ts";
import { openCase } from "./case-open.ts";
import { addToCase, reportAs } from "./case-report.ts";
import type { Chores } from "./chores.ts";
import { recordConsent } from "./consent-record.ts";
import { withdrawConsent } from "./consent-withdraw.ts";
import { stopContact } from "./contact-stop.ts";
import { quoteCooperative } from "./cooperative-quote.ts";
import { submitCooperative } from "./cooperative-submit.ts";
import { requestCorrection } from "./correction-request.ts";
import { eraseData } from "./data-erase.ts";
import { showData } from "./data-show.ts";
import { findCode, giveDrafts, inviteDrafts } from "./draft-codes.ts";
import { takeFile } from "./file-take.ts";
import type { Performer, Setting } from "./performer.ts";
import { submitRegistration } from "./registration-submit.ts";
import { findStatus, ownStatus } from "./status.ts";
import { quoteWorkerList } from "./workers-quote.ts";
import { readWorkerList } from "./workers-read.ts";

const performers: Record<EffectKind, Performer> = {
  "consent.record": recordConsent,
  "registration.submit": submitRegistration,
  "business.submit": submitBusiness,
  "agency.submit": submitAgency,
  "cooperative.quote": quoteCooperative,
  "cooperative.submit": submitCooperative,
  "case.open": openCase,
  "data.show": showData,
  "data.erase": eraseData,
  "contact.stop": stopContact,
  "accident.report": reportAs("accident"),
  "employer.report": reportAs("employer"),
  "case.add": addToCase,
  "status.own": ownStatus,
  "status.find": findStatus,
  "correction.request": requestCorrection,
  "consent.withdraw": withdrawConsent,
  "file.take": takeFile,
  "workers.read": readWorkerList,
  "draft.invite": inviteDrafts,
  "draft.find": findCode,
  "draft.give": giveDrafts,
  "workers.quote": quoteWorkerList,
};

/** Longest time for one try of a quick effect, and of a job, in ms. */
const quickLimit = 5000;
const jobLimit = 50_000;

export type Performers = {
  /** Tries twice; what fails twice comes back as `failed` and is repeated as a job. */
  perform(
    contact: Contact,
    effect: Effect,
    session: Session,
    book: Book,
    now: Now,
  ): Promise<EffectOutcome>;
  /** One try of a job; `session`: as last committed, for the language. */
  performJob(contact: Contact, job: Job, session: Session | null, now: Now): Promise<EffectOutcome>;
  /** Who made the code that drafts were given for; null where they had everything erased. */
  receiver(code: string): Promise<Contact | null>;
};

export type PerformerParts = Pick<
  Setting,
  "records" | "cases" | "files" | "workers" | "readWorkers" | "fetch"
> & {
  chores: Chores;
  book: () => Book;
  log: Log;
};

export function makePerformers(parts: PerformerParts): Performers {
  const { chores, book, log, ...ports } = parts;
  const once = async (setting: Setting, limit: number): Promise<EffectOutcome> => {
    try {
      const done = await within(limit, performers[setting.effect.kind](setting));
      return { state: "done", result: done };
    } catch (error) {
      const code = codeOf(error);
      if (code !== awaited) log.warn("effect_failed", { kind: setting.effect.kind, code });
      return { state: "failed", code };
    }
  };
  const settingFor = (
    contact: Contact,
    effect: Effect,
    session: Session,
    { at, today }: Now,
  ): Setting => ({
    ...ports,
    contact,
    effect,
    session,
    book: book(),
    at: new Date(at).toISOString(),
    today,
  });
  const choreDone = async (kind: string, work: Promise<void>): Promise<EffectOutcome> => {
    try {
      await within(jobLimit, work);
      return { state: "done", result: {} };
    } catch (error) {
      const code = codeOf(error);
      log.warn("chore_failed", { kind, code });
      return { state: "failed", code };
    }
  };
  return {
    async perform(contact, effect, session, _book, now) {
      const setting = settingFor(contact, effect, session, now);
      const first = await once(setting, quickLimit);
      if (first.state === "done" || first.code === awaited) return first;
      return once(setting, quickLimit);
    },
    receiver: (code) => parts.records.codes.receiver(code),
    async performJob(contact, job, session, now) {
      const chore = chores.perform(contact, job);
      if (chore !== null) return choreDone(job.kind, chore);
      const { key, kind, payload } = job;
      if (!isEffectKind(kind)) return { state: "failed", code: "unknown_effect" };
      const effect: Effect = { key, kind, payload: payload as Effect["payload"] };
      const setting = settingFor(contact, effect, session ?? emptySession(now.at), now);
      return once(setting, jobLimit);
    },
  };
}

/** The code of what a channel has yet to bring by itself: nothing has failed. */
export const awaited = "awaited";

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "failed";

async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error("too slow"), { code: "timeout" })),
      limit,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
