import { showAnswer } from "../../flow/show-answer.ts";
import { dateInWords } from "../../locale/words.ts";
import type { PersonFields, Registration } from "../ports/records.ts";
import { asTyped } from "./handed-workers.ts";
import type { Performer, Setting } from "./performer.ts";
import { workerLines, workerNames, workersAtMost, workersOf } from "./workers-in-words.ts";

/**
 * What is kept of the contact, in their language, identity numbers masked (UU 27/2022 art. 7): `rincian` for a message, where long
 * lists of workers are names and a count, `salinan` for a file. `pekerja`: those on lists that are not handed in yet.
 */
export const showData: Performer = async (setting) => {
  const { contact, records, cases, files, workers } = setting;
  const registrations = await records.ofContact(contact);
  const talks = await cases.ofContact(contact);
  const count = await workers.count(contact);
  const rows = count === 0 ? [] : await workers.ofContact(contact, workersAtMost);
  const listed = rows.map(asTyped);
  return {
    jumlah: registrations.length,
    rincian: registrations.map((one) => inLines(setting, one, namesBelow)).join("\n\n"),
    salinan: registrations.map((one) => inLines(setting, one, linesBelow)).join("\n\n"),
    ada_percakapan: talks.length > 0,
    berkas: await files.count(contact),
    pekerja: count,
    pekerja_nama: workerNames(listed, count),
    pekerja_salinan: workerLines(setting, listed, count),
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

type TellWorkers = (setting: Setting, label: string, workers: readonly PersonFields[]) => string;

/** "Pekerja: Agus Susanto, Imam Wijaya (+180)" */
const namesBelow: TellWorkers = (_setting, label, workers) => `${label}: ${workerNames(workers)}`;

const linesBelow: TellWorkers = (setting, label, workers) =>
  `${label}:\n${workerLines(setting, workers)}`;

function inLines(setting: Setting, registration: Registration, tellWorkers: TellWorkers): string {
  const { book, session } = setting;
  const catalogue = book.catalogues[session.language];
  const flow = book.flows.get(registration.flow);
  const date = dateInWords(registration.submittedAt.slice(0, 10), session.language);
  const lines = [`${registration.number} (${date})`];
  for (const step of flow?.steps ?? []) {
    const people = step.kind === "repeat" ? peopleIn(registration, step.name) : [];
    if (people.length > 0)
      lines.push(tellWorkers(setting, catalogue.format(`${step.texts}.label`), people));
    if (step.kind !== "ask" || !catalogue.has(`${step.texts}.label`)) continue;
    const value = registration.fields[step.name];
    if (value === undefined) continue;
    const label = catalogue.format(`${step.texts}.label`);
    lines.push(`${label}: ${showAnswer(book, catalogue, step, value)}`);
  }
  return lines.join("\n");
}

/** Those of one of the form's lists; a business has only one. */
const peopleIn = (registration: Registration, list: string): PersonFields[] =>
  workersOf(registration).filter((fields) => (fields["daftar"] ?? list) === list);
