import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import { officeZones } from "../cases/office-hours.ts";
import type { Registration, Segment } from "../conversation/ports/records.ts";
import { dateIn } from "../lib/dates.ts";
import { type Exported, exportedWorkbook, exportSheets } from "../sheets/exported.ts";
import type { App } from "./app.ts";
import { clockOf } from "./chat.ts";
import { type Io, nowFrom } from "./io.ts";
import { command, type GlobalOptions } from "./options.ts";
import { plainFields } from "./records.ts";
import { writeAlone } from "./write-alone.ts";

type ExportOptions = GlobalOptions & {
  out: string;
  unmask?: true;
  force?: true;
  days?: number;
  by?: string;
};

/** `records export [NUMBER] --out FILE`: registrations as an .xlsx for this user alone; in clear it is written to the audit log. */
export async function recordsExport(app: App, args: readonly string[], io: Io): Promise<number> {
  const parser = command("records export", "registrations as an .xlsx, masked", io)
    .argument("[number]", "one registration; an employer: its workers, in the columns of SIPP")
    .requiredOption("--out <file>", "the .xlsx to write, for this user alone", workbookName)
    .option("--days <n>", "without a number: those of the last days (default: all)", wholeDays)
    .option("--unmask", "in clear; written to the audit log")
    .option("--by <name>", "who reads it, for the audit log, beside this machine's user")
    .option("--force", "replaces the file if it is there");
  parser.parse(args, { from: "user" });
  const options = parser.opts<ExportOptions>();
  const number = parser.processedArgs[0] as string | undefined;
  if (number !== undefined && options.days !== undefined) {
    io.err("It is either one registration or those of the last days.");
    return 2;
  }
  const file = resolve(io.folder ?? process.cwd(), options.out);
  // Before anything is read: what is not written down in the end should not stand in the audit log.
  if (!options.force && existsSync(file)) return notReplaced(file, io);
  const now = clockOf(io, options)();
  const registrations = await found(app, number, now, options);
  if (registrations.length === 0) {
    io.err(
      number === undefined
        ? "There are no registrations."
        : "There is no registration with this number.",
    );
    return 1;
  }
  const { today } = nowFrom(now);
  const sheets = exportSheets(
    registrations.map((one) => exported(one, app)),
    { today, workersAlone: number !== undefined },
  );
  const written = writeAlone(file, await exportedWorkbook(sheets), {
    over: options.force === true,
  });
  if (written === "exists") return notReplaced(file, io);
  if (written === "failed") {
    io.err(`${file} can't be written.`);
    return 1;
  }
  const unmasked = options.unmask === true;
  const held = sheets.map(({ name, rows }) => ({ name, rows: rows.length - 1 }));
  if (options.json)
    io.out(JSON.stringify({ file, registrations: registrations.length, unmasked, sheets: held }));
  else {
    const counts = held.map(({ name, rows }) => `${name}: ${rows}`).join(", ");
    io.out(`${file}  (${counts})`);
    io.out(
      unmasked
        ? "In clear. From here on the file is yours to keep safe and to delete; Payung can't erase it."
        : "Masked; --unmask writes it in clear.",
    );
  }
  return 0;
}

function found(
  app: App,
  number: string | undefined,
  now: number,
  { unmask, days, by }: ExportOptions,
): Promise<Registration[]> {
  const user = userInfo().username;
  return app.store.registry.read(
    {
      ...(number === undefined ? {} : { number }),
      ...(days === undefined ? {} : { since: new Date(now - days * 86_400_000).toISOString() }),
    },
    {
      by: by === undefined ? user : `${by} (${user})`,
      unmask: unmask === true,
      // A pretended clock has no place in an audit log.
      at: new Date().toISOString(),
      plain: plainFields(app),
    },
  );
}

const kinds: Record<Segment, Exported["kind"]> = {
  mandiri: "bpu",
  usaha: "usaha",
  pendamping: "instansi",
  koperasi: "koperasi",
};

const exported = (one: Registration, { zone }: App): Exported => ({
  number: one.number,
  kind: kinds[one.segment],
  submittedOn: dateIn(officeZones[zone], Date.parse(one.submittedAt)),
  state: one.state,
  elsewhere: one.sameIdentityElsewhere,
  fields: one.fields,
  workers: one.workers.map(({ fields, sameIdentityElsewhere }) => ({
    fields,
    elsewhere: sameIdentityElsewhere,
  })),
});

function notReplaced(file: string, io: Io): number {
  io.err(`${file} is there already; --force replaces it.`);
  return 1;
}

function workbookName(text: string): string {
  if (!/[^/]\.xlsx$/i.test(text)) throw new InvalidArgumentError("Its name ends in .xlsx.");
  return text;
}

function wholeDays(text: string): number {
  const days = Number(text);
  if (!/^\d{1,5}$/.test(text) || days === 0)
    throw new InvalidArgumentError("It takes a whole number of days.");
  return days;
}
