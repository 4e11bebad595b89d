import { expect, test } from "vitest";
import { beginsWithSkip, isSkip } from "../../src/answer-types/skip-words.ts";
import type { Session } from "../../src/engine/session.ts";
import { answerTo, wholeForm } from "../support/person.ts";
import { bookForTests, talk } from "../support/talk.ts";

const book = bookForTests();

/** The form as far as the question for another job. */
function beforeOtherJob(): Session | null {
  let session: Session | null = null;
  for (const text of wholeForm()) {
    if (session?.asked?.step === "pekerjaan_dua") return session;
    ({ session } = talk(book, session, [{ text }]));
  }
  return session;
}
const start = beforeOtherJob();

test.for([
  "lewati",
  "Lewati",
  "skip",
  "-",
  "tidak",
  "nggak",
  "gak ada",
  "tidak ada",
  "ga punya",
  "belum ada",
  "gak usah",
  "cuma itu",
  "itu aja",
  "tidak ada pekerjaan lain",
  "ga ada lagi",
  "no",
  "lwt",
  "lewtai",
  "gapunya",
  "gk pny",
  "kagak ada",
  "ora ono",
  "ora duwe",
  "teu aya",
  "ga usah pake itu",
  "ga kepikiran",
  "ga tau",
  "udah itu aja",
  "lanjut aja",
  "ga ada, ngojek doang",
  "gak ada. cuma ini",
  "jualan doang",
  "cuma dagang aja",
])("an optional question is passed over by %s", (text) => {
  const { session } = talk(book, start, [{ text }]);
  expect(session.asked?.step).toBe("penghasilan");
});

test.for([
  "tidak punya warung tapi jualan keliling",
  "tidak tahu tiba-tiba jatuh",
  "lagi di rumah aja",
  "ngojek doang",
  "jahit, tidak ada yang lain",
  "ada",
  "apa saja",
])("%s passes over nothing", (text) => {
  expect(isSkip(text)).toBe(false);
});

test("a number for NPWP that is told behind a no is still taken", () => {
  expect(beginsWithSkip("ga ada, ini aja 3404074506850002")).toBe(false);
});

test("a second job is asked for its place and hours, and goes along with the registration", () => {
  let last = talk(book, start, [{ text: "ojek online" }]);
  for (const text of ["keliling kota", "sore sampai malam"])
    last = talk(book, last.session, [{ text }]);
  expect(last.session.asked?.step).toBe("penghasilan");
  while (last.effects.length === 0)
    last = talk(book, last.session, [{ text: answerTo(last.session.asked?.step ?? null) }]);
  expect(last.effects[0]?.payload).toMatchObject({
    pekerjaan: "pedagang",
    pekerjaan_dua: "ojek-online",
    tempat_kerja_dua: "keliling kota",
    jam_kerja_dua: "sore sampai malam",
    penghasilan: 2_500_000,
  });
});
