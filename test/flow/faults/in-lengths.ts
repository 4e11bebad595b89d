import type { Fault } from "./fault.ts";

const words = (count: number): string => "Kata lagi. ".repeat(count);

/** What is too long on a channel, or with the longest of what it names. */
export const faultsInLengths: Record<string, Fault> = {
  "a text that is too long only with what it names": {
    file: "locales/id/daftar_mandiri.yaml",
    from: "propose: Pakai nomor ini",
    to: `propose: ${words(79)}Pakai nomor ini`,
    at: "  propose: Kata lagi.",
    says: "text daftar_mandiri.hp.propose comes to 904 characters",
  },
  "a list of amounts that is too long with some answers": {
    file: "locales/id/hitung_iuran.yaml",
    from: "hasil_karyawan: |-\n",
    to: `hasil_karyawan: |-\n  ${words(20)}\n`,
    at: "hasil_karyawan: |-",
    says: "text hitung_iuran.hasil_karyawan comes to",
  },
  "a question that does not fit above its buttons with what is told before": {
    file: "locales/id/daftar_mandiri.yaml",
    from: "perkenalan: |-\n",
    to: `perkenalan: |-\n  ${words(30)}\n`,
    at: "  text: |-\n    Sebelum mulai",
    says: "1024 fit above buttons",
  },
  "a text of a repeat that is too long only with what it names": {
    file: "locales/id/employment.yaml",
    from: "text: Berapa upah {nama} sebulan?",
    to: `text: Berapa upah {nama} sebulan? ${words(72)}`,
    at: "text: Berapa upah {nama}",
    says: "upah comes to",
  },
  "a label of the program that does not fit on a button": {
    file: "locales/en/engine.yaml",
    from: "review_edit: ",
    to: "review_edit: Something else to change than this ",
    at: "review_edit: ",
    says: "20 fit on a button",
  },
  "a description that Telegram does not take": {
    file: "locales/en/telegram.yaml",
    from: "short_description: ",
    to: `short_description: ${words(12)}`,
    at: "short_description: ",
    says: "120 fit on the bot's page",
  },
};
