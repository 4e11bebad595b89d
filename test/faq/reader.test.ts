import { describe, expect, test } from "vitest";
import { readerOf } from "../../src/faq/reader.ts";

const many = (text: string): string[] => Array<string>(5).fill(text);
const reader = readerOf([
  ...many("surat keterangan dari kelurahan"),
  ...many("tabungan dicetak"),
  ...many("cetak kartu"),
  ...many("mau cetak"),
  ...many("halo kak"),
  ...many("halo"),
]);
const words = (text: string): string[] => reader.read(text).map(({ word }) => word);
const stems = (text: string): string[] => reader.read(text).map(({ stem }) => stem);

describe("words are known from the examples alone", () => {
  test("dropped vowels are put back", () => {
    expect(words("ktrangan klrhn tbungan")).toEqual(["keterangan", "kelurahan", "tabungan"]);
  });

  test("one slip of the thumb is mended, a word that is merely unknown stays", () => {
    expect(words("kelurahsn ketetangan zebra")).toEqual(["kelurahan", "keterangan", "zebra"]);
  });

  test("a word is counted under its most common root", () => {
    expect(stems("nyetak cetakan pencetakan")).toEqual(["cetak", "cetak", "cetak"]);
  });

  test("greetings are looked past, unless there is nothing else", () => {
    expect(words("halo kak, cetak kartu")).toEqual(["cetak", "kartu"]);
    expect(words("cetak kartu dong kak, makasih banyak")).toEqual(["cetak", "kartu"]);
    expect(words("halo kak")).toEqual(["halo", "kak"]);
  });
});
