import { describe, expect, test } from "vitest";
import { quote } from "../../src/cli/quote.ts";

function run(line: string, today = "2026-11-22") {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const code = quote(line.split(" "), { ...io, now: { today } });
  return { code, out, err };
}
const shop = "--segment usaha --size kecil --risk 2 --wage 2500000 --months 1 --from 2026-11";

describe("quote for an employer", () => {
  test("with --json the answer is one line of the agreed shape", () => {
    const due =
      '{"month":"2026-11","jkk":{"worker":0,"employer":13500},"jkm":{"worker":0,"employer":7500},' +
      '"jht":{"worker":50000,"employer":92500},"jp":{"worker":0,"employer":0},"worker":50000,' +
      '"employer":113500,"total":163500,"due":"2026-12-15","basis":["PP 44/2015","PP 46/2015"],"confidence":"verified"}';
    expect(run(`${shop} --json`)).toEqual({
      code: 0,
      err: [],
      out: [
        `{"base":2500000,"months":[${due}],"total":163500,"workers":[{"wage":2500000,"months":[${due}],"total":163500}]}`,
      ],
    });
  });

  test("a person reads both sides, the law, the due date, JKP and the fine", () => {
    const { code, out } = run(shop);
    expect(code).toBe(0);
    expect(out).toEqual([
      "Iuran pemberi kerja, usaha kecil, 1 pekerja, kelompok risiko 2 (sementara; ditetapkan saat pendaftaran)",
      "Jumlah upah: Rp2.500.000 sebulan. Semua jumlah dalam rupiah.",
      "",
      "Bulan                       JKK        JKM        JHT     Jumlah   Dasar hukum",
      "Nov 2026 perusahaan      13.500      7.500     92.500    113.500   PP 44/2015; PP 46/2015",
      "         pekerja              0          0     50.000     50.000",
      "         jumlah          13.500      7.500    142.500    163.500   dibayar paling lambat 2026-12-15",
      "Total                                                    163.500",
      "",
      "JKP tidak menambah iuran: 0,22% dari pemerintah, 0,14% dari iuran JKK (PP 6/2025 art. 11).",
      "Bayar paling lambat tanggal 15 bulan berikutnya; denda terlambat 2% sebulan dari iuran yang terlambat, ditanggung pemberi kerja (PP 44/2015) (belum pasti).",
      "Ini perkiraan. Yang menetapkan iuran adalah BPJS Ketenagakerjaan.",
    ]);
  });

  test("before February 2025 JKP was made up otherwise, which is recalled", () => {
    const { out } = run(shop.replace("2026-11", "2025-01"));
    expect(out.join("\n")).toMatch(/0,1% dari iuran JKM \(PP 37\/2021\) \(belum pasti\)/);
  });

  test("size and risk group may follow from capital, sales and activity", () => {
    const described =
      "--segment usaha --sales 3000000000 --activity warung-makan --wage 2500000 --months 1 --from 2026-11";
    expect(run(described)).toEqual(run(shop));
    expect(run(described.replace("--sales", "--capital"))).toEqual(run(shop));
  });

  test("several wages may be given at once or one by one", () => {
    const many = shop.replace("--wage 2500000", "--wage 2500000,3000000");
    const each = shop.replace("--wage 2500000", "--wage 2500000 --wage 3000000");
    expect(run(many)).toEqual(run(each));
    expect(run(many).out).toContain("Pekerja 2, upah Rp3.000.000: Rp196.200 seluruhnya");
  });

  test("an older, recalled wage ceiling is marked", () => {
    const { out } = run(
      "--segment usaha --size besar --risk 1 --wage 20000000 --months 1 --from 2018-05",
    );
    expect(out.join("\n")).toContain("(belum pasti)");
  });

  test("a day decides: the last month with a known wage ceiling, and the next", () => {
    const line = "--segment usaha --size besar --risk 1 --wage 2500000 --months 1";
    expect(run(line, "2027-02-28").code).toBe(0);
    const { code, out, err } = run(`${line} --json`, "2027-03-01");
    expect({ code, out }).toEqual({
      code: 1,
      out: ['{"error":"month_not_known","month":"2027-03"}'],
    });
    expect(err[0]).toMatch(/tidak diketahui: 2027-03/);
  });

  test.for([
    ["--segment usaha --months 1 --wage 1000000 --risk 1", /--size/],
    ["--segment usaha --months 1 --wage 1000000 --size mikro", /--risk/],
    ["--segment usaha --months 1 --size mikro --risk 1", /--wage/],
    ["--segment usaha --months 1 --size mikro --risk 6 --wage 1", /1, 2, 3, 4, 5/],
    ["--segment usaha --months 1 --size mini --risk 1 --wage 1", /mikro/],
    ["--segment usaha --months 1 --size mikro --risk 1 --wage 0", /above 0/],
    ["--segment usaha --months 1 --size mikro --risk 1 --wage 1.000.000", /digits only/],
    ["--segment usaha --months 1 --size mikro --risk 1 --wage 1000000000000", /999999999999/],
    ["--segment usaha --months 1 --size mikro --activity sihir --wage 1", /--activity/],
    [`${shop} --programmes jkk,jkm`, /compulsory/],
    [`${shop} --from 2026-13`, /YYYY-MM/],
    [`${shop} --labour-intensive --from 2025-05`, /more workers/],
  ] as const)("%s ends with 2", ([line, sentence]) => {
    const { code, out, err } = run(line);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err.join("\n")).toMatch(sentence);
  });

  test("capital and sales that disagree are for a branch to decide", () => {
    const { code, err } = run(
      "--segment usaha --capital 1 --sales 3000000000 --risk 1 --wage 1000000 --months 1",
    );
    expect({ code, err: err.join() }).toEqual({ code: 1, err: expect.stringMatching(/cabang/) });
  });
});

describe("quote for a cooperative", () => {
  const line =
    "--segment koperasi --size mikro --wage 2500000 --member 1000000,3200000 --months 3 --from 2026-11";

  test("staff count as trade, members by themselves, over the end of the relief", () => {
    const { out } = run(`${line} --json`);
    const { staff, members, months, total } = JSON.parse(out[0] ?? "");
    expect([staff.total, members.map((one: { total: number }) => one.total), total]).toEqual([
      40_500,
      [33_600, 82_600],
      156_700,
    ]);
    expect(months[2]).toEqual({ month: "2027-01", staff: 13_500, members: 58_100, total: 71_600 });
    expect(run(line).out).toContain("Total                             156.700");
  });

  test("members may be quoted without staff, and nobody cannot", () => {
    expect(run("--segment koperasi --member 1000000 --months 1 --from 2026-11").code).toBe(0);
    const { code, err } = run("--segment koperasi --months 1");
    expect([code, err.join()]).toEqual([2, "error: --wage or --member must be given"]);
  });

  test("a faulty member is named", () => {
    const { code, err } = run("--segment koperasi --member 1000000,0 --months 1");
    expect([code, err.join()]).toEqual([2, "error: --member must be above 0 (--member 2)"]);
  });
});

describe("quote for a migrant worker", () => {
  test("an agency's contract of 24 months costs 370,000", () => {
    const { out } = run("--segment pmi --via agency --contract 24 --json");
    expect(JSON.parse(out[0] ?? "")).toEqual({
      before: 37_500,
      during: 332_500,
      total: 370_000,
      coverMonths: 31,
      oldAgeFrom: 50_000,
      basis: "Permenaker 4/2023 art. 18",
      confidence: "verified",
    });
    expect(run("--segment pmi --via independent --contract 12").out.join()).toContain("Rp189.000");
  });

  test("other contracts and other times have no figure", () => {
    expect(run("--segment pmi --via agency --contract 3").code).toBe(2);
    expect(run("--segment pmi --via agency --contract 24 --from 2020-01").code).toBe(1);
  });
});
