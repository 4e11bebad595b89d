import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Submission } from "../../src/conversation/ports/records.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { PLACES, type Place } from "../support/stores.ts";
import { item, NOW, stranger, taking, turnOf } from "../support/turns.ts";

const AT = "2026-11-22T03:00:00.000Z";
const PLAIN = new Set(["setuju"]);
let niks = 0;
function submission(more: Partial<Submission> = {}): Submission {
  niks += 1;
  const identity = more.identity ?? `327101234567${String(niks).padStart(4, "0")}`;
  const fields = { nama: "Siti Aminah", nik: identity, hp: "+6281234567890", upah: 3_000_000 };
  return { flow: "daftar-mandiri", segment: "mandiri", identity, fields, ...more };
}
let keys = 0;
const key = () => {
  keys += 1;
  return `form.step.${keys}`;
};

describe.each(Object.entries(PLACES).filter(([name]) => name !== "folder"))("%s", (_, make) => {
  let place: Place;
  let store: Store;
  let second: Store;
  beforeAll(async () => {
    place = await make();
    store = await openStore(place.options);
    second = store.kind === "postgres" ? await openStore(place.options) : store;
  });
  afterAll(async () => {
    await second.close();
    await store.close();
    await place.remove();
  });

  const submit = (contact: Contact, given = submission(), under = key()) =>
    store.records.submit(under, contact, given, AT);

  test("a registration is stored once under its key and read back as it was given", async () => {
    const contact = stranger();
    const [given, under] = [submission(), key()];
    const first = await submit(contact, given, under);
    expect(first).toEqual({
      number: expect.stringMatching(/^PYG-\d{5}-\d{5}-\d$/),
      already: false,
    });
    expect(await submit(contact, given, under)).toEqual(first);
    expect(await store.records.ofContact(contact)).toEqual([
      {
        number: first.number,
        segment: "mandiri",
        flow: "daftar-mandiri",
        state: "submitted",
        submittedAt: AT,
        fields: given.fields,
        sameIdentityElsewhere: false,
        workers: [],
      },
    ]);
  });

  test("performances of one key at the same time, also in two processes, give one result", async () => {
    const contact = stranger();
    const [given, under] = [submission(), key()];
    const results = await Promise.all(
      [store, second, store, second, store, second].map((one) =>
        one.records.submit(under, contact, given, AT),
      ),
    );
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]?.already).toBe(false);
    expect(await store.records.ofContact(contact)).toHaveLength(1);
  });

  test("an open registration of the same contact for the same identity is not doubled", async () => {
    const contact = stranger();
    const given = submission();
    const results = await Promise.all([
      submit(contact, given),
      second.records.submit(key(), contact, given, AT),
      submit(contact, given),
    ]);
    expect(new Set(results.map((result) => result.number)).size).toBe(1);
    expect(results.filter((result) => result.already)).toHaveLength(2);
    const later = await submit(contact, given);
    expect(later).toEqual({ number: results[0]?.number, already: true });
    expect((await submit(contact, submission())).already).toBe(false);
  });

  test("the same identity from somebody else is accepted and flagged, also at the same time", async () => {
    const given = submission();
    const [one, other] = [stranger(), stranger()];
    await Promise.all([submit(one, given), second.records.submit(key(), other, given, AT)]);
    const flags = (
      await Promise.all([store.records.ofContact(one), store.records.ofContact(other)])
    ).flatMap((list) => list.map((registration) => registration.sameIdentityElsewhere));
    expect(flags.sort()).toEqual([false, true]);
  });

  test("consent and a stop are recorded once", async () => {
    const contact = stranger();
    const consent = { purpose: "daftar", version: "1", wordingHash: "abc", at: AT };
    const under = key();
    expect(await store.records.recordConsent(under, contact, consent)).toEqual({ recorded: true });
    expect(await store.records.recordConsent(under, contact, consent)).toEqual({ recorded: true });
    expect(await store.records.stop(key(), contact, AT)).toEqual({ stopped: true });
  });

  test("erasing leaves the receipt alone, and says the same when it is repeated", async () => {
    const [contact, neighbour] = [stranger(), stranger()];
    const consent = { purpose: "daftar", version: "1", wordingHash: "abc", at: AT };
    await store.records.recordConsent(key(), contact, consent);
    const { number } = await submit(contact);
    await submit(contact);
    await submit(neighbour);
    await leaveTraces(store, contact);

    const under = key();
    const receipt = await store.records.erase(under, contact, AT);
    expect(receipt).toEqual({
      receipt: expect.stringMatching(/^HPS-\d{5}-\d{5}-\d$/),
      registrations: 2,
    });
    expect(await second.records.erase(under, contact, AT)).toEqual(receipt);
    expect(await store.records.ofContact(contact)).toEqual([]);
    expect(
      await store.registry.show(number, { by: "x", unmask: false, at: AT, plain: PLAIN }),
    ).toBeNull();
    expect(await store.outbox.unsent(contact, 100)).toEqual([]);
    expect(await store.jobs.take(NOW)).toBeNull();
    expect(await store.dead.list()).toEqual([]);
    expect(await store.line.peek(contact)).toBeNull();
    expect(await store.records.ofContact(neighbour)).toHaveLength(1);
    expect((await store.records.erase(key(), contact, AT)).registrations).toBe(0);
  });

  test("a registration that arrives while the contact is erased is either erased and counted or stays whole", async () => {
    for (let round = 0; round < 15; round++) {
      const contact = stranger();
      await submit(contact);
      const [erased] = await Promise.all([
        store.records.erase(key(), contact, AT),
        second.records.submit(key(), contact, submission(), AT),
        second.records.submit(key(), contact, submission(), AT),
      ]);
      const left = await store.records.ofContact(contact);
      expect(erased.registrations + left.length).toBe(3);
    }
  });

  test("erasing in the middle of a turn leaves the session to that turn's commit", async () => {
    const contact = stranger();
    const first = turnOf(await store.line.enter(contact, item("a"), NOW));
    await store.line.commit(first.lease, taking(["a"]), NOW);
    const turn = turnOf(await store.line.enter(contact, item("b"), NOW));
    await store.records.erase(key(), contact, AT);
    expect(await store.line.peek(contact)).toEqual({ after: "a" });
    await store.line.commit(turn.lease, taking(["b"], { session: null }), NOW);
    expect(await store.line.peek(contact)).toBeNull();
  });

  test("officers see registrations without their fields, and fields masked unless they ask", async () => {
    const contact = stranger();
    const given = submission({
      identity: "3271012345670003",
      fields: {
        nama: "Siti Nur Aminah",
        nik: "3271012345670003",
        hp: "+6281234567890",
        alamat: "Jl. Mawar 5, Bogor",
        tanggal_lahir: "1990-02-03",
        upah: 3_000_000,
        setuju: true,
      },
    });
    const { number } = await submit(contact, given);
    const listed = await store.registry.list();
    const row = listed.find((registration) => registration.number === number);
    expect(row).toMatchObject({ number, state: "submitted", submittedAt: AT });
    expect(row).not.toHaveProperty("fields");

    const typed = number.toLowerCase().replaceAll("-", " ");
    const masked = await store.registry.show(typed, {
      by: "Rina",
      unmask: false,
      at: AT,
      plain: PLAIN,
    });
    expect(masked?.fields).toEqual({
      nama: "S••• N••• A•••",
      nik: "3271••••••••0003",
      hp: "+62•••••••890",
      alamat: "J••• M••• 5••• B•••",
      tanggal_lahir: "1990-••-••",
      upah: "•••",
      setuju: true,
    });
    const clear = await store.registry.show(number, {
      by: "Rina",
      unmask: true,
      at: AT,
      plain: PLAIN,
    });
    expect(clear?.fields).toEqual(given.fields);
    expect(
      await store.registry.show("PYG-00000-00000-1", {
        by: "Rina",
        unmask: true,
        at: AT,
        plain: PLAIN,
      }),
    ).toBeNull();
  });
});

/** A session, an unsent part, a job and a dead letter. */
async function leaveTraces(store: Store, contact: Contact): Promise<void> {
  const turn = turnOf(await store.line.enter(contact, item("trace"), NOW));
  const outcome = taking(["trace"], {
    parts: [{ id: `part of ${contact.user}`, body: "x" }],
    jobs: [{ key: `job of ${contact.user}`, kind: "k", payload: 1 }],
    dead: [{ id: "trace", code: "poison" }],
  });
  await store.line.commit(turn.lease, outcome, NOW);
  expect(await store.dead.list()).toHaveLength(1);
}
