import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../../src/cli/app.ts";
import { startUpkeep } from "../../src/conversation/upkeep.ts";
import { openTestApp } from "../support/app.ts";

const day = 86_400_000;
const account = { channel: "whatsapp-web", account: "utama" };

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test("who wrote 31 days ago, and of whom there are no records, is forgotten as soon as it runs", async () => {
  const { store, log } = app;
  const { names } = store;
  const now = Date.now();
  await names.meet(account, ["111@lid"], "62800", now - 31 * day);
  await names.meet(account, ["222@lid"], "62800", now - 29 * day);
  const upkeep = startUpkeep(app.conversation(Date.now), {
    ...store,
    ...{ officeTime: null, clock: () => now, log },
  });
  await upkeep.stop();
  expect(await names.wasMet(account, "111@lid", "62800")).toBe(false);
  expect(await names.wasMet(account, "222@lid", "62800")).toBe(true);
});
