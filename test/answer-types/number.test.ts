import { describe, expect, test } from "vitest";
import { number } from "../../src/answer-types/number.ts";
import { reading, today } from "./reading.ts";

describe("a whole number is read in figures and words", () => {
  test.for<[string, number]>([
    ["5", 5],
    ["lima", 5],
    ["ada 5 orang", 5],
    ["dua puluh lima", 25],
    ["1.200", 1200],
    ["seribu dua ratus", 1200],
    ["bertiga", 3],
    ["loro", 2],
    ["gak ada", 0],
    ["belum punya karyawan", 0],
    ["sekitar 10", 10],
    ["nol", 0],
  ])("%s", ([text, count]) => expect(reading(number, text)).toBe(count));
});

describe("what is no single whole number is asked again", () => {
  test.for([
    "banyak",
    "5-6",
    "2,5",
    "5 atau 6",
    "5O",
    "O5",
    "-3",
    "3/4",
    "lebih dari 5",
    "berapa?",
    "1e5",
    "bukan 5",
    "krja d 2 tempat ikut yg mana",
  ])("%s", (text) => expect(reading(number, text)).toBe("!unclear"));
});

test("a number outside the bounds is told with them", () => {
  expect(number.parse("30", { today, min: 1, max: 20 })).toEqual({
    kind: "refused",
    reason: "range",
    detail: { min: 1, max: 20, found: 30 },
  });
  expect(reading(number, "20", { min: 1, max: 20 })).toBe(20);
  expect(reading(number, "gak ada", { min: 1 })).toBe("!range");
});
