import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rehearse } from "../../src/engine/rehearse.ts";
import type { Session } from "../../src/engine/session.ts";
import type { Book } from "../../src/flow/book.ts";
import { soundBookWith } from "../support/book-with.ts";
import { bookForTests, nowForTests, sessionAt, talk } from "../support/talk.ts";

const read = (path: string) => readFileSync(path, "utf8");
const path = "flows/daftar_mandiri.yaml";
const before = bookForTests();

/** The flow with a change, and texts beside it in both languages. */
function changed(change: (flow: string) => string, text: (texts: string) => string): Book {
  const flow = change(read(path));
  if (flow === read(path)) throw new Error("nothing changed");
  const texts = (language: string) => `locales/${language}/daftar_mandiri.yaml`;
  return soundBookWith({
    [path]: flow,
    [texts("id")]: text(read(texts("id"))),
    [texts("en")]: text(read(texts("en"))),
  });
}
const become = (after: Book, session: Session) => rehearse(before, after, session, nowForTests);
const flow = "daftar_mandiri";

const withoutHours = changed(
  (text) =>
    text
      .replace(/ {2}- ask: jam_kerja\n(?: {4}.*\n)*/, "")
      .replace(/ {6}jam_kerja: jam_kerja\n/, ""),
  (texts) => texts.replace(/^jam_kerja:\n(?: +.*\n)*/m, ""),
);

test("a form whose flow did not change goes on, at every question", () => {
  for (const step of ["setuju", "nama", "penghasilan", "ringkasan"])
    expect(become(before, sessionAt(before, step))).toEqual([
      { flow, outcome: "goes_on", first: null },
    ]);
});

test("an answer that no question takes over is lost, and who has not given it goes on", () => {
  expect(become(withoutHours, sessionAt(before, "penghasilan"))).toEqual([
    { flow, outcome: "lost", steps: ["jam_kerja"] },
  ]);
  for (const step of ["nama", "jam_kerja"])
    expect(become(withoutHours, sessionAt(before, step))).toEqual([
      { flow, outcome: "goes_on", first: null },
    ]);
});

test("a question put in is named to those who are beyond it, and nobody else", () => {
  const withMother = changed(
    (text) =>
      text
        .replace(
          "  - ask: tempat_kerja\n",
          "  - ask: nama_ibu\n    type: person-name\n    class: personal\n  - ask: tempat_kerja\n",
        )
        .replace("      nama: nama\n", "      nama: nama\n      nama_ibu: nama_ibu\n"),
    (texts) =>
      texts.replace(/^tempat_kerja:/m, "nama_ibu:\n  text: Nama ibu?\n  label: Ibu\ntempat_kerja:"),
  );
  const first = (step: string) => become(withMother, sessionAt(before, step));
  expect(first("bulan")).toEqual([{ flow, outcome: "goes_on", first: "nama_ibu" }]);
  expect(first("nama")).toEqual([{ flow, outcome: "goes_on", first: null }]);
});

test("an answer that is none any more is asked again by its name, and really is", () => {
  const only = changed(
    (text) => text.replace("options: [jkk_jkm, jkk_jkm_jht]", "options: [jkk_jkm_jht, hemat]"),
    (texts) =>
      texts
        .replace(/^( {4})jkk_jkm: (JKK.*)$/m, "$1hemat: Yang hemat")
        .replace(/^( {4})jkk_jkm: \[.*\]$/m, "$1hemat: [irit]"),
  );
  const session = sessionAt(before, "cabang");
  expect(become(only, session)).toEqual([{ flow, outcome: "asked_again", step: "program" }]);
  expect(talk(only, session, [{ text: "lanjut" }]).session.asked?.step).toBe("program");
});

test("a form whose flow is gone is lost with its answers, and one that nobody looks after any more is not counted", () => {
  const session = sessionAt(before, "nama");
  const gone: Book = {
    ...before,
    flows: new Map([...before.flows].filter(([name]) => name !== flow)),
  };
  expect(become(gone, session)).toEqual([{ flow, outcome: "lost", steps: ["setuju", "nik"] }]);
  const { at } = nowForTests;
  const later = { at: at + 31 * 86_400_000, today: "2026-12-23" };
  expect(rehearse(before, gone, session, later)).toEqual([]);
});

test("an end that applies now is named", () => {
  const stricter = changed(
    (text) =>
      text.replace(
        "  - ask: tempat_kerja\n",
        '  - end: belum_bisa\n    when: pekerjaan == "pedagang"\n  - ask: tempat_kerja\n',
      ),
    (texts) => `${texts}belum_bisa: Belum bisa.\n`,
  );
  expect(become(stricter, sessionAt(before, "bulan"))).toEqual([
    { flow, outcome: "ended", step: "belum_bisa" },
  ]);
});

test("rehearsing changes nothing of the session", () => {
  const session = sessionAt(before, "penghasilan");
  const copy = JSON.stringify(session);
  become(withoutHours, session);
  expect(JSON.stringify(session)).toBe(copy);
});
