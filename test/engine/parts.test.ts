import { expect, test } from "vitest";
import { bookWith, soundBookWith } from "../support/book-with.ts";
import { talk } from "../support/talk.ts";

const flow = `flow: warung
intent: [warung]
steps:
  - use: consent
  - use: person
  - repeat: pekerja
    max: 3
    steps:
      - use: person
  - review: periksa
  - end: selesai
`;
const texts = `title: Warung
setuju: Boleh dicatat?
tidak_setuju: Baik.
nik: { text: "NIK pemilik?", label: NIK pemilik }
pekerja:
  text: "Sudah {pekerja_count}:\\n{pekerja_list}\\n\\nAda lagi?"
  options: { more: Tambah, done: Sudah semua }
  item: "{nama}, {tanggal_lahir}"
  label: Pekerja
pekerja_nik: { text: "NIK pekerja ke-{item}?" }
pekerja_nama: { text: "Nama pekerja ke-{item}?" }
periksa: "Periksa:\\n{answers}"
selesai: Selesai.
`;
const files: Record<string, string> = {
  "flows/warung.yaml": flow,
  "locales/id/warung.yaml": texts,
  "locales/en/warung.yaml": texts,
};
const book = soundBookWith(files);
const nik = (serial: number) => `340407450685000${serial}`;

/** What is said to each of these lines. */
const said = (lines: readonly string[]): string[] => {
  let session: Parameters<typeof talk>[1] = null;
  return lines.map((text) => {
    const talked = talk(book, session, [{ text }]);
    session = talked.session;
    return talked.replies.map((reply) => reply.text).join("\n");
  });
};
const owner = ["warung", "setuju", nik(1), "Sri Contohsari", "ya"];

test("what a flow says itself goes before the words of a part, field by field", () => {
  const replies = said(["warung", "apa ya", "setuju"]);
  expect(replies[0]).toContain("Boleh dicatat?");
  expect(replies[1]).toContain("Setuju datanya dipakai untuk mendaftar?");
  expect(replies[2]).toContain("NIK pemilik?");
});

test("a part within a repeat asks of each item, beside the same part outside", () => {
  const replies = said([...owner, nik(2), "Budi Contoh", "1 januari 1980", "yang diketik"]);
  expect(replies[4]).toContain("NIK pekerja ke-1?");
  expect(replies[5]).toContain("Nama pekerja ke-1?");
  expect(replies[6]).toContain("Menurut NIK, tanggal lahirnya 5 Juni 1985");
  expect(replies[7]).toContain("Di NIK tanggal lahirnya 5 Juni 1985, tapi tadi 1 Januari 1980.");
  expect(replies[8]).toContain("Sudah 1:\n1. Budi Contoh, 1 Januari 1980");
  const review = said([...[...owner, nik(2), "Budi Contoh", "ya", "sudah semua"]]).at(-1);
  expect(review).toContain("1. NIK pemilik: 3404••••••••0001\n2. Nama: Sri Contohsari");
  expect(review).toContain("• Budi Contoh, 5 Juni 1985");
});

test("a part that ends a form or records something cannot stand in a repeat", () => {
  const { problems } = bookWith({
    ...files,
    "flows/warung.yaml": flow.replace("      - use: person", "      - use: consent"),
  });
  expect(problems.map(({ message }) => message)).toEqual([
    "end tidak_setuju of a part stands in a repeat",
    "do catat_setuju of a part stands in a repeat",
  ]);
});

test("a text that a flow has of its own in one language only is a fault", () => {
  const { problems } = bookWith({
    ...files,
    "locales/en/warung.yaml": texts.replace(/pekerja_nama: .*\n/, ""),
  });
  expect(problems.map(({ message }) => message)).toEqual([
    "warung.pekerja_nama is in id but not in en",
  ]);
});
