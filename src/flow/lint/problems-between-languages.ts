import type { Problem } from "../../lib/problem.ts";
import type { Catalogue } from "../../locale/catalogue.ts";
import { type Book, builtIns } from "../book.ts";
import type { Flow } from "../flow.ts";
import { wordsFor } from "./domains.ts";
import { atText } from "./place.ts";

/** Texts that one language has and another lacks, that name other arguments there, or tell apart what never is. */
export function problemsBetweenLanguages(book: Book): Problem[] {
  const catalogues = Object.values(book.catalogues);
  return catalogues.flatMap((catalogue) => [
    ...catalogues
      .filter((other) => other !== catalogue)
      .flatMap((other) => [...lacking(catalogue, other), ...otherArguments(catalogue, other)]),
    ...catalogue.entries.flatMap(({ key, text }) => [
      ...(text === "" || text.length === 0 ? [empty(catalogue, key)] : []),
      ...strangeBranches(book, catalogue, key),
    ]),
  ]);
}

const empty = (catalogue: Catalogue, key: string): Problem =>
  atText(catalogue, key, `${key} is empty`, "write it, or take it away");

const lacking = (catalogue: Catalogue, other: Catalogue): Problem[] =>
  catalogue.entries
    .filter(({ key }) => !isWritten(other, key))
    .map(({ key }) =>
      atText(
        catalogue,
        key,
        `${key} is in ${catalogue.language} but not in ${other.language}`,
        `write it in locales/${other.language}, or take it away here`,
      ),
    );

/** Written under this very key, not taken over from a part. */
const isWritten = (catalogue: Catalogue, key: string): boolean =>
  catalogue.entryOf(key)?.key === key;

/** Each pair of languages is compared once. */
const otherArguments = (catalogue: Catalogue, other: Catalogue): Problem[] =>
  catalogue.language < other.language
    ? []
    : catalogue.entries
        .filter(({ key }) => isWritten(other, key))
        .flatMap(({ key }) => {
          const here = new Set(catalogue.argumentsOf(key));
          const there = new Set(other.argumentsOf(key));
          const odd = [...here, ...there].filter((name) => !here.has(name) || !there.has(name));
          return odd.map((name) => {
            const [has, lacks] = here.has(name) ? [catalogue, other] : [other, catalogue];
            const message = `${key} names {${name}} in ${has.language} but not in ${lacks.language}`;
            return atText(lacks, key, message, "let both say the same");
          });
        });

function strangeBranches(book: Book, catalogue: Catalogue, key: string): Problem[] {
  const flow = book.flows.get(key.split(".")[0] ?? "");
  return catalogue.branchesOf(key).flatMap(({ name, word }) => {
    const words = branchWords(book, flow, name);
    return !words || words.includes(word)
      ? []
      : [
          atText(
            catalogue,
            key,
            `${key} tells apart whether ${name} is "${word}", which it never is`,
            `one of ${words.join(", ")}`,
          ),
        ];
  });
}

/** What a select may meet; null where it is not known. */
function branchWords(book: Book, flow: Flow | undefined, name: string): string[] | null {
  const step = flow?.byName.get(name);
  const type =
    step?.kind === "ask"
      ? step.type.cel
      : (flow?.givenBy.get(name)?.gives[name] ?? book.values.get(name)?.type ?? builtIns.get(name));
  if (type === "bool") return ["true", "false"];
  // a choice stands in a text by its label
  return step?.kind === "ask" ? null : wordsFor(book, flow, name);
}
