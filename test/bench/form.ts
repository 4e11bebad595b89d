import { fileURLToPath } from "node:url";
import { openBook } from "../../src/book/open-book.ts";
import type { Book } from "../../src/flow/book.ts";
import { compileFlow } from "../../src/flow/compile-flow.ts";
import { compileCatalogue } from "../../src/locale/catalogue.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const trades = ["pedagang", "ojek", "petani", "nelayan", "buruh", "penjahit", "tukang", "lainnya"];

/** Name, question (word for word as peers/form.mjs asks it), answer type and options. */
const questions: readonly (readonly [string, string, string, (readonly string[])?])[] = [
  ["setuju", "1/10 Bersedia datanya dipakai untuk pendaftaran? (ya/tidak)", "yes-no"],
  ["nama", "2/10 Siapa nama lengkap sesuai KTP?", "person-name"],
  ["nik", "3/10 Berapa NIK (16 angka)?", "nik"],
  ["lahir", "4/10 Tanggal lahir? (HH-BB-TTTT)", "birth-date"],
  ["kelamin", "5/10 Jenis kelamin? (L/P)", "choice", ["l", "p"]],
  ["alamat", "6/10 Alamat tempat tinggal?", "text"],
  ["hp", "7/10 Nomor HP?", "phone"],
  ["pekerjaan", "8/10 Pekerjaan?", "choice", trades],
  ["penghasilan", "9/10 Penghasilan per bulan (rupiah)?", "rupiah-per-month"],
  ["yakin", "10/10 Semua sudah benar? (ya/tidak)", "yes-no"],
];

const summary = "Terdaftar: {nama} {nik} {lahir} {kelamin} {hp} {pekerjaan} {penghasilan}";

/** The ten-question form by which engines are compared: the same questions, twelve messages, one of them an invalid NIK. */
const form = `flow: formulir
intent: [daftar]
steps:
${questions
  .map(
    ([name, , type, options]) =>
      `  - ask: ${name}\n    type: ${type}\n    class: plain\n${options ? `    options: [${options}]\n` : ""}`,
  )
  .join("")}  - end: selesai
`;

/** What a person writes, in order, and how the reply to each must end: some come after a sentence of the engine's own. */
export type Script = { says: readonly string[]; wants: readonly string[] };

/** The script of person number `user`. */
export function scriptOf(user: number): Script {
  const name = `Siti Contohsari ${String.fromCharCode(65 + (user % 26))}`;
  const nik = `317401450689${String((user % 9999) + 1).padStart(4, "0")}`;
  const digits = String(user).padStart(8, "0");
  const [agree, named, asNik, born, sex, address, phone, trade, income, sure] = questions.map(
    ([, text]) => text,
  ) as [string, string, string, string, string, string, string, string, string, string];
  const masked = `${nik.slice(0, 4)}••••••••${nik.slice(-4)}`;
  const telephone = `0812-${digits.slice(0, 4)}-${digits.slice(4)}`;
  const done = `Terdaftar: ${name} ${masked} 5 Juni 1989 p ${telephone} ojek 2500000`;
  return {
    says: [
      "DAFTAR",
      "ya",
      name,
      "31740145",
      nik,
      "05-06-1989",
      "P",
      "Jl Melati no 5 RT 3",
      `0812${digits}`,
      "2",
      "2.500.000",
      "ya",
    ],
    wants: [agree, named, asNik, asNik, born, sex, address, phone, trade, income, sure, done],
  };
}

/** The project's own book with this form as its only flow. */
export function bookOfOneForm(): Book {
  const { book } = openBook(root, { operator: null, office: null });
  if (!book) throw new Error("the project's own book is faulty");
  const { flow } = compileFlow("formulir.yaml", form, book.values);
  if (!flow) throw new Error("the form does not compile");
  const text = (key: string, words: string) => ({ key, text: words, file: "", line: 1 });
  const texts = [
    text("formulir.selesai", summary),
    ...questions.flatMap(([name, question, , options]) => [
      text(`formulir.${name}`, question),
      ...(options ?? []).map((value) => text(`formulir.${name}.options.${value}`, value)),
    ]),
  ];
  const { catalogue } = compileCatalogue("id", [...book.catalogues.id.entries, ...texts]);
  return {
    ...book,
    flows: new Map([["formulir", flow]]),
    catalogues: { ...book.catalogues, id: catalogue },
  };
}
