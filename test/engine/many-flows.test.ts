import { expect, test } from "vitest";
import type { Session } from "../../src/engine/session.ts";
import type { Book } from "../../src/flow/book.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { bookForTests, talk } from "../support/talk.ts";

const own = bookForTests();
const thanks = own.flows.get("terima_kasih") as Flow;

/** The project's book with so many more flows, each with requests of its own, and the names of flows that were looked at. */
function bookWithMore(count: number): { book: Book; looked: Set<string> } {
  const looked = new Set<string>();
  const more = Array.from({ length: count }, (_, at) => ({
    ...thanks,
    name: `contoh_${at}`,
    intents: [`surat contoh${at}x`, `minta surat contoh${at}x`],
    about: [[`contoh${at}x`], ["berapa"]],
    unless: ["batal"],
    draft: true,
  }));
  const watched = (flow: Flow): Flow =>
    new Proxy(flow, {
      get(target, key, self) {
        looked.add(target.name);
        return Reflect.get(target, key, self);
      },
    });
  const flows = [...own.flows.values(), ...more].map((flow) => [flow.name, watched(flow)] as const);
  return { book: { ...own, flows: new Map(flows) }, looked };
}

/** Outside a form, in one, beside it, and back in it. */
const said = [
  "halo",
  "lagi hujan di sini kak",
  "kak mau minta surat contoh7x dong",
  "mau daftar sendiri",
  "ya",
  "Siti Contohsari",
  "contoh7x itu berapa ya",
  "tadi ayah saya jatuh di tempat kerja",
  "bapak meninggal kemarin, dapat berapa",
  "daftarkan istri saya",
  "terima kasih",
];

/** Names of flows that each message had looked at, after a first message of somebody else. */
function lookedAt(count: number): string[][] {
  const { book, looked } = bookWithMore(count);
  talk(book, null, [{ text: "halo" }]);
  let session: Session | null = null;
  return said.map((text) => {
    looked.clear();
    ({ session } = talk(book, session, [{ text }]));
    return [...looked].sort();
  });
}

test("a message has as few flows looked at in a book of a thousand as in one of ten more", () => {
  const few = lookedAt(10);
  expect(few.flat()).toContain("contoh_7");
  expect(lookedAt(1000)).toEqual(few);
});
