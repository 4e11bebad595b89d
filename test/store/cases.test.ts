import { describe, expect, test } from "vitest";
import type { Store } from "../../src/store/open.ts";
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
  const { open, says, answers, shown, texts, waiting, rows } = caseTalk(stores);

  test("a case has a readable number and tells where the person stood, on which channel and when", async () => {
    const contact = stranger();
    const first = await stores.store.cases.open(key(), contact, OPENING, at(0));
    expect(first).toEqual({
      number: expect.stringMatching(/^KSS-\d{5}-\d{5}-\d$/),
      already: false,
      dueAt: null,
    });
    const { number } = first;
    expect((await shown(number)).summary).toEqual({
      number,
      state: "open",
      kind: "talk",
      urgent: false,
      dueAt: null,
      channel: contact.channel,
      ...OPENING,
      openedAt: at(0),
      closedAt: null,
      last: null,
      unanswered: 0,
      awaiting: 0,
      undelivered: 0,
    });
    const bare = { language: "en", flow: null, step: null } as const;
    const other = await stores.store.cases.open(key(), stranger(), bare, at(0));
    expect((await shown(other.number)).summary).toMatchObject(bare);
  });

  test("a contact has one open talk: another opening gives it back, the same one gives the same", async () => {
    const contact = stranger();
    const under = key();
    const first = await stores.store.cases.open(under, contact, OPENING, at(0));
    expect(await stores.second.cases.open(under, contact, OPENING, at(5))).toEqual(first);
    const { number } = first;
    expect(await stores.store.cases.open(key(), contact, OPENING, at(5))).toEqual({
      number,
      already: true,
      dueAt: null,
    });
    await stores.store.cases.close(key(), number, "Rina", at(6));
    const next = await stores.store.cases.open(key(), contact, OPENING, at(7));
    expect(next.already).toBe(false);
    expect(next.number).not.toBe(number);
  });

  test("of several openings at once one makes the case", async () => {
    const contact = stranger();
    const opened = await Promise.all(
      [stores.store, stores.second, stores.store, stores.second].map((one) =>
        one.cases.open(key(), contact, OPENING, at(0)),
      ),
    );
    expect(new Set(opened.map(({ number }) => number)).size).toBe(1);
    expect(opened.filter(({ already }) => !already)).toHaveLength(1);
    expect(await stores.store.cases.ofContact(contact)).toHaveLength(1);
  });

  test("the database itself refuses a second open case of one contact and kind", async () => {
    if (stores.store.kind !== "postgres") return;
    await open(stranger());
    const copy = `insert into officer_case (number, contact_id, state, kind, opened_at, opening)
      select 'KSS', contact_id, 'open', kind, opened_at, opening from officer_case
      where state = 'open' limit 1`;
    await expect(rows(copy)).rejects.toMatchObject({ code: "23505" });
  });

  test("what was written is read in the order of its arrival, with names and events", async () => {
    const contact = stranger();
    const number = await open(contact);
    await says(contact, number, "Halo");
    await stores.store.cases.note(key(), contact, number, "left", at(2));
    await answers(number, "Selamat pagi", 3);
    await stores.store.cases.note(key(), contact, number, "returned", at(4));
    const entry = {
      location: { lat: -6.2, lon: 106.8 },
      media: { kind: "document", name: "ktp.pdf", size: 1_234, ref: "secret-ref" },
    } as const;
    await stores.store.cases.append(key(), contact, number, entry, { urgent: false, at: at(5) });
    const { lines, summary } = await shown(number);
    expect(lines).toEqual([
      { id: expect.any(String), at: at(1), from: "person", text: "Halo" },
      { id: expect.any(String), at: at(2), from: "event", text: "left" },
      { id: expect.any(String), at: at(3), from: "officer", text: "Selamat pagi", by: "Rina" },
      { id: expect.any(String), at: at(4), from: "event", text: "returned" },
      {
        id: expect.any(String),
        at: at(5),
        from: "person",
        text: "",
        location: { lat: -6.2, lon: 106.8 },
        file: {
          id: expect.stringMatching(/^[a-z2-7]{12}$/),
          name: "ktp.pdf",
          kind: "document",
          state: "waiting",
          size: 1_234,
        },
      },
    ]);
    expect(summary).toMatchObject({ unanswered: 1, last: { from: "person", at: at(5) } });
    expect(await stores.store.cases.ofContact(contact)).toEqual([
      { number, openedAt: at(0), messages: 3 },
    ]);
  });

  test("every write counts once under its key, also at the same time", async () => {
    const contact = stranger();
    const number = await open(contact);
    const [said, noted, replied, closed] = [key(), key(), key(), key()];
    const twice = <Result>(write: (one: Store) => Promise<Result>) =>
      Promise.all([write(stores.store), write(stores.second)]);
    const how = { urgent: false, at: at(1) };
    await twice((one) => one.cases.append(said, contact, number, { text: "a" }, how));
    await twice((one) => one.cases.note(noted, contact, number, "left", at(2)));
    const reply = { text: "b", by: "Rina", partId: "act.b" };
    expect(await twice((one) => one.cases.reply(replied, number, reply, at(3)))).toEqual([
      true,
      true,
    ]);
    expect(await twice((one) => one.cases.close(closed, number, "Rina", at(4)))).toEqual([
      true,
      true,
    ]);
    await stores.store.cases.append(said, contact, number, { text: "other" }, how);
    expect(await stores.store.cases.reply(replied, number, reply, at(5))).toBe(true);
    expect(await texts(number)).toEqual(["person: a", "event: left", "officer: b"]);
    expect((await shown(number)).summary).toMatchObject({ state: "closed", closedAt: at(4) });
  });

  test("a closed case takes no reply, is not closed again, and keeps saying so under the same key", async () => {
    const contact = stranger();
    const number = await open(contact);
    expect(await stores.store.cases.close(key(), number, "Rina", at(1))).toBe(true);
    expect(await stores.store.cases.close(key(), number, "Dewi", at(2))).toBe(false);
    const [late, reply] = [key(), { text: "a", by: "Rina", partId: "act.a" }];
    expect(await stores.store.cases.reply(late, number, reply, at(3))).toBe(false);
    await says(contact, number, "Masih ada pertanyaan", { minutes: 4 });
    expect(await stores.store.cases.reply(late, number, reply, at(5))).toBe(false);
    expect(await answers("KSS-00000-00000-0", "a")).toBe(false);
    expect(await stores.store.cases.close(key(), "KSS-00000-00000-0", "Rina", at(1))).toBe(false);
  });

  test("what a person writes opens a closed case again", async () => {
    const contact = stranger();
    const number = await open(contact);
    await says(contact, number, "Halo");
    await stores.store.cases.close(key(), number, "Rina", at(2));
    expect(await waiting(LONG_AFTER)).not.toContain(number);
    expect((await shown(number)).summary).toMatchObject({ closedAt: at(2), unanswered: 0 });
    await says(contact, number, "Satu lagi", { minutes: 30 });
    expect((await shown(number)).summary).toMatchObject({
      state: "open",
      closedAt: null,
      unanswered: 1,
    });
    expect(await waiting(at(30))).not.toContain(number);
    expect(await waiting(at(31))).toContain(number);
    expect(await stores.store.cases.open(key(), contact, OPENING, at(31))).toEqual({
      number,
      already: true,
      dueAt: null,
    });
  });

  test("what is written to a closed case goes to the contact's open one, if there is another", async () => {
    const contact = stranger();
    const old = await open(contact);
    await stores.store.cases.close(key(), old, "Rina", at(1));
    const current = await open(contact, 2);
    await says(contact, old, "Halo", { minutes: 3 });
    expect(await texts(current)).toEqual(["person: Halo"]);
    expect((await shown(old)).summary.state).toBe("closed");
  });

  test("an opening, a closing and a message at once leave one open case at most, and no message is lost", async () => {
    for (let round = 0; round < 10; round++) {
      const contact = stranger();
      const number = await open(contact);
      await Promise.all([
        stores.store.cases.close(key(), number, "Rina", at(1)),
        stores.second.cases.append(
          key(),
          contact,
          number,
          { text: "a" },
          { urgent: false, at: at(1) },
        ),
        stores.second.cases.open(key(), contact, OPENING, at(1)),
      ]);
      const own = await stores.store.cases.ofContact(contact);
      const states = await Promise.all(own.map(({ number: n }) => stores.store.desk.find(n)));
      expect(states.filter((one) => one?.state === "open").length).toBeLessThanOrEqual(1);
      expect(own.reduce((sum, { messages }) => sum + messages, 0)).toBe(1);
    }
  });

  test("nobody writes to a case that is not theirs, and asking leaves nothing", async () => {
    const [contact, other] = [stranger(), stranger()];
    const number = await open(contact);
    await says(other, number, "Halo");
    await stores.store.cases.note(key(), other, number, "left", at(1));
    await says(other, "KSS-00000-00000-0", "Halo");
    expect((await shown(number)).lines).toEqual([]);
    expect(await stores.store.cases.ofContact(other)).toEqual([]);
    if (stores.store.kind !== "postgres") return;
    const contacts = "select count(*)::int as n from contact";
    const [before] = await rows(contacts);
    await says(stranger(), number, "Halo");
    expect((await rows(contacts))[0]).toEqual(before);
  });
});
