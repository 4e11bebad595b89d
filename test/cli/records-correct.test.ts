import { expect, test } from "vitest";
import { showData } from "../../src/conversation/perform/data-show.ts";
import { budi, clockTime, officer, time } from "../support/officer.ts";

const { app, run } = officer();

const fields = {
  nik: "3404071207900003",
  nama: "Budi Contoh",
  hp: "+6281200001234",
  alamat: "dusun lama rt 1 rw 2",
  penghasilan: 2_250_000,
  iuran_total: 13_400,
};

async function registered(): Promise<string> {
  const submission = { flow: "daftar_mandiri", segment: "mandiri", identity: fields.nik, fields };
  const { records } = app().store;
  return (await records.submit("alone", budi, submission as never, time(0))).number;
}
const correct = (number: string, field: string, ...typed: string[]) =>
  run(["records", "correct", number, field, "--by", "dewi"], typed);
const held = async () => (await app().store.records.ofContact(budi))[0]?.fields;

test("an officer's correction is what the registration holds, what its owner sees, and what the audit log names without values", async () => {
  const number = await registered();
  const { code, out, err } = await correct(number.toLowerCase(), "alamat", "dusun baru rt 3 rw 4");
  expect({ code, out }).toEqual({ code: 0, out: [`Corrected alamat of ${number}.`] });
  expect(err.join()).toContain("as they were reckoned");
  await correct(number, "penghasilan", "3 juta");
  await correct(number, "hp", "0813 0000 9999");
  expect(await held()).toEqual({
    ...fields,
    alamat: "dusun baru rt 3 rw 4",
    penghasilan: 3_000_000,
    hp: "+6281300009999",
  });
  const { store, book } = app();
  const own = await showData({
    ...{ contact: budi, book, session: { language: "id" } },
    ...{ records: store.records, cases: store.cases, files: store.files, workers: store.workers },
  } as never);
  expect(own["rincian"]).toContain("Alamat: dusun baru rt 3 rw 4");
  const audit = (await run(["records", "audit"])).out;
  expect(audit[0]).toBe(`${clockTime(30)}  registration.correct  ${number} alamat  dewi`);
  expect(audit.join()).not.toMatch(/dusun|juta|0813/);
});

test("what is no such answer, can't be corrected or is not there changes nothing, and is never repeated", async () => {
  const number = await registered();
  const tried = [
    [await correct(number, "hp", "rahasia 12"), 1, "no phone"],
    [await correct(number, "alamat", ""), 1, "no text"],
    [await correct(number, "hp"), 1, "no phone"],
    [await correct(number, "nik", "3404070101900003"), 2, "nama, hp, alamat"],
    [await correct(number, "iuran_total", "1"), 2, "can't be corrected"],
    [await correct("PYG-00000-00000-0", "hp", "081300009999"), 1, "no registration"],
    [await run(["records", "correct", number]), 2, "missing"],
    [await run(["records", "correct", "--help"]), 0, ""],
  ] as const;
  for (const [{ code, out, err }, expected, words] of tried) {
    expect({ code, words: err.join() }).toEqual({
      code: expected,
      words: expect.stringContaining(words),
    });
    expect([...out, ...err].join()).not.toMatch(/rahasia|3404070101900003|081300009999/);
  }
  expect(await held()).toEqual(fields);
  expect((await run(["records", "audit"])).out).toHaveLength(1);
});

test("closing a correction tells its person to look at what is kept, and the officer how it is changed", async () => {
  const { store } = app();
  const opening = { language: "id", flow: "ubah_data", step: null } as const;
  const dueAt = time(40);
  const matter = { kind: "correction", urgent: false, dueAt } as const;
  const { number } = await store.cases.open("ask", budi, opening, time(1), matter);
  const { code, err } = await run(["cases", "close", number]);
  expect(code).toBe(0);
  expect(err.join()).toContain("records correct");
  const [part] = await store.outbox.unsent(budi, 1);
  expect(JSON.stringify(part?.body)).toContain("Ketik LIHAT DATA");
});
