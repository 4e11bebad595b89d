import { expect, test } from "vitest";
import type { Message } from "../../src/engine/event.ts";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
const number = "KSS-00000-00000-0";
const say = (session: Session | null, ...messages: (string | Message)[]) =>
  talk(
    book,
    session,
    messages.map((one) => (typeof one === "string" ? { text: one } : one)),
  );
const keys = ({ replies }: ReturnType<typeof say>) => replies.flatMap((reply) => reply.keys);
const withOfficer = (step: string | null = null) =>
  say(step === null ? null : sessionAt(book, step), "petugas").session;
const act = (session: Session | null, kind: "reply" | "close" | "late", text?: string) =>
  talk(book, session, [], {
    officer: { number, act: kind, ...(text === undefined ? {} : { text }) },
  });

test.for(["petugas", "bicara petugas", "mau ngomong sama orang dong", "ada admin?", "PETUGAS"])(
  'the word for an officer opens a case at any question: "%s"',
  (word) => {
    for (const step of [null, "setuju", "nik", "alamat", "penghasilan"]) {
      const said = say(step === null ? null : sessionAt(book, step), word);
      expect(said.effects.map(({ kind }) => kind)).toEqual(["case.open"]);
      expect(said.session.handover).toEqual({ number });
      expect(said.replies.map(({ text }) => text).join()).toContain(number);
    }
  },
);

test("the officer is told where the person stood, and none of their answers", () => {
  const [effect] = say(sessionAt(book, "alamat"), "petugas").effects;
  expect(effect?.payload).toEqual({ flow: "daftar_mandiri", step: "alamat" });
  const [stranger] = say(null, "petugas").effects;
  expect(stranger?.payload).toEqual({ flow: "", step: "" });
});

test.for([
  "halo?",
  "halo",
  "p",
  "1",
  "ya",
  "nanti saja",
  "saya mau tanya soal klaim",
  "bantuan",
  "3404070101900003",
  "daftar",
])('while a person talks with an officer the bot says nothing and takes nothing: "%s"', (text) => {
  const before = withOfficer("nik");
  const said = say(before, text);
  expect(said.replies).toEqual([]);
  expect(said.forwarded).toEqual([{ text, urgent: false }]);
  expect(said.session.forms).toEqual(before.forms);
});

test("photos, places and several messages at once are passed on in order", () => {
  const said = say(
    withOfficer(),
    "satu",
    { media: { kind: "image" } },
    { location: { lat: -7, lon: 110 } },
    "dua",
  );
  expect(said.forwarded.map(({ text }) => text)).toEqual(["satu", undefined, undefined, "dua"]);
  expect(said.replies).toEqual([]);
});

test("what follows the word in the same turn is for the officer already", () => {
  const said = say(sessionAt(book, "nama"), "petugas", "nama saya salah di KTP");
  expect(said.forwarded).toEqual([{ text: "nama saya salah di KTP", urgent: false }]);
  expect(said.session.forms[0]?.marks).not.toHaveProperty("nama");
});

test.for(["selesai", "SELESAI.", "kembali ke Payung", "batal", "kembali"])(
  'who comes back is asked the question that was open, with every answer kept: "%s"',
  (word) => {
    const before = sessionAt(book, "alamat");
    const back = say(withOfficer("alamat"), word);
    expect(back.session.handover).toBeUndefined();
    expect(keys(back)).toEqual(
      expect.arrayContaining(["engine.handover.returned", "daftar_mandiri.alamat"]),
    );
    expect(back.session.asked?.step).toBe("alamat");
    expect(back.session.forms[0]?.marks).toEqual(before.forms[0]?.marks);
  },
);

test("the button for coming back works as the word does, and once more when it is old", () => {
  const back = say(withOfficer("alamat"), { choice: "cmd.RETURN" });
  expect(back.session.asked?.step).toBe("alamat");
  const again = say(back.session, { choice: "cmd.RETURN" });
  expect(again.session.asked?.step).toBe("alamat");
  expect(again.replies).toHaveLength(1);
});

test("MENU leads to the menu, with the form kept", () => {
  const back = say(withOfficer("alamat"), "menu");
  expect(back.session.handover).toBeUndefined();
  expect(keys(back)).toContain("engine.kept");
  expect(back.session.asked?.step).toBe("pilihan");
});

test("one's rights work while one talks with an officer", () => {
  expect(say(withOfficer("alamat"), "lihat data").effects[0]?.kind).toBe("data.show");
  expect(say(withOfficer("alamat"), "berhenti").effects[0]?.kind).toBe("contact.stop");
  const erasing = say(withOfficer("alamat"), "hapus data");
  expect(erasing.session.asked).not.toBeNull();
});

test("an erasure leaves no talk with an officer behind", () => {
  let { session } = say(withOfficer("alamat"), "hapus data");
  ({ session } = say(session, "ya"));
  expect(session.handover).toBeUndefined();
});

test("an accident told to an officer is answered at once and lifts the case", () => {
  const said = say(withOfficer("alamat"), "suami saya kecelakaan di jalan");
  expect(said.forwarded).toEqual([{ text: "suami saya kecelakaan di jalan", urgent: true }]);
  expect(keys(said)).toEqual(["kecelakaan.isi"]);
  expect(said.session.handover).toEqual({ number });
  expect(said.session.asked).toBeNull();
});

test("an old button changes no answer meanwhile, and the person hears why", () => {
  const form = sessionAt(book, "alamat").forms[0]?.id.slice(0, 6);
  const said = say(withOfficer("alamat"), { choice: `${form}.setuju.ya` });
  expect(keys(said)).toEqual(["engine.handover.old_choice"]);
});

test("PETUGAS once more tells how it stands and opens no second talk", () => {
  const said = say(withOfficer("alamat"), "petugas");
  expect(said.session.handover).toEqual({ number });
  expect(said.session.stack).toHaveLength(1);
});

test("what an officer writes is told as theirs, and the bot asks nothing with it", () => {
  const told = act(withOfficer("alamat"), "reply", "Boleh minta fotonya?");
  expect(told.replies).toHaveLength(1);
  expect(told.replies[0]?.text).toBe("Petugas:\nBoleh minta fotonya?");
  expect(told.session.asked).toBeNull();
});

test("an officer who writes to somebody back at the bot is answered by what they write next", () => {
  const back = say(withOfficer("alamat"), "selesai").session;
  const told = act(back, "reply", "Sekarang di rumah sakit mana?");
  expect(keys(told)).toEqual(["engine.handover.says", "engine.handover.answer"]);
  const answered = say(told.session, "di RSUD");
  expect(answered.forwarded).toEqual([{ text: "di RSUD", urgent: false }]);
  expect(answered.session.forms[0]?.marks).not.toHaveProperty("alamat");
  expect(say(answered.session, "selesai").session.asked?.step).toBe("alamat");
});

test("when the officer closes, the form goes on where it was", () => {
  const closed = act(withOfficer("alamat"), "close");
  expect(closed.session.handover).toBeUndefined();
  expect(keys(closed)).toEqual(
    expect.arrayContaining(["engine.handover.closed", "daftar_mandiri.alamat"]),
  );
  const answered = say(closed.session, "Dusun Mawar RT 2 RW 5");
  expect(answered.session.forms[0]?.marks).toHaveProperty("alamat");
});

test("a close that comes after the person went back interrupts nothing", () => {
  const back = say(withOfficer("alamat"), "selesai").session;
  const closed = act(back, "close");
  expect(keys(closed)).toContain("engine.handover.closed");
  expect(closed.session.asked?.step).toBe("alamat");
});

test("who waits too long is told, and goes on waiting", () => {
  const late = act(withOfficer("alamat"), "late");
  expect(keys(late)).toEqual(["engine.handover.late"]);
  expect(late.session.handover).toEqual({ number });
});

test("in another language too", () => {
  const english = say(null, "english").session;
  const said = say(english, "talk to a person");
  expect(said.session.handover).toEqual({ number });
  expect(say(said.session, "done").session.handover).toBeUndefined();
});

test("the menu waits as forms do", () => {
  const back = say(withOfficer(), "menu").session;
  const told = act(back, "reply", "Sekarang di rumah sakit mana?");
  const said = say(told.session, "di RSUD");
  expect(said.replies).toEqual([]);
  expect(said.forwarded).toHaveLength(1);
});
