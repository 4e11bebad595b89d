import { expect, test } from "vitest";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, nowForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
const at = (step: string) => sessionAt(book, step);
const keysOf = (session: Session | null, text: string, now = nowForTests) =>
  talk(book, session, [{ text }], { now }).replies.flatMap(({ keys }) => keys);
const answer = (session: Session, name: string) => session.forms[0]?.marks[name]?.v;

test.for([
  ["eh gajadi yg jkk jkm aja", "program", "jkk_jkm"],
  ["ga jadi, yang jkk jkm aja kak", "program", "jkk_jkm"],
  ["eh jkk jkm aja deh", "program", "jkk_jkm"],
  ["salah, penghasilannya 3 juta", "penghasilan", 3_000_000],
  ["penghasilannya 3 juta", "penghasilan", 3_000_000],
  ["gajadi 2 juta aja", "penghasilan", 2_000_000],
] as const)(
  "whoever changes their mind with %s has the earlier answer changed, not the form cancelled",
  ([text, step, value]) => {
    const chosen = talk(book, at("program"), [{ text: "jkk jkm jht" }]).session;
    const { session, replies } = talk(book, chosen, [{ text }]);
    expect(answer(session, step)).toBe(value);
    expect(replies[0]?.keys).toContain("engine.changed");
    expect(session.stack).toHaveLength(1);
  },
);

test.for(["gajadi", "eh ga jadi deh", "ga jadi daftar", "salah pencet"])(
  "%s alone still stops the form",
  (text) => {
    expect(talk(book, at("bulan"), [{ text }]).session.stack).toEqual([]);
  },
);

test.for([
  ["yg jkk jkm", "jkk_jkm"],
  ["jkm sama jkk doang", "jkk_jkm"],
  ["ga pake jht", "jkk_jkm"],
  ["ga usah pake itu", "jkk_jkm"],
  ["gausah tabungan", "jkk_jkm"],
  ["jkk jkm jht", "jkk_jkm_jht"],
  ["jkk jkm sama jht", "jkk_jkm_jht"],
])("of two programmes, %s picks %s, also when asked again", ([text = "", value]) => {
  expect(answer(talk(book, at("program"), [{ text }]).session, "program")).toBe(value);
  const again = talk(book, at("program"), [{ text: "hmm apa ya" }]).session;
  expect(answer(talk(book, again, [{ text }]).session, "program")).toBe(value);
});

test.for([
  "kok ribet amat sih",
  "ribet banget",
  "lama amat",
  "masih banyak ga pertanyaannya",
  "berapa pertanyaan lagi sih",
])(
  "impatience (%s) gets a kind word, how much is left and the ways out, and is no question",
  (text) => {
    for (const step of ["nik", "alamat", "program"]) {
      const { session, replies } = talk(book, at(step), [{ text }]);
      expect(replies[0]?.keys[0]).toBe("engine.weary");
      expect(replies[0]?.text).toMatch(/\d+ pertanyaan/);
      expect(session.asked).toMatchObject({ step, tries: 0 });
    }
  },
);

test.for([
  "maaf baru sempet",
  "sori baru bales",
  "maaf tadi ketiduran",
  "maaf baru buka wa kak",
  "bentar ya lg ada pembeli",
  "ntar dulu lagi rame",
  "bntr ya",
  "aku pikir2 dulu ya",
])("an excuse for being late (%s) is never kept as an answer", (text) => {
  for (const step of ["nama", "alamat", "jam_kerja"]) {
    const { session, replies } = talk(book, at(step), [{ text }]);
    expect(replies[0]?.keys).toContain("engine.no_hurry");
    expect(session.asked).toMatchObject({ step, tries: 0 });
  }
});

test.for(["nik nya yang mana", "nik itu apa", "nik di ktp sebelah mana ya", "no ktp yg mana"])(
  "%s at the NIK is answered with what it is and where it stands",
  (text) => {
    const { session, replies } = talk(book, at("nik"), [{ text }]);
    expect(replies[0]?.keys).toEqual(["daftar_mandiri.nik.what", "daftar_mandiri.nik.again"]);
    expect(session.asked).toMatchObject({ step: "nik", tries: 0 });
  },
);

test("who comes back after days with LANJUT hears what is left and the open question, not what is wrong", () => {
  const later = { at: nowForTests.at + 9 * 86_400_000, today: "2026-12-01" };
  for (const step of ["nik", "hp", "alamat", "penghasilan", "program", "pernyataan"]) {
    const keys = keysOf(at(step), "lanjut", later);
    if (step !== "nik") expect(keys).toContain("engine.recall");
    expect(keys.filter((key) => key.includes("reasons"))).toEqual([]);
  }
});

test.for(["bedanya apa", "apa bedanya sih", "apa aja dpt nya"])(
  "%s at the programmes is answered with what they are for",
  (text) => {
    const { session, replies } = talk(book, at("program"), [{ text }]);
    expect(replies[0]?.keys[0]).toBe("daftar_mandiri.program.what");
    expect(session.asked).toMatchObject({ step: "program", tries: 0 });
  },
);

test("in an accident report, asking for it again, not knowing and being at a loss are no answers", () => {
  let { session } = calculator("lapor kecelakaan", "suami saya jatuh dari atap");
  const turn = (text: string) => {
    const done = talk(book, session, [{ text }]);
    session = done.session;
    return done.replies.flatMap(({ keys }) => keys);
  };
  expect(turn("lapor kecelakaan")).not.toContain("engine.noted");
  expect(turn("bu saya bingung harus gimana")).toContain("engine.fear");
  expect(session?.asked?.step).toBe("waktu");
  turn("ga tau jam berapa");
  expect(session?.asked?.step).toBe("tempat");
});

const calculator = (...texts: string[]) => {
  let session: Session | null = null;
  let replies: ReturnType<typeof talk>["replies"] = [];
  for (const text of texts) ({ session, replies } = talk(book, session, [{ text }]));
  return { session, replies };
};

test.for([
  ["hitung iuran", "4 pegawai gaji 2,4 juta"],
  ["hitung iuran", "karyawan", "warung kecil", "makanan", "4 pegawai gaji 2,4 juta"],
  ["hitung iuran", "karyawan", "mikro", "makanan", "gaji 2,4 juta buat 4 orang"],
])("workers and wage told in one sentence are not asked for again: %s", (texts) => {
  const { session } = calculator(...texts);
  const marks = session?.forms.at(-1)?.marks;
  expect(marks?.["upah"]?.v).toBe(2_400_000);
  expect(marks?.["jumlah_karyawan"]?.v).toBe(4);
  expect(marks?.["untuk"]?.v).toBe("karyawan");
});

test("a calculator that does not understand three sentences in a row says it differently, and offers a person from the second on", () => {
  const unheard = [
    "warnanya biru muda",
    "kemarin hujan deras",
    "sandal saya putus",
    "kucing tidur",
  ];
  const said = unheard.map((_, at) => {
    const { replies } = calculator("hitung iuran", ...unheard.slice(0, at + 1));
    return replies.at(-1);
  });
  expect(said[1]?.text).not.toBe(said[0]?.text);
  expect(said[2]?.text).not.toBe(said[1]?.text);
  expect(said[3]?.text).not.toBe(said[2]?.text);
  expect(said[0]?.keys).not.toContain("engine.stuck_here");
  for (const reply of said.slice(1)) expect(reply?.keys).toContain("engine.stuck_here");
});

test.for([
  ["50jt", "mikro"],
  ["modal 50 juta", "mikro"],
  ["omzet 30 juta sebulan", "mikro"],
  ["penjualan 3 miliar setahun", "kecil"],
  ["omset 300 jt per bulan", "kecil"],
  ["modal 2 miliar", "kecil"],
  ["kecil-kecilan", "mikro"],
  ["warung kecil kak", "mikro"],
])("%s tells that a business is %s", ([text = "", size]) => {
  const { session } = calculator("hitung iuran", "karyawan", text);
  expect(session?.forms.at(-1)?.marks["ukuran"]?.v).toBe(size);
});

test.for(["gatau", "5 miliar", "lebih dari 50 juta", "50 juta modal 2 miliar"])(
  "%s tells no size of a business: an example in money is given",
  (text) => {
    const { session, replies } = calculator("hitung iuran", "karyawan", text);
    expect(session?.asked?.step).toBe("ukuran");
    expect(replies.at(-1)?.text).toMatch(/penjualan .*sebulan/);
  },
);

test.for(["gas", "gaskeun", "oke gas", "gas kak"])("%s is a yes", (text) => {
  for (const step of ["setuju", "cabang", "pernyataan"])
    expect(talk(book, at(step), [{ text }]).session.asked?.step).not.toBe(step);
});
