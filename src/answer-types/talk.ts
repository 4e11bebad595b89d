/** Words that make a question of any text they stand in. */
const questionWords = new Set(
  "berapa bagaimana kenapa mengapa kapan apakah apaan dimana kemana mana siapa bolehkah bisakah adakah haruskah kok".split(
    " ",
  ),
);

/** Words of this service that stand in questions and stories about it, never in a name, a trade or a place. */
const serviceWords = new Set(
  (
    "bpjs bpjstk bpjamsostek jamsostek jht jkk jkm jkp jp bpu iuran iurannya daftar daftarnya pendaftaran klaim kleim cair cairin pencairan santunan manfaat jaminan dijamin " +
    "ditanggung meninggal wafat kecelakaan laka nunggak tunggakan denda saldo kartu kode billing syarat formulir form otp jmo sipp hangus pensiunnya resign phk " +
    "beasiswa ahli waris tagihan aktif nonaktif kepesertaan peserta ktp kk npwp nib rekening valid blokir hilang rusak istirahat cara caranya caraku prosedur"
  ).split(" "),
);

/** Whether a text asks something back rather than answers; `words` in standard spelling, without particles. */
export const asksBack = (text: string, words: readonly string[]): boolean =>
  text.includes("?") ||
  /^(?:apa|kalau|misal|misalnya|boleh tanya|mau tanya)\b|\buntuk apa\b/.test(words.join(" ")) ||
  words.some((word) => questionWords.has(word)) ||
  endsAsQuestion(words);

/** "masih ada ga": a no at the end of several other words asks. */
export const endsAsQuestion = (words: readonly string[]): boolean =>
  words.length > 2 && /^(?:tidak|belum|bukan|kah)$/.test(words.at(-1) ?? "");

/** Whether a text talks about the service instead of answering. */
export const isAboutService = (words: readonly string[]): boolean =>
  words.some((word) => serviceWords.has(word));
