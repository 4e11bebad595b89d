import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../../src/cli/app.ts";
import { makePauses } from "../../src/conversation/pause.ts";
import type { Inbound } from "../../src/conversation/ports/line.ts";
import { openTestApp } from "../support/app.ts";

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const says = (text: string, at = Date.now()): Inbound => ({
  kind: "message",
  at: new Date(at).toISOString(),
  text,
});
const contactOn = (channel: string, user: string) => ({ channel, account: "test", user });
const nobody = { ready: () => false, committed: () => undefined };
const pausing = (longest: number) =>
  app.conversation(Date.now, nobody, makePauses(longest, Date.now));

test("lines that come one after the other are one turn with one reply", async () => {
  const conversation = pausing(800);
  const contact = contactOn("telegram", "several");
  const first = conversation.receive(contact, "1", says("halo"));
  for (const [index, text] of ["mau tanya", "iuran ojol berapa ya"].entries()) {
    await sleep(200);
    expect((await conversation.receive(contact, `${index + 2}`, says(text))).state).toBe("waiting");
  }
  const { turns } = await first;
  expect(turns).toHaveLength(1);
  expect(turns[0]?.items).toEqual(["1", "2", "3"]);
  expect(turns[0]?.parts).toHaveLength(1);
});

test.for([
  ["a tap", "telegram", { kind: "message", at: new Date().toISOString(), choice: "cmd.MENU" }],
  ["a line of the web chat", "web", says("halo")],
  ["a line written an hour ago", "telegram", says("halo", Date.now() - 3_600_000)],
] as const)("%s is answered at once", async ([name, channel, body]) => {
  const conversation = pausing(60_000);
  const { turns } = await conversation.receive(contactOn(channel, name), "1", body);
  expect(turns).toHaveLength(1);
});

test("nobody who goes on writing waits longer than the whole pause", async () => {
  const conversation = pausing(600);
  const contact = contactOn("telegram", "endless");
  const began = Date.now();
  const first = conversation.receive(contact, "0", says("halo"));
  let over = false;
  void first.then(() => {
    over = true;
  });
  for (let count = 1; count < 9 && !over; count++) {
    await sleep(100);
    await conversation.receive(contact, `${count}`, says(`baris ${count}`));
  }
  await first;
  expect(Date.now() - began).toBeLessThan(5000);
  expect(over).toBe(true);
});
