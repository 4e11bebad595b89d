import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { PLACES, type Place } from "../support/stores.ts";
import { stranger } from "../support/turns.ts";

const AT = "2026-11-22T03:00:00.000Z";
let keys = 0;
const key = () => {
  keys += 1;
  return `form.step.${keys}`;
};
/** An invented person. */
const personOf = (serial: string) => {
  const identity = `327101234567${serial}`;
  return { identity, fields: { nama: "Siti Aminah", nik: identity, upah: 3_000_000 } };
};

describe.each(Object.entries(PLACES).filter(([name]) => name !== "folder"))("%s", (_, make) => {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await make();
    store = await openStore(place.options);
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  test("a business keeps its workers in order, and its owner may register alone beside it", async () => {
    const contact = stranger();
    const [owner, worker] = [personOf("0001"), personOf("0002")];
    const business = {
      flow: "daftar_usaha",
      segment: "usaha" as const,
      owner: owner.identity,
      business: owner.identity,
      fields: { nama_usaha: "Warung Contoh" },
      workers: [{ identity: worker.identity, fields: worker.fields }],
    };
    const send = (who: Contact, what = business) =>
      store.records.submitBusiness(key(), who, what, AT);
    const first = await send(contact);
    expect(first).toMatchObject({ already: false, twice: [] });
    expect(await send(contact)).toEqual({ ...first, already: true });
    expect(
      (
        await store.records.submit(
          key(),
          contact,
          { flow: "daftar_mandiri", segment: "mandiri", ...owner },
          AT,
        )
      ).already,
    ).toBe(false);
    const kept = (await store.records.ofContact(contact)).find((one) => one.segment === "usaha");
    expect(kept).toMatchObject({
      segment: "usaha" as const,
      fields: business.fields,
      workers: [{ fields: worker.fields, sameIdentityElsewhere: false }],
    });
    // the same worker again: one's own is told, somebody else's only marked for officers
    const other = { ...business, business: `${owner.identity} two` };
    expect((await send(contact, other)).twice).toEqual([1]);
    const somebody = stranger();
    const theirs = await send(somebody, { ...business, business: `${owner.identity} three` });
    expect(theirs.twice).toEqual([]);
    expect((await store.records.ofContact(somebody))[0]?.workers).toMatchObject([
      { sameIdentityElsewhere: true },
    ]);
    await store.records.erase(key(), contact, AT);
    expect(await store.records.ofContact(contact)).toEqual([]);
  });

  test("a member of a cooperative who registers alone too is a double, whoever came first; staff may work for themselves", async () => {
    const [chair, somebody] = [stranger(), stranger()];
    const [before, after, own] = [personOf("0011"), personOf("0012"), personOf("0013")];
    const staff = personOf("0014");
    const alone = (who: Contact, one: typeof own) =>
      store.records.submit(key(), who, { flow: "daftar_mandiri", segment: "mandiri", ...one }, AT);
    for (const one of [before, staff]) await alone(somebody, one);
    await alone(chair, own);
    const listed = (daftar: string) => (one: typeof own) => ({
      identity: one.identity,
      fields: { ...one.fields, daftar },
    });
    const submitted = await store.records.submitBusiness(
      key(),
      chair,
      {
        flow: "daftar_koperasi",
        segment: "koperasi",
        business: "koperasi contoh",
        fields: { nama_koperasi: "Koperasi Contoh" },
        workers: [listed("pekerja")(staff), ...[before, after, own].map(listed("anggota"))],
      },
      AT,
    );
    // only what came from the same contact is told
    expect(submitted.twice).toEqual([4]);
    await alone(somebody, after);
    const sent = await store.records.ofContact(chair);
    const people = sent.find(({ segment }) => segment === "koperasi")?.workers ?? [];
    const marks = [...people, ...(await store.records.ofContact(somebody))].flatMap(
      ({ fields, sameIdentityElsewhere }) => (sameIdentityElsewhere ? [fields["nik"]] : []),
    );
    expect(marks).toEqual([before, own, after].map(({ identity }) => identity));
  });

  test("an agency without an owner keeps its staff, is not doubled, and goes with whoever sent it", async () => {
    const contact = stranger();
    const { identity, fields } = personOf("0007");
    const agency = {
      flow: "daftar_pendamping",
      segment: "pendamping" as const,
      business: "dinas contoh 34.04.07",
      fields: { nama_instansi: "Dinas Contoh" },
      workers: [{ identity, fields }],
    };
    const first = await store.records.submitBusiness(key(), contact, agency, AT);
    const again = await store.records.submitBusiness(key(), contact, agency, AT);
    expect(again).toEqual({ ...first, already: true });
    expect(await store.records.ofContact(contact)).toMatchObject([
      { segment: "pendamping", fields: agency.fields, workers: [{ fields }] },
    ]);
    await store.records.erase(key(), contact, AT);
    expect(await store.records.ofContact(contact)).toEqual([]);
  });
});
