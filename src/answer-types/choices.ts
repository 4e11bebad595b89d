import { type Option, type Parsed, refused, value } from "./answer-type.ts";
import { choice } from "./choice.ts";
import { isTelling, keyOf, readOption } from "./option-reading.ts";
import { answerType } from "./tidy.ts";
import { contentWords, squeeze, wordsOf } from "./words.ts";

/**
 * Several of the options on offer: "1,3", "1-3", labels, "semua", "tidak ada". `min` (1 where nothing is said) and `max` count
 * them. Kept in the order of the list as their values with commas between, and as "-" where none was picked.
 */
export const choices = answerType({
  name: "choices",
  strict: true,
  cel: "list",
  display: "options",
  longest: 300,
  parse(text, { options = [], min = 1, max = options.length }) {
    const read = readPicks(text, options);
    if (read.kind === "refused") return read;
    const { length } = read.picks;
    if (length < min) return refused("too_few", { min });
    return length > max ? refused("too_many", { max }) : value(joinPicks(read.picks));
  },
});

const none = "-";

/** The values in an answer of several. */
export const picksIn = (answer: string): string[] =>
  answer === none || answer === "" ? [] : answer.split(",");

/** Values as one answer. */
export const joinPicks = (picks: readonly string[]): string =>
  picks.length === 0 ? none : picks.join(",");

/** Which of the options a text names, however many; in the order of the list, each once. */
export function readPicks(
  text: string,
  options: readonly Option[],
): { kind: "picks"; picks: string[] } | Extract<Parsed, { kind: "refused" }> {
  const exact = options.filter((option) => option.value === text || isNamed(option, text));
  if (exact.length === 1) return inOrder(exact, options);
  if (isNone(text)) return inOrder([], options);
  const [wanted = "", without] = text.split(/\s+(?:kecuali|selain|except)\s+/i);
  if (isAll(wanted, options.length)) {
    const left = without === undefined ? [] : namedIn(without, options);
    if (left)
      return inOrder(without ? options.filter((one) => !left.includes(one)) : options, options);
  }
  const numbers = numbersIn(text);
  if (numbers?.some((number) => number < 1 || number > options.length))
    return { kind: "refused", reason: "not_offered", detail: { max: options.length } };
  const named = numbers
    ? options.filter((_, index) => numbers.includes(index + 1))
    : namedIn(text, options);
  return named ? inOrder(named, options) : { kind: "refused", reason: "unclear" };
}

const inOrder = (named: readonly Option[], options: readonly Option[]) => ({
  kind: "picks" as const,
  picks: options.filter((option) => named.includes(option)).map((option) => option.value),
});

function isNamed(option: Option, text: string): boolean {
  const key = keyOf(contentWords(wordsOf(text)));
  return key !== "" && readOption(option).names.includes(key);
}

const noneWords =
  /^(?:(?:tidak|belum) (?:ada|punya|pilih)(?: (?:satu|satupun|apa|sama|sekali|semua|yang|cocok))*|kosong|nihil|none|nothing)$/;

const isNone = (text: string): boolean =>
  text.trim() === none || noneWords.test(contentWords(wordsOf(text)).join(" "));

const all = new Set(["semua", "semuanya", "seluruhnya", "kabeh", "all", "everything", "lengkap"]);
const besideAll = new Set([
  "iya",
  "oke",
  "pilih",
  "ambil",
  "ikut",
  "of",
  "them",
  "pilihan",
  "pilihannya",
]);
const allOf = new Map([
  [2, /\b(?:keduanya|duanya|both)\b/],
  [3, /\b(?:ketiganya|tiganya)\b/],
  [4, /\b(?:keempatnya|empatnya)\b/],
]);

function isAll(text: string, count: number): boolean {
  if (allOf.get(count)?.test(text.toLowerCase())) return true;
  const words = contentWords(wordsOf(text)).filter(isTelling);
  return (
    words.some((word) => all.has(word)) &&
    words.every((word) => all.has(word) || besideAll.has(word))
  );
}

const range = /(\d{1,2})\s*(?:-|s\.?\/?d\.?|sampai|sampe|hingga|to)\s*(\d{1,2})/gi;
const besideNumbers =
  /\b(?:no|nomor|nomer|nmr|pilih|pilihan|saya|mau|yang|yg|ambil|opsi|angka|aja|saja)\b\.?/gi;

/** "1,3", "1 dan 3", "no 1-3"; null where a text holds anything but numbers of the list. */
function numbersIn(text: string): number[] | null {
  const plain = text
    .replace(range, (_, from, to) => spread(Number(from), Number(to)).join(" "))
    .replace(besideNumbers, " ")
    .replace(separator, " ")
    .replace(/(?<=\b\d{1,2})\.(?=\d{1,2}\b)/g, " ")
    .trim();
  if (!/^#?\d{1,2}[.)]?(?:\s+#?\d{1,2}[.)]?)*$/.test(plain)) return null;
  return plain.split(/\s+/).map((number) => Number(number.replace(/\D/g, "")));
}

/** Every number from one to the other; the ends alone where they are the wrong way round. */
const spread = (from: number, to: number): number[] =>
  to < from ? [from, to] : Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** What stands between two options that are named one after the other. */
const separator = /\s*(?:[,;/&+]|\b(?:dan|dn|sama|serta|plus|juga|terus|and)\b)\s*/gi;

/** The options whose labels or words a text lists; null where a piece of it is none. */
function namedIn(text: string, options: readonly Option[]): Option[] | null {
  const parts = text.split(new RegExp(`(${separator.source})`, "i"));
  const found: Option[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const label = labelFrom(parts, at, options);
    if (label) {
      found.push(label.option);
      at = label.end;
      continue;
    }
    const piece = parts[at]?.trim() ?? "";
    if (piece === "") continue;
    const named = namedInPiece(piece, options);
    if (!named) return null;
    found.push(...named);
  }
  return found.length > 0 ? found : null;
}

/** The longest label that begins here, though a separator may stand within it ("JKK + JKM"). */
function labelFrom(parts: readonly string[], at: number, options: readonly Option[]) {
  for (let end = parts.length - 1; end >= at; end -= 2) {
    const option = options.find((one) => isNamed(one, parts.slice(at, end + 1).join("")));
    if (option) return { option, end };
  }
  return null;
}

function namedInPiece(piece: string, options: readonly Option[]): readonly Option[] | null {
  const words = contentWords(wordsOf(piece)).map(squeeze).filter(isTelling);
  const owners = words.map((word) => options.filter((one) => readOption(one).words.has(word)));
  const each = new Set(owners.flat());
  if (each.size > 1 && owners.every(({ length }) => length === 1)) return [...each];
  const parsed = choice.parse(piece, { today: "", options });
  if (parsed.kind !== "value") return null;
  return options.filter((option) => option.value === parsed.value);
}

const enough = new Set(
  "selesai sudah cukup beres rampung kelar lanjut segitu done finish finished enough".split(" "),
);
const besideEnough = new Set(
  "itu saja dulu semua ini ya iya oke sip tidak ada lagi pilih kirim sekian makasih thats that all".split(
    " ",
  ),
);

/** Whether somebody says that they have picked what they want: "selesai", "udah itu aja", "gak ada lagi". */
export function saysEnough(text: string): boolean {
  const words = contentWords(wordsOf(text));
  if (
    /^(?:iya |oke )*(?:itu saja|tidak ada(?: lagi)?|tidak|tidak lagi|no more)$/.test(
      words.join(" "),
    )
  )
    return true;
  return (
    words.some((word) => enough.has(word)) &&
    words.every((word) => enough.has(word) || besideEnough.has(word))
  );
}

/** Whether a single option is all that is wanted: "jht saja". */
export const saysOnly = (text: string): boolean =>
  /\b(?:saja|aja|doang|tok|hanya|cuma|cuman|only|just)\b/i.test(text);
