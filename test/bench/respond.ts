import { openBook } from "../../src/book/open-book.ts";
import { respond } from "../../src/engine/respond.ts";
import type { Session } from "../../src/engine/session.ts";
import type { Book } from "../../src/flow/book.ts";
import { compileFlow } from "../../src/flow/compile-flow.ts";
import { compileCatalogue } from "../../src/locale/catalogue.ts";

/** The ten-question form by which engines are compared: the same questions, twelve messages, one of them an invalid NIK. */
const form = `flow: formulir
intent: [daftar]
steps:
${[
  ["setuju", "yes-no"],
  ["nama", "person-name"],
  ["nik", "nik"],
  ["lahir", "birth-date"],
  ["kelamin", "choice", "[l, p]"],
  ["alamat", "text"],
  ["hp", "phone"],
  ["pekerjaan", "choice", "[pedagang, ojek, petani, nelayan, buruh, penjahit, tukang, lainnya]"],
  ["penghasilan", "rupiah-per-month"],
  ["yakin", "yes-no"],
]
  .map(
    ([name, type, options]) =>
      `  - ask: ${name}\n    type: ${type}\n    class: plain\n${options ? `    options: ${options}\n` : ""}`,
  )
  .join("")}  - end: selesai
`;

const says = (user: number): string[] => [
  "DAFTAR",
  "ya",
  `Siti Contohsari ${"ABC"[user % 3]}`,
  "31740145",
  `317401450689${String((user % 9999) + 1).padStart(4, "0")}`,
  "05-06-1989",
  "P",
  "Jl Melati no 5 RT 3",
  `0812${String(user).padStart(8, "0")}`,
  "2",
  "2.500.000",
  "ya",
];

function bookOfOneForm(): Book {
  const { book } = openBook(".", null);
  if (!book) throw new Error("the project's own book is faulty");
  const { flow } = compileFlow("formulir.yaml", form, book.values);
  if (!flow) throw new Error("the form does not compile");
  const names = [...flow.byName.values()];
  const texts = names.flatMap((step) => [
    { key: `formulir.${step.name}`, text: `Apa ${step.name}?`, file: "", line: 1 },
    ...(step.kind === "ask" ? step.options : []).map(({ value }) => ({
      key: `formulir.${step.name}.options.${value}`,
      text: value,
      file: "",
      line: 1,
    })),
  ]);
  const { catalogue } = compileCatalogue("id", [...book.catalogues.id.entries, ...texts]);
  return {
    ...book,
    flows: new Map([["formulir", flow]]),
    catalogues: { ...book.catalogues, id: catalogue },
  };
}

/** Everybody's first message, then everybody's second ...: microseconds of each, by message. */
function round(book: Book, users: number): number[][] {
  const now = { at: 1_795_000_000_000, today: "2026-11-22" };
  const sessions: (Session | null)[] = Array.from({ length: users }, () => null);
  const scripts = Array.from({ length: users }, (_, user) => says(user));
  const times = Array.from({ length: 12 }, (_, step) =>
    scripts.map((script, user) => {
      const messages = [{ text: script[step] ?? "" }];
      const before = performance.now();
      const { session } = respond(
        book,
        sessions[user] ?? null,
        { seed: "abcdefghijklmnop", messages },
        now,
      );
      const taken = (performance.now() - before) * 1000;
      sessions[user] = session;
      return taken;
    }),
  );
  if (!sessions.every((session) => session?.closed[0]?.end === "selesai"))
    throw new Error(
      `a form did not end: ${JSON.stringify(sessions.find((one) => one?.closed.length !== 1)?.asked)}`,
    );
  return times;
}

const median = (all: number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

const book = bookOfOneForm();
round(book, 200);
const rounds = Array.from({ length: 5 }, () => round(book, 1000));
const byMessage = Array.from({ length: 12 }, (_, step) =>
  median(rounds.flatMap((one) => one[step] ?? [])),
);
process.stdout.write(
  `${JSON.stringify({
    microseconds: median(rounds.flat(2)),
    byMessage: byMessage.map((one) => Number(one.toFixed(1))),
    node: process.version,
  })}\n`,
);
