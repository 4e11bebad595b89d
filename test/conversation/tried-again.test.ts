import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../../src/cli/app.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Inbound } from "../../src/conversation/ports/line.ts";
import { openTestApp } from "../support/app.ts";
import { listTalk } from "../support/list-talk.ts";

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const says = (text: string): Inbound => ({
  ...{ kind: "message", at: "2026-11-23T03:00:00.000Z" },
  text,
});
const at = "2026-11-23T03:00:00.000Z";

test("a message that was with the officer when the bot died at it stands there once when it is tried again by hand", async () => {
  const contact: Contact = { channel: "kept", account: "test", user: "tried again" };
  const { conversation, later } = listTalk(app.store, app.book, null);
  const { turns } = await conversation.receive(contact, "ask", says("petugas"));
  const number = /KSS-[\d-]+/.exec(turns[0]?.parts[0]?.reply.text ?? "")?.[0] ?? "";

  // Killed when all is done but the commit, three times running.
  const killed = () => Promise.reject(new Error("killed"));
  const line = { ...app.store.line, commit: killed };
  const dying = listTalk({ ...app.store, line }, app.book, null);
  const deaths = [
    () => dying.conversation.receive(contact, "m1", says("tolong")),
    () => dying.conversation.resume(contact),
    () => dying.conversation.resume(contact),
  ];
  for (const death of deaths) {
    await expect(death()).rejects.toThrow("killed");
    dying.later();
    later();
  }
  later();
  await conversation.resume(contact);
  const letters = await app.store.dead.list();
  expect(letters).toMatchObject([{ what: "message", code: "poison" }]);

  expect(await app.store.dead.retry(letters[0]?.id ?? "", Date.parse(at))).toBe(true);
  await conversation.resume(contact);
  const reader = { by: "test", at };
  const lines = (await app.store.desk.show(number, reader))?.lines ?? [];
  expect(lines.map(({ text }) => text)).toEqual(["tolong"]);
});
