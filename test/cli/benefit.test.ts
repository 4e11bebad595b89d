import { describe, expect, test } from "vitest";
import { runCommand } from "../../src/cli/run.ts";
import { plainIo } from "./plain-io.ts";

async function run(line: string, today?: string) {
  const { io, out, err } = plainIo(today);
  const words = line.split(" ").filter((word) => word !== "");
  const code = await runCommand(words, io, () => Promise.reject(new Error("needs no store")));
  return { code, out, err };
}
const death = "benefit --event meninggal --income 1000000";

describe("benefit", () => {
  test("with --json the answer is one line of the agreed shape", async () => {
    const { code, out, err } = await run(`${death} --on 2026-11-22 --months-paid 2 --json`);
    expect({ code, err, out }).toEqual({
      code: 0,
      err: [],
      out: [
        '{"event":"meninggal","items":[' +
          '{"code":"death_funeral","amount":10000000,"unit":"rupiah","basis":"PP 82/2019","confidence":"verified"}' +
          '],"notes":["must_be_active","jkm_only_funeral","jkm_counting_disputed","no_scholarship_yet","jkm_claim_lapses","jkm_paid_within","estimate_only"]}',
      ],
    });
  });

  test("a person reads amounts with their law, how sure they are, and sentences", async () => {
    const { code, out } = await run(
      "benefit --event cacat --total --on 2026-11-22 --income 3200000 --children sd,smp",
    );
    expect(code).toBe(0);
    expect(out).toEqual([
      "Benefits (cacat, mandiri) by the rules of 2026-11-22",
      "Reckoned on Rp3.450.000 a month.",
      "",
      "disability_total                           Rp193.200.000   PP 82/2019",
      "disability_periodic                         Rp12.000.000   PP 82/2019 [conflict: ask a branch]",
      "scholarship_sd                        Rp1.500.000 a year   PP 82/2019",
      "scholarship_smp                       Rp2.000.000 a year   PP 82/2019",
      "scholarships_at_most                 up to Rp159.000.000   PP 82/2019",
      "",
      "- Sources disagree whether the periodic sum comes on top of the sum for total disability.",
      "- Scholarships: at school, under 23, unmarried, not working; applied for each year, up to 3 past years.",
      "- The claim lapses after 5 years.",
      "- Paid within 7 working days of complete papers (recalled).",
      "- Marked amounts are not settled: a branch or 175 decides.",
      "- The base of the income band counts, not the income itself.",
      "- An estimate: BPJS Ketenagakerjaan decides.",
    ]);
  });

  test.for([
    "--event kecelakaan --income 1000000 --months-off 14",
    "--event cacat --income 1000000",
    "--event cacat --income 1000000 --percent 40 --loss-percent 50",
    "--event meninggal-kerja --income 1000000 --children belum,tk,sd",
    "--event meninggal",
    "--event meninggal --segment usaha --months-paid 1 --children sd",
    "--event jht --birth 1990-01-01",
    "--event jht --reason stopped --balance 70000000",
    "--event jht --income 1234567 --months-paid 130 --segment usaha",
    "--event jp --income 1234567 --months-paid 200 --birth 1970-01-01",
    "--event jp --months-paid 10",
    "--event jp",
    "--event jkp --income 7000000",
    "--event jkp --income 7000000 --months-paid 3",
  ])("no sentence lacks its number: %s", async (options) => {
    const { code, out } = await run(`benefit ${options}`);
    expect(code).toBe(0);
    expect(out.join("\n")).not.toMatch(/\?|undefined|NaN/);
  });

  test("the day is today unless told, and the day decides", async () => {
    const line = `${death} --months-paid 1 --json`;
    expect(await run(line)).toEqual(await run(`${line} --on 2026-11-22`));
    const items = async (today: string) => JSON.parse((await run(line, today)).out[0] ?? "").items;
    expect((await items("2025-02-23")).length).toBe(3);
    expect((await items("2025-02-24")).length).toBe(1);
    expect(await run(`${line} --now 2025-02-23`)).toEqual(await run(`${line} --on 2025-02-23`));
  });

  test("the pension tells from when, in JSON too", async () => {
    const { out } = await run("benefit --event jp --birth 1968-02-29 --json");
    expect(JSON.parse(out[0] ?? "").eligibleFrom).toBe("2027-03-01");
    const { out: lines } = await run("benefit --event jp --birth 1968-02-29");
    expect(lines).toContain("Pension from 2027-03-01.");
  });

  test("a day before the rules is not known, and ends with 1", async () => {
    const line = "benefit --event kecelakaan --income 1000000 --on 2019-12-01";
    expect(await run(`${line} --json`)).toMatchObject({
      code: 1,
      out: ['{"error":"date_not_known"}'],
    });
    const { code, out, err } = await run(line);
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err[0]).toMatch(/Not known for that date/);
  });

  test.for([
    ["benefit", /--event/],
    ["benefit --event ulang-tahun", /kecelakaan/],
    ["benefit --event kecelakaan", /--income must be given/],
    ["benefit --event kecelakaan --income 0", /above 0/],
    ["benefit --event kecelakaan --income -1", /above 0/],
    ["benefit --event kecelakaan --income 1000000000000", /999999999999/],
    ["benefit --event kecelakaan --income 1.000.000", /digits only/],
    ["benefit --event kecelakaan --income 1000000 --on 2026-02-30", /YYYY-MM-DD/],
    ["benefit --event cacat --income 1000000 --percent x", /--percent/],
    ["benefit --event meninggal --children kampus", /belum, tk/],
    ["benefit --event meninggal --months-paid -1", /0 to 1200/],
    ["benefit --event jht --birth 2030-01-01", /not after/],
  ] as const)("%s ends with 2 and says what to write", async ([line, sentence]) => {
    const { code, out, err } = await run(line);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err.join("\n")).toMatch(sentence);
  });
});
