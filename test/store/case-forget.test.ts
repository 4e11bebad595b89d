import { describe, expect, test } from "vitest";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import { at, caseTalk, DATABASES, key, storesOf } from "../support/case-talk.ts";
import { NOW, stranger } from "../support/turns.ts";

describe.each(DATABASES)("%s", (_, make) => {
  const stores = storesOf(make);
  const { open, answers, withFile, rows } = caseTalk(stores);

  test("closed cases are forgotten with all that belongs to them, and nothing else is", async () => {
    const [contact, neighbour] = [stranger(), stranger()];
    const { number, under } = await withFile(contact);
    const kept = { state: "kept", content: Buffer.from("x"), mime: "image/png" } as const;
    await stores.store.cases.keepFile(contact, under, kept);
    await answers(number, "a");
    const still = await open(neighbour, -9_000);
    await stores.store.cases.close(key(), number, "Rina", at(-5_000));
    expect(await stores.store.cases.forget(at(-5_000))).toBe(0);
    expect(await stores.store.cases.forget(at(-4_999))).toBe(1);
    expect(await stores.store.cases.forget(at(-4_999))).toBe(0);
    expect(await stores.store.desk.find(number)).toBeNull();
    expect(await stores.store.cases.ofContact(contact)).toEqual([]);
    expect(await stores.store.desk.find(still)).not.toBeNull();
  });

  test("of a person without other records nothing stays when their case is forgotten; others stay", async () => {
    if (stores.store.kind !== "postgres") return;
    const tables = ["contact", "effect_result", "case_line", "case_file", "consent"];
    const counts = async () =>
      Object.fromEntries(
        await Promise.all(
          tables.map(async (table) => [
            table,
            (await rows(`select count(*)::int as n from ${table}`))[0]?.["n"],
          ]),
        ),
      );
    const [known, contact] = [stranger(), stranger()];
    const consent = { purpose: "daftar", version: "1", wordingHash: "h", at: at(0) };
    await stores.store.records.recordConsent(key(), known, consent);
    const before = await counts();
    const { number } = await withFile(contact);
    await answers(number, "a");
    await stores.store.cases.close(key(), number, "Rina", at(-5_000));
    expect(await stores.store.cases.forget(at(-4_000))).toBe(1);
    expect(await counts()).toEqual(before);
    const theirs = await open(known);
    await stores.store.cases.close(key(), theirs, "Rina", at(-5_000));
    expect(await stores.store.cases.forget(at(-4_000))).toBe(1);
    expect(await counts()).toMatchObject({
      contact: before["contact"],
      consent: before["consent"],
    });
  });

  test("a case that is opened again while old ones are forgotten stays whole or is gone whole", async () => {
    for (let round = 0; round < 10; round++) {
      const contact = stranger();
      const number = await open(contact);
      await stores.store.cases.close(key(), number, "Rina", at(-5_000));
      const how = { urgent: false, at: at(1) };
      const [forgotten] = await Promise.all([
        stores.store.cases.forget(at(-4_000)),
        stores.second.cases.append(key(), contact, number, { text: "a" }, how),
      ]);
      const left = await stores.store.cases.ofContact(contact);
      expect(left.map(({ messages }) => messages)).toEqual(forgotten === 1 ? [] : [1]);
    }
  });

  test("erasing a contact leaves no case, line, file or delivery of theirs, and every other's", async () => {
    const [contact, neighbour] = [stranger(), stranger()];
    const kept = { state: "kept", content: Buffer.from("x"), mime: "image/png" } as const;
    const part = (who: Contact) => ({ id: `part of ${who.user}`, body: "a" });
    const numbers: string[] = [];
    for (const one of [contact, neighbour]) {
      const { number, under } = await withFile(one);
      numbers.push(number);
      await stores.store.cases.keepFile(one, under, kept);
      await answers(number, "a");
      await stores.store.deliveries.awaits(one, part(one), NOW);
      await stores.store.deliveries.accepted(
        one,
        { id: `sent ${one.user}`, body: "b" },
        one.user,
        NOW,
      );
    }
    const tables = ["officer_case", "case_line", "case_file", "delivery"];
    const counts = () =>
      Promise.all(
        tables.map(async (t) => (await rows(`select count(*)::int as n from ${t}`))[0]?.["n"]),
      );
    const before = stores.store.kind === "postgres" ? await counts() : [];
    await stores.store.records.erase(key(), contact, at(3));
    expect(await stores.store.desk.find(numbers[0] ?? "")).toBeNull();
    expect(await stores.store.cases.ofContact(contact)).toEqual([]);
    expect(await stores.store.deliveries.owed(contact)).toEqual([]);
    const report = { state: "failed", failure: { code: "1", error: "refused" }, at: NOW } as const;
    expect(
      await stores.store.deliveries.told(contact, { ...report, receipt: contact.user }),
    ).toBeNull();
    expect(await stores.store.desk.find(numbers[1] ?? "")).not.toBeNull();
    expect(await stores.store.deliveries.owed(neighbour)).toEqual([part(neighbour)]);
    if (stores.store.kind !== "postgres") return;
    expect((await counts()).map((n, i) => Number(before[i]) - Number(n))).toEqual([1, 2, 1, 2]);
  });

  test("a message that comes in while the contact is erased opens nothing again", async () => {
    for (let round = 0; round < 10; round++) {
      const contact = stranger();
      const number = await open(contact);
      await Promise.all([
        stores.store.records.erase(key(), contact, at(1)),
        stores.second.cases.append(
          key(),
          contact,
          number,
          { text: "a" },
          { urgent: false, at: at(1) },
        ),
        stores.second.cases.reply(key(), number, { text: "a", by: "R", partId: "p" }, at(1)),
      ]);
      expect(await stores.store.cases.ofContact(contact)).toEqual([]);
    }
  });
});
