import type { Regions } from "../answer-types/regions.ts";
import type { BookValue } from "../flow/book.ts";
import { ageInYears } from "../lib/dates.ts";
import type { Language } from "../locale/language.ts";
import { dateInWords } from "../locale/words.ts";
import { identityCardAge, joiningAge, joiningAgeEnds } from "../rules/eligibility.ts";
import { mayBeKkNumber, nikParts } from "../rules/nik.ts";

/** Values on a person: what a NIK tells, age, the town of an address. */
export function personValues(regions: Regions): Record<string, BookValue> {
  const regencies = new Map(regions.regencies.map(({ code, name }) => [code, name]));
  const sexOf = (nik: unknown, today: unknown): "L" | "P" | undefined => {
    const parts = nikParts(String(nik), String(today));
    return "sex" in parts ? parts.sex : undefined;
  };
  return {
    nik_birth_date: {
      inputs: ["nik", "today"],
      type: "string",
      compute: ({ nik, today }) => {
        const parts = nikParts(String(nik), String(today));
        return "birthDate" in parts ? parts.birthDate : undefined;
      },
    },
    nik_lahir_kata: {
      inputs: ["nik_birth_date", "language"],
      type: "string",
      compute: ({ nik_birth_date, language }) =>
        dateInWords(String(nik_birth_date), language as Language),
    },
    tanggal_ini: {
      inputs: ["today", "language"],
      type: "string",
      compute: ({ today, language }) => dateInWords(String(today), language as Language),
    },
    nik_sex: {
      inputs: ["nik", "today"],
      type: "string",
      among: ["L", "P"],
      compute: ({ nik, today }) => sexOf(nik, today),
    },
    mungkin_kk: {
      inputs: ["nik", "today"],
      type: "bool",
      compute: ({ nik, today }) => mayBeKkNumber(String(nik), String(today)),
    },
    umur: {
      inputs: ["tanggal_lahir", "today"],
      type: "int",
      compute: (inputs) => ageInYears(String(inputs["tanggal_lahir"]), String(inputs["today"])),
    },
    kelayakan: {
      inputs: ["umur"],
      type: "string",
      among: ["ok", "too_old", "ask_branch"] satisfies ReturnType<typeof joiningAge>[],
      compute: ({ umur }) => joiningAge(Number(umur)),
    },
    usia_terlalu_tua: { inputs: [], type: "int", compute: () => joiningAgeEnds },
    usia_ktp: { inputs: [], type: "int", compute: () => identityCardAge },
    kota: {
      inputs: ["wilayah"],
      type: "string",
      compute: ({ wilayah }) => regencies.get(String(wilayah).slice(0, 5)),
    },
    ada_draf: {
      inputs: ["draft_summary"],
      type: "bool",
      compute: ({ draft_summary }) => draft_summary !== "",
    },
  };
}
