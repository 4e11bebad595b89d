import { describe, expect, test } from "vitest";
import type { SendErrorCode } from "../../src/conversation/ports/channel.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { DeliveryReport } from "../../src/conversation/ports/deliveries.ts";
import { caseTalk, DATABASES, storesOf } from "../support/case-talk.ts";
import { DAY, NOW, stranger } from "../support/turns.ts";

type State = DeliveryReport["state"];
let things = 0;
const fresh = (what: string) => {
  things += 1;
  return `${what} ${things}`;
};
const partOf = (text = "Halo") => ({ id: fresh("part"), body: { text } });
const report = (receipt: string, state: State, error: SendErrorCode = "refused", at = NOW) => ({
  receipt,
  state,
  ...(state === "failed" && { failure: { code: `code of ${error}`, error } }),
  at,
});

describe.each(DATABASES)("%s", (_, make) => {
  const stores = storesOf(make);
  const { open, shown } = caseTalk(stores);

  /** A part that the provider took. */
  const sent = async (contact: Contact, part = partOf()) => {
    const receipt = fresh("receipt");
    await stores.store.deliveries.accepted(contact, part, receipt, NOW);
    return { contact, part, receipt };
  };
  const told = (contact: Contact, ...of: Parameters<typeof report>) =>
    stores.store.deliveries.told(contact, report(...of));

  test("a part that failed is given back until somebody has seen to it", async () => {
    const { contact, part, receipt } = await sent(stranger());
    expect(await told(contact, receipt, "sent")).toBeNull();
    for (let time = 0; time < 5; time++)
      expect(await told(contact, receipt, "failed")).toEqual({ contact, part });
    await stores.store.deliveries.settled(contact, [part.id]);
    expect(await told(contact, receipt, "failed")).toBeNull();
  });

  test("of a part that arrived the text is forgotten", async () => {
    for (const state of ["delivered", "read"] as const) {
      const { contact, receipt } = await sent(stranger());
      expect(await told(contact, receipt, state)).toBeNull();
      expect(await told(contact, receipt, "failed")).toBeNull();
    }
  });

  const ORDERS: State[][] = [
    ["sent", "delivered", "read"],
    ["read", "delivered", "sent"],
    ["delivered", "sent", "read"],
    ["read", "sent", "sent", "delivered", "read", "read"],
  ];
  test.for(ORDERS.map((states) => ({ states })))(
    "a lower state never replaces a higher one: $states",
    async ({ states }) => {
      const contact = stranger();
      const number = await open(contact);
      const part = partOf();
      const reply = { text: "a", by: "Rina", partId: part.id };
      await stores.store.cases.reply(fresh("key"), number, reply, new Date(NOW).toISOString());
      const { receipt } = await sent(contact, part);
      for (const state of states) await told(contact, receipt, state);
      expect((await shown(number)).lines[0]?.delivery).toEqual({ state: "read", code: null });
    },
  );

  test("what was told before the receipt was noted counts", async () => {
    const contact = stranger();
    const [part, receipt] = [partOf(), fresh("receipt")];
    expect(await told(contact, receipt, "failed", "window")).toBeNull();
    expect(await told(contact, receipt, "sent")).toBeNull();
    expect(await stores.store.deliveries.accepted(contact, part, receipt, NOW)).toEqual({
      code: "code of window",
      error: "window",
    });
    expect(await stores.store.deliveries.accepted(contact, part, receipt, NOW)).toMatchObject({
      error: "window",
    });
    expect(await told(contact, receipt, "failed", "window")).toEqual({ contact, part });
    await stores.store.deliveries.settled(contact, [part.id]);
    expect(await stores.store.deliveries.accepted(contact, part, receipt, NOW)).toBeNull();
  });

  test("what arrived before its receipt was noted is not kept", async () => {
    const contact = stranger();
    const receipt = fresh("receipt");
    await told(contact, receipt, "delivered");
    expect(await stores.store.deliveries.accepted(contact, partOf(), receipt, NOW)).toBeNull();
    expect(await told(contact, receipt, "failed")).toBeNull();
  });

  test("a report and the receipt's noting at the same time lose nothing", async () => {
    for (let round = 0; round < 20; round++) {
      const contact = stranger();
      const [part, receipt] = [partOf(), fresh("receipt")];
      const [failure, lost] = await Promise.all([
        stores.store.deliveries.accepted(contact, part, receipt, NOW),
        stores.second.deliveries.told(contact, report(receipt, "failed")),
      ]);
      expect([failure !== null, lost !== null].filter(Boolean)).toHaveLength(1);
    }
  });

  test("a failure of which the provider said no more is one for good", async () => {
    const contact = stranger();
    const receipt = fresh("receipt");
    await stores.store.deliveries.told(contact, { receipt, state: "failed", at: NOW });
    expect(await stores.store.deliveries.accepted(contact, partOf(), receipt, NOW)).toEqual({
      code: "unknown",
      error: "refused",
    });
  });

  test("receipts of one account say nothing of another's", async () => {
    const { contact, receipt } = await sent(stranger());
    expect(await told({ ...contact, account: "other" }, receipt, "failed")).toBeNull();
    expect(await told({ ...contact, channel: "other" }, receipt, "failed")).toBeNull();
    expect(await told(contact, receipt, "failed")).not.toBeNull();
  });

  test("a part that goes out once more is the same part under its new receipt", async () => {
    const { contact, part, receipt } = await sent(stranger());
    await told(contact, receipt, "failed");
    await stores.store.deliveries.settled(contact, [part.id]);
    const again = { ...part, id: `${part.id}~` };
    const next = await sent(contact, again);
    expect(await told(contact, receipt, "failed")).toBeNull();
    expect(await told(contact, next.receipt, "failed")).toEqual({ contact, part: again });
    expect(await stores.store.deliveries.awaits(contact, again, NOW)).toBe(true);
    expect(
      await stores.store.deliveries.awaits(contact, { ...part, id: `${part.id}~~` }, NOW),
    ).toBe(false);
    expect(await stores.store.deliveries.owed(contact)).toHaveLength(1);
  });

  test("what is said of the first sending leaves the second one alone", async () => {
    const { contact, part, receipt } = await sent(stranger());
    await told(contact, receipt, "failed");
    const again = { ...part, id: `${part.id}~` };
    await stores.store.deliveries.awaits(contact, again, NOW);
    await stores.store.deliveries.settled(contact, [part.id]);
    expect(await stores.store.deliveries.owed(contact)).toEqual([again]);
  });

  test("parts that wait are owed in the order in which they first went out, until they are settled", async () => {
    const contact = stranger();
    const [first, then, last] = [await sent(contact), await sent(contact), partOf("last")];
    expect(await told(contact, then.receipt, "failed", "window")).not.toBeNull();
    expect(await stores.store.deliveries.awaits(contact, then.part, NOW)).toBe(true);
    expect(await told(contact, first.receipt, "failed", "window")).not.toBeNull();
    expect(await stores.store.deliveries.awaits(contact, first.part, NOW)).toBe(false);
    expect(await stores.store.deliveries.awaits(contact, last, NOW)).toBe(false);
    expect(await stores.store.deliveries.awaits(contact, last, NOW)).toBe(false);
    expect(await stores.store.deliveries.owed(contact)).toEqual([first.part, then.part, last]);
    expect(await told(contact, then.receipt, "failed", "window")).toBeNull();

    await stores.store.deliveries.settled(contact, [first.part.id, last.id, "unknown"]);
    await stores.store.deliveries.settled(contact, [first.part.id]);
    await stores.store.deliveries.settled(contact, []);
    await stores.store.deliveries.settled(stranger(), [then.part.id]);
    expect(await stores.store.deliveries.owed(contact)).toEqual([then.part]);
    await stores.store.deliveries.settled(contact, [then.part.id]);
    expect(await stores.store.deliveries.awaits(contact, partOf(), NOW)).toBe(true);
  });

  test("of several parts that begin to wait at once one is the first", async () => {
    const contact = stranger();
    const firsts = await Promise.all(
      [stores.store, stores.second, stores.store, stores.second].map((one) =>
        one.deliveries.awaits(contact, partOf(), NOW),
      ),
    );
    expect(firsts.filter(Boolean)).toHaveLength(1);
    expect(await stores.store.deliveries.owed(contact)).toHaveLength(4);
  });

  test("what waits and what failed for good in the last 7 days is counted", async () => {
    const later = NOW + 100 * DAY;
    const before = await stores.store.deliveries.summary(later);
    const contact = stranger();
    await stores.store.deliveries.awaits(contact, partOf(), later);
    for (const [error, at] of [
      ["refused", later - DAY],
      ["refused", later - 6 * DAY],
      ["blocked", later],
      ["blocked", later - 8 * DAY],
    ] as const) {
      const { part, receipt } = await sent(contact);
      await told(contact, receipt, "failed", error, at);
      await stores.store.deliveries.settled(contact, [part.id]);
    }
    const unseen = await sent(contact);
    await told(contact, unseen.receipt, "failed", "unreachable", later);
    expect(await stores.store.deliveries.summary(later)).toEqual({
      awaiting: before.awaiting + 1,
      failed: { "code of refused": 2, "code of blocked": 1 },
    });
  });

  test("what has not changed for long is forgotten, in whatever state", async () => {
    await stores.store.deliveries.forget(NOW + 1_000 * DAY, NOW + 1_000 * DAY);
    const contact = stranger();
    const accepted = await sent(contact);
    const failed = await sent(contact);
    await told(contact, failed.receipt, "failed");
    await stores.store.deliveries.awaits(contact, partOf(), NOW);
    const young = await sent(contact);
    await told(contact, young.receipt, "sent", "refused", NOW + 1);
    const early = fresh("receipt");
    await told(contact, early, "failed");

    expect(await stores.store.deliveries.forget(NOW, NOW)).toBe(0);
    expect(await stores.store.deliveries.forget(NOW + 1, NOW)).toBe(2);
    expect(await stores.store.deliveries.owed(contact)).toHaveLength(1);
    expect(await stores.store.deliveries.forget(NOW + 1, NOW + 1)).toBe(1);
    expect(await stores.store.deliveries.owed(contact)).toEqual([]);
    expect(await told(contact, accepted.receipt, "failed")).toBeNull();
    expect(await stores.store.deliveries.accepted(contact, partOf(), early, NOW)).toBeNull();
    expect(await told(contact, young.receipt, "failed")).not.toBeNull();
  });
});
