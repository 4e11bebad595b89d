import { expect, test } from "vitest";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
const say = (session: Session | null, text: string) => talk(book, session, [{ text }]);
const keys = ({ replies }: ReturnType<typeof say>) => replies.flatMap((reply) => reply.keys);
const notes = ({ effects }: ReturnType<typeof say>) =>
  effects.flatMap(({ kind, payload }) =>
    kind === "case.add" ? [(payload as { catatan: string }).catatan] : [],
  );

test.for([null, "nik", "alamat", "setuju"])(
  "an accident is reported with the message that tells of it, whatever is under way (%s)",
  (step) => {
    const session = step === null ? null : sessionAt(book, step);
    const said = say(session, "suami saya jatuh dari tangga tadi pagi waktu kerja");
    expect(said.effects.map(({ kind }) => kind)).toEqual(["accident.report", "case.add"]);
    expect(notes(said)).toEqual(["suami saya jatuh dari tangga tadi pagi waktu kerja"]);
    expect(keys(said)[0]).toBe("kecelakaan.isi");
  },
);

test("told in the middle of a form, the accident is reported and the form goes on", () => {
  const said = say(sessionAt(book, "hp"), "kmrn saya ketabrak motor pas jualan");
  expect(keys(said)).toContain("lapor_kecelakaan.sambil_lalu");
  expect(said.session.asked?.step).toBe("hp");
  const asked = say(said.session, "lapor kecelakaan");
  expect(asked.session.asked?.step).toBe("kejadian");
});

test("every answer is added as it is given, and what is passed over is not", () => {
  let said = say(null, "lapor kecelakaan");
  const answers = [
    "Budi Contoh ketabrak truk",
    "tadi jam 9",
    "tidak ada",
    "mobilnya rem blong",
    "RSUD Contoh",
    "Pak Misal 0812 0000 1234",
  ];
  const noted: string[] = [];
  for (const answer of answers) {
    said = say(said.session, answer);
    noted.push(...notes(said));
  }
  expect(noted).toEqual([
    "Kejadian: Budi Contoh ketabrak truk",
    "Waktu: tadi jam 9",
    "Cara terjadinya: mobilnya rem blong",
    "Tempat berobat: RSUD Contoh",
    "Saksi: Pak Misal 0812 0000 1234",
  ]);
  expect(said.session.asked?.step).toBe("foto");
  expect(keys(say(said.session, "tidak ada foto"))).toContain("lapor_kecelakaan.selesai");
});

test("who leaves half-way leaves no question behind", () => {
  const begun = say(say(null, "lapor kecelakaan").session, "jatuh dari motor");
  const left = say(begun.session, "menu");
  expect(left.session.forms.map(({ flow }) => flow)).toEqual(["menu"]);
});

test.for(["saya takut", "panik banget ini", "goblok lama amat"])(
  'who is frightened or angry is met before the question comes again: "%s"',
  (text) => {
    const begun = say(null, "lapor kecelakaan");
    const said = say(begun.session, text);
    expect(keys(said)[0]).toMatch(/^engine\.(?:fear|none\.makian)$/);
    expect(said.session.asked?.step).toBe("kejadian");
    expect(notes(said)).toEqual([]);
  },
);

test("a death told in a report is answered as one, and stands in the report", () => {
  const begun = say(null, "lapor kecelakaan");
  const said = say(begun.session, "bapak saya tadi meninggal ketabrak truk");
  expect(keys(said)).toContain("meninggal.isi");
  expect(notes(said)).toEqual(["Kejadian: bapak saya tadi meninggal ketabrak truk"]);
  expect(said.session.asked?.step).toBe("waktu");
});

test("a NIK is not taken into a report, and a question is answered instead of noted", () => {
  const begun = say(null, "lapor kecelakaan");
  for (const text of ["3404070101900003", "biaya rumah sakit ditanggung nggak?"]) {
    const said = say(begun.session, text);
    expect(notes(said)).toEqual([]);
    expect(said.session.asked?.step).toBe("kejadian");
  }
});
