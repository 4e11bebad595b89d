/** Digits as spoken in Indonesian, Javanese, Sundanese, Minang, Betawi, Batak, Balinese and Palembang Malay. */
const spoken: Readonly<Record<number, string>> = {
  0: "nol kosong enol",
  1: "satu siji hiji ciek sidji sada esa satoe setunggal atunggal satuh sat",
  2: "dua duo loro rong dwi due dwo kalih dalawa duwa",
  3: "tiga telu telung tilu tigo tige tolu tlu telong",
  4: "empat papat patang opat ampek ampat mpat empek sekawan pat",
  5: "lima limo limang lime gangsal limau",
  6: "enam enem nem genep anam onom nam nenem",
  7: "tujuh pitu pitung tujuah tuju tujoh",
  8: "delapan lapan wolu wolung dalapan dlapan dolapan kutus walu",
  9: "sembilan sanga songo sangang salapan sambilan smbilan",
};

const whole: ReadonlyMap<string, number> = new Map(
  Object.entries({
    sepuluh: 10,
    sapuluh: 10,
    sedoso: 10,
    sepuloh: 10,
    sapuluah: 10,
    spuluh: 10,
    sebelas: 11,
    sabelas: 11,
    sewelas: 11,
    seblas: 11,
    rolas: 12,
    telulas: 13,
    patbelas: 14,
    limolas: 15,
    nembelas: 16,
    pitulas: 17,
    wolulas: 18,
    sangalas: 19,
    selikur: 21,
    selawe: 25,
    seket: 50,
    sewidak: 60,
    suwidak: 60,
    seratus: 100,
    saratus: 100,
    satus: 100,
    saratuih: 100,
    sratus: 100,
  }),
);

const units = new Map<string, number>();
for (const [digit, words] of Object.entries(spoken)) {
  for (const word of words.split(" ")) units.set(word, Number(digit));
}
const teens = new Set("belas welas blas baleh".split(" "));
const tens = new Set("puluh puloh puluah poeloeh pulu".split(" "));
const hundreds = new Set("ratus atus ratuih ratusan rts".split(" "));
const thousands = new Set("ribu rebu ewu rewu ribuan".split(" "));
const oneThousand = new Set("seribu sewu sarebu saribu srebu serebu".split(" "));

/** A number read from words or digits, and the place of the word after it. */
export type Count = { value: number; next: number };

/** The value of one digit word, of a joint one such as `sepuluh`, or of plain digits (at most six). */
const single = (word: string): number | undefined =>
  units.get(word) ?? whole.get(word) ?? (/^\d{1,6}$/.test(word) ? Number(word) : undefined);

const isOneOf = (words: ReadonlySet<string>, word: string | undefined): boolean =>
  word !== undefined && words.has(word);

/** Reads a number below a million ("dua ratus lima puluh", "seribu", "12") that begins at a word; null when none does. */
export function readCount(words: readonly string[], from: number): Count | null {
  const head = oneThousand.has(words[from] ?? "")
    ? { value: 1, next: from }
    : readBelowThousand(words, from);
  if (head === null) return null;
  const spokenThousand = isOneOf(oneThousand, words[head.next]) && head.next === from;
  if (!spokenThousand && !isOneOf(thousands, words[head.next])) return head;
  const tail = readBelowThousand(words, head.next + 1);
  return {
    value: head.value * 1000 + (tail?.value ?? 0),
    next: tail?.next ?? head.next + 1,
  };
}

/** Reads a number below a thousand: a hundred, then tens, then a digit; plain digits stand alone. */
export function readBelowThousand(words: readonly string[], from: number): Count | null {
  const first = single(words[from] ?? "");
  if (first === undefined) return null;
  if (first === 100) return addRest(words, { value: 100, next: from + 1 });
  if (first < 10 && isOneOf(hundreds, words[from + 1])) {
    return addRest(words, { value: first * 100, next: from + 2 });
  }
  return readBelowHundred(words, from);
}

function addRest(words: readonly string[], head: Count): Count {
  const rest = readBelowHundred(words, head.next);
  if (rest === null || rest.value >= 100 || isDigits(words[head.next])) return head;
  return { value: head.value + rest.value, next: rest.next };
}

function readBelowHundred(words: readonly string[], from: number): Count | null {
  const first = single(words[from] ?? "");
  if (first === undefined) return null;
  if (first < 10 && isOneOf(teens, words[from + 1])) return { value: 10 + first, next: from + 2 };
  if (first < 10 && isOneOf(tens, words[from + 1])) {
    const digit = units.get(words[from + 2] ?? "");
    const more =
      isOneOf(teens, words[from + 3]) ||
      isOneOf(tens, words[from + 3]) ||
      isOneOf(hundreds, words[from + 3]);
    return digit === undefined || more
      ? { value: first * 10, next: from + 2 }
      : { value: first * 10 + digit, next: from + 3 };
  }
  return { value: first, next: from + 1 };
}

const isDigits = (word: string | undefined): boolean => word !== undefined && /^\d+$/.test(word);

const parts = [
  ...units.keys(),
  ...whole.keys(),
  ...teens,
  ...tens,
  ...hundreds,
  ...thousands,
  ...oneThousand,
]
  .concat("juta", "sejuta", "koma", "setengah", "se")
  .sort((a, b) => b.length - a.length);
const glued = new RegExp(`^(?:${parts.join("|")}){2,}$`);
const part = new RegExp(parts.join("|"), "g");
const known = new Set(parts);

/** Splits number words written together ("limaratus", "duajuta"); other words come back whole. */
export const splitNumberWord = (word: string): string[] =>
  word.length > 5 && !known.has(word) && glued.test(word) ? (word.match(part) ?? [word]) : [word];
