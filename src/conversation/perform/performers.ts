import type { Effect, EffectOutcome, Now } from "../../engine/event.ts";
import { emptySession, type Session } from "../../engine/session.ts";
import type { Book } from "../../flow/book.ts";
import { type EffectKind, isEffectKind } from "../../flow/effects.ts";
import type { Log } from "../../lib/log.ts";
import type { Contact } from "../ports/contact.ts";
import type { Job } from "../ports/line.ts";
import type { Records } from "../ports/records.ts";
import { recordConsent } from "./consent-record.ts";
import { stopContact } from "./contact-stop.ts";
import { eraseData } from "./data-erase.ts";
import { showData } from "./data-show.ts";
import type { Performer, Setting } from "./performer.ts";
import { submitRegistration } from "./registration-submit.ts";

const performers: Record<EffectKind, Performer> = {
  "consent.record": recordConsent,
  "registration.submit": submitRegistration,
  "data.show": showData,
  "data.erase": eraseData,
  "contact.stop": stopContact,
};

/** Longest time for one try of a quick effect. */
const quickLimit = 5000;

export type Performers = {
  /** Tries twice; what fails twice comes back as `failed` and is repeated as a job. */
  perform(
    contact: Contact,
    effect: Effect,
    session: Session,
    book: Book,
    now: Now,
  ): Promise<EffectOutcome>;
  /** One try of a job. */
  performJob(contact: Contact, job: Job, now: Now): Promise<EffectOutcome>;
};

export function makePerformers(records: Records, book: () => Book, log: Log): Performers {
  const once = async (setting: Setting): Promise<EffectOutcome> => {
    try {
      const done = await within(quickLimit, performers[setting.effect.kind](setting));
      return { state: "done", result: done };
    } catch (error) {
      const code = codeOf(error);
      log.warn("effect_failed", { kind: setting.effect.kind, code });
      return { state: "failed", code };
    }
  };
  const settingFor = (
    contact: Contact,
    effect: Effect,
    session: Session,
    { at }: Now,
  ): Setting => ({
    contact,
    effect,
    session,
    book: book(),
    records,
    at: new Date(at).toISOString(),
  });
  return {
    async perform(contact, effect, session, _book, now) {
      const setting = settingFor(contact, effect, session, now);
      const first = await once(setting);
      return first.state === "done" ? first : once(setting);
    },
    performJob(contact, { key, kind, payload }, now) {
      if (!isEffectKind(kind)) return Promise.resolve({ state: "failed", code: "unknown_effect" });
      const effect: Effect = { key, kind, payload: payload as Effect["payload"] };
      return once(settingFor(contact, effect, emptySession(now.at), now));
    },
  };
}

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
