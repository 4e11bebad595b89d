import { expect, test } from "vitest";
import type { Session } from "../../src/engine/session.ts";
import { bookWith, soundBookWith } from "../support/book-with.ts";
import { talk } from "../support/talk.ts";

const flow = `flow: rombongan
intent: [rombongan]
steps:
  - ask: kelompok
    type: text
    class: plain
  - do: consent.record
    as: catat
    with: { purpose: tujuan_persetujuan, version: versi_persetujuan, wording: "text:kelompok" }
  - use: ketua
    when: kelompok != "tanpa ketua"
  - repeat: anggota
    max: 3
    steps:
      - ask: nik
        type: nik
        class: identity
      - ask: tanggal_lahir
        type: birth-date
        class: personal
        propose: nik_birth_date
      - ask: pekerjaan
        type: occupation
        class: plain
      - ask: rincian
        type: text
        class: plain
        when: pekerjaan == "lainnya"
  - say: banyak
    when: anggota_count > 2
  - call: sela
    takes: [warna]
  - ask: warna
    type: text
    class: plain
  - review: periksa
  - end: selesai
`;
const part = `part: ketua
steps:
  - ask: nama
    type: person-name
    class: personal
`;
const called = `flow: sela
intent: []
draft: false
steps:
  - ask: warna
    type: text
    class: plain
  - end: usai
`;
const texts = `title: Rombongan
kelompok: { text: Nama kelompok?, label: Kelompok }
anggota:
  text: "Sudah {anggota_count}:\\n{anggota_list}\\n\\nAda lagi?"
  options: { more: Tambah, done: Sudah semua }
  item: "{tanggal_lahir}, {pekerjaan}"
  label: Anggota
  names: [anggota]
anggota_nik: { text: "NIK anggota {item}?", label: "NIK anggota {item}", names: [nik] }
anggota_tanggal_lahir: { text: "Lahir?", propose: "Lahir {proposal}, betul?" }
anggota_pekerjaan: { text: "Pekerjaan anggota {item}?" }
anggota_rincian: Apa tepatnya?
banyak: Ramai ya.
warna: { text: Warna?, label: Warna }
periksa: "Periksa:\\n{answers}"
selesai: "Selesai: {anggota_count}"
`;
const files: Record<string, string> = {
  "flows/rombongan.yaml": flow,
  "flows/sela.yaml": called,
  "flows/parts/ketua.yaml": part,
};
for (const language of ["id", "en"]) {
  files[`locales/${language}/rombongan.yaml`] = texts;
  files[`locales/${language}/ketua.yaml`] = "nama: { text: Nama ketua?, label: Ketua }\n";
  files[`locales/${language}/sela.yaml`] =
    "title: Sela\nwarna: Warna kesukaan?\nusai: Terima kasih.\n";
}
const book = soundBookWith(files);
const nik = (serial: number) => `340407450685000${serial}`;

/** What is said to each of these lines, and the session after them. */
function said(lines: readonly string[], from: Session | null = null) {
  let session = from;
  const replies = lines.map((text) => {
    const talked = talk(book, session, [{ text }]);
    session = talked.session;
    return talked.replies.at(-1)?.text ?? "";
  });
  return { replies, last: replies.at(-1) ?? "", session: session as unknown as Session };
}
const oneItem = ["rombongan", "Mawar", "Sri Contohsari", nik(1), "ya", "ojol"];

test("a part's steps are asked where it is used, in its own words", () => {
  expect(said(["rombongan", "Mawar"]).last).toContain("Nama ketua?");
  expect(said(["rombongan", "tanpa ketua"]).last).toContain("NIK anggota 1?");
});

test("each item has answers, proposals and conditions of its own", () => {
  const { replies } = said([
    ...oneItem,
    "tambah",
    nik(2),
    "1 januari 1980",
    "marbot masjid",
    "marbot",
  ]);
  expect(replies[3]).toContain("Lahir 5 Juni 1985, betul?");
  expect(replies[5]).toContain("Sudah 1:\n1. 5 Juni 1985, Ojek atau kurir online");
  expect(replies[6]).toContain("NIK anggota 2?");
  expect(replies[9]).toContain("Apa tepatnya?");
  expect(replies[10]).toContain(
    "1. 5 Juni 1985, Ojek atau kurir online\n2. 1 Januari 1980, Lainnya",
  );
});

test("no more items than the flow allows", () => {
  const second = ["tambah", nik(2), "ya", "petani"];
  const third = ["tambah", nik(3), "ya", "petani"];
  const { last, session } = said([...oneItem, ...second, ...third]);
  expect(last).toContain("Sudah 3:");
  const offered = talk(book, session, [{ text: "gimana" }]).replies[0]?.choices.map(
    ({ label }) => label,
  );
  expect(offered).toEqual(["Sudah semua"]);
  expect(said(["sudah semua"], session).last).toContain("Ramai ya.");
});

test("an item is changed or taken out by its number or by what it says", () => {
  const two = said([...oneItem, "tambah", nik(2), "1 januari 1980", "petani"]).session;
  const removed = said(["hapus 1"], two);
  expect(removed.last).toContain("Dihapus: 5 Juni 1985, Ojek atau kurir online.");
  expect(removed.last).toContain("Sudah 1:\n1. 1 Januari 1980, Petani");
  expect(said(["buang petani"], two).last).toContain(
    "Sudah 1:\n1. 5 Juni 1985, Ojek atau kurir online",
  );
  const changed = said(["ubah 2", "ya", "1 januari 1980", "nelayan"], two);
  expect(changed.last).toContain("2. 1 Januari 1980, Nelayan");
  expect(said(["hapus 7"], two).last).toContain("Sudah 2:");
});

test("the only item taken out is asked anew", () => {
  expect(said([...oneItem, "hapus 1"]).last).toContain("NIK anggota 1?");
});

test("the review shows the items together, and they are changed from there", () => {
  const review = said([...oneItem, "sudah semua", "merah"]);
  expect(review.last).toContain("Anggota:\n   • 5 Juni 1985, Ojek atau kurir online");
  const more = said(
    ["ganti anggota", "tambah", nik(2), "ya", "petani", "sudah semua"],
    review.session,
  );
  expect(more.last).toContain("   • 5 Juni 1985, Petani");
  expect(said(["ubah anggota 1"], review.session).last).toContain("NIK anggota 1?");
});

test("back leads from an item to the question before it", () => {
  const inSecond = said([...oneItem, "tambah"]).session;
  expect(said(["kembali"], inSecond).last).toContain("Sudah 1:");
});

test("a called flow is walked in between, and what it was asked need not be asked again", () => {
  const { replies } = said([...oneItem, "sudah semua", "merah"]);
  expect(replies[6]).toContain("Warna kesukaan?");
  expect(replies[7]).toContain("Terima kasih.\n\nDicatat. Warna: merah");
  expect(replies[7]).toContain("Periksa:");
});

test("whoever leaves a called flow half-way comes back behind the call", () => {
  const { session } = said([...oneItem, "sudah semua"]);
  expect(said(["batal"], session).last).toContain("Warna?");
});

test.for([
  [
    "a part that is none",
    { "flows/rombongan.yaml": flow.replace("use: ketua", "use: kosong") },
    "which is no part",
  ],
  [
    "a flow that is none",
    { "flows/rombongan.yaml": flow.replace("call: sela", "call: kosong") },
    "which is no flow",
  ],
  [
    "an item's text that is missing",
    { "locales/en/rombongan.yaml": texts.replace(/ {2}item:.*\n/, "") },
    "no text rombongan.anggota.item in en",
  ],
  [
    "an item's answer read outside of it",
    {
      "flows/rombongan.yaml": flow.replace(
        "when: anggota_count > 2",
        'when: pekerjaan == "petani"',
      ),
    },
    "pekerjaan",
  ],
] as const)("%s is a problem with its file and line", ([, changed, message]) => {
  const { problems } = bookWith({ ...files, ...changed });
  expect(
    problems.map((problem) => `${problem.file}:${problem.line} ${problem.message}`).join("\n"),
  ).toMatch(new RegExp(`(flows|locales).*:\\d+ .*${message}`));
});
