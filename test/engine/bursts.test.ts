import { expect, test } from "vitest";
import type { Message } from "../../src/engine/event.ts";
import { joinReplies } from "../../src/engine/join-replies.ts";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
const say = (session: Session | null, ...messages: (string | Message)[]) =>
  talk(
    book,
    session,
    messages.map((one) => (typeof one === "string" ? { text: one } : one)),
  );

test("of several questions at once the last one's buttons stand below, each once", () => {
  const question = "syarat jadi peserta mandiri apa aja, ktp doang cukup ga";
  const once = say(null, question).replies.at(-1)?.choices;
  const { replies } = say(null, "bayarnya bisa di indomaret ga", question, question);
  expect(replies.at(-1)?.choices).toEqual(once);
  expect(replies.at(-1)?.keys.filter((key) => key === "faq.syarat-daftar-bpu")).toHaveLength(1);
});

test("a question answered before a form opens leaves no buttons below the form's own", () => {
  const alone = say(null, "daftar").replies.at(-1)?.choices;
  const both = say(null, "bayarnya bisa di indomaret ga", "daftar").replies.at(-1)?.choices;
  expect(both?.map(({ label }) => label)).toEqual(alone?.map(({ label }) => label));
});

test("who gets a file has the menu below it, also when something was said before", () => {
  const registered = { jumlah: 1, rincian: "", ada_percakapan: false, percakapan: "" };
  const results = { "data.show": registered };
  const copy = talk(book, null, [{ text: "salinan data" }], { results });
  expect(copy.replies.at(-1)?.choices.map(({ id }) => id)).toEqual(["cmd.MENU"]);
  const talking = say(null, "petugas").session;
  const messages = [{ choice: "cmd.RETURN" }, { text: "salinan data" }];
  const joined = joinReplies(talk(book, talking, messages, { results }).replies);
  expect(joined.filter(({ file }) => !file)).toHaveLength(1);
  expect(joined.at(-1)?.choices.map(({ id }) => id)).toEqual(["cmd.MENU"]);
});

test("a button that no reply ever had is called old, in a talk with an officer too", () => {
  for (const choice of ["cmd.nothing", "cmd.RESTART_YES", "cmd.RESTART_NO"]) {
    const said = say(say(null, "makasih").session, { choice });
    expect(said.replies.at(-1)?.keys).toContain("engine.old_choice");
    expect(said.replies.at(-1)?.choices.length).toBeGreaterThan(0);
    const officer = say(say(null, "petugas").session, { choice });
    expect(officer.session.handover).toBeDefined();
  }
});

test("a button of a question that does not apply now is old", () => {
  const before = sessionAt(book, "alamat");
  const choice = `${before.asked?.form.slice(0, 6)}.lahir_sesuai.ulang`;
  const said = say(before, { choice });
  expect(said.replies.at(-1)?.keys).toContain("engine.old_choice");
  expect(said.session.forms).toEqual(before.forms);
});

test("another tap instead of yes or no to starting over goes on as before", () => {
  const before = say(sessionAt(book, "bulan"), "mulai dari awal").session;
  const choice = `${before.forms.at(-1)?.id.slice(0, 6)}.bulan.3`;
  const said = say(before, { choice });
  expect(said.session.restarting).toBeUndefined();
  expect(said.session.asked?.step).toBe("cabang");
});
