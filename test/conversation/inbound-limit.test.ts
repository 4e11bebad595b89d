import { expect, test } from "vitest";
import { makeInboundLimit } from "../../src/conversation/inbound-limit.ts";

const at = Date.parse("2026-11-22T03:00:00Z");

test("sixty messages in one go pass; the next is told once, the others are dropped", () => {
  const limit = makeInboundLimit();
  const verdicts = Array.from({ length: 80 }, () => limit.check("siti", at));
  expect(verdicts.slice(0, 60).every((one) => one === "pass")).toBe(true);
  expect(verdicts[60]).toBe("tell");
  expect(verdicts.slice(61).every((one) => one === "drop")).toBe(true);
});

test("who waits is heard again: one message every two seconds", () => {
  const limit = makeInboundLimit();
  for (let i = 0; i < 65; i++) limit.check("siti", at);
  expect(limit.check("siti", at + 2000)).toBe("pass");
  expect(limit.check("siti", at + 2000)).toBe("drop");
  expect(limit.check("siti", at + 62_000)).toBe("pass");
});

test("a flood that goes on is told once a minute", () => {
  const limit = makeInboundLimit();
  const told = Array.from({ length: 3000 }, (_, i) => limit.check("siti", at + i * 40));
  expect(told.filter((one) => one === "tell")).toHaveLength(2);
});

test("what was written through a day is not a flood when it arrives at once", () => {
  const limit = makeInboundLimit();
  for (let i = 0; i < 200; i++) expect(limit.check("siti", at + i * 400_000)).toBe("pass");
});

test("one contact's flood does not touch another, and memory is bounded", () => {
  const limit = makeInboundLimit();
  for (let i = 0; i < 30; i++) limit.check("siti", at);
  expect(limit.check("agus", at)).toBe("pass");
  for (let i = 0; i < 10_001; i++) limit.check(`orang ${i}`, at);
  expect(limit.check("siti", at)).toBe("pass");
});

test("a message that could not be taken in costs nothing when it is delivered again", () => {
  const limit = makeInboundLimit();
  for (let i = 0; i < 100; i++) {
    expect(limit.check("siti", at)).toBe("pass");
    limit.giveBack("siti");
  }
  for (let i = 0; i < 60; i++) expect(limit.check("siti", at)).toBe("pass");
  expect(limit.check("siti", at)).toBe("tell");
});
