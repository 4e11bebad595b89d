import { describe, expect, test } from "vitest";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import { at, DATABASES, key, storesOf } from "../support/case-talk.ts";
import { stranger } from "../support/turns.ts";

const WRONG = "ABCD-EFG2";

describe.each(DATABASES)("%s", (_, make) => {
  const stores = storesOf(make);
  const codes = () => stores.store.records.codes;
  const made = (contact = stranger(), minutes = 0) => codes().make(key(), contact, at(minutes));
  const takes = (contact: Contact, code: string, minutes = 1, under = key()) =>
    codes().take(under, contact, code, at(minutes));

  test("a code is eight letters and digits that are not taken for one another, and no two are alike", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => made()));
    for (const code of all) {
      expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
      expect(code).toMatch(/\d/);
      expect(code).toMatch(/[A-Z]/);
    }
    expect(new Set(all).size).toBe(all.length);
  });

  test("a code leads to whoever made it, once, also when it is made or taken twice under one key", async () => {
    const [receiver, giver] = [stranger(), stranger()];
    const under = key();
    const code = await codes().make(under, receiver, at(0));
    expect(await codes().make(under, receiver, at(1))).toBe(code);
    expect(await codes().receiver(code)).toBeNull();
    const first = key();
    for (let time = 0; time < 2; time++)
      expect(await takes(giver, code, 1, first)).toEqual({ found: "yes", channel: "terminal" });
    expect(await codes().receiver(code)).toEqual(receiver);
    expect(await takes(giver, code)).toEqual({ found: "no" });
    expect(await takes(stranger(), code)).toEqual({ found: "no" });
  });

  test("a code that twenty type at the same time counts for one of them", async () => {
    const code = await made();
    const found = await Promise.all(Array.from({ length: 20 }, () => takes(stranger(), code)));
    expect(found.filter((one) => one.found === "yes")).toHaveLength(1);
  });

  test("a code counts for 15 minutes, and a newer one makes it void", async () => {
    expect(await takes(stranger(), await made(), 14)).toMatchObject({ found: "yes" });
    expect(await takes(stranger(), await made(), 15)).toEqual({ found: "no" });
    const receiver = stranger();
    const [older, newer] = [await made(receiver), await made(receiver)];
    expect(await takes(stranger(), older)).toEqual({ found: "no" });
    expect(await takes(stranger(), newer)).toMatchObject({ found: "yes" });
  });

  test("a code of one's own is as wrong as one that is not there", async () => {
    const contact = stranger();
    expect(await takes(contact, await made(contact))).toEqual({ found: "no" });
    expect(await takes(contact, WRONG)).toEqual({ found: "no" });
  });

  test("after five wrong tries a contact is not answered for an hour, even with what is right", async () => {
    const contact = stranger();
    const again = key();
    for (let time = 0; time < 3; time++)
      expect(await takes(contact, WRONG, 1, again)).toEqual({ found: "no" });
    const tries = await Promise.all(Array.from({ length: 8 }, () => takes(contact, WRONG)));
    expect(tries.filter(({ found }) => found === "no")).toHaveLength(4);
    expect(await takes(contact, await made())).toEqual({ found: "too_often" });
    expect(await takes(contact, await made(stranger(), 60), 62)).toMatchObject({ found: "yes" });
  });

  test("consents that stand go along once, and only by who took the code", async () => {
    const [receiver, giver] = [stranger(), stranger()];
    const { records } = stores.store;
    const consent = { purpose: "pendaftaran", version: "1", wordingHash: "w", at: at(0) };
    await records.recordConsent(key(), giver, consent);
    const code = await made(receiver);
    await takes(giver, code);
    expect(await codes().give(key(), stranger(), code)).toBe(false);
    const under = key();
    for (let time = 0; time < 2; time++) expect(await codes().give(under, giver, code)).toBe(true);
    expect(await records.withdrawConsent(key(), receiver, at(2))).toEqual({ withdrawn: 1 });
    expect(await records.withdrawConsent(key(), giver, at(2))).toEqual({ withdrawn: 1 });
  });

  test("nothing is given to whoever had everything erased", async () => {
    const [receiver, giver] = [stranger(), stranger()];
    const code = await made(receiver);
    await takes(giver, code);
    await stores.store.records.erase(key(), receiver, at(2));
    expect(await codes().receiver(code)).toBeNull();
    expect(await codes().give(key(), giver, code)).toBe(false);
  });
});
