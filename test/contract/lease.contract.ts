import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import { ids, item, NOW, type Ports, stranger, taking, turnOf } from "../support/turns.ts";

/** Only who holds the lease may store, and what a holder lost is handed out again. */
export function leaseContract(name: string, open: () => Promise<Ports>): void {
  describe(`${name}: the lease`, () => {
    let ports: Ports;
    beforeAll(async () => {
      ports = await open();
    });
    afterAll(() => ports.close());
    const enter = (contact: Contact, id: string, now = NOW) =>
      ports.line.enter(contact, item(id), now);
    const taken = async (contact: Contact, now: number) => {
      const turn = await ports.line.take(contact, now);
      if (turn === null) throw new Error("nothing was handed out");
      return turn;
    };

    test("a commit after the lease ran out is refused and stores nothing", async () => {
      const contact = stranger();
      const turn = turnOf(await enter(contact, "a"));
      const outcome = taking(["a"], {
        parts: [{ id: "late part", body: "x" }],
        jobs: [{ key: "late job", kind: "k", payload: 1 }],
        dead: [{ id: "a", code: "poison" }],
      });
      expect(await ports.line.commit(turn.lease, outcome, NOW + 30_000)).toEqual({
        state: "refused",
      });
      expect(await ports.line.peek(contact)).toBeNull();
      expect(await ports.outbox.unsent(contact, 10)).toEqual([]);
      expect((await ports.dead.list()).length).toBe(0);
      expect(await ports.jobs.take(NOW + 30_000)).toBeNull();
      expect(ids(await taken(contact, NOW + 30_000))).toEqual(["a"]);
    });

    test("a commit under another token is refused, and the holder's own goes through", async () => {
      const contact = stranger();
      const turn = turnOf(await enter(contact, "a"));
      const forged = { ...turn.lease, token: "another" };
      expect(await ports.line.commit(forged, taking(["a"]), NOW)).toEqual({ state: "refused" });
      expect(await ports.line.commit(turn.lease, taking(["a"]), NOW)).toEqual({
        state: "done",
        held: null,
      });
      expect(await ports.line.commit(turn.lease, taking(["a"]), NOW)).toEqual({
        state: "refused",
      });
    });

    test("a turn that was lost can't commit over the one that took its place", async () => {
      const contact = stranger();
      const lost = turnOf(await enter(contact, "a"));
      const other = await taken(contact, NOW + 30_000);
      expect(await ports.line.commit(lost.lease, taking(["a"]), NOW + 30_001)).toEqual({
        state: "refused",
      });
      expect(
        await ports.line.commit(other.lease, taking(["a"], { session: { by: 2 } }), NOW + 30_001),
      ).toEqual({ state: "done", held: null });
      expect(await ports.line.peek(contact)).toEqual({ by: 2 });
    });

    test("a turn takes in what came meanwhile, under its lease, in order", async () => {
      const contact = stranger();
      const turn = turnOf(await enter(contact, "a"));
      for (const id of ["b", "c"]) await enter(contact, id);
      const widened = await ports.line.widen(turn.lease, NOW + 1000);
      expect(widened?.items.map(({ id }) => id)).toEqual(["a", "b", "c"]);
      expect(widened).toMatchObject({ handouts: 1, seed: turn.seed, lease: turn.lease });
      expect(await ports.line.widen(turn.lease, NOW + 2000)).toEqual(widened);
      await ports.line.commit(turn.lease, taking(["a", "b", "c"]), NOW + 3000);
      expect(await ports.line.waiting(contact)).toBe(0);
    });

    test("a message that was handed out before stays alone, whatever came meanwhile", async () => {
      const contact = stranger();
      await enter(contact, "a");
      const again = await taken(contact, NOW + 30_001);
      await ports.line.enter(contact, item("b"), NOW + 30_002);
      const widened = await ports.line.widen(again.lease, NOW + 30_003);
      expect(widened?.items.map(({ id }) => id)).toEqual(["a"]);
      expect(widened?.handouts).toBe(2);
    });

    test("a lease that is lost takes in nothing", async () => {
      const contact = stranger();
      const turn = turnOf(await enter(contact, "a"));
      expect(await ports.line.widen(turn.lease, NOW + 30_000)).toBeNull();
      await ports.line.take(contact, NOW + 30_001);
      expect(await ports.line.widen(turn.lease, NOW + 30_002)).toBeNull();
    });

    test("a line that somebody works on, or where nothing waits, is not taken", async () => {
      const contact = stranger();
      expect(await ports.line.take(contact, NOW)).toBeNull();
      const turn = turnOf(await enter(contact, "a"));
      expect(await ports.line.take(contact, NOW + 29_999)).toBeNull();
      await ports.line.commit(turn.lease, taking(["a"]), NOW);
      expect(await ports.line.take(contact, NOW + 90_000)).toBeNull();
    });

    test("a lease is renewed by 30 s at a time and never beyond 60 s", async () => {
      const turn = turnOf(await enter(stranger(), "a"));
      const renewed = await ports.line.renew(turn.lease, NOW + 10_000);
      expect(renewed?.until).toBe(NOW + 40_000);
      const last = await ports.line.renew(turn.lease, NOW + 39_000);
      expect(last?.until).toBe(NOW + 60_000);
      expect((await ports.line.renew(turn.lease, NOW + 59_999))?.until).toBe(NOW + 60_000);
      expect(await ports.line.renew(turn.lease, NOW + 60_000)).toBeNull();
      expect(await ports.line.commit(turn.lease, taking(["a"]), NOW + 60_000)).toEqual({
        state: "refused",
      });
    });

    test("a lease that ran out is not renewed", async () => {
      const turn = turnOf(await enter(stranger(), "a"));
      expect(await ports.line.renew(turn.lease, NOW + 30_000)).toBeNull();
    });

    test("a lease given back leaves the line as it was, and its count of hand-outs", async () => {
      const contact = stranger();
      const turn = turnOf(await enter(contact, "a"));
      await ports.line.release(turn.lease);
      const again = await ports.line.take(contact, NOW);
      expect(again).toMatchObject({ items: [item("a")], handouts: 2 });
      await ports.line.release(turn.lease);
      expect(await ports.line.take(contact, NOW)).toBeNull();
    });

    test("after a lost turn its messages come one by one, so that the one that kills is found", async () => {
      const contact = stranger();
      const first = turnOf(await enter(contact, "a"));
      for (const id of ["b", "c", "d"]) await enter(contact, id);
      const batch = turnOf(await ports.line.commit(first.lease, taking(["a"]), NOW));
      expect(ids(batch)).toEqual(["b", "c", "d"]);
      const alone = await taken(contact, NOW + 30_000);
      expect(alone).toMatchObject({ items: [item("b")], handouts: 2 });
      const next = turnOf(await ports.line.commit(alone.lease, taking(["b"]), NOW + 30_000));
      expect(next).toMatchObject({ items: [item("c")], handouts: 2 });
    });

    test("the count of hand-outs grows until the message is given up as a dead letter", async () => {
      const contact = stranger();
      let turn = turnOf(await enter(contact, "killer"));
      await enter(contact, "innocent");
      let now = NOW;
      for (const handouts of [2, 3, 4]) {
        now += 30_000;
        turn = await taken(contact, now);
        expect(turn).toMatchObject({ items: [item("killer")], handouts });
      }
      const dead = [{ id: "killer", code: "poison" as const }];
      const next = turnOf(await ports.line.commit(turn.lease, taking(["killer"], { dead }), now));
      expect(next).toMatchObject({ items: [item("innocent")], handouts: 1 });
      const [letter] = await ports.dead.list();
      expect(letter).toMatchObject({
        what: "message",
        code: "poison",
        at: new Date(now).toISOString(),
      });
      expect(JSON.stringify(letter)).not.toContain("killer");

      expect(await ports.dead.retry(letter?.id ?? "", now)).toBe(true);
      expect(await ports.dead.retry(letter?.id ?? "", now)).toBe(false);
      const back = turnOf(await ports.line.commit(next.lease, taking(["innocent"]), now));
      const [item0] = back.items;
      expect(back.handouts).toBe(1);
      expect(item0?.body).toEqual(item("killer").body);
      // What is made from it must not bear the names of the first attempt's parts and forms.
      expect(back.seed).not.toBe(turn.seed);
      await ports.line.commit(back.lease, taking(ids(back)), now);
      expect(await ports.dead.list()).toEqual([]);
    });

    test("contacts with work and no living lease are due, the longest waiting first", async () => {
      const [early, late, leased, done] = [stranger(), stranger(), stranger(), stranger()];
      await enter(late, "l", NOW + 1_000_002);
      await enter(early, "e", NOW + 1_000_001);
      await enter(leased, "x", NOW + 1_020_000);
      const turn = turnOf(await enter(done, "d", NOW + 1_000_000));
      await ports.line.commit(turn.lease, taking(["d"]), NOW + 1_000_000);
      const due = await ports.line.due(NOW + 1_031_000, 1000);
      const mine = due.filter(({ contact }) =>
        [early, late, leased, done].some((one) => one.user === contact.user),
      );
      expect(mine).toEqual([{ contact: early }, { contact: late }]);
      expect(await ports.line.due(NOW + 1_031_000, 1)).toHaveLength(1);
    });
  });
}
