import { expect, test } from "vitest";
import { emptySession, type Session } from "../../src/engine/session.ts";
import { bookForTests, nowForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
type Secret = "code" | "card";

/** A message as it comes from the intake, the secret gone from it. */
const sent = (session: Session | null, text: string, secret: Secret = "code") =>
  talk(book, session, [{ text, secret }]);
const keys = ({ replies }: ReturnType<typeof sent>) => replies.flatMap((reply) => reply.keys);

const inTalk = (): Session => ({
  ...emptySession(nowForTests.at),
  handover: { number: "KSS-00000-00000-0" },
});

test("who sends a secret is warned first, and a stranger is greeted then", () => {
  const said = sent(null, "otp saya [dihapus]");
  expect(keys(said)[0]).toBe("engine.secret.code");
  expect(said.session.asked?.step).toBe("pilihan");
  expect(said.replies).toHaveLength(1);
});

test.for(["setuju", "nik", "nama", "alamat", "penghasilan", "program", "ringkasan"])(
  "at %s a secret is warned about, the question comes back, and nothing counts as its answer",
  (step) => {
    const before = sessionAt(book, step);
    for (const secret of ["code", "card"] as const) {
      const said = sent(before, "ya ini pin saya [dihapus]", secret);
      expect(keys(said)[0]).toBe(`engine.secret.${secret}`);
      expect(said.session.asked?.step).toBe(step);
      expect(said.session.forms[0]?.marks).toEqual(before.forms[0]?.marks);
    }
  },
);

test("the number that is asked for is taken although a secret came along", () => {
  const said = sent(sessionAt(book, "nik"), "nik 3404074506850002 pin atm [dihapus]");
  expect(keys(said)[0]).toBe("engine.secret.code");
  expect(said.session.forms[0]?.marks["nik"]?.v).toBe("3404074506850002");
});

test("where a NIK is asked for, what looked like a card is said to be no NIK", () => {
  expect(keys(sent(sessionAt(book, "nik"), "[dihapus]", "card"))).toContain(
    "engine.secret.not_a_nik",
  );
  expect(keys(sent(sessionAt(book, "nama"), "[dihapus]", "card"))).not.toContain(
    "engine.secret.not_a_nik",
  );
});

test("an accident told beside a secret is answered all the same", () => {
  const said = sent(sessionAt(book, "nama"), "suami saya kecelakaan tadi, pin atm [dihapus]");
  expect(keys(said)[0]).toBe("engine.secret.code");
  expect(keys(said).some((key) => key.startsWith("kecelakaan."))).toBe(true);
});

test("a question beside a secret is answered", () => {
  const said = sent(null, "ada yang minta otp [dihapus] ngaku dari bpjs, penipuan bukan");
  expect(keys(said)).toContain("faq.penipuan");
});

test("in a talk with an officer the person is warned every time, and the rest reaches the officer", () => {
  const first = sent(inTalk(), "pak otp saya [dihapus]");
  expect(keys(first)[0]).toBe("engine.secret.code");
  expect(first.forwarded.map(({ text }) => text)).toEqual(["pak otp saya [dihapus]"]);
  expect(keys(sent(first.session, "pin [dihapus]"))).toEqual(["engine.secret.code"]);
});

test("a caption is warned about as a text is", () => {
  const message = { text: "otp [dihapus]", secret: "code", media: { kind: "image" } } as const;
  expect(keys(talk(book, null, [message]))).toContain("engine.secret.code");
});

test("a warning says what to do when somebody else knows the secret, in both languages", () => {
  for (const { format } of Object.values(book.catalogues))
    for (const key of ["engine.secret.code", "engine.secret.card"]) {
      expect(format(key)).toContain("175");
      expect(format(key)).toMatch(/bank/);
      expect(format(key).length).toBeLessThan(320);
    }
});
