import { afterEach, beforeEach, expect, test } from "vitest";
import { errorTable } from "../../../src/channels/whatsapp-cloud/send-error.ts";
import type { SendErrorCode } from "../../../src/conversation/ports/channel.ts";
import { fakeAndCloud } from "../../support/graph-fake-bot.ts";
import { until } from "../../support/tg-fake-bot.ts";

let all: Awaited<ReturnType<typeof fakeAndCloud>>;
beforeEach(async () => {
  all = await fakeAndCloud();
  all.graph.person({ bsuid: "ID.1000001" }).wroteAt = Date.now();
});
afterEach(() => all.close());

const send = () => all.send("ID.1000001");

/** What is decided of each code, written down once more. */
const meanings: Record<SendErrorCode, number[]> = {
  too_many: [4, 80007, 130429],
  too_many_to_contact: [131056],
  locked: [131048, 131031, 131042, 133010, 368, 130497],
  window: [131047],
  refused: [
    131049, 131026, 131030, 131051, 131052, 131053, 131009, 100, 132000, 132001, 132015, 135000,
  ],
  unauthorized: [0, 3, 10, 190, 200, 250, 299],
  unreachable: [1, 2, 131000, 131016, 133004],
  blocked: [],
};
const decided = Object.entries(meanings).flatMap(([meaning, codes]) =>
  codes.map((code) => [code, meaning as SendErrorCode] as const),
);
const waits: Record<number, number> = { 4: 60_000, 80007: 60_000, 130429: 5000 };

test("the list above names every row of the table", () => {
  for (const { from, to } of errorTable)
    for (const code of [from, to].filter((end) => end !== 132999))
      expect(decided.map(([known]) => known)).toContain(code);
});

test.for(decided)("error %i is told as %s, in the answer", async ([code, meaning]) => {
  for (const http of [400, 500]) {
    all.graph.failNext({ http, code, message: `(#${code}) Sorry`, details: "Really" });
    expect(await send()).toEqual({
      state: "failed",
      error: {
        code: meaning,
        detail: `${code} (#${code}) Sorry: Really`,
        ...(waits[code] === undefined ? {} : { retryAfterMs: waits[code] }),
      },
    });
  }
});

test.for(decided)("error %i is told as %s, by a status", async ([code, meaning]) => {
  all.graph.failLater(code);
  const result = await send();
  await until(() => all.reports.length === 1);
  expect(result).toEqual({ state: "sent", receipt: all.reports[0]?.receipt });
  expect(all.reports[0]).toMatchObject({
    state: "failed",
    failure: { code: String(code), error: meaning },
  });
});

const byStatus: [
  fault: { http: number; code?: number; location?: string },
  code: SendErrorCode,
  detail: string,
][] = [
  [{ http: 500 }, "unreachable", "500 no words of Meta's"],
  [{ http: 502 }, "unreachable", "502 no words of Meta's"],
  [{ http: 503, code: 999_999 }, "unreachable", "999999 (#999999) Something is wrong"],
  [{ http: 400, code: 999_999 }, "refused", "999999 (#999999) Something is wrong"],
  [{ http: 429 }, "too_many", "429 no words of Meta's"],
  [{ http: 401 }, "unauthorized", "401 no words of Meta's"],
  [{ http: 403 }, "unauthorized", "403 no words of Meta's"],
  [{ http: 404 }, "refused", "404 no words of Meta's"],
  [{ http: 302, location: "/elsewhere" }, "unreachable", "302 no words of Meta's"],
  [{ http: 200 }, "unreachable", "200 no words of Meta's"],
];
test.for(byStatus)("without a known code %o is told as %s", async ([fault, code, detail]) => {
  all.graph.failNext(fault);
  expect(await send()).toEqual({ state: "failed", error: { code, detail } });
});

test("nothing of WhatsApp's words that could name anybody or hold a secret is passed on", async () => {
  const message = `Malformed token ${all.graph.token} EAABsbCS1iHgBAKrZBxyz0123456789, +62 811-0000-001, ID.1349655302741918, Param "halo semua"`;
  all.graph.failNext({ code: 190, message });
  const result = await send();
  const { error } = result as { error: { detail: string } };
  expect(error.detail).toBe("190 Malformed token … …, +…, ID.…, Param …");
});

test("nor a token that does not look like one", async () => {
  const { graph, send: sendBy, close } = await fakeAndCloud({ token: "kunci" });
  graph.failNext({ code: 190, message: "Malformed access token kunci" });
  expect(await sendBy("ID.1000001")).toMatchObject({
    error: { detail: "190 Malformed access token …" },
  });
  await close();
});
