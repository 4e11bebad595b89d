import type { Catalogue } from "../locale/catalogue.ts";
import type { ListWords } from "../sheets/list-words.ts";

/** Rupiah a month in the example row of an empty list. */
const exampleIncome = 2_500_000;

/** What lists of people say that go out as files, in the language of a catalogue (its file `berkas`). */
export function listWords(catalogue: Catalogue): ListWords {
  const say = (key: string, args?: Record<string, string | number>): string =>
    catalogue.format(`berkas.${key}`, args);
  return {
    sheets: {
      data: say("lembar.data"),
      help: say("lembar.petunjuk"),
      mend: say("lembar.perbaiki"),
    },
    header: (key) => say(`kolom.${key}`),
    number: say("kolom.nomor"),
    origin: say("kolom.baris"),
    remark: say("kolom.catatan"),
    exampleMark: say("contoh.tanda"),
    example: (key) =>
      catalogue.has(`berkas.contoh.${key}`) ? say(`contoh.${key}`) : String(exampleIncome),
    help: say("petunjuk"),
    helpToMend: say("petunjuk_perbaiki"),
    reason(kind, reason, detail) {
      const key = `alasan.${kind}.${reason}`;
      return catalogue.has(`berkas.${key}`)
        ? say(key, { found: 0, ...detail })
        : say("alasan.umum");
    },
  };
}
