import { describe, expect, test } from "vitest";
import { quote } from "../../src/cli/quote.ts";
import { runCommand } from "../../src/cli/run.ts";
import { bpuRates } from "../../src/rules/bpu-rates.ts";
import { plainIo } from "./plain-io.ts";

function run(line: string | string[], rates = bpuRates) {
  const out: string[] = [];
  const err: string[] = [];
  const code = quote(
    typeof line === "string" ? line.split(" ").filter((word) => word !== "") : line,
    {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      now: { today: "2026-11-22" },
    },
    rates,
  );
  return { code, out, err };
}
const good = "--segment mandiri --income 3200000 --programmes jkk,jkm --months 3";

describe("quote", () => {
  test("with --json the answer is one line of the agreed shape", () => {
    const { code, out, err } = run(`${good} --from 2026-11 --json`);
    expect({ code, err, lines: out.length }).toEqual({ code: 0, err: [], lines: 1 });
    expect(out[0]).toBe(
      '{"base":3450000,"months":[' +
        '{"month":"2026-11","jkk":17250,"jkm":3400,"jht":0,"total":20650,"basis":["PP 44/2015 Lampiran II","PP 50/2025"]},' +
        '{"month":"2026-12","jkk":17250,"jkm":3400,"jht":0,"total":20650,"basis":["PP 44/2015 Lampiran II","PP 50/2025"]},' +
        '{"month":"2027-01","jkk":34500,"jkm":6800,"jht":0,"total":41300,"basis":["PP 44/2015 Lampiran II"]}' +
        '],"total":82600}',
    );
  });

  test("a person reads a table: base, months, programmes, laws, and who decides", () => {
    const { code, out, err } = run(
      "--segment mandiri --income 3200000 --programmes jht,jkk,jkm --months 2 --from 2026-12",
    );
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out).toEqual([
      "Iuran peserta mandiri (BPU), penghasilan Rp3.200.000 sebulan, di luar sektor transportasi",
      "Dasar perhitungan: Rp3.450.000 sebulan. Semua jumlah dalam rupiah.",
      "",
      "Bulan           JKK        JKM        JHT     Jumlah   Dasar hukum",
      "Des 2026     17.250      3.400     69.000     89.650   PP 44/2015 Lampiran II; PP 46/2015; PP 50/2025",
      "Jan 2027     34.500      6.800     69.000    110.300   PP 44/2015 Lampiran II; PP 46/2015",
      "Total                                        199.950",
      "",
      "Bayar sebelum perlindungan habis: 1, 3, 6, 12 bulan di muka. Tidak ada denda; menunggak lebih dari 3 bulan berturut-turut, perlindungan berhenti.",
      "Ini perkiraan. Yang menetapkan iuran adalah BPJS Ketenagakerjaan.",
    ]);
  });

  test("without JHT the table has no column for it, and it says when transport was meant", () => {
    const { out } = run(`${good} --transport`);
    expect(out[0]).toContain("sektor transportasi");
    expect(out[0]).not.toContain("di luar");
    expect(out.join("\n")).not.toContain("JHT");
  });

  test("the first month is the current one unless told", () => {
    expect(run(`${good} --json`)).toEqual(run(`${good} --json --from 2026-11`));
  });

  test("spaces in the list of programmes do no harm", () => {
    const spaced = good.split(" ").map((word) => word.replace(",", ", "));
    expect(run(spaced)).toEqual(run(good));
  });

  test("drivers have the relief where traders no longer do", () => {
    const total = (line: string) => JSON.parse(run(`${line} --from 2027-01 --json`).out[0] ?? "");
    expect(total(`${good} --transport`).total).toBe(61_950);
    expect(total(good).total).toBe(123_900);
  });

  test("options that hold for every command change nothing here", () => {
    const line = `${good} --from 2026-11`;
    expect(run(`${line} --now 2020-01-01T00:00:00Z --data :memory: --contact c1`)).toEqual(
      run(line),
    );
  });

  test("the same question on 31 December and on 1 January has two answers, each with its law", async () => {
    const asked = async (now: string) => {
      const { io, out } = plainIo();
      const words = `quote --segment mandiri --income 3200000 --programmes jkk,jkm --months 1 --json --now ${now}`;
      await runCommand(words.split(" "), io, () => Promise.reject(new Error("needs no store")));
      return JSON.parse(out[0] ?? "").months[0];
    };
    expect(await asked("2026-12-31")).toMatchObject({
      month: "2026-12",
      total: 20_650,
      basis: ["PP 44/2015 Lampiran II", "PP 50/2025"],
    });
    expect(await asked("2027-01-01")).toMatchObject({
      month: "2027-01",
      total: 41_300,
      basis: ["PP 44/2015 Lampiran II"],
    });
  });

  test("whom APBN or APBD pays for has no relief", () => {
    const total = JSON.parse(
      run(`${good} --from 2026-11 --paid-by-state --json`).out[0] ?? "",
    ).total;
    expect(total).toBe(123_900);
  });

  test("--help explains and ends well", () => {
    const { code, out, err } = run("--help");
    expect({ code, err }).toEqual({ code: 0, err: [] });
    for (const option of ["--segment", "--income", "--programmes", "--months", "--from"])
      expect(out.join("\n")).toContain(option);
    expect(out.every((text) => !text.includes("\n"))).toBe(true);
  });
});

describe("quote used wrongly ends with 2 and says what to write", () => {
  test.for([
    ["", /--segment/],
    ["--segment petani --income 1000000 --programmes jkk,jkm --months 1", /mandiri/],
    ["--segment mandiri --programmes jkk,jkm --months 1", /--income/],
    ["--segment mandiri --income 1.000.000 --programmes jkk,jkm --months 1", /digits only/],
    ["--segment mandiri --income 0 --programmes jkk,jkm --months 1", /above 0/],
    ["--segment mandiri --income -5 --programmes jkk,jkm --months 1", /above 0/],
    ["--segment mandiri --income 1000000000000 --programmes jkk,jkm --months 1", /999999999999/],
    ["--segment mandiri --income 1000000 --programmes jkk --months 1", /compulsory/],
    ["--segment mandiri --income 1000000 --programmes jkk,jkm,jp --months 1", /jkk, jkm, jht/],
    ["--segment mandiri --income 1000000 --programmes jkk,jkm --months 0", /1 to 24/],
    ["--segment mandiri --income 1000000 --programmes jkk,jkm --months 25", /1 to 24/],
    [`${good} --from 2026-13`, /YYYY-MM/],
    [`${good} --from 2026-11-22`, /YYYY-MM/],
    [`${good} --colour red`, /--colour/],
    [`${good} more`, /argument/],
  ] as const)("%s", ([line, sentence]) => {
    for (const json of ["", " --json"]) {
      const { code, out, err } = run(line + json);
      expect({ code, out }).toEqual({ code: 2, out: [] });
      expect(err.join("\n")).toMatch(sentence);
    }
  });
});

describe("quote without a figure ends with 1", () => {
  test("a month before the rules is said to be unknown, never priced", () => {
    const { code, out, err } = run(`${good} --from 2015-05`);
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err.join("\n")).toMatch(/tidak diketahui.*2015-05/);
    expect(run(`${good} --from 2015-05 --json`).out).toEqual([
      '{"error":"month_not_known","month":"2015-05"}',
    ]);
  });

  test("faulty rates are listed with their place, and nothing is priced", () => {
    const rates = structuredClone(bpuRates);
    for (const rate of rates.rates) rate.until = "2015-01";
    const { code, out, err } = run(good, rates);
    expect({ code, out, count: err.length }).toEqual({ code: 1, out: [], count: 3 });
    expect(err[0]).toContain("src/rules/data/bpu.json: rates, entry 1");
  });
});
