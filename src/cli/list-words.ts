import type { ReasonCode } from "../answer-types/answer-type.ts";
import type { Catalogue } from "../locale/catalogue.ts";
import type { ColumnKind } from "../sheets/columns.ts";
import type { ListWords } from "../sheets/list-words.ts";
import { rowIn } from "../sheets/together.ts";

/** Figures of sentences where a fault brings none. */
const noDetail = { found: 0, gone: 0, old: 0 };

/** Rupiah a month in the example row of an empty list. */
const exampleIncome = 2_500_000;

/** What lists of people say that go out as files, in the language of a catalogue (its file `berkas`). */
export function listWords(catalogue: Catalogue): ListWords {
  const say = (key: string, args?: Record<string, string | number>): string =>
    catalogue.format(key, args);
  return {
    sheets: {
      data: say("berkas.lembar.data"),
      help: say("berkas.lembar.petunjuk"),
      mend: say("berkas.lembar.perbaiki"),
      pekerja: say("berkas.lembar.pegawai"),
      anggota: say("berkas.lembar.anggota"),
    },
    header: (key) => say(`berkas.kolom.${key}`),
    number: say("berkas.kolom.nomor"),
    origin: say("berkas.kolom.baris"),
    remark: say("berkas.kolom.catatan"),
    exampleMark: say("berkas.contoh.tanda"),
    example(key) {
      const text = `berkas.contoh.${key}`;
      return catalogue.has(text) ? say(text) : String(exampleIncome);
    },
    help: say("berkas.petunjuk"),
    helpToWorkbook: say("berkas.petunjuk_koperasi"),
    helpToMend: say("berkas.petunjuk_perbaiki"),
    reason(kind, reason, detail) {
      const key = reasonKeys[kind](reason);
      return catalogue.has(key)
        ? say(key, { ...noDetail, ...detail, row: rowIn(Number(detail?.["row"] ?? 0)) })
        : say("berkas.alasan.umum");
    },
  };
}

/** Where the sentence of a reason stands, by the kind of its column. */
const reasonKeys: Record<ColumnKind | "file", (reason: ReasonCode) => string> = {
  nik: (reason) => `berkas.alasan.nik.${reason}`,
  name: (reason) => `berkas.alasan.name.${reason}`,
  birth_date: (reason) => `berkas.alasan.birth_date.${reason}`,
  money: (reason) => `berkas.alasan.money.${reason}`,
  phone: (reason) => `berkas.alasan.phone.${reason}`,
  occupation: (reason) => `berkas.alasan.occupation.${reason}`,
  origin: () => "berkas.alasan.umum",
  file: (reason) => `berkas.alasan.file.${reason}`,
};
