import { expect, test } from "vitest";
import { makeStaleReport } from "../../src/conversation/stale-report.ts";
import { bookForTests } from "../support/talk.ts";

const book = bookForTests();

test("an answer that is withheld is told to the log once a day, whether somebody asks or not", () => {
  const lines: [string, unknown][] = [];
  const report = makeStaleReport({
    info() {},
    warn: (event, fields) => lines.push([event, fields]),
    error() {},
  });
  report(book, "2026-11-22");
  expect(lines).toEqual([]);
  for (let round = 0; round < 24; round++) report(book, "2027-02-01");
  const topics = lines.map(([, fields]) => (fields as { topic: string }).topic);
  expect(new Set(topics).size).toBe(topics.length);
  expect(lines).toContainEqual([
    "answer_withheld",
    { topic: "iuran-bpu", reason: "overdue", review_by: "2027-01-31" },
  ]);
  const first = lines.length;
  report(book, "2027-02-02");
  expect(lines.length).toBeGreaterThanOrEqual(2 * first);
});
