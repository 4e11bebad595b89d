import { expect, test } from "vitest";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, talk } from "../support/talk.ts";

const book = bookForTests();
const languageAfter = (...texts: string[]) => {
  let session: Session | null = null;
  for (const text of texts) session = talk(book, session, [{ text }]).session;
  return session?.language;
};

test.for([
  "hello how can i register",
  "i want to register as a driver",
  "my husband died yesterday",
  "how much is it per month",
])("a stranger who writes %s is answered in English", (text) => {
  expect(languageAfter(text)).toBe("en");
});

test.for([
  "hi min mau daftar",
  "saya ojol mau join dong",
  "mau daftar online via app bisa ga",
  "help",
  "register",
])("%s is no English sentence", (text) => {
  expect(languageAfter(text)).toBe("id");
});

test("who writes Indonesian first is not turned to English by a sentence", () => {
  expect(languageAfter("halo", "how can i register")).toBe("id");
});
