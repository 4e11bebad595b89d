import {
  type AnswerType,
  type Option,
  type ParseContext,
  type Parsed,
  refused,
  value,
} from "./answer-type.ts";
import { standardSentence } from "./standard-sentence.ts";

/** `names`: what people call the answer ("bulan", "orang"). */
export type SentenceContext = ParseContext & { names: readonly string[] };

/**
 * An answer within a sentence that asks something. The words of the question are cut out, and what is left between them is
 * read by the type's own strict parser; a sum keeps its whole sentence, so "100rb sehari" is refused as it is by itself.
 */
export function foundIn(type: AnswerType, sentence: string, context: SentenceContext): Parsed {
  switch (type.name) {
    case "choice":
      return optionIn(sentence, context.options ?? []);
    case "number":
      return countIn(type, sentence, context);
    case "rupiah-per-month":
      return sumIn(type, sentence, context);
    default:
      return onlyOne(
        spansOf(sentence).map((span) => type.parse(span, { ...context, inSentence: true })),
      );
  }
}

/** Words of a question about contributions and benefits; none of them belongs to an answer. */
const asking = new Set(
  (
    "berapa apa apakah bagaimana kalau jika misal misalnya seandainya andai if how much what would " +
    "iuran bayar byr byar biaya tarif setor setoran premi ongkos pay cost contribution contributions tolong coba hitung itung hitungkan hitungin hitungan " +
    "simulasi dapat santunan manfaat benefit get mau tahu tanya nanya jadi untuk bpjs ikut daftar sih dong kira"
  ).split(" "),
);

/** What stands between the words of the question, as it was typed. */
function spansOf(sentence: string): string[] {
  const spans: string[][] = [[]];
  for (const token of sentence.split(/\s+/)) {
    const word = standardSentence(token.replace(/[^\p{L}\p{N}]+$/u, "")).trim();
    if (asking.has(word)) spans.push([]);
    else if (word !== "" || token !== "") spans.at(-1)?.push(token.replace(/\?/g, ""));
  }
  return spans.map((span) => span.join(" ").trim()).filter((span) => /[\p{L}\p{N}]/u.test(span));
}

/** The only value that several spans hold. */
function onlyOne(parsed: readonly Parsed[]): Parsed {
  const values = parsed.filter((one) => one.kind === "value");
  const [first] = values;
  const same = values.every((one) => one.value === first?.value);
  // "lainnya" says that the words are not known, which in a sentence they need not be
  return first && same && first.value !== "lainnya" ? first : refused("unclear");
}

/** What is paid or owed is no income: "bayar 150rb itu untuk penghasilan berapa", "tagihan rumah sakit 8 juta". */
const paid =
  /\b(?:bayar\w*|byr\w*|iuran\w*|setor\w*|potong\w*|premi\w*)\s+(?:rp\.?\s*)?\d|\b(?:tagih|biaya|kuitansi|kwitansi|habis|abis|keluar|h?utang|denda|tunggak|nunggak|saldo|pesangon|operasi|rawat|rs\b|rumah sakit)\w*(?:\s+[a-z]+){0,3}\s+(?:rp\.?\s*)?\d[\d.,]*\s*(?:jt|juta|rb|ribu|\.\d{3})/iu;

const below = /(?:^|\s)-\s?\d/u;

function sumIn(type: AnswerType, sentence: string, context: ParseContext): Parsed {
  if (
    paid.test(sentence) ||
    below.test(sentence) ||
    !/\d|juta|ribu|jt\b|rb\b|million/iu.test(sentence)
  )
    return refused("unclear");
  return type.parse(spansOf(sentence).join(" , "), context);
}

/** A number right beside a name of the answer: "3 orang", "anak saya 2". */
function countIn(type: AnswerType, sentence: string, context: SentenceContext): Parsed {
  const names = context.names.join("|");
  const said = standardSentence(sentence);
  const [, before, after] =
    new RegExp(
      ` (?:(\\d{1,4}) (?:${names})|(?:${names})(?: saya| ku)? (\\d{1,4})(?= )) `,
      "u",
    ).exec(said) ?? [];
  const figure = before ?? after;
  return names === "" || figure === undefined ? refused("unclear") : type.parse(figure, context);
}

/** The option with the longest name whose every word stands in the sentence; none where two are equally near. */
function optionIn(sentence: string, options: readonly Option[]): Parsed {
  const said = new Set(standardSentence(sentence).trim().split(" "));
  const scored = options
    .map(({ value: of, words = [] }) => ({
      of,
      length: Math.max(0, ...words.map((name) => lengthIn(name, said))),
    }))
    .sort((a, b) => b.length - a.length);
  const [first, second] = scored;
  return first && first.length > (second?.length ?? 0) ? value(first.of) : refused("unclear");
}

/** How many words a name has, if all stand in the sentence. */
function lengthIn(name: string, said: ReadonlySet<string>): number {
  const words = standardSentence(name).trim().split(" ");
  return words.every((word) => said.has(word)) ? words.length : 0;
}
