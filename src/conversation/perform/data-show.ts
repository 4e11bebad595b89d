import { showAnswer } from "../../flow/show-answer.ts";
import { dateInWords } from "../../locale/words.ts";
import type { Registration } from "../ports/records.ts";
import type { Performer, Setting } from "./performer.ts";

/** A masked copy of the contact's registrations, in their language (UU 27/2022 art. 7). */
export const showData: Performer = async (setting) => {
  const { contact, records, cases, files, workers } = setting;
  const registrations = await records.ofContact(contact);
  const talks = await cases.ofContact(contact);
  return {
    jumlah: registrations.length,
    rincian: registrations.map((one) => inLines(setting, one)).join("\n\n"),
    ada_percakapan: talks.length > 0,
    berkas: await files.count(contact),
    pekerja: await workers.count(contact),
    percakapan: talks.map((one) => talkInLine(setting, one)).join("\n"),
  };
};

/** "KSS-... (22 November 2026): 3" */
function talkInLine(
  { session }: Setting,
  { number, openedAt, messages }: { number: string; openedAt: string; messages: number },
): string {
  return `${number} (${dateInWords(openedAt.slice(0, 10), session.language)}): ${messages}`;
}

function inLines({ book, session }: Setting, registration: Registration): string {
  const catalogue = book.catalogues[session.language];
  const flow = book.flows.get(registration.flow);
  const date = dateInWords(registration.submittedAt.slice(0, 10), session.language);
  const lines = [`${registration.number} (${date})`];
  for (const step of flow?.steps ?? []) {
    if (step.kind === "repeat" && registration.workers.length > 0)
      lines.push(`${catalogue.format(`${step.texts}.label`)}: ${namesOf(registration)}`);
    if (step.kind !== "ask" || !catalogue.has(`${step.texts}.label`)) continue;
    const value = registration.fields[step.name];
    if (value === undefined) continue;
    const label = catalogue.format(`${step.texts}.label`);
    lines.push(`${label}: ${showAnswer(book, catalogue, step, value)}`);
  }
  return lines.join("\n");
}

/** Names of workers that are told; the others of a long list are counted. */
const namesAtMost = 20;

/** Whom a business registered, by name: "Agus Susanto, Imam Wijaya (+180)". */
function namesOf({ workers }: Registration): string {
  const names = workers.slice(0, namesAtMost).map(({ fields }) => String(fields["nama"]));
  const left = workers.length - names.length;
  return `${names.join(", ")}${left > 0 ? ` (+${left})` : ""}`;
}
