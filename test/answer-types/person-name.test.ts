import { describe, expect, test } from "vitest";
import { personName } from "../../src/answer-types/person-name.ts";
import { reading, today } from "./reading.ts";

describe("a name is kept; introductions and forms of address go", () => {
  test.for([
    ["rina tiruan", "Rina Tiruan"],
    ["RINA TIRUAN", "Rina Tiruan"],
    ["Nama : Rina Tiruan", "Rina Tiruan"],
    ["nama lengkap saya rina tiruan", "Rina Tiruan"],
    ["perkenalkan nama saya rina", "Rina"],
    ["a.n. jaka tiruan", "Jaka Tiruan"],
    ["a/n Jaka Tiruan", "Jaka Tiruan"],
    ["jenengku paijo", "Paijo"],
    ["nami abdi ujang", "Ujang"],
    ["mbak rini tiruan", "Rini Tiruan"],
    ["dengan ibu ratih", "Ratih"],
    ["Ratih kak", "Ratih"],
    ["itu ratih sesuai ktp", "Ratih"],
    ['"Ratih" 😊', "Ratih"],
    ["ratih.", "Ratih"],
  ])("%s", ([text = "", name]) => expect(reading(personName, text)).toBe(name));
});

describe("titles, particles and one-word names stay", () => {
  test.for([
    ["HJ. SITI TIRUAN", "Hj. Siti Tiruan"],
    ["muh. tiruan", "Muh. Tiruan"],
    ["jaka tiruan, s.pd", "Jaka Tiruan, S.Pd"],
    ["i made tiruan", "I Made Tiruan"],
    ["NUR'AINI", "Nur'aini"],
    ["siti nur-tiruan", "Siti Nur-Tiruan"],
    ["daeng tiruan", "Daeng Tiruan"],
    ["de Tiruan", "de Tiruan"],
    ["McTiruan", "McTiruan"],
    ["tri", "Tri"],
    ["Dah", "Dah"],
    ["untung", "Untung"],
    ["bagus", "Bagus"],
  ])("%s", ([text = "", name]) => expect(reading(personName, text)).toBe(name));
});

describe("what is no name is asked again", () => {
  test.for([
    ["rina88", "digits_in_name"],
    ["081234567890", "digits_in_name"],
    ["1. Rina", "digits_in_name"],
    ["a", "too_short"],
    ["...", "unclear"],
    ["😀", "unclear"],
    ["ya", "unclear"],
    ["pak", "unclear"],
    ["menu", "unclear"],
    ["batal", "unclear"],
    ["halo", "unclear"],
    ["nama saya?", "unclear"],
    ["buat apa nama saya", "unclear"],
    ["tidak ada", "unclear"],
    ["sama kayak tadi", "unclear"],
    ["syarat klaim jht", "unclear"],
    ["kartu hilang", "unclear"],
    ["xxx", "unclear"],
    ["asdfgh", "unclear"],
    ["rina@example.com", "unclear"],
    ["<b>rina</b>", "unclear"],
    ["Rina'); DROP TABLE", "unclear"],
    ["محمد", "unclear"],
    ["nama saya", "unclear"],
  ])("%s: %s", ([text = "", reason]) => expect(reading(personName, text)).toBe(`!${reason}`));
});

test("a name has 2 to 100 letters", () => {
  const name = (letters: number) => "Ab".repeat(letters).slice(0, letters);
  expect(reading(personName, name(100))).toBe(name(100));
  expect(reading(personName, name(101))).toBe("!too_long");
});

test("invisible characters never reach the value", () => {
  expect(personName.parse("\u202ERina\u0000 Tiruan\u200B", { today })).toEqual({
    kind: "value",
    value: "Rina Tiruan",
  });
});

describe("any letter is an initial, at the end, in the middle and in front", () => {
  test.for([..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"])("%s", (letter) => {
    for (const name of [`Rina Tiruan ${letter}`, `Rina ${letter}.`, `Rina ${letter} Tiruan`]) {
      expect(reading(personName, name)).toBe(name);
      expect(reading(personName, name.toLowerCase())).toBe(name);
    }
    expect(reading(personName, `${letter}. Tiruan`)).toBe(`${letter}. Tiruan`);
  });
  test("siti p", () => expect(reading(personName, "siti p")).toBe("Siti P"));
});

describe("a no written together with its verb is no name", () => {
  test.for(["gatau", "gamau", "gaada", "males ngisi", "halo p", "d", "k tau"])("%s", (text) =>
    expect(String(reading(personName, text))).toMatch(/^!/),
  );
});

describe("insults, anger and the wish to ask are no names", () => {
  test.for([
    "bangsat",
    "dasar goblok",
    "anjing lama banget",
    "marah gue",
    "kesel banget saya",
    "ribet amat",
    "tanya dong",
    "mau nanya dulu",
    "fuck you",
  ])("%s", (text) => expect(reading(personName, text)).toBe("!unclear"));
});

describe("a name that holds the letters of an insult or of anger stays a name", () => {
  test.for([
    "Asuti",
    "Anjar Setiawan",
    "Babinsa",
    "Marah Rusli",
    "Marahadi",
    "Tai Ling",
    "Amat",
    "Bambang Tolo",
    "Tanya",
    "SITI aminah",
  ])("%s", (text) => expect(reading(personName, text)).toBe(text));
});
