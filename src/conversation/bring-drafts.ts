import type { EffectOutcome, Leaving } from "../engine/event.ts";
import type { Performers } from "./perform/performers.ts";
import type { Contact } from "./ports/contact.ts";
import type { Arrival, Job } from "./ports/line.ts";

const kind = "drafts.bring";

type Bringing = { code: string; forms: Leaving["forms"] };

/** The job that brings drafts where they belong: it is stored by the commit that takes them from their session, or not at all. */
export function bringing({ key, code, forms }: Leaving): Job {
  const payload: Bringing = { code, forms };
  return { key: `${key}.bring`, kind, payload };
}

/**
 * Brings drafts into the line of whoever made their code; null if this is another job. The job's key is the id there, so that
 * what is brought twice counts once. Where the receiver has had everything erased meanwhile there is nobody to bring them to.
 */
export function bringDrafts(
  performers: Performers,
  enter: (contact: Contact, id: string, body: Arrival) => Promise<void>,
  job: Job,
): Promise<EffectOutcome> | null {
  return job.kind === kind ? bring(performers, enter, job) : null;
}

async function bring(
  performers: Performers,
  enter: (contact: Contact, id: string, body: Arrival) => Promise<void>,
  { key, payload }: Job,
): Promise<EffectOutcome> {
  const { code, forms } = payload as Bringing;
  try {
    const contact = await performers.receiver(code);
    if (contact) await enter(contact, key, { kind: "drafts", forms });
    return { state: "done", result: {} };
  } catch {
    return { state: "failed", code: "not_brought" };
  }
}
