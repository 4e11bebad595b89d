import { expect, test } from "vitest";
import { limits } from "../../src/engine/limits.ts";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, nowForTests, sessionAt, type Talked, talk } from "../support/talk.ts";

const book = bookForTests();
const hour = 3_600_000;

let count = 0;
/** Says one thing after another, each a turn of its own. */
function say(session: Session | null, ...texts: string[]): Talked {
  let talked: Talked | null = null;
  for (const text of texts) {
    const seed = String(++count).padStart(5, "0").padEnd(16, "x");
    talked = talk(book, talked?.session ?? session, [{ text }], { seed });
  }
  if (!talked) throw new Error("nothing was said");
  return talked;
}
const said = ({ replies }: Talked): string => replies.map(({ text }) => text).join("\n");
const labels = ({ replies }: Talked): string[] =>
  replies.flatMap(({ choices }) => choices.map(({ label }) => label));
const asked = ({ session }: Talked) => {
  const form = session.forms.find(({ id }) => id === session.asked?.form);
  return { step: session.asked?.step, nama: form?.marks["nama"]?.v, whose: form?.whose };
};

const mother = ["daftarkan ibu saya", "ya setuju", "3404074506650006", "siti misalnya"];
const neighbour = ["daftar untuk tetangga", "ya setuju", "3404071203800004", "budi contoh"];

test("before anything of somebody else is asked, it is asked whether they agree, and that is recorded", () => {
  const opened = say(sessionAt(book, "alamat"), "daftarkan ibu saya");
  expect(asked(opened)).toEqual({ step: "wakil", nama: undefined, whose: "mother" });
  expect(said(opened)).toContain("ibunya sudah tahu dan setuju");
  const agreed = say(opened.session, "sudah, setuju");
  expect(agreed.effects).toMatchObject([
    { kind: "consent.record", payload: { purpose: "pendaftaran_orang_lain" } },
  ]);
  expect(asked(agreed).step).toBe("nik");
});

test("who has not asked them yet leaves nothing behind, and goes on with what was open", () => {
  const refused = say(sessionAt(book, "alamat"), "daftarkan ibu saya", "belum");
  expect(refused.effects).toEqual([]);
  expect(refused.session.forms).toHaveLength(1);
  expect(asked(refused)).toMatchObject({ step: "alamat", whose: undefined });
});

test("nothing of one person is proposed for another, not even the number they write from", () => {
  const session = sessionAt(book, "penghasilan");
  const talked = say(session, ...mother, "betul");
  const form = talked.session.forms.at(-1);
  expect(asked(talked).step).toBe("hp");
  expect(talked.session.asked?.proposal).toBeUndefined();
  expect(form?.earlier).toEqual({});
  expect(form?.given).toBeUndefined();
  const withPhone = talk(book, talked.session, [{ text: "?", phone: "+6281200001234" }]);
  expect(withPhone.session.asked?.proposal).toBeUndefined();
});

test("the number one writes from counts for somebody else when it is pointed at", () => {
  const session = say(null, ...mother, "betul").session;
  const talked = talk(book, session, [{ text: "pakai nomor ini", phone: "+6281200001234" }]);
  expect(talked.session.forms.at(-1)?.marks["hp"]?.v).toBe("+6281200001234");
});

test("a calculator borrows from the person under way, and from nobody else's form", () => {
  const own = sessionAt(book, "program");
  const hers = say(own, ...mother).session;
  const beside = say(hers, "hitung iuran").session;
  const lent = ({ forms }: Session) => {
    const form = forms.find(({ flow }) => flow === "hitung_iuran");
    if (!form) throw new Error("no calculator is open");
    return form.marks["penghasilan"]?.v ?? form.given?.["penghasilan"];
  };
  expect(lent(beside)).toBeUndefined();
  const outside = say(hers, "menu", "hitung iuran").session;
  const mine = own.forms[0]?.marks["penghasilan"]?.v;
  expect(lent(outside)).toBe(mine);
});

test("drafts are listed by name with what is missing, and opened by name, number and tap", () => {
  const { session } = say(null, ...mother, ...neighbour);
  const list = say(session, "draf");
  expect(said(list)).toContain("1. Siti: tinggal 13 pertanyaan\n2. Budi: tinggal 13 pertanyaan");
  expect(labels(list).slice(0, 2)).toEqual(["Siti", "Budi"]);
  for (const text of [
    "ganti ke Siti",
    "lanjut draf siti misalnya",
    "draf 1",
    "lanjut draf ibu",
    "1",
  ])
    expect(asked(say(list.session, text))).toMatchObject({ nama: "Siti Misalnya" });
  const choice = list.replies[0]?.choices[1]?.id ?? "";
  expect(talk(book, list.session, [{ choice }]).session.stack).toHaveLength(1);
  expect(said(say(list.session, "2"))).toContain("Pendaftaran Budi: tadi sampai Nama.");
});

test("a draft without a name is called by its place and relation", () => {
  const list = say(null, ...mother, "daftarkan bapak", "draf");
  expect(said(list)).toContain("2. Draf 2 (bapak): tinggal 16 pertanyaan");
});

test("two people of one first name are told apart by their whole names", () => {
  const other = ["daftarkan orang lain", "ya setuju", "3404074506650007", "siti contoh"];
  const list = say(null, ...mother, ...other, "draf");
  expect(labels(list).slice(0, 2)).toEqual(["Siti Misalnya", "Siti Contoh"]);
  expect(said(say(list.session, "lanjut draf siti"))).toContain("Mau lanjut yang mana?");
});

test("a stray name switches nothing", () => {
  const { session } = say(null, ...mother, "betul", "0812 0000 1234", ...neighbour, "ya");
  expect(asked(say(session, "Siti"))).toMatchObject({ nama: "Budi Contoh" });
  expect(asked(say(session, "saya siti"))).toMatchObject({ nama: "Budi Contoh" });
  expect(asked(say(session, "ganti ke Siti"))).toMatchObject({ nama: "Siti Misalnya" });
});

test("an answer goes to the person whose question stands open", () => {
  const { session } = say(null, ...mother, "betul", ...neighbour, "betul");
  const answered = say(session, "0812 0000 1234", "ganti ke siti", "0812 0000 4321").session;
  expect(answered.forms.map(({ marks }) => marks["hp"]?.v)).toEqual([
    "+6281200004321",
    "+6281200001234",
  ]);
});

test("whenever another person's question comes up, it is said whose it is", () => {
  const { session } = say(null, ...mother, "betul", ...neighbour);
  expect(said(say(session, "ganti ke siti"))).toMatch(/^Pendaftaran Siti/);
  const changed = say(session, "ganti nama jadi Budi Misalnya");
  expect(said(changed)).toMatch(/^Pendaftaran Budi\.\n\nDiubah\. Nama: Budi Misalnya/);
  const old = talk(book, session, [{ choice: `${session.forms[0]?.id.slice(0, 6)}.hp._same` }]);
  expect(said(old)).toContain("Pendaftaran Siti.");
  expect(said(say(session, "batal"))).toContain("Pendaftaran Budi berhenti dulu");
});

test("one NIK in two drafts is told", () => {
  const { session } = say(null, ...mother, "daftarkan orang lain", "ya setuju");
  const same = say(session, "3404074506650006");
  expect(said(same)).toContain("sama dengan NIK di Pendaftaran Siti");
  expect(said(say(session, "3404071203800004"))).not.toContain("sama dengan NIK");
});

test("asked for again, a mother's form is gone on with; another neighbour gets a new one", () => {
  expect(say(null, ...mother, "menu", "daftarkan ibu saya").session.forms).toHaveLength(2 - 1);
  const twice = say(null, ...neighbour, "daftar untuk tetangga", "ya setuju").session;
  expect(twice.forms).toHaveLength(2);
});

test("at most ten people are under way, and more are turned away kindly", () => {
  let { session } = say(null, "daftarkan orang lain", "ya setuju", "3404071203800001");
  for (let n = 2; n <= limits.persons; n++)
    ({ session } = say(session, "daftarkan orang lain", "ya setuju", `340407120380${n + 1000}`));
  const full = say(session, "daftarkan orang lain");
  expect(full.session.forms).toHaveLength(limits.persons);
  expect(said(full)).toContain("Sudah ada 10 pendaftaran");
  expect(labels(full)).toHaveLength(10);
});

test("a draft is thrown away only after yes, and the others stay", () => {
  const { session } = say(null, ...mother, ...neighbour);
  const sure = say(session, "hapus draf siti");
  expect(sure.session.forms).toHaveLength(2);
  expect(say(sure.session, "tidak jadi").session.forms).toHaveLength(2);
  const gone = say(sure.session, "ya, hapus");
  expect(said(gone)).toContain("Pendaftaran Siti sudah dihapus");
  expect(gone.session.forms).toHaveLength(1);
});

test("starting over keeps whose form it is", () => {
  const anew = say(null, ...mother, "mulai dari awal", "ya");
  expect(asked(anew)).toEqual({ step: "wakil", nama: undefined, whose: "mother" });
});

const away = (session: Session, text: string, hours: number) =>
  talk(book, session, [{ text }], {
    now: { ...nowForTests, at: nowForTests.at + hours * hour },
  });

test("a greeting after a long silence tells the state and asks whether to go on", () => {
  const session = sessionAt(book, "alamat");
  const back = away(session, "halo", limits.resumeHours);
  expect(said(back)).toMatch(/^Pendaftaran \S+: tinggal 11 pertanyaan\. Lanjut atau mulai baru\?$/);
  expect(labels(back)).toEqual(["Lanjut", "Mulai baru"]);
  for (const text of ["lanjut", "1", "ya", "Lanjut"])
    expect(said(say(back.session, text))).toContain("Di mana alamat");
  for (const text of ["2", "mulai baru"])
    expect(said(say(back.session, text))).toContain("mulai dari awal. Yakin?");
  expect(said(away(session, "halo", limits.resumeHours - 1))).toContain("Di mana alamat");
});

test("an answer after a long silence is an answer, also right after the state was told", () => {
  const session = sessionAt(book, "wilayah");
  expect(away(session, "depok sleman", 500).session.asked?.step).toBe("pekerjaan");
  const back = away(session, "halo", 500);
  const answered = talk(book, back.session, [{ text: "depok sleman" }], {
    now: { ...nowForTests, at: nowForTests.at + 500 * hour },
  });
  expect(answered.session.asked?.step).toBe("pekerjaan");
});

test("who left by MENU and comes back after weeks is told of the form too", () => {
  const left = say(sessionAt(book, "alamat"), "menu").session;
  expect(said(away(left, "assalamualaikum", 500))).toContain("Lanjut atau mulai baru?");
});
