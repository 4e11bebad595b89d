import type { Catalogue } from "../../locale/catalogue.ts";
import { dateInWords } from "../../locale/words.ts";
import type { Performer } from "./performer.ts";

/** The contact's own registrations with their state, a line each; `satu` is the number where there is one. */
export const ownStatus: Performer = async ({ contact, records, book, session }) => {
  const registrations = await records.ofContact(contact);
  const catalogue = book.catalogues[session.language];
  const lines = registrations.map(({ number, submittedAt, state }) => {
    const date = dateInWords(submittedAt.slice(0, 10), session.language);
    return `${number} (${date}): ${stateInWords(catalogue, state)}`;
  });
  return { jumlah: registrations.length, rincian: lines.join("\n") };
};

/** The state of a registration by its number and birth date, and nothing else of it. */
export const findStatus: Performer = async ({ contact, effect, records, book, session, at }) => {
  const { nomor, tanggal_lahir } = effect.payload;
  const asked = { key: effect.key, number: String(nomor), birthDate: String(tanggal_lahir), at };
  const found = await records.findState(contact, asked);
  if (found.found !== "yes") return { hasil: found.found, keadaan: "" };
  const { language } = session;
  const date = dateInWords(found.submittedAt.slice(0, 10), language);
  return {
    hasil: "yes",
    keadaan: `${date}: ${stateInWords(book.catalogues[language], found.state)}`,
  };
};

const stateInWords = (catalogue: Catalogue, state: string): string =>
  catalogue.format(`keadaan.${state}`);
