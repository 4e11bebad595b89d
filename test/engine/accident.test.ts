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
    "Budi Contoh celaka",
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
    "Kejadian: Budi Contoh celaka",
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
  expect(said.session.asked?.step).toBe("tempat");
});

test.for([
  ["kaki ketimpa besi", "waktu"],
  ["tadi jatuh dari motor pas narik", "tempat"],
  ["kemarin ditabrak mobil di jl contoh waktu nganter paket", "rumah_sakit"],
  ["saya ditabrak tadi pagi di jalan contoh pas nganter paket, skrg di rs contoh", "saksi"],
  ["SAYA JATUH DARI MOTOR PULANG NGOJEK, TAGIHAN RS 8 JUTA GIMANA INI", "waktu"],
  ["lapor kecelakaan", "kejadian"],
])('what was told already is not asked: "%s" is followed by %s', ([text, step]) => {
  expect(say(null, text ?? "").session.asked?.step).toBe(step);
});

test.for([
  "jtuh tabrak mobil",
  "kki brdarah",
  "lg jln mau kerja trs jatoh skrg sakit",
  "bojoku tiba saka montor wingi bali kerjo",
  "abdi ragrag tina motor tadi enjing nuju ngojek",
  "tolong kaki saya luka kena besi",
])('who is hurt writes as they can and is understood: "%s"', (text) => {
  expect(keys(say(null, text))[0]).toBe("kecelakaan.isi");
});

test.for([
  "jatuh tempo kapan ya",
  "saya jatuh tempo tanggal berapa",
  "omzet saya jatuh bulan ini",
  "gaji saya kepotong bpjs 3 persen",
  "anak saya patah hati",
  "jatuh waktu kerja ditanggung ga?",
  "kalau saya jatuh dari motor gimana",
])('what only sounds like an accident is none: "%s"', (text) => {
  expect(keys(say(null, text))).not.toContain("kecelakaan.isi");
});

test.for(["telp ambulan", "tolong ga bisa gerak", "darahnya ga berhenti"])(
  'who is in danger is sent for help before anything else: "%s"',
  (text) => expect(keys(say(null, text))).toEqual(["darurat.isi"]),
);

test.for(["biaya ambulan ditanggung ga", "kerja sopir ambulans mau daftar"])(
  'an ambulance that is only spoken of is no emergency: "%s"',
  (text) => expect(keys(say(null, text))).not.toContain("darurat.isi"),
);

test("what is asked within a report is answered and does not stand in it", () => {
  const begun = say(null, "tadi jatuh dari motor pas narik");
  for (const text of ["TAGIHAN RS 8 JUTA SIAPA YG BAYAR", "biayanya gmn"]) {
    const said = say(begun.session, text);
    expect(keys(said)[0]).toMatch(/^faq\./);
    expect(notes(said)).toEqual([]);
    expect(said.session.asked?.step).toBe("tempat");
  }
  const told = say(begun.session, "ga tau siapa yg nabrak");
  expect(notes(told)).toEqual(["Tempat: ga tau siapa yg nabrak"]);
});

test("a NIK is not taken into a report, and a question is answered instead of noted", () => {
  const begun = say(null, "lapor kecelakaan");
  for (const text of ["3404070101900003", "biaya rumah sakit ditanggung nggak?"]) {
    const said = say(begun.session, text);
    expect(notes(said)).toEqual([]);
    expect(said.session.asked?.step).toBe("kejadian");
  }
});
