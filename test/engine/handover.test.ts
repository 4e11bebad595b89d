import { expect, test } from "vitest";
import { sessionAt } from "../support/talk.ts";
import { book, keys, number, say, withOfficer } from "./officer-talk.ts";

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

test("who writes the first line hears once that it arrives", () => {
  const opened = say(null, "petugas").session;
  const first = say(opened, "halo, ada orang?");
  expect(keys(first)).toEqual(["engine.handover.received"]);
  expect(say(first.session, "tolong").replies).toEqual([]);
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
  expect(keys(said)).toContain("engine.handover.received");
  expect(said.forwarded).toEqual([{ text: "nama saya salah di KTP", urgent: false }]);
  expect(said.session.forms[0]?.marks).not.toHaveProperty("nama");
});

test.for([
  "selesai",
  "SELESAI.",
  "udah selesai",
  "selesai pak, makasih",
  "ok selesai",
  "seleasi",
  "S E L E S A I",
  "balik aja",
  "kembali ke bot",
  "kembali ke Payung",
  "batal",
  "kembali",
  "lanjut daftar",
  "done pls",
])('who comes back is asked the question that was open, with every answer kept: "%s"', (word) => {
  const before = sessionAt(book, "alamat");
  const back = say(withOfficer("alamat"), word);
  expect(back.session.handover).toBeUndefined();
  expect(keys(back)).toEqual(
    expect.arrayContaining(["engine.handover.returned", "daftar_mandiri.alamat"]),
  );
  expect(back.session.asked?.step).toBe("alamat");
  expect(back.session.forms[0]?.marks).toEqual(before.forms[0]?.marks);
});

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
  const shown = say(withOfficer("alamat"), "lihat data");
  expect(shown.effects[0]?.kind).toBe("data.show");
  expect(say(shown.session, "yang ini dihapus kapan pak?").forwarded).toHaveLength(1);
  const stopped = say(withOfficer("alamat"), "berhenti");
  expect(stopped.effects[0]?.kind).toBe("contact.stop");
  expect(keys(stopped)).toContain("engine.handover.stopped");
});

test("an erasure is asked about by the bot, and an officer can be had again by a sentence", () => {
  const erasing = say(withOfficer("alamat"), "hapus data");
  expect(erasing.session.asked).not.toBeNull();
  const kept = say(erasing.session, "tidak jadi");
  const text = "pak petugas tadi saya belum selesai bicara";
  expect(say(kept.session, text).forwarded).toEqual([{ text, urgent: false }]);
});

test("an erasure leaves no talk with an officer behind", () => {
  let { session } = say(withOfficer("alamat"), "hapus data");
  ({ session } = say(session, "ya"));
  expect(session.handover).toBeUndefined();
});

test("an accident told to an officer is answered at once and lifts the case", () => {
  const said = say(withOfficer("alamat"), "suami saya kecelakaan di jalan");
  expect(said.forwarded).toEqual([{ text: "suami saya kecelakaan di jalan", urgent: true }]);
  expect(keys(said)).toEqual(["engine.handover.urgent", "kecelakaan.isi"]);
  expect(said.session.handover?.number).toBe(number);
  expect(said.session.asked).toBeNull();
  const again = say(said.session, "kecelakaan pak, tolong");
  expect(again.replies).toEqual([]);
  expect(again.forwarded[0]?.urgent).toBe(true);
});

test.for([
  "pak saya kecelakaan tadi, ini harus bagaimana",
  "tolong saya jatuh dari motor waktu narik?",
  "suami saya meninggal tadi pagi di proyek, apa yang harus dilakukan",
  "gw abis laka, kaki remuk",
])('what is grave is seen beside a question too: "%s"', (text) => {
  expect(say(withOfficer("alamat"), text).forwarded[0]?.urgent).toBe(true);
});

test("what is only supposed is not urgent", () => {
  const said = say(withOfficer("alamat"), "kalau kecelakaan di jalan dapat apa pak?");
  expect(said.forwarded[0]?.urgent).toBe(false);
  expect(said.replies).toEqual([]);
});

test("who writes too fast, or sends what nobody can read, is told so", () => {
  expect(keys(say(withOfficer(), { notice: "hurried" }))).toEqual(["engine.notices.hurried"]);
  const card = say(withOfficer(), { media: { kind: "other" } });
  expect(keys(card)).toEqual(["engine.handover.unreadable"]);
  expect(card.forwarded).toEqual([]);
});

test("an old button changes no answer meanwhile, and the person hears why", () => {
  const form = sessionAt(book, "alamat").forms[0]?.id.slice(0, 6);
  const said = say(withOfficer("alamat"), { choice: `${form}.setuju.ya` });
  expect(keys(said)).toEqual(["engine.handover.old_choice"]);
});

test("PETUGAS once more tells how it stands and opens no second talk", () => {
  const said = say(withOfficer("alamat"), "petugas");
  expect(said.session.handover?.number).toBe(number);
  expect(said.session.stack).toHaveLength(1);
});

test("in another language too", () => {
  const english = say(null, "english").session;
  const said = say(english, "talk to a person");
  expect(said.session.handover).toEqual({ number });
  expect(say(said.session, "done").session.handover).toBeUndefined();
});

test.for([
  "bu petugas saya mau tanya soal kartu",
  "tolong petugas nama saya salah",
  "mau ngomong sama petugas soal klaim suami saya",
  "jawaban lo ngaco, mau ngomong sama orang",
  "capek ngomong sama bot mana orangnya",
  "ada orang ga sih disana",
  "kasih gw manusia",
])(
  'who asks for a person in a sentence is heard by one, and the sentence goes along: "%s"',
  (text) => {
    for (const step of [null, "alamat", "nik"]) {
      const said = say(step === null ? null : sessionAt(book, step), text);
      expect(said.effects.map(({ kind }) => kind)).toEqual(["case.open"]);
      expect(said.forwarded).toEqual([{ text, urgent: false }]);
      expect(said.session.forms[0]?.marks ?? {}).not.toHaveProperty("alamat");
    }
  },
);

test.for(["petugas parkir", "saya petugas kebersihan", "petugas keamanan malam"])(
  'whose trade has the word in it opens nothing: "%s"',
  (text) => {
    expect(say(sessionAt(book, "pekerjaan"), text).effects).toEqual([]);
    expect(say(sessionAt(book, "tempat_kerja"), text).effects).toEqual([]);
  },
);
