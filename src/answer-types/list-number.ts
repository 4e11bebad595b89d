import { readCount } from "./number-words.ts";
import { rawWordsOf } from "./words.ts";

const around = new Set(
  (
    "no nomor nomer nmr nmer nomr yang yg sing nu pilih pilihan milih opsi option opsinya angka poin point butir ke kaping nomernya nomornya " +
    "saya sy aku mau aja ajah saja wae deh dong ya pak bu kak min mas mbak bang jawab jawaban jawabannya jawabnya ambil itu ini lah sih deh bapak ibu oke ok iya jadi menu tombol dulu ketik pencet tekan tulis klik tap makasih mksh terima kasih trims thanks nuhun suwun tolong please"
  ).split(" "),
);

const ordinals: ReadonlyMap<string, number> = new Map(
  Object.entries({
    pertama: 1,
    pertamax: 1,
    kesatu: 1,
    kapisan: 1,
    kahiji: 1,
    kesiji: 1,
    kedua: 2,
    kaduwa: 2,
    kadua: 2,
    kapindo: 2,
    keloro: 2,
    ketiga: 3,
    katilu: 3,
    kaping: 0,
    ketelu: 3,
    katelu: 3,
    keempat: 4,
    kaopat: 4,
    kapat: 4,
    kelima: 5,
    kalima: 5,
    keenam: 6,
    ketujuh: 7,
    kedelapan: 8,
    kesembilan: 9,
    kesepuluh: 10,
    first: 1,
    second: 2,
    third: 3,
  }),
);

/** The number a person picks from a list ("nomor 3", "yg kedua", "siji"); null when the text holds more than that. */
export function pickNumber(text: string): number | null {
  const words = rawWordsOf(text).filter((word) => !around.has(word));
  if (words.length === 0) return null;
  const first = words[0] ?? "";
  const ordinal = ordinals.get(first);
  if (ordinal && words.length === 1) return ordinal;
  const read = readCount(words, 0);
  return read !== null && read.next === words.length ? read.value : null;
}

/** Whether a word is a number of the list, in digits or spelled. */
export function namesNumber(word: string, most: number): boolean {
  const number = ordinals.get(word) ?? (word === "sa" ? null : pickNumber(word));
  return number !== null && number >= 1 && number <= most;
}
