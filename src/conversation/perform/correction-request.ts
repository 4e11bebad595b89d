import { createHash } from "node:crypto";
import { matterOf } from "../../cases/case-kind.ts";
import type { Book } from "../../flow/book.ts";
import { showAnswer } from "../../flow/show-answer.ts";
import { dateIn, minutesIn } from "../../lib/dates.ts";
import type { Language } from "../../locale/language.ts";
import { dateInWords, timeInDigits } from "../../locale/words.ts";
import type { Registration } from "../ports/records.ts";
import type { Performer } from "./performer.ts";

/** Asks the officers to correct a registration of this contact: old and new in a case that is due in 3x24 hours (UU 27/2022 art. 30). */
export const requestCorrection: Performer = async (setting) => {
  const { contact, effect, records, cases, session, book, at } = setting;
  const { nomor, ...wanted } = effect.payload;
  const own = await records.ofContact(contact);
  const only = own.length === 1 ? own[0] : undefined;
  const registration = nomor === undefined ? only : own.find(({ number }) => number === nomor);
  if (!registration) return { ada: false, nomor_kasus: "", batas: "" };
  const lines = Object.entries(wanted).map(([field, value]) =>
    change(book, registration, field, value),
  );
  const text = [`Perbaikan ${registration.number}`, ...lines].join("\n");
  const opening = { language: session.language, flow: "ubah_data", step: null };
  const matter = matterOf("correction", Date.parse(at));
  const { number, dueAt } = await cases.open(effect.key, contact, opening, at, matter);
  const digest = createHash("sha256").update(text).digest("base64url").slice(0, 16);
  await cases.append(`${effect.key}.${digest}`, contact, number, { text }, { urgent: false, at });
  return { ada: true, nomor_kasus: number, batas: momentInWords(dueAt ?? at, session.language) };
};

/** "Alamat: (old) -> (new)", as an officer reads it. */
function change(
  book: Book,
  { flow, fields }: Registration,
  field: string,
  value: string | number | boolean,
): string {
  const step = book.flows.get(flow)?.byName.get(field);
  const catalogue = book.catalogues.id;
  if (step?.kind !== "ask") return `${field}: ${fields[field] ?? "-"} -> ${value}`;
  const shown = (one: string | number | boolean) => showAnswer(book, catalogue, step, one);
  const old = fields[field];
  const label = catalogue.format(`${step.texts}.label`);
  return `${label}: ${old === undefined ? "-" : shown(old)} -> ${shown(value)}`;
}

const zone = "Asia/Jakarta";

/** "25 November 2026 pukul 10.00 WIB". */
export function momentInWords(iso: string, language: Language): string {
  const at = Date.parse(iso);
  const time = timeInDigits(minutesIn(zone, at), language);
  return `${dateInWords(dateIn(zone, at), language)} ${language === "id" ? "pukul" : "at"} ${time} WIB`;
}
