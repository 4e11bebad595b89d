import { expect, test } from "vitest";
import { askingFlows, walkedThrough } from "../support/walked.ts";

test.for(askingFlows)(
  "two hundred people walk through %s as they like, and nothing is lost, doubled or stuck",
  { timeout: 300_000 },
  (flow) => {
    expect(walkedThrough(flow)).toBe("");
  },
);
