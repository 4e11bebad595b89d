import { standardSpelling } from "../lib/colloquial.ts";
import { refused, value } from "./answer-type.ts";
import { parseCommand } from "./command.ts";
import { announcesQuestion, holdsInsult, isRemark, isScolding } from "./no-answer.ts";
import { isAboutService } from "./talk.ts";
import { answerType, visible } from "./tidy.ts";

/** Letters of a name, the fewest and the most. */
const fewest = 2;
const most = 100;

/** A person's name: introductions and forms of address go, titles stay; capitals are set where the input is all one case. */
export const personName = answerType({
  name: "person-name",
  strict: false,
  cel: "string",
  display: "text",
  longest: 400,
  clean: visible,
  parse(text, { cell = false }) {
    const marked = plainMarks(text);
    const name = cell ? marked.replace(addressInList, "") : withoutIntroduction(marked);
    if (/\d/.test(text.normalize("NFKC"))) return refused("digits_in_name");
    const letters = name.match(/\p{L}/gu)?.length ?? 0;
    if (letters === 0 || !isNameLike(name) || (!cell && saysSomethingElse(text, name)))
      return refused("unclear");
    if (letters < fewest) return refused("too_short", { found: letters, min: fewest });
    if (letters > most) return refused("too_long", { found: letters, max: most });
    return value(capitalised(name));
  },
});

/** Plain apostrophes, no emoji, no quotation marks or closing marks round the name. */
const plainMarks = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(
      /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Join_Control}|\p{Variation_Selector}/gu,
      " ",
    )
    .replace(/[\u2018\u2019\u02BC`\u00B4]/g, "'")
    .replace(/[\u201C\u201D"]/g, " ")
    .replace(/^[\s*_~]+|[\s*_~]+$/g, "")
    .replace(/\s+/g, " ")
    .replace(/(?<=\p{L}\p{L}\p{L})[.,!;]+$|^[\s.,:;-]+|[\s,:;!-]+$/gu, "")
    .trim();

const openings =
  /^(?:(?:perkenalkan|kenalkan|kenalin|nama|namaku|namae|nm|nma|name|namanya|namnya|jenengku|jenenge|jeneng|wasta|ngaran|lengkap(?:nya)?|panggilan|asli|bernama|ku|tulis(?: aja| saja)?|saya|sya|sy|aku|gue|gw|ane|kulo|adalah|ialah|yaitu|my name is|i am|i'm|atas nama|a\/n|a\.n\.?|an\.|ini|itu|dengan|dgn|sesuai ktp|di ktp|ktp|panggil(?: saja| aja)?|halo|hallo|hai|assalamu'?alaikum|selamat (?:pagi|siang|sore|malam)|oh|iya|ya|oke|ok|nggih|inggih|baik)(?=[\s:=,.-])|(?:nami|jenengan) (?:abdi|kula|kulo)(?=[\s:=,.]))[\s:=,.-]*/i;
const address =
  /^(?:mas|mbak|mba|mbk|bu|ibu|pak|bpk|bapak|bang|abang|kak|kaka|kakak|kang|akang|teh|teteh|cak|om|tante|sdr|sdri|saudara|saudari|tuan|nyonya|ny|tn|nona|nn)\.? (?=\p{L})/iu;
/** What a list writes before a name; "Mas", "Nona" or "Bang" may be the name itself. */
const addressInList =
  /^(?:bpk|bapak|ibu|sdr|sdri|saudara|saudari|tuan|nyonya|ny|tn|nn)\.? (?=\p{L})/iu;
const closings =
  / (?:(?:itu |ini )?(?:nama saya|nama sy|namaku|nama lengkap saya|nama lengkapnya)|(?:sesuai|di|yang di|yg di|dari) ktp|(?:pak|bu|kak|kaka|min|gan|bos|bro|sis|om|mbak|mba|ya|yaa|deh|dong|nih|aja|saja|lengkapnya|namanya|panggilannya|terima kasih|makasih))[.,!]*$/i;

function withoutIntroduction(text: string): string {
  let name = text;
  for (let before = ""; before !== name; ) {
    before = name;
    name = name.replace(openings, "").replace(closings, "").trim();
  }
  return name.replace(address, "").trim();
}

const isNameLike = (name: string): boolean =>
  /^[\p{Script=Latin}\p{M} .,'’-]+$/u.test(name) &&
  !/^(.)\1+$|(\p{L})\2\2\2|(?:asdf|qwer|zxcv|hjkl|sdfg)/iu.test(name.replace(/[ .]/g, "")) &&
  !/([,'-])\1|\.\.|^(?:h[aei]|wk|xi|ww)+[hk]?$/i.test(name) &&
  name.split(" ").length <= 12 &&
  !/\p{M}{3}/u.test(name.normalize("NFD"));

const notNames = new Set(
  (
    "apa apakah apaan berapa brp kenapa mengapa knp bagaimana gimana gmn siapa kapan dimana kemana tidak tdk gak ga gk ngga nggak enggak ndak tak bukan belum blm sudah udah sdh yang yg untuk utk buat karena krn " +
    "tapi tetapi kalau kalo klo bisa bs mau tolong mohon lupa rahasia nanti besok terserah sama kayak seperti skip lewati lewat kosong kosongin nihil batal lanjut salah benar betul bener sebentar tunggu bingung paham " +
    "kok punya pakai pake ktp nik nama namanya isi dulu tadi sekarang maksud maksudnya atau dan dong sih harus perlu gimana daftar bpjs iuran bayar ganti ubah masih juga saya kamu anda dia kami aku gw prlu dpt dapet pdhl dmana dmn bwt bln byr dftr msh slh hrs jd dgn males malas ngisi sm dr krn opo piro iso"
  ).split(" "),
);
const notAlone = new Set(
  (
    "lengkap panggilan sendiri ogah emoh ya iya y ok oke siap sip no yes tidak mas mbak mba bu ibu pak bapak bpk kak kakak bang abang om tante min admin xx xxx test tes coba sda idem setuju boleh hmm hm oh eh lah loh wah saya aku nama none null undefined nan anonim anonymous hamba " +
    "warung toko rahasia orang manusia robot bntr bentar sebentar makasih terimakasih thanks"
  ).split(" "),
);

/** Questions, commands, scolding and talk are no names. */
function saysSomethingElse(text: string, name: string): boolean {
  const all = name.toLowerCase().split(/[\s,]+/);
  const words = all.filter((word) => !isInitial(word));
  if (shortNo.test(name) || holdsInsult(text)) return true;
  if (isScolding(text) || announcesQuestion(text) || isRemark(text)) return true;
  if (words.length === 0) return text.includes("?") || notNames.has(name.toLowerCase());
  if (text.includes("?") || parseCommand(withoutInitials(text)) !== null) return true;
  if (isAboutService(words)) return true;
  if (words.some((word) => notNames.has(word) || isDenial(word))) return true;
  return words.every((word) => notAlone.has(word));
}

/** "g ada": a no cut to its first letter. */
const shortNo = /^[gk] (?:ada|mau|bisa|punya|tau|tahu|jadi|usah|perlu|boleh|ngerti|inget|ingat)\b/i;

/** A letter of its own is the beginning of a name, never a short word: "Ahmad D." is not "Ahmad di". */
const isInitial = (word: string): boolean => /^\p{L}\p{M}*\.?$/u.test(word);

/** A text as commands are looked for in it: "siti p" is no greeting; what is only letters stays. */
function withoutInitials(text: string): string {
  const rest = text.replace(/(?<![\p{L}.'])\p{L}\p{M}*\.?(?![\p{L}.'])/gu, " ").trim();
  return /\p{L}/u.test(rest) ? rest : text;
}

/** "gatau", "gamau": a no and its verb written together. */
const isDenial = (word: string): boolean => standardSpelling(word).startsWith("tidak ");

/** Capitals at the beginning of each word and after a dot or hyphen, when the input is all one case. */
function capitalised(name: string): string {
  const oneCase = name === name.toLowerCase() || name === name.toUpperCase();
  if (!oneCase) return name;
  return name
    .toLowerCase()
    .replace(
      /(^|[\s.,-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
}
