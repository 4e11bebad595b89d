import { expect, test } from "vitest";
import { momentOn } from "../../src/cli/moment.ts";

test.for([
  ["WIB", "2026-11-22 23:30 WIB"],
  ["WITA", "2026-11-23 00:30 WITA"],
  ["WIT", "2026-11-23 01:30 WIT"],
] as const)("a moment has the day and the hour of its clock: %s", ([zone, words]) => {
  expect(momentOn(zone, "2026-11-22T16:30:59.000Z")).toBe(words);
});
