import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phone } from "../../src/answer-types/phone.ts";
import { reading } from "./reading.ts";

describe("an Indonesian mobile number is read in any writing", () => {
  test.for([
    "081234567890",
    "0812-3456-7890",
    "0812.3456.7890",
    "+62 812-3456-7890",
    "6281234567890",
    "+62 0812 3456 7890",
    "81234567890",
    "(0812) 34567890",
    "0062812 3456 7890",
    "WA:081234567890",
    "wa081234567890",
    "No HP saya 081234567890 kak",
    "０８１２３４５６７８９０",
    "'081234567890",
    "0 8 1 2 3 4 5 6 7 8 9 0",
    "0812–3456–7890",
    "6281234567890.0",
  ])("%s", (text) => expect(reading(phone, text)).toBe("+6281234567890"));
});

describe("other numbers are asked again, with the reason", () => {
  test.for([
    ["021-5551234", "landline"],
    ["+62 21 5551234", "landline"],
    ["5551234", "landline"],
    ["+60 12-345 6789", "foreign"],
    ["+852 9123 4567", "foreign"],
    ["0812345", "too_short"],
    ["08123456789012345", "too_long"],
    ["08I234567890", "not_digits"],
    ["O81234567890", "not_digits"],
    ["0812 34S6 7890", "not_digits"],
    ["0812 xxxx 7890", "not_digits"],
    ["0841234567890", "unclear"],
    ["081234567890 / 085612345678", "unclear"],
    ["081234567890 085612345678", "unclear"],
    ["gak punya", "unclear"],
    ["8.12346E+11", "damaged_by_excel"],
  ])("%s: %s", ([text = "", reason]) => expect(reading(phone, text)).toBe(`!${reason}`));
});

describe("this number is the sender's own where the channel tells it", () => {
  test.for(["nomor ini", "yg ini aja", "pakai no wa ini", "sama dengan nomor ini"])(
    "%s",
    (text) => {
      expect(reading(phone, text, { sender: "+6281234567890" })).toBe("+6281234567890");
      expect(reading(phone, text)).toBe("!unclear");
    },
  );
  test("a foreign sender is not taken", () => {
    expect(reading(phone, "nomor ini", { sender: "+60123456789" })).toBe("!foreign");
  });
});

test("separators between the digits change nothing", () => {
  const digits = fc.tuple(fc.constantFrom("0812", "0857", "0895"), fc.stringMatching(/^\d{7,9}$/));
  fc.assert(
    fc.property(digits, fc.constantFrom("", " ", "-", "."), ([prefix, rest], mark) => {
      const plain = reading(phone, prefix + rest);
      expect(plain).toBe(`+62${(prefix + rest).slice(1)}`);
      expect(reading(phone, `${prefix}${mark}${rest.slice(0, 4)}${mark}${rest.slice(4)}`)).toBe(
        plain,
      );
    }),
  );
});

describe("more digits than any country dials are too many, never foreign", () => {
  test.for([
    "1234567890123456",
    "7101014503920004",
    "+7101014503920004",
    "nomor 7101 0145 0392 0004",
  ])("%s", (text) => expect(reading(phone, text)).toBe("!too_long"));
});

describe("an address or a time is unclear, a number cut short is too short", () => {
  test.for([
    ["Jl. Mawar No. 5", "!unclear"],
    ["jam 7", "!unclear"],
    ["RT 01 RW 02", "!unclear"],
    ["2 anak", "!unclear"],
    ["0812", "!too_short"],
    ["wa saya 0813", "!too_short"],
    ["ini nomer hp nya pak 0857", "!too_short"],
    ["08l2345", "!not_digits"],
  ])("%s: %s", ([text = "", outcome]) => expect(reading(phone, text)).toBe(outcome));
});
