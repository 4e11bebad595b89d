import { describe, expect, test } from "vitest";
import { DATABASES, storesOf } from "../support/case-talk.ts";
import { DAY, NOW, stranger } from "../support/turns.ts";

const MB = 1024 * 1024;
const AT = new Date(NOW).toISOString();
const list = (content: Uint8Array = Buffer.from("nama;nik\n")) =>
  ({ name: "daftar.csv", kind: "sheet", mime: "text/csv", content }) as const;
let keys = 0;

describe.each(DATABASES)("%s", (_, make) => {
  const stores = storesOf(make);
  const agreed = async () => {
    const contact = stranger();
    const consent = { purpose: "daftar", version: "1", wordingHash: "h", at: AT };
    await stores.store.records.recordConsent(`file.consent.${keys++}`, contact, consent);
    return contact;
  };

  test("nothing is kept of who has not agreed and has no case", async () => {
    const { files } = stores.store;
    const contact = stranger();
    expect(await files.mayKeep(contact)).toBe(false);
    await expect(files.keep(contact, "k", list(), AT)).rejects.toMatchObject({
      code: "no_consent",
    });
    expect([await files.find(contact, "k"), await files.count(contact)]).toEqual([null, 0]);
  });

  test("who has not agreed may have a file kept that belongs to a case of theirs, gone with their data", async () => {
    const { files, cases, records } = stores.store;
    const contact = stranger();
    const opening = { language: "id", flow: "lapor_kecelakaan", step: null } as const;
    await cases.open(`file.case.${keys++}`, contact, opening, AT);
    expect(await files.mayKeep(contact)).toBe(true);
    await files.keep(contact, "k", list(), AT);
    await records.erase(`file.erase.${keys++}`, contact, AT);
    expect([await files.count(contact), await files.mayKeep(contact)]).toEqual([0, false]);
  });

  test("a file of 5 MB comes back byte for byte; the first one under a key counts; more is refused", async () => {
    const contact = await agreed();
    const { files } = stores.store;
    const content = Uint8Array.from({ length: 5 * MB }, (_byte, i) => (i * 7 + (i >> 8)) & 255);
    const kept = await files.keep(contact, "k", list(content), AT);
    expect(kept).toEqual({ id: kept.id, name: "daftar.csv", kind: "sheet", size: 5 * MB });
    expect(await files.keep(contact, "k", list(), AT)).toEqual(kept);
    const read = await stores.second.files.read(kept.id);
    expect(read).toMatchObject({ name: "daftar.csv", kind: "sheet", mime: "text/csv" });
    expect(Buffer.from(read?.content ?? []).equals(content)).toBe(true);
    await expect(
      files.keep(contact, "big", list(new Uint8Array(5 * MB + 1)), AT),
    ).rejects.toMatchObject({ code: "too_big" });
  });

  test("the same key of somebody else is another file, and a file that is taken away is gone", async () => {
    const [one, other] = [await agreed(), await agreed()];
    const { files } = stores.store;
    const kept = await files.keep(one, "k", list(), AT);
    expect(await files.find(other, "k")).toBeNull();
    await files.remove(kept.id);
    expect([await files.read(kept.id), await files.count(one)]).toEqual([null, 0]);
  });

  test("files and lists go with the person's data, and after 30 days; a list that was handed in is gone at once", async () => {
    const { files, workers, records } = stores.store;
    const [erased, old, registered] = [await agreed(), await agreed(), await agreed()];
    const row = { nik: "3171044103829744", upah: 1_800_000, nama: "Tuti Hidayat" };
    const read = { rows: [row], faults: [] };
    for (const contact of [erased, old, registered]) {
      await files.keep(contact, "k", list(), AT);
      expect(await workers.add(`list.${keys++}`, contact, "l", read, AT)).toBe(true);
    }
    await workers.remove(registered, "l");
    expect(await workers.count(registered)).toBe(0);
    await records.erase(`file.erase.${keys++}`, erased, AT);
    expect([await files.count(erased), await workers.count(erased)]).toEqual([0, 0]);
    const later = new Date(NOW + DAY).toISOString();
    expect(await files.forget(later)).toBeGreaterThan(1);
    expect(await workers.forget(later)).toBe(1);
    expect(await workers.count(old)).toBe(0);
    expect(await workers.add("again", erased, "l", read, AT)).toBe(false);
    expect(await workers.count(erased)).toBe(0);
  });

  test("10,000 rows are added in batches, counted with their wages, and added twice they are there once", async () => {
    const contact = await agreed();
    const { workers } = stores.store;
    const rows = Array.from({ length: 10_000 }, (_row, i) => ({
      nik: `31710441038${String(i).padStart(5, "0")}`,
      upah: 2_000_000 + i,
      nama: `Orang Contoh ${i}`,
    }));
    const fault = { row: 3, origin: null, cells: { nik: "1" }, faults: [] };
    for (let time = 0; time < 2; time++)
      await workers.add("list.big", contact, "l", { rows, faults: [fault] }, AT);
    const wages = rows.reduce((sum, { upah }) => sum + upah, 0);
    expect(await workers.counts(contact, "l")).toEqual({ accepted: 10_000, rejected: 1, wages });
    expect((await stores.second.workers.rows(contact, "l"))[9_999]).toEqual(rows[9_999]);
    expect(await workers.faults(contact, "l")).toEqual([fault]);
    expect(await workers.rows(await agreed(), "l")).toEqual([]);
    await workers.add("list.second", contact, "l", { rows: [], faults: [] }, AT);
    expect(await workers.counts(contact, "l")).toMatchObject({ accepted: 10_000, rejected: 0 });
  }, 60_000);
});
