const digits = "satu dua tiga empat lima enam tujuh delapan sembilan".split(" ");
const ones = "one two three four five six seven eight nine".split(" ");
const teens = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const indonesian: ReadonlyMap<string, string> = new Map([
  ...ones.map((word, at) => [word, digits[at] ?? ""] as const),
  ["ten", "sepuluh"] as const,
  ["eleven", "sebelas"] as const,
  ["twelve", "dua belas"] as const,
  ...teens.map((word, at) => [word, `${digits[at + 2] ?? ""} belas`] as const),
  ...tens.map((word, at) => [word, `${digits[at + 1] ?? ""} puluh`] as const),
  ["hundred", "ratus"] as const,
]);
const words = new RegExp(`\\b(?:${[...indonesian.keys()].join("|")})\\b`, "g");
const unit = "hundred|thousand|million|months?|years?";

/** A lower-case text with English numbers as Indonesian words: "two and a half million" as "dua setengah million". */
export const withIndonesianNumbers = (text: string): string =>
  /[a-z]/.test(text)
    ? text
        .replace(/\band an? half\b|\bhalf(?: an?)?(?= )/g, "setengah")
        .replace(new RegExp(`\\ban? (?=(?:${unit})\\b)`, "g"), "satu ")
        .replace(/\b(hundred|thousand) and\b/g, "$1")
        .replace(/\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-/g, "$1 ")
        .replace(words, (word) => indonesian.get(word) ?? word)
    : text;
