import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBook } from "../../src/book/open-book.ts";
import { problemLine } from "../../src/lib/problem.ts";

const nobody = { operator: null, office: null };

/** A copy of flows and texts in which one place at a time is made faulty. */
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "payung-book-"));
  for (const folder of ["flows", "locales"])
    cpSync(folder, join(root, folder), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function withChange<T>(file: string, change: (text: string) => string, work: () => T): T {
  const path = join(root, file);
  const before = readFileSync(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  try {
    return work();
  } finally {
    writeFileSync(path, before);
  }
}

test("the flows and texts of this project have no problems", () => {
  const { problems } = openBook(root, nobody);
  expect(problems.map(problemLine)).toEqual([]);
});

test.for([
  [
    "a missing text",
    "locales/id/menu.yaml",
    (text: string) => text.replace("pilihan:", "pilihn:"),
    "no text menu.pilihan in id",
  ],
  [
    "a missing translation",
    "locales/en/tentang.yaml",
    (text: string) => text.replace(/^isi:/m, "isinya:"),
    "no text tentang.isi in en",
  ],
  [
    "a text that nothing uses",
    "locales/id/tentang.yaml",
    (text: string) => `${text}\nlama: Sudah tidak dipakai\n`,
    "used by nothing",
  ],
  [
    "words for an option that there is not",
    "locales/id/hitung_manfaat.yaml",
    (text: string) =>
      text.replace("    jp: [jp, pensiun]", "    jp: [jp]\n    pensiunan: [pensiun]"),
    "text hitung_manfaat.kejadian.words.pensiunan is used by nothing",
  ],
  [
    "the text of a reason that nothing gives",
    "locales/id/types.yaml",
    (text: string) => text.replace("    bad_serial:", "    bad_seriel:"),
    "text types.nik.reasons.bad_seriel is used by nothing",
  ],
  [
    "what is said to a proposal where nothing is proposed",
    "locales/id/menu.yaml",
    (text: string) => text.replace(/^pilihan:\n/m, "pilihan:\n  propose: Ini?\n"),
    "text menu.pilihan.propose is used by nothing",
  ],
  [
    "an amount of money in a text",
    "locales/id/menu.yaml",
    (text: string) => text.replace("Mau apa dulu?", "Cuma Rp16.800, mau apa?"),
    "holds an amount of money",
  ],
  [
    "an amount in words",
    "locales/id/menu.yaml",
    (text: string) => text.replace("Mau apa dulu?", "Cuma 17 ribu, mau apa?"),
    "holds an amount of money",
  ],
  [
    "an amount spelled out",
    "locales/id/menu.yaml",
    (text: string) => text.replace("Mau apa dulu?", "Cuma dua puluh ribu, mau apa?"),
    "holds an amount of money",
  ],
  [
    "a note on benefits without its sentence",
    "locales/en/manfaat.yaml",
    (text: string) => text.replace("  jkm_only_funeral:", "  jkm_only_funerl:"),
    "no text manfaat.note.jkm_only_funeral",
  ],
  [
    "a note that names a limit which it is not given",
    "locales/id/manfaat.yaml",
    (text: string) => text.replace("{report_hours, number}", "{jp_months, number}"),
    "{jp_months}, which nothing gives",
  ],
  [
    "an option that no word finds in a sentence",
    "locales/id/hitung_manfaat.yaml",
    (text: string) => text.replace("    jp: [jp, pensiun]\n", ""),
    "no words hitung_manfaat.kejadian.words.jp in id",
  ],
  [
    "an identity taken over from another form",
    "flows/hitung_iuran.yaml",
    (text: string) => text.replace("class: financial", "class: identity"),
    "borrows what is identity",
  ],
  [
    "an answer taken over that is not asked",
    "flows/hitung_iuran.yaml",
    (text: string) => text.replace("borrows: [", "borrows: [nik, "),
    "borrows nik, which it does not ask",
  ],
  [
    "an answer handed to a flow that does not ask it",
    "flows/hitung_manfaat.yaml",
    (text: string) => text.replace("with: [penghasilan]", "with: [penghasilan, anak]"),
    "hands anak over to daftar_mandiri",
  ],
  [
    "an unknown placeholder",
    "locales/id/tentang.yaml",
    (text: string) => text.replace("{pengelola}", "{penglola}"),
    "{penglola}, which nothing gives",
  ],
  [
    "a text too long for a small phone",
    "locales/id/berhenti.yaml",
    (text: string) => text.replace("Baik.", "Baik. ".repeat(200)),
    "900 fit",
  ],
  [
    "a label too long for a button",
    "locales/id/menu.yaml",
    (text: string) => text.replace("Tentang Payung", "Tentang Payung dan semuanya"),
    "fit",
  ],
  [
    "a flow that leads nowhere",
    "flows/menu.yaml",
    (text: string) => text.replace("go: tentang", "go: nirwana"),
    "goes to nirwana",
  ],
  [
    "a file that does not bear its flow's name",
    "flows/menu.yaml",
    (text: string) => text.replace("flow: menu", "flow: manu"),
    "calls itself manu",
  ],
  [
    "a broken message",
    "locales/id/tentang.yaml",
    (text: string) => text.replace("{pengelola}", "{pengelola"),
    "not a sound ICU message",
  ],
] as const)("%s stops the start, with file, line and remedy", ([, file, change, message]) => {
  const { book, problems } = withChange(file, change, () => openBook(root, nobody));
  expect(book).toBeNull();
  const found = problems.find((problem) => problem.message.includes(message));
  expect(found, problems.map(problemLine).join("\n")).toBeDefined();
  expect(found?.line).toBeGreaterThan(0);
  expect(found?.file).toMatch(/^(flows|locales)\//);
  expect(found?.remedy).not.toBe("");
});
