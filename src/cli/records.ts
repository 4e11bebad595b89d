import { userInfo } from "node:os";
import type { OfficeZone } from "../cases/office-hours.ts";
import type {
  Registration,
  RegistrationHead,
  Segment,
  Worker,
} from "../conversation/ports/records.ts";
import type { App } from "./app.ts";
import type { Io } from "./io.ts";
import { momentOn } from "./moment.ts";
import { command, type GlobalOptions } from "./options.ts";

/** `records list`: every registration, without personal data. */
export async function recordsList(app: App, args: readonly string[], io: Io): Promise<number> {
  const parser = command("records list", "registrations that came in", io);
  parser.parse(args, { from: "user" });
  const rows = await app.store.registry.list();
  if (parser.opts<GlobalOptions>().json) io.out(JSON.stringify(rows));
  else if (rows.length === 0) io.out("No registrations yet.");
  else for (const row of rows) io.out(summary(row, app.zone));
  return 0;
}

const subjects: Record<Segment, string> = {
  mandiri: "NIK",
  usaha: "business",
  pendamping: "agency",
  koperasi: "cooperative",
};

const summary = (row: RegistrationHead, zone: OfficeZone): string =>
  [
    row.number,
    momentOn(zone, row.submittedAt),
    row.segment,
    ...(row.workers > 0
      ? [`${row.workers} ${row.segment === "koperasi" ? "people" : "workers"}`]
      : []),
    row.state,
    ...(row.sameIdentityElsewhere
      ? [`same ${subjects[row.segment]} in another registration too`]
      : []),
  ].join("  ");

/**
 * What is computed from plain answers or from the rules, beside the answers of class plain themselves; `daftar`: which of a
 * cooperative's lists somebody is in; `baris_tertinggal`: how many rows of an employer's file were left out.
 */
const computed = ["angkutan", "bulan_pertama", "iuran_total", "daftar", "baris_tertinggal"];

/** Fields that are shown without leave to read in clear: a name that is plain in one flow and personal in another is not. */
export function plainFields({ book }: App): ReadonlySet<string> {
  const steps = [...book.flows.values()].flatMap((flow) => flow.steps);
  const asked = steps.filter((step) => step.kind === "ask");
  const personal = new Set(asked.filter((step) => step.class !== "plain").map(({ name }) => name));
  const plain = asked.map(({ name }) => name).filter((name) => !personal.has(name));
  return new Set([...computed, ...plain]);
}

/** `records show N [--unmask]`: one registration; reading it in clear is written to the audit log. */
export async function recordsShow(app: App, args: readonly string[], io: Io): Promise<number> {
  const parser = command("records show", "one registration, masked", io)
    .argument("<number>", "its registration number")
    .option("--unmask", "in clear; written to the audit log");
  parser.parse(args, { from: "user" });
  const { json, unmask = false } = parser.opts<GlobalOptions & { unmask?: true }>();
  const found = await app.store.registry.show(String(parser.processedArgs[0]), {
    by: userInfo().username,
    unmask,
    at: new Date().toISOString(),
    plain: plainFields(app),
  });
  if (!found) {
    io.err("There is no registration with this number.");
    return 1;
  }
  if (json) io.out(JSON.stringify(found));
  else {
    io.out(summary(headOf(found), app.zone));
    for (const [field, value] of Object.entries(found.fields)) io.out(`  ${field}: ${value}`);
    for (const [index, worker] of found.workers.entries()) io.out(workerLine(worker, index + 1));
  }
  return 0;
}

const headOf = ({ workers, ...head }: Registration): RegistrationHead => ({
  ...head,
  workers: workers.length,
});

/** A worker in a line: "  2. nama: B••• C•••, nik: 3404••••••••0003". */
function workerLine({ fields, sameIdentityElsewhere }: Worker, place: number): string {
  const told = Object.entries(fields).map(([field, value]) => `${field}: ${value}`);
  const marked = sameIdentityElsewhere ? ["same NIK in another registration too"] : [];
  return `  ${place}. ${[...told, ...marked].join(", ")}`;
}
