import { expect, test } from "vitest";
import { runCommand } from "../../src/cli/run.ts";
import { plainIo } from "./plain-io.ts";

async function run(line: string, today?: string) {
  const { io, out, err } = plainIo(today);
  const code = await runCommand(line.split(" "), io, () =>
    Promise.reject(new Error("needs no store")),
  );
  return { code, out, err };
}

test("faq show prints an answer as a person reads it, by the rules of the day", async () => {
  const november = await run("faq show iuran-bpu --on 2026-11-22");
  expect(november.code).toBe(0);
  expect(november.out[0]).toContain("mulai Rp8.400");
  expect(november.out[0]).toContain("Per 22 November 2026.");
  expect(november.out.at(-1)).toBe(
    "[Hitung iuran] [Daftar sekarang] [Keringanan iuran] [Cara bayar iuran] [Untungnya ikut]",
  );
  const january = await run("faq show iuran-bpu", "2027-01-15");
  expect(january.out[0]).toContain("Khusus ojek");
});

test("faq show takes what the person told", async () => {
  const { out } = await run(
    "faq show iuran-bpu --on 2026-11-22 --segment mandiri --transport --income 2500000 --json",
  );
  expect(JSON.parse(out[0] ?? "")).toMatchObject({
    withheld: null,
    topic: "iuran-bpu",
    text: expect.stringContaining("Rp16.400 per bulan"),
  });
});

test("faq show ends with 1 where an answer is withheld, and says why", async () => {
  const { code, out } = await run("faq show iuran-bpu --on 2027-02-01");
  expect(code).toBe(1);
  expect(out[0]).toContain("175");
  expect(out.at(-1)).toBe("withheld: overdue");
});

test("faq stale names what is due within 60 days, and ends with 1 only once something is over-due", async () => {
  const early = await run("faq stale --on 2026-11-22");
  expect(early).toMatchObject({ code: 0, out: ["No answer is due within 60 days of 2026-11-22."] });
  const soon = await run("faq stale --on 2026-12-15");
  expect(soon.code).toBe(0);
  expect(soon.out).toContain("locales/id/faq/iuran-bpu.md  review by 2027-01-31: due in 47 days");
  const late = await run("faq stale --on 2027-02-01 --json");
  expect(late.code).toBe(1);
  const found: { topic: string; daysLeft: number }[] = JSON.parse(late.out[0] ?? "");
  expect(found.filter(({ daysLeft }) => daysLeft < 0).map(({ topic }) => topic)).toEqual([
    ...["diskon-iuran", "iuran-bpu"],
  ]);
});

test("faq stale names answers that lack a figure", async () => {
  const { code, out } = await run("faq stale --on 2027-03-01");
  expect(code).toBe(1);
  expect(out.join("\n")).toMatch(/jp-manfaat\.md .*\{jp_terendah\} is not known/);
});

test("a date that is none is refused", async () => {
  expect((await run("faq stale --on 2026-13-01")).code).toBe(2);
  expect((await run("faq show iuran-bpu --on besok")).code).toBe(2);
});
