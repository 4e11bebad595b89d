import { standardSpelling } from "../lib/colloquial.ts";
import { asksBack } from "./talk.ts";
import { rawWordsOf, wordsOf } from "./words.ts";

/** Who a form is filled in for, beside the one who writes, as they stand to them. */
export const relations = [
  "mother",
  "father",
  "husband",
  "wife",
  "child",
  "relative",
  "other",
] as const;
export type Relation = (typeof relations)[number];

/** How people call them, after "my" or without it. */
const words: Readonly<Record<Relation, string>> = {
  mother:
    "ibu|ibuk|ibunda|mama|mamah|mamak|emak|mak|bunda|umi|ummi|nyokap|simbok|biyung|mother|mom|mum",
  father: "bapak|bpk|bapa|ayah|papa|papah|abah|bokap|father|dad",
  husband: "suami|husband",
  wife: "istri|isteri|bini|wife",
  child: "anak|son|daughter|child",
  relative:
    "(?:ibu|bapak|orang) ?(?:mertua|tua|tuanya)|ortu|adik|adek|saudara|sodara|keluarga|kakek|nenek|mertua|paman|bibi|keponakan|ponakan|sepupu|ipar|menantu|brother|sister|relative|parents?|aunt|uncle",
  other:
    "orang lain|orang yang lain|yang lain|orang|seseorang|teman|temen|kawan|sahabat|tetangga|pedagang|warga|someone(?: else)?|somebody(?: else)?|another person|other people|friend|neighbou?r",
};
/** Words that also address whoever is written to: only with "saya" or an ending are they somebody else. */
const addressing = "kakak|kaka|kak|abang|bang|mas|mbak|om|tante|pakde|bude|teteh|uda|uni";

const named = Object.values(words).join("|");
const whom = `(?:(?:si|para|semua|beberapa|satu|seorang|\\d+|my|a|an|for) )*(?:(?<whom>${named})(?:ku|nya)?(?: (?:saya|aku|kami|kandung|sebelah|sendiri))*|(?<near>${addressing})(?:ku\\b| (?:saya|aku|kami|kandung)))`;
const lead =
  "(?:(?:halo|permisi|eh|oh|oke|iya|min|kak|pak|bu|mas|mbak|tolong|mohon|mau|saya|aku|kami|bisa|boleh|minta|sekarang|terus|lalu|juga|sekalian|coba|can|could|i|we|want|would|like|to|please|lets) )*";
const tail =
  "(?: (?:juga|dong|ya|iya|dulu|sekarang|lagi|sekalian|bpjs|ketenagakerjaan|ke|di|sini|bisa|boleh|tidak|kak|min|pak|bu|deh|saja|please|too|now|sebagai|peserta))*";
const asks = "(?:daftarkan|register|enroll?|sign up)";
const plain = "(?:daftar|pendaftaran|isi|isikan)(?: (?:lagi|juga|bpjs|pendaftaran|formulir))*";
const forOther = [
  `${asks} (?:untuk )?${whom}`,
  `${plain} (?:untuk|punya|atas nama|for) ${whom}`,
  `${plain} (?<others>orang lain|orang yang lain|(?:satu|1) orang lagi|orang lagi|orang berikutnya)`,
  "(?<adds>(?:tambah|tambahkan|tambahin|add) (?:(?:satu|1|one) )?(?:orang|peserta|pendaftar|another|more|person|someone)(?: (?:lagi|lain|baru|person|else|more))*)",
].map((pattern) => new RegExp(`^${lead}${pattern}${tail}$`, "u"));
const forSelf = new RegExp(
  `^${lead}(?:${asks} (?:untuk )?|${plain} (?:untuk|punya|for) )(?:saya|aku|diri|myself|me)(?: saya| sendiri| self)*${tail}$`,
  "u",
);
const selfFirst = /^(?:(?:saya|aku) )+(?:mau |juga |sendiri )+daftar(?: (?:juga|sendiri|lagi))*$/u;

const ownTurn =
  /^(?:(?:oke|nah|sip|terus|lalu|habis itu|sekarang) )*(?:(?:giliran|gantian) (?:saya|aku)(?: (?:sendiri|juga|dong|i?ya|yang daftar|daftar))*|sekarang (?:untuk |daftarkan )?(?:saya|aku) (?:sendiri|juga|yang daftar|daftar)(?: (?:dong|i?ya|kak|min|pak|bu))*)$/u;

/** "giliran", "gantian", "sekarang", "skrg": looked for first, since every message is asked. */
const turning = /gil|gant|\bs\w{0,2}k/i;

/** Whether somebody who registered others comes to themselves: "sekarang saya sendiri, ojol", "giliran saya". */
export function takesTurn(text: string): boolean {
  if (text.length > longest || !turning.test(text) || asksBack(text, wordsOf(text))) return false;
  const [first = ""] = text.split(/[,.;\n]/);
  return ownTurn.test(rawWordsOf(first).map(standard).join(" "));
}

/** Longer texts tell a story. */
const longest = 120;

/**
 * Whom a message as a whole asks to register: somebody as they stand to the writer ("daftarkan ibu saya"), the writer
 * (`self`), or null where it asks for no such thing. Employees are none of these: their employer registers them.
 */
export function whomToRegister(text: string): Relation | "self" | null {
  if (text.length > longest) return null;
  const said = rawWordsOf(text).map(standard).join(" ");
  if (forSelf.test(said) || selfFirst.test(said)) return "self";
  for (const pattern of forOther) {
    const groups = pattern.exec(said)?.groups;
    if (groups) return groups["near"] ? "relative" : relationNamed(groups["whom"] ?? "orang");
  }
  return null;
}

/**
 * Whom a sentence asks to register that also says who they are ("mau daftarkan bapak saya, nelayan umur 58", "ini anaknya, bapak
 * mau daftar"). Null where it asks, denies or tells of the past, and of people who may be employees.
 */
export function whomSentenceNames(text: string): Relation | null {
  if (text.length > longestTold || !registers.test(text) || several.test(text)) return null;
  const words = wordsOf(text);
  if (asksBack(text, words) || words.some((word) => none.has(word))) return null;
  const said = rawWordsOf(text).map(standard).join(" ");
  for (const pattern of typedForThem.test(said) ? [...told, toldByTypist] : told) {
    const groups = pattern.exec(said)?.groups;
    if (groups) return groups["near"] ? "relative" : relationNamed(groups["whom"] ?? "");
  }
  return null;
}
const longestTold = 200;
const registers = /da?[fp]?ta?r|ikut|bpjs|register|join|enrol|sign/i;
/** "ibu2 binaan saya", "bapak-bapak": no one of the family. */
const several = /\b(ibu|bapak|bpk|emak|mamak|anak|adik|kakak|istri|suami)(?:2|\W?\1)\b/i;
const none = new Set(
  "tidak belum jangan bukan sudah batal gagal kemarin tadi setelah sesudah habis abis selain pendamping binaan dampingan koperasi kader karyawan pegawai pabrik kantor not already cannot".split(
    " ",
  ),
);
const near = Object.entries(words).flatMap(([relation, names]) =>
  relation === "other" ? [] : names,
);
const oneOfThem = `(?:(?<whom>${near.join("|")})(?:ku|nya)?(?: (?:saya|aku|kami|kandung|sendiri))*|(?<near>${addressing})(?:ku\\b| (?:saya|aku|kami|kandung)))\\b(?! (?:buah|magang|toko|warung|kerja|pkl|kos|asuh))`;
const wish = "(?:mau|ingin|minta|pengen|want to) (?:di)?(?:daftar|daftarkan|ikut|join|register)\\b";
/** What may stand between a person and what they want: "bapak saya nelayan mau daftar". */
const between = "(?: (?!dan\\b|dengan\\b|saya\\b)[a-z]+){0,3}?";
const told = [
  `\\b${asks} (?:untuk |si |buat )?${oneOfThem}`,
  `\\b(?:daftar|pendaftaran)(?: bpjs| ketenagakerjaan)* (?:untuk|punya|atas nama|for) ${oneOfThem}`,
  `\\b(?:masukkan|masukin|ikutkan|ikutsertakan) ${oneOfThem}.*\\bbpjs`,
  `\\b(?:bikin(?:kan|in)?|buat(?:kan|in)|masukkan|masukin) bpjs(?: ketenagakerjaan)?(?: untuk)? ${oneOfThem}`,
  `\\b(?<whom>${near.join("|")})(?:ku| saya| aku| kami)\\b${between} ${wish}`,
].map((pattern) => new RegExp(pattern, "u"));
/** A child who writes for a parent says so; without that "bapak mau daftar" may be the writer. */
const typedForThem =
  /\b(?:ini|saya) (?:anak|istri|suami|cucu|menantu|keponakan)(?:nya)?\b|\b(?:anak|istri|suami|cucu|menantu)(?:nya)? yang (?:ketik|ngetik|mengetik|tulis|nulis|chat)\b|\bwakil(?:i|kan|in)?\b|\bmewakili\b/u;
const toldByTypist = new RegExp(`\\b(?<whom>${near.join("|")})${between} ${wish}`, "u");

/** "ibu", "bapak saya": how a person stands to the writer; null for any other word. */
export function relationNamed(text: string): Relation | null {
  const said = rawWordsOf(text).join(" ");
  const found = relations.find((one) =>
    new RegExp(`^(?:si )?(?:${words[one]})(?:ku|nya)?(?: (?:saya|aku|kami))?$`, "u").test(said),
  );
  return found ?? null;
}

/** As it is usually written; that somebody is registered is kept apart from registering. */
const standard = (word: string): string =>
  /^(?:me|n|nge)?n?da?[fp]t[ae]?r(?:kan|kn|in|ken|no|ke|keun)$/.test(word)
    ? "daftarkan"
    : standardSpelling(word);
