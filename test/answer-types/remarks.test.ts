import { describe, expect, test } from "vitest";
import { choice } from "../../src/answer-types/choice.ts";
import { personName } from "../../src/answer-types/person-name.ts";
import { text } from "../../src/answer-types/text.ts";
import { reading } from "./reading.ts";

describe("a remark is no name, no address and no workplace", () => {
  test.for([
    "gila mahal bgt bang",
    "makasih infonya",
    "oh gitu",
    "gapunya duit",
    "tar malem aja lanjutnya",
    "kepanjangan bacanya",
    "ktp saya ilang",
    "wah enak juga",
    "gaptek saya",
    "anak saya yg ngetikin",
    "td udah diisi",
  ])("%s", (remark) => {
    expect(reading(personName, remark)).toBe("!unclear");
    expect(reading(text, remark)).toBe("!unclear");
  });
});

test.for(["Sri Panjang", "Untung Selamat", "Gita Murah Hati", "Tanya", "Ahmad Yakin"])(
  '"%s" is a name',
  (name) => expect(reading(personName, name)).toBe(name),
);

test.for([
  "di rumah sendiri",
  "depan rumah ibu",
  "online",
  "Toko Murah Banyak",
  "Jl. Panjang 5",
  "Warung Enak",
])('"%s" is a place of work', (place) => expect(reading(text, place)).toBe(place));

test("a word that only looks like an option picks none beside words of something else", () => {
  const options = [
    { value: "ulang", label: "Hitung ulang" },
    { value: "gambar", label: "Lihat gambarnya" },
  ];
  expect(reading(choice, "ktp saya ilang", { options })).toBe("!unclear");
  expect(reading(choice, "hitung ulnag", { options })).toBe("ulang");
  expect(reading(choice, "gambrnya", { options })).toBe("gambar");
});
