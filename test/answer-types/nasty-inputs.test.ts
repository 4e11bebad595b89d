import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerType, ParseContext } from "../../src/answer-types/answer-type.ts";
import { answerTypes } from "../../src/answer-types/answer-types.ts";
import { parseCommand } from "../../src/answer-types/command.ts";
import { realRegions } from "../support/regions.ts";
import { today } from "./reading.ts";

const context: ParseContext = {
  today,
  regions: realRegions(),
  options: [
    { value: "a", label: "Ya" },
    { value: "b", label: "Tidak" },
  ],
};
/** Longest time for one text, with room for a busy machine. */
const limitMs = 250;

const nasty: Readonly<Record<string, string>> = {
  "4,000 characters": "lorem ipsum dolor ".repeat(223).slice(0, 4_000),
  "100,000 digits": "9".repeat(100_000),
  "8,000 digits": "9".repeat(8_000),
  "100,000 letters": "a".repeat(100_000),
  "4,000 spaces and a word": `${" ".repeat(4_000)}x`,
  "dashes and digits": "-1".repeat(300),
  "dots and digits": "1.".repeat(300),
  "emoji only": "😀😂🙏🔥",
  "direction marks": "\u202E\u200F\u061C",
  "null characters": "\u0000\u0000",
  "half a surrogate pair": "\uD83D\uDE00\uD83D",
  "heaped accents": `e${"\u0301".repeat(200)}`,
  html: '<img src=x onerror="alert(1)">',
  sql: "'; DROP TABLE registrations; --",
  path: "../../etc/passwd",
  template: "$\u007B7*7} {{7*7}} %s %n",
  json: '{"__proto__":{"x":true}}',
  prototype: "__proto__ constructor toString hasOwnProperty",
  "a prototype word": "toString()",
  "line breaks": "\r\n\r\n\t",
  "not a number": "NaN",
  hexadecimal: "0x10",
  "arabic figures": "٠٨١٢٣٤٥٦٧٨٩٠",
};

const types = Object.values(answerTypes);
const valueless = types.filter((type) => type.name !== "text");

describe.each(valueless.map((type) => [type.name, type] as const))("%s", (_, type: AnswerType) => {
  test.for(Object.entries(nasty))("refuses %s in good time", ([, text]) => {
    const before = performance.now();
    const parsed = type.parse(text, context);
    expect(performance.now() - before).toBeLessThan(limitMs);
    expect(parsed.kind).toBe("refused");
  });
});

test("a free text takes anything readable and nothing invisible", () => {
  for (const text of Object.values(nasty)) {
    const parsed = answerTypes.text.parse(text, context);
    if (parsed.kind === "value")
      expect(String(parsed.value)).not.toMatch(/[\p{Cc}\p{Cs}\u202E\u200F]/u);
  }
});

test("no text makes a parser throw, and a refusal says why", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          ..."0 1 8 62 + - . , / rp jt rb ribu setengah dua belas puluh sebulan hari kota kec depok ya tidak @ a.b bin 'x' \u0000".split(
            " ",
          ),
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(" ")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const type of types) {
        const parsed = type.parse(text, context);
        expect(["value", "refused", "narrow"]).toContain(parsed.kind);
      }
      parseCommand(text);
    }),
    { numRuns: 500 },
  );
});

test("every type is listed under its own name", () => {
  for (const [name, type] of Object.entries(answerTypes)) expect(type.name).toBe(name);
});
