import { expect, test } from "vitest";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
const atConsent = sessionAt(book, "setuju");
const say = (session: Session | null, text: string) => talk(book, session, [{ text }]);
const keysOf = (said: ReturnType<typeof say>) => said.replies.flatMap(({ keys }) => keys);
const inShort = "daftar_mandiri.setuju.what";
const again = "daftar_mandiri.setuju.again";

test.for(["ywdh gas", "yaudah lanjut aja", "ya udah iya", "monggo", "ok gpp", "pake aja datanya"])(
  "%s agrees to the consent",
  (text) => {
    expect(say(atConsent, text).session.forms[0]?.marks["setuju"]?.v).toBe(true);
  },
);

test.for([
  "terserah",
  "bebas",
  "ywdh",
  "yaudah nanti",
  "lanjut",
  "lanjut daftar",
  "ok gpp nanti",
  "pakai apa",
  "lanjut tapi takut",
  "iya asal ga disebar",
])("%s is no consent", (text) => {
  const { session } = say(atConsent, text);
  expect(session.forms[0]?.marks["setuju"]).toBeUndefined();
  expect(session.asked?.step).toBe("setuju");
});

test.for([
  "aman ga nih datanya",
  "datanya dijual ga nanti",
  "nanti disalahgunakan ga",
  "emang aman?",
  "takut ah",
  "ok tapi jangan disebar ya",
])("%s at the consent is answered in short, and the question comes again in short", (text) => {
  const keys = keysOf(say(atConsent, text));
  expect(keys).toEqual([inShort, again]);
});

test("who asks for more about the same has the whole answer, and another question has its own", () => {
  const first = say(atConsent, "datanya aman?");
  expect(keysOf(say(first.session, "kalo bocor gimana datanya"))).toContain("faq.privasi-data");
  expect(keysOf(say(first.session, "iya, tapi gratis kan"))).toContain("faq.biaya-daftar");
});

test("a worry at the end of a request is answered, and what was asked for begins", () => {
  const said = say(null, "mau daftarin anggota koperasi 30 org, datanya aman?");
  expect(keysOf(said)[1]).toMatch(/setuju.what$/);
  expect(said.session.asked?.step).toBe("setuju");
  const plain = say(null, "saya mau daftar, tapi datanya disebar ga?");
  expect(keysOf(plain)[1]).toMatch(/setuju.what$/);
  expect(plain.session.asked?.step).toBe("siapa");
});

test.for([
  ["cara daftar gimana?", "go.daftar_mandiri"],
  ["mau daftar gimana caranya", "go.daftar_mandiri"],
  ["daftarin karyawan saya 3 orang, syaratnya apa aja?", "go.daftar_usaha"],
  ["syarat daftar apa aja", "faq.syarat-daftar-usaha"],
  ["syarat daftar koperasi apa", "go.daftar"],
])("%s is answered with how, and a button begins it", ([text = "", button]) => {
  const said = say(null, text);
  expect(said.session.stack).toEqual([]);
  expect(said.replies.at(-1)?.choices.map(({ id }) => id)).toContain(button);
});

test("a topic that a question names has an answer", () => {
  const named = [...book.flows.values()].flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === "ask" && step.topic !== null ? [step.topic] : [])),
  );
  expect(named.length).toBeGreaterThan(0);
  for (const topic of named) expect(book.answers.has(topic), topic).toBe(true);
});

test("who only asks whether they may register is let in", () => {
  expect(say(null, "saya ojol mau daftar bisa ga?").session.asked?.step).toBe("setuju");
});
