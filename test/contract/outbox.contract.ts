import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Outcome } from "../../src/conversation/ports/line.ts";
import type { HeldPart } from "../../src/conversation/ports/part.ts";
import { DAY, item, NOW, type Ports, stranger, taking, turnOf } from "../support/turns.ts";

/** What a commit leaves to be sent: in order per contact, in one pair of hands, and gone once it was sent. */
export function outboxContract(name: string, open: () => Promise<Ports>): void {
  describe(`${name}: the outbox`, () => {
    let ports: Ports;
    beforeAll(async () => {
      ports = await open();
    });
    afterAll(() => ports.close());
    let turns = 0;
    const commit = async (contact: Contact, names: string[], more: Partial<Outcome> = {}) => {
      const id = `t${turns++}`;
      const turn = turnOf(await ports.line.enter(contact, item(id), NOW));
      const parts = names.map((part) => ({ id: part, body: { text: `say ${part}` } }));
      const done = await ports.line.commit(turn.lease, taking([id], { parts, ...more }), NOW);
      if (done.state === "refused") throw new Error("refused");
      return done.held;
    };
    let accounts = 0;
    /** Contacts of an account that nobody else sends for. */
    const ownAccount = () => {
      const account = { channel: "telegram", account: `bot${accounts++}` };
      return { account, contact: (): Contact => ({ ...stranger(), ...account }) };
    };
    const take = (account: { channel: string; account: string }, now = NOW, limit = 100) =>
      ports.outbox.take(account, "reply", now, limit);
    const only = (held: HeldPart[]): HeldPart => {
      const [one, ...others] = held;
      if (one === undefined || others.length > 0) throw new Error(`${held.length} held`);
      return one;
    };

    test("a contact's parts are handed out one by one, in the order in which they were committed", async () => {
      const { account, contact } = ownAccount();
      const one = contact();
      await commit(one, ["o1", "o2"]);
      await commit(one, ["o3"]);
      const first = only(await take(account));
      expect(first).toMatchObject({
        contact: one,
        lane: "reply",
        part: { id: "o1", body: { text: "say o1" } },
        at: NOW,
        attempts: 1,
        until: NOW + 30_000,
      });
      const second = await ports.outbox.sent(first, NOW + 1000);
      expect(second).toMatchObject({ part: { id: "o2" }, attempts: 1, until: NOW + 31_000 });
      const third = second && (await ports.outbox.sent(second, NOW + 2000));
      expect(third).toMatchObject({ part: { id: "o3" } });
      expect(third && (await ports.outbox.sent(third, NOW + 3000))).toBeNull();
      expect(await ports.outbox.unsent(one, 10)).toEqual([]);
      expect(await take(account, NOW + DAY)).toEqual([]);
    });

    test("a contact is in one pair of hands until the hold runs out", async () => {
      const { account, contact } = ownAccount();
      await commit(contact(), ["h1"]);
      const held = only(await take(account));
      expect(await take(account, NOW + 29_999)).toEqual([]);
      const again = only(await take(account, NOW + 30_000));
      expect(again).toMatchObject({ part: { id: "h1" }, attempts: 2 });
      expect(await ports.outbox.sent(held, NOW + 30_001)).toBeNull();
      await ports.outbox.later(held, NOW);
      expect(await ports.outbox.giveUp(held, "refused", NOW)).toBeNull();
      expect(await take(account, NOW + 30_002)).toEqual([]);
      expect(await ports.dead.list()).toEqual([]);
      expect(await ports.outbox.sent(again, NOW + 30_003)).toBeNull();
      expect(await take(account, NOW + DAY)).toEqual([]);
    });

    test("several senders at once get different contacts", async () => {
      const { account, contact } = ownAccount();
      for (let i = 0; i < 20; i++) await commit(contact(), [`m${i}`]);
      const held = await Promise.all([1, 2, 3, 4].map(() => take(account, NOW, 7)));
      for (const some of held) expect(some.length).toBeLessThanOrEqual(7);
      const more = await take(account, NOW, 100);
      const all = [...held.flat(), ...more].map(({ part }) => part.id);
      expect(all).toHaveLength(20);
      expect(new Set(all).size).toBe(20);
    });

    test("only parts of the account that is asked for are handed out", async () => {
      const [one, other] = [ownAccount(), ownAccount()];
      await commit(one.contact(), ["a1"]);
      expect(await take(other.account)).toEqual([]);
      expect(only(await take(one.account)).part.id).toBe("a1");
    });

    test("a commit may hand its first part out at once, where nothing waits and nobody sends", async () => {
      const { account, contact } = ownAccount();
      const one = contact();
      const held = await commit(one, ["c1", "c2"], { hold: true });
      expect(held).toMatchObject({ part: { id: "c1" }, attempts: 1, until: NOW + 30_000 });
      expect(await take(account)).toEqual([]);
      expect(await commit(one, ["c3"], { hold: true })).toBeNull();
      const second = held && (await ports.outbox.sent(held, NOW));
      const third = second && (await ports.outbox.sent(second, NOW));
      expect([second?.part.id, third?.part.id]).toEqual(["c2", "c3"]);
      if (third) await ports.outbox.sent(third, NOW);
      await commit(one, ["c4"]);
      expect(await commit(one, ["c5"], { hold: true })).toBeNull();
      expect(only(await take(account)).part.id).toBe("c4");
      expect(await commit(contact(), [], { hold: true })).toBeNull();
    });

    test("a contact put off comes back at its time, and holds up nobody else", async () => {
      const { account, contact } = ownAccount();
      await commit(contact(), ["w1"]);
      const held = only(await take(account));
      await ports.outbox.later(held, NOW + 5000);
      await commit(contact(), ["w2"]);
      expect(only(await take(account, NOW + 4999)).part.id).toBe("w2");
      expect(only(await take(account, NOW + 5000))).toMatchObject({
        part: { id: "w1" },
        attempts: 2,
      });
    });

    test("what is put off longest is handed out first", async () => {
      const { account, contact } = ownAccount();
      for (const name of ["f1", "f2", "f3"]) await commit(contact(), [name]);
      const all = await take(account);
      const after: Record<string, number> = { f1: 3000, f2: 1000, f3: 2000 };
      for (const held of all) await ports.outbox.later(held, NOW + (after[held.part.id] ?? 0));
      const order: string[] = [];
      for (let i = 0; i < 3; i++) order.push(only(await take(account, NOW + 9000, 1)).part.id);
      expect(order).toEqual(["f2", "f3", "f1"]);
    });

    test("bulk waits in a lane of its own, and replies are read first", async () => {
      const { account, contact } = ownAccount();
      const one = contact();
      await commit(one, ["b1"], { lane: "bulk" });
      await commit(one, ["r1"]);
      expect(only(await take(account)).part.id).toBe("r1");
      const bulk = only(await ports.outbox.take(account, "bulk", NOW, 10));
      expect(bulk).toMatchObject({ lane: "bulk", part: { id: "b1" } });
      expect((await ports.outbox.unsent(one, 10)).map(({ id }) => id)).toEqual(["r1", "b1"]);
    });

    test("a part that is given up is a dead letter, the next goes on, and a retry sends it anew", async () => {
      const { account, contact } = ownAccount();
      const one = contact();
      await commit(one, ["g1", "g2"]);
      const held = only(await take(account));
      const next = await ports.outbox.giveUp(held, "refused", NOW + 7000);
      expect(next).toMatchObject({ part: { id: "g2" } });
      const [letter] = await ports.dead.list();
      expect(letter).toEqual({
        id: letter?.id,
        what: "part",
        code: "refused",
        at: new Date(NOW + 7000).toISOString(),
      });
      if (next) await ports.outbox.sent(next, NOW + 8000);
      expect(await ports.dead.retry(letter?.id ?? "", NOW + 9000)).toBe(true);
      expect(only(await take(account, NOW + 9000))).toMatchObject({
        contact: one,
        part: { id: "g1", body: { text: "say g1" } },
        attempts: 1,
      });
      expect(await ports.dead.list()).toEqual([]);
    });

    test("everything that waits for a contact can be dropped, in both lanes", async () => {
      const { account, contact } = ownAccount();
      const one = contact();
      await commit(one, ["d1", "d2"]);
      await commit(one, ["d3"], { lane: "bulk" });
      expect(await ports.outbox.drop(only(await take(account)))).toBe(3);
      expect(await ports.outbox.unsent(one, 10)).toEqual([]);
      expect(await take(account, NOW + DAY)).toEqual([]);
      expect(await ports.outbox.take(account, "bulk", NOW + DAY, 10)).toEqual([]);
      await commit(one, ["d4"]);
      expect(only(await take(account, NOW + DAY)).part.id).toBe("d4");
    });

    test("a fetching channel reads what waits and says what it has shown", async () => {
      const one = stranger();
      await commit(one, ["s1", "s2", "s3"]);
      expect((await ports.outbox.unsent(one, 2)).map(({ id }) => id)).toEqual(["s1", "s2"]);
      await ports.outbox.shown(one, ["s2", "unknown"]);
      await ports.outbox.shown(one, ["s2"]);
      await ports.outbox.shown(one, []);
      await ports.outbox.shown(stranger(), ["s1"]);
      const left = await ports.outbox.unsent(one, 10);
      expect(left).toEqual([
        { id: "s1", body: { text: "say s1" } },
        { id: "s3", body: { text: "say s3" } },
      ]);
      expect(await take(one)).toHaveLength(1);
    });

    test("what a fetching channel has shown is not handed out to a sender", async () => {
      const { account, contact } = ownAccount();
      const one = contact();
      await commit(one, ["e1"]);
      await ports.outbox.shown(one, ["e1"]);
      expect(await take(account)).toEqual([]);
      await commit(one, ["e2"]);
      expect(only(await take(account)).part.id).toBe("e2");
    });

    test("a part that waits already is not doubled", async () => {
      const one = stranger();
      await commit(one, ["once"]);
      await commit(one, ["once"]);
      expect(await ports.outbox.unsent(one, 10)).toHaveLength(1);
    });

    test("what nobody fetched is forgotten after its time", async () => {
      const one = stranger();
      await commit(one, ["old"]);
      await ports.outbox.forget(NOW);
      expect(await ports.outbox.unsent(one, 10)).toHaveLength(1);
      await ports.outbox.forget(NOW + 1);
      expect(await ports.outbox.unsent(one, 10)).toEqual([]);
    });
  });
}
