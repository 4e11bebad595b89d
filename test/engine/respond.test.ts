import fc from "fast-check";
import { expect, test } from "vitest";
import type { Session } from "../../src/engine/session.ts";
import { answers } from "../support/person.ts";
import { bookForTests, nowForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
const at = (step: string) => sessionAt(book, step);
const day = 86_400_000;

const marksOf = (session: Session) =>
  session.forms.find(({ flow }) => flow === "daftar_mandiri")?.marks ?? {};
const steps = Object.keys(answers).filter((step) => step !== "pilihan");

const nasty: [string, string][] = [
  ["4,000 characters", "panjang sekali ".repeat(267)],
  ["emoji alone", "🙏🙏😭🎉"],
  ["right-to-left marks", "\u202Eabc\u202C \u200F12"],
  ["NUL and control characters", "a\u0000b\u0007c"],
  ["HTML", "<script>alert(1)</script>"],
  ["SQL", "'; drop table registration; --"],
  ["a path", "../../etc/passwd"],
  ["an ICU placeholder", "{nama} {nik, number} }{"],
  ["a lone surrogate", "\ud83d abc"],
  ["100 kB of digits", "9".repeat(100_000)],
  ["a forged choice id in text", "aaaaaa.nik.3404074506850002"],
];

test.for(steps.flatMap((step) => nasty.map(([name, text]) => [name, step, text] as const)))(
  "%s at %s changes nothing but the answer",
  ([, step, text]) => {
    const before = at(step);
    const { session, replies } = talk(book, before, [{ text }]);
    const { [step]: _answer, ...others } = marksOf(session);
    const { [step]: _before, ...othersBefore } = marksOf(before);
    for (const [name, mark] of Object.entries(othersBefore)) expect(others[name]).toEqual(mark);
    expect(replies).toHaveLength(1);
    expect(replies[0]?.text.length).toBeLessThan(2500);
    expect(JSON.stringify(session).length).toBeLessThan(8_000);
  },
);

test.for(["sticker", "voice", "image", "document"])(
  "a %s gets a courteous sentence and the question again",
  (kind) => {
    const before = at("nama");
    const { session, replies } = talk(book, before, [{ media: { kind } }]);
    expect(session.asked?.step).toBe("nama");
    expect(replies[0]?.keys).toEqual(["engine.media_not_read", "daftar_mandiri.nama"]);
  },
);

test.for([
  "aaaaaa.nik.3404074506850002",
  "cmd.FORMAT_DISK",
  "cmd.constructor",
  "cmd.__proto__",
  "",
  "....",
  "a.b",
  "x".repeat(5000),
])("the forged choice %s changes no answer", (choice) => {
  const before = at("alamat");
  const { session, replies } = talk(book, before, [{ choice }]);
  expect(marksOf(session)).toEqual(marksOf(before));
  expect(replies).toHaveLength(1);
});

test("a second tap on an old button replaces that answer, and only what stands on it", () => {
  const program = at("program");
  const choice = (value: string) => `${program.asked?.form.slice(0, 6)}.program.${value}`;
  const first = talk(book, program, [{ choice: choice("jkk_jkm") }]).session;
  const months = talk(book, first, [{ text: "3 bulan" }]).session;
  expect(months.asked?.step).toBe("cabang");
  const again = talk(book, months, [{ choice: choice("jkk_jkm_jht") }]);
  expect(marksOf(again.session)["program"]?.v).toBe("jkk_jkm_jht");
  expect(again.session.asked).toMatchObject({ step: "bulan", proposal: 3 });
  expect(again.replies[0]?.keys).toContain("engine.changed");
  const same = talk(book, again.session, [{ choice: choice("jkk_jkm_jht") }]);
  expect(marksOf(same.session)).toEqual(marksOf(again.session));
});

test("the same session, event and moment give the same response", () => {
  const session = at("wilayah");
  const once = talk(book, session, [{ text: "depok sleman" }]);
  expect(talk(book, session, [{ text: "depok sleman" }])).toEqual(once);
});

test("three answers in one turn are applied in order and only the last question is asked", () => {
  const texts = [answers["nik"], answers["nama"], "betul"].map((text) => ({ text: text ?? "" }));
  const { session, replies } = talk(book, at("nik"), texts);
  expect(session.asked?.step).toBe("hp");
  expect(replies).toHaveLength(1);
  expect(replies[0]?.keys.filter((key) => key.startsWith("daftar_mandiri."))).toEqual([
    "daftar_mandiri.hp",
  ]);
});

test("a burst that agrees and answers further waits for the consent to be kept", () => {
  const texts = ["ya", answers["nik"] ?? "", "sri contohsari"].map((text) => ({ text }));
  const { session, effects } = talk(book, at("setuju"), texts);
  expect(effects.map(({ kind }) => kind)).toEqual(["consent.record"]);
  expect(session.asked?.step).toBe("tanggal_lahir");
});

test("two bubbles of one address are joined when the next question refuses the second", () => {
  const { session } = talk(book, at("alamat"), [{ text: "Jl Mawar 5" }, { text: "RT 3 RW 2" }]);
  expect(marksOf(session)["alamat"]?.v).toBe("Jl Mawar 5 RT 3 RW 2");
  expect(session.asked?.step).toBe("wilayah");
});

test("no personal datum is asked, taken or sent before consent", () => {
  const { session, effects } = talk(book, at("setuju"), [{ text: answers["nik"] ?? "" }]);
  expect(session.asked?.step).toBe("setuju");
  expect(JSON.stringify(session)).not.toContain(answers["nik"]);
  expect(effects).toEqual([]);
});

test("a draft is forgotten after 30 days without a touch, and kept the day before", () => {
  const session = at("hp");
  const later = (days: number) => ({ at: nowForTests.at + days * day, today: "2026-12-30" });
  const kept = talk(book, session, [{ text: "halo" }], { now: later(29) });
  expect(kept.session.asked?.step).toBe("hp");
  const gone = talk(book, session, [{ text: "halo" }], { now: later(31) });
  expect(gone.replies[0]?.keys).toContain("engine.expired");
  expect(JSON.stringify(gone.session)).not.toContain("Contohsari");
});

test("after three slips a person is offered", () => {
  let session = at("nik");
  for (let slip = 1; slip <= 3; slip++) {
    const turn = talk(book, session, [{ text: "123" }]);
    session = turn.session;
    expect(turn.replies[0]?.keys.includes("engine.stuck")).toBe(slip === 3);
  }
});

const pool = [
  ...Object.values(answers),
  ...[
    "tidak",
    "batal",
    "kembali",
    "menu",
    "ulang",
    "mulai ulang",
    "lihat data",
    "hapus data",
    "berhenti",
    "petugas",
  ],
  ...[
    "bantuan",
    "ubah 3",
    "ganti nama",
    "ganti penghasilan jadi 4 juta",
    "eh 3 juta maksudnya",
    "salah",
    "1",
    "2",
    "13",
  ],
  ...[
    "halo",
    "english",
    "bahasa indonesia",
    "makasih",
    "lewati",
    "sama",
    "?",
    "brp iurannya",
    "p",
    "0",
  ],
  ...nasty.map(([, text]) => text.slice(0, 500)),
];

test("whatever people write: one reply with a way on, bounded sessions, nothing thrown", () => {
  const message = fc.oneof(
    { weight: 6, arbitrary: fc.constant("right") },
    { weight: 4, arbitrary: fc.constantFrom(...pool) },
    { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
  );
  fc.assert(
    fc.property(fc.array(message, { minLength: 20, maxLength: 60 }), (script) => {
      let session: Session | null = null;
      for (const [index, entry] of script.entries()) {
        const step: string | null = session?.asked?.step ?? null;
        const text = entry === "right" ? (answers[step ?? ""] ?? "ya") : entry;
        const turn = talk(book, session, [{ text }], {
          seed: `seed${String(index).padStart(12, "a")}`,
        });
        session = turn.session;
        // Who talks with an officer hears nothing, and is not left alone: an officer reads it.
        if (turn.forwarded.length === 0) {
          expect(turn.replies.length).toBeGreaterThan(0);
          const last = turn.replies.at(-1);
          expect(session.asked !== null || (last?.choices.length ?? 0) > 0).toBe(true);
        }
        expect(JSON.stringify(session).length).toBeLessThan(16_000);
        expect(session.forms.length).toBeLessThan(8);
      }
    }),
    { numRuns: 150 },
  );
});
