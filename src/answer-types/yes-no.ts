import { refused, value } from "./answer-type.ts";
import { nearest, nearIndex } from "./edit-distance.ts";
import { pickNumber } from "./list-number.ts";
import { asksBack } from "./talk.ts";
import { answerType } from "./tidy.ts";
import { contentWords, squeeze, wordsOf } from "./words.ts";

/** A clear yes or no, as true or false. Soft replies ("terserah", a lone 🙏) are refused: consent hangs on this type. */
export const yesNo = answerType({
  name: "yes-no",
  strict: true,
  cel: "bool",
  display: "yes-no",
  longest: 300,
  parse(text, context) {
    const meant = yesOrNo(text) ?? byNumber(text, context.options?.length ?? 0);
    return meant === null ? refused("unclear") : value(meant);
  },
});

/** What a text says to a yes-no question; null when it is not clear. */
export function yesOrNo(text: string): boolean | null {
  const byEmoji = emojiMeaning(text);
  const clauses = text
    .replace(nods, "iya")
    .replace(trailingYa, "")
    .split(/[,.;!]+/)
    .map((clause) => contentWords(wordsOf(clause)));
  const words = clauses.flat();
  if (words.length === 0) return byEmoji;
  if (/[<>{}]/.test(text)) return null;
  if (/^(?:no+|nope)[ .,!]*(?:thanks|thank you|makasih|no)?[ .,!]*$/i.test(text)) return false;
  const tally = tallyOf(clauses, words);
  if (asksBack(text, words) && !(tally.no > 0 && tally.other === 0 && !text.includes("?")))
    return null;
  const meant = judge(tally, kindOf(words[0] ?? ""));
  return byEmoji !== null && meant !== null && byEmoji !== meant ? null : meant;
}

type Kind = "yes" | "bare" | "no" | "wrong" | "soft" | "beside" | "other";
type Tally = Record<Kind, number>;

/** Counts the words of each kind, clause by clause; phrases do not reach over a comma. */
function tallyOf(clauses: readonly (readonly string[])[], words: readonly string[]): Tally {
  const tally: Tally = { yes: 0, bare: 0, no: 0, wrong: 0, soft: 0, beside: 0, other: 0 };
  const denies = words.some((word) => ["no", "wrong"].includes(kindOf(word)));
  for (const clause of clauses) {
    let rest = (denies ? withoutFillingYa(clause) : clause).join(" ");
    for (const [pattern, meaning] of phrases) rest = rest.replace(pattern, meaning);
    for (const word of rest.split(/\s+/)) if (word !== "") tally[kindOf(word, words.length)]++;
  }
  return tally;
}

/** The strongest kind of word decides; contradictions, doubts and stories are not clear. */
function judge(tally: Tally, first: Kind): boolean | null {
  if (tally.wrong > 0) return unless(tally.other > 5, false);
  if (tally.soft > 0 || (tally.yes > 0 && tally.no > 0)) return null;
  if (tally.no > 0) return unless(tally.other > (first === "no" ? 4 : 1), false);
  if (tally.yes > 0) return unless(tally.other > (first === "yes" ? 3 : 2), true);
  return tally.bare > 0 ? unless(tally.other > 0, true) : null;
}

const unless = (unclear: boolean, meant: boolean): boolean | null => (unclear ? null : meant);

/** With a numbered pair on the screen 1 is yes and 2 is no. */
function byNumber(text: string, offered: number): boolean | null {
  const picked = offered === 2 ? pickNumber(text) : null;
  return picked === 1 ? true : picked === 2 ? false : null;
}

const vocabulary: Readonly<Record<Exclude<Kind, "other">, string>> = {
  // Say yes whatever stands around them.
  yes: "iya oke siap setuju betul benar lanjut sesuai cocok sah acc sepakat akur deal fix tepat valid patut klop approve correct true sure course agree right",
  // Say yes when nothing else is said: "boleh tanya dulu" does not.
  bare: "boleh bisa mau sudah ada punya pernah pas aman bagus lengkap pasti jelas memang emang ember tentu silakan ayo kirim proses daftar jadi bersedia sanggup rela berkenan",
  no: "moal alim false disagree tidak bukan jangan belum nope ogah emoh wegah embung teai batal skip menolak tolak nehi n urung",
  wrong: "wrong salah ganti ubah perbaiki kurang beda berbeda meleset typo hapus",
  soft: "mungkin terserah kayaknya kayanya kyknya kayake sepertinya ragu bingung insya inshaallah insyaallah isyaallah insaallah manut nurut ikut hmm hm hem amin aamiin paham nanti sebentar kali kira agak semoga mudah mudahan rasanya kadang entah entahlah mikir pikir pertimbangkan tanya nanya bertanya jelaskan dijelaskan kurasa tergantung bagaimana kapan tetapi begitu",
  beside:
    "yah baik baiklah of pol saya data datanya ini itu semua saja juga sangat sekali banget pisan makasih terima kasih dengan yang di ke nya dan alhamdulillah bismillah lagi karena maaf kami kita untuk sekarang dulu pokoknya tolong mohon admin petugas saudara all kok thanks sama oh wah dari sini langsung pun tanpa aku kasihlah",
};

const kinds = new Map<string, Kind>();
for (const [kind, words] of Object.entries(vocabulary)) {
  for (const word of words.split(" ")) kinds.set(squeeze(word), kind as Kind);
}
const near = nearIndex(kinds.keys());

function kindOf(word: string, among = 1): Kind {
  if (word === "YA") return "yes";
  if (word === "TIDAK") return "no";
  const plain = squeeze(word);
  const known = kinds.get(plain) ?? kinds.get(plain.replace(/(?:nya|lah|kan|in)$/, ""));
  if (known) return known;
  if (plain.length < 7 && among > 2) return "other";
  const alike = new Set(nearest(plain, near, 1).map((found) => kinds.get(found)));
  return alike.size === 1 ? ([...alike][0] ?? "other") : "other";
}

/** Sounds and codes of assent that are no words. */
const nods = /\b(?:he+h?[ -]?e+[hm]|h[oe]+[ -]?o+h|s7|86|m+h+m+|u+h huh)\b/gi;

/** "ya" at the end of more words only softens them: "gimana ya" agrees to nothing. */
const trailingYa = /(?<=[a-z\d],? )ya+h?(?= *[.!]*$)/i;

/** Phrases whose parts mislead. They become YA, TIDAK, or `ragu` for neither. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:tidak|bukan)(?: ada)?(?: yang)? (?:salah|kurang|beda|typo|masalah|keberatan|apa|papa|popo|naon naon|(?:perlu|usah) (?:ubah|ganti|perbaiki)|perubahan|ubah|ganti|berubah|keliru)\b/g,
    "YA",
  ],
  [/\b(?:jangan|tidak) (?:batal|berhenti|hapus)\b/g, "YA"],
  [
    /\b(?:sudah|semua|iya|memang|data|ini|oke) btl\b|\bbtl (?:semua|sekali|banget|itu|data)\b/g,
    "YA",
  ],
  [/\bbtl\b/g, "ragu"],
  [/\b(?:iya|benar|betul|jadi|boleh|bisa|mau|oke|setuju) (?:tidak|belum|apa tidak)$/g, "ragu"],
  [/\b(?:iya atau tidak|tidak atau iya)\b/g, "ragu"],
  [
    /\b(?:tidak|belum|kurang) (?:tahu|paham|jelas|yakin|ingat|begitu|terlalu|pasti|hapal|hafal|baca|siap jawab)\b/g,
    "ragu",
  ],
  [/\biya sudah\b(?! (?:benar|betul|sesuai|lanjut|pas|cocok|oke|siap|setuju|YA|saya))/g, "ragu"],
  [/\b(?:yaudah|yasudah|yowes|yawis|yawes|yowis|yaudahlah)\b/g, "ragu"],
  [/\bbisa jadi\b|\biya (?:ampun|allah|tuhan|gusti|kali|nanti|begitu)\b/g, "ragu"],
  [
    /\b(?:boleh|bisa|mau|ada) (?:saya )?(?:tanya|nanya|bertanya|jelaskan|dijelaskan|lihat|tahu|minta|ulang)\b/g,
    "ragu",
  ],
  [
    /\b(?:belum|tidak|bukan|kurang) (?:benar|betul|sesuai|cocok|pas|tepat|setuju|lanjut|oke|valid|siap|mau|bisa|boleh|usah|perlu|ada|punya|jadi|lengkap|pernah|iya|cocog|bersedia)\b/g,
    "TIDAK",
  ],
  [/\b(?:TIDAK|tidak) (?:dulu|saja|lanjut|daftar|usah|perlu)\b/g, "TIDAK"],
];

/** Without the "ya" that merely softens a no: "enggak ya", "ya bukan". */
const withoutFillingYa = (words: readonly string[]): string[] =>
  words.filter(
    (word, at) =>
      word !== "iya" ||
      (at < words.length - 1 && kindOf(words[at + 1] ?? "") !== "no") ||
      words.length === 1,
  );

const yesEmoji = /[👍✅👌🆗☑✔💯🫡]/u;
const noEmoji = /[❌👎🙅⛔✖🚫]/u;

/** What emoji alone say; folded hands and smiles say nothing. */
function emojiMeaning(text: string): boolean | null {
  const yes = yesEmoji.test(text);
  return yes === noEmoji.test(text) ? null : yes;
}
