import { openBook } from "../../src/book/open-book.ts";
import type { Book } from "../../src/flow/book.ts";
import { compileFlow } from "../../src/flow/compile-flow.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { programFlows } from "../../src/flow/program-flows.ts";
import { compileCatalogue } from "../../src/locale/catalogue.ts";
import { bookOfOneForm } from "./form.ts";

const questions = ["kesatu", "kedua", "ketiga"];

/** The form of ten questions, the menu, and generated flows with requests of their own: `count` flows in all. */
export function bookOf(count: number): Book {
  const book = bookOfOneForm();
  const { book: own } = openBook(".", { operator: null, office: null });
  const menu = own?.flows.get(programFlows.home);
  if (!menu) throw new Error("the project's own book has no menu");
  const generated = Array.from({ length: count - book.flows.size - 1 }, (_, at) => flowOf(at));
  const texts = generated.flatMap(({ name }) =>
    questions.map((step) => ({
      ...{ key: `${name}.${step}`, text: `Pertanyaan ${step}?` },
      ...{ file: "", line: 1 },
    })),
  );
  const { catalogue } = compileCatalogue("id", [...book.catalogues.id.entries, ...texts]);
  return {
    ...book,
    flows: new Map([...book.flows, [menu.name, menu], ...generated.map(named)]),
    catalogues: { ...book.catalogues, id: catalogue },
  };

  function flowOf(at: number): Flow {
    const { flow } = compileFlow(`contoh_${at}.yaml`, sourceOf(at), book.values);
    if (!flow) throw new Error("a generated flow does not compile");
    return flow;
  }
}

const named = (flow: Flow): [string, Flow] => [flow.name, flow];

/** The request for a generated flow. */
export const requestFor = (at: number): string => `surat ${wordOf(at)}`;

const sourceOf = (at: number): string => `flow: contoh_${at}
intent: [${requestFor(at)}, minta ${requestFor(at)}, bikin keterangan ${wordOf(at)}]
about:
  - [${wordOf(at)}, ${wordOf(at)}an]
  - [berapa, kapan]
steps:
${questions.map((step) => `  - ask: ${step}\n    type: text\n    class: plain\n`).join("")}  - end: selesai
`;

const syllables = ["xa", "qo", "zi", "vu", "fe", "xo", "qi", "zu", "ve", "fa"];

/** A word that is no other's: "xaxaqovu". */
const wordOf = (at: number): string =>
  String(at)
    .padStart(4, "0")
    .replace(/\d/g, (digit) => syllables[Number(digit)] ?? "");
