import { expect, test } from "vitest";
import { joiningAge } from "../../src/rules/eligibility.ts";

test.for([
  [0, "ask_branch"],
  [16, "ask_branch"],
  [17, "ok"],
  [64, "ok"],
  [65, "too_old"],
  [90, "too_old"],
  [-1, "ask_branch"],
  [Number.NaN, "ask_branch"],
] as const)("at %s years joining is: %s", ([age, expected]) => {
  expect(joiningAge(age)).toBe(expected);
});
