import { expect, test } from "vitest";
import { said } from "../support/said.ts";

test.for([
  [["hitung manfaat", "meninggal lainnya", "2"], "Rp10.000.000", "Rp42.000.000"],
  [["hitung manfaat", "meninggal lainnya", "5"], "Rp42.000.000", "Rp174.000.000"],
  [["hitung manfaat", "meninggal lainnya", "36", "2"], "Rp174.000.000", "Rp70.000.000"],
  [["hitung manfaat", "meninggal krn kerja", "1 juta", "0"], "Rp70.000.000", "Beasiswa anak, dari"],
  [["hitung manfaat", "phk (karyawan)", "7 juta", "13"], "Rp3.000.000", "Rp4.200.000"],
] as const)("%s tells %s and not %s", ([texts, has, hasNot]) => {
  const { text } = said(texts);
  expect(text).toContain(has);
  expect(text).not.toContain(hasNot);
  expect(text).toMatch(/Aturan: (PP|Permenaker)/);
  expect(text).toContain("Yang memutuskan BPJS Ketenagakerjaan");
});

test("what sources do not settle is marked and sent to a branch", () => {
  const { text } = said(["hitung manfaat", "cacat karena kerja", "2 juta", "tidak ada"]);
  expect(text).toContain("Rp12.000.000 *");
  expect(text).toContain("tanyakan 175");
});

const events = [
  ["1", "2 juta"],
  ["2", "20 juta", "2"],
  ["3", "20 juta", "3"],
  ["4", "40", "3"],
  ["4", "1"],
  ["5", "20 juta", "130"],
  ["5", "2 juta", "0"],
  ["6", "20 juta", "200"],
  ["6", "20 juta", "20"],
  ["7", "20 juta", "13"],
  ["7", "20 juta", "3"],
] as const;

test.for(events)(
  "all of it fits a screen, in both languages, every amount with a law: %s",
  (answers) => {
    for (const opening of [["hitung manfaat"], ["english", "benefits"]])
      for (const more of [
        [],
        [opening.length > 1 ? "conditions and more" : "syarat dan lainnya"],
      ]) {
        const { text } = said([...opening, ...answers, ...more]);
        expect(text.length).toBeLessThanOrEqual(900);
        if (/Rp\s?\d/.test(text)) expect(text).toMatch(/(?:Aturan|Rules): (?:PP|Perm)/);
        expect(text).not.toMatch(/undefined|NaN|\{|: -,/);
      }
  },
);
