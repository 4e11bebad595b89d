import { editDistance } from "../lib/edit-distance.ts";
import { plainWords } from "../lib/plain-words.ts";

/** Forms of address, courtesies and particles, which change nothing about a word that is heeded. */
const beside: ReadonlySet<string> = new Set(
  "pak bu ibu bapak bpk mas mbak mba kak kakak min bang bos gan sis dong ya yaa deh sih aja saja udah sudah udh sdh dah uda ok oke okey okay baik makasih mksh terima kasih trims thanks thank you pls please tolong mau nya lagi dulu".split(
    " ",
  ),
);

const phrases: Readonly<Record<string, string>> = {
  MENU: "menu|start|ke menu|kembali ke menu|balik ke menu",
  RETURN:
    "selesai|kembali|kembali ke payung|kembali ke bot|balik|balik ke bot|balik ke payung|ke bot|ke payung|batal|keluar|lanjut|lanjut daftar|lanjut isi|lanjutkan|done|finish|finished|back|back to payung|back to the bot|cancel|exit",
  OFFICER: "petugas|bicara petugas|officer",
  SHOW_DATA: "lihat data|lihat data saya|show data|show my data",
  ERASE_DATA: "hapus data|hapus data saya|delete data|delete my data",
  STOP: "berhenti|stop",
};

const heeded: ReadonlyMap<string, string> = new Map(
  Object.entries(phrases).flatMap(([command, words]) =>
    words.split("|").map((word) => [word, command] as const),
  ),
);

/**
 * What the bot still heeds while a person talks with an officer: a whole message that says nothing else than one of a few
 * words ("selesai pak", "seleasi", "S E L E S A I"). Whatever else they write ("halo", "1", "nanti saja") is for the officer.
 */
export function heededIn(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const said = plainWords(text).replace(/\b(\w) (?=\w\b)/g, "$1");
  const whole = heeded.get(said);
  if (whole) return whole;
  const rest = said
    .split(" ")
    .filter((word) => !beside.has(word))
    .join(" ");
  return heeded.get(rest) ?? (isSlipOf(rest, "selesai") ? "RETURN" : undefined);
}

const isSlipOf = (said: string, word: string): boolean =>
  Math.abs(said.length - word.length) < 2 && editDistance(said, word, 1) <= 1;
