import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { SessionPage } from "../../src/conversation/ports/line.ts";
import { DAY, ids, item, NOW, type Ports, stranger, taking, turnOf } from "../support/turns.ts";

/** What enters a line comes out of it, in order and once. */
export function lineContract(name: string, open: () => Promise<Ports>): void {
  describe(`${name}: the line`, () => {
    let ports: Ports;
    beforeAll(async () => {
      ports = await open();
    });
    afterAll(() => ports.close());
    const enter = (contact: Contact, id: string, now = NOW) =>
      ports.line.enter(contact, item(id), now);

    test("a stranger's first message is handed out at once, without a session", async () => {
      const contact = stranger();
      const turn = turnOf(await enter(contact, "a"));
      expect(turn).toMatchObject({ items: [item("a")], handouts: 1, session: null });
      expect(turn.lease).toMatchObject({ contact, until: NOW + 30_000 });
      expect(turn.seed).toMatch(/^[a-z2-7]{16}$/);
    });

    test("what waits is handed out in the order of arrival, at most ten at once", async () => {
      const contact = stranger();
      const first = turnOf(await enter(contact, "m0"));
      for (let i = 1; i <= 12; i++) {
        expect(await enter(contact, `m${i}`)).toEqual({ state: "waiting" });
      }
      const second = turnOf(await ports.line.commit(first.lease, taking(["m0"]), NOW + 1));
      expect(ids(second)).toEqual(["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10"]);
      expect(second.session).toEqual({ after: "m0" });
      const third = turnOf(await ports.line.commit(second.lease, taking(ids(second)), NOW + 2));
      expect(ids(third)).toEqual(["m11", "m12"]);
      expect(await ports.line.commit(third.lease, taking(ids(third)), NOW + 3)).toEqual({
        state: "done",
        held: null,
      });
    });

    test("three answers entered at once make one turn after the other, each once", async () => {
      const contact = stranger();
      const entries = await Promise.all(["x", "y", "z"].map((id) => enter(contact, id)));
      const states = entries.map((entry) => entry.state).sort();
      expect(states).toEqual(["turn", "waiting", "waiting"]);
      const first = turnOf(entries.find((entry) => entry.state === "turn") ?? { state: "none" });
      const rest = turnOf(await ports.line.commit(first.lease, taking(ids(first)), NOW));
      expect([...ids(first), ...ids(rest)].sort()).toEqual(["x", "y", "z"]);
    });

    test("a redelivery changes nothing", async () => {
      const contact = stranger();
      const turn = turnOf(await enter(contact, "a"));
      expect(await enter(contact, "a")).toEqual({ state: "seen" });
      expect(await ports.line.commit(turn.lease, taking(["a"]), NOW)).toEqual({
        state: "done",
        held: null,
      });
      expect(await enter(contact, "a", NOW + DAY)).toEqual({ state: "seen" });
      expect(await ports.line.take(contact, NOW + DAY)).toBeNull();
    });

    test("a redelivery wakes a line whose lease has run out", async () => {
      const contact = stranger();
      const lost = turnOf(await enter(contact, "a"));
      const woken = turnOf(await enter(contact, "a", NOW + 30_000));
      expect(woken).toMatchObject({ items: [item("a")], handouts: 2, seed: lost.seed });
      expect(woken.lease.token).not.toBe(lost.lease.token);
    });

    test("the same id from two contacts is two messages", async () => {
      expect((await enter(stranger(), "same")).state).toBe("turn");
      expect((await enter(stranger(), "same")).state).toBe("turn");
    });

    test("ids are remembered for eight days", async () => {
      const contact = stranger();
      const turn = turnOf(await enter(contact, "old"));
      await ports.line.commit(turn.lease, taking(["old"]), NOW);
      expect(await enter(contact, "old", NOW + 8 * DAY)).toEqual({ state: "seen" });
      expect((await enter(contact, "old", NOW + 8 * DAY + 1)).state).toBe("turn");
    });

    test("the last 500 ids of a contact are remembered, no more", async () => {
      const contact = stranger();
      let turn = turnOf(await enter(contact, "n0"));
      for (let i = 1; i < 500; i++) await enter(contact, `n${i}`);
      expect(await enter(contact, "n0")).toEqual({ state: "seen" });
      await enter(contact, "n500");
      for (;;) {
        const committed = await ports.line.commit(turn.lease, taking(ids(turn)), NOW);
        if (committed.state !== "next") break;
        turn = committed.turn;
      }
      expect((await enter(contact, "n0")).state).toBe("turn");
      expect(await enter(contact, "n500")).toEqual({ state: "seen" });
    });

    test("a session over 64 KiB is refused by name and nothing is stored", async () => {
      const contact = stranger();
      const turn = turnOf(await enter(contact, "a"));
      const big = taking(["a"], { session: { text: "x".repeat(64 * 1024 - 10) } });
      await expect(ports.line.commit(turn.lease, big, NOW)).rejects.toMatchObject({
        code: "session_too_big",
      });
      expect(await ports.line.peek(contact)).toBeNull();
      const fits = taking(["a"], { session: { text: "x".repeat(64 * 1024 - 11) } });
      expect(await ports.line.commit(turn.lease, fits, NOW)).toEqual({ state: "done", held: null });
    });

    test("a session of null is forgotten", async () => {
      const contact = stranger();
      const first = turnOf(await enter(contact, "a"));
      await enter(contact, "b");
      const second = turnOf(await ports.line.commit(first.lease, taking(["a"]), NOW));
      const nothing = taking(["b"], { session: null });
      expect(await ports.line.commit(second.lease, nothing, NOW)).toEqual({
        state: "done",
        held: null,
      });
      expect(await ports.line.peek(contact)).toBeNull();
      expect(turnOf(await enter(contact, "c")).session).toBeNull();
      expect(await ports.line.due(NOW + 30_000, 1000)).toContainEqual({ contact });
    });

    test("every session is come to page by page, each under an id of its own, and what is forgotten is not", async () => {
      const { line } = ports;
      const people = Array.from({ length: 25 }, () => stranger());
      for (const [place, contact] of people.entries()) {
        const turn = turnOf(await line.enter(contact, item("a"), NOW));
        const session = place === 0 ? null : { person: contact.user };
        await line.commit(turn.lease, taking(["a"], { session }), NOW);
      }
      const found = new Map<string, unknown>();
      let from: string | null = null;
      do {
        const page: SessionPage = await line.sessions(from, 4);
        for (const { id, session } of page.sessions) found.set(id, session);
        from = page.next;
      } while (from !== null);
      const named = [...found.values()].map((session) => (session as { person: string }).person);
      const [, ...others] = people;
      const expected = others.map(({ user }) => user);
      expect(named.filter((user) => expected.includes(user)).sort()).toEqual(expected.sort());
      expect(named).not.toContain(people[0]?.user);
      expect([...found.keys()].join()).not.toContain("+62811");
    });
  });
}
