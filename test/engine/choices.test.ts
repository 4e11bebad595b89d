import { expect, test } from "vitest";
import type { Choice, Reply } from "../../src/engine/event.ts";
import type { Session } from "../../src/engine/session.ts";
import { answers, answerTo } from "../support/person.ts";
import { bookForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();

/** Every reply with choices on the way through daftar_mandiri, with the session that it stands in. */
function offered(): { step: string; session: Session; reply: Reply }[] {
  const found: { step: string; session: Session; reply: Reply }[] = [];
  let session: Session | null = null;
  for (let turn = 0; turn < 25 && session?.closed.at(-1)?.flow !== "daftar_mandiri"; turn++) {
    const text = answerTo(session?.asked?.step ?? null);
    const said = talk(book, session, [{ text }]);
    ({ session } = said);
    const reply = said.replies.at(-1);
    if (reply && reply.choices.length > 0)
      found.push({ step: session.asked?.step ?? "-", session, reply });
  }
  return found;
}

const cases = offered().flatMap(({ step, session, reply }) =>
  reply.choices.map((choice, index) => ({ step, session, reply, choice, index })),
);

/** What a session holds that matters: where it stands and what was answered. */
const essence = ({ forms, stack, asked, closed }: Session) => ({
  forms: forms.map(({ flow, marks }) => ({ flow, marks })),
  depth: stack.length,
  asked: asked?.step,
  closed: closed.length,
});

const tapped = (session: Session, { id }: Choice) =>
  essence(talk(book, session, [{ choice: id }]).session);
const typed = (session: Session, text: string) => essence(talk(book, session, [{ text }]).session);

/** A slip of a thumb: two neighbours swapped, one letter lost, one doubled, in the longest word. */
function slips(label: string): string[] {
  const word = label.split(/\s+/).reduce((a, b) => (b.length > a.length ? b : a), "");
  if (word.length < 5) return [];
  const middle = Math.floor(word.length / 2);
  const swapped =
    word.slice(0, middle) + word.charAt(middle + 1) + word.charAt(middle) + word.slice(middle + 2);
  const lost = word.slice(0, middle) + word.slice(middle + 1);
  const doubled = word.slice(0, middle) + word.charAt(middle) + word.slice(middle);
  return [swapped, lost, doubled].map((slip) => label.replace(word, slip).toLowerCase());
}

test("the way through the form offers choices at every kind of question", () => {
  expect(cases.length).toBeGreaterThanOrEqual(15);
  expect(Object.keys(answers).length).toBeGreaterThan(10);
});

test.for(cases)("$step: $choice.label is picked by its label", ({ session, choice }) => {
  const wanted = tapped(session, choice);
  expect(typed(session, choice.label)).toEqual(wanted);
  expect(typed(session, choice.label.toUpperCase())).toEqual(wanted);
});

test.for(cases.filter(({ reply }) => reply.numbered))(
  "$step: $choice.label is picked by its number",
  ({ session, choice, index }) => {
    expect(typed(session, String(index + 1))).toEqual(tapped(session, choice));
    expect(typed(session, `nomor ${index + 1}`)).toEqual(tapped(session, choice));
  },
);

test.for(cases.flatMap((one) => slips(one.choice.label).map((slip) => ({ ...one, slip }))))(
  '$step: $choice.label is picked by "$slip"',
  ({ session, choice, slip }) => {
    expect(typed(session, slip)).toEqual(tapped(session, choice));
  },
);

test("a figure that is no option is never taken for a slip of one", () => {
  const asked = talk(book, null, [{ text: "hitung manfaat" }, { text: "Meninggal lainnya" }]);
  expect(asked.session.asked?.step).toBe("bulan_dibayar");
  const { session } = talk(book, asked.session, [{ text: "4 bulan" }]);
  expect(session.forms.at(-1)?.marks["bulan_dibayar"]?.v).toBe(4);
});

test("a question that is opened again waits for the answers that its figures come from", () => {
  const forged = `${sessionAt(book, "nik").asked?.form.slice(0, 6)}.program._skip`;
  const early = talk(book, sessionAt(book, "nik"), [{ choice: forged }]);
  expect(early.session.asked?.step).toBe("nik");
  const low = ["ubah penghasilan jadi 200 ribu", "bukan", "ganti program"];
  let said = talk(book, sessionAt(book, "ringkasan"), []);
  for (const text of low) said = talk(book, said.session, [{ text }]);
  expect(said.session.asked?.step).toBe("penghasilan");
  said = talk(book, said.session, [{ text: "3 juta" }]);
  expect(said.session.asked?.step).toBe("program");
  expect(said.replies.at(-1)?.text).not.toContain("NaN");
});
