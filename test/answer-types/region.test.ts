import { describe, expect, test } from "vitest";
import { region, regionName } from "../../src/answer-types/region.ts";
import { realRegions } from "../support/regions.ts";
import { reading, today } from "./reading.ts";

const regions = realRegions();
const parse = (text: string, within?: string) =>
  region.parse(text, { today, regions, ...(within ? { within } : {}) });

describe("a district is found when its name or what stands beside it leaves no doubt", () => {
  test.for([
    ["Kec. Depok, Sleman", "34.04.07"],
    ["sleman depok", "34.04.07"],
    ["Depok Sleman DIY", "34.04.07"],
    ["desa caturtunggal kec depok kab sleman", "34.04.07"],
    ["Jl. Kaliurang km 5, Depok, Sleman", "34.04.07"],
    ["Depok, Kabupaten Sleman, DI Yogyakarta", "34.04.07"],
    ["kec sleman", "34.04.13"],
    ["tebet", "31.74.01"],
    ["tebet jaksel", "31.74.01"],
    ["wonokromo sby", "35.78.04"],
    ["lowokwaru malang", "35.73.05"],
    ["umbulharjo jogja", "34.71.13"],
    ["laweyan solo", "33.72.01"],
    ["pondokgede bekasi", "32.75.08"],
    ["tj priok", "31.72.02"],
    ["kec karanganyar demak", "33.21.09"],
    ["godean slmean", "34.04.02"],
    ["saya tinggal di mlati", "34.04.06"],
    ["34.04.07", "34.04.07"],
  ])("%s", ([text = "", code]) => expect(reading(region, text, { regions })).toBe(code));
});

describe("a name that several places share is asked back", () => {
  test.for([
    ["malang", "regency"],
    ["jakarta", "regency"],
    ["jogja", "regency"],
    ["34", "regency"],
    ["kota bandung", "district"],
    ["sleman", "district"],
    ["gunung kidul", "district"],
    ["34.04", "district"],
    ["depok", "which"],
    ["bandung", "which"],
    ["karanganyar", "which"],
    ["banjarsari", "which"],
    ["slemen", "which"],
    ["kebayoran", "which"],
  ])("%s: %s", ([text = "", ask]) => expect(reading(region, text, { regions })).toBe(`?${ask}`));
});

test("every regency that is both a Kabupaten and a Kota is asked back by its bare name", () => {
  const short = (name: string) => name.replace(/^(Kabupaten|Kota) /, "");
  const names = regions.regencies.map(({ name }) => short(name));
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  expect(twice.size).toBe(26);
  for (const name of twice)
    expect(reading(region, name, { regions })).toMatch(/^\?(regency|which)$/);
});

test("no district name that is not unique is taken without asking", () => {
  const names = regions.districts.map(({ name }) => name);
  const shared = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
  expect(shared.length).toBe(290);
  for (const name of shared) expect(reading(region, name, { regions })).not.toMatch(/^\d/);
});

test("every district is found by its full name, or asked back when even that is shared", () => {
  const wrong = regions.districts.filter(({ code }) => {
    const parsed = parse(regionName(code, regions));
    return parsed.kind === "refused" || (parsed.kind === "value" && parsed.value !== code);
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test("options are at most ten and lead to the district when one is tapped", () => {
  const first = parse("depok");
  expect(first).toMatchObject({ kind: "narrow", ask: "which" });
  const options = first.kind === "narrow" ? first.options : [];
  expect(options.map(({ label }) => label)).toEqual([
    "Kota Depok, Jawa Barat",
    "Depok, Kabupaten Cirebon, Jawa Barat",
    "Depok, Kabupaten Sleman, DI Yogyakarta",
  ]);
  expect(parse(options[2]?.value ?? "")).toEqual({ kind: "value", value: "34.04.07" });
  expect(parse("sleman")).toMatchObject({
    within: "34.04",
    settled: "Kabupaten Sleman, DI Yogyakarta",
    options: [],
  });
  expect(parse("kota palangka raya")).toMatchObject({ ask: "district", within: "62.71" });
});

test("inside a settled regency its districts come first, and another place can still be named", () => {
  expect(parse("depok", "34.04")).toEqual({ kind: "value", value: "34.04.07" });
  expect(parse("sleman", "34.04")).toEqual({ kind: "value", value: "34.04.13" });
  expect(parse("dpeok", "34.04")).toEqual({ kind: "value", value: "34.04.07" });
  expect(parse("lowokwaru malang", "34.04")).toEqual({ kind: "value", value: "35.73.05" });
});

describe("what names no place is asked again", () => {
  test.for([
    "asdf",
    "gak tau",
    "mau",
    "kota",
    "99.99",
    "dimana kantornya?",
    "udah lama narik andong di depan stasiun sama bapak",
  ])("%s", (text) => expect(reading(region, text, { regions })).toMatch(/^!/));
  test("nor is anything found without the list", () =>
    expect(reading(region, "tebet")).toBe("!unclear"));
});

test("an area is told by its full name", () => {
  expect(regionName("31.74.01", regions)).toBe("Tebet, Kota Jakarta Selatan, DKI Jakarta");
  expect(regionName("34.04", regions)).toBe("Kabupaten Sleman, DI Yogyakarta");
  expect(regionName("00.00", regions)).toBe("00.00");
});

describe("talk is no misspelt place", () => {
  test.for([
    "aku marah",
    "gue marah banget",
    "marah marah",
    "aku senang",
    "saya lapar",
    "dasar bot",
    "pusing",
    "salah",
    "gatau",
    "bohong lu",
    "mantap",
  ])("%s", (text) => expect(reading(region, text, { regions })).toBe("!unclear"));
});

describe("a misspelt place is still asked back, and a slip beside a name that is right forgiven", () => {
  test.for([
    ["di slemen", "?which"],
    ["saya tinggal di tebett", "?which"],
    ["kecamatan tebett", "?which"],
    ["sleman depk", "?district"],
    ["godeann sleman", "34.04.02"],
  ])("%s", ([text = "", outcome]) => expect(reading(region, text, { regions })).toBe(outcome));
});
