import { squeeze } from "./words.ts";

/** What a word says to a yes-no question. */
export type Kind = "yes" | "bare" | "no" | "wrong" | "erase" | "soft" | "beside" | "other";

const vocabulary: Readonly<Record<Exclude<Kind, "other">, string>> = {
  // Say yes whatever stands around them.
  yes: "iya oke siap setuju betul benar lanjut sesuai cocok sah acc sepakat akur deal fix tepat valid patut klop approve correct true sure course agree agreed right",
  // Say yes when nothing else is said: "boleh tanya dulu" does not.
  bare: "boleh bisa mau sudah ada punya pernah pas aman bagus lengkap pasti jelas memang emang ember tentu silakan ayo kirim proses daftar jadi bersedia sanggup rela berkenan yakin",
  no: "moal alim false disagree tidak bukan jangan belum nope ogah emoh wegah embung teai batal skip menolak tolak nehi n urung refuse reject decline mustahil males malas keberatan nah sonde trada tarada enje enja banni bek ndek ndeq endek katek dakdo ndakdo degaga tania",
  wrong: "salah ganti ubah perbaiki kurang beda berbeda meleset typo invalid",
  // Asks for a deletion: yes to "Hapus sekarang?", a correction elsewhere; so it needs a yes beside it.
  erase: "hapus",
  soft: "besok lusa tomorrow tunda ditunda selain terkecuali mungkin terserah kayaknya kayanya kyknya kayake sepertinya ragu bingung insya inshaallah insyaallah isyaallah insaallah manut nurut ikut hmm hm hem amin aamiin paham nanti sebentar kali kira agak semoga mudah mudahan rasanya kadang entah entahlah mikir pikir pertimbangkan tanya nanya bertanya jelaskan dijelaskan kurasa tergantung bagaimana kapan tetapi begitu kalau jika bila asal asalkan kecuali syarat syaratnya catatan selama meski meskipun walau walaupun padahal terpaksa dipaksa pura masa masak mosok penipu penipuan tipu bohong unsure maybe perhaps probably guess think hardly barely rarely unless except if depends what why how when where who which",
  beside:
    "yah baik baiklah of pol saya data datanya ini itu semua saja juga sangat sekali banget pisan makasih terima kasih dengan yang di ke nya dan alhamdulillah bismillah lagi karena maaf kami kita untuk sekarang dulu pokoknya tolong mohon admin petugas saudara all kok thanks sama oh wah dari sini langsung pun tanpa aku kasihlah dipakai dipake",
};

/** Words of this vocabulary, letters not doubled, with their kind. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  Object.entries(vocabulary).flatMap(([kind, words]) =>
    words.split(" ").map((word) => [squeeze(word), kind as Kind] as const),
  ),
);

const english = new Map<string, readonly string[]>([
  ["nothing", ["tidak", "ada"]],
  ["none", ["tidak", "ada"]],
  ["but", ["tetapi"]],
  ["though", ["tetapi"]],
  ["later", ["nanti"]],
  ["now", ["sekarang"]],
  ["wrong", ["salah"]],
  ["incorrect", ["salah"]],
  ["change", ["ubah"]],
  ["changes", ["ubah"]],
  ["mistake", ["salah"]],
  ["mistakes", ["salah"]],
  ["error", ["salah"]],
  ["errors", ["salah"]],
  ["issue", ["masalah"]],
  ["issues", ["masalah"]],
  ["problem", ["masalah"]],
  ["problems", ["masalah"]],
]);
const englishNo =
  /^(?:not|never|neither|nor|cannot|donot|don|(?:do|does|did|is|are|was|were|wo|would|could|should|ca|has|have|had|must|need|ai)nt)$/;

/** English words of denial, doubt and fault as Indonesian ones, so that one set of phrases serves both. */
export const inIndonesian = (word: string): readonly string[] =>
  english.get(word) ?? [englishNo.test(word) ? "tidak" : word];

/** "no" as a word of its own, not short for "nomor". */
export const englishNoWord =
  /\bno+\b(?!\.? ?(?:\d|hp|wa|telp|tlp|telepon|telpon|rek|ktp|nik|kk|nya|ponsel))/gi;

/** Sounds and codes of assent that are no words. */
export const nods = /\b(?:he+h?[ -]?e+[hm]|h[oe]+[ -]?o+h|s7|86|m+h+m+|u+h huh)\b/gi;

/** "benar-benar" stresses what follows, be it praise or blame. */
export const stress = /\b(?:ben[ae]r|betul)(?:-(?:ben[ae]r|betul)|2)(?:an)?\b/gi;

/** English yes: never the "ya" that softens a no. */
export const englishYesWord = /\bye(?:s+|p+|ah)\b/gi;

/** "ya sudah" (well then) as it is written in one word: alone it agrees to nothing, before a yes it only fills. */
export const wellThen = /\b(?:ya+[uw]?d+a?h?|yw?dh?|yasudah|yodah|y[ao]w[ei]s)(?:lah)?\b/gi;

/** Balinese and Moluccan "not", Javanese "which": nothing to build a consent on. */
export const twoFaced = /\bs[ei]ng\b/gi;

/** "cuma alamat", "tinggal nomor hp": one thing taken out of what is agreed to. */
export const reserve =
  /\b(?:cuman?|hanya|tinggal) (?=(?:nama|alamat|tanggal|tgl|nomor|nomer|no|nik|kk|ktp|hp|wa|umur|gaji|penghasilan|pekerjaan|kecamatan|kec|kota|desa|tempat)(?:nya)?\b)/gi;

const fault = "salah|kurang|beda|typo|keliru";
const rightly = "benar|betul|sesuai|cocok|cocog|pas|tepat|valid|lengkap|klop";

/** Phrases whose parts mislead, in order. They become YA, TIDAK, `salah` for a fault, or `ragu` for neither. */
export const phrases: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `\\b(?:tidak|bukan) (?:${fault})\\b(?= (?:nama|tanggal|nomor|alamat|nik|hp|itu|tulis|ketik|gaji|upah|kerja|tempat))`,
      "g",
    ),
    "ragu",
  ],
  [/\btidak (?:lihat|baca|coba|hitung)(?= dulu\b)/g, "ragu"],
  [
    new RegExp(
      `\\b(?:tidak|bukan)(?: ada)?(?: yang)? (?:${fault}|masalah|keberatan|apa|papa|popo|naon naon|(?:perlu|usah) (?:ubah|ganti|perbaiki)|perubahan)\\b`,
      "g",
    ),
    "YA",
  ],
  [
    /\b(?:tidak|bukan)(?: ada)?(?: yang)? (?:ubah|ganti|berubah)\b(?= (?:lagi|apa|semua|iya)|$)/g,
    "YA",
  ],
  [/\b(?:jangan|tidak) (?:batal|berhenti)\b(?! (?:saja|dulu))/g, "YA"],
  [/\b(?:jangan|tidak|bukan|belum) (?:di )?hapus\b/g, "TIDAK"],
  [
    /\b(?:sudah|semua|iya|memang|data|ini|oke) btl\b|\bbtl (?:semua|sekali|banget|itu|data)\b/g,
    "YA",
  ],
  [/\bbtl\b/g, "ragu"],
  [/\b(?:iya|benar|betul|jadi|boleh|bisa|mau|oke|setuju) (?:tidak|belum|apa tidak|n|t)$/g, "ragu"],
  [/\b(?:iya atau (?:tidak|n|t)|tidak atau iya)\b/g, "ragu"],
  [
    /\b(?:tidak|belum|kurang) (?:tahu|paham|jelas|yakin|sure|certain|understand|ingat|begitu|terlalu|pasti|hapal|hafal|baca|siap jawab)\b/g,
    "ragu",
  ],
  [/\bpakai saja\b/g, "YA"],
  [
    /\biya sudah\b(?! (?:benar|betul|sesuai|lanjut|pas|cocok|oke|siap|setuju|iya|boleh|ayo|silakan|YA|saya))/g,
    "ragu",
  ],
  [/\b(?:hari|minggu|bulan|tahun) depan\b|\blain (?:kali|waktu|hari)\b/g, "ragu"],
  [/\bbisa jadi\b|\biya (?:ampun|allah|tuhan|gusti|kali|nanti|begitu)\b/g, "ragu"],
  [
    /\b(?:boleh|bisa|mau|ada) (?:saya )?(?:tanya|nanya|bertanya|jelaskan|dijelaskan|lihat|tahu|minta|ulang)\b/g,
    "ragu",
  ],
  [new RegExp(`\\b(?:belum|tidak|bukan|kurang) (?:${rightly})\\b`, "g"), "salah"],
  [
    /\b(?:belum|tidak|bukan|kurang|jangan) (?:setuju|lanjut|oke|siap|mau|bisa|boleh|usah|perlu|ada|punya|jadi|pernah|iya|bersedia|pakai|agree|approve)\b/g,
    "TIDAK",
  ],
  [/\b(?:TIDAK|tidak) (?:dulu|saja|lanjut|daftar|usah|perlu)\b/g, "TIDAK"],
];
