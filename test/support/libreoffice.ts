import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { inject } from "vitest";

/** Commas, every text in quotes and nothing else, cells as shown, formulas as formulas, all sheets. */
const csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true,true,false,-1";

/** What LibreOffice reads in the sheets of workbooks, as .csv by "file/sheet": texts stand in quotes, numbers and dates do not. */
export function openedByLibreOffice(files: readonly string[]): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "payung-office-"));
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const out = join(folder, "csv");
    const args = [profile, "--headless", "--convert-to", csv, "--outdir", out, ...files];
    execFileSync(inject("libreOfficePath"), args, { stdio: "ignore", timeout: 100_000 });
    return Object.fromEntries(
      readdirSync(out).map((name) => [
        keyOf(name, files),
        readFileSync(join(out, name), "utf8").replace(/^\uFEFF/, ""),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** "usaha-data_tk_baru.csv" -> "usaha/data_tk_baru". */
function keyOf(name: string, files: readonly string[]): string {
  const stems = files.map((file) => basename(file, ".xlsx"));
  const stem = stems.find((one) => name.startsWith(`${one}-`)) ?? "?";
  return `${stem}/${name.slice(stem.length + 1).replace(/\.csv$/, "")}`;
}
