import { expect, test } from "vitest";
import { makeBackoff, usualWaits } from "../../../src/channels/telegram/backoff.ts";

test("pauses double from a second to half a minute, and begin anew after a success", () => {
  const { pauseAfter, reset } = makeBackoff(usualWaits);
  const pauses = [1, 2, 3, 4, 5, 6, 7].map(() => pauseAfter(null));
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  reset();
  expect(pauseAfter({ code: 502, words: "" })).toBe(1000);
});

test("Telegram's own wish goes before, and a refused token is asked about once a minute", () => {
  const { pauseAfter } = makeBackoff(usualWaits);
  expect(pauseAfter({ code: 429, words: "", retryAfterMs: 90_000 })).toBe(90_000);
  expect(pauseAfter({ code: 401, words: "" })).toBe(60_000);
  expect(pauseAfter({ code: 404, words: "" })).toBe(60_000);
  expect(pauseAfter({ code: 409, words: "" })).toBe(1000);
});
