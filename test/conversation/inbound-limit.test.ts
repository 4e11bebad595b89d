import { expect, test } from "vitest";
import { makeInboundLimit } from "../../src/conversation/inbound-limit.ts";

const at = Date.parse("2026-11-22T03:00:00Z");

test("twenty messages in one go pass; the next is told once, the others are dropped", () => {
  const limit = makeInboundLimit();
  const verdicts = Array.from({ length: 40 }, () => limit("siti", at));
  expect(verdicts.slice(0, 20).every((one) => one === "pass")).toBe(true);
  expect(verdicts[20]).toBe("tell");
  expect(verdicts.slice(21).every((one) => one === "drop")).toBe(true);
});

test("who waits is heard again: one message every two seconds", () => {
  const limit = makeInboundLimit();
  for (let i = 0; i < 25; i++) limit("siti", at);
  expect(limit("siti", at + 2000)).toBe("pass");
  expect(limit("siti", at + 2000)).toBe("drop");
  expect(limit("siti", at + 62_000)).toBe("pass");
});

test("a flood that goes on is told once a minute", () => {
  const limit = makeInboundLimit();
  const told = Array.from({ length: 3000 }, (_, i) => limit("siti", at + i * 40));
  expect(told.filter((one) => one === "tell")).toHaveLength(2);
});

test("what was written through a day is not a flood when it arrives at once", () => {
  const limit = makeInboundLimit();
  for (let i = 0; i < 200; i++) expect(limit("siti", at + i * 400_000)).toBe("pass");
});

test("one contact's flood does not touch another, and memory is bounded", () => {
  const limit = makeInboundLimit();
  for (let i = 0; i < 30; i++) limit("siti", at);
  expect(limit("agus", at)).toBe("pass");
  for (let i = 0; i < 10_001; i++) limit(`orang ${i}`, at);
  expect(limit("siti", at)).toBe("pass");
});
