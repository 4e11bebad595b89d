import { describe, expect, test } from "vitest";
import { matterOf } from "../../src/cases/case-kind.ts";
import {
  at,
  caseTalk,
  DATABASES,
  key,
  LONG_AFTER,
  OPENING,
  storesOf,
} from "../support/case-talk.ts";
import { stranger } from "../support/turns.ts";

describe.each(DATABASES)("%s", (_, make) => {
  const stores = storesOf(make);
  const { open, says, shown, waiting } = caseTalk(stores);

  test("a right made use of has a case of its own, with three days, of which nobody is told that it takes longer", async () => {
    const contact = stranger();
    const talking = await open(contact);
    const { cases } = stores.store;
    const asked = await cases.open(
      key(),
      contact,
      OPENING,
      at(0),
      matterOf("correction", Date.parse(at(0))),
    );
    expect(asked).toMatchObject({ already: false, dueAt: at(72 * 60) });
    expect(asked.number).not.toBe(talking);
    const again = await cases.open(
      key(),
      contact,
      OPENING,
      at(60),
      matterOf("correction", Date.parse(at(60))),
    );
    expect(again).toEqual({ ...asked, already: true });
    expect((await shown(asked.number)).summary).toMatchObject({
      kind: "correction",
      urgent: false,
      dueAt: at(72 * 60),
    });
    expect(await waiting(LONG_AFTER)).not.toContain(asked.number);
    await says(contact, asked.number, "Alamat: lama, baru");
    expect((await shown(talking)).lines).toEqual([]);
  });

  test("an accident told in a talk makes that talk urgent, and a talk after an accident goes on in its case", async () => {
    const contact = stranger();
    const talking = await open(contact);
    const { cases } = stores.store;
    const told = await cases.open(
      key(),
      contact,
      OPENING,
      at(1),
      matterOf("accident", Date.parse(at(1))),
    );
    expect(told).toEqual({ number: talking, already: true, dueAt: null });
    expect((await shown(talking)).summary).toMatchObject({ kind: "accident", urgent: true });
    const later = await cases.open(key(), contact, OPENING, at(2));
    expect(later).toEqual({ number: talking, already: true, dueAt: null });
    expect((await shown(talking)).summary).toMatchObject({ kind: "accident", urgent: true });
  });
});
