import fc from "fast-check";
import { expect, test } from "vitest";
import { splitText } from "../../src/lib/split-text.ts";

test.for([
  ["a text that fits stays whole", "halo", 10, ["halo"]],
  [
    "a paragraph is kept together where it can be",
    "satu dua\n\ntiga empat",
    12,
    ["satu dua", "tiga empat"],
  ],
  ["else a line is", "satu dua tiga\nempat lima enam", 20, ["satu dua tiga", "empat lima enam"]],
  ["else a sentence is", "Satu dua. Tiga empat lima.", 18, ["Satu dua.", "Tiga empat lima."]],
  ["else a word is", "satu dua tiga empat", 10, ["satu dua", "tiga empat"]],
  ["a word without end is cut", "aaaaaaaaaaaa", 5, ["aaaaa", "aaaaa", "aa"]],
  ["no sign is cut in two", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 12, ["👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]],
  ["nothing is one empty piece", "", 5, [""]],
] as const)("%s", ([, text, limit, pieces]) => {
  expect(splitText(text, limit)).toEqual(pieces);
});

test("no piece is longer than the limit, and nothing but white space is lost", () => {
  const sign = fc.constantFrom(
    "a",
    "é",
    "👍🏽",
    " ",
    "\n",
    "\n\n",
    ".",
    "Rp16.800",
    "\u0301",
    "🇮🇩",
  );
  fc.assert(
    fc.property(
      fc.array(sign, { maxLength: 400 }),
      fc.integer({ min: 8, max: 90 }),
      (signs, limit) => {
        const text = signs.join("");
        const pieces = splitText(text, limit);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(limit);
        expect(pieces.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      },
    ),
  );
});
