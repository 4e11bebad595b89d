import { beforeAll, describe, expect, test } from "vitest";
import type { DeviceLease } from "../../src/conversation/ports/linked-device.ts";
import { at, DATABASES, key, OPENING, storesOf } from "../support/case-talk.ts";
import { NOW } from "../support/turns.ts";

const account = { channel: "whatsapp-web", account: "utama" };
const other = { channel: "whatsapp-web", account: "kedua" };

describe.each(DATABASES)("a linked device on %s", (_, make) => {
  const stores = storesOf(make);
  const device = () => stores.store.device;
  let lease: DeviceLease;
  beforeAll(async () => {
    lease = await taken(device().take(account, NOW));
  });

  test("is one process's at a time, until its lease runs out or is given back", async () => {
    expect(await stores.second.device.take(account, NOW + 29_999)).toBeNull();
    await taken(stores.second.device.take(other, NOW));
    const renewed = await taken(device().renew(lease, NOW + 10_000));
    expect(renewed.until).toBe(NOW + 40_000);
    const next = await taken(stores.second.device.take(account, NOW + 40_000));
    expect(await device().renew(lease, NOW + 40_001)).toBeNull();
    await device().release(lease);
    expect(await device().take(account, NOW + 40_002)).toBeNull();
    await stores.second.device.release(next);
    lease = await taken(device().take(account, NOW + 40_003));
  });

  test("keeps values of any kind, overwrites and removes them", async () => {
    const values = new Map([
      ["creds", '{"a":1}'],
      ["session:62811@s.whatsapp.net.0", "é".repeat(5000)],
      ["kind-of-next-year:x", "1"],
    ]);
    expect(await device().write(lease, values)).toBe(true);
    expect(await device().read(account, [...values.keys(), "none"])).toEqual(values);
    await device().write(
      lease,
      new Map([
        ["creds", "2"],
        ["kind-of-next-year:x", null],
      ]),
    );
    expect(await device().read(account, ["creds", "kind-of-next-year:x"])).toEqual(
      new Map([["creds", "2"]]),
    );
    expect(await device().read(other, ["creds"])).toEqual(new Map());
  });

  test("takes nothing from a process whose lease is lost, and is wiped by its holder alone", async () => {
    const lost = { ...lease, token: "lost" };
    expect(await device().write(lost, new Map([["creds", "evil"]]))).toBe(false);
    expect(await device().wipe(lost)).toBe(false);
    expect((await device().read(account, ["creds"])).get("creds")).toBe("2");
    expect(await device().wipe(lease)).toBe(true);
    expect((await device().read(account, ["creds"])).size).toBe(0);
  });

  test("writes all of a commit or nothing", async () => {
    const bad = new Map<string, string>([
      ["one", "1"],
      // No cipher takes this: the transaction breaks in its middle.
      ["two", BigInt(1) as unknown as string],
    ]);
    await expect(device().write(lease, bad)).rejects.toThrow();
    expect((await device().read(account, ["one"])).size).toBe(0);
  });
});

describe.each(DATABASES)("persons' names on %s", (_, make) => {
  const stores = storesOf(make);
  const names = () => stores.store.names;
  const [lid, phone, own] = ["111@lid", "628@s.whatsapp.net", "62800"];

  test("who was met under a phone number stays the same person when their hidden id comes", async () => {
    expect(await names().meet(account, [phone], own, NOW)).toBe(phone);
    expect(await names().meet(account, [lid, phone], own, NOW)).toBe(phone);
    expect(await names().meet(account, [lid], own, NOW)).toBe(phone);
    expect(await names().meet(other, [lid], own, NOW)).toBe(lid);
  });

  test("two who turn out to be one are from then on the one of the first name", async () => {
    await names().meet(account, ["222@lid"], own, NOW);
    await names().meet(account, ["629@s.whatsapp.net"], own, NOW);
    expect(await names().meet(account, ["222@lid", "629@s.whatsapp.net"], own, NOW)).toBe(
      "222@lid",
    );
    expect(await names().meet(account, ["629@s.whatsapp.net"], own, NOW)).toBe("222@lid");
  });

  test("who wrote to an earlier number of the bot's has not met the new one", async () => {
    await names().meet(account, ["333@lid"], own, NOW);
    expect(await names().wasMet(account, "333@lid", own)).toBe(true);
    expect(await names().wasMet(account, "333@lid", "62999")).toBe(false);
    expect(await names().wasMet(account, "444@lid", own)).toBe(false);
  });

  test("go when nobody has written under any of them for long, unless there are records of the person", async () => {
    const day = 86_400_000;
    const meet = (name: string, at: number) => names().meet(account, [name], own, at);
    const [idle, back, kept] = ["666@lid", "777@lid", "888@lid"];
    for (const name of [idle, back, kept]) await meet(name, NOW);
    await names().meet(account, [back, "6277@s.whatsapp.net"], own, NOW);
    await meet(back, NOW + 2 * day);
    await stores.store.cases.open(key(), { ...account, user: kept }, OPENING, at(0));
    await names().forget(NOW);
    expect(await names().wasMet(account, idle, own)).toBe(true);
    expect(await names().forget(NOW + day)).toBeGreaterThan(0);
    const met = [idle, back, kept].map((name) => names().wasMet(account, name, own));
    expect(await Promise.all(met)).toEqual([false, true, true]);
    expect(await meet("6277@s.whatsapp.net", NOW + 3 * day)).toBe(back);
  });

  test("an erasure takes them along", async () => {
    await names().meet(account, ["555@lid", "6255@s.whatsapp.net"], own, NOW);
    const contact = { ...account, user: "555@lid" };
    await stores.store.records.erase("key-555", contact, new Date(NOW).toISOString());
    expect(await names().wasMet(account, "555@lid", own)).toBe(false);
  });
});

async function taken(lease: Promise<DeviceLease | null>): Promise<DeviceLease> {
  const got = await lease;
  if (!got) throw new Error("somebody else has the device");
  return got;
}
