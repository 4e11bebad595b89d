import { expect, test } from "vitest";
import type { SendErrorCode } from "../../src/conversation/ports/channel.ts";
import { remedyFor, sendFor } from "../../src/conversation/send-errors.ts";

const upon = (
  code: SendErrorCode,
  state: { attempts?: number; inRow?: number; age?: number; retryAfterMs?: number } = {},
) => {
  const { attempts = 1, inRow = 1, age = 0, ...error } = state;
  return remedyFor({ code, detail: "", ...error }, { attempts, inRow, age });
};

test.for([
  ["unreachable", { attempts: 1 }, { do: "retry", waits: "contact", ms: 1000 }],
  ["unreachable", { attempts: 4, inRow: 2 }, { do: "retry", waits: "contact", ms: 8000 }],
  ["unreachable", { attempts: 30, inRow: 1 }, { do: "retry", waits: "contact", ms: 300_000 }],
  ["unreachable", { inRow: 3 }, { do: "retry", waits: "channel", ms: 1000 }],
  ["unreachable", { inRow: 6 }, { do: "retry", waits: "channel", ms: 8000 }],
  ["unreachable", { inRow: 500 }, { do: "retry", waits: "channel", ms: 60_000 }],
  ["too_many", { retryAfterMs: 7000 }, { do: "retry", waits: "channel", ms: 7000 }],
  ["too_many", {}, { do: "retry", waits: "channel", ms: 5000 }],
  ["unauthorized", {}, { do: "retry", waits: "channel", ms: 60_000 }],
  ["blocked", {}, { do: "drop" }],
  ["refused", {}, { do: "give-up" }],
] as const)("%s with %o leads to %o", ([code, state, remedy]) => {
  expect(upon(code, state)).toEqual(remedy);
});

test("after three days without the provider a part is given up, not before", () => {
  expect(upon("unreachable", { age: sendFor })).toMatchObject({ do: "retry" });
  expect(upon("unreachable", { age: sendFor + 1 })).toEqual({ do: "give-up" });
  expect(upon("blocked", { age: sendFor + 1 })).toEqual({ do: "drop" });
});
