import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Session } from "../../src/engine/session.ts";
import { soundBookWith } from "../support/book-with.ts";
import { answers, answerTo, wholeForm } from "../support/person.ts";
import { bookForTests, talk } from "../support/talk.ts";

const read = (path: string) => readFileSync(path, "utf8");
const flow = "flows/daftar_mandiri.yaml";
const agency = "flows/daftar_pendamping.yaml";
const address = "flows/parts/address.yaml";
const person = "flows/parts/person.yaml";
const before = bookForTests();

/** The form as it might be next year: one question more, one less, one with another name, one asked of some people only. */
const after = soundBookWith({
  [flow]: read(flow)
    .replace("alamat: alamat\n", "alamat: alamat_rumah\n")
    .replace(/ {2}- ask: jam_kerja\n(?: {4}.*\n)*/, "")
    .replace(/ {6}jam_kerja: jam_kerja\n/, "")
    .replace(
      /( {2}- ask: tempat_kerja\n {4}type: text\n)/,
      '$1    when: pekerjaan != "ojek-online"\n',
    )
    .replace("      nama: nama\n", "      nama: nama\n      nama_ibu: nama_ibu\n"),
  [agency]: read(agency).replace("alamat: alamat\n", "alamat: alamat_rumah\n"),
  [address]: read(address)
    .replace(/ {2}- ask: alamat\n/, "$&    was: [alamat_lama, alamat]\n")
    .replace("- ask: alamat\n", "- ask: alamat_rumah\n"),
  [person]: read(person).replace(
    "  - ask: tanggal_lahir\n",
    "  - ask: nama_ibu\n    type: person-name\n    class: personal\n  - ask: tanggal_lahir\n",
  ),
  ...Object.fromEntries(
    ["id", "en"].flatMap((language) =>
      ["daftar_mandiri", "daftar_pendamping", "address", "person"].map((name) => {
        const path = `locales/${language}/${name}.yaml`;
        const texts = read(path)
          .replace(/^alamat:/m, "alamat_rumah:")
          .replace(/^jam_kerja:\n(?: +.*\n)*/m, "")
          .replace(
            /^tanggal_lahir:/m,
            "nama_ibu:\n  text: Nama ibu?\n  label: Ibu\ntanggal_lahir:",
          );
        return [path, texts];
      }),
    ),
  ),
});

const formOf = (session: Session | null) =>
  session?.forms.find((form) => form.flow === "daftar_mandiri");

/** What person number `person` has typed so far, each as far as another question. */
const typedBy = (person: number): string[] =>
  wholeForm(String(1000 + person)).slice(0, 5 + (person % 14));

function sessionOf(person: number): Session | null {
  let session: Session | null = null;
  for (const text of typedBy(person)) ({ session } = talk(before, session, [{ text }]));
  return session;
}

/** Fills in the changed form to its end; gives what is submitted. */
function filledIn(start: Session): object[] {
  const replies: Record<string, string> = {
    ...answers,
    alamat_rumah: answerTo("alamat"),
    nama_ibu: "Ani Contoh",
  };
  const submitted: object[] = [];
  let session = start;
  for (let left = 40; left > 0 && formOf(session); left--) {
    const text = replies[session.asked?.step ?? ""] ?? "lanjut";
    const turn = talk(after, session, [{ text }]);
    session = turn.session;
    for (const { kind, payload } of turn.effects)
      if (kind === "registration.submit") submitted.push(payload);
  }
  return submitted;
}

test("a form changed under a thousand half-filled ones loses no answer, and each is filled in to its end", () => {
  const people = Array.from({ length: 1000 }, (_, person) => person);
  for (const person of people) {
    const session = sessionOf(person);
    const { jam_kerja: _, alamat, ...others } = formOf(session)?.marks ?? {};
    const { session: changed } = talk(after, session, [{ text: "lanjut" }]);
    const kept = alamat ? { ...others, alamat_rumah: alamat } : others;
    expect(formOf(changed)?.marks).toMatchObject(kept);
    expect(filledIn(changed)).toMatchObject([
      {
        nik: (typedBy(person)[4] ?? answerTo("nik")).trim(),
        nama: "Sri Contohsari",
        nama_ibu: "Ani Contoh",
        penghasilan: 2_500_000,
        alamat: answerTo("alamat"),
      },
    ]);
  }
}, 120_000);

test("where one question became two, its answer is proposed to both", () => {
  const path = "locales/id/address.yaml";
  const split = soundBookWith({
    [flow]: read(flow).replace("alamat: alamat\n", "alamat: jalan\n      desa: desa\n"),
    [agency]: read(agency).replace("alamat: alamat\n", "alamat: jalan\n"),
    [address]: read(address).replace(
      /( {2}- ask: )alamat\n((?: {4}.*\n)*)/,
      "$1jalan\n$2    was: [alamat]\n$1desa\n$2    was: [alamat]\n",
    ),
    ...Object.fromEntries(
      ["id", "en"].flatMap((language) => {
        const ofPart = path.replace("id", language);
        const ofAgency = `locales/${language}/daftar_pendamping.yaml`;
        return [
          [ofPart, read(ofPart).replace(/^alamat:/m, "desa: { text: Desa? }\njalan:")],
          [ofAgency, read(ofAgency).replace(/^alamat:/m, "jalan:")],
        ];
      }),
    ),
  });
  const { session } = talk(split, sessionOf(10), [{ text: "lanjut" }]);
  expect(session.asked).toMatchObject({ step: "jalan", proposal: answerTo("alamat") });
});
