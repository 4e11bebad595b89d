import { expect, test } from "vitest";
import { said } from "../support/said.ts";

test.for([
  ["kalau nelayan?", "nelayan", true],
  ["klo supir angkot brp", "sopir", true],
  ["kalo tukng sayur keliling brp?", "pedagang", true],
  ["kok mahal banget ya?", "pedagang", false],
] as const)('after a sum "%s" is about %s', ([text, trade, again]) => {
  const { replies, answers } = said(["brp sih byr nya klo jualan sayur", "2 juta", text]);
  expect(answers["pekerjaan"]?.v).toBe(trade);
  expect(replies.some((reply) => reply.text.includes("iuran per bulan:"))).toBe(again);
});

test.for(["daftar", "mau daftar", "Daftar dengan ini"])(
  'after a sum "%s" goes on with what was told',
  (text) => {
    const { session } = said(["brp sih byr nya klo jualan sayur", "2 juta", text]);
    const form = session.forms.find(({ flow }) => flow === "daftar_mandiri");
    expect(form?.earlier).toMatchObject({ pekerjaan: "pedagang", penghasilan: 2_000_000 });
  },
);

test.for(["gila mahal bgt bang", "oh gitu", "hmm makasih ya", "gapunya duit"])(
  'a remark after a sum ("%s") is heard, and the sum stands',
  (text) => {
    const {
      session,
      answers,
      text: told,
    } = said(["brp sih byr nya klo jualan sayur", "2 juta", text]);
    expect(told).toMatch(/santai saja|Sama-sama/);
    expect([session.asked?.step, answers["pekerjaan"]?.v]).toEqual(["lanjut", "pedagang"]);
  },
);
