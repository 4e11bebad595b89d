import { describe, expect, test } from "vitest";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
const marksOf = (session: Session) =>
  session.forms.find(({ flow }) => flow === "daftar_mandiri")?.marks ?? {};

test.for([
  ["bukan 2,5 juta, 1,5 juta", "penghasilan", 1_500_000],
  ["eh bukan 2,5jt tapi 3jt", "penghasilan", 3_000_000],
  ["bukan 0812 0000 1234, 0813 0000 4321", "hp", "+6281300004321"],
  ["bkn jualan sayur, ojek online", "pekerjaan", "ojek-online"],
])("%s changes %s wherever it was asked", ([text, step, value]) => {
  const before = sessionAt(book, "cabang");
  const { session, replies } = talk(book, before, [{ text: String(text) }]);
  expect(marksOf(session)[String(step)]?.v).toBe(value);
  expect(replies.at(-1)?.text).toContain("(tadinya ");
});

test.for(["bukan 9 juta, 1 juta", "bukan begitu, yang lain", "bukan, Cikarang"])(
  "%s, where no answer says the first, changes none",
  (text) => {
    const before = sessionAt(book, "program");
    const { session } = talk(book, before, [{ text }]);
    expect(marksOf(session)).toEqual(marksOf(before));
  },
);

test("after an answer to the form a question is not about what was explained before it", () => {
  const asked = talk(book, sessionAt(book, "alamat"), [{ text: "data saya aman ga?" }]).session;
  expect(asked.topic).toBe("privasi-data");
  const { session } = talk(book, asked, [{ text: "dusun mawar rt 2 rw 5" }]);
  expect(session.topic).toBeUndefined();
});

test.for(["ya betul", "ya kirim", "siap"])("%s at a choice is not taken for thanks", (text) => {
  const { replies } = talk(book, sessionAt(book, "program"), [{ text }]);
  expect(replies.at(-1)?.text).not.toContain("Sama-sama");
});

/** An owner who types the second of two workers; the question is that one's NIK. */
function atSecondWorker(): Session {
  const said = [
    ...["daftarkan karyawan", "setuju", "benar semua", "Toko Contoh", "perorangan"],
    ...["Jalan Mawar 3 RT 1 RW 2", "Depok, Sleman", "lewati", "lewati", "toko", "mikro"],
    ...["3404050101800077", "Hendra Contohwan", "ya", "081200001111", "lewati", "ya", "ketik"],
    ...["3404056502910011", "Siti Rekaan", "ya", "lewati", "2,4 juta", "kasir", "1-3-2023", "lagi"],
  ];
  let session: Session | null = null;
  for (const text of said) session = talk(book, session, [{ text }]).session;
  if (session?.asked?.step !== "pekerja-2-nik") throw new Error(`at ${session?.asked?.step}`);
  return session;
}

describe("while the next worker is typed", () => {
  const before = atSecondWorker();
  const marksAfter = (...texts: string[]) => {
    let session = before;
    for (const text of texts) session = talk(book, session, [{ text }]).session;
    const form = session.forms.find(({ flow }) => flow === "daftar_usaha");
    return { marks: form?.marks ?? {}, asked: session.asked?.step };
  };
  const budi = ["3404052502920012", "Budi Tiruan", "ya", "lewati"];

  test.for([
    ["eh yg siti tadi gajinya salah harusnya 2,6 juta", "upah", 2_600_000],
    ["gaji Siti 2,6 jt", "upah", 2_600_000],
    ["pekerja 1 upahnya jadi 3 juta", "upah", 3_000_000],
    ["nama siti salah, harusnya Siti Rekayasa", "nama", "Siti Rekayasa"],
  ])("%s changes the one who is named", ([text, field, value]) => {
    const { marks, asked } = marksAfter(...budi, String(text));
    expect(marks[`pekerja-1-${field}`]?.v).toBe(value);
    expect(asked).toBe("pekerja-2-upah");
    expect(marks["pekerja-2-upah"]).toBeUndefined();
  });

  test.for(["kalau gaji siti naik jadi 3 juta gimana?", "jangan hapus siti", "bantu siti jahit"])(
    "%s changes nobody",
    (text) => {
      const { marks } = marksAfter(...budi, text);
      expect(marks["pekerja-1-nama"]?.v).toBe("Siti Rekaan");
      expect(marks["pekerja-1-upah"]?.v).toBe(2_400_000);
    },
  );

  test("a name that nobody here bears renames nobody", () => {
    const { marks } = marksAfter("nama joko salah, harusnya joko rekaan");
    expect(marks["nama"]?.v).toBe("Hendra Contohwan");
  });

  test.for(["cukup", "udah segitu aja", "gak ada lagi"])("%s takes the begun one out", (text) => {
    const { marks, asked } = marksAfter(text);
    expect(marks["pekerja-1-more"]?.v).toBe("done");
    expect(asked).toBe("pemilik_ikut");
  });

  test.for(["sudah saya kirim tadi", "tidak punya ktp", "belum ada nik nya"])(
    "%s does not end the list",
    (text) => expect(marksAfter(text).asked).toBe("pekerja-2-nik"),
  );

  test("whoever is named may go, be it half-way", () => {
    const { marks, asked } = marksAfter(...budi, "yang budi keluarin aja, gajadi");
    expect(Object.keys(marks).filter((name) => name.startsWith("pekerja-2"))).toEqual([]);
    expect(asked).toBe("pekerja-1-more");
  });
});
