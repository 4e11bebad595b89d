import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeMailbox, type ToldMailbox } from "../../src/conversation/mailbox.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Outbox } from "../../src/conversation/ports/outbox.ts";
import { plainFinish } from "../support/finish.ts";

const contact = (user: string): Contact => ({ channel: "web", account: "local", user });
const outbox = { unsent: async () => [], shown: async () => undefined } as unknown as Outbox;

let mailbox: ToldMailbox;
beforeEach(() => {
  vi.useFakeTimers();
  mailbox = makeMailbox(outbox, plainFinish);
});
afterEach(() => {
  mailbox.close();
  vi.useRealTimers();
});

test("a watcher is called upon a commit for their contact and no other, until they stop", () => {
  let calls = 0;
  const stop = mailbox.watch(contact("a"), () => calls++);
  mailbox.committed(contact("b"));
  expect(calls).toBe(0);
  mailbox.committed(contact("a"));
  expect(calls).toBe(1);
  stop();
  mailbox.committed(contact("a"));
  expect(calls).toBe(1);
});

test("what another process committed is looked for, for everybody in turn and not for all at once", () => {
  const calls = new Map<string, number>();
  for (let i = 0; i < 500; i++)
    mailbox.watch(contact(`${i}`), () => calls.set(`${i}`, (calls.get(`${i}`) ?? 0) + 1));
  vi.advanceTimersByTime(2000);
  expect(calls.size).toBe(200);
  vi.advanceTimersByTime(4000);
  expect(calls.size).toBe(500);
  expect(Math.max(...calls.values())).toBeLessThanOrEqual(2);
});
