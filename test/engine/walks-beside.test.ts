import { expect, test } from "vitest";
import { tellingFlows, walkedThrough } from "../support/walked.ts";

test.for(tellingFlows)(
  "two hundred people walk through %s as they like, and nothing is lost, doubled or stuck",
  { timeout: 300_000 },
  (flow) => {
    expect(walkedThrough(flow)).toBe("");
  },
);
