import fc from "fast-check";
import { expect, test } from "vitest";
import { passesLuhn } from "../../src/answer-types/card-number.ts";
import { removedMark, withoutSecrets } from "../../src/answer-types/secrets.ts";
import { nikParts } from "../../src/rules/nik.ts";
import { kept, told } from "./secret-sentences.ts";

const today = "2026-11-22";

test("the tables are wide", () => {
  expect(told.length).toBeGreaterThanOrEqual(60);
  expect(kept.length).toBeGreaterThanOrEqual(60);
});

test.for(told)("taken out: %s", ([text, ...secrets]) => {
  const left = withoutSecrets(text, today);
  expect(left.secret).not.toBeNull();
  expect(left.text).toContain(removedMark);
  for (const secret of secrets) expect(left.text).not.toContain(secret);
  expect(withoutSecrets(left.text, today)).toEqual({ text: left.text, secret: null });
});

test.for(kept)("left alone: %s", (text) => {
  expect(withoutSecrets(text, today)).toEqual({ text, secret: null });
});

const digit = fc.integer({ min: 0, max: 9 });
const digits = (length: number) =>
  fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(""));
const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, "0"));
const nik = fc
  .tuple(
    fc.constantFrom("11", "31", "34", "35", "36", "51", "52", "53", "61", "62", "64", "65"),
    digits(4),
    fc.oneof(two(1, 28), two(41, 68)),
    two(1, 12),
    two(30, 99),
    digits(4).filter((serial) => serial !== "0000"),
  )
  .map((parts) => parts.join(""))
  .filter((one) => !("problem" in nikParts(one, today)));
const spaced = (text: string, sign: string): string => text.replace(/(.{4})(?=.)/g, `$1${sign}`);
const sign = fc.constantFrom("", " ", "-", ".");

test("no NIK is taken for the number of a card, spaced or not, whether its check digit fits or not", () => {
  const luhn = nik.map((one) => {
    for (let last = 0; last < 10; last++) {
      const candidate = one.slice(0, 15) + last;
      if (passesLuhn(candidate) && !candidate.endsWith("0000")) return candidate;
    }
    return one;
  });
  fc.assert(
    fc.property(fc.oneof(nik, luhn), sign, (one, between) => {
      for (const text of [spaced(one, between), `nik ${spaced(one, between)}`, `ini ${one} ya`])
        expect(withoutSecrets(text, today).secret).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test("every number of a card is taken out, however it is spaced, and none of its digits stay", () => {
  const card = fc
    .tuple(fc.constantFrom("4", "51", "55", "2223", "2599"), digits(15))
    .map(([first, rest]) => {
      const all = (first + rest).slice(0, 15);
      const check = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((last) => passesLuhn(all + last)) ?? 0;
      return all + check;
    })
    .filter((one) => "problem" in nikParts(one, today));
  fc.assert(
    fc.property(card, sign, (one, between) => {
      const left = withoutSecrets(`nomor saya ${spaced(one, between)} tolong`, today);
      expect(left).toEqual({ text: `nomor saya ${removedMark} tolong`, secret: "card" });
    }),
    { numRuns: 2000 },
  );
});

test("no number of a telephone, and no other number of twelve digits and fewer, is taken out without its name", () => {
  const other = fc.integer({ min: 1, max: 12 }).chain(digits);
  const phone = fc
    .tuple(fc.constantFrom("08", "628", "+628"), fc.integer({ min: 8, max: 10 }).chain(digits))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(other, phone), sign, (one, between) => {
      expect(withoutSecrets(spaced(one, between), today).secret).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test("a code goes with its name, whatever stands around it", () => {
  const name = fc.constantFrom("otp", "kode otp", "pin atm", "kode verifikasi", "pinnya", "cvv");
  const around = fc.constantFrom("", "halo kak ", "tolong ya ", "ini ");
  fc.assert(
    fc.property(
      name,
      around,
      fc.integer({ min: 4, max: 8 }).chain(digits),
      (called, first, one) => {
        const left = withoutSecrets(`${first}${called} ${one}, makasih`, today);
        expect(left).toEqual({ text: `${first}${called} ${removedMark}, makasih`, secret: "code" });
      },
    ),
  );
});

test("any text ends in good time, and what is left holds no secret", () => {
  const piece = fc.constantFrom("otp", "pin", "1234", " ", "4111", "-", "sandi", "a1", ":", "\n");
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((all) => all.join("")),
      ),
      (text) => {
        const left = withoutSecrets(text, today);
        if (left.secret === null) expect(left.text).toBe(text);
      },
    ),
  );
  const long = withoutSecrets("otp 1234 4111 1111 1111 1111 ".repeat(600), today);
  expect(long.text).not.toContain("1111");
});
