import { Client } from "pg";
import { afterAll, beforeAll } from "vitest";
import type { CaseOpening } from "../../src/conversation/ports/cases.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { PLACES, type Place } from "./stores.ts";
import { NOW } from "./turns.ts";

/** Places of both kinds of database, by name. */
export const DATABASES = Object.entries(PLACES).filter(([name]) => name !== "folder");

/** Where the person stood in every case of the tests. */
export const OPENING: CaseOpening = { language: "id", flow: "daftar-mandiri", step: "upah" };

/** So many minutes after the start, as an ISO instant. */
export function at(minutes: number): string {
  return new Date(NOW + minutes * 60_000).toISOString();
}

/** Later than anything that happens in a test. */
export const LONG_AFTER = at(10_000);
/** Who reads. */
export const READER = { by: "Rina", at: at(99) };

let keys = 0;
/** A key that no effect had yet. */
export function key(): string {
  keys += 1;
  return `case.effect.${keys}`;
}

/** A store for the tests of one suite, and a second process on the same database where that is possible. */
export type Stores = { readonly store: Store; readonly second: Store; readonly place: Place };

/** Opens a place before the suite and removes it afterwards. */
export function storesOf(make: () => Promise<Place>): Stores {
  const open: { store?: Store; second?: Store; place?: Place } = {};
  beforeAll(async () => {
    open.place = await make();
    open.store = await openStore(open.place.options);
    open.second = open.store.kind === "postgres" ? await openStore(open.place.options) : open.store;
  });
  afterAll(async () => {
    await open.second?.close();
    await open.store?.close();
    await open.place?.remove();
  });
  return open as Stores;
}

/** What people and officers do in cases, in few words. */
export function caseTalk(stores: Stores) {
  const cases = () => stores.store.cases;
  const open = async (contact: Contact, minutes = 0) =>
    (await cases().open(key(), contact, OPENING, at(minutes))).number;
  const shown = async (number: string) => {
    const found = await stores.store.desk.show(number, READER);
    if (found === null) throw new Error("no such case");
    return found;
  };
  return {
    open,
    shown,
    says: (
      contact: Contact,
      number: string,
      text: string,
      { minutes = 1, urgent = false, under = key() } = {},
    ) => cases().append(under, contact, number, { text }, { urgent, at: at(minutes) }),
    answers: (number: string, text: string, minutes = 2) => {
      const under = key();
      const reply = { text, by: "Rina", partId: `act.${under}` };
      return cases().reply(under, number, reply, at(minutes));
    },
    texts: async (number: string) =>
      (await shown(number)).lines.map(({ from, text }) => `${from}: ${text}`),
    waiting: async (before: string) =>
      (await cases().unanswered(before, 1_000)).map(({ number }) => number),
    /** A case with a message that a file came with, and the message's key. */
    withFile: async (contact: Contact, name?: string) => {
      const [number, under] = [await open(contact), key()];
      const media = { kind: "image" as const, ref: "r", ...(name !== undefined && { name }) };
      await cases().append(under, contact, number, { media }, { urgent: false, at: at(1) });
      const file = async () => (await shown(number)).lines[0]?.file;
      return { number, under, id: (await file())?.id ?? "", file };
    },
    /** What a statement finds in the database itself; only PostgreSQL lets somebody else look. */
    rows: async (statement: string): Promise<Record<string, unknown>[]> => {
      const client = new Client({ connectionString: stores.place.options.databaseUrl });
      await client.connect();
      try {
        return (await client.query(statement)).rows;
      } finally {
        await client.end();
      }
    },
  };
}
