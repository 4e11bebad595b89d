import { expect, test } from "vitest";
import { wrapped } from "../../src/lib/wrapped.ts";

test("lines are broken between words and nothing is lost", () => {
  const text = `satu dua tiga empat lima enam tujuh delapan\n\n${"kata ".repeat(30).trim()}`;
  const lines = wrapped(text, 20).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20);
  expect(lines.join(" ").replace(/\s+/g, " ")).toBe(text.replace(/\s+/g, " "));
});

test("a word longer than the line stays whole, and no width leaves the text", () => {
  expect(wrapped("a".repeat(30), 20)).toBe("a".repeat(30));
  expect(wrapped("a b", 0)).toBe("a b");
});
