import { editDistance } from "../lib/edit-distance.ts";
import { contentWords, wordsOf } from "./words.ts";

/** What may stand around the words that pass over a question. */
const beside = new Set(
  "iya oke saya maaf makasih jujur dia beliau orangnya orang sudah dulu saja yah sih nih kayaknya sepertinya memang".split(
    " ",
  ),
);

const passing =
  "lewat(?:i|kan|in)?|skip|skp|lanjut|pass|lompat(?:i|in)?|kosong(?:kan|in)?|dikosongkan|dikosongin|nihil|strip|rahasia|none|nope|nothing|no more|no other [a-z]+|menyusul|nyusul|nanti (?:me)?nyusul|emoh|wegah|embung|lupa";
const denying = "(?:tidak|belum)";
const having =
  "ada|punya|tahu|ingat|inget|hafal|hapal|apal|usah|perlu|mau|lagi|pakai|main|bikin|buat|urus|ngurus|terdaftar|isi|diisi|pernah|bisa|sempat|sempet|kepikiran|sekarang|satu|satupun|sama|dengan|sekali|blas|yang|itu|ini|semua";
/** What is passed over, as people name it behind a no. */
const things =
  "nama|namanya|nomor|nomornya|nib|nibnya|npwp|npwpnya|hp|hape|wa|email|emailnya|surel|pekerjaan|kerjaan|kerja|usaha|sampingan|lain|lainnya|saksi|saksinya|siapa|pasti|persis|jelas|juga|jam|berapa|kapan|dimana|di|mana|bagaimana|begituan|gituan|kok";

const skips = new RegExp(
  `^(?:(?:${passing})(?: (?:itu|ini|yang|pertanyaan|${things}))*|${denying}(?: (?:${having}|${things}))*|${denying} (?:ada|punya)(?: (?!tetapi)[a-z]+){1,3}|(?:hanya|itu|ini|segitu|satu|itu itu)(?: (?:saja|itu|ini|segitu|satu))*)$`,
);
const alone = new Set("itu ini satu hanya".split(" "));

/** Spellings that mean this here; elsewhere they may be something else. */
const spelled: ReadonlyMap<string, readonly string[]> = new Map([
  ...wordsAs("lwt lwat liwat", ["lewat"]),
  ...wordsAs("gapunya gakpunya nggapunya gpunya gapny ndakpunya", ["tidak", "punya"]),
  ...wordsAs("pny pnya punyak duwe gaduh boga", ["punya"]),
]);

function wordsAs(written: string, meant: readonly string[]): [string, readonly string[]][] {
  return written.split(" ").map((word) => [word, meant]);
}

/** Whether an optional question is passed over: "lewati", "lewtai", "tidak ada", "gak punya email", "cuma itu", "-". */
export function isSkip(text: string): boolean {
  const bare = text.trim();
  if (/^(?:[-–—_.]+|x+|no|n\/a)$/iu.test(bare)) return true;
  if (/[,\d?]/.test(bare)) return false;
  const all = contentWords(wordsOf(bare)).flatMap((word) => spelled.get(word) ?? [word]);
  const words = all.filter((word) => !beside.has(word));
  const [only = ""] = words;
  if (words.length === 1 && only.length > 4 && editDistance(only, "lewati", 1) < 2) return true;
  if (words.length === 1 && alone.has(only) && all.length === 1) return false;
  return skips.test(words.join(" "));
}

/** Where the answer to one question stands before it is explained: "ga ada, ngojek doang" passes over. */
export function beginsWithSkip(text: string): boolean {
  const [, first = "", rest = ""] = /^([^,;.]+)[,;.]\s*(\S.*)$/su.exec(text.trim()) ?? [];
  return (
    rest !== "" &&
    !/\d/.test(rest) &&
    isSkip(first) &&
    !contrary.test(` ${wordsOf(rest).join(" ")} `)
  );
}
const contrary = / (?:tetapi|kecuali|kadang|paling|but|except) /;

/** Whether a text says that there is nothing else: "ojek doang", "cuma ngojek". */
export const saysNoMore = (text: string): boolean =>
  contentWords(wordsOf(text)).some((word) => noMore.has(word));
const noMore = new Set("saja hanya tok thok only".split(" "));
