import IntlMessageFormat from "intl-messageformat";
import type { Problem } from "../lib/problem.ts";
import type { Language } from "./language.ts";

/** One text or word list of a locale file, with the place where it stands. */
export type Entry = { key: string; text: string | readonly string[]; file: string; line: number };

/** What a text's placeholders take: finished words, whole numbers, or booleans for `select`. */
export type Arguments = Readonly<Record<string, string | number | boolean>>;

type Message = {
  entry: Entry;
  say(args?: Arguments): string;
  names: string[];
  branches: Branch[];
};

/** A word that a text tells apart by `select`, and the argument that it is a word of. */
export type Branch = { name: string; word: string };

/** The texts of one language, compiled once. */
export type Catalogue = {
  language: Language;
  has(key: string): boolean;
  /** The finished text. A missing key or argument is a defect and throws; `problemsIn` finds both at start. */
  format(key: string, args?: Arguments): string;
  /** Names of the placeholders, each once; empty for an unknown key. */
  argumentsOf(key: string): readonly string[];
  /** The words by which a text tells apart what an argument is, `other` left out. */
  branchesOf(key: string): readonly Branch[];
  /** A word list (`names`, `words`); empty where there is none. */
  words(key: string): readonly string[];
  entries: readonly Entry[];
  /** Where what is said under a key is written. */
  entryOf(key: string): Entry | undefined;
};

/** Compiles ICU messages; faulty ones are reported and left out. */
export function compileCatalogue(
  language: Language,
  entries: readonly Entry[],
): { catalogue: Catalogue; problems: Problem[] } {
  const problems: Problem[] = [];
  const messages = new Map<string, Message>();
  const lists = new Map<string, readonly string[]>();
  for (const entry of entries) {
    const { key, text, file, line } = entry;
    const fault = (message: string, remedy: string) =>
      problems.push({ file, line, message, remedy });
    if (messages.has(key) || lists.has(key))
      fault(`text ${key} stands twice`, "remove one of them");
    if (typeof text !== "string") {
      lists.set(key, text);
      continue;
    }
    try {
      messages.set(key, compile(language, entry, text));
    } catch (error) {
      fault(
        `text ${key} is not a sound ICU message (${error instanceof Error ? error.message : "?"})`,
        "check its braces; placeholders are snake_case",
      );
    }
  }
  const found = (key: string): Message => {
    const message = messages.get(key);
    if (!message) throw new Error(`no text ${key} in ${language}`);
    return message;
  };
  const catalogue: Catalogue = {
    language,
    entries,
    has: (key) => messages.has(key),
    format: (key, args) => found(key).say(args),
    argumentsOf: (key) => messages.get(key)?.names ?? [],
    branchesOf: (key) => messages.get(key)?.branches ?? [],
    words: (key) => lists.get(key) ?? [],
    entryOf: (key) => entries.find((entry) => entry.key === key),
  };
  return { catalogue, problems };
}

/**
 * The same texts, where keys that begin with one of `from` and are not written are found under what it leads to
 * (`daftar_mandiri.nik` -> `person.nik`), each field by itself.
 */
export function inheriting(catalogue: Catalogue, from: ReadonlyMap<string, string>): Catalogue {
  const written = new Set(catalogue.entries.map(({ key }) => key));
  const beneath = keysBeneath(written);
  const elsewhere = new Map<string, string>();
  for (const [own, other] of from)
    for (const key of beneath.get(other) ?? []) {
      const inherited = own + key.slice(other.length);
      if (!written.has(inherited)) elsewhere.set(inherited, key);
    }
  const at = (key: string) => elsewhere.get(key) ?? key;
  return {
    ...catalogue,
    has: (key) => catalogue.has(at(key)),
    format: (key, args) => catalogue.format(at(key), args),
    argumentsOf: (key) => catalogue.argumentsOf(at(key)),
    branchesOf: (key) => catalogue.branchesOf(at(key)),
    words: (key) => catalogue.words(at(key)),
    entryOf: (key) => catalogue.entryOf(at(key)),
  };
}

/** By each key, and by whatever keys begin with ("person", "person.nik"): these keys. */
function keysBeneath(keys: Iterable<string>): Map<string, string[]> {
  const beneath = new Map<string, string[]>();
  for (const key of keys)
    for (let end = key.length; end > 0; end = key.lastIndexOf(".", end - 1)) {
      const begin = key.slice(0, end);
      const some = beneath.get(begin);
      if (some) some.push(key);
      else beneath.set(begin, [key]);
    }
  return beneath;
}

/** What makes an ICU message more than its words: placeholders, and quotes around what would be one. */
const telling = /[{}']/;

function compile(language: Language, entry: Entry, text: string): Message {
  if (!telling.test(text)) return { entry, say: () => text, names: [], branches: [] };
  const format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  const names = [...new Set(placeholders(format.getAst()))];
  const say = (args?: Arguments) => String(format.format(args));
  return { entry, say, names, branches: branches(format.getAst()) };
}

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** Element types of the ICU parser: 0 literal, 5 select, 6 plural, 7 `#`; the others are plain arguments. */
function placeholders(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === 0 || element.type === 7) return [];
    const nested =
      "options" in element
        ? Object.values(element.options).flatMap((option) => placeholders(option.value))
        : [];
    return "value" in element ? [element.value, ...nested] : nested;
  });
}

/** Words of the selects in a message, however deep. */
function branches(elements: readonly Element[]): Branch[] {
  return elements.flatMap((element) => {
    if (!("options" in element)) return [];
    const nested = Object.values(element.options).flatMap((option) => branches(option.value));
    const own = element.type === 5 ? Object.keys(element.options) : [];
    return [
      ...own.filter((word) => word !== "other").map((word) => ({ name: element.value, word })),
      ...nested,
    ];
  });
}
