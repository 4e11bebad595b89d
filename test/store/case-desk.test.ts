import { describe, expect, test } from "vitest";
import {
  at,
  caseTalk,
  DATABASES,
  key,
  LONG_AFTER,
  READER,
  storesOf,
} from "../support/case-talk.ts";
import { NOW, stranger } from "../support/turns.ts";

describe.each(DATABASES)("%s", (_, make) => {
  const stores = storesOf(make);
  const { open, says, answers, shown, waiting, withFile, rows } = caseTalk(stores);

  test("who waits and since when: their oldest unanswered message, or the opening", async () => {
    const contact = stranger();
    const number = await open(contact);
    const mine = async () =>
      (await stores.store.cases.unanswered(LONG_AFTER, 1_000)).filter(
        (one) => one.number === number,
      );
    expect(await mine()).toEqual([{ number, contact, since: at(0) }]);
    expect(await waiting(at(0))).not.toContain(number);
    await says(contact, number, "a", { minutes: 10 });
    await says(contact, number, "b", { minutes: 20 });
    expect(await mine()).toEqual([{ number, contact, since: at(10) }]);
    expect((await shown(number)).summary.unanswered).toBe(2);
    await answers(number, "c", 25);
    expect(await mine()).toEqual([]);
    expect((await shown(number)).summary).toMatchObject({
      unanswered: 0,
      last: { from: "officer", at: at(25) },
    });
    await says(contact, number, "d", { minutes: 30 });
    expect(await mine()).toEqual([{ number, contact, since: at(30) }]);
  });

  test("the longest waiting come first, no more than asked for", async () => {
    const numbers = [
      await open(stranger(), -300),
      await open(stranger(), -500),
      await open(stranger(), -400),
    ];
    const [third, first, middle] = numbers;
    const found = await stores.store.cases.unanswered(at(-250), 2);
    expect(found.map(({ number }) => number)).toEqual([first, middle]);
    expect(await waiting(at(-250))).toEqual([first, middle, third]);
  });

  test("a person is told once that it takes longer, and again only after an answer", async () => {
    const contact = stranger();
    const number = await open(contact);
    await says(contact, number, "a");
    await stores.store.cases.toldLate(number);
    await says(contact, number, "b", { minutes: 2 });
    expect(await waiting(LONG_AFTER)).not.toContain(number);
    await answers(number, "c", 3);
    await stores.store.cases.toldLate(number);
    await says(contact, number, "d", { minutes: 4 });
    expect(await waiting(LONG_AFTER)).toContain(number);
  });

  test("the list has urgent cases first, then the longest unanswered; closed ones only if asked for", async () => {
    const people = Array.from({ length: 5 }, () => stranger());
    const numbers: string[] = [];
    for (const [i, person] of people.entries()) numbers.push(await open(person, 1_000 + i));
    const [answered = "", older = "", newer = "", urgent = "", closed = ""] = numbers;
    await answers(answered, "a");
    await says(people[3] ?? stranger(), urgent, "PHK", { minutes: 2_000, urgent: true });
    await says(people[3] ?? stranger(), urgent, "Halo", { minutes: 2_001 });
    await stores.store.cases.close(key(), closed, "Rina", at(2_000));
    const mine = async (all: boolean) =>
      (await stores.store.desk.list(all))
        .map((one) => one.number)
        .filter((n) => numbers.includes(n));
    expect(await mine(false)).toEqual([urgent, older, newer, answered]);
    expect(await mine(true)).toEqual([urgent, older, newer, answered, closed]);
    expect((await shown(urgent)).summary.urgent).toBe(true);
  });

  test("a number is understood as it was typed, and without letters too", async () => {
    const contact = stranger();
    const number = await open(contact);
    const found = {
      ...{ number, contact, kind: "talk", state: "open" },
      ...{ unanswered: 0, lastReply: null },
    };
    for (const typed of [
      number,
      number.toLowerCase().replaceAll("-", " "),
      number.replaceAll("-", ""),
      number.slice(4),
    ]) {
      expect(await stores.store.desk.find(typed)).toEqual(found);
      expect((await stores.store.desk.show(typed, READER))?.summary.number).toBe(number);
    }
    for (const wrong of ["", "KSS", `PYG${number.slice(3)}`, `${number}0`]) {
      expect(await stores.store.desk.find(wrong)).toBeNull();
      expect(await stores.store.desk.show(wrong, READER)).toBeNull();
    }
  });

  test("who of the officers answered last, and when", async () => {
    const contact = stranger();
    const number = await open(contact);
    const lastReply = async () => (await stores.store.desk.find(number))?.lastReply;
    await answers(number, "a", 2);
    const reply = { text: "b", by: "Dewi", partId: "p" };
    await stores.store.cases.reply(key(), number, reply, at(3));
    await says(contact, number, "c", { minutes: 4 });
    expect(await lastReply()).toEqual({ by: "Dewi", at: at(3) });
    await answers(number, "d", 5);
    expect(await lastReply()).toEqual({ by: "Rina", at: at(5) });
  });

  test("an officer's reply tells what became of it, and the case how many wait for the person", async () => {
    const contact = stranger();
    const number = await open(contact);
    const parts = ["one", "two"].map((name) => ({ id: `act.${number}.${name}`, body: name }));
    for (const part of parts) {
      const reply = { text: String(part.body), by: "Rina", partId: part.id };
      await stores.store.cases.reply(key(), number, reply, at(1));
    }
    const [one, two] = parts as [(typeof parts)[0], (typeof parts)[0]];
    const told = async () => (await shown(number)).lines.map(({ delivery }) => delivery);
    expect(await told()).toEqual([undefined, undefined]);
    await stores.store.deliveries.accepted(
      contact,
      { ...one, id: `${one.id}~` },
      `r ${number}`,
      NOW,
    );
    await stores.store.deliveries.awaits(contact, two, NOW);
    expect(await told()).toEqual([
      { state: "accepted", code: null },
      { state: "awaiting", code: null },
    ]);
    expect((await shown(number)).summary.awaiting).toBe(1);
    const failure = { code: "131026", error: "refused" } as const;
    const report = { receipt: `r ${number}`, state: "failed", failure, at: NOW } as const;
    await stores.store.deliveries.told(contact, report);
    await stores.store.deliveries.settled(contact, [two.id]);
    expect(await told()).toEqual([{ state: "failed", code: "131026" }, undefined]);
    expect((await shown(number)).summary.awaiting).toBe(0);
  });

  test("who reads a case or a file is written to the audit log", async () => {
    if (stores.store.kind !== "postgres") return;
    const contact = stranger();
    const { number, under, id } = await withFile(contact);
    const kept = { state: "kept", content: Buffer.from("x"), mime: "image/png" } as const;
    await stores.store.cases.keepFile(contact, under, kept);
    await rows("delete from audit_entry");
    await stores.store.desk.list(true);
    await stores.store.desk.find(number);
    await stores.store.desk.show(number.slice(4), READER);
    await stores.store.desk.file(number, id, READER);
    await stores.store.desk.file(number, "none", READER);
    const entries = await rows(
      `select action, subject, at::text, "by" from audit_entry order by id`,
    );
    const common = { at: String(Date.parse(READER.at)), by: expect.stringMatching(/^p1\./) };
    expect(entries).toEqual([
      { action: "case.show", subject: number, ...common },
      { action: "case.file", subject: `${number} ${id}`, ...common },
    ]);
  });
});
