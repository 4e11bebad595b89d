import { parsePhoneNumberFromString } from "libphonenumber-js/mobile";
import { type Parsed, refused, value } from "./answer-type.ts";
import { digitsIn, isScientific } from "./digits.ts";
import { answerType } from "./tidy.ts";
import { isAddress, isParticle, wordsOf } from "./words.ts";

const labels = new Set(
  "wa hp no nomor nomer nmr nomr telp tlp telepon telpon tel hape ponsel whatsapp wanya hpnya hub call sms kontak handphone phone".split(
    " ",
  ),
);

/** An Indonesian mobile number as E.164; "nomor ini" is the sender's own where the channel tells it. */
export const phone = answerType({
  name: "phone",
  strict: true,
  cel: "string",
  display: "phone",
  longest: 300,
  parse(text, { sender }) {
    if (isScientific(text)) return refused("damaged_by_excel");
    const { runs, mixed } = digitsIn(text.replace(/^(?=[68]\d{9,}\.0$)(\d+)\.0$/, "$1"), labels);
    const [run] = runs;
    if (run === undefined)
      return sender && meansSender(text)
        ? judge(sender.replace(/^\+/, ""), true)
        : refused("unclear");
    if (isAboutElse(text, runs)) return refused("unclear");
    if (mixed) return refused("not_digits");
    if (runs.length > 1 || run.digits.length > 17) return refused(severalOrStray(runs));
    return judge(run.digits, run.plus);
  },
});

/** Digits below which other words make a text an address or a time, no number cut short. */
const fewest = 7;

/** "Jl. Mawar No. 5", "jam 7": few digits beside words that say nothing of a telephone. */
const isAboutElse = (text: string, runs: readonly { digits: string }[]): boolean =>
  runs.reduce((sum, run) => sum + run.digits.length, 0) < fewest &&
  (text.toLowerCase().match(/\b[a-z]{2,}\b/g) ?? []).some(
    (word) => !labels.has(word) && !wordsOf(word).every((one) => isBeside(one)),
  );

/** Digits beyond which no country has a number: a NIK, a card or two numbers run together. */
const longest = 15;

const severalOrStray = (runs: readonly { digits: string }[]): "unclear" | "not_digits" =>
  runs.filter((run) => run.digits.length >= 7).length > 1 || runs.length === 1
    ? "unclear"
    : "not_digits";

const ownNumber = new Set(
  "nomor ini itu yang wa hp saja sama saya pakai dengan aktif whatsapp ya iya sekarang telepon bicara sini di nya aku ke juga tetap wanya hpnya dipakai untuk dia sendiri kontak dari nomornya oke begitu lagi".split(
    " ",
  ),
);
const isBeside = (word: string): boolean =>
  ownNumber.has(word) || isAddress(word) || isParticle(word);
const pointing = new Set("ini sama sini".split(" "));

/** Whether a text points at the number it is sent from. */
function meansSender(text: string): boolean {
  const words = wordsOf(text).filter(
    (word) => !/^(?:pak|bu|kak|min|mas|mbak|deh|dong|kok|lah|nih|aja|sih)$/.test(word),
  );
  return words.some((word) => pointing.has(word)) && words.every((word) => ownNumber.has(word));
}

/** Digits after +62, or why the digits are no Indonesian mobile number. */
function judge(digits: string, plus: boolean): Parsed {
  if (digits.length > longest) return refused("too_long", { found: digits.length });
  const national = nationalDigits(digits, plus);
  if (national === "foreign" || national === "landline") return refused(national);
  if (!national.startsWith("8")) return refused(digits.length < 7 ? "too_short" : "landline");
  if (national.length < 9) return refused("too_short", { found: digits.length });
  if (national.length > 12) return refused("too_long", { found: digits.length });
  const number = parsePhoneNumberFromString(`+62${national}`);
  return number?.country === "ID" && number.isValid() ? value(number.number) : refused("unclear");
}

function nationalDigits(digits: string, plus: boolean): string {
  const international = plus ? digits : digits.startsWith("00") ? digits.slice(2) : null;
  if (international !== null && !international.startsWith("0")) {
    return international.startsWith("62") ? international.slice(2).replace(/^0/, "") : "foreign";
  }
  if (digits.startsWith("62") && digits.length > 8) return digits.slice(2).replace(/^0/, "");
  if (digits.startsWith("0")) return digits.replace(/^0/, "");
  if (digits.startsWith("8")) return digits;
  return digits.length >= 9 ? "foreign" : digits.length >= 7 ? "landline" : digits;
}
