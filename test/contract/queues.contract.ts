import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Outcome } from "../../src/conversation/ports/line.ts";
import { item, NOW, type Ports, stranger, taking, turnOf } from "../support/turns.ts";

/** What a commit leaves to be done later: jobs, and what became of them. */
export function queuesContract(name: string, open: () => Promise<Ports>): void {
  describe(`${name}: jobs and dead letters`, () => {
    let ports: Ports;
    beforeAll(async () => {
      ports = await open();
    });
    afterAll(() => ports.close());
    const turns = new Map<string, number>();
    const commit = async (contact: Contact, more: Partial<Outcome>, now = NOW) => {
      const id = `t${turns.get(contact.user) ?? 0}`;
      turns.set(contact.user, (turns.get(contact.user) ?? 0) + 1);
      const turn = turnOf(await ports.line.enter(contact, item(id), now));
      expect((await ports.line.commit(turn.lease, taking([id], more), now)).state).toBe("done");
    };
    const job = (key: string) => ({ key, kind: "file.send", payload: { key } });

    test("a job is in one pair of hands, for 60 s", async () => {
      const contact = stranger();
      await commit(contact, { jobs: [job("j1")] });
      const held = await ports.jobs.take(NOW);
      expect(held).toMatchObject({ contact, job: job("j1"), attempts: 1 });
      expect(await ports.jobs.take(NOW + 59_999)).toBeNull();
      const again = await ports.jobs.take(NOW + 60_000);
      expect(again).toMatchObject({ job: job("j1"), attempts: 2 });
      if (held === null || again === null) throw new Error("not taken");
      await ports.jobs.done(held);
      await ports.jobs.failed(held, null, "late");
      expect(await ports.jobs.take(NOW + 120_000)).toMatchObject({ attempts: 3 });
      await ports.jobs.done({ ...again, token: "another" });
      expect(await ports.jobs.take(NOW + 180_000)).toMatchObject({ attempts: 4 });
      expect(await ports.dead.list()).toEqual([]);
      const last = await ports.jobs.take(NOW + 240_000);
      if (last !== null) await ports.jobs.done(last);
      expect(await ports.jobs.take(NOW + 999_000)).toBeNull();
    });

    test("a job whose key waits already is not doubled", async () => {
      const contact = stranger();
      await commit(contact, { jobs: [job("j2"), job("j2")] });
      await commit(contact, { jobs: [job("j2")] });
      const held = await ports.jobs.take(NOW);
      expect(await ports.jobs.take(NOW)).toBeNull();
      if (held !== null) await ports.jobs.done(held);
    });

    test("several takers at once get different jobs", async () => {
      const keys = ["k1", "k2", "k3", "k4"];
      await commit(stranger(), { jobs: keys.map(job) });
      const held = await Promise.all([1, 2, 3, 4, 5].map(() => ports.jobs.take(NOW)));
      const got = held.flatMap((one) => (one === null ? [] : [one]));
      expect(got.map((one) => one.job.key).sort()).toEqual(keys);
      for (const one of got) await ports.jobs.done(one);
    });

    test("a job that failed comes back at its time", async () => {
      await commit(stranger(), { jobs: [job("j3")] });
      const held = await ports.jobs.take(NOW);
      if (held === null) throw new Error("not taken");
      await ports.jobs.failed(held, NOW + 5_000, "unreachable");
      expect(await ports.jobs.take(NOW + 4_999)).toBeNull();
      const again = await ports.jobs.take(NOW + 5_000);
      expect(again).toMatchObject({ job: job("j3"), attempts: 2 });
      if (again !== null) await ports.jobs.done(again);
    });

    test("a job that is given up is a dead letter, and a retry begins anew", async () => {
      const contact = stranger();
      await commit(contact, { jobs: [job("j4")] });
      const held = await ports.jobs.take(NOW + 7_000);
      if (held === null) throw new Error("not taken");
      await ports.jobs.failed(held, null, "job_failed");
      const letters = await ports.dead.list();
      expect(letters).toEqual([
        {
          id: letters[0]?.id,
          what: "job",
          code: "job_failed",
          at: new Date(NOW + 7_000).toISOString(),
        },
      ]);
      expect(await ports.dead.forget(Date.parse(letters[0]?.at ?? ""))).toBe(0);
      expect(await ports.dead.retry("unknown", NOW)).toBe(false);
      expect(await ports.dead.retry(letters[0]?.id ?? "", NOW + 8_000)).toBe(true);
      expect(await ports.dead.list()).toEqual([]);
      expect(await ports.jobs.take(NOW + 8_000)).toMatchObject({ job: job("j4"), attempts: 1 });
    });
  });
}
