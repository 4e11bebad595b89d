import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../../src/cli/app.ts";
import { nowFrom } from "../../src/cli/io.ts";
import { startUpkeep } from "../../src/conversation/upkeep.ts";
import { openTestApp } from "../support/app.ts";

const day = 86_400_000;
const account = { channel: "whatsapp-web", account: "utama" };

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const forUpkeep = (now: number) => ({
  ...{ officeTime: null, clock: () => now, log: app.log },
  book: () => app.book,
  today: () => nowFrom(now).today,
});

test("who wrote 31 days ago, and of whom there are no records, is forgotten as soon as it runs", async () => {
  const { store } = app;
  const { names } = store;
  const now = Date.now();
  await names.meet(account, ["111@lid"], "62800", now - 31 * day);
  await names.meet(account, ["222@lid"], "62800", now - 29 * day);
  const upkeep = startUpkeep(app.conversation(Date.now), {
    ...store,
    ...forUpkeep(now),
  });
  await upkeep.stop();
  expect(await names.wasMet(account, "111@lid", "62800")).toBe(false);
  expect(await names.wasMet(account, "222@lid", "62800")).toBe(true);
});

test("an unanswered question of 91 days ago is forgotten as soon as it runs", async () => {
  const { store } = app;
  const now = Date.parse("2026-11-22T03:00:00Z");
  const gap = { why: "unanswered", question: "bayar dimana", topics: [] } as const;
  await store.gaps.keep(gap, "2026-08-23");
  await store.gaps.keep(gap, "2026-08-24");
  const upkeep = startUpkeep(
    app.conversation(() => now),
    { ...store, ...forUpkeep(now) },
  );
  await upkeep.stop();
  expect((await store.gaps.list()).map(({ on }) => on)).toEqual(["2026-08-24"]);
});
