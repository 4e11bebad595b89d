import { cpus, loadavg } from "node:os";
import { readWorkers } from "../../src/sheets/read-workers.ts";
import { inRows, workbook, type XmlCell } from "../support/workbook.ts";

/** `npx tsx test/bench/lists.ts`: what reading a list of workers costs, in a thread, with the time to start it. */

const sizes = [100, 1_000, 2_000, 5_000, 10_000];
const rounds = 3;
const two = (figure: number): string => String(figure).padStart(2, "0");

function person(at: number): XmlCell[] {
  const [day, month, year] = [two(1 + (at % 28)), two(1 + (at % 12)), String(60 + (at % 40))];
  const serial = String(1 + (at % 9_999)).padStart(4, "0");
  return [
    ...[at + 1, `Orang Rekaan ${["Satu", "Dua", "Tiga"][at % 3]}`],
    ...[`3273${two(1 + (at % 60))}${day}${month}${year}${serial}`, `${day}-${month}-19${year}`],
    ...[2_500_000 + at, `0812${10_000_000 + at}`, "Bagian Rekaan"],
  ];
}

const header = ["No", "Nama", "NIK", "Tgl Lahir", "Upah", "HP", "Bagian"];
const people = (count: number): XmlCell[][] => Array.from({ length: count }, (_, at) => person(at));

/** Milliseconds, MB over the process before, and CPU seconds of one reading. */
async function measured(bytes: Uint8Array) {
  const base = process.memoryUsage.rss();
  const cpu = process.cpuUsage();
  let peak = base;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  const start = performance.now();
  const reading = await readWorkers(bytes, { today: "2026-11-22", within: 300_000 });
  const ms = performance.now() - start;
  clearInterval(watch);
  const { user, system } = process.cpuUsage(cpu);
  const rows = reading.kind === "read" ? reading.accepted.length + reading.rejected.length : 0;
  return { rows, ms, mb: (peak - base) / 1e6, cpu: (user + system) / 1e6 };
}

process.stdout.write(
  `Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}\n\n`,
);
process.stdout.write(
  "| rows | file | s | CPU s | MB over the process |\n| --: | --- | --: | --: | --: |\n",
);
for (const count of sizes) {
  const xlsx = workbook([{ name: "Data", rows: inRows([header, ...people(count)]) }]);
  const csv = Buffer.from([header, ...people(count)].map((row) => row.join(";")).join("\n"));
  for (const [kind, bytes] of [
    ["xlsx", xlsx],
    ["csv", csv],
  ] as const) {
    const runs: Awaited<ReturnType<typeof measured>>[] = [];
    for (let round = 0; round < rounds; round++) runs.push(await measured(bytes));
    const middle = (pick: (run: (typeof runs)[number]) => number): number =>
      [...runs.map(pick)].sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
    process.stdout.write(
      `| ${runs[0]?.rows} | ${kind} | ${(middle((run) => run.ms) / 1000).toFixed(2)} | ${middle((run) => run.cpu).toFixed(2)} | ${Math.max(...runs.map((run) => run.mb)).toFixed(0)} |\n`,
    );
  }
}
