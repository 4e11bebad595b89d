import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsIn } from "../../src/faq/normalise.ts";
import { longestRead } from "../../src/faq/tokens.ts";

const read = (text: string): string => wordsIn(text).join(" ");

describe("questions read alike however they are written", () => {
  test.for([
    [
      "abbreviations",
      "gmn cr byr iurannya, blm tau brp",
      "bagaimana cara bayar iuran belum tau berapa",
    ],
    ["drawn-out letters", "berapaaaa sihhhh", "berapa sih"],
    ["doubled letters", "daftarr", "daftar"],
    ["reduplication", 'syarat2 apa aja, syarat" lengkap', "dokumen apa saja dokumen lengkap"],
    ["loose endings", "bayar nya dmn", "bayar dimana"],
    ["Javanese", "kepiye carane mbayar, pinten regane", "bagaimana cara bayar berapa tarif"],
    ["Sundanese", "kumaha carana daptar, sabaraha", "bagaimana cara daftar berapa"],
    ["Minang", "bara iurannyo", "berapa iuran"],
    ["voice typing", "be pe je es te ka sama je ha te", "bpjstk sama jht"],
    ["voice typing of a number of letters", "en i ka di ka te pe", "nik di ktp"],
    ["several names of one thing", "bpjs tk, bpjs ketenagakerjaan, jamsostek", "bpjstk"],
    [
      "amounts by their kind",
      "Rp16.800 atau 2,5jt atau 500rb",
      "jumlahuang atau jumlahuang atau jumlahuang",
    ],
    [
      "percents keep their figure",
      "ambil 10% atau tiga puluh persen",
      "cair 10 persen atau 30 persen",
    ],
    [
      "years and long numbers by their kind",
      "lahir 1990 nik 3578123456780001",
      "lahir angkatahun nik nomorpanjang",
    ],
    ["accents and capitals", "BERAPA Iurán", "berapa iuran"],
    ["English", "how much is the fee", "bagaimana berapa is the tarif"],
    ["other scripts as a kind", "你好 请问", "aksaraasing"],
    ["nothing to read", "... 🙏", ""],
  ])("%s", ([, text = "", words]) => {
    expect(read(text)).toBe(words);
  });
});

/** Bits of messages, so that a run meets what people type. */
const bit = fc.oneof(
  fc.constantFrom(
    ...'be pe je es te ka ha en i u org2 syarat" byr 2,5jt 50% nya gmn d k sm gada tf jemo ketabrak'.split(
      " ",
    ),
  ),
  fc.stringMatching(/^[a-z]{1,8}$/),
  fc.stringMatching(/^[a-z0-9]{1,8}$/),
);
const message = fc.array(bit, { maxLength: 12 }).map((bits) => bits.join(" "));
const anything = fc.oneof(message, fc.string(), fc.string({ unit: "grapheme" }));

describe("for every text", () => {
  test("reading what was read changes nothing", () => {
    fc.assert(
      fc.property(message, (text) => {
        expect(read(read(text))).toBe(read(text));
      }),
      { numRuns: 3_000 },
    );
  });

  test("words are lower-case letters or digits", () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const word of wordsIn(text)) expect(word).toMatch(/^(?:[a-z]+|\d+)$/);
      }),
    );
  });

  test.for([
    ["one letter", "a".repeat(100_000)],
    ["an address that never ends", `${"a".repeat(50_000)}@${"b".repeat(50_000)}`],
    ["digits and dots", "1.".repeat(50_000)],
    ["letters said one by one", "be ".repeat(30_000)],
    ["marks", "\u0301".repeat(100_000)],
    ["spaces", " ".repeat(100_000)],
    ["percents without a number", "%".repeat(50_000)],
  ])("reading takes little time: %s", ([, text = ""]) => {
    wordsIn(text);
    const start = performance.now();
    const words = wordsIn(text);
    expect(performance.now() - start).toBeLessThan(200);
    expect(words.length).toBeLessThanOrEqual(longestRead);
  });
});
