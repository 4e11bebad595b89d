import fc from "fast-check";
import { expect, test } from "vitest";
import { phrasesOf } from "../../src/lib/phrases.ts";

const words = fc.array(fc.constantFrom("a", "b", "aa", "c"), { minLength: 1, maxLength: 4 });
const phrase = words.map((all) => all.join(" "));

test("a text holds exactly the phrases that stand in it as whole words, each once and in their order", () => {
  fc.assert(
    fc.property(fc.array(phrase, { maxLength: 8 }), phrase, (all, said) => {
      const entries = all.map((one, at) => [one, at] as const);
      const held = entries.filter(([one]) => ` ${said} `.includes(` ${one} `)).map(([, at]) => at);
      const named = entries.filter(([one]) => one === said).map(([, at]) => at);
      const phrases = phrasesOf(entries);
      expect(phrases.heldIn(said)).toEqual(held);
      expect(phrases.heldIn(` ${said} `)).toEqual(held);
      expect(phrases.named(said)).toEqual(named);
    }),
  );
});

test("what stands for several phrases of a text is found once, and an empty phrase never", () => {
  const phrases = phrasesOf([
    ["mau daftar", "one"],
    ["", "none"],
    ["daftar", "one"],
    ["daftar", "two"],
  ]);
  expect(phrases.heldIn("kak mau daftar dong")).toEqual(["one", "two"]);
  expect(phrases.heldIn("")).toEqual([]);
  expect(phrases.named("")).toEqual([]);
});
